import { children, type Document, hasDeprel, hasUpos } from "../document/index.ts";
import type { Act } from "../event/index.ts";
import { lemmaOf, type Phrase } from "./scope.ts";

/** Act, object and place of what is on the table, in words: "withdraw army, force (Kosovo)". */
export function matterOf(doc: Document, phrase: Phrase, act: Act | null): string {
  const objects = objectsOf(doc, phrase);
  const place = act?.place?.name ?? null;
  const words = [lemmaOf(doc, phrase.root), objects.join(", ")].filter((part) => part !== "").join(" ");
  return place === null ? words : `${words} (${place})`;
}

/** Head words of the objects, the coordinated ones each; of a phrase without an object, of what its prepositions bring. */
function objectsOf(doc: Document, { start, end, root }: Phrase): string[] {
  const found: string[] = [];
  const take = (word: number): void => {
    if (word < start || word >= end || !isNominal(doc, word)) return;
    if (hasUpos(doc, word, "PRON")) return;
    found.push(lemmaOf(doc, word));
    for (const child of children(doc, word)) if (hasDeprel(doc, child, "conj")) take(child);
  };
  for (const child of children(doc, root)) if (hasDeprel(doc, child, "obj")) take(child);
  if (found.length > 0) return found;
  for (const child of children(doc, root))
    if (child > root && (hasDeprel(doc, child, "obl") || hasDeprel(doc, child, "nmod"))) take(child);
  return found.slice(0, 2);
}

function isNominal(doc: Document, word: number): boolean {
  return hasUpos(doc, word, "NOUN") || hasUpos(doc, word, "PROPN") || hasUpos(doc, word, "PRON");
}
