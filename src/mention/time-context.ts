import type { Document } from "../document/index.ts";
import type { DateContext, IsoDate } from "../time/index.ts";
import { POS, REL } from "./words.ts";

const WILL: ReadonlySet<string> = new Set(["will", "shall", "would", "'ll", "’ll", "wo"]);
/** Verbs whose infinitive has not happened yet: "agreed to meet on Friday". */
const PLANNING: ReadonlySet<string> = new Set(
  "agree aim arrange choose decide demand due expect hope intend mean plan pledge prepare promise propose schedule set slate threaten undertake vow want".split(
    " ",
  ),
);

/** What the verb over a date expression tells of it: whether it looks ahead, and whether a length reaches to the day. */
export function contextOf(doc: Document, word: number, told: IsoDate | null): DateContext {
  const verb = verbOver(doc, word);
  const auxiliaries = verb < 0 ? [] : auxiliariesOf(doc, verb);
  const lemmas = auxiliaries.map((auxiliary) => doc.lemma[auxiliary]!);
  const looksAhead = lemmas.some((lemma) => WILL.has(lemma)) || (verb >= 0 && isPlanned(doc, verb));
  const had = auxiliaries.some((auxiliary) => doc.form[auxiliary]!.toLowerCase() === "had");
  return {
    side: looksAhead ? "future" : had ? "past" : null,
    told,
    isPerfect: !looksAhead && !had && lemmas.includes("have"),
  };
}

/** The verb of the clause that a word stands in; -1 where there is none. */
function verbOver(doc: Document, word: number): number {
  let at = doc.head[word]!;
  for (let depth = 0; depth < 12 && at >= 0; depth++) {
    if (doc.upos[at] === POS.VERB) return at;
    at = doc.head[at]!;
  }
  return -1;
}

function auxiliariesOf(doc: Document, verb: number): number[] {
  const found: number[] = [];
  for (let i = verb - 1; i >= 0 && i >= verb - 8; i--) {
    if (doc.head[i] === verb && doc.upos[i] === POS.AUX) found.push(i);
  }
  return found;
}

function isPlanned(doc: Document, verb: number): boolean {
  const governor = doc.head[verb]!;
  if (doc.deprel[verb] !== REL.xcomp || governor < 0 || !PLANNING.has(doc.lemma[governor]!)) return false;
  for (let i = verb - 1; i >= 0 && i >= verb - 4; i--) {
    if (doc.head[i] === verb && doc.form[i]!.toLowerCase() === "to") return true;
  }
  return false;
}
