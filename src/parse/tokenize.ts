import { endsWithItsDot } from "./abbreviation.ts";
import {
  APOSTROPHE,
  BLANK,
  classAt,
  DIGIT,
  DOT,
  HYPHEN,
  isWordClass,
  JOINER,
  LETTER,
  MARK,
  PICTURE,
  UPPER,
} from "./characters.ts";
import { acrossBreak, type Knows, knowsNothing, PREFIXES, runTogether } from "./joining.ts";

/** Surface tokens in text order as UTF-16 offsets. */
export interface Tokens {
  readonly from: number[];
  readonly to: number[];
}

const UNITS =
  /^(?:am|pm|a|p|k|m|b|bn|mm|cm|km|kg|g|mg|lb|lbs|ft|in|x|mph|kph|kt|mb|gb|tb|hz|khz|mhz|ghz|kw|mw|gw)$/i;
const ADDRESS =
  /(?:[a-z]{2,8}:\/\/|www\.|mailto:)[^\s<>"“”]+|[\w.+%-]{1,64}@[\w-]+(?:\.[\w-]+)*|[\w-]+\.(?:pdf|docx?|xlsx?|pptx?|rtf|txt|html?|jpe?g|png|gif|csv|zip)(?![\w.]*\w)|(?:[\w-]+\.){1,4}(?:com|org|net|edu|gov|mil|info|int)(?:\/[^\s<>"“”]*)?(?![\w.]*\w)/iy;
const PHONE =
  /(?:\d{1,2}-)?\d{3}[-.]\d{3}[-.]\d{4}(?!\d)|\d{3}-\d{4}(?!\d)|\d{1,2}-\d{1,2}-\d{4}(?!\d)|\d{4}-\d{2}-\d{2}(?!\d)/y;
const SMILEY = /[:;=]['’]?-?[()DPp|/\\](?![A-Za-z0-9])/y;
const CLITIC = /['’](?:s|m|re|ve|ll|d|em|til|cause|tis|twas)(?![A-Za-z0-9])/iy;
/** Marks that stand as one token when repeated. */
const REPEATED = new Set("!?$*=~#+<>|`\"'’‘-–—_^•·.…");

/**
 * Finds the tokens of text[from, to), which holds no hole, and adds them. What stands across the end of a line or has been run
 * together is decided by which forms are known.
 */
export function tokenize(
  text: string,
  from: number,
  to: number,
  tokens: Tokens,
  knows: Knows = knowsNothing,
): void {
  let at = from;
  let openQuote = -1;
  while (at < to) {
    if (classAt(text, at) === BLANK) {
      at++;
      continue;
    }
    const end = Math.min(tokenEnd({ text, from, to, knows, inQuote: openQuote >= 0 }, at), to);
    const unit = text.charCodeAt(at);
    if (end === at + 1 && (unit === 0x27 || unit === 0x2018 || unit === 0x2019))
      openQuote = unit !== 0x2019 && classAt(text, at - 1) === BLANK ? at : -1;
    tokens.from.push(at);
    tokens.to.push(end);
    at = end;
  }
}

/** The text that tokens are sought in, and what stands before. */
interface Place {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly knows: Knows;
  readonly inQuote: boolean;
}

function tokenEnd(place: Place, at: number): number {
  const { text, to } = place;
  const unit = classAt(text, at);
  if (isWordClass(unit)) return wordEnd(place, at);
  if (unit === PICTURE) return pictureEnd(text, at, to);
  if (unit === APOSTROPHE) {
    const end = matchEnd(CLITIC, text, at);
    if (end > 0) return end;
    if (isShortYear(text, at)) return wordEnd(place, at + 1);
  }
  if (unit === MARK) {
    const end = matchEnd(SMILEY, text, at);
    if (end > 0 && classAt(text, at - 1) === BLANK) return end;
  }
  return markEnd(text, at, to);
}

/** "'98" and "'90s"; but not the beginning of a quotation that is closed again: "'15 men', he said". */
function isShortYear(text: string, at: number): boolean {
  if (classAt(text, at + 1) !== DIGIT || classAt(text, at + 2) !== DIGIT) return false;
  if (/[s\d]/.test(text[at + 3] ?? "")) return true;
  if (isWordClass(classAt(text, at + 3)) || classAt(text, at - 1) !== BLANK) return false;
  return text[at] === "’" || !/^[^\n]*?\S'(?![A-Za-z])/.test(text.slice(at + 3, at + 83));
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** A run of the same mark, or of exclamation and question marks; joiners stay with it. */
function markEnd(text: string, at: number, to: number): number {
  const first = text[at]!;
  let end = at + 1;
  if (first === "!" || first === "?") while (end < to && (text[end] === "!" || text[end] === "?")) end++;
  else if (REPEATED.has(first) && !(first === '"' || first === "'" ? tripled(text, at) : false))
    while (end < to && text[end] === first) end++;
  while (end < to && classAt(text, end) === JOINER) end++;
  return end;
}

/** Three quotation marks in a row are a quotation inside a quotation, so each pair counts on its own. */
function tripled(text: string, at: number): boolean {
  return text[at + 1] !== text[at] || text[at + 2] === text[at];
}

/** An emoji with its modifiers, joined emoji and flags. */
function pictureEnd(text: string, at: number, to: number): number {
  const low = text.charCodeAt(at + 1);
  if (!(low >= 0xdc00 && low <= 0xdfff)) return at + 1;
  let end = at + 2;
  for (;;) {
    const unit = classAt(text, end);
    if (end >= to) return to;
    if (unit === JOINER) end++;
    else if (unit === PICTURE && (text.charCodeAt(end - 1) === 0x200d || isModifier(text, at, end))) end += 2;
    else return end;
  }
}

function isModifier(text: string, at: number, next: number): boolean {
  const [high, low] = [text.charCodeAt(next), text.charCodeAt(next + 1)];
  const isFlag = (place: number) =>
    text.charCodeAt(place) === 0xd83c &&
    text.charCodeAt(place + 1) >= 0xdde6 &&
    text.charCodeAt(place + 1) <= 0xddff;
  return (
    (high === 0xd83c && low >= 0xdffb && low <= 0xdfff) || (next === at + 2 && isFlag(at) && isFlag(next))
  );
}

function wordEnd(place: Place, at: number): number {
  const { text, from, to, knows, inQuote } = place;
  const special = specialEnd(text, at, to);
  if (special > at) return special;
  let end = at;
  for (;;) {
    while (
      end < to &&
      (isWordClass(classAt(text, end)) || classAt(text, end) === JOINER || text[end] === "_")
    )
      end++;
    if (end >= to) break;
    const next = acrossBreak(text, at, end, to, knows);
    if (next > end) end = next;
    else if (continues(text, at, end, to)) end++;
    else break;
  }
  const together = runTogether(text.slice(at, end), knows);
  if (together > 0) return at + together;
  const unit = unitStart(text, at, end);
  if (unit > at) return unit;
  if (text[end] === "$" && /^(?:US|A|AU|C|CA|HK|NZ|R|S|U)$/.test(text.slice(at, end))) return end + 1;
  if (classAt(text, end) === DOT && end < to && endsWithItsDot(text, at, end, from)) end++;
  return possessiveEnd(text, at, end, to, inQuote);
}

/** Web and mail addresses, telephone numbers and ISO dates, which keep marks that otherwise stand alone. */
function specialEnd(text: string, at: number, to: number): number {
  if (classAt(text, at) === DIGIT) {
    const end = matchEnd(PHONE, text, at);
    if (end > 0 && end <= to && !isWordClass(classAt(text, end))) return end;
  }
  if (!mayBeAddress(text, at, to)) return -1;
  let end = matchEnd(ADDRESS, text, at);
  while (end > at && /[.,;:!?)\]'’]/.test(text[end - 1]!)) end--;
  return end > to ? -1 : end;
}

/** A cheap look ahead, so that no long run of letters is matched against the address pattern at every place. */
function mayBeAddress(text: string, at: number, to: number): boolean {
  if (classAt(text, at - 1) !== BLANK && isWordClass(classAt(text, at - 1))) return false;
  const last = Math.min(to, at + 64);
  for (let i = at; i < last; i++) {
    const mark = text[i]!;
    if (mark === "@" || (mark === ":" && (text[i + 1] === "/" || text.slice(at, i) === "mailto")))
      return true;
    if (mark === "." && isWordClass(classAt(text, i + 1))) return i > at;
    if (!isWordClass(classAt(text, i)) && !"._+%-".includes(mark)) return false;
  }
  return false;
}

/** Whether the mark at `end` stands inside the word that began at `at`. */
function continues(text: string, at: number, end: number, to: number): boolean {
  if (end + 1 >= to) return false;
  const before = classAt(text, end - 1);
  const after = classAt(text, end + 1);
  const mark = text[end]!;
  const kind = classAt(text, end);
  if (kind === APOSTROPHE) return after === LETTER || after === UPPER;
  if (kind === DOT) return dotContinues(text, at, end, before, after);
  if (mark === "/" && end === at + 1 && /^(?:b\/c|w\/o|c\/o|n\/a)(?![\w/])/i.test(text.slice(at, at + 4)))
    return true;
  if (mark === "/" || mark === ":") return before === DIGIT && after === DIGIT;
  if (mark === ",") return before === DIGIT && /^\d{3}(?!\d)/.test(text.slice(end + 1, end + 5));
  if (mark === "&") return before === UPPER && after === UPPER && end - at <= 3;
  if (kind === HYPHEN && (after === LETTER || after === UPPER || after === DIGIT))
    return end - at <= 8 && PREFIXES.has(text.slice(at, end).toLowerCase());
  return false;
}

function dotContinues(text: string, at: number, end: number, before: number, after: number): boolean {
  if (after === DIGIT) return before === DIGIT;
  if (after !== LETTER && after !== UPPER) return false;
  if (before === DIGIT) return false;
  let start = end;
  while (start > at && classAt(text, start - 1) !== DOT && end - start < 4) start--;
  const run = end - start;
  const next = classAt(text, end + 2);
  if (run === 1) return true;
  if (run === 2 && after === UPPER && next === DOT) return true;
  return before === LETTER && after === LETTER && (next === LETTER || next === DIGIT);
}

/** Where a unit is written to a number ("5pm", "35mm"), the place where the unit starts, else -1. */
function unitStart(text: string, at: number, end: number): number {
  if (classAt(text, at) !== DIGIT || classAt(text, end - 1) === DIGIT || end - at > 24) return -1;
  const [, number, unit] = /^([\d.,:]+)([A-Za-z]+)$/.exec(text.slice(at, end)) ?? [];
  return number !== undefined && UNITS.test(unit!) && unit !== "B" && unit !== "A" ? at + number.length : -1;
}

/** Takes "'s" after an abbreviation, and the bare apostrophe of a plural possessive ("the rebels' camp"). */
function possessiveEnd(text: string, at: number, end: number, to: number, inQuote: boolean): number {
  if (end >= to || classAt(text, end) !== APOSTROPHE) return end;
  const clitic = matchEnd(CLITIC, text, end);
  if (clitic > 0 && clitic <= to) return clitic;
  const after = classAt(text, end + 1);
  const plural = end - at > 1 && /[sSzZxX]/.test(text[end - 1]!) && !isWordClass(after);
  const quoteFollows = text[end + 1] === text[end] || text[end + 1] === '"' || text[end + 1] === "”";
  return plural && !inQuote && !quoteFollows && (after === BLANK || after === MARK || after === DOT)
    ? end + 1
    : end;
}
