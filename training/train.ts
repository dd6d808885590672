// Trains every part of the model: npx tsx training/train.ts [--work FOLDER] [--seed N]
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { progress, readOptions } from "./command.ts";
import { readCorpus } from "./corpus.ts";
import { knowledgeToBytes } from "./knowledge.ts";
import { LEARN_DEFAULTS, learn } from "./learn.ts";
import { verbForms } from "./verb-forms.ts";

const options = readOptions();
const report = progress();
const corpora = ["ewt", "gum"].map((name) => readCorpus(join(options.work, `${name}-train.conllu`), name));
const verbs = verbForms(readFileSync(new URL("verbs.txt", import.meta.url), "utf8"));
const knowledge = learn(corpora, { ...LEARN_DEFAULTS, seed: options.seed, verbs, report });
writeFileSync(join(options.work, "knowledge.bin"), knowledgeToBytes(knowledge));
report("written");
