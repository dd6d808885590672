import type { CorpusSpan } from "./shape.ts";

/** What a span stands for; it tells which words at its edge decide nothing. */
export type SpanKind = "trigger" | "party" | "place" | "date" | "other";

const ARTICLES = ["a", "an", "the"];
const AUXILIARIES = [
  ...["is", "are", "was", "were", "be", "been", "being", "am"],
  ...["has", "have", "had", "having", "to"],
];
const PREPOSITIONS = ["on", "in", "at", "by", "near", "of", "from"];

/** Words at the front of a span that two coders may take or leave (GUIDE.md, “Settling”). */
const LEADS: Readonly<Record<SpanKind, ReadonlySet<string>>> = {
  trigger: new Set([...ARTICLES, ...AUXILIARIES]),
  party: new Set(ARTICLES),
  place: new Set([...ARTICLES, ...PREPOSITIONS]),
  date: new Set([...ARTICLES, ...PREPOSITIONS]),
  other: new Set(ARTICLES),
};

/** The kernel of a span: without quotation marks, closing punctuation and possessive, and without words in front that decide nothing. */
export function kernelOf(span: CorpusSpan, kind: SpanKind): { start: number; end: number } {
  let words = [...span.text];
  let { start, end } = span;
  const cut = (front: number, back: number) => {
    words = words.slice(front, words.length - back);
    start += front;
    end -= back;
  };
  for (let changed = true; changed; ) {
    changed = false;
    const text = words.join("");
    const lead = /^\S+(?=\s)/.exec(text)?.[0] ?? "";
    const front = /^["“”‘’'([\s]+/.exec(text)?.[0] ?? "";
    const back = /(?:['’]s|[\s"“”‘’'.,;:!?)\]])$/.exec(text)?.[0] ?? "";
    if (front !== "" && front !== text) cut([...front].length, 0);
    else if (back !== "" && back !== text) cut(0, [...back].length);
    else if (LEADS[kind].has(lead.toLowerCase())) cut([...lead].length + 1, 0);
    else continue;
    changed = true;
  }
  return { start, end };
}

/** Whether two spans differ by nothing, or by what the guide takes for nothing. */
export function isSameSpan(a: CorpusSpan, b: CorpusSpan, kind: SpanKind): boolean {
  const one = kernelOf(a, kind);
  const other = kernelOf(b, kind);
  return one.start === other.start && one.end === other.end;
}

/**
 * The span that the guide wants of two that differ by nothing that matters: parties keep their article; places, dates
 * and triggers go without preposition and auxiliary; none has punctuation or a possessive at its end.
 */
export function preferred<T extends CorpusSpan>(a: T, b: T, kind: SpanKind): T {
  const faults = ({ text }: CorpusSpan) => Number(/(?:['’]s|[\s"”.,;:!?)\]])$|^["“([\s]/.test(text));
  if (faults(a) !== faults(b)) return faults(a) < faults(b) ? a : b;
  const length = ({ start, end }: CorpusSpan) => end - start;
  const [shorter, longer] = length(a) <= length(b) ? [a, b] : [b, a];
  if (shorter.end !== longer.end) return shorter;
  const lead = /^\S+/.exec(longer.text)![0].toLowerCase();
  return ARTICLES.includes(lead) && kind !== "trigger" ? longer : shorter;
}
