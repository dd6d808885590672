import type { DateRange, IsoDate } from "./date.ts";

/** A day's number, counted from 1970-01-01 in the proleptic Gregorian calendar. */
export function dayNumber(date: IsoDate): number {
  const [y, m, d] = partsOf(date);
  const year = m <= 2 ? y - 1 : y;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1;
  return (
    era * 146097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719468
  );
}

/** The day with this number. */
export function dateOfNumber(number: number): IsoDate {
  const z = number + 719468;
  const era = Math.floor(z / 146097);
  const day = z - era * 146097;
  const yearOfEra = Math.floor(
    (day - Math.floor(day / 1460) + Math.floor(day / 36524) - Math.floor(day / 146096)) / 365,
  );
  const dayOfYear = day - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp + (mp < 10 ? 3 : -9);
  return isoDate(
    yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfYear - Math.floor((153 * mp + 2) / 5) + 1,
  );
}

function partsOf(date: IsoDate): [number, number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

/** Writes year, month and day as `YYYY-MM-DD`. */
export function isoDate(year: number, month: number, day: number): IsoDate {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Length of a month in days. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day if the numbers name one, else null. */
export function checkedDate(year: number, month: number, day: number): IsoDate | null {
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return isoDate(year, month, day);
}

/** Reads `YYYY-MM-DD`; null where it is none or there is no such day. */
export function parseIsoDate(text: string): IsoDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  return checkedDate(...partsOf(text));
}

/** The day so many days later. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return dateOfNumber(dayNumber(date) + days);
}

/** The same day so many months later, or the last of that month where it is shorter. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year, month, day] = partsOf(date);
  const index = year * 12 + month - 1 + months;
  const toYear = Math.floor(index / 12);
  const toMonth = index - toYear * 12 + 1;
  return isoDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** Day of the week from 1 (Monday) to 7. */
export function weekdayOf(date: IsoDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** One day as a range. */
export function onDay(date: IsoDate): DateRange {
  return { first: date, last: date, edtf: date };
}

/** The days from `first` to `last`; a null end is open. */
export function between(first: IsoDate | null, last: IsoDate | null): DateRange {
  if (first !== null && first === last) return onDay(first);
  return { first, last, edtf: `${first ?? ".."}/${last ?? ".."}` };
}

/** A month as a range. */
export function inMonth(year: number, month: number): DateRange {
  const last = isoDate(year, month, daysInMonth(year, month));
  return { first: isoDate(year, month, 1), last, edtf: `${pad(year, 4)}-${pad(month, 2)}` };
}

/** A year as a range. */
export function inYear(year: number): DateRange {
  return { first: isoDate(year, 1, 1), last: isoDate(year, 12, 31), edtf: pad(year, 4) };
}

/** A month or a day of a year that is not known (`XXXX-10-05`). */
export function yearless(month: number, day: number | null): DateRange {
  return { first: null, last: null, edtf: `XXXX-${pad(month, 2)}${day === null ? "" : `-${pad(day, 2)}`}` };
}
