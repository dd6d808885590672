import {
  actsWithin,
  CORPUS_PARTS,
  type CorpusCodes,
  type CorpusItem,
  type CorpusPart,
} from "../../record/index.ts";
import type { PlacedItem } from "./files.ts";

export type Rows = readonly (readonly (string | number)[])[];

export interface TallyTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: Rows;
}

/** The type an item is balanced by: that of its first event, or none. */
export function typeOf(item: CorpusItem): string {
  return item.acts[0]?.type ?? "no event";
}

/** Whether one of the item's parties is of a fictional state, or named in the list of fictional parties. */
export function isFictional(
  item: CorpusItem,
  states: ReadonlySet<string>,
  names: readonly string[],
): boolean {
  const coded = [...actsWithin(item.acts)].some((act) =>
    [...act.actors, ...act.recipients].some(({ code }) => code !== null && states.has(code)),
  );
  return coded || names.some((name) => item.text.includes(name));
}

/** The tables of the corpus' README: parts by type and difficulty, modes, registers and years, variety. */
export function tablesOf(items: readonly PlacedItem[], codes: CorpusCodes): TallyTable[] {
  const counts = (of: readonly PlacedItem[]) =>
    CORPUS_PARTS.map((part) => of.filter((placed) => placed.part === part).length);
  const by = (title: string, name: string, key: (item: CorpusItem) => string): TallyTable => {
    const groups = groupBy(items, ({ item }) => key(item));
    const rows = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      title,
      head: [name, ...CORPUS_PARTS, "all"],
      rows: rows.map(([value, of]) => [value, ...counts(of), of.length]),
    };
  };
  return [
    by("Items by the type of their first event", "type", typeOf),
    by("Items by type and difficulty", "type, difficulty", (item) => `${typeOf(item)} ${item.difficulty}`),
    by("Items by difficulty", "difficulty", ({ difficulty }) => String(difficulty)),
    by("Items by register", "register", ({ register }) => register),
    by("Items by kind", "kind", ({ kind }) => kind),
    by("Items by decade", "decade", ({ year }) => `${year.toString().slice(0, 3)}0s`),
    by("Items by spelling", "spelling", ({ spelling }) => spelling),
    modeTable(items, codes),
    varietyTable(items),
  ];
}

function modeTable(items: readonly PlacedItem[], codes: CorpusCodes): TallyTable {
  const all = items.flatMap(({ item }) => [...actsWithin(item.acts)]);
  const events = new Set(items.flatMap(({ item }) => item.acts));
  const rows: (string | number)[][] = [];
  for (const [type, modes] of [...codes.modes].sort(([a], [b]) => (a < b ? -1 : 1)))
    for (const mode of modes) {
      const having = all.filter((act) => act.type === type && act.modes.includes(mode));
      rows.push([`${type} ${mode}`, having.filter((act) => events.has(act)).length, having.length]);
    }
  return { title: "Acts by mode", head: ["mode", "events", "with inner acts"], rows };
}

function varietyTable(items: readonly PlacedItem[]): TallyTable {
  const acts = items.flatMap(({ item }) => [...actsWithin(item.acts)]);
  const rows = [...groupBy(acts, ({ type }) => type)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, of]) => {
      const triggers = groupBy(of, ({ trigger }) => trigger.text.toLowerCase());
      const common = [...triggers].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
      const shown = common.slice(0, 3).map(([text, { length }]) => `${text} (${length})`);
      return [type, of.length, triggers.size, shown.join(", ")];
    });
  return { title: "Triggers by type", head: ["type", "acts", "distinct triggers", "commonest"], rows };
}

/** Lengths in words (quartiles) and the share of distinct first two words. */
export function textFigures(items: readonly PlacedItem[]): { quartiles: number[]; openings: number } {
  const words = items.map(({ item }) => item.text.split(/\s+/));
  const lengths = words.map(({ length }) => length).sort((a, b) => a - b);
  const at = (share: number) =>
    lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * share))] ?? 0;
  const openings = new Set(words.map((w) => w.slice(0, 2).join(" ").toLowerCase()));
  return { quartiles: [at(0), at(0.25), at(0.5), at(0.75), at(1)], openings: openings.size / words.length };
}

export function groupBy<T>(values: readonly T[], key: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) groups.set(key(value), [...(groups.get(key(value)) ?? []), value]);
  return groups;
}

/** Shares that the parts aim at. */
export const PART_SHARES: Readonly<Record<CorpusPart, number>> = { train: 0.7, dev: 0.1, test: 0.2 };
