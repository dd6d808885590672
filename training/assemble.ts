// Gathers the treebanks for training: npx tsx training/assemble.ts [--data FOLDER] [--work FOLDER]
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { readOptions } from "./command.ts";
import { corpusFromText } from "./corpus.ts";

/** The treebanks, where they come from and under what licence. */
const SOURCES = [
  {
    name: "ewt",
    treebank: "UD English EWT 2.16",
    repository: "UniversalDependencies/UD_English-EWT",
    commit: "15d613d",
    licence: "CC BY-SA 4.0",
  },
  {
    name: "gum",
    treebank: "UD English GUM 2.16 (nine genres with free texts)",
    repository: "UniversalDependencies/UD_English-GUM",
    commit: "afb41ee",
    licence: "annotations CC BY 4.0 by amir-zeldes/gum; texts CC BY, CC BY-SA or public domain",
  },
] as const;

const options = readOptions();
const listing = SOURCES.flatMap(({ name, ...source }) =>
  (["train", "dev"] as const).map((part) => {
    const file = `${name}-${part}.conllu`;
    const bytes = gunzipSync(readFileSync(join(options.data, `${file}.gz`)));
    const corpus = corpusFromText(bytes.toString("utf8"), name);
    writeFileSync(join(options.work, file), bytes);
    const counts = { sentences: corpus.doc.sentenceBlock.length, words: corpus.doc.wordCount };
    console.log(`${file}: ${counts.sentences} sentences, ${counts.words} words`);
    return { file, part, ...source, ...counts, sha256: createHash("sha256").update(bytes).digest("hex") };
  }),
);
writeFileSync(join(options.work, "corpora.json"), `${JSON.stringify(listing, null, 2)}\n`);
