import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readRows } from "../../src/cli/corpus/codes.ts";
import { loadCorpus } from "../../src/cli/corpus/files.ts";
import { actsWithin, type CorpusItem, EVENT_TYPES } from "../../src/record/index.ts";

/**
 * npx tsx training/corpus/rotate.ts [--dry] [--folder FOLDER] [BATCH…]
 *
 * Gives items that are set among fictional states other ones of these, so that no state goes with a type of deed: text,
 * spans and codes, of the item and of both its codings. Items that name a listed person or organisation, an abbreviation,
 * or the lie of the land stay as they are.
 */
const args = process.argv.slice(2);
const at = args.indexOf("--folder");
const folder =
  at >= 0 ? args.splice(at, 2)[1]! : fileURLToPath(new URL("../../data/corpus", import.meta.url));
const dry = args.includes("--dry");
const batches = args.filter((arg) => !arg.startsWith("--"));

interface State {
  readonly code: string;
  readonly name: string;
  readonly adjective: string;
  readonly seat: string;
}

const parties = readRows(readFileSync(join(folder, "parties.tsv"), "utf8"));
const states = parties.filter(({ kind }) => kind === "state") as unknown as State[];
const others = [
  ...parties.filter(({ kind }) => kind !== "state").map(({ name }) => name!),
  ...["Dorn", "Orsk", "Nerl"],
];
const LAND =
  /\b(islands?|isles?|archipelago|atolls?|lagoon|reefs?|coast(al|s)?|ports?|harbou?rs?|sea|seas|navy|naval|frigates?|gunboats?|ferry|ferries|ships?|warships?|boats?|fleet|trawlers?|fish\w*|mountains?|deserts?|dunes?|oil|oilfields?|coffee|river|forests?|landlocked|emir|king|queen|crown|royal|kingdom|sheikh|fjords?|bay|north|south|east|west|northern|southern|eastern|western)\b/i;

/** Words of states and what they are: longest first, so that “Old Tamrit” is no “Tamrit”. */
const forms = states
  .flatMap(({ code, name, adjective, seat }) => [
    { words: name, code, form: "name" as const },
    { words: `${adjective}s`, code, form: "plural" as const },
    { words: adjective, code, form: "adjective" as const },
    { words: seat, code, form: "seat" as const },
  ])
  .sort((a, b) => b.words.length - a.words.length);
const pattern = new RegExp(`(?<![\\p{L}])(?:${forms.map(({ words }) => words).join("|")})(?![\\p{L}])`, "gu");

type Exchange = ReadonlyMap<string, string>;

function wordsOf(code: string, form: "name" | "plural" | "adjective" | "seat"): string {
  const state = states.find((one) => one.code === code)!;
  if (form !== "plural") return state[form];
  return state.adjective.endsWith("ese") ? state.adjective : `${state.adjective}s`;
}

/** The text with its states exchanged, and where each of its characters went. */
function exchanged(text: string, exchange: Exchange): { text: string; at: (offset: number) => number } {
  const edits: { from: number; to: number; by: string }[] = [];
  for (const match of text.matchAll(pattern)) {
    const { code, form } = forms.find(({ words }) => words === match[0])!;
    const other = exchange.get(code);
    if (other === undefined) continue;
    const by = wordsOf(other, form);
    const article = /(?<![\p{L}])([Aa])(n?) $/u.exec(text.slice(0, match.index));
    if (article !== null) {
      const right = /^[AEIOU]/.test(by) ? `${article[1]}n` : article[1]!;
      const from = match.index - article[0].length;
      if (right !== article[0].trim()) edits.push({ from, to: match.index - 1, by: right });
    }
    edits.push({ from: match.index, to: match.index + match[0].length, by });
  }
  let out = "";
  let last = 0;
  const shifts: { from: number; to: number; shift: number }[] = [];
  for (const { from, to, by } of edits) {
    out += text.slice(last, from) + by;
    last = to;
    shifts.push({ from, to, shift: by.length - (to - from) });
  }
  out += text.slice(last);
  const at = (offset: number): number => {
    let moved = offset;
    for (const { from, to, shift } of shifts) {
      if (offset > from && offset < to) throw new Error("a span ends inside a name");
      if (offset >= to) moved += shift;
    }
    return moved;
  };
  return { text: out, at };
}

/** Code points and UTF-16 offsets are the same in texts without astral characters; others are left alone. */
function isPlain(text: string): boolean {
  return [...text].length === text.length;
}

/** A copy of a line of JSON in which spans, words and codes follow the exchange. */
function moved(value: unknown, exchange: Exchange, text: string, at: (offset: number) => number): unknown {
  if (Array.isArray(value)) return value.map((one) => moved(one, exchange, text, at));
  if (value === null || typeof value !== "object") return value;
  const result: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(value)) {
    if ((key === "code" || key === "country") && typeof one === "string")
      result[key] = exchange.get(one) ?? one;
    else if (key === "cue" && typeof one === "string") result[key] = exchanged(one, exchange).text;
    else result[key] = moved(one, exchange, text, at);
  }
  if (typeof result["start"] === "number" && typeof result["end"] === "number") {
    result["start"] = at(result["start"]);
    result["end"] = at(result["end"]);
    result["text"] = text.slice(result["start"] as number, result["end"] as number);
  }
  return result;
}

function statesIn(item: CorpusItem): string[] {
  return [
    ...new Set([...item.text.matchAll(pattern)].map(([words]) => forms.find((f) => f.words === words)!.code)),
  ];
}

function canChange(item: CorpusItem): boolean {
  const { text } = item;
  const abbreviated = (text.match(/\b[A-Z]{3,}\b/g) ?? []).length > 0;
  const named = others.some((name) => text.includes(name.split(" ").at(-1)!));
  const coded = [...actsWithin(item.acts)].flatMap((act) => [...act.actors, ...act.recipients]);
  const unnamed = coded.some(
    ({ code }) => code !== null && states.some((s) => s.code === code) && !statesIn(item).includes(code),
  );
  return isPlain(text) && !LAND.test(text) && !abbreviated && !named && !unnamed && !/Quillanese/.test(text);
}

/** How often each state does and suffers each type, and how far that is from what chance would give. */
class Deeds {
  readonly #counts = new Map<string, number>();
  readonly #types: ReadonlyMap<string, number>;

  constructor(items: readonly CorpusItem[]) {
    const types = new Map<string, number>(EVENT_TYPES.map((type) => [type, 0]));
    let events = 0;
    for (const { acts } of items)
      for (const { type } of acts) {
        types.set(type, types.get(type)! + 1);
        events++;
      }
    this.#types = new Map([...types].map(([type, count]) => [type, count / events]));
    for (const item of items) this.add(item, new Map(), 1);
  }

  add(item: CorpusItem, exchange: Exchange, weight: number): void {
    for (const act of item.acts)
      for (const [side, of] of [
        ["actor", act.actors],
        ["recipient", act.recipients],
      ] as const)
        for (const code of new Set(
          of.flatMap(({ code }) => (code === null ? [] : [exchange.get(code) ?? code])),
        ))
          if (states.some((state) => state.code === code)) {
            this.#count(`${side} ${code} ${act.type}`, weight);
            this.#count(`${side} ${code}`, weight);
          }
  }

  /** Chi-squared of states and types, one table for each side; with a little to keep states equally frequent. */
  strain(): number {
    let sum = 0;
    for (const side of ["actor", "recipient"])
      for (const { code } of states) {
        const all = this.#counts.get(`${side} ${code}`) ?? 0;
        for (const [type, share] of this.#types) {
          const expected = all * share;
          const found = this.#counts.get(`${side} ${code} ${type}`) ?? 0;
          if (expected > 0) sum += (found - expected) ** 2 / expected;
        }
        sum += all * all * 0.002;
      }
    return sum;
  }

  #count(key: string, weight: number): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + weight);
  }
}

const { items } = loadCorpus(folder);
const all = items.map(({ item }) => item);
const movable = all.filter(
  (item) =>
    item.acts.length > 0 &&
    statesIn(item).length > 0 &&
    canChange(item) &&
    (batches.length === 0 || batches.includes(item.id.split("-")[0]!)),
);
const deeds = new Deeds(all);
const exchanges = new Map<string, Exchange>(movable.map(({ id }) => [id, new Map()]));
const before = deeds.strain();
for (let pass = 0; pass < 3; pass++) for (const item of movable) improve(item);
process.stderr.write(
  `${movable.length} items can change, ${[...exchanges.values()].filter((e) => e.size > 0).length} do; strain ${before.toFixed(0)} to ${deeds.strain().toFixed(0)}\n`,
);
if (!dry) for (const [id, exchange] of exchanges) if (exchange.size > 0) rewrite(id, exchange);

/** Takes the exchange of one of the item's states that lessens the strain most, if one does. */
function improve(item: CorpusItem): void {
  for (const code of statesIn(item)) {
    const now = exchanges.get(item.id)!;
    let best = now;
    let least = deeds.strain() - 0.3;
    const taken = new Set(
      statesIn(item).flatMap((other) => (other === code ? [] : [now.get(other) ?? other])),
    );
    for (const state of states) {
      if (taken.has(state.code)) continue;
      const next = new Map(now);
      if (state.code === code) next.delete(code);
      else next.set(code, state.code);
      deeds.add(item, now, -1);
      deeds.add(item, next, 1);
      const strain = deeds.strain();
      deeds.add(item, next, -1);
      deeds.add(item, now, 1);
      if (strain < least) [best, least] = [next, strain];
    }
    deeds.add(item, now, -1);
    deeds.add(item, best, 1);
    exchanges.set(item.id, best);
  }
}

function rewrite(id: string, exchange: Exchange): void {
  const { path, item } = items.find((placed) => placed.item.id === id)!;
  const { text, at } = exchanged(item.text, exchange);
  for (const name of [path, `codings/first/${path}`, `codings/second/${path}`]) {
    const file = join(folder, name);
    if (!existsSync(file)) continue;
    const lines = readFileSync(file, "utf8").trimEnd().split("\n");
    const changed = lines.map((line) => {
      const row = JSON.parse(line) as Record<string, unknown>;
      if (row["id"] !== id) return line;
      if ("text" in row) row["text"] = text;
      return JSON.stringify({ ...row, acts: moved(row["acts"] ?? [], exchange, text, at) });
    });
    writeFileSync(file, `${changed.join("\n")}\n`);
  }
}
