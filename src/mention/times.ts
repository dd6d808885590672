import type { Document } from "../document/index.ts";
import type { Report } from "../report/index.ts";
import { monthNumber, type ResolvedDate, resolveDate } from "../time/index.ts";
import type { TimeMention } from "./mention.ts";
import { headOf, isCapital, POS } from "./words.ts";

/** Words around which a date expression is looked for. */
const ANCHOR =
  /^(?:today|yesterday|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|week|weeks|weekend|month|months|year|years|day|days|hour|hours|decade|ago|morning|evening|afternoon|night|spring|summer|autumn|fall|winter|(?:19|20)\d\d|(?:19|20)\d0s|\d{4}-\d\d-\d\d)$/;

/** How far an expression may reach before and after the word that gives it away. */
const BEFORE = 4;
const AFTER = 3;

/** The date expressions of a document with their value on the report's day: the longest that `resolveDate` can read. */
export function timesOf(doc: Document, report: Report): TimeMention[] {
  const found: TimeMention[] = [];
  if (report.language !== "en") return found;
  let free = 0;
  for (let index = 0; index + 1 < doc.sentenceStart.length; index++) {
    const start = doc.sentenceStart[index]!;
    const end = doc.sentenceStart[index + 1]!;
    for (let word = start; word < end; word++) {
      if (word < free || !isAnchor(doc, word)) continue;
      const time = timeAt(
        doc,
        report,
        word,
        Math.max(start, free, word - BEFORE),
        Math.min(end, word + AFTER + 1),
      );
      if (time === null) continue;
      found.push(time);
      free = time.end;
    }
  }
  return found;
}

/** Months only with a capital: "may" and "march" are words too. */
function isAnchor(doc: Document, word: number): boolean {
  const form = doc.form[word]!;
  const lower = form.toLowerCase();
  if (monthNumber(lower) > 0)
    return isCapital(form) && doc.upos[word] !== POS.AUX && doc.upos[word] !== POS.VERB;
  return ANCHOR.test(lower);
}

function timeAt(doc: Document, report: Report, word: number, low: number, high: number): TimeMention | null {
  let best: TimeMention | null = null;
  for (let start = low; start <= word; start++) {
    for (let end = high; end > word; end--) {
      if (best !== null && end - start <= best.end - best.start) break;
      if (doc.upos[end - 1] === POS.PUNCT || doc.upos[start] === POS.PUNCT) continue;
      const resolved = resolveDate(textOf(doc, start, end), report.date);
      if (resolved === null) continue;
      best = timeMention(doc, start, end, resolved);
      break;
    }
  }
  return best;
}

function textOf(doc: Document, start: number, end: number): string {
  return doc.text.slice(doc.from[start]!, doc.to[end - 1]!).replace(/\s+/g, " ");
}

function timeMention(doc: Document, start: number, end: number, resolved: ResolvedDate): TimeMention {
  return { start, end, head: headOf(doc, start, end), ...resolved };
}
