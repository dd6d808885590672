import { children, type Document } from "../document/index.ts";
import { isGerund, isInfinitive, isVerbal, markOf, POS, REL } from "./grammar.ts";

/** Infinitives that a trigger governs; where the parser has none, the purpose clause right after it will do. */
export function infinitivesOf(doc: Document, word: number): number[] {
  const direct = childrenThat(doc, word, (child, rel) => {
    if (child < word) return false;
    if (rel === REL.xcomp)
      return (
        !isGerund(doc, child) &&
        (isVerbal(doc, child) || doc.upos[child] === POS.adj || hasCopula(doc, child))
      );
    if (rel === REL.ccomp || rel === REL.acl) return isInfinitive(doc, child);
    return false;
  });
  if (direct.length > 0) return direct;
  const loose = childrenThat(
    doc,
    word,
    (child, rel) =>
      child > word &&
      (rel === REL.advcl || rel === REL.csubj || rel === REL.dep) &&
      isInfinitive(doc, child) &&
      !markOf(doc, child).startsWith("in order"),
  );
  if (loose.length > 0) return loose;
  for (const child of children(doc, word)) {
    const rel = doc.deprel[child]!;
    if (child < word) continue;
    if (rel !== REL.obj && rel !== REL.iobj && rel !== REL.obl && rel !== REL.nmod) continue;
    if (UTTERANCES.has(doc.lemma[child]!)) continue;
    const inner = childrenThat(
      doc,
      child,
      (grandchild, below) => (below === REL.acl || below === REL.advcl) && isInfinitive(doc, grandchild),
    );
    if (inner.length > 0) return inner;
  }
  return [];
}

/** Nouns that govern an infinitive themselves: what "reported a threat to close" speaks of is the threat's. */
const UTTERANCES: ReadonlySet<string> = new Set([
  ...["threat", "offer", "proposal", "pledge", "promise", "vow", "demand", "request", "call", "appeal"],
  ...["warning", "invitation", "suggestion"],
]);

function hasCopula(doc: Document, word: number): boolean {
  for (const child of children(doc, word)) if (doc.deprel[child] === REL.cop) return true;
  return false;
}

/** Finite clauses that a trigger governs, and the sentence that "X said" interrupts or follows. */
export function clausesOf(doc: Document, word: number): number[] {
  const found = childrenThat(doc, word, (child, rel) => {
    if (rel === REL.ccomp) return !isInfinitive(doc, child);
    if (rel === REL.acl || rel === REL.advcl) return child > word && markOf(doc, child) === "that";
    return false;
  });
  if (found.length > 0) return found;
  if (doc.deprel[word] === REL.parataxis && doc.head[word]! >= 0) return [doc.head[word]!];
  return childrenThat(
    doc,
    word,
    (child, rel) => rel === REL.parataxis && isVerbal(doc, child) && child < word,
  );
}

/** Gerunds that a trigger governs: "stopped shelling". */
export function gerundsOf(doc: Document, word: number): number[] {
  return childrenThat(doc, word, (child, rel) => {
    if (!isGerund(doc, child) || child < word) return false;
    if (rel === REL.xcomp || rel === REL.obj) return true;
    return (rel === REL.ccomp || rel === REL.advcl || rel === REL.acl) && markOf(doc, child) === "";
  });
}

function childrenThat(doc: Document, word: number, fits: (child: number, rel: number) => boolean): number[] {
  const found: number[] = [];
  for (const child of children(doc, word)) if (fits(child, doc.deprel[child]!)) found.push(child);
  return found;
}
