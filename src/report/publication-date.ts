import { addDays, checkedDate, type IsoDate, parseIsoDate, weekdayOf } from "../time/index.ts";
import type { Profile } from "./catalogue.ts";
import type { CitedDay } from "./citations.ts";
import type { DateBasis } from "./report.ts";

/** A report's day, what is known of it in EDTF, and how. */
export interface PublicationDate {
  readonly date: IsoDate | null;
  readonly dateEdtf: string | null;
  readonly dateBasis: DateBasis;
}

/** What speaks for a report's day. */
export interface DateEvidence {
  readonly given: IsoDate | null;
  readonly givenBy: "header" | "option";
  /** The words of a date field in the header. */
  readonly field: string | null;
  readonly dateline: CitedDay | null;
  readonly profile: Profile | null;
  readonly volume: number | null;
  /** Days of the agency citations, in text order. */
  readonly cited: readonly CitedDay[];
  /** Whether the text says "yesterday", so that the day cited last was the day before. */
  readonly saysYesterday: boolean;
}

const NONE: PublicationDate = { date: null, dateEdtf: null, dateBasis: "none" };

/**
 * The day a report was published: as given; else as its header or dateline says; else from the agencies that it cites, with
 * the year of its volume. Where no year can be had the day stays partial (`XXXX-10-06`).
 */
export function publicationDate(evidence: DateEvidence): PublicationDate {
  const { given, givenBy, field, dateline, profile, volume } = evidence;
  if (given !== null) return { date: given, dateEdtf: given, dateBasis: givenBy };
  const stated = field === null ? null : readFullDate(field);
  if (stated !== null) return { date: stated, dateEdtf: stated, dateBasis: "header" };
  const year = profile?.firstYear == null || volume === null ? null : profile.firstYear + volume - 1;
  if (dateline !== null) return fromDay(dateline, 0, year, "header");
  const last = latest(evidence.cited);
  if (last !== null) return fromCitation(last, year, evidence);
  return year === null ? NONE : { date: null, dateEdtf: pad(year, 4), dateBasis: "profile" };
}

function fromCitation(
  cited: CitedDay,
  year: number | null,
  { saysYesterday, profile }: DateEvidence,
): PublicationDate {
  if (saysYesterday) return fromDay(cited, 1, year, "citation");
  const next = fromDay(cited, 1, year, "profile");
  if (next.date === null || profile === null) {
    const own = fromDay(cited, 0, year, "citation");
    return {
      date: null,
      dateEdtf: own.date === null ? own.dateEdtf : `${own.date}/..`,
      dateBasis: "citation",
    };
  }
  if (profile.frequency === "daily") return next;
  if (profile.frequency !== "weekdays")
    return { date: null, dateEdtf: `${addDays(next.date, -1)}/..`, dateBasis: "citation" };
  const weekday = weekdayOf(next.date);
  const date = weekday < 6 ? next.date : addDays(next.date, 8 - weekday);
  return { date, dateEdtf: date, dateBasis: "profile" };
}

/** The day `later` days after a month and day, in the year in which the report was published. */
function fromDay(cited: CitedDay, later: number, year: number | null, dateBasis: DateBasis): PublicationDate {
  const own = cited.year ?? year;
  if (own === null) {
    // A leap year shows the day that follows in every year but at the end of February.
    const day = checkedDate(2000, cited.month, cited.day);
    return day === null ? NONE : { date: null, dateEdtf: `XXXX${addDays(day, later).slice(4)}`, dateBasis };
  }
  for (const candidate of cited.year === null ? [own, own - 1] : [own]) {
    const day = checkedDate(candidate, cited.month, cited.day);
    if (day === null) continue;
    const date = addDays(day, later);
    if (cited.year !== null || date.startsWith(pad(own, 4))) return { date, dateEdtf: date, dateBasis };
  }
  return NONE;
}

/** The latest of several days; January follows December where both are cited. */
function latest(days: readonly CitedDay[]): CitedDay | null {
  let best: CitedDay | null = null;
  for (const day of days) {
    if (best === null || ordinal(day, best) > 0) best = day;
  }
  return best;
}

function ordinal(a: CitedDay, b: CitedDay): number {
  if (a.year !== null && b.year !== null && a.year !== b.year) return a.year - b.year;
  const months = a.month - b.month;
  if (months > 6) return -1;
  if (months < -6) return 1;
  return months !== 0 ? months : a.day - b.day;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** A whole date as a header field gives it: 1998-10-06, 6 October 1998, Tuesday, October 6, 1998. */
function readFullDate(field: string): IsoDate | null {
  const iso = /\b(\d{4}-\d{2}-\d{2})\b/.exec(field);
  if (iso !== null) return parseIsoDate(iso[1]!);
  const words = field
    .slice(0, 80)
    .toLowerCase()
    .split(/[\s,.]+/);
  const month = words.findIndex((word) => MONTHS.includes(word.slice(0, 3)) && /^[a-z]+$/.test(word));
  const year = words.find((word) => /^(?:1[89]|20)\d\d$/.test(word));
  if (month < 0 || year === undefined) return null;
  const around = [words[month + 1], words[month - 1]].map(
    (word) => /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word ?? "")?.[1],
  );
  const day = around.find((value) => value !== undefined);
  return day === undefined
    ? null
    : checkedDate(Number(year), MONTHS.indexOf(words[month]!.slice(0, 3)) + 1, Number(day));
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
