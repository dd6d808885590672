// Scores the shipped model on development treebanks: npx tsx bench/accuracy.ts [--data FOLDER] [--model FILE]
//   [--relations] [--others] [--markdown]
//
// All scores are F1 as in the CoNLL 2018 shared task: words are paired by their characters, and an arc counts where both of
// its words are paired. "LAS" compares full labels, "LAS 2018" universal ones, as the shared task did; "no punct" leaves
// punctuation out and compares universal labels. Test files are not for this. --relations adds a table by relation, --others
// one of what other analysers do on raw text, --markdown gives all three as they stand in training/README.md.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parse, readModel } from "../src/parse/index.ts";
import { readCorpus } from "../training/corpus.ts";
import {
  newsOf,
  SCORE_HEAD,
  type Scores,
  scoreGivenWords,
  scoreLine,
  scoreRawText,
} from "../training/score.ts";
import { compareOthers, OTHERS_HEAD } from "./compare-others.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string", default: "../shared/data/ud" },
    model: { type: "string", default: "data/model/en.model" },
    relations: { type: "boolean", default: false },
    others: { type: "boolean", default: false },
    markdown: { type: "boolean", default: false },
  },
});

const model = readModel(new Uint8Array(readFileSync(values.model)));
const ewt = readCorpus(join(values.data, "ewt-dev.conllu.gz"), "EWT");
const gum = readCorpus(join(values.data, "gum-dev.conllu.gz"), "GUM");
const corpora = [ewt, gum, newsOf(gum)].map((corpus) => ({
  corpus,
  given: scoreGivenWords(corpus, model),
  raw: scoreRawText(corpus, model),
}));

console.log(SCORE_HEAD);
for (const { corpus, given, raw } of corpora) {
  console.log(scoreLine(`${corpus.name} dev, given words`, given));
  console.log(scoreLine(`${corpus.name} dev, raw text`, raw));
}
if (values.relations || values.markdown) printRelations();
if (values.others || values.markdown) {
  console.log(`\n${OTHERS_HEAD}`);
  for (const { corpus } of corpora.slice(0, 2)) {
    const { doc, blocks } = corpus;
    for (const line of compareOthers(corpus, parse({ text: doc.text, blocks, holes: [] }, model)))
      console.log(line);
  }
}

/** F1 of each relation: right where head and full label are. */
function printRelations(): void {
  const columns: [string, Scores][] = corpora.flatMap(({ corpus, given, raw }): [string, Scores][] => [
    [`${corpus.name} given`, given],
    [`${corpus.name} raw`, raw],
  ]);
  console.log(`\n| relation | words | ${columns.map(([name]) => name).join(" | ")} |`);
  console.log(`|---|---|${columns.map(() => "---").join("|")}|`);
  const total = (label: string) =>
    corpora.slice(0, 2).reduce((sum, { given }) => sum + (given.relations.get(label)?.gold ?? 0), 0);
  const labels = new Set(columns.flatMap(([, { relations }]) => [...relations.keys()]));
  for (const label of [...labels].sort((a, b) => total(b) - total(a) || (a < b ? -1 : 1))) {
    if (total(label) < 20) continue;
    const cells = columns.map(([, { relations }]) => {
      const { right, gold, found } = relations.get(label) ?? { right: 0, gold: 0, found: 0 };
      return gold + found === 0 ? "" : ((200 * right) / (gold + found)).toFixed(1);
    });
    console.log(`| ${label} | ${total(label)} | ${cells.join(" | ")} |`);
  }
}
