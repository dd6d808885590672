import { DEPREL, type Document, hasUpos, UPOS } from "../src/document/index.ts";
import { type Model, parse, tagAndParse } from "../src/parse/index.ts";
import type { Corpus } from "./corpus.ts";

/** Counts behind a score; the shared task's F1 is 2 right / (gold + found). */
export interface Count {
  right: number;
  gold: number;
  found: number;
}

/** The measures that are reported, in this order. */
export const MEASURES = [
  "words",
  "sentences",
  "upos",
  "xpos",
  "lemma",
  "uas",
  "las",
  "sharedTaskLas",
  "noPunctUas",
  "noPunctLas",
] as const;
export type Measure = (typeof MEASURES)[number];
export type Scores = Readonly<Record<Measure, number>> & { readonly relations: ReadonlyMap<string, Count> };

/** Scores with the corpus's own words and sentences. */
export function scoreGivenWords(corpus: Corpus, model: Model): Scores {
  return compare(corpus.doc, tagAndParse(corpus.doc, model));
}

/** Scores from raw text; only the paragraphs are given. */
export function scoreRawText(corpus: Corpus, model: Model): Scores {
  return compare(corpus.doc, parse({ text: corpus.doc.text, blocks: corpus.blocks, holes: [] }, model));
}

/** Compares by character spans: a word is found where gold and system have a word on the same stretch. */
export function compare(gold: Document, found: Document): Scores {
  const partner = align(gold, found);
  const counts = new Map<string, Count>();
  const relations = new Map<string, Count>();
  const countOf = (map: Map<string, Count>, name: string) => {
    const count = map.get(name) ?? { right: 0, gold: 0, found: 0 };
    map.set(name, count);
    return count;
  };
  const add = (name: Measure, right: boolean) => {
    if (right) countOf(counts, name).right++;
  };
  for (let i = 0; i < gold.wordCount; i++) {
    countOf(relations, DEPREL[gold.deprel[i]!]!).gold++;
    const other = partner[i]!;
    if (other < 0) continue;
    const sameHead = headMatches(gold, found, partner, i);
    const sameLabel = gold.deprel[i] === found.deprel[other];
    const sameUniversal = universal(gold, i) === universal(found, other);
    const isPunct = hasUpos(gold, i, "PUNCT");
    add("words", true);
    add("upos", gold.upos[i] === found.upos[other]);
    add("xpos", gold.xpos[i] === found.xpos[other]);
    add("lemma", gold.lemma[i] === found.lemma[other] || gold.lemma[i] === "_");
    add("uas", sameHead);
    add("las", sameHead && sameLabel);
    add("sharedTaskLas", sameHead && sameUniversal);
    add("noPunctUas", sameHead && !isPunct);
    add("noPunctLas", sameHead && !isPunct && sameUniversal);
    if (sameHead && sameLabel) countOf(relations, DEPREL[gold.deprel[i]!]!).right++;
  }
  for (let i = 0; i < found.wordCount; i++) countOf(relations, DEPREL[found.deprel[i]!]!).found++;
  const f1 = (name: Measure, goldTotal: number, foundTotal: number) =>
    (200 * countOf(counts, name).right) / Math.max(1, goldTotal + foundTotal);
  const whole = (name: Measure) => f1(name, gold.wordCount, found.wordCount);
  const plain = (name: Measure) => f1(name, withoutPunct(gold), withoutPunct(found));
  return {
    words: whole("words"),
    sentences: sentenceF1(gold, found),
    upos: whole("upos"),
    xpos: whole("xpos"),
    lemma: whole("lemma"),
    uas: whole("uas"),
    las: whole("las"),
    sharedTaskLas: whole("sharedTaskLas"),
    noPunctUas: plain("noPunctUas"),
    noPunctLas: plain("noPunctLas"),
    relations,
  };
}

function universal(doc: Document, word: number): string {
  return DEPREL[doc.deprel[word]!]!.split(":")[0]!;
}

function withoutPunct(doc: Document): number {
  return doc.upos.reduce((count, upos) => count + (UPOS[upos] === "PUNCT" ? 0 : 1), 0);
}

/** For each gold word the system's word on the same stretch, or -1; words of one stretch pair off in order. */
function align(gold: Document, found: Document): Int32Array {
  const partner = new Int32Array(gold.wordCount).fill(-1);
  let j = 0;
  for (let i = 0; i < gold.wordCount; i++) {
    while (j < found.wordCount && before(found, j, gold, i)) j++;
    if (j < found.wordCount && found.from[j] === gold.from[i] && found.to[j] === gold.to[i]) partner[i] = j++;
  }
  return partner;
}

function before(a: Document, i: number, b: Document, j: number): boolean {
  return a.from[i]! < b.from[j]! || (a.from[i] === b.from[j] && a.to[i]! < b.to[j]!);
}

function headMatches(gold: Document, found: Document, partner: Int32Array, i: number): boolean {
  const goldHead = gold.head[i]!;
  const foundHead = found.head[partner[i]!]!;
  return goldHead < 0 ? foundHead < 0 : partner[goldHead] === foundHead && foundHead >= 0;
}

function sentenceF1(gold: Document, found: Document): number {
  const spans = (doc: Document) =>
    Array.from({ length: doc.sentenceBlock.length }, (_, s) => {
      const [start, end] = [doc.sentenceStart[s]!, doc.sentenceStart[s + 1]!];
      return `${doc.from[start]}-${doc.to[end - 1]}`;
    });
  const goldSpans = new Set(spans(gold));
  const foundSpans = spans(found);
  const right = foundSpans.filter((span) => goldSpans.has(span)).length;
  return (200 * right) / Math.max(1, goldSpans.size + foundSpans.length);
}

/** The sentences of some of a corpus's documents, as a corpus of their own. */
export function partOf(corpus: Corpus, name: string, wanted: (source: string) => boolean): Corpus {
  const { doc } = corpus;
  const chosen = corpus.source.map((source, i) => (wanted(source) ? i : -1)).filter((i) => i >= 0);
  const wordsOf = (s: number) => [doc.sentenceStart[s]!, doc.sentenceStart[s + 1]!] as const;
  const words = chosen.flatMap((s) => {
    const [start, end] = wordsOf(s);
    return Array.from({ length: end - start }, (_, i) => start + i);
  });
  const place = new Map(words.map((word, i) => [word, i]));
  const starts: number[] = [0];
  for (const s of chosen) starts.push(starts.at(-1)! + wordsOf(s)[1] - wordsOf(s)[0]);
  const blockNumbers = [...new Set(chosen.map((s) => doc.sentenceBlock[s]!))];
  const part: Document = {
    text: doc.text,
    wordCount: words.length,
    form: words.map((word) => doc.form[word]!),
    lemma: words.map((word) => doc.lemma[word]!),
    upos: Uint8Array.from(words, (word) => doc.upos[word]!),
    xpos: Uint8Array.from(words, (word) => doc.xpos[word]!),
    head: Int32Array.from(words, (word) => (doc.head[word]! < 0 ? -1 : place.get(doc.head[word]!)!)),
    deprel: Uint8Array.from(words, (word) => doc.deprel[word]!),
    from: Uint32Array.from(words, (word) => doc.from[word]!),
    to: Uint32Array.from(words, (word) => doc.to[word]!),
    sentenceStart: Uint32Array.from(starts),
    sentenceBlock: Uint32Array.from(chosen, (s) => blockNumbers.indexOf(doc.sentenceBlock[s]!)),
    joined: Uint8Array.from(words, (word) => doc.joined[word]!),
  };
  return {
    name,
    doc: part,
    blocks: blockNumbers.map((block) => corpus.blocks[block]!),
    source: chosen.map((s) => corpus.source[s]!),
  };
}

/** The development sets of a folder of treebanks: web, mixed genres, and the news of the latter alone. */
export function newsOf(corpus: Corpus): Corpus {
  return partOf(corpus, "GUM news", (source) => source.includes("_news_"));
}

/** A line of a table of scores. */
export function scoreLine(name: string, scores: Scores): string {
  return `| ${name} | ${MEASURES.map((measure) => scores[measure].toFixed(2)).join(" | ")} |`;
}

/** The head of a table of scores. */
export const SCORE_HEAD = `| set | ${MEASURES.join(" | ")} |\n|---|${MEASURES.map(() => "---").join("|")}|`;
