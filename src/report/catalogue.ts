import { type Lexicon, listOf, type Table } from "../resource/index.ts";

/** A publication as its profile has it. */
export interface Profile {
  readonly name: string;
  /** Year of volume 1. */
  readonly firstYear: number | null;
  readonly frequency: string;
}

/** Names that parentheses, datelines and headers are checked against. */
export interface Catalogue {
  /** Standard name of a news agency or medium by any of its names, or null. */
  agency(name: string): string | null;
  publication(name: string): Profile | null;
  /** Whether a name is a place or a country, and so no agency. */
  isPlace(name: string): boolean;
}

const made = new WeakMap<Lexicon, Catalogue>();

/** The catalogue of a lexicon, made at the first call. */
export function catalogueOf(lexicon: Lexicon): Catalogue {
  let catalogue = made.get(lexicon);
  if (catalogue === undefined) {
    catalogue = compile(lexicon);
    made.set(lexicon, catalogue);
  }
  return catalogue;
}

function compile(lexicon: Lexicon): Catalogue {
  const agencies = namesOf(lexicon.agencies, (row) => lexicon.agencies.cell(row, "name"));
  const profiles = namesOf(lexicon.publications, (row) => profileOf(lexicon.publications, row));
  const places = new Set([
    ...namesOf(lexicon.places, () => true).keys(),
    ...namesOf(lexicon.countries, () => true).keys(),
  ]);
  return {
    agency: (name) => agencies.get(keyOf(name)) ?? null,
    publication: (name) => profiles.get(keyOf(name)) ?? null,
    isPlace: (name) => places.has(keyOf(name)),
  };
}

function profileOf(table: Table, row: number): Profile {
  const year = table.cell(row, "first_year");
  return {
    name: table.cell(row, "name"),
    firstYear: year === "" ? null : Number(year),
    frequency: table.cell(row, "frequency"),
  };
}

function namesOf<T>(table: Table, value: (row: number) => T): Map<string, T> {
  const names = new Map<string, T>();
  for (let row = 0; row < table.rowCount; row++) {
    for (const name of [table.cell(row, "name"), ...listOf(table.cell(row, "aliases"))]) {
      if (name !== "" && !names.has(keyOf(name))) names.set(keyOf(name), value(row));
    }
  }
  return names;
}

/** Names are compared without case, articles, dots, and kinds of hyphen or apostrophe. */
function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the\s+/, "")
    .replaceAll(".", "")
    .replace(/[\u2010-\u2015]/g, "-")
    .replaceAll("\u2019", "'")
    .replace(/\s+/g, " ")
    .trim();
}
