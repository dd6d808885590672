import { type Document, sentenceOf, textOf } from "../document/index.ts";
import type { Mentions, Quantity } from "../mention/index.ts";
import type { Count, Sizes } from "./act.ts";

const DEATH = new Set([
  "kill",
  "die",
  "dead",
  "death",
  "massacre",
  "execute",
  "murder",
  "slay",
  "assassinate",
  "behead",
  "hang",
  "slaughter",
]);
const INJURY = new Set(["injure", "wound", "injury", "hurt", "injured", "wounded", "maim"]);
const ARREST = new Set([
  "arrest",
  "detain",
  "jail",
  "imprison",
  "capture",
  "apprehend",
  "seize",
  "abduct",
  "kidnap",
]);
const PEOPLE = new Set([
  "person",
  "people",
  "protester",
  "demonstrator",
  "troop",
  "soldier",
  "marcher",
  "worker",
  "student",
  "striker",
  "supporter",
  "refugee",
  "policeman",
  "officer",
  "thousand",
  "hundred",
]);

/** No numbers. */
export const NO_SIZES: Sizes = { dead: null, injured: null, arrested: null, size: null };

/** The numbers of people in the clauses of an act: dead, injured, arrested, or taking part. */
export function sizesOf(doc: Document, mentions: Mentions, word: number, words: ReadonlySet<number>): Sizes {
  const sentence = sentenceOf(doc, word);
  let sizes = NO_SIZES;
  for (const quantity of mentions.quantities) {
    if (sentenceOf(doc, quantity.start) !== sentence) continue;
    const kind = kindOf(doc, quantity, words);
    if (kind !== null && sizes[kind] === null) sizes = { ...sizes, [kind]: countOf(doc, quantity) };
  }
  return sizes;
}

function countOf(doc: Document, quantity: Quantity): Count {
  return { min: quantity.min, max: quantity.max, text: textOf(doc, quantity.start, quantity.end) };
}

/** What is counted, from the nearest word above that says so, as long as the path stays in the act. */
function kindOf(doc: Document, quantity: Quantity, words: ReadonlySet<number>): keyof Sizes | null {
  const counted = quantity.counted;
  let kind: keyof Sizes | null = wordKind(doc, counted);
  for (let word = counted, depth = 0; word >= 0 && depth < 6; word = doc.head[word]!, depth++) {
    kind ??= wordKind(doc, word);
    if (!words.has(word)) continue;
    if (kind !== null) return kind;
    return PEOPLE.has(doc.lemma[counted]!.toLowerCase()) ? "size" : null;
  }
  return null;
}

function wordKind(doc: Document, word: number): keyof Sizes | null {
  const lemma = doc.lemma[word]!.toLowerCase();
  if (DEATH.has(lemma)) return "dead";
  if (INJURY.has(lemma)) return "injured";
  return ARREST.has(lemma) ? "arrested" : null;
}
