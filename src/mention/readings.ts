import type { IsoDate } from "../time/index.ts";
import type { Mention, MentionKind, Reading } from "./mention.ts";
import type { NameEntry, NameKind, Names } from "./names.ts";

/** What a name means on a day: its readings, the likeliest first, and what sort of mention it makes. */
export interface NameSense {
  readonly kind: MentionKind;
  readonly readings: readonly Reading[];
  readonly entry: NameEntry;
  /** Code on the day. */
  readonly code: string | null;
  readonly sector: string | null;
}

const ORDER: Readonly<Record<NameKind, number>> = {
  government: 0,
  organization: 1,
  group: 2,
  state: 3,
  contested: 4,
  capital: 5,
  place: 6,
  ethnic: 7,
  religious: 8,
  discard: 9,
};

const KINDS: Readonly<Record<NameKind, MentionKind>> = {
  government: "organization",
  organization: "organization",
  group: "group",
  state: "state",
  contested: "state",
  capital: "place",
  place: "place",
  ethnic: "group",
  religious: "group",
  discard: "common",
};

function isValid(entry: NameEntry, day: IsoDate | null): boolean {
  if (day === null) return entry.until === "";
  return (entry.from === "" || entry.from <= day) && (entry.until === "" || day <= entry.until);
}

/** Rows of states that exist on the day go before those that only lead to one. */
function rank(names: Names, entry: NameEntry, day: IsoDate | null): number {
  const isOwn = entry.code === null || names.countries.at(entry.code, day) === entry.code;
  return ORDER[entry.kind] * 2 + (isOwn ? 0 : 1);
}

/** The sense of a name on a day; rows that do not hold on that day count only where no other does. */
export function senseOf(names: Names, entries: readonly NameEntry[], day: IsoDate | null): NameSense | null {
  if (entries.length === 0) return null;
  const valid = entries.filter((entry) => isValid(entry, day));
  const pool = [...(valid.length > 0 ? valid : entries)].sort(
    (a, b) => rank(names, a, day) - rank(names, b, day),
  );
  const hasState = pool[0]!.kind === "state" || pool[0]!.kind === "contested";
  const readings: Reading[] = [];
  for (const entry of pool) {
    // "Albanian" alone is of the state; the people's name counts where the text says "ethnic" or the state is another.
    if (hasState && (entry.kind === "ethnic" || entry.kind === "religious")) continue;
    for (const reading of readingsOf(names, entry, day))
      if (
        !readings.some(
          ({ as, code, name }) => as === reading.as && code === reading.code && name === reading.name,
        )
      )
        readings.push(reading);
  }
  if (readings.length === 0) return null;
  const entry = pool[0]!;
  const first = readings[0]!;
  const isCity = entry.kind === "capital" && !readings.some(({ as }) => as === "government");
  return {
    kind: isCity ? "place" : KINDS[entry.kind],
    readings,
    entry,
    code: first.code,
    sector: first.sector,
  };
}

function readingsOf(names: Names, entry: NameEntry, day: IsoDate | null): Reading[] {
  const code = entry.code === null ? null : names.countries.at(entry.code, day);
  const { name, source, sector } = entry;
  const make = (as: Reading["as"], ofSector: string | null): Reading => ({
    as,
    code,
    sector: ofSector,
    name,
    source,
  });
  const place: Reading = {
    ...make("place", null),
    place: {
      latitude: entry.latitude,
      longitude: entry.longitude,
      precision:
        entry.kind === "state"
          ? "country"
          : entry.sort === "city" || entry.kind === "capital"
            ? "city"
            : "province",
    },
  };
  switch (entry.kind) {
    case "state":
      return [make("state", null), make("government", "GOV"), place];
    case "contested":
      return [make("state", sector), place];
    case "capital":
      // Before the state was one, or after, its seat is a city and no government.
      return code === entry.code ? [make("government", "GOV"), place] : [place];
    case "government":
      return [make("government", "GOV")];
    case "place":
      return [place];
    case "organization":
      return [make("organization", sector)];
    case "group":
      return [make("group", sector)];
    case "ethnic":
    case "religious":
      return [make("group", "CVL")];
    case "discard":
      return [];
  }
}

const PREFERENCE = {
  actor: ["government", "organization", "group", "person", "role", "state", "place"],
  place: ["place", "state"],
} as const;

/** The reading of a mention that fits its role in a frame: a capital that acts is a government, one acted in a city. */
export function readingFor(mention: Mention, role: "actor" | "place"): Reading | null {
  if (role === "actor" && mention.kind !== "place") return mention.readings[0] ?? null;
  for (const as of PREFERENCE[role]) {
    const found = mention.readings.find((reading) => reading.as === as);
    if (found !== undefined) return found;
  }
  return role === "actor" ? (mention.readings[0] ?? null) : null;
}
