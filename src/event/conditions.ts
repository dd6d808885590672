import { children, type Document, rangeOf, subtree } from "../document/index.ts";
import type { Condition } from "./act.ts";
import { isInfinitive, isVerbal, markOf, REL } from "./grammar.ts";

const CUES = new Set([
  "if",
  "unless",
  "until",
  "provided",
  "providing",
  "as long as",
  "so long as",
  "in case",
  "except",
  "once",
]);
const AVOIDING = new Set(["avoid", "avert", "prevent", "escape", "forestall"]);

/** A conditional clause under a word: its cue, its extent and its head. */
export interface ConditionClause extends Condition {
  readonly head: number;
}

/** The first conditional clause among those that hang on the given words. */
export function conditionOn(doc: Document, words: readonly number[]): ConditionClause | null {
  for (const word of words)
    for (const child of children(doc, word)) {
      const found = conditionAt(doc, child);
      if (found !== null) return found;
    }
  return null;
}

function conditionAt(doc: Document, word: number): ConditionClause | null {
  const rel = doc.deprel[word]!;
  if (rel !== REL.advcl && rel !== REL.obl) return null;
  const mark = markOf(doc, word);
  if (rel === REL.advcl && CUES.has(mark)) {
    if (mark === "until" || mark === "once") return mark === "once" ? null : clause(doc, word, mark);
    return clause(doc, word, mark);
  }
  if (rel === REL.advcl && isVerbal(doc, word) && AVOIDING.has(doc.lemma[word]!) && isInfinitive(doc, word))
    return clause(doc, word, `${mark === "" ? "to" : "in order to"} ${doc.lemma[word]}`);
  return null;
}

function clause(doc: Document, word: number, cue: string): ConditionClause {
  const { start, end } = subtree(doc, word);
  const last = trimmed(doc, start, end);
  return { ...rangeOf(doc, start, last), cue, head: word };
}

/** The end of a stretch without the comma or stop it closes with. */
export function trimmed(doc: Document, start: number, end: number): number {
  let last = end;
  while (last > start + 1 && /^[,.;:–—-]+$/.test(doc.form[last - 1]!)) last--;
  return last;
}
