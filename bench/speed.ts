// Measures raw text to trees on one core: npx tsx bench/speed.ts [FILE…] [--rounds N]
// Without files it reads the raw text of the development treebanks.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parseText, readModel } from "../src/parse/index.ts";
import { readCorpus } from "../training/corpus.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: "string", default: "../shared/data/ud" },
    model: { type: "string", default: "data/model/en.model" },
    rounds: { type: "string", default: "4" },
  },
});

const texts =
  positionals.length > 0
    ? positionals.map((file) => readFileSync(file, "utf8"))
    : ["ewt", "gum"].map((name) => readCorpus(join(values.data, `${name}-dev.conllu.gz`), name).doc.text);

const bytes = new Uint8Array(readFileSync(values.model));
const readStart = performance.now();
const model = readModel(bytes);
console.log(`model read in ${(performance.now() - readStart).toFixed(0)} ms`);

for (let round = 1; round <= Number(values.rounds); round++) {
  let words = 0;
  let sentences = 0;
  const start = performance.now();
  for (const text of texts) {
    const doc = parseText(text, model);
    words += doc.wordCount;
    sentences += doc.sentenceBlock.length;
  }
  const seconds = (performance.now() - start) / 1000;
  const rate = (count: number) => Math.round(count / seconds);
  console.log(
    `round ${round}: ${words} words in ${sentences} sentences, ${rate(words)} words/s, ${rate(sentences)} sentences/s`,
  );
}
