/** A word, number or mark of a text with its place, in UTF-16 units; `word` is in lower case. */
export interface Token {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

const TOKEN =
  /\d{4}-\d{2}-\d{2}|\d{1,2}[:.]\d{2}(?!\d)|\d+(?:st|nd|rd|th)\b|\d+|[ap]\.m\.|[\p{L}]+(?:['’](?!s\b)\p{L}+)?|['’]s?|[^\s]/giu;

/** Splits a text into words, numbers and marks; "72-hour" is three of them. */
export function tokenizePhrase(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN))
    tokens.push({ word: match[0].toLowerCase(), from: match.index, to: match.index + match[0].length });
  return tokens;
}

const SMALL = [
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
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
];
const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

/** A number in figures or words at a token, and the index after it; null where there is none. */
export function numberAt(tokens: readonly Token[], at: number): { value: number; next: number } | null {
  const word = tokens[at]?.word ?? "";
  if (/^\d{1,3}$/.test(word)) return { value: Number(word), next: at + 1 };
  const small = SMALL.indexOf(word);
  if (small > 0) return { value: small, next: at + 1 };
  const tens = TENS[word];
  if (tens === undefined) return null;
  const hyphen = tokens[at + 1]?.word === "-" ? 2 : 1;
  const unit = SMALL.indexOf(tokens[at + hyphen]?.word ?? "");
  return unit > 0 && unit < 10
    ? { value: tens + unit, next: at + hyphen + 1 }
    : { value: tens, next: at + 1 };
}

/** Periods whose days hang on another calendar, or on a decision: named, and not reckoned. */
export const NAMED_PERIODS: ReadonlySet<string> = new Set([
  "ramadan",
  "eid",
  "easter",
  "passover",
  "lent",
  "hajj",
  "muharram",
  "ashura",
  "diwali",
  "tet",
  "nowruz",
  "purim",
]);

const ZONES: Readonly<Record<string, string>> = {
  gmt: "UTC",
  utc: "UTC",
  greenwich: "UTC",
  universal: "UTC",
  zulu: "UTC",
  bst: "Europe/London",
  cet: "Europe/Paris",
  cest: "Europe/Paris",
  msk: "Europe/Moscow",
  est: "America/New_York",
  edt: "America/New_York",
  et: "America/New_York",
  eastern: "America/New_York",
  cst: "America/Chicago",
  pst: "America/Los_Angeles",
  pdt: "America/Los_Angeles",
  jst: "Asia/Tokyo",
  moscow: "Europe/Moscow",
  london: "Europe/London",
  paris: "Europe/Paris",
  berlin: "Europe/Berlin",
  brussels: "Europe/Brussels",
  geneva: "Europe/Zurich",
  vienna: "Europe/Vienna",
  rome: "Europe/Rome",
  madrid: "Europe/Madrid",
  athens: "Europe/Athens",
  istanbul: "Europe/Istanbul",
  ankara: "Europe/Istanbul",
  kiev: "Europe/Kyiv",
  kyiv: "Europe/Kyiv",
  minsk: "Europe/Minsk",
  warsaw: "Europe/Warsaw",
  belgrade: "Europe/Belgrade",
  sarajevo: "Europe/Sarajevo",
  zagreb: "Europe/Zagreb",
  tbilisi: "Asia/Tbilisi",
  yerevan: "Asia/Yerevan",
  baku: "Asia/Baku",
  tehran: "Asia/Tehran",
  baghdad: "Asia/Baghdad",
  damascus: "Asia/Damascus",
  beirut: "Asia/Beirut",
  jerusalem: "Asia/Jerusalem",
  israel: "Asia/Jerusalem",
  gaza: "Asia/Gaza",
  cairo: "Africa/Cairo",
  tripoli: "Africa/Tripoli",
  khartoum: "Africa/Khartoum",
  nairobi: "Africa/Nairobi",
  abuja: "Africa/Lagos",
  riyadh: "Asia/Riyadh",
  kabul: "Asia/Kabul",
  islamabad: "Asia/Karachi",
  delhi: "Asia/Kolkata",
  beijing: "Asia/Shanghai",
  taipei: "Asia/Taipei",
  seoul: "Asia/Seoul",
  pyongyang: "Asia/Pyongyang",
  tokyo: "Asia/Tokyo",
  washington: "America/New_York",
  havana: "America/Havana",
  caracas: "America/Caracas",
  bogota: "America/Bogota",
};

/** Abbreviations that stand for a zone without the word "time". */
const SHORT = new Set([
  "gmt",
  "utc",
  "bst",
  "cet",
  "cest",
  "msk",
  "est",
  "edt",
  "et",
  "cst",
  "pst",
  "pdt",
  "jst",
  "zulu",
]);

/** A zone named at a token ("Moscow time", "GMT", "local time"), and the index after it; null where there is none. */
export function zoneAt(tokens: readonly Token[], at: number): { zone: string | null; next: number } | null {
  const start = tokens[at]?.word === "(" ? at + 1 : at;
  const word = tokens[start]?.word ?? "";
  const close = (next: number): number => (start > at && tokens[next]?.word === ")" ? next + 1 : next);
  if (SHORT.has(word)) return { zone: ZONES[word]!, next: close(start + 1) };
  for (let i = start + 1; i <= start + 2; i++) {
    if (tokens[i]?.word !== "time") continue;
    const zone = ZONES[word];
    if (zone !== undefined) return { zone, next: close(i + 1) };
    if (word === "local") return { zone: null, next: close(i + 1) };
  }
  return null;
}
