// npx tsx training/plain.ts: the sentences of our own corpus (training part), one a line, words apart by blanks, for distill.py.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseText, readModel } from "../src/parse/index.ts";

const root = join(import.meta.dirname, "..");
const model = readModel(new Uint8Array(readFileSync(join(root, "data/model/en.model"))));
const folder = join(root, "data/corpus/train");
const texts = readdirSync(folder)
  .sort()
  .flatMap((file) => readFileSync(join(folder, file), "utf8").split("\n"))
  .filter((line) => line !== "")
  .map((line) => (JSON.parse(line) as { text: string }).text);
const lines = texts.flatMap((text) => {
  const doc = parseText(text, model);
  const found: string[] = [];
  for (let s = 0; s + 1 < doc.sentenceStart.length; s++)
    found.push(doc.form.slice(doc.sentenceStart[s]!, doc.sentenceStart[s + 1]!).join(" "));
  return found;
});
mkdirSync(join(root, "training/scratch"), { recursive: true });
writeFileSync(join(root, "training/scratch/plain.txt"), `${lines.join("\n")}\n`);
console.error(`${lines.length} sentences, ${lines.join(" ").split(" ").length} words`);
