import { children, type Document, rangeOf } from "../document/index.ts";
import type { Mention, Mentions } from "../mention/index.ts";
import type { EventPlace } from "./act.ts";
import { caseOf, REL } from "./grammar.ts";

const LOCAL = new Set([
  "in",
  "at",
  "near",
  "on",
  "outside",
  "around",
  "inside",
  "within",
  "across",
  "from",
  "off",
]);

/** Where an act is said to take place: a place named at the trigger or at the verbs that carry it. */
export function placeOf(doc: Document, mentions: Mentions, words: readonly number[]): EventPlace | null {
  for (const word of words) {
    const found = placeBelow(doc, mentions, word, 0);
    if (found !== null) return found;
  }
  return null;
}

function placeBelow(doc: Document, mentions: Mentions, word: number, depth: number): EventPlace | null {
  for (const child of children(doc, word)) {
    const rel = doc.deprel[child]!;
    if (rel === REL.obl || rel === REL.nmod || (depth > 0 && rel === REL.appos)) {
      const mention = mentions.mentions[mentions.mentionOfHead[child]!];
      if (mention !== undefined && LOCAL.has(caseOf(doc, child)) && isPlace(mention))
        return placeFrom(doc, mentions, mention);
    }
    if (depth < 2 && (rel === REL.obj || rel === REL.obl || rel === REL.nmod || rel === REL.nsubjPass)) {
      const inner = placeBelow(doc, mentions, child, depth + 1);
      if (inner !== null) return inner;
    }
  }
  return null;
}

function isPlace(mention: Mention): boolean {
  return mention.kind === "place" || mention.readings.some(({ as }) => as === "place" || as === "state");
}

/** A mention as a place; coordinates only where the gazetteer gave them. */
export function placeFrom(doc: Document, mentions: Mentions, mention: Mention): EventPlace {
  const reading = mention.readings.find(({ as }) => as === "place") ?? mention.readings[0] ?? null;
  const { from, to } = rangeOf(doc, mention.start, mention.end);
  const name = reading?.name ?? mentions.entities[mention.entity]?.name ?? doc.text.slice(from, to);
  return {
    from,
    to,
    text: doc.text.slice(from, to),
    name,
    country: reading?.code ?? null,
    latitude: reading?.place?.latitude ?? null,
    longitude: reading?.place?.longitude ?? null,
    precision: reading?.place?.precision ?? (reading?.as === "state" ? "country" : null),
  };
}
