/**
 * Compares what the program printed with answer keys.
 *
 *   npx tsx test/first-look/score.ts --inputs KEYS… | npx demarche read --input jsonl - > out.jsonl
 *   npx tsx test/first-look/score.ts [--misses] [--output out.jsonl] KEYS…
 *
 * KEYS: `sentences.jsonl`, or a folder as in key.ts; each is a set with figures of its own. The output is that of `demarche
 * read` or `demarche code`, from the file or from standard input.
 */
import { readFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Key, readKeys } from "./key.ts";
import {
  type EntryLine,
  type EventLine,
  hasContent,
  type Match,
  matchEvents,
  matchLedger,
  type Output,
} from "./match.ts";

interface ReadLine {
  readonly input?: string;
  readonly text?: string;
  readonly events: readonly EventLine[];
  readonly ledger?: readonly EntryLine[];
  readonly ultimatums?: readonly unknown[];
}

/** Bounds of the Wilson interval of a share, for z = 1.96. */
export function wilson(hits: number, total: number): { low: number; high: number } {
  if (total === 0) return { low: 0, high: 1 };
  const z = 1.96;
  const share = hits / total;
  const scale = 1 + (z * z) / total;
  const middle = (share + (z * z) / (2 * total)) / scale;
  const half = (z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total))) / scale;
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

function withinOf(line: EventLine): EventLine[] {
  const contents = [...(line.content ?? []), ...(line.consequence ? [line.consequence] : [])];
  return contents.flatMap((content) => [content, ...withinOf(content)]);
}

function outputOf(events: readonly EventLine[], record?: ReadLine): Output {
  return {
    events: events.filter((line) => !line.parent),
    contents: [...events.filter((line) => line.parent), ...events.flatMap(withinOf)],
    ledger: record?.ledger,
    ultimatums: record?.ultimatums?.length,
  };
}

function isInput(input: string, key: Key): boolean {
  const name = basename(input).replace(/\.[a-z]+$/, "");
  return input === key.id || name === key.id || basename(dirname(resolve(input))) === key.id;
}

/** What the program gave for each key: by id, file name or folder of the input, or by the text itself. */
export function assignOutput(
  keys: readonly Key[],
  lines: readonly (ReadLine | EventLine)[],
): Map<Key, Output> {
  const outputs = new Map<Key, Output>();
  for (const key of keys) {
    const own = lines.filter((line) => {
      if ("text" in line && typeof line.text === "string") return line.text === key.text;
      return isInput(line.input ?? "", key);
    });
    const record = own.find((line): line is ReadLine => "events" in line);
    const events = record ? record.events : (own as EventLine[]);
    if (own.length > 0) outputs.set(key, outputOf(events, record));
  }
  return outputs;
}

interface Tally {
  texts: number;
  given: number;
  events: number;
  located: number;
  typed: number;
  actor: number;
  recipient: number;
  all: number;
  modes: number;
  modesRight: number;
  dates: number;
  datesRight: number;
  lines: number;
  neutral: number;
  extra: number;
  nots: number;
  violated: number;
  silent: number;
  silentKept: number;
  contents: number;
  contentsFound: number;
  entries: number;
  entriesPlaced: number;
  entriesRight: number;
  entriesExtra: number;
  ultimatums: number;
  ultimatumsRight: number;
}

function emptyTally(): Tally {
  const names =
    "texts given events located typed actor recipient all modes modesRight dates datesRight lines neutral extra nots violated silent silentKept contents contentsFound entries entriesPlaced entriesRight entriesExtra ultimatums ultimatumsRight";
  return Object.fromEntries(names.split(" ").map((name) => [name, 0])) as unknown as Tally;
}

function addEvents(tally: Tally, key: Key, match: Match, lines: number): void {
  for (const { key: event, line, type, actor, recipient } of match.found) {
    tally.events++;
    if (line) tally.located++;
    if (!line || !type) continue;
    tally.typed++;
    if (actor) tally.actor++;
    if (recipient) tally.recipient++;
    if (actor && recipient) tally.all++;
    if (event.mode !== undefined) {
      tally.modes++;
      if (line.mode?.includes(event.mode)) tally.modesRight++;
    }
    if (event.date !== undefined) {
      tally.dates++;
      if (line.date === event.date && (!event.enddate || line.enddate === event.enddate)) tally.datesRight++;
    }
  }
  tally.lines += lines;
  tally.neutral += match.neutral.length;
  tally.extra += match.extra.length;
  tally.nots += key.notEvents.length;
  tally.violated += new Set(match.violations.map((violation) => violation.says)).size;
  if (match.found.length === 0) {
    tally.silent++;
    if (lines === match.neutral.length) tally.silentKept++;
  }
}

function addLedger(tally: Tally, key: Key, output: Output): readonly string[] {
  if (!output.ledger || !key.ledger) return [];
  const ledger = matchLedger(key.ledger, output.ledger);
  tally.entries += key.ledger.filter((entry) => !entry.optional).length;
  tally.entriesPlaced += ledger.placed;
  tally.entriesRight += ledger.right;
  tally.entriesExtra += ledger.extra;
  if (key.ultimatum !== undefined && output.ultimatums !== undefined) {
    tally.ultimatums++;
    if (key.ultimatum === output.ultimatums > 0) tally.ultimatumsRight++;
  }
  return ledger.missed.map((entry) => `entry   ${entry.kind}: ${entry.says}`);
}

function complaints(key: Key, match: Match): string[] {
  const chars = [...key.text];
  const show = (line: EventLine): string =>
    `${line.event.join("+")} “${chars.slice(line.trigger.start, line.trigger.end).join("")}” ${names(line.actor)} → ${names(line.recipient)}`;
  const rows: string[] = [];
  for (const found of match.found) {
    if (!found.line) rows.push(`missed  ${found.key.types.join("|")} “${found.key.says}”`);
    else if (!found.type || !found.actor || !found.recipient) {
      const wrong = (["type", "actor", "recipient"] as const).filter((field) => !found[field]);
      rows.push(
        `wrong   ${wrong.join(", ")}: ${found.key.types.join("|")} “${found.key.says}” coded ${show(found.line)}`,
      );
    }
  }
  for (const line of match.extra) rows.push(`extra   ${show(line)}`);
  for (const { says, line } of match.violations) rows.push(`VIOLATED “${says}” coded ${show(line)}`);
  return rows;
}

function names(entities: EventLine["actor"]): string {
  return (
    (entities ?? []).map((entity) => [entity.code, entity.sector].filter(Boolean).join(" ")).join(", ") || "–"
  );
}

/** Scores one set; a text for which the program gave nothing counts as coded without events. */
export function scoreSet(
  keys: readonly Key[],
  outputs: ReadonlyMap<Key, Output>,
): { tally: Tally; rows: string[] } {
  const tally = emptyTally();
  const rows: string[] = [];
  for (const key of keys) {
    const output = outputs.get(key) ?? { events: [], contents: [], ledger: undefined, ultimatums: undefined };
    tally.texts++;
    if (outputs.has(key)) tally.given++;
    const match = matchEvents(key, output.events);
    addEvents(tally, key, match, output.events.length);
    tally.contents += key.contents.length;
    const missing = key.contents.filter((content) => !hasContent(content, output.contents));
    tally.contentsFound += key.contents.length - missing.length;
    const ledger = addLedger(tally, key, output);
    const own = [
      ...complaints(key, match),
      ...missing.map((content) => `content “${content.says}”`),
      ...ledger,
    ];
    rows.push(...own.map((row) => `  ${key.id}: ${row}`));
  }
  return { tally, rows };
}

function share(label: string, hits: number, total: number): string {
  if (total === 0) return `  ${label.padEnd(34)} none in the key`;
  const { low, high } = wilson(hits, total);
  const percent = (value: number): string => (100 * value).toFixed(1);
  const figures = `${hits}/${total}`.padStart(9);
  return `  ${label.padEnd(34)}${figures}  ${percent(hits / total).padStart(5)} %  [${percent(low)}, ${percent(high)}]`;
}

function describe(name: string, tally: Tally): string {
  const judged = tally.lines - tally.neutral;
  const rows = [
    `${name}: ${tally.texts} texts (${tally.given} with output), ${tally.lines} event lines; Wilson 95 %`,
    share("events located", tally.located, tally.events),
    share("  with the type right", tally.typed, tally.events),
    share("  type and actor", tally.actor, tally.events),
    share("  type and recipient", tally.recipient, tally.events),
    share("  type, actor and recipient", tally.all, tally.events),
    share("lines that are right (precision)", tally.all, judged),
    `  ${"extra lines".padEnd(34)}${String(tally.extra).padStart(9)}  (neutral: ${tally.neutral})`,
    share("not_events violated", tally.violated, tally.nots),
    share("texts without events kept silent", tally.silentKept, tally.silent),
    share("mode, where type is right", tally.modesRight, tally.modes),
    share("date, where type is right", tally.datesRight, tally.dates),
    share("contents found", tally.contentsFound, tally.contents),
  ];
  if (tally.entries > 0) {
    rows.push(share("ledger: kind and place", tally.entriesPlaced, tally.entries));
    rows.push(share("ledger: and parties", tally.entriesRight, tally.entries));
    rows.push(`  ${"ledger: extra entries".padEnd(34)}${String(tally.entriesExtra).padStart(9)}`);
  }
  if (tally.ultimatums > 0)
    rows.push(share("ultimatum: there or not there", tally.ultimatumsRight, tally.ultimatums));
  return rows.join("\n");
}

function inputsOf(paths: readonly string[]): string {
  const rows = paths
    .flatMap(readKeys)
    .map(({ id, text, date }) => JSON.stringify({ id, text, ...(date ? { date } : {}) }));
  return `${rows.join("\n")}\n`;
}

function main(args: readonly string[]): void {
  const at = args.indexOf("--output");
  const file = at < 0 ? undefined : args[at + 1];
  const paths = args.filter((arg, i) => !arg.startsWith("--") && (at < 0 || i !== at + 1));
  if (paths.length === 0) throw new RangeError("no answer keys: name a .jsonl file or a folder");
  if (args.includes("--inputs")) {
    process.stdout.write(inputsOf(paths));
    return;
  }
  const rows = readFileSync(file ?? 0, "utf8")
    .split("\n")
    .filter(Boolean);
  const lines = rows.map((row) => JSON.parse(row) as ReadLine | EventLine);
  for (const path of paths) {
    const keys = readKeys(path);
    const { tally, rows: found } = scoreSet(keys, assignOutput(keys, lines));
    process.stdout.write(
      `${describe(path, tally)}\n${args.includes("--misses") ? `${found.join("\n")}\n` : ""}\n`,
    );
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  main(process.argv.slice(2));
