import { listOf, type Resources } from "../resource/index.ts";
import type { IsoDate } from "../time/index.ts";
import { pieces } from "./pieces.ts";

/** One tenure of a public office. */
export interface Holder {
  readonly name: string;
  /** The surname names the holder by itself. */
  readonly standsAlone: boolean;
  readonly gender: "he" | "she" | null;
  readonly code: string;
  readonly sector: string | null;
  readonly office: string;
  /** First and last day as far as they are known, "" where the tenure is open. */
  readonly from: IsoDate;
  readonly until: IsoDate;
  /** The same as the lexicon writes them: a year, a month or a day. */
  readonly since: string;
  readonly to: string;
  readonly source: string;
}

/** The public office holders of the lexicon, by full name and by surname. */
export interface Holders {
  readonly byName: ReadonlyMap<string, readonly Holder[]>;
  readonly bySurname: ReadonlyMap<string, readonly Holder[]>;
  /** Surnames that are a name wherever they stand with a capital, whatever the tagger makes of them. */
  readonly alone: ReadonlySet<string>;
}

/** What the lexicon says of a person on a day. */
export interface HeldOffice {
  readonly holder: Holder;
  /** Sector on the day: that of the office while it is held, ELI after it; null before it. */
  readonly sector: string | null;
  readonly isHeld: boolean;
}

const keyOf = (name: string): string => pieces(name).join(" ");

/** Reads `holders.tsv`. */
export function compileHolders({ lexicon }: Pick<Resources, "lexicon">): Holders {
  const table = lexicon.holders;
  const byName = new Map<string, Holder[]>();
  const bySurname = new Map<string, Holder[]>();
  const put = (map: Map<string, Holder[]>, name: string, holder: Holder) => {
    const key = keyOf(name);
    const list = map.get(key);
    if (list === undefined) map.set(key, [holder]);
    else if (!list.includes(holder)) list.push(holder);
  };
  for (let row = 0; row < table.rowCount; row++) {
    const cell = (column: string) => table.cell(row, column);
    const gender = cell("gender");
    const holder: Holder = {
      name: cell("name"),
      standsAlone: cell("alone") === "yes",
      gender: gender === "he" || gender === "she" ? gender : null,
      code: cell("country"),
      sector: cell("sector") || null,
      office: cell("office"),
      from: edge(cell("from"), "-01-01"),
      until: edge(cell("until"), "-12-31"),
      since: cell("from"),
      to: cell("until"),
      source: table.source(row),
    };
    for (const name of [holder.name, ...listOf(cell("aliases"))]) put(byName, name, holder);
    for (const name of listOf(cell("surname"))) put(bySurname, name, holder);
  }
  const alone = new Set<string>();
  for (const [key, list] of bySurname) if (list.some(({ standsAlone }) => standsAlone)) alone.add(key);
  return { byName, bySurname, alone };
}

/** The first or last day that a year, a month or a day allows. */
function edge(text: string, missing: string): IsoDate {
  if (text === "") return "";
  const rest = text.length === 7 && missing === "-12-31" ? "-31" : missing.slice(text.length - 4);
  return text.length === 10 ? text : text + rest;
}

/** How long after office a surname alone, or one with "Mr.", still leads to the last holder. */
const MEMORY_YEARS = 3;

/**
 * The office of a person named in full, or by a surname, on a day. A full name is always found; a surname only while an
 * office is held or a little after, and only where those whom it fits agree in state and sector.
 */
export function heldOffice(
  holders: Holders,
  name: string,
  day: IsoDate | null,
  office: string | null,
): HeldOffice | null {
  const key = keyOf(name);
  const named = holders.byName.get(key);
  if (named !== undefined) return bestOf(fitting(named, office), day) ?? bestOf(named, day);
  const surnamed = holders.bySurname.get(key);
  if (surnamed === undefined) return null;
  const isTitled = office !== null;
  const near = surnamed.filter((holder) => (isTitled || holder.standsAlone) && isNear(holder, day));
  const pool = isTitled && office !== "" ? fitting(near, office) : near;
  const held = pool.filter((holder) => isOn(holder, day));
  const candidates = held.length > 0 ? held : pool;
  const names = new Set(candidates.map((holder) => holder.name));
  return names.size === 1 ? bestOf(candidates, day) : null;
}

/** Those whose office the title may mean: "Foreign Minister" the foreign minister, "President" any president. */
function fitting(all: readonly Holder[], office: string | null): readonly Holder[] {
  if (office === null || office === "") return all;
  return all.filter((holder) => sameOffice(office, holder.office));
}

/** Whether a title in a text may mean an office of the lexicon. */
export function sameOffice(title: string, office: string): boolean {
  const [a, b] = [plain(title), plain(office)];
  return a.includes(b) || b.includes(a);
}

/** Titles as they are compared: one word for one thing. */
function plain(office: string): string {
  return office
    .toLowerCase()
    .replace(/\b(?:former|then|acting|interim|ex)[ -]/g, "")
    .replace(/secretary[ -]general/g, "secretary general")
    .replace(/\bdefence\b/g, "defense")
    .replace(/\bpremier\b|\btaoiseach\b/g, "prime minister")
    .replace(/\bpres\./g, "president")
    .replace(
      /\bforeign secretary\b|\bminister of foreign affairs\b|\bexternal affairs minister\b/g,
      "foreign minister",
    )
    .trim();
}

function isOn({ from, until }: Holder, day: IsoDate | null): boolean {
  if (day === null) return true;
  return (from === "" || from <= day) && (until === "" || day <= until);
}

function isNear(holder: Holder, day: IsoDate | null): boolean {
  if (isOn(holder, day)) return true;
  if (day === null || holder.until === "" || day < holder.from) return false;
  return Number(day.slice(0, 4)) - Number(holder.until.slice(0, 4)) <= MEMORY_YEARS;
}

/** The office held on the day, else the last one before it, else the first after it. */
function bestOf(all: readonly Holder[], day: IsoDate | null): HeldOffice | null {
  const [first] = all;
  if (first === undefined) return null;
  const people = all.filter(({ name }) => name === first.name);
  const others = all.filter(({ name }) => name !== first.name);
  if (others.length > 0) {
    // Two bearers of one name (George Bush): the one in office, else nobody knows which.
    const held = all.filter((holder) => isOn(holder, day));
    const names = new Set(held.map(({ name }) => name));
    return day !== null && names.size === 1 ? bestOf(held, day) : common(all);
  }
  const held = people.filter((holder) => isOn(holder, day)).sort(byStart);
  const last = held.at(-1);
  if (last !== undefined) return { holder: last, sector: last.sector, isHeld: true };
  const past = people.filter(({ until }) => until !== "" && until < day!).sort(byStart);
  const latest = past.at(-1);
  if (latest !== undefined) return { holder: latest, sector: "ELI", isHeld: false };
  const coming = [...people].sort(byStart)[0]!;
  return { holder: coming, sector: null, isHeld: false };
}

/** What several bearers of one name have in common: their state, if it is one. */
function common(all: readonly Holder[]): HeldOffice | null {
  const codes = new Set(all.map(({ code }) => code));
  if (codes.size > 1) return null;
  const sectors = new Set(all.map(({ sector }) => sector));
  return { holder: all[0]!, sector: sectors.size === 1 ? all[0]!.sector : null, isHeld: false };
}

function byStart(a: Holder, b: Holder): number {
  return a.from < b.from ? -1 : a.from > b.from ? 1 : 0;
}
