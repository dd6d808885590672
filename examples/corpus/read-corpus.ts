import { readdirSync, readFileSync } from "node:fs";
import { actsWithin, readCorpus } from "../../src/index.ts"; // from a package: import … from "demarche"

// Counts the types of all acts of a part of the corpus, events and what stands inside them.
//   npx tsx examples/corpus/read-corpus.ts data/corpus/train
const folder = process.argv[2] ?? "data/corpus/train";
const counts = new Map<string, number>();
for (const file of readdirSync(folder).sort()) {
  const { items, problems } = readCorpus(readFileSync(`${folder}/${file}`, "utf8"), file);
  for (const { path, line, message } of problems) process.stderr.write(`${path}:${line}: ${message}\n`);
  for (const item of items)
    for (const act of actsWithin(item.acts)) counts.set(act.type, (counts.get(act.type) ?? 0) + 1);
}
for (const [type, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
  console.log(`${type}\t${count}`);
