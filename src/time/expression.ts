import { between } from "./calendar.ts";
import type { DateRange, IsoDate } from "./date.ts";
import { type Point, type PointReading, pointOf, readPoint, type Side } from "./expression-point.ts";
import { lengthAfter, readNamed, readRelative, readTold } from "./expression-relative.ts";
import { readSpan } from "./expression-span.ts";
import { expressionWords, isYearWord } from "./expression-words.ts";

/** The value of a date expression, how it hangs on the report's day, and the rule that read it. */
export interface ResolvedDate {
  readonly value: DateRange;
  readonly basis: "stated" | "relative";
  readonly bound: "at" | "until" | "since" | "by" | "for";
  readonly rule: string;
}

/** What the text around an expression tells of it. */
export interface DateContext {
  /** Whether its verb speaks of what was or of what is to come; null, as without it, where nobody can tell. */
  readonly side?: Side;
  /** The day that the text spoke of last, which "the following day" counts from. */
  readonly told?: IsoDate | null;
  /** Whether its verb is in the perfect, so that "for two weeks" reaches to the report's day. */
  readonly isPerfect?: boolean;
}

type Bound = ResolvedDate["bound"];

/** What a word before a date makes of it: "in May" is a month, "on the 5th" a day; "pressure on May" is neither. */
type Preparation = "any" | "day" | "none";

/** Words before a date, longest first, how they bound it, and what they make of the word after them. */
const OPENERS: readonly (readonly [words: string, bound: Bound, prepares: Preparation])[] = [
  ["no later than", "by", "any"],
  ["not later than", "by", "any"],
  ["as early as", "at", "any"],
  ["as of", "since", "any"],
  ["up to", "until", "day"],
  ["until", "until", "any"],
  ["till", "until", "any"],
  ["through", "until", "any"],
  ["since", "since", "any"],
  ["by", "by", "any"],
  ["for", "for", "day"],
  ["on", "at", "day"],
  ["in", "at", "any"],
  ["at", "at", "none"],
  ["over", "at", "none"],
  ["during", "at", "any"],
  ["throughout", "at", "any"],
];
const PARTS = new Set(["morning", "afternoon", "evening", "night"]);
const QUALIFIERS = new Set(["early", "late", "earlier", "later", "mid"]);
const EDGES = new Set(["end", "close", "beginning", "start", "middle"]);

/** The value of a phrase that is a date expression and nothing else; null where it is none or cannot be reckoned. */
export function resolveDate(
  expression: string,
  anchor: IsoDate | null,
  context: DateContext = {},
): ResolvedDate | null {
  if (expression.length > 80) return null;
  const opened = openerOf(expressionWords(expression));
  const { bound } = opened;
  const side = sideOf(bound, context.side ?? null);
  if (bound === "for" && countedDays(opened.words, anchor) !== null)
    return context.isPerfect === true ? countedDays(opened.words, anchor) : null;
  const reading = coreOf(opened, anchor, side, context.told ?? null);
  if (reading === null) return null;
  const isLength = reading.rule === "past-length" || reading.rule === "next-length";
  const kept = bound === "for" && !isLength ? "at" : bound;
  return { ...reading, value: bounded(reading.value, kept), bound: kept };
}

/** "Set for Friday" looks ahead and "since Friday" back, whatever the verb; "by Friday" ahead, if no verb tells. */
function sideOf(bound: Bound, side: Side): Side {
  if (bound === "since") return "past";
  if (bound === "for") return "future";
  return bound === "by" ? (side ?? "future") : side;
}

interface Opened {
  readonly bound: Bound;
  readonly words: readonly string[];
  readonly prepares: Preparation;
}

function openerOf(words: readonly string[]): Opened {
  const text = `${words.join(" ")} `;
  // "From Monday on": where it begins.
  if (words[0] === "from" && ["on", "onward", "onwards"].includes(words.at(-1)!))
    return { bound: "since", words: words.slice(1, -1), prepares: "any" };
  for (const [opener, bound, prepares] of OPENERS) {
    if (text.startsWith(`${opener} `))
      return { bound, words: words.slice(opener.split(" ").length), prepares };
  }
  return { bound: "at", words, prepares: "none" };
}

function coreOf(
  opened: Opened,
  anchor: IsoDate | null,
  side: Side,
  told: IsoDate | null,
): PointReading | null {
  const { words, prepares } = qualifiedBy(opened);
  if (words.length === 0 || words.length > 8) return null;
  const ofDay = partOfDay(words);
  if (ofDay !== null) {
    const reading = coreOf({ bound: "at", words: ofDay, prepares: "any" }, anchor, side, told);
    return reading !== null && reading.value.first !== null && reading.value.first === reading.value.last
      ? reading
      : null;
  }
  return (
    statedPoint(words, anchor, side, prepares) ??
    readSpan(words, anchor, side) ??
    readNamed(words, anchor) ??
    (anchor === null ? null : readRelative(words, anchor, side)) ??
    (told === null ? null : readTold(words, told))
  );
}

/** Leaves out what makes a period no longer and no other: "late last week", "the early 1990s", "the end of the month". */
function qualifiedBy({ bound, words, prepares }: Opened): Opened {
  const start = words[0] === "the" ? 1 : 0;
  const word = words[start] ?? "";
  if (QUALIFIERS.has(word)) {
    const next = words[start + 1] === "on" || words[start + 1] === "in" ? start + 2 : start + 1;
    const rest = words.slice(next);
    if (rest.length === 0) return { bound, words: [], prepares };
    const isTheUnit = next > start + 1 && rest[0] === "the";
    return { bound, words: isTheUnit ? thisUnit(rest) : rest, prepares: "any" };
  }
  if (EDGES.has(word) && words[start + 1] === "of")
    return { bound, words: thisUnit(words.slice(start + 2)), prepares: "any" };
  return { bound, words, prepares };
}

/** "the end of the month" is that of this month. */
function thisUnit(words: readonly string[]): readonly string[] {
  const isUnit = words.length === 2 && words[0] === "the" && /^(?:week|month|year)$/.test(words[1]!);
  return isUnit ? ["this", words[1]!] : words;
}

/** The day of "Monday morning" or "the evening of October 5"; null where there is no part of a day. */
function partOfDay(words: readonly string[]): readonly string[] | null {
  const [a, b, c] = words;
  if (a === "the" && PARTS.has(b ?? "") && c === "of") return words.slice(3);
  if (words.length < 2 || !PARTS.has(words.at(-1)!) || a === "this" || a === "the") return null;
  return a === "last" && words.length === 2 ? null : words.slice(0, -1);
}

function statedPoint(
  words: readonly string[],
  anchor: IsoDate | null,
  side: Side,
  prepares: Preparation,
): PointReading | null {
  const [word = ""] = words;
  if (words.length === 1 && /^\d{4}-\d{2}-\d{2}$/.test(word)) {
    const [year = 0, month = 0, day = 0] = word.split("-").map(Number);
    const reading = readPoint({ weekday: 0, day, month, year }, null, null);
    return reading === null || month > 12 || month < 1 || day < 1 ? null : { ...reading, rule: "iso-day" };
  }
  if (words.length === 2 && word === "the" && !/^\d{1,2}(?:st|nd|rd|th)$/.test(words[1]!)) return null;
  if (words.length === 3 && word === "the" && words[1] === "year" && isYearWord(words[2]))
    return statedPoint(words.slice(2), anchor, side, "any");
  const point = pointOf(words, anchor);
  if (point === null) return null;
  return isTold(point, words, prepares) ? readPoint(point, anchor, side) : null;
}

/** Whether the words say that they are a date: "5" and "1998" may be counts, "May" and "Jan" persons. */
function isTold(point: Point, words: readonly string[], prepares: Preparation): boolean {
  const [word = ""] = words;
  if (point.day > 0 && point.month === 0)
    return point.year === 0 && prepares !== "none" && words.length === 2;
  if (words.length > 1 || point.weekday > 0 || prepares === "any") return true;
  return point.month > 0 && word.length > 3 && word !== "march";
}

function bounded(value: DateRange, bound: Bound): DateRange {
  if (bound !== "since" && bound !== "until" && bound !== "by") return value;
  const [first = "", last = first] = value.edtf.split("/");
  if (bound === "since") return { first: value.first, last: null, edtf: `${firstYear(first)}/..` };
  return { first: null, last: value.last, edtf: `../${lastYear(last)}` };
}

/** A decade has no place in an interval of EDTF's level 1. */
function firstYear(point: string): string {
  return /^\d{3}X$/.test(point) ? `${point.slice(0, 3)}0` : point;
}

function lastYear(point: string): string {
  return /^\d{3}X$/.test(point) ? `${point.slice(0, 3)}9` : point;
}

/** "two weeks" as the days up to the report's day. */
function countedDays(words: readonly string[], anchor: IsoDate | null): ResolvedDate | null {
  const [number, unit] = words;
  if (anchor === null || words.length !== 2) return null;
  const first = lengthAfter(number, unit, -1, anchor);
  if (first === null) return null;
  return { value: between(first, anchor), basis: "relative", bound: "for", rule: "duration" };
}
