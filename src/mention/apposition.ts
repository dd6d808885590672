import type { Document } from "../document/index.ts";
import type { Draft } from "./draft.ts";
import { POS, REL } from "./words.ts";

/**
 * Ties a name to the phrase beside it: "Anna Berg, the Norwegian envoy," and "the Norwegian envoy, Anna Berg,", and an
 * abbreviation in parentheses to what it abbreviates. `drafts` are in text order.
 */
export function tieAppositions(doc: Document, drafts: readonly Draft[]): void {
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i]!;
    for (let j = i + 1; j < drafts.length && j <= i + 6; j++) {
      const next = drafts[j]!;
      if (next.sentence !== draft.sentence) break;
      if (next.start < draft.end) continue;
      if (isApposed(doc, draft, next) || isAbbreviation(doc, draft, next)) {
        if (draft.apposed < 0) draft.apposed = j;
        if (next.apposed < 0) next.apposed = i;
      }
      if (next.start > draft.end + 4) break;
    }
  }
}

function isApposed(doc: Document, left: Draft, right: Draft): boolean {
  if (!isPair(left, right) && !isPair(right, left)) return false;
  if (doc.deprel[right.head] === REL.appos && doc.head[right.head] === left.head) return true;
  if (right.start !== left.end + 1 || doc.form[left.end] !== ",") return false;
  const close = doc.form[right.end] ?? ".";
  const isList = right.end + 1 < doc.wordCount && doc.upos[right.end + 1] === POS.CCONJ;
  return (
    (close === "," || close === "." || close === ";" || close === "–" || close === "-" || close === ")") &&
    !isList
  );
}

/** A name and a role in the singular. */
function isPair(name: Draft, role: Draft): boolean {
  if (name.shape !== "proper" && name.shape !== "person") return false;
  return role.shape === "role" && !role.isPlural && role.role !== null && role.role.kind !== "body";
}

function isAbbreviation(doc: Document, left: Draft, right: Draft): boolean {
  if (right.start !== left.end + 1 || doc.form[left.end] !== "(" || doc.form[right.end] !== ")") return false;
  const text = doc.text.slice(doc.from[right.start]!, doc.to[right.end - 1]!);
  return (
    /^\p{Lu}[\p{Lu}\p{Ll}.-]{1,9}$/u.test(text) && /\p{Lu}.*\p{Lu}/u.test(text) && left.shape !== "pronoun"
  );
}
