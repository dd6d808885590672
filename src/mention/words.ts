import {
  children as childrenOf,
  DEPREL,
  type Deprel,
  type Document,
  UPOS,
  type Upos,
} from "../document/index.ts";

/** Universal tags by name, as their index. */
export const POS = Object.fromEntries(UPOS.map((label, index) => [label, index])) as Record<Upos, number>;

/** Relations by name, as their index. */
export const REL = Object.fromEntries(DEPREL.map((label, index) => [label, index])) as Record<Deprel, number>;

/** Capitalised words that begin no name: days, months, and words of headlines. */
export const NOT_A_NAME: ReadonlySet<string> = new Set(
  (
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August " +
    "September October November December Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sept. Sep. Oct. Nov. Dec. Christmas Easter Ramadan " +
    "God I"
  ).split(" "),
);

/** Whether a form begins with a capital letter. */
export function isCapital(form: string): boolean {
  return /^\p{Lu}/u.test(form);
}

/** Words before an office that say it is not, or no longer, held. */
export const FORMER: ReadonlySet<string> = new Set([
  "former",
  "ex",
  "then",
  "late",
  "ousted",
  "deposed",
  "retired",
  "exiled",
  "onetime",
]);

/** The word of [start, end) whose head lies outside, the one nearest the root if several; the last word if none. */
export function headOf(doc: Document, start: number, end: number): number {
  let best = -1;
  let bestDepth = 1_000_000;
  for (let i = start; i < end; i++) {
    const head = doc.head[i]!;
    if (head >= start && head < end) continue;
    const upos = doc.upos[i]!;
    if (upos === POS.PUNCT || upos === POS.DET || upos === POS.ADP || upos === POS.PART || upos === POS.CCONJ)
      continue;
    let depth = 0;
    for (let up = head; up >= 0 && depth < 100; up = doc.head[up]!) depth++;
    // Of two heads in one noun phrase the last; of two with a preposition between, the first.
    const isLater = depth === bestDepth && doc.deprel[i] !== REL.flat && !hasPreposition(doc, best, i);
    if (depth < bestDepth || isLater) {
      best = i;
      bestDepth = depth;
    }
  }
  return best >= 0 ? best : end - 1;
}

function hasPreposition(doc: Document, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (doc.upos[i] === POS.ADP) return true;
  return false;
}

/** The preposition or possessive mark at a word: "in", "to", "'s"; "" for none. */
export function caseOf(doc: Document, children: ArrayLike<number>): string {
  for (let i = 0; i < children.length; i++) {
    const child = children[i]!;
    if (doc.deprel[child] === REL.case) return doc.form[child]!.toLowerCase();
  }
  return "";
}

/** Whether a word has a determiner among its children that makes it definite. */
export function isDefinite(doc: Document, word: number): boolean {
  for (const child of childrenOf(doc, word))
    if (doc.upos[child] === POS.DET && /^(?:the|this|that|these|those)$/i.test(doc.form[child]!)) return true;
  return false;
}
