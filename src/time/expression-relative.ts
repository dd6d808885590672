import { addDays, addMonths, between, inMonth, inYear, isoDate, onDay, weekdayOf } from "./calendar.ts";
import type { DateRange, IsoDate } from "./date.ts";
import { type PointReading, type Side, weekdayNear } from "./expression-point.ts";
import { countOf, monthNumber, unitOf, weekdayNumber } from "./expression-words.ts";

const STEPS: Readonly<Record<string, number>> = {
  yesterday: -1,
  today: 0,
  tonight: 0,
  tomorrow: 1,
  "last night": -1,
  "last evening": -1,
  "the day before yesterday": -2,
  "the day after tomorrow": 2,
  "this morning": 0,
  "this afternoon": 0,
  "this evening": 0,
};
const WHICH = ["last", "past", "this", "next", "coming"];

/** Reads what hangs on the report's day: "yesterday", "last week", "next Friday", "three days ago", "the past two weeks". */
export function readRelative(words: readonly string[], anchor: IsoDate, side: Side): PointReading | null {
  const text = words.join(" ");
  if (Object.hasOwn(STEPS, text))
    return relative(onDay(addDays(anchor, STEPS[text]!)), text.replaceAll(" ", "-"));
  if (text === "overnight") return relative(between(addDays(anchor, -1), anchor), "overnight");
  return (
    qualified(words, anchor, side) ??
    ago(words, anchor) ??
    length(words[0] === "the" ? words.slice(1) : words, anchor)
  );
}

function relative(value: DateRange, rule: string): PointReading {
  return { value, basis: "relative", rule };
}

function qualified(words: readonly string[], anchor: IsoDate, side: Side): PointReading | null {
  const bare = words[0] === "the" || (words[0] === "this" && words[1] === "coming") ? words.slice(1) : words;
  const [which = "", unit = ""] = bare;
  if (bare.length === 1 && words[0] === "the" && which === "weekend")
    return weekend(side === "future" ? "coming" : "past", anchor, side);
  if (bare.length !== 2 || !WHICH.includes(which)) return null;
  // "The next week" counts from a day that the text has told; "the coming week" and "the past year" from today.
  const isTold = words[0] === "the" && which !== "past" && which !== "coming";
  if (isTold && !(which === "last" && unitOf(unit) !== null)) return null;
  if (weekdayNumber(unit) > 0) return weekday(which, weekdayNumber(unit), anchor);
  if (monthNumber(unit) > 0) return month(which, monthNumber(unit), anchor);
  if (unit === "weekend") return weekend(which, anchor, side);
  if (which === "past" || isTold) return length([which, "one", unit], anchor);
  return period(which, unit, anchor);
}

function weekday(which: string, number: number, anchor: IsoDate): PointReading {
  const monday = addDays(anchor, 1 - weekdayOf(anchor));
  if (which === "this") return relative(onDay(addDays(monday, number - 1)), "this-weekday");
  if (which === "next") return relative(onDay(addDays(monday, number + 6)), "next-weekday");
  const isAhead = which === "coming";
  const near = weekdayNear(number, anchor, isAhead ? "future" : "past");
  const date = near === anchor ? addDays(anchor, isAhead ? 7 : -7) : near;
  return relative(onDay(date), isAhead ? "coming-weekday" : "last-weekday");
}

function month(which: string, number: number, anchor: IsoDate): PointReading {
  const year = Number(anchor.slice(0, 4));
  const own = Number(anchor.slice(5, 7));
  const step = which === "this" ? 0 : which === "next" || which === "coming" ? 1 : -1;
  const isOther = step < 0 ? number >= own : step > 0 ? number <= own : false;
  return relative(inMonth(isOther ? year + step : year, number), `${which}-month`);
}

/** Two days after a weekend nobody can tell which one "this weekend" is, unless the verb does. */
function weekend(which: string, anchor: IsoDate, side: Side): PointReading | null {
  const today = weekdayOf(anchor);
  const saturday = addDays(anchor, 6 - today);
  const of = (first: IsoDate) => relative(between(first, addDays(first, 1)), `${which}-weekend`);
  if (which === "this" && side === null && today < 3) return null;
  if (which === "next") return of(addDays(saturday, 7));
  const isAhead = which === "coming" || (which === "this" && side !== "past");
  if (isAhead || (which === "this" && today > 5)) return of(saturday);
  return of(today === 7 && which === "last" ? addDays(saturday, -7) : addDays(saturday, today > 6 ? 0 : -7));
}

function period(which: string, unit: string, anchor: IsoDate): PointReading | null {
  const step = which === "last" ? -1 : which === "this" ? 0 : 1;
  const rule = `${which}-${unit}`;
  if (unit === "week") {
    const monday = addDays(anchor, 1 - weekdayOf(anchor) + step * 7);
    return relative(between(monday, addDays(monday, 6)), rule);
  }
  if (unit === "month") return relative(monthOf(addMonths(anchor, step)), rule);
  if (unit === "year") return relative(inYear(Number(anchor.slice(0, 4)) + step), rule);
  return null;
}

function monthOf(date: IsoDate): DateRange {
  return inMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
}

/** "three days ago", "some two months ago", "two weeks from now"; "more than a year ago" is only a bound. */
function ago(words: readonly string[], anchor: IsoDate): PointReading | null {
  const isVague = ["about", "some", "around", "roughly"].includes(words[0] ?? "");
  const [number, unitWord, ...rest] = isVague ? words.slice(1) : words;
  const tail = rest.join(" ");
  const sign = tail === "ago" ? -1 : tail === "from now" || tail === "from today" ? 1 : 0;
  const count = countOf(number);
  const unit = unitOf(unitWord);
  if (sign === 0 || count === 0 || unit === null) return null;
  const rule = sign < 0 ? `${unit}s-ago` : `${unit}s-from-now`;
  if (unit === "month") return relative(monthOf(addMonths(anchor, sign * count)), rule);
  if (unit === "year") return relative(inYear(Number(anchor.slice(0, 4)) + sign * count), rule);
  if (isVague) return null;
  return relative(onDay(addDays(anchor, sign * count * (unit === "week" ? 7 : 1))), rule);
}

/** "past two weeks", "last 24 hours", "next three days": the days from or to the report's day. */
function length(words: readonly string[], anchor: IsoDate): PointReading | null {
  const [which = "", number, unitWord = ""] = words;
  if (words.length !== 3) return null;
  const sign = which === "past" || which === "last" ? -1 : which === "next" || which === "coming" ? 1 : 0;
  const other = lengthAfter(number, unitWord, sign, anchor);
  if (sign === 0 || other === null) return null;
  return relative(
    sign < 0 ? between(other, anchor) : between(anchor, other),
    sign < 0 ? "past-length" : "next-length",
  );
}

/** The day that lies so many days, weeks, months or years before (`sign` -1) or after another. */
export function lengthAfter(
  number: string | undefined,
  unitWord: string | undefined,
  sign: number,
  from: IsoDate,
): IsoDate | null {
  const isHours = unitWord === "hours" && Number(number) >= 24 && Number(number) % 24 === 0;
  const count = isHours ? Number(number) / 24 : countOf(number);
  const unit = isHours ? "day" : unitOf(unitWord);
  if (count === 0 || unit === null) return null;
  if (unit === "day" || unit === "week") return addDays(from, sign * count * (unit === "week" ? 7 : 1));
  return addMonths(from, sign * count * (unit === "year" ? 12 : 1));
}

/** Reads what hangs on the day that the text spoke of last: "the following day", "two days later", "that week". */
export function readTold(words: readonly string[], told: IsoDate): PointReading | null {
  const [first = "", second = ""] = words;
  const tail = words.length === 3 ? words[2]! : "";
  if (tail === "later" || tail === "earlier") {
    const unit = unitOf(second);
    if (countOf(first) === 0 || (unit !== "day" && unit !== "week")) return null;
    const date = lengthAfter(first, second, tail === "later" ? 1 : -1, told);
    return date === null ? null : relative(onDay(date), `told-${tail}`);
  }
  const [which = "", unit = ""] = first === "the" ? words.slice(1) : words;
  if (words.length !== (first === "the" ? 3 : 2)) return null;
  const isSame = first === "that" || which === "same";
  if (first !== "the" && first !== "that") return null;
  const text = `${which} ${unit}`;
  const isBefore =
    which === "previous" || which === "preceding" || text === "day before" || text === "week before";
  const isAfter = which === "following" || which === "next" || text === "day after" || text === "week after";
  if (!isSame && !isBefore && !isAfter) return null;
  const name = unit === "before" || unit === "after" ? which : unit;
  const step = isSame ? 0 : isBefore ? -1 : 1;
  if (name === "day") return relative(onDay(addDays(told, step)), "told-day");
  const found = period(step < 0 ? "last" : step > 0 ? "next" : "this", name, told);
  return found === null ? null : { ...found, rule: `told-${name}` };
}

const SEASONS = ["spring", "summer", "autumn", "winter"];

/** "the summer of 1998", "last spring", "the 1990s": what EDTF has forms of its own for. A winter has two years. */
export function readNamed(words: readonly string[], anchor: IsoDate | null): PointReading | null {
  const bare = words[0] === "the" ? words.slice(1) : words;
  const decade = bare.length === 1 ? /^((?:1[5-9]|20)\d)0s$/.exec(bare[0]!)?.[1] : undefined;
  if (decade !== undefined) {
    const year = Number(decade) * 10;
    const value = { first: isoDate(year, 1, 1), last: isoDate(year + 9, 12, 31), edtf: `${decade}X` };
    return { value, basis: "stated", rule: "decade" };
  }
  const season = (word: string | undefined) => SEASONS.indexOf(word === "fall" ? "autumn" : (word ?? ""));
  const year = bare.length === 3 && bare[1] === "of" ? bare[2]! : bare.length === 2 ? bare[1]! : "";
  if (season(bare[0]) >= 0 && season(bare[0]) < 3 && /^(?:19|20)\d\d$/.test(year))
    return { value: inSeason(Number(year), season(bare[0])), basis: "stated", rule: "season-year" };
  const number = season(words[1]);
  if (words.length !== 2 || number < 0 || number > 2 || anchor === null) return null;
  const which = words[0]!;
  const [firstMonth, lastMonth] = [number * 3 + 3, number * 3 + 5];
  const [own, ownYear] = [Number(anchor.slice(5, 7)), Number(anchor.slice(0, 4))];
  if (which === "this") return relative(inSeason(ownYear, number), "this-season");
  if (which === "last")
    return relative(inSeason(own > lastMonth ? ownYear : ownYear - 1, number), "last-season");
  if (which === "next")
    return relative(inSeason(own < firstMonth ? ownYear : ownYear + 1, number), "next-season");
  return null;
}

/** EDTF numbers the seasons from 21; which days they have differs from place to place. */
function inSeason(year: number, season: number): DateRange {
  return { first: null, last: null, edtf: `${year}-${21 + season}` };
}
