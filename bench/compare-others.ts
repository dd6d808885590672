import { type Document, UPOS } from "../src/document/index.ts";
import type { Corpus } from "../training/corpus.ts";
import { OTHERS, type Other } from "./others.ts";

export const OTHERS_HEAD =
  "| raw text | words found | sentences | tags | tags, lenient | ours, same words | lemmas | ours |\n|---|---|---|---|---|---|---|---|";

/**
 * What the other analysers make of a corpus's paragraphs. Tags and lemmas are compared on those gold words that the other has
 * as its own words too (compromise has no punctuation), and ours on the very same; lemmas without regard to capitals.
 */
export function compareOthers(corpus: Corpus, ours: Document): string[] {
  const mine = new Map(spansOf(ours).map(({ key, upos, lemma }) => [key, { upos, lemma }]));
  return OTHERS.map((other) => line(corpus, other, mine));
}

function line(
  { name, doc, blocks }: Corpus,
  other: Other,
  mine: ReadonlyMap<string, { upos: string; lemma: string }>,
): string {
  const words = new Map<string, ReturnType<Other["read"]>["words"][number]>();
  const sentences = new Set<string>();
  for (const { from, to } of blocks) {
    const found = other.read(doc.text.slice(from, to));
    for (const word of found.words) words.set(`${word.from + from}-${word.to + from}`, word);
    for (const [first, last] of found.sentences) sentences.add(`${first + from}-${last + from}`);
  }
  const count = { gold: 0, shared: 0, tags: 0, lenient: 0, ourTags: 0, lemmas: 0, ourLemmas: 0 };
  for (const { key, upos, lemma } of spansOf(doc)) {
    count.gold++;
    const word = words.get(key);
    if (word === undefined) continue;
    const our = mine.get(key);
    const same = (text: string | undefined) =>
      text !== undefined && text.toLowerCase() === lemma.toLowerCase();
    count.shared++;
    if (word.upos === upos) count.tags++;
    if (word.lenient.includes(upos)) count.lenient++;
    if (our?.upos === upos) count.ourTags++;
    if (same(word.lemma)) count.lemmas++;
    if (same(our?.lemma)) count.ourLemmas++;
  }
  const percent = (part: number, whole: number) => ((100 * part) / whole).toFixed(1);
  const goldSentences = sentencesOf(doc);
  const right = goldSentences.filter((span) => sentences.has(span)).length;
  return `| ${[
    `${name} dev, ${other.name}`,
    percent(count.shared, count.gold),
    percent(2 * right, goldSentences.length + sentences.size),
    percent(count.tags, count.shared),
    percent(count.lenient, count.shared),
    percent(count.ourTags, count.shared),
    percent(count.lemmas, count.shared),
    percent(count.ourLemmas, count.shared),
  ].join(" | ")} |`;
}

function spansOf(doc: Document): { key: string; upos: string; lemma: string }[] {
  return Array.from({ length: doc.wordCount }, (_, i) => ({
    key: `${doc.from[i]}-${doc.to[i]}`,
    upos: UPOS[doc.upos[i]!]!,
    lemma: doc.lemma[i]!,
  }));
}

function sentencesOf(doc: Document): string[] {
  return Array.from(
    { length: doc.sentenceBlock.length },
    (_, s) => `${doc.from[doc.sentenceStart[s]!]}-${doc.to[doc.sentenceStart[s + 1]! - 1]}`,
  );
}
