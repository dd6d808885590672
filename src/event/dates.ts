import type { Document } from "../document/index.ts";
import type { Mentions, TimeMention } from "../mention/index.ts";
import type { DateRange } from "../time/index.ts";
import type { EventDateBasis } from "./act.ts";
import { childOf, isVerbal, REL } from "./grammar.ts";

/** A date with the way it is known. */
export interface Dated {
  readonly date: DateRange;
  readonly basis: EventDateBasis;
}

/** The time expressions of a document by the word that they date: a trigger, else the verb of their clause. */
export type TimeIndex = ReadonlyMap<number, readonly TimeMention[]>;

/** Gives each time expression to the trigger nearest above it, or to the verb of its clause. */
export function indexTimes(
  doc: Document,
  mentions: Mentions,
  isTrigger: (word: number) => boolean,
): TimeIndex {
  const index = new Map<number, TimeMention[]>();
  for (const time of mentions.times) {
    const owner = ownerOf(doc, time, isTrigger);
    if (owner < 0) continue;
    const list = index.get(owner);
    if (list === undefined) index.set(owner, [time]);
    else list.push(time);
  }
  return index;
}

/** An unmarked "yesterday" belongs to its verb; one inside a noun phrase to that noun's event. */
function ownerOf(doc: Document, time: TimeMention, isTrigger: (word: number) => boolean): number {
  let word = time.head;
  for (let depth = 0; depth < 30 && word >= 0; depth++) {
    if (word < time.start || word >= time.end) {
      if (isTrigger(word) || isVerbal(doc, word)) return word;
    }
    const head = doc.head[word]!;
    if (head < 0) return word;
    word = head;
  }
  return word;
}

/** The date that is stated at one of these words (trigger, carrier, clause), nearest first. */
export function dateAt(doc: Document, times: TimeIndex, words: readonly number[]): Dated | null {
  for (const word of words) {
    const time = times.get(word)?.[0];
    if (time !== undefined) return dated(time);
    if (doc.deprel[word] !== REL.conj || childOf(doc, word, REL.nsubj, REL.nsubjPass) >= 0) continue;
    const shared = times.get(doc.head[word]!)?.[0];
    if (shared !== undefined) return dated(shared);
  }
  return null;
}

/** "until yesterday" gives the last day, "since" and "from" the first. */
function dated(time: TimeMention): Dated {
  const { first, last, edtf } = time.value;
  const basis = time.basis;
  if (time.bound === "until" && !edtf.includes(".."))
    return { date: { first: null, last: last ?? first, edtf: `../${edtf}` }, basis };
  if (time.bound === "since" && !edtf.includes(".."))
    return { date: { first, last: null, edtf: `${edtf}/..` }, basis };
  return { date: time.value, basis };
}

/** A day as a range. */
export function dayRange(day: string): DateRange {
  return { first: day, last: day, edtf: day };
}

/** Days between two ISO days, by the civil calendar; positive where the second is later. */
export function daysBetween(first: string, second: string): number {
  return dayNumber(second) - dayNumber(first);
}

function dayNumber(day: string): number {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const date = Number(day.slice(8, 10));
  const shifted = year - (month <= 2 ? 1 : 0);
  const inYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  return (
    365 * shifted + Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400) + inYear
  );
}

/** The last day that a range allows, where it gives any ("2014" ends on December 31). */
export function latestDay(range: DateRange): string | null {
  if (range.last !== null) return range.last;
  const text = range.edtf;
  if (text.endsWith("..") || text.includes("X")) return null;
  const end = text.split("/").pop()!;
  if (/^\d{4}$/.test(end)) return `${end}-12-31`;
  if (/^\d{4}-\d{2}$/.test(end)) return `${end}-28`;
  return null;
}
