// Measures who is recognised, apart from the acts: npx tsx bench/parties.ts [--part train,dev] [--batch b00] [--misses none|code|sector]
// A party of the corpus is found where the coder takes the head of its words for a party.
// Misses of the test part are not shown.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { compileFrames } from "../src/event/index.ts";
import { type Filling, partiesAt } from "../src/event/parties.ts";
import { compileNames, findMentions } from "../src/mention/index.ts";
import { parse, readModel } from "../src/parse/index.ts";
import { type CorpusAct, CorpusItemShape, type CorpusParty } from "../src/record/index.ts";
import { codePointOffsets, readReport } from "../src/report/index.ts";
import { readResources } from "../src/resource/index.ts";
import { fictionalParties } from "./fictional.ts";

const { values } = parseArgs({
  options: {
    part: { type: "string", default: "dev" },
    batch: { type: "string", default: "." },
    misses: { type: "string" },
    texts: { type: "boolean", default: false },
    model: { type: "string", default: "dist/data/en.model" },
    lexicon: { type: "string", default: "dist/data/lexicon.bin" },
  },
});
const CORPUS = join(import.meta.dirname, "..", "data", "corpus");
if (values.misses !== undefined && values.part.includes("test"))
  throw new RangeError("misses of the test part are not shown");

const resources = readResources({
  lexicon: new Uint8Array(readFileSync(values.lexicon)),
  model: new Uint8Array(readFileSync(values.model)),
  overlays: fictionalParties(),
});
const names = compileNames(resources);
const frames = compileFrames(resources);
const model = readModel(resources.model);
type Look = Parameters<typeof partiesAt>[0];

/** All parties of an act and of the acts inside it, with their place. */
function* partiesOf(act: CorpusAct): Generator<readonly [Filling, CorpusParty]> {
  for (const party of act.actors ?? []) yield ["actor", party];
  for (const party of act.recipients ?? []) yield ["recipient", party];
  for (const inner of [...(act.content ?? []), ...(act.purpose ?? [])]) yield* partiesOf(inner);
  if (act.consequence) yield* partiesOf(act.consequence);
}

/** The party that the coder would take for these characters in this place, or undefined. */
function partyAt(look: Look, party: CorpusParty, filling: Filling, at: (unit: number) => number) {
  const { doc, mentions } = look;
  const isIn = (word: number) => at(doc.from[word]!) >= party.start && at(doc.to[word]!) <= party.end;
  let head = -1;
  for (let word = 0; word < doc.wordCount; word++) {
    if (!isIn(word) || (doc.head[word]! >= 0 && isIn(doc.head[word]!))) continue;
    if (head < 0 || mentions.mentionOfHead[head] === -1) head = word;
  }
  if (head < 0) return undefined;
  const width = ({ from, to }: { readonly from: number; readonly to: number }) => at(to) - at(from);
  const found = partiesAt(look, head, filling);
  const inside = found.filter(({ from, to }) => at(from) >= party.start && at(to) <= party.end);
  return inside.sort((one, other) => width(other) - width(one))[0] ?? found[0];
}

const count = { all: 0, found: 0, code: 0, sector: 0, both: 0 };
const misses = new Map<string, { times: number; text: string }>();
for (const part of values.part.split(","))
  for (const file of readdirSync(join(CORPUS, part)).sort()) {
    if (!new RegExp(values.batch).test(file)) continue;
    for (const line of readFileSync(join(CORPUS, part, file), "utf8")
      .trim()
      .split("\n")) {
      const item = CorpusItemShape.parse(JSON.parse(line));
      const report = readReport({ input: item.id, text: item.text, date: `${item.year}-06-15` }, resources);
      const doc = parse(report, model);
      const mentions = findMentions(doc, report, names);
      const at = codePointOffsets(item.text);
      const look = { doc, mentions, frames };
      for (const act of item.acts)
        for (const [filling, party] of partiesOf(act)) {
          if (party.code === null && party.sector === null) continue;
          count.all++;
          const got = partyAt(look, party, filling, at);
          const isCode = got !== undefined && got.code === party.code;
          const isSector = got !== undefined && got.sector === party.sector;
          if (got !== undefined) count.found++;
          if (isCode) count.code++;
          if (isSector) count.sector++;
          if (isCode && isSector) count.both++;
          const fault =
            got === undefined
              ? values.misses === "none"
              : values.misses === "code"
                ? !isCode
                : values.misses === "sector" && !isSector;
          if (!fault) continue;
          const instead = got === undefined ? "" : ` got ${got.code}.${got.sector}`;
          const key = `${party.text} ${party.code}.${party.sector}${instead}`;
          misses.set(key, { times: (misses.get(key)?.times ?? 0) + 1, text: `${item.id} ${item.text}` });
        }
    }
  }

for (const [key, { times, text }] of [...misses].sort((a, b) => b[1].times - a[1].times))
  console.log(values.texts ? `${times} ${key}\n    ${text}` : `${times} ${key}`);
const share = (part: number) => `${part}/${count.all} ${((100 * part) / count.all).toFixed(1)} %`;
console.log(`parties found    ${share(count.found)}`);
console.log(`  code right     ${share(count.code)}`);
console.log(`  sector right   ${share(count.sector)}`);
console.log(`  both right     ${share(count.both)}`);
