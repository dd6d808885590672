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
const NUMBERS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );

/** The month from 1 that a word in lower case names; 0 where it names none. */
export function monthNumber(word: string | undefined): number {
  if (word === undefined) return 0;
  const bare = word.endsWith(".") ? word.slice(0, -1) : word;
  if (bare === "sept") return 9;
  return (bare.length === 3 ? MONTHS.indexOf(bare) : MONTH_NAMES.indexOf(bare)) + 1;
}

/** The day of the week from 1 (Monday) that a word names; 0 where it names none. */
export function weekdayNumber(word: string | undefined): number {
  return WEEKDAYS.indexOf(word ?? "") + 1;
}

/** The day of a month that "5" or "5th" names; 0 where it names none. */
export function dayNumberOf(word: string | undefined): number {
  const number = Number(/^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word ?? "")?.[1] ?? 0);
  return number <= 31 ? number : 0;
}

/** Whether a word is a year that reports may speak of. */
export function isYearWord(word: string | undefined): boolean {
  return /^(?:1[5-9]|20)\d{2}$/.test(word ?? "");
}

/** How many "two", "2" or "a" is; 0 where it is no number. */
export function countOf(word: string | undefined): number {
  if (word === "a" || word === "an") return 1;
  if (/^\d{1,3}$/.test(word ?? "")) return Number(word);
  return NUMBERS.indexOf(word ?? "") < 0 ? 0 : NUMBERS.indexOf(word!);
}

/** A unit of time without its plural; null where it is none that is counted in days. */
export function unitOf(word: string | undefined): "day" | "week" | "month" | "year" | null {
  const bare = word?.endsWith("s") ? word.slice(0, -1) : word;
  return bare === "day" || bare === "week" || bare === "month" || bare === "year" ? bare : null;
}

/** The words of an expression, in lower case, with the dash of a range ("3–7 May") as a word of its own. */
export function expressionWords(expression: string): string[] {
  return expression
    .toLowerCase()
    .replaceAll(",", " ")
    .replaceAll("’", "'")
    .replace(/[–—]/g, "-")
    .split(/\s+/)
    .flatMap(splitRange)
    .filter((word) => word !== "");
}

function splitRange(word: string): string[] {
  if (word.startsWith("mid-")) return ["mid", word.slice(4)];
  const parts = word.split("-");
  if (parts.length !== 2) return [word];
  const [first = "", last = ""] = parts;
  const isPair =
    (dayNumberOf(first) > 0 && dayNumberOf(last) > 0) ||
    (monthNumber(first) > 0 && monthNumber(last) > 0) ||
    (weekdayNumber(first) > 0 && weekdayNumber(last) > 0) ||
    (isYearWord(first) && isYearWord(last));
  if (isPair) return [first, "-", last];
  // "1991-95"; "1998-10" is a month in ISO's form.
  return isYearWord(first) && /^\d{2}$/.test(last) && Number(last) > Math.max(12, Number(first.slice(2)))
    ? [first, "-", first.slice(0, 2) + last]
    : [word];
}

const BEGINNINGS: ReadonlySet<string> = new Set(
  (
    "a an about around as at between beginning by close coming day during earlier early end fall following for from in " +
    "last late later mid middle next no not on over overnight past roughly same since some spring start summer autumn that the " +
    "this throughout through till today tomorrow tonight until up winter yesterday"
  ).split(" "),
);

/** Whether a word in lower case may be the first of a date expression: what cannot need not be tried. */
export function mayBeginDate(word: string): boolean {
  return (
    BEGINNINGS.has(word) ||
    /^(?:\d|mid-)/.test(word) ||
    NUMBERS.includes(word) ||
    monthNumber(word) > 0 ||
    monthNumber(word.split(/[-–—]/, 1)[0]) > 0 ||
    weekdayNumber(word.split(/[-–—]/, 1)[0]) > 0
  );
}
