// Scores the shipped model on development treebanks: npx tsx bench/accuracy.ts [--data FOLDER] [--relations]
//
// Words, sentences, UPOS, UAS and LAS are the F1 of the CoNLL 2018 shared task: words are paired by their characters, and
// an arc counts where both of its words are paired. LAS compares full labels; "noPunct" leaves punctuation out and
// compares universal labels. Test files are not for this.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readModel } from "../src/parse/index.ts";
import { readCorpus } from "../training/corpus.ts";
import {
  newsOf,
  SCORE_HEAD,
  type Scores,
  scoreGivenWords,
  scoreLine,
  scoreRawText,
} from "../training/score.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string", default: "../shared/data/ud" },
    model: { type: "string", default: "data/model/en.model" },
    relations: { type: "boolean", default: false },
  },
});

const model = readModel(new Uint8Array(readFileSync(values.model)));
const ewt = readCorpus(join(values.data, "ewt-dev.conllu.gz"), "EWT");
const gum = readCorpus(join(values.data, "gum-dev.conllu.gz"), "GUM");
const corpora = [ewt, gum, newsOf(gum)];
console.log(SCORE_HEAD);
for (const corpus of corpora) {
  console.log(scoreLine(`${corpus.name} dev, given words`, scoreGivenWords(corpus, model)));
  console.log(scoreLine(`${corpus.name} dev, raw text`, scoreRawText(corpus, model)));
}
if (values.relations)
  for (const corpus of corpora) printRelations(corpus.name, scoreGivenWords(corpus, model));

function printRelations(name: string, { relations }: Scores): void {
  console.log(`\n| ${name}: relation | gold | F1 |\n|---|---|---|`);
  const rows = [...relations].sort((a, b) => b[1].gold - a[1].gold);
  for (const [label, { right, gold, found }] of rows)
    if (gold > 0) console.log(`| ${label} | ${gold} | ${((200 * right) / (gold + found)).toFixed(1)} |`);
}
