// Measures the event coder on the corpus: npx tsx bench/coder.ts [--part dev] [--type ASSAULT] [--batch b0[12].] [--misses]
// An event is located where the triggers share words (else type and actors agree); right where type, actors' and recipients'
// codes are right too. Fictional parties are given as an overlay, as a user would. Misses of the test part are not shown.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { analyze } from "../src/pipeline.ts";
import {
  type CorpusItem,
  CorpusItemShape,
  type EventLine,
  type ReadRecord,
  readRecord,
} from "../src/record/index.ts";
import { readResources } from "../src/resource/index.ts";
import { fictionalParties } from "./fictional.ts";

const { values } = parseArgs({
  options: {
    part: { type: "string", default: "dev" },
    type: { type: "string" },
    batch: { type: "string", default: "." },
    difficulty: { type: "string" },
    misses: { type: "boolean", default: false },
    model: { type: "string", default: "dist/data/en.model" },
    lexicon: { type: "string", default: "dist/data/lexicon.bin" },
  },
});
const CORPUS = join(import.meta.dirname, "..", "data", "corpus");
if (values.misses && values.part.includes("test"))
  throw new RangeError("misses of the test part are not shown");

const resources = readResources({
  lexicon: new Uint8Array(readFileSync(values.lexicon)),
  model: new Uint8Array(readFileSync(values.model)),
  overlays: fictionalParties(),
});

function* items(): Generator<CorpusItem> {
  for (const part of values.part.split(","))
    for (const file of readdirSync(join(CORPUS, part)).sort()) {
      if (!new RegExp(values.batch).test(file)) continue;
      for (const line of readFileSync(join(CORPUS, part, file), "utf8").split("\n"))
        if (line !== "") yield CorpusItemShape.parse(JSON.parse(line));
    }
}

const count = {
  gold: 0,
  located: 0,
  type: 0,
  actor: 0,
  recipient: 0,
  right: 0,
  lines: 0,
  silent: 0,
  kept: 0,
  sector: 0,
  mode: 0,
};
const byType = new Map<
  string,
  { gold: number; located: number; typed: number; right: number; lines: number }
>();
const ofType = (type: string) => {
  const known = byType.get(type) ?? { gold: 0, located: 0, typed: 0, right: 0, lines: 0 };
  byType.set(type, known);
  return known;
};
const codes = (parties: readonly { readonly code: string | null }[]): string =>
  [...new Set(parties.map(({ code }) => code ?? "-"))].sort().join("+");
const sectors = (
  parties: readonly { readonly code: string | null; readonly sector: string | null }[],
): string =>
  [...new Set(parties.map(({ code, sector }) => `${code ?? "-"}.${sector ?? "-"}`))].sort().join("+");

for (const item of items()) {
  if (values.difficulty !== undefined && String(item.difficulty) !== values.difficulty) continue;
  const record: ReadRecord = readRecord(
    analyze({ input: item.id, text: item.text, date: `${item.year}-06-15` }, resources),
    resources,
  );
  const free = new Set<EventLine>(record.events);
  const faults: string[] = [];
  if (item.acts.length === 0) {
    count.silent++;
    if (record.events.length === 0) count.kept++;
  }
  for (const act of item.acts) {
    const type = ofType(act.type);
    count.gold++;
    type.gold++;
    const near = [...free].filter(
      (line) => line.trigger.start < act.trigger.end && act.trigger.start < line.trigger.end,
    );
    const alike = [...free].filter(
      (line) => line.event[0] === act.type && codes(line.actor) === codes(act.actors),
    );
    const line = near.find((other) => other.event[0] === act.type) ?? alike[0] ?? near[0];
    const wanted = `${act.type} «${act.trigger.text}» ${sectors(act.actors)} > ${sectors(act.recipients)}`;
    if (line === undefined) {
      const why = record.abstentions
        .filter(({ start, end }) => start < act.trigger.end && act.trigger.start < end)
        .map(({ reason }) => reason);
      faults.push(`missed ${wanted}${why.length > 0 ? ` (${why.join(", ")})` : ""}`);
      continue;
    }
    free.delete(line);
    count.located++;
    type.located++;
    const isType = line.event[0] === act.type;
    const isActor = codes(line.actor) === codes(act.actors);
    const isRecipient = codes(line.recipient) === codes(act.recipients);
    if (isType) {
      count.type++;
      type.typed++;
      if (isActor) count.actor++;
      if (isRecipient) count.recipient++;
    }
    if (isType && isActor && isRecipient) {
      count.right++;
      type.right++;
      if (sectors(line.actor) === sectors(act.actors) && sectors(line.recipient) === sectors(act.recipients))
        count.sector++;
      if ([...line.mode].sort().join() === [...act.modes].sort().join()) count.mode++;
    } else {
      const got = `${line.event[0]} ${sectors(line.actor)} > ${sectors(line.recipient)}`;
      faults.push(
        `${isType ? "" : "TYPE "}${isActor ? "" : "ACTOR "}${isRecipient ? "" : "RECIPIENT "}${wanted}  got ${got}`,
      );
    }
  }
  count.lines += record.events.length;
  for (const line of record.events) ofType(line.event[0]!).lines++;
  for (const line of free)
    faults.push(
      `extra ${line.event[0]} «${[...item.text].slice(line.trigger.start, line.trigger.end).join("")}» ${sectors(line.actor)} > ${sectors(line.recipient)}`,
    );
  const isShown = values.type === undefined || faults.some((fault) => fault.includes(values.type!));
  if (values.misses && faults.length > 0 && isShown)
    console.log(`${item.id} ${item.text}\n    ${faults.join("\n    ")}`);
}

const share = (part: number, whole: number) =>
  `${part}/${whole} ${whole === 0 ? "" : ((100 * part) / whole).toFixed(1)} %`;
console.log(`events located                   ${share(count.located, count.gold)}`);
console.log(`  type right                     ${share(count.type, count.gold)}`);
console.log(`  type and actor                 ${share(count.actor, count.gold)}`);
console.log(`  type and recipient             ${share(count.recipient, count.gold)}`);
console.log(`  type, actor, recipient         ${share(count.right, count.gold)}`);
console.log(`    and all sectors              ${share(count.sector, count.right)}`);
console.log(`    and all modes                ${share(count.mode, count.right)}`);
console.log(`lines right (precision)          ${share(count.right, count.lines)}`);
console.log(`items without event kept silent  ${share(count.kept, count.silent)}`);
for (const [type, { gold, located, typed, right, lines }] of [...byType].sort((a, b) =>
  a[0].localeCompare(b[0]),
))
  console.log(
    `  ${type.padEnd(10)} ${gold} coded: ${located} located, ${typed} typed, ${right} right; ${lines} lines`,
  );
