// Measures who is recognised, apart from the acts: npx tsx bench/parties.ts [--part train,dev] [--batch b00] [--misses none|code|sector]
// A party of the corpus is found where a mention shares words with it; code and sector are those of the mention at its head.
// Misses of the test part are not shown.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Document } from "../src/document/index.ts";
import { compileNames, findMentions, type Mention, type Mentions } from "../src/mention/index.ts";
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
const model = readModel(resources.model);

/** All parties of an act and of the acts inside it. */
function* partiesOf(act: CorpusAct): Generator<CorpusParty> {
  yield* act.actors ?? [];
  yield* act.recipients ?? [];
  for (const inner of [...(act.content ?? []), ...(act.purpose ?? [])]) yield* partiesOf(inner);
  if (act.consequence) yield* partiesOf(act.consequence);
}

/** The mention that the coder would take for these characters, or undefined where none shares words with them. */
function mentionAt(
  doc: Document,
  { mentions, mentionOfHead }: Mentions,
  party: CorpusParty,
  at: (unit: number) => number,
): Mention | undefined {
  let head = -1;
  let isFirst = true;
  for (let word = 0; word < doc.wordCount; word++) {
    if (at(doc.from[word]!) < party.start || at(doc.to[word]!) > party.end) continue;
    const above = doc.head[word]!;
    const isOutside = above < 0 || at(doc.from[above]!) < party.start || at(doc.to[above]!) > party.end;
    if (isOutside && (isFirst || mentionOfHead[head] === -1)) head = word;
    if (isOutside) isFirst = false;
  }
  if (head >= 0 && mentionOfHead[head] !== -1) return mentions[mentionOfHead[head]!];
  const width = ({ start, end }: Mention) => end - start;
  return mentions
    .filter(({ start, end }) => at(doc.to[end - 1]!) > party.start && at(doc.from[start]!) < party.end)
    .sort((a, b) => width(b) - width(a))[0];
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
      for (const act of item.acts)
        for (const party of partiesOf(act)) {
          if (party.code === null && party.sector === null) continue;
          count.all++;
          const mention = mentionAt(doc, mentions, party, at);
          const entity = mention === undefined ? undefined : mentions.entities[mention.entity];
          const code = mention?.readings[0]?.code ?? entity?.code ?? null;
          const sector = mention?.readings[0]?.sector ?? entity?.sector ?? null;
          const isCode = mention !== undefined && code === party.code;
          const isSector = mention !== undefined && sector === party.sector;
          if (mention !== undefined) count.found++;
          if (isCode) count.code++;
          if (isSector) count.sector++;
          if (isCode && isSector) count.both++;
          const fault =
            mention === undefined
              ? values.misses === "none"
              : values.misses === "code"
                ? !isCode
                : values.misses === "sector" && !isSector;
          if (!fault) continue;
          const got = mention === undefined ? "" : ` got ${code}.${sector}`;
          const key = `${party.text} ${party.code}.${party.sector}${got}`;
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
