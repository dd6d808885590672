// Scores a packed model on the development files: npx tsx training/evaluate.ts [--work FOLDER] [--model FILE]
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readModel } from "../src/parse/index.ts";
import { readOptions } from "./command.ts";
import { readCorpus } from "./corpus.ts";
import { newsOf, SCORE_HEAD, scoreGivenWords, scoreLine, scoreRawText } from "./score.ts";

const options = readOptions();
const model = readModel(new Uint8Array(readFileSync(options.model)));
const ewt = readCorpus(join(options.work, "ewt-dev.conllu"), "EWT");
const gum = readCorpus(join(options.work, "gum-dev.conllu"), "GUM");
console.log(SCORE_HEAD);
for (const corpus of [ewt, gum, newsOf(gum)]) {
  console.log(scoreLine(`${corpus.name} dev, given words`, scoreGivenWords(corpus, model)));
  console.log(scoreLine(`${corpus.name} dev, raw text`, scoreRawText(corpus, model)));
}
