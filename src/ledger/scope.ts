import {
  children,
  type Document,
  hasDeprel,
  hasUpos,
  isBelow,
  sentenceWords,
  subtree,
} from "../document/index.ts";
import type { Act, Coding } from "../event/index.ts";
import type { Mentions } from "../mention/index.ts";
import type { Range, Report } from "../report/index.ts";
import type { Entry } from "./entry.ts";

/** What the ledger of one report is read from. */
export interface Scope {
  readonly coding: Coding;
  readonly mentions: Mentions;
  readonly doc: Document;
  readonly report: Report;
}

/** An entry while its ledger is being read; what other acts add to it is filled in. */
export type Draft = { -readonly [Key in keyof Entry]: Entry[Key] };

export function lemmaOf(doc: Document, word: number): string {
  return (doc.lemma[word] ?? "").toLowerCase();
}

/** The words of a phrase, half-open, and the word it hangs on. */
export interface Phrase {
  readonly start: number;
  readonly end: number;
  readonly root: number;
}

/**
 * The clause or phrase of an act inside another: as high as it goes below the word that speaks of it, below those spoken
 * to, and outside the condition.
 */
export function phraseOf(doc: Document, act: Act, holder: Act): Phrase {
  let root = act.head;
  const { condition, recipients } = holder;
  const isOutside = (word: number): boolean =>
    word === holder.head ||
    isBelow(doc, holder.head, word) ||
    recipients.some(({ head }) => head === word) ||
    (condition !== null && doc.from[word]! >= condition.from && doc.to[word]! <= condition.to);
  while (doc.head[root]! >= 0) {
    const parent = doc.head[root]!;
    if (isOutside(parent) || hasDeprel(doc, root, "conj")) break;
    if (isVerbal(doc, root) && !isVerbal(doc, parent)) break;
    root = parent;
  }
  return clauseOf(doc, root, act.trigger);
}

function isVerbal(doc: Document, word: number): boolean {
  return hasUpos(doc, word, "VERB") || hasUpos(doc, word, "AUX") || hasUpos(doc, word, "ADJ");
}

/** The words of a clause from its verb on, or of a noun phrase, without what is joined to it. */
export function clauseOf(doc: Document, root: number, trigger?: Range): Phrase {
  const bounds = subtree(doc, root);
  const isVerb = hasUpos(doc, root, "VERB") || hasUpos(doc, root, "AUX");
  let start = isVerb ? root : bounds.start;
  let end = bounds.end;
  for (const child of children(doc, root)) {
    if (child > root && hasDeprel(doc, child, "conj")) end = Math.min(end, subtree(doc, child).start);
    if (isVerb && child < root && /^(?:not|n't|n’t|never)$/i.test(doc.form[child]!))
      start = Math.min(start, child);
  }
  if (trigger !== undefined) while (start > bounds.start && doc.from[start]! > trigger.from) start--;
  for (const child of children(doc, root))
    if (!isVerb && child < root && hasDeprel(doc, child, "cc")) start = child + 1;
  return trimmed(doc, start, Math.max(beforeAlternative(doc, root, end), root + 1), root);
}

const SUFFERING: ReadonlySet<string> = new Set(["face", "risk", "suffer", "else"]);

/** What stands behind "or face" or "or else" is the consequence, and no part of the terms. */
function beforeAlternative(doc: Document, root: number, end: number): number {
  for (let i = root + 1; i + 1 < end; i++)
    if (doc.form[i]!.toLowerCase() === "or" && SUFFERING.has(doc.form[i + 1]!.toLowerCase())) return i;
  return end;
}

/** A stretch without the marks and joining words it begins or ends with. */
export function trimmed(doc: Document, start: number, end: number, root: number): Phrase {
  let first = start;
  let last = end;
  const isLoose = (word: number): boolean => hasUpos(doc, word, "PUNCT") && !/["”’')]/.test(doc.form[word]!);
  while (last > root + 1 && (isLoose(last - 1) || hasUpos(doc, last - 1, "CCONJ"))) last--;
  const isLink = (word: number): boolean =>
    doc.head[word] === root && /^(?:for|with|that|to|of)$/i.test(doc.form[word]!);
  while (first < root && (isLoose(first) || hasUpos(doc, first, "CCONJ") || isLink(first))) first++;
  return { start: first, end: last, root };
}

/** First and last word of a stretch of text inside a sentence. */
export function wordsIn(doc: Document, range: Range, sentence: number): { start: number; end: number } {
  const bounds = sentenceWords(doc, sentence);
  let start = bounds.start;
  while (start < bounds.end && doc.from[start]! < range.from) start++;
  let end = start;
  while (end < bounds.end && doc.to[end]! <= range.to) end++;
  return { start, end };
}

/** The word of a stretch that the others hang on. */
export function headOf(doc: Document, start: number, end: number): number {
  for (let i = start; i < end; i++) if (doc.head[i]! < start || doc.head[i]! >= end) return i;
  return start;
}

/** Whether one stretch lies inside another. */
export function isInside(inner: Range, outer: Range): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

const HOSTILE: ReadonlySet<string> = new Set([
  "THREATEN",
  "SANCTION",
  "COERCE",
  "ASSAULT",
  "MOBILIZE",
  "REJECT",
  "PROTEST",
]);

/** Whether an act does harm, so that it can stand behind a demand. */
export function isHarm(act: Act): boolean {
  return HOSTILE.has(act.type);
}
