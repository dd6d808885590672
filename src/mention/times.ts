import type { Document } from "../document/index.ts";
import type { Report } from "../report/index.ts";
import { type IsoDate, mayBeginDate, monthNumber, type ResolvedDate, resolveDate } from "../time/index.ts";
import type { TimeMention } from "./mention.ts";
import { contextOf } from "./time-context.ts";
import { headOf, isCapital, POS, REL } from "./words.ts";

/** Words around which a date expression is looked for. */
const ANCHOR =
  /^(?:today|yesterday|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|week|weeks|weekend|month|months|year|years|day|days|hour|hours|decade|ago|morning|evening|afternoon|night|spring|summer|autumn|fall|winter|(?:19|20)\d\d|(?:19|20)\d0s|\d{4}-\d\d-\d\d)$/;

/** "In 2000 villages": a count and no year. */
function isCount(doc: Document, word: number): boolean {
  const head = doc.head[word]!;
  return /^\d{4}$/.test(doc.form[word]!) && doc.deprel[word] === REL.nummod && head > word;
}

/** How far an expression may reach before and after the word that gives it away. */
const BEFORE = 4;
const AFTER = 6;
/** How many sentences back "the following day" may count from. */
const TOLD_REACH = 1;

/** The date expressions of a document with their value on the report's day: the longest that `resolveDate` can read. */
export function timesOf(doc: Document, report: Report): TimeMention[] {
  const found: TimeMention[] = [];
  if (report.language !== "en") return found;
  let free = 0;
  let told: Told | null = null;
  for (let index = 0; index + 1 < doc.sentenceStart.length; index++) {
    const start = doc.sentenceStart[index]!;
    const end = doc.sentenceStart[index + 1]!;
    for (let word = start; word < end; word++) {
      if (word < free || !isAnchor(doc, word)) continue;
      const range = { low: Math.max(start, free, word - BEFORE), high: Math.min(end, word + AFTER + 1) };
      const day: IsoDate | null = told !== null && index - told.sentence <= TOLD_REACH ? told.day : null;
      const time = timeAt(doc, report, word, { ...range, told: day });
      if (time === null) continue;
      found.push(time);
      free = time.end;
      const { first, last } = time.value;
      if (time.bound === "at" && first !== null && first === last) told = { day: first, sentence: index };
    }
  }
  return found;
}

/** The day that the text spoke of last, and where. */
interface Told {
  readonly day: IsoDate;
  readonly sentence: number;
}

/** Months only with a capital: "may" and "march" are words too. */
function isAnchor(doc: Document, word: number): boolean {
  const form = doc.form[word]!;
  const lower = form.toLowerCase();
  if (monthNumber(lower) > 0)
    return isCapital(form) && doc.upos[word] !== POS.AUX && doc.upos[word] !== POS.VERB;
  return ANCHOR.test(lower) && !isCount(doc, word);
}

interface Window {
  readonly low: number;
  readonly high: number;
  readonly told: IsoDate | null;
}

function timeAt(
  doc: Document,
  report: Report,
  word: number,
  { low, high, told }: Window,
): TimeMention | null {
  const context = contextOf(doc, word, told);
  let best: TimeMention | null = null;
  for (let start = low; start <= word; start++) {
    if (!mayBeginDate(doc.form[start]!.toLowerCase())) continue;
    for (let end = high; end > word; end--) {
      if (best !== null && end - start <= best.end - best.start) break;
      if (doc.upos[end - 1] === POS.PUNCT || doc.upos[start] === POS.PUNCT) continue;
      // "For Monday's attack": the day is the attack's, and the preposition is not the day's.
      if (doc.upos[start] === POS.ADP && isPossessive(doc, end)) continue;
      const resolved = resolveDate(textOf(doc, start, end), report.date, context);
      if (resolved === null) continue;
      best = timeMention(doc, start, end, resolved);
      break;
    }
  }
  return best;
}

function isPossessive(doc: Document, word: number): boolean {
  return /^(?:['’]s|['’])$/.test(doc.form[word] ?? "");
}

function textOf(doc: Document, start: number, end: number): string {
  return doc.text.slice(doc.from[start]!, doc.to[end - 1]!).replace(/\s+/g, " ");
}

function timeMention(doc: Document, start: number, end: number, resolved: ResolvedDate): TimeMention {
  return { start, end, head: headOf(doc, start, end), ...resolved };
}
