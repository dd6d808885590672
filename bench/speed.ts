// Measures raw text to trees on one core, and what other analysers do, in one run: npx tsx bench/speed.ts [FILE…]
//   [--rounds N] [--no-others]
// Without files it reads the raw text of the development treebanks in pieces as long as a report. The analysers take turns,
// and the best of all rounds counts; time is that of the processor, so that other work on the machine matters little.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parseText, readModel } from "../src/parse/index.ts";
import { readCorpus } from "../training/corpus.ts";
import { OTHERS, reportsOf } from "./others.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: "string", default: "../shared/data/ud" },
    model: { type: "string", default: "data/model/en.model" },
    rounds: { type: "string", default: "4" },
    "no-others": { type: "boolean", default: false },
  },
});

const texts =
  positionals.length > 0
    ? positionals.map((file) => readFileSync(file, "utf8"))
    : ["ewt", "gum"].flatMap((name) =>
        reportsOf(readCorpus(join(values.data, `${name}-dev.conllu.gz`), name)),
      );

const bytes = new Uint8Array(readFileSync(values.model));
const readStart = performance.now();
const model = readModel(bytes);
console.log(`model read in ${(performance.now() - readStart).toFixed(0)} ms`);

const counts = { words: 0, sentences: 0 };
for (const text of texts) {
  const doc = parseText(text, model);
  counts.words += doc.wordCount;
  counts.sentences += doc.sentenceBlock.length;
}
console.log(
  `${counts.words} words in ${counts.sentences} sentences, ${texts.length} texts (counted by Demarche)`,
);

const runners = [
  {
    name: "Demarche",
    does: "tokens, sentences, tags, lemmas, trees",
    work: (text: string) => parseText(text, model).wordCount,
    best: Number.POSITIVE_INFINITY,
  },
  ...(values["no-others"] ? [] : OTHERS).map((other) => ({
    name: other.name,
    does: other.does,
    work: (text: string) => other.work(text),
    best: Number.POSITIVE_INFINITY,
  })),
];

for (let round = 0; round < Number(values.rounds); round++)
  for (const runner of runners) {
    const before = process.cpuUsage();
    for (const text of texts) runner.work(text);
    const { user, system } = process.cpuUsage(before);
    runner.best = Math.min(runner.best, (user + system) / 1e6);
  }

console.log("| analyser | does | words a second | sentences a second |\n|---|---|---|---|");
for (const { name, does, best } of runners) {
  const rate = (count: number) => Math.round(count / best);
  console.log(`| ${name} | ${does} | ${rate(counts.words)} | ${rate(counts.sentences)} |`);
}
