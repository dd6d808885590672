import { Temporal } from "temporal-polyfill";
import type { IsoDate } from "./date.ts";
import { NAMED_PERIODS, numberAt, type Token, zoneAt } from "./deadline-words.ts";
import { monthNumber, weekdayNumber } from "./expression-words.ts";

/** What a moment is reckoned from: the day counted from, whether that day itself may be meant, and the local zone. */
export interface Reckoning {
  readonly day: Temporal.PlainDate | null;
  readonly mayBeToday: boolean;
  readonly zone: string | null;
}

/** A day or a time of day that a phrase names. `day` is null where it is named and cannot be reckoned. */
export interface Moment {
  readonly day: Temporal.PlainDate | null;
  /** First day of a stretch that is longer than a day ("next week"), else the day itself. */
  readonly first: Temporal.PlainDate | null;
  /** Minutes from the start of the day; null where no time is given. 1440 is the midnight that ends it. */
  readonly minutes: number | null;
  readonly zone: string | null;
  readonly rule: string;
  readonly next: number;
}

interface Day {
  readonly first: Temporal.PlainDate | null;
  readonly day: Temporal.PlainDate | null;
  readonly rule: string;
  readonly next: number;
}

/** Reads "noon local time Thursday", "Friday at 6 p.m.", "the end of the month" at a token. */
export function momentAt(tokens: readonly Token[], at: number, from: Reckoning): Moment | null {
  const time = clockAt(tokens, at);
  const day = dayAt(tokens, time === null ? at : skipWords(tokens, time.next, ["on", "of", ","]), from);
  if (time !== null && day !== null) return joined(time, day, tokens);
  if (time !== null)
    return joined(time, { first: from.day, day: from.day, rule: "same-day", next: time.next }, tokens);
  if (day === null) return null;
  const later = clockAt(tokens, skipWords(tokens, day.next, ["at", ","]));
  if (later !== null) return joined(later, { ...day, next: later.next }, tokens);
  return { ...day, minutes: null, zone: null };
}

function joined(time: Clock, day: Day, tokens: readonly Token[]): Moment {
  const zone = zoneAt(tokens, day.next);
  return {
    first: day.day,
    day: day.day,
    minutes: time.minutes,
    zone: zone?.zone ?? time.zone,
    rule: `${time.rule}-${day.rule}`,
    next: zone?.next ?? day.next,
  };
}

function skipWords(tokens: readonly Token[], at: number, words: readonly string[]): number {
  return words.includes(tokens[at]?.word ?? "") ? at + 1 : at;
}

interface Clock {
  readonly minutes: number;
  readonly zone: string | null;
  readonly rule: string;
  readonly next: number;
}

/** A time of day: "noon", "18:00 Moscow time", "2400 GMT", "6 p.m."; a bare number is none. */
function clockAt(tokens: readonly Token[], at: number): Clock | null {
  const word = tokens[at]?.word ?? "";
  const named: Readonly<Record<string, number>> = { noon: 720, midday: 720, midnight: 1440 };
  if (word in named) return withZone(tokens, named[word]!, word === "midnight" ? "midnight" : "noon", at + 1);
  if (word === "12" && (tokens[at + 1]?.word === "noon" || tokens[at + 1]?.word === "midnight"))
    return clockAt(tokens, at + 1);
  const exact = /^(\d{1,2})[:.](\d{2})$/.exec(word);
  const plain = /^(\d{1,2})$/.exec(word);
  const military = /^(\d{2})(\d{2})$/.exec(word);
  const half = halfOf(tokens[at + 1]?.word);
  const found = exact ?? (half === null ? null : plain) ?? military;
  if (found === null) return null;
  const next = half === null ? at + 1 : at + 2;
  const hours = Number(found[1]);
  const minutes = Number(found[2] ?? 0);
  if (
    hours > 24 ||
    minutes > 59 ||
    (hours === 24 && minutes > 0) ||
    (half !== null && (hours < 1 || hours > 12))
  )
    return null;
  const clock = withZone(tokens, (half === null ? hours : (hours % 12) + half) * 60 + minutes, "time", next);
  if (exact !== null || half !== null) return clock;
  if (tokens[next]?.word === "hours") return withZone(tokens, clock.minutes, "time", next + 1);
  return clock.next > next ? clock : null;
}

function halfOf(word: string | undefined): number | null {
  if (word === "a.m." || word === "am") return 0;
  return word === "p.m." || word === "pm" ? 12 : null;
}

function withZone(tokens: readonly Token[], minutes: number, rule: string, next: number): Clock {
  const zone = zoneAt(tokens, next);
  return { minutes, zone: zone?.zone ?? null, rule, next: zone?.next ?? next };
}

/** A day or a stretch of days that a phrase names. */
function dayAt(tokens: readonly Token[], at: number, from: Reckoning): Day | null {
  return (
    relativeDay(tokens, at, from) ??
    weekday(tokens, at, from) ??
    calendarDay(tokens, at, from) ??
    endOf(tokens, at, from) ??
    stretch(tokens, at, from)
  );
}

const DAYTIME = new Set(["morning", "afternoon", "evening", "night", "sunrise", "sunset", "dawn", "dusk"]);

function relativeDay(tokens: readonly Token[], at: number, from: Reckoning): Day | null {
  const word = tokens[at]?.word ?? "";
  const steps: Readonly<Record<string, number>> = {
    today: 0,
    tonight: 0,
    sundown: 0,
    nightfall: 0,
    sunset: 0,
    dusk: 0,
    tomorrow: 1,
    dawn: 1,
    daybreak: 1,
  };
  if (!Object.hasOwn(steps, word)) return null;
  const day = from.day?.add({ days: steps[word]! }) ?? null;
  const onDay = steps[word] === 0 || word === "dawn" ? weekdayAfter(tokens, at + 1, from) : null;
  if (onDay !== null) return onDay;
  const next = DAYTIME.has(tokens[at + 1]?.word ?? "") ? at + 2 : at + 1;
  return { first: day, day, rule: word === "tomorrow" ? "tomorrow" : "same-day", next };
}

function weekdayAfter(tokens: readonly Token[], at: number, from: Reckoning): Day | null {
  return weekday(tokens, skipWords(tokens, at, ["on"]), from);
}

function weekday(tokens: readonly Token[], at: number, from: Reckoning): Day | null {
  const qualifier = tokens[at]?.word ?? "";
  const isQualified = ["next", "this", "coming"].includes(qualifier);
  const number = weekdayNumber(tokens[isQualified ? at + 1 : at]?.word);
  if (number === 0) return null;
  let next = isQualified ? at + 2 : at + 1;
  if (tokens[next]?.word === "'s" || tokens[next]?.word === "’s") return null;
  if (DAYTIME.has(tokens[next]?.word ?? "")) next++;
  const dated = calendarDay(tokens, skipWords(tokens, next, [","]), from);
  if (dated !== null) return dated;
  if (from.day === null) return { first: null, day: null, rule: "weekday", next };
  let ahead = (number - from.day.dayOfWeek + 7) % 7;
  if (ahead === 0 && !(from.mayBeToday && qualifier !== "next")) ahead = 7;
  if (qualifier === "next") ahead = 7 - from.day.dayOfWeek + number;
  const day = from.day.add({ days: ahead });
  return { first: day, day, rule: qualifier === "next" ? "next-weekday" : "weekday", next };
}

/** "15 February", "February 15, 1999", "the 15th", "1999-02-15"; without a year the next such day, if it is near. */
function calendarDay(tokens: readonly Token[], at: number, from: Reckoning): Day | null {
  const start = skipWords(tokens, at, ["the"]);
  const word = tokens[start]?.word ?? "";
  if (/^\d{4}-\d{2}-\d{2}$/.test(word)) return fixed(isoDay(word), "date", start + 1);
  const before = monthNumber(word);
  if (before > 0) {
    const number = dayNumber(tokens[start + 1]?.word);
    if (number === 0) return null;
    const next = tokens[start + 2]?.word === "," && isYear(tokens[start + 3]?.word) ? start + 3 : start + 2;
    return dated(tokens, next, { month: before, day: number }, from);
  }
  const number = dayNumber(word);
  if (number === 0) return null;
  const afterOf = skipWords(tokens, start + 1, ["of"]);
  const month = monthNumber(tokens[afterOf]?.word);
  if (month > 0) {
    const comma = tokens[afterOf + 1]?.word === "," && isYear(tokens[afterOf + 2]?.word) ? 2 : 1;
    return dated(tokens, afterOf + comma, { month, day: number }, from);
  }
  if (!/\D/.test(word) || start === at) return null;
  return fixed(nextDayOfMonth(number, from), "day-of-month", start + 1);
}

function fixed(day: Temporal.PlainDate | null, rule: string, next: number): Day {
  return { first: day, day, rule, next };
}

function isoDay(text: string): Temporal.PlainDate | null {
  const [year, month, day] = text.split("-").map(Number);
  return dayOf(year!, month!, day!);
}

function dayOf(year: number, month: number, day: number): Temporal.PlainDate | null {
  if (month < 1 || month > 12 || day < 1) return null;
  const length = Temporal.PlainDate.from({ year, month, day: 1 }).daysInMonth;
  return day > length ? null : Temporal.PlainDate.from({ year, month, day });
}

function dayNumber(word: string | undefined): number {
  const found = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word ?? "");
  const number = found === null ? 0 : Number(found[1]);
  return number <= 31 ? number : 0;
}

function isYear(word: string | undefined): boolean {
  return /^(?:19|20)\d{2}$/.test(word ?? "");
}

/** A day without a year lies ahead, and at most nine months: a later one was most likely meant as past. */
function dated(
  tokens: readonly Token[],
  next: number,
  on: { readonly month: number; readonly day: number },
  from: Reckoning,
): Day | null {
  if (isYear(tokens[next]?.word)) {
    const day = dayOf(Number(tokens[next]!.word), on.month, on.day);
    return day === null ? null : fixed(day, "date", next + 1);
  }
  if (from.day === null) return fixed(null, "date", next);
  for (const year of [from.day.year, from.day.year + 1]) {
    const day = dayOf(year, on.month, on.day);
    if (day === null || Temporal.PlainDate.compare(day, from.day) < 0) continue;
    return from.day.until(day).days > 275 ? null : fixed(day, "date", next);
  }
  return null;
}

function nextDayOfMonth(number: number, from: Reckoning): Temporal.PlainDate | null {
  if (from.day === null) return null;
  for (let i = 0; i < 3; i++) {
    const month = from.day.with({ day: 1 }).add({ months: i });
    const day = dayOf(month.year, month.month, number);
    if (day !== null && Temporal.PlainDate.compare(day, from.day) >= 0) return day;
  }
  return null;
}

/** "the end of the month", "the end of next year", "month's end", "the end of Ramadan". */
function endOf(tokens: readonly Token[], at: number, from: Reckoning): Day | null {
  let start = skipWords(tokens, at, ["the"]);
  const possessive = tokens[start + 1]?.word;
  if ((possessive === "'s" || possessive === "’s") && tokens[start + 2]?.word === "end") {
    const unit = tokens[start]!.word;
    return period(unit, "", from, `end-of-${unit}`, start + 3);
  }
  const opening = tokens[start]?.word ?? "";
  if (!["end", "close"].includes(opening) || tokens[start + 1]?.word !== "of") return null;
  start += 2;
  let qualifier = "";
  while (["the", "this", "next", "current", "coming"].includes(tokens[start]?.word ?? "")) {
    qualifier = tokens[start]!.word;
    start++;
  }
  const word = tokens[start]?.word ?? "";
  const month = monthNumber(word);
  if (month > 0) return endOfMonth(tokens, start, month, from);
  if (NAMED_PERIODS.has(word))
    return { first: null, day: null, rule: "end-of-named-period", next: start + 1 };
  if (isYear(word)) return fixed(dayOf(Number(word), 12, 31), "end-of-year", start + 1);
  return period(word, qualifier, from, `end-of-${word}`, start + 1);
}

function endOfMonth(tokens: readonly Token[], at: number, month: number, from: Reckoning): Day | null {
  const isDated = isYear(tokens[at + 1]?.word);
  if (!isDated && from.day === null) return fixed(null, "end-of-month", at + 1);
  let year = isDated ? Number(tokens[at + 1]!.word) : from.day!.year;
  if (!isDated && month < from.day!.month) year++;
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  if (!isDated && from.day!.until(first).days > 275) return null;
  return fixed(first.with({ day: first.daysInMonth }), "end-of-month", isDated ? at + 2 : at + 1);
}

/** "next week", "next month", "the weekend", "Ramadan", "Christmas": stretches, to be over by their last day. */
function stretch(tokens: readonly Token[], at: number, from: Reckoning): Day | null {
  const start = skipWords(tokens, at, ["the", "this"]);
  const word = tokens[start]?.word ?? "";
  if (word === "weekend") return period("weekend", "", from, "weekend", start + 1);
  if (word === "next" || word === "this")
    return period(
      tokens[start + 1]?.word ?? "",
      word,
      from,
      `next-${tokens[start + 1]?.word ?? ""}`,
      start + 2,
    );
  if (word === "christmas") return dated(tokens, start + 1, { month: 12, day: 25 }, from);
  if (NAMED_PERIODS.has(word)) return { first: null, day: null, rule: "named-period", next: start + 1 };
  const month = monthNumber(word);
  if (month === 0 || word === "may" || word === "march") return null;
  return endOfMonth(tokens, start, month, from);
}

function period(unit: string, qualifier: string, from: Reckoning, rule: string, next: number): Day | null {
  if (!["day", "week", "weekend", "month", "year"].includes(unit)) return null;
  if (from.day === null) return { first: null, day: null, rule, next };
  const day = from.day;
  const isNext = qualifier === "next" || qualifier === "coming";
  switch (unit) {
    case "day":
      return { first: day, day, rule, next };
    case "week": {
      const monday = day.subtract({ days: day.dayOfWeek - 1 }).add({ days: isNext ? 7 : 0 });
      return { first: monday, day: monday.add({ days: 6 }), rule, next };
    }
    case "weekend": {
      const sunday = day.add({ days: 7 - day.dayOfWeek });
      return { first: sunday.subtract({ days: 1 }), day: sunday, rule, next };
    }
    case "month": {
      const first = day.with({ day: 1 }).add({ months: isNext ? 1 : 0 });
      return { first, day: first.with({ day: first.daysInMonth }), rule, next };
    }
    default: {
      const first = day.with({ month: 1, day: 1 }).add({ years: isNext ? 1 : 0 });
      return { first, day: first.with({ month: 12, day: 31 }), rule, next };
    }
  }
}

/** A length of time at a token: "72 hours", "a week", "ten days"; null where there is none. */
export function lengthAt(
  tokens: readonly Token[],
  at: number,
): { readonly days: number; readonly months: number; readonly next: number } | null {
  const word = tokens[at]?.word ?? "";
  const number = word === "a" || word === "an" ? { value: 1, next: at + 1 } : numberAt(tokens, at);
  if (number === null) return null;
  const unitAt = tokens[number.next]?.word === "-" ? number.next + 1 : number.next;
  const unit = /^(hour|day|week|month|year)s?$/.exec(tokens[unitAt]?.word ?? "")?.[1];
  const next = unitAt + 1;
  switch (unit) {
    case "hour":
      return { days: Math.ceil(number.value / 24), months: 0, next };
    case "day":
      return { days: number.value, months: 0, next };
    case "week":
      return { days: number.value * 7, months: 0, next };
    case "month":
      return { days: 0, months: number.value, next };
    case "year":
      return { days: 0, months: number.value * 12, next };
    default:
      return null;
  }
}

/** A day as text, and a time of day as a local or zoned instant; midnight is the start of the next day. */
export function writeMoment(moment: Moment, localZone: string | null): string | null {
  if (moment.day === null) return null;
  if (moment.minutes === null) return moment.day.toString();
  const start = moment.day.toPlainDateTime({ hour: 0 });
  const instant = start.add({ minutes: moment.minutes });
  const zone = moment.zone ?? localZone;
  if (zone === null) return instant.toString({ smallestUnit: "second" });
  if (zone === "UTC") return `${instant.toString({ smallestUnit: "second" })}Z`;
  return instant.toZonedDateTime(zone).toString({ smallestUnit: "second", timeZoneName: "never" });
}

/** A day of the calendar, or null where there is none. */
export function plainDay(day: IsoDate | null): Temporal.PlainDate | null {
  return day === null ? null : isoDay(day);
}
