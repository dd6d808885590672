import {
  addDays,
  addMonths,
  between,
  checkedDate,
  daysInMonth,
  inMonth,
  inYear,
  isoDate,
  onDay,
  weekdayOf,
  yearless,
} from "./calendar.ts";
import type { DateRange, IsoDate } from "./date.ts";

/** The value of a date expression, how it hangs on the report's day, and the rule that read it. */
export interface ResolvedDate {
  readonly value: DateRange;
  readonly basis: "stated" | "relative";
  readonly bound: "at" | "until" | "since" | "by" | "for";
  readonly rule: string;
}

type Reading = Omit<ResolvedDate, "bound">;
type Bound = ResolvedDate["bound"];

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH_NAMES = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const NUMBERS = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
const BOUNDS: Readonly<Record<string, Bound>> = {
  until: "until",
  till: "until",
  since: "since",
  by: "by",
  for: "for",
  on: "at",
  in: "at",
  during: "at",
};
const PARTS = new Set(["morning", "afternoon", "evening", "night"]);

/** The month from 1 that a word names; 0 where it names none. */
export function monthNumber(word: string | undefined): number {
  if (word === undefined) return 0;
  const bare = word.endsWith(".") ? word.slice(0, -1) : word;
  if (bare === "sept") return 9;
  return (bare.length === 3 ? MONTHS.indexOf(bare) : MONTH_NAMES.indexOf(bare)) + 1;
}

/** The value of a phrase that is a date expression and nothing else; null where it is none or cannot be reckoned. */
export function resolveDate(expression: string, anchor: IsoDate | null): ResolvedDate | null {
  if (expression.length > 80) return null;
  const words = expression
    .toLowerCase()
    .replaceAll(",", " ")
    .split(/\s+/)
    .filter((word) => word !== "");
  let bound: Bound = "at";
  let prepared = false;
  if (words[0] !== undefined && Object.hasOwn(BOUNDS, words[0])) {
    bound = BOUNDS[words.shift()!]!;
    prepared = true;
  }
  if (bound === "for") return duration(words, anchor);
  if (words[0] === "early" || words[0] === "late" || words[0] === "earlier" || words[0] === "later")
    words.shift();
  if (words.length > 1 && PARTS.has(words.at(-1)!) && words[0] !== "this") words.pop();
  const reading = stated(words, anchor, prepared) ?? (anchor === null ? null : relative(words, anchor));
  return reading === null ? null : { ...reading, value: bounded(reading.value, bound), bound };
}

function bounded(value: DateRange, bound: Bound): DateRange {
  const [first = "", last = first] = value.edtf.split("/");
  if (bound === "since") return { first: value.first, last: null, edtf: `${first}/..` };
  if (bound === "until" || bound === "by") return { first: null, last: value.last, edtf: `../${last}` };
  return value;
}

function stated(words: readonly string[], anchor: IsoDate | null, prepared: boolean): Reading | null {
  const [a = "", b = "", c = ""] = words;
  if (words.length === 1) {
    const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(a);
    if (iso) return day(checkedDate(Number(iso[1]), Number(iso[2]), Number(iso[3])), "iso-day");
    if (prepared && yearOf(a)) return { value: inYear(Number(a)), basis: "stated", rule: "year" };
    const month = monthNumber(a);
    if (month > 0 && (prepared || (month !== 3 && month !== 5))) return yearlessMonth(month, anchor);
  }
  if (words.length === 2 && a === "the" && /^\d{3}0s$/.test(b)) {
    const year = Number(b.slice(0, 4));
    return {
      value: { first: isoDate(year, 1, 1), last: isoDate(year + 9, 12, 31), edtf: `${b.slice(0, 3)}X` },
      basis: "stated",
      rule: "decade",
    };
  }
  if (words.length === 2 && monthNumber(a) > 0 && yearOf(b))
    return { value: inMonth(Number(b), monthNumber(a)), basis: "stated", rule: "month-year" };
  const first = monthNumber(a) > 0 ? [monthNumber(a), dayOf(b)] : [monthNumber(b), dayOf(a)];
  const [month = 0, number = 0] = first;
  if (month === 0 || number === 0 || words.length > 3) return null;
  if (words.length === 3) return yearOf(c) ? day(checkedDate(Number(c), month, number), "day") : null;
  return words.length === 2 ? yearlessDay(month, number, anchor) : null;
}

function day(date: IsoDate | null, rule: string): Reading | null {
  return date === null ? null : { value: onDay(date), basis: "stated", rule };
}

function dayOf(word: string): number {
  const number = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word)?.[1];
  return number === undefined ? 0 : Number(number);
}

function yearOf(word: string): boolean {
  return /^(?:1[5-9]|20)\d{2}$/.test(word);
}

function yearlessMonth(month: number, anchor: IsoDate | null): Reading {
  if (anchor === null) return { value: yearless(month, null), basis: "stated", rule: "month" };
  const year = Number(anchor.slice(0, 4)) - (month > Number(anchor.slice(5, 7)) ? 1 : 0);
  return { value: inMonth(year, month), basis: "stated", rule: "month" };
}

function yearlessDay(month: number, number: number, anchor: IsoDate | null): Reading | null {
  if (number > daysInMonth(2000, month)) return null;
  const date = anchor === null ? null : nearestDay(month, number, anchor);
  return date === null
    ? { value: yearless(month, number), basis: "stated", rule: "month-day" }
    : day(date, "month-day");
}

/** The day of that name nearest to the anchor: at most three months ahead, else in the past. */
export function nearestDay(month: number, number: number, anchor: IsoDate): IsoDate | null {
  const year = Number(anchor.slice(0, 4));
  const limit = addMonths(anchor, 3);
  for (const candidate of [year + 1, year, year - 1]) {
    const date = checkedDate(candidate, month, number);
    if (date !== null && date <= limit) return date;
  }
  return null;
}

function relative(words: readonly string[], anchor: IsoDate): Reading | null {
  const text = words.join(" ");
  const step: Readonly<Record<string, number>> = {
    yesterday: -1,
    today: 0,
    tonight: 0,
    tomorrow: 1,
    "last night": -1,
    "the day before yesterday": -2,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
  };
  const at = (value: DateRange, rule: string): Reading => ({ value, basis: "relative", rule });
  if (Object.hasOwn(step, text)) return at(onDay(addDays(anchor, step[text]!)), text.replaceAll(" ", "-"));
  const future = words[0] === "next" || words[0] === "coming";
  const unit = words.at(-1) ?? "";
  const weekday = WEEKDAYS.indexOf(unit) + 1;
  const qualified = words.length === 2 && ["last", "this", "next", "coming", "past"].includes(words[0]!);
  if (weekday > 0 && (words.length === 1 || qualified)) {
    const back = (weekdayOf(anchor) - weekday + 7) % 7;
    const days = future ? 7 - back : words[0] === "last" && back === 0 ? -7 : -back;
    return at(onDay(addDays(anchor, days)), "weekday");
  }
  if (qualified) return period(words[0]!, unit, anchor);
  if (words.length === 3 && words[2] === "ago") {
    const count = countOf(words[0]!);
    if (count > 0) return ago(count, words[1]!, anchor);
  }
  return null;
}

function period(which: string, unit: string, anchor: IsoDate): Reading | null {
  const step = which === "last" || which === "past" ? -1 : which === "this" ? 0 : 1;
  const rule = `${which}-${unit}`;
  if (unit === "week") {
    const monday = addDays(anchor, 1 - weekdayOf(anchor) + step * 7);
    return { value: between(monday, addDays(monday, 6)), basis: "relative", rule };
  }
  if (unit === "month") {
    const date = addMonths(anchor, step);
    return { value: inMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7))), basis: "relative", rule };
  }
  return unit === "year"
    ? { value: inYear(Number(anchor.slice(0, 4)) + step), basis: "relative", rule }
    : null;
}

function countOf(word: string): number {
  if (word === "a" || word === "an") return 1;
  return /^\d{1,3}$/.test(word) ? Number(word) : NUMBERS.indexOf(word);
}

function ago(count: number, unit: string, anchor: IsoDate): Reading | null {
  const rule = `${unit.endsWith("s") ? unit.slice(0, -1) : unit}s-ago`;
  if (/^days?$/.test(unit)) return { value: onDay(addDays(anchor, -count)), basis: "relative", rule };
  if (/^weeks?$/.test(unit)) return { value: onDay(addDays(anchor, -7 * count)), basis: "relative", rule };
  const date = addMonths(anchor, /^years?$/.test(unit) ? -12 * count : -count);
  if (/^months?$/.test(unit))
    return { value: inMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7))), basis: "relative", rule };
  return /^years?$/.test(unit) ? { value: inYear(Number(date.slice(0, 4))), basis: "relative", rule } : null;
}

function duration(words: readonly string[], anchor: IsoDate | null): ResolvedDate | null {
  const count = countOf(words[0] ?? "");
  const unit = words[1] ?? "";
  if (anchor === null || words.length !== 2 || count < 1) return null;
  const first = /^days?$/.test(unit)
    ? addDays(anchor, -count)
    : /^weeks?$/.test(unit)
      ? addDays(anchor, -7 * count)
      : /^months?$/.test(unit)
        ? addMonths(anchor, -count)
        : null;
  return first === null
    ? null
    : { value: between(first, anchor), basis: "relative", bound: "for", rule: "duration" };
}
