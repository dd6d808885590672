import {
  addDays,
  addMonths,
  checkedDate,
  daysInMonth,
  inMonth,
  inYear,
  onDay,
  weekdayOf,
  yearless,
} from "./calendar.ts";
import type { DateRange, IsoDate } from "./date.ts";
import { dayNumberOf, isYearWord, monthNumber, weekdayNumber } from "./expression-words.ts";

/** On which side of the report's day a day without a year lies; null where the text does not tell. */
export type Side = "past" | "future" | null;

/** What an expression says of a day, a month or a year. */
export interface Point {
  readonly weekday: number;
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

/** The value of a point, and what it was read by. */
export interface PointReading {
  readonly value: DateRange;
  readonly basis: "stated" | "relative";
  readonly rule: string;
}

/** Reads "Monday", "October 5", "the 5th of October, 1998", "Monday, 5 October", "October last year", "1998", "5". */
export function pointOf(words: readonly string[], anchor: IsoDate | null): Point | null {
  const point = { weekday: 0, day: 0, month: 0, year: 0 };
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const isLast = i === words.length - 1;
    if (weekdayNumber(word) > 0 && i === 0) point.weekday = weekdayNumber(word);
    else if (word === "the" && !isLast && dayNumberOf(words[i + 1]) > 0) continue;
    else if (word === "of" && !isLast && (point.day > 0 || point.month > 0)) continue;
    else if (monthNumber(word) > 0 && point.month === 0 && point.year === 0) point.month = monthNumber(word);
    else if (dayNumberOf(word) > 0 && point.day === 0 && point.year === 0) point.day = dayNumberOf(word);
    else if (isYearWord(word) && isLast && point.year === 0) point.year = Number(word);
    else if (i === words.length - 2 && words[i + 1] === "year" && point.month > 0 && anchor !== null) {
      const step = ["last", "this", "next"].indexOf(word) - 1;
      if (step < -1) return null;
      point.year = Number(anchor.slice(0, 4)) + step;
      break;
    } else return null;
  }
  if (point.day > 0 && point.month === 0 && point.weekday > 0) return null;
  if (point.weekday > 0 && point.day === 0 && (point.month > 0 || point.year > 0)) return null;
  return point.weekday + point.day + point.month + point.year === 0 ? null : point;
}

/** The value of a point on a report's day; a day or month without a year needs that day, or stays partial. */
export function readPoint(point: Point, anchor: IsoDate | null, side: Side): PointReading | null {
  const { weekday, day, month, year } = point;
  const stated = (value: DateRange | null, rule: string): PointReading | null =>
    value === null ? null : { value, basis: "stated", rule };
  if (month > 0 && day > 0) {
    if (year > 0) return stated(range(checkedDate(year, month, day)), "day");
    if (day > daysInMonth(2000, month)) return null;
    const date = anchor === null ? null : yearlessDate({ month, day, weekday }, anchor, side);
    return stated(date === null ? yearless(month, day) : onDay(date), "month-day");
  }
  if (month > 0) {
    if (year > 0) return stated(inMonth(year, month), "month-year");
    return stated(anchor === null ? yearless(month, null) : nearMonth(month, anchor, side), "month");
  }
  if (year > 0) return stated(inYear(year), "year");
  if (anchor === null) return null;
  if (weekday > 0)
    return { value: onDay(weekdayNear(weekday, anchor, side)), basis: "relative", rule: "weekday" };
  const date = dayOfMonthNear(day, anchor, side);
  return date === null ? null : { value: onDay(date), basis: "relative", rule: "day-of-month" };
}

function range(date: IsoDate | null): DateRange | null {
  return date === null ? null : onDay(date);
}

/** The last day of this name, or the next one, the report's day included. */
export function weekdayNear(weekday: number, anchor: IsoDate, side: Side): IsoDate {
  const back = (weekdayOf(anchor) - weekday + 7) % 7;
  return addDays(anchor, side === "future" ? (7 - back) % 7 : -back);
}

/** The day of that name nearest to the anchor: at most three months ahead, else in the past. */
export function nearestDay(month: number, day: number, anchor: IsoDate): IsoDate | null {
  const year = Number(anchor.slice(0, 4));
  const limit = addMonths(anchor, 3);
  for (const candidate of [year + 1, year, year - 1]) {
    const date = checkedDate(candidate, month, day);
    if (date !== null && date <= limit) return date;
  }
  return null;
}

function yearlessDate(
  { month, day, weekday }: { readonly month: number; readonly day: number; readonly weekday: number },
  anchor: IsoDate,
  side: Side,
): IsoDate | null {
  const year = Number(anchor.slice(0, 4));
  if (weekday > 0) {
    // "Monday, October 5" tells the year, if the day of the week is right in one of those around.
    const years = side === "future" ? [year, year + 1] : [year, year - 1, year + 1, year - 2];
    for (const candidate of years) {
      const date = checkedDate(candidate, month, day);
      if (date !== null && weekdayOf(date) === weekday && fits(date, anchor, side)) return date;
    }
  }
  for (const candidate of side === "future" ? [year, year + 1] : side === "past" ? [year, year - 1] : []) {
    const date = checkedDate(candidate, month, day);
    // What would lie most of a year ahead was most likely meant as past.
    if (date !== null && fits(date, anchor, side) && date <= addMonths(anchor, 9)) return date;
  }
  return nearestDay(month, day, anchor);
}

function fits(date: IsoDate, anchor: IsoDate, side: Side): boolean {
  if (side === null) return date <= addMonths(anchor, 11);
  return side === "past" ? date <= anchor : date >= anchor;
}

function nearMonth(month: number, anchor: IsoDate, side: Side): DateRange {
  const own = Number(anchor.slice(5, 7));
  const step = side === "future" ? (month < own ? 1 : 0) : month > own ? -1 : 0;
  return inMonth(Number(anchor.slice(0, 4)) + step, month);
}

function dayOfMonthNear(day: number, anchor: IsoDate, side: Side): IsoDate | null {
  for (let step = 0; step < 3; step++) {
    const month = addMonths(`${anchor.slice(0, 8)}01`, side === "future" ? step : -step);
    const date = checkedDate(Number(month.slice(0, 4)), Number(month.slice(5, 7)), day);
    if (date !== null && fits(date, anchor, side ?? "past")) return date;
  }
  return null;
}
