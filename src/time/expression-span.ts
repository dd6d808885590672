import { between, inYear } from "./calendar.ts";
import type { IsoDate } from "./date.ts";
import { type Point, type PointReading, pointOf, readPoint, type Side } from "./expression-point.ts";

const JOINTS = new Set(["to", "-", "through", "until", "till"]);

/** Reads two ends: "from 3 to 7 May", "May 3-7, 1998", "between February and June", "from 1991 to 1995". */
export function readSpan(words: readonly string[], anchor: IsoDate | null, side: Side): PointReading | null {
  const opener = words[0] === "from" || words[0] === "between" ? words[0] : "";
  const bare = opener === "" ? words : words.slice(1);
  const joint = bare.findIndex((word) => (opener === "between" ? word === "and" : JOINTS.has(word)));
  if (joint < 1 || joint === bare.length - 1) return null;
  // Days, months and years that are only named side by side need a word that says it ("1991 to 1995" may be a count).
  const isMarked = opener !== "" || bare[joint] === "-";
  const first = pointOf(bare.slice(0, joint), anchor);
  const last = pointOf(bare.slice(joint + 1), anchor);
  if (first === null || last === null) return null;
  const pair = completed(first, last);
  if (pair === null || (!isMarked && pair[0].month === 0 && pair[0].weekday === 0)) return null;
  return spanValue(pair, anchor, side);
}

/** Gives each end what only the other says: "3 to 7 May 1998". */
function completed(first: Point, last: Point): [Point, Point] | null {
  const isYear = (point: Point) => point.year > 0 && point.month === 0 && point.day === 0;
  if (isYear(first) || isYear(last)) return isYear(first) && isYear(last) ? [first, last] : null;
  const month = first.month || last.month;
  const lastMonth = last.month || first.month;
  const isDays = first.day > 0 && last.day > 0;
  const isMonths = first.day === 0 && last.day === 0 && first.month > 0 && last.month > 0;
  const isWeekdays = month === 0 && first.weekday > 0 && last.weekday > 0;
  if (!isWeekdays && !isMonths && !(isDays && month > 0)) return null;
  if (isDays && month === lastMonth && first.day > last.day && (first.year === 0 || last.year === 0))
    return null;
  const year = first.year || last.year;
  return [
    {
      ...first,
      month,
      year: first.year > 0 || last.year === 0 ? first.year : month > lastMonth ? year - 1 : year,
    },
    { ...last, month: lastMonth, year: last.year || (first.year > 0 ? first.year : 0) },
  ];
}

function spanValue([first, last]: [Point, Point], anchor: IsoDate | null, side: Side): PointReading | null {
  const end = readPoint(last, anchor, side);
  if (end === null) return null;
  const basis = end.basis;
  if (end.value.first === null && !end.value.edtf.startsWith("XXXX")) return null;
  if (end.value.first === null) {
    const start = readPoint(first, null, null);
    return start === null ? null : { value: span(start.value.edtf, end.value.edtf), basis, rule: "span" };
  }
  const start = startBefore(first, end.value.first);
  if (start === null || start.value.first === null || start.value.first > end.value.first) return null;
  const isDays = start.value.first === start.value.last;
  const value = isDays
    ? between(start.value.first, end.value.first)
    : { first: start.value.first, last: end.value.last, edtf: `${start.value.edtf}/${end.value.edtf}` };
  return { value, basis, rule: "span" };
}

/** The first end lies before the last one, whatever the report's day. */
function startBefore(first: Point, end: IsoDate): PointReading | null {
  if (first.year > 0 && first.month === 0)
    return { value: inYear(first.year), basis: "stated", rule: "year" };
  return readPoint(first, end, "past");
}

function span(first: string, last: string): PointReading["value"] {
  return { first: null, last: null, edtf: `${first}/${last}` };
}
