import type { IsoDate } from "./date.ts";
import { lengthAt, type Moment, momentAt, plainDay, type Reckoning, writeMoment } from "./deadline-moment.ts";
import { type Token, tokenizePhrase } from "./deadline-words.ts";

/** What a deadline phrase is reckoned from: the report's day, that of the speech if it is known, and the local zone. */
export interface DeadlineContext {
  readonly report: IsoDate | null;
  readonly speech: IsoDate | null;
  /** Zone of "local time", where somebody knows it. */
  readonly zone?: string | null;
}

/** A deadline as a value. `from` and `to` are UTF-16 offsets into the text it was found in. */
export interface DeadlinePhrase {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** A day, or an instant where a time of day is given (with its offset where the zone is known). */
  readonly opens: string | null;
  readonly expires: string | null;
  readonly zone: string | null;
  readonly anchor: "report" | "speech" | "event";
  /** Where the text names the event that it is counted from. */
  readonly event: { readonly from: number; readonly to: number } | null;
  readonly rule: string;
}

interface Scan {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly reckoning: Reckoning;
  readonly context: DeadlineContext;
}

interface Found {
  readonly start: number;
  readonly next: number;
  readonly opens: string | null;
  readonly expires: string | null;
  readonly zone: string | null;
  readonly rule: string;
  readonly event: { readonly from: number; readonly to: number } | null;
}

const NOUNS = new Set(["deadline", "ultimatum", "cutoff"]);
const GIVING = new Set([
  "give",
  "gives",
  "gave",
  "given",
  "giving",
  "grant",
  "granted",
  "grants",
  "allow",
  "allowed",
]);

/** Finds the phrases of a text that set a term, in text order. Lengths and dates of anything else are left alone. */
export function findDeadlines(text: string, context: DeadlineContext): DeadlinePhrase[] {
  const day = plainDay(context.speech ?? context.report);
  const reckoning: Reckoning = { day, mayBeToday: context.speech === null, zone: context.zone ?? null };
  const scan: Scan = { text, tokens: tokenizePhrase(text), reckoning, context };
  const found: DeadlinePhrase[] = [];
  for (let i = 0; i < scan.tokens.length; ) {
    const hit = deadlineAt(scan, i);
    if (hit === null || isOver(scan, hit)) {
      i++;
      continue;
    }
    found.push(phraseOf(scan, hit));
    i = hit.next;
  }
  return found;
}

function phraseOf(scan: Scan, hit: Found): DeadlinePhrase {
  const from = scan.tokens[hit.start]!.from;
  const to = hit.event?.to ?? scan.tokens[hit.next - 1]!.to;
  const { opens, expires, zone, rule, event } = hit;
  const anchor = event !== null ? "event" : scan.context.speech === null ? "report" : "speech";
  return { from, to, text: scan.text.slice(from, to), opens, expires, zone, anchor, event, rule };
}

/** A term that ended before the day it is counted from tells of the past. */
function isOver(scan: Scan, { expires }: Found): boolean {
  const day = scan.reckoning.day?.toString();
  return expires !== null && day !== undefined && expires.slice(0, 10) < day;
}

function deadlineAt(scan: Scan, at: number): Found | null {
  const word = scan.tokens[at]!.word;
  switch (word) {
    case "by":
    case "before":
      return byMoment(scan, at, at + 1);
    case "no":
    case "not":
      return isWord(scan, at + 1, "later") && isWord(scan, at + 2, "than")
        ? byMoment(scan, at, at + 3)
        : null;
    case "on":
      return isWord(scan, at + 1, "or") && isWord(scan, at + 2, "before") ? byMoment(scan, at, at + 3) : null;
    case "until":
    case "till":
      return isGranted(scan, at) ? byMoment(scan, at, at + 1) : null;
    case "within":
      return withinLength(scan, at, at + 1);
    case "in":
      return isWord(scan, at + 1, "the") && isWord(scan, at + 2, "next")
        ? withinLength(scan, at, at + 1)
        : null;
    default:
      return grantedLength(scan, at) ?? nounDeadline(scan, at) ?? atTheLatest(scan, at);
  }
}

function isWord(scan: Scan, at: number, word: string): boolean {
  return scan.tokens[at]?.word === word;
}

/** "by midnight on Friday", "before noon Thursday", "until next week". */
function byMoment(scan: Scan, start: number, at: number): Found | null {
  const moment = momentAt(scan.tokens, at, scan.reckoning);
  if (moment === null || tellsOfResult(scan, moment.next)) return null;
  const isBefore = isWord(scan, start, "before");
  const opener = isBefore
    ? "before"
    : isWord(scan, start, "until") || isWord(scan, start, "till")
      ? "until"
      : "by";
  return ended(scan, start, isBefore ? dayBefore(moment) : moment, opener);
}

/** "Before Friday" ends with Thursday; "before the end of Friday", or a time of day, ends where it says. */
function dayBefore(moment: Moment): Moment {
  if (moment.minutes !== null || moment.rule.startsWith("end-of") || moment.first === null) return moment;
  return { ...moment, day: moment.first.subtract({ days: 1 }) };
}

/** "by Monday 30 people had died": what was so by then, and no term. */
function tellsOfResult(scan: Scan, at: number): boolean {
  for (let i = at; i < Math.min(at + 9, scan.tokens.length); i++) {
    const { word } = scan.tokens[i]!;
    if (word === "had") return true;
    if (/^[.;:!?]$/.test(word) || ["or", "to", "unless", "must", "should", "said", "and"].includes(word))
      return false;
  }
  return false;
}

function ended(scan: Scan, start: number, moment: Moment, opener: string): Found {
  return {
    start,
    next: isLatest(scan, moment.next) ? moment.next + 3 : moment.next,
    opens: scan.reckoning.day?.toString() ?? null,
    expires: writeMoment(moment, scan.reckoning.zone),
    zone: moment.minutes === null ? null : (moment.zone ?? scan.reckoning.zone),
    rule: `${opener}-${moment.rule}`,
    event: null,
  };
}

/** "until" sets a term where somebody is given time, and a length of stay elsewhere. */
function isGranted(scan: Scan, at: number): boolean {
  const { tokens } = scan;
  let before = at - 1;
  if (["only", "just"].includes(tokens[before]?.word ?? "")) before--;
  if (["has", "have", "had"].includes(tokens[before]?.word ?? "")) return true;
  for (let i = before; i >= Math.max(0, at - 9); i--) {
    const { word } = tokens[i]!;
    if (/^[.;:!?]$/.test(word)) return false;
    if (GIVING.has(word) || NOUNS.has(word)) return true;
  }
  return false;
}

const FILLERS = new Set(["the", "next", "coming"]);

/** "within 72 hours", "within ten days of the signing", "in the next two weeks"; "within the past week" is none. */
function withinLength(scan: Scan, start: number, at: number): Found | null {
  let first = at;
  while (FILLERS.has(scan.tokens[first]?.word ?? "")) first++;
  const length = lengthAt(scan.tokens, first);
  return length === null ? null : lasting(scan, start, length, "within");
}

type Length = NonNullable<ReturnType<typeof lengthAt>>;

function lasting(scan: Scan, start: number, length: Length, rule: string): Found | null {
  const tail = scan.tokens[length.next]?.word ?? "";
  if (/^['’-]/.test(tail)) return null;
  if (["of", "after", "from", "following"].includes(tail)) return counted(scan, start, length, rule);
  const day = scan.reckoning.day;
  const expires = day?.add({ days: length.days, months: length.months }).toString() ?? null;
  return {
    start,
    next: length.next,
    opens: day?.toString() ?? null,
    expires,
    zone: null,
    rule: `${rule}-length`,
    event: null,
  };
}

/** "of the ceasefire taking effect": the start is an event, or a day that is named. */
function counted(scan: Scan, start: number, length: Length, rule: string): Found | null {
  const moment = momentAt(scan.tokens, length.next + 1, scan.reckoning);
  if (moment !== null && moment.day !== null && moment.minutes === null) {
    const expires = moment.day.add({ days: length.days, months: length.months }).toString();
    const opens = moment.day.toString();
    return {
      start,
      next: moment.next,
      opens,
      expires,
      zone: null,
      rule: `${rule}-length-from-day`,
      event: null,
    };
  }
  const last = eventEnd(scan, length.next + 1);
  if (last < length.next + 1) return null;
  const event = { from: scan.tokens[length.next + 1]!.from, to: scan.tokens[last]!.to };
  return {
    start,
    next: last + 1,
    opens: null,
    expires: null,
    zone: null,
    rule: `${rule}-length-of-event`,
    event,
  };
}

const CLAUSE_ENDS = new Set([
  ".",
  ",",
  ";",
  ":",
  "!",
  "?",
  ")",
  "(",
  "or",
  "unless",
  "if",
  "but",
  "while",
  "who",
  "which",
  "that",
  "said",
  "and",
  "“",
  "”",
  '"',
]);

/** The last token of the phrase that names an event: as far as its clause goes, and ten words at most. */
function eventEnd(scan: Scan, at: number): number {
  let last = at - 1;
  while (last + 1 < scan.tokens.length && last < at + 9 && !CLAUSE_ENDS.has(scan.tokens[last + 1]!.word))
    last++;
  return last;
}

/** "gave the group 48 hours to leave", "has ten days to answer". */
function grantedLength(scan: Scan, at: number): Found | null {
  const { tokens } = scan;
  const word = tokens[at]!.word;
  const isHaving = word === "has" || word === "have" || word === "had";
  if (!isHaving && !GIVING.has(word)) return null;
  for (let i = at + 1; i <= at + (isHaving ? 2 : 8) && i < tokens.length; i++) {
    if (/^[.;:!?,]$/.test(tokens[i]!.word)) return null;
    const length = lengthAt(tokens, i);
    if (length === null) continue;
    const isPurpose = ["to", "in"].includes(tokens[length.next]?.word ?? "");
    const isTerm =
      isPurpose && (tokens[length.next]!.word === "to" || isWord(scan, length.next + 1, "which"));
    return isTerm ? lasting(scan, i, length, "given") : null;
  }
  return null;
}

/** "a 96-hour deadline", "two-week ultimatum", "a deadline of noon on Friday", "the deadline expires on 3 May". */
function nounDeadline(scan: Scan, at: number): Found | null {
  const { tokens } = scan;
  const length = lengthAt(tokens, at);
  if (length !== null) {
    const nounAt = isWord(scan, length.next, "peace") ? length.next + 1 : length.next;
    const words = termNoun(scan, nounAt);
    const found = words === 0 ? null : lasting(scan, at, length, "deadline");
    return found === null ? null : { ...found, next: nounAt + words };
  }
  const moment = isNear(scan, at) ? null : momentAt(tokens, at, scan.reckoning);
  if (moment !== null && NOUNS.has(tokens[moment.next]?.word ?? "") && !isPassed(scan, at))
    return ended(scan, at, { ...moment, next: moment.next + 1 }, "deadline");
  return NOUNS.has(tokens[at]!.word) ? afterNoun(scan, at) : null;
}

function isNear(scan: Scan, at: number): boolean {
  return /^\d+$/.test(scan.tokens[at - 1]?.word ?? "");
}

/** How many words of a noun for a term stand at a token. */
function termNoun(scan: Scan, at: number): number {
  if (NOUNS.has(scan.tokens[at]?.word ?? "")) return 1;
  return isWord(scan, at, "time") && isWord(scan, at + 1, "limit") ? 2 : 0;
}

function isPassed(scan: Scan, at: number): boolean {
  const before = [scan.tokens[at - 1]?.word, scan.tokens[at - 2]?.word];
  return before.some((word) =>
    ["missed", "ignored", "defied", "after", "since", "past", "last"].includes(word ?? ""),
  );
}

const RUNNING = new Set([
  "expires",
  "ends",
  "is",
  "falls",
  "of",
  "set",
  "for",
  "runs",
  "out",
  "will",
  "expire",
  "on",
  "at",
  "to",
]);

function afterNoun(scan: Scan, at: number): Found | null {
  if (isPassed(scan, at)) return null;
  let next = at + 1;
  while (next < at + 5 && RUNNING.has(scan.tokens[next]?.word ?? "")) next++;
  if (next === at + 1) return null;
  const moment = momentAt(scan.tokens, next, scan.reckoning);
  if (moment !== null) return ended(scan, at, moment, "deadline");
  const length = isWord(scan, next - 1, "of") ? lengthAt(scan.tokens, next) : null;
  return length === null ? null : lasting(scan, at, length, "deadline");
}

function isLatest(scan: Scan, at: number): boolean {
  return isWord(scan, at, "at") && isWord(scan, at + 1, "the") && isWord(scan, at + 2, "latest");
}

/** "on Friday at the latest". */
function atTheLatest(scan: Scan, at: number): Found | null {
  const moment = momentAt(scan.tokens, at, scan.reckoning);
  return moment !== null && isLatest(scan, moment.next) ? ended(scan, at, moment, "by") : null;
}
