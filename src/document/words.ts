import type { Range } from "../report/index.ts";
import type { Document } from "./document.ts";
import { DEPREL, type Deprel, UPOS, type Upos, XPOS, type Xpos } from "./tagset.ts";

/** What follows from the heads of a document, reckoned once: children and subtree bounds of every word. */
interface Tree {
  readonly childStart: Uint32Array;
  readonly child: Uint32Array;
  readonly spanStart: Uint32Array;
  readonly spanEnd: Uint32Array;
  readonly sentence: Uint32Array;
}

const trees = new WeakMap<Document, Tree>();

function treeOf(doc: Document): Tree {
  const known = trees.get(doc);
  if (known !== undefined) return known;
  const tree = buildTree(doc);
  trees.set(doc, tree);
  return tree;
}

function buildTree(doc: Document): Tree {
  const { wordCount, head, sentenceStart } = doc;
  const childStart = new Uint32Array(wordCount + 1);
  for (let i = 0; i < wordCount; i++) if (head[i]! >= 0) childStart[head[i]! + 1]!++;
  for (let i = 0; i < wordCount; i++) childStart[i + 1]! += childStart[i]!;
  const child = new Uint32Array(childStart[wordCount]!);
  const fill = childStart.slice();
  for (let i = 0; i < wordCount; i++) if (head[i]! >= 0) child[fill[head[i]!]!++] = i;
  const spanStart = Uint32Array.from({ length: wordCount }, (_, i) => i);
  const spanEnd = Uint32Array.from({ length: wordCount }, (_, i) => i + 1);
  for (const word of bottomUp(doc, childStart, child)) {
    const parent = head[word]!;
    if (parent < 0) continue;
    if (spanStart[word]! < spanStart[parent]!) spanStart[parent] = spanStart[word]!;
    if (spanEnd[word]! > spanEnd[parent]!) spanEnd[parent] = spanEnd[word]!;
  }
  const sentence = new Uint32Array(wordCount);
  for (let s = 0; s + 1 < sentenceStart.length; s++)
    sentence.fill(s, sentenceStart[s]!, sentenceStart[s + 1]!);
  return { childStart, child, spanStart, spanEnd, sentence };
}

/** All words, children before their heads. */
function bottomUp(doc: Document, childStart: Uint32Array, child: Uint32Array): Uint32Array {
  const order = new Uint32Array(doc.wordCount);
  let filled = 0;
  for (let i = 0; i < doc.wordCount; i++) if (doc.head[i]! < 0) order[filled++] = i;
  for (let next = 0; next < filled; next++)
    for (let c = childStart[order[next]!]!; c < childStart[order[next]! + 1]!; c++)
      order[filled++] = child[c]!;
  return order.subarray(0, filled).reverse();
}

/** The words that hang on this one, in text order; a view, not a copy. */
export function children(doc: Document, word: number): Uint32Array {
  const { childStart, child } = treeOf(doc);
  return child.subarray(childStart[word]!, childStart[word + 1]!);
}

/** First and last word of everything that hangs below a word, itself included: [start, end). */
export function subtree(doc: Document, word: number): { start: number; end: number } {
  const { spanStart, spanEnd } = treeOf(doc);
  return { start: spanStart[word]!, end: spanEnd[word]! };
}

/** The sentence that a word stands in. */
export function sentenceOf(doc: Document, word: number): number {
  return treeOf(doc).sentence[word]!;
}

/** How many sentences there are. */
export function sentenceCount(doc: Document): number {
  return doc.sentenceBlock.length;
}

/** The words of a sentence: [start, end). */
export function sentenceWords(doc: Document, sentence: number): { start: number; end: number } {
  return { start: doc.sentenceStart[sentence]!, end: doc.sentenceStart[sentence + 1]! };
}

/** Where the words [start, end) stand in the text; empty for no words. */
export function rangeOf(doc: Document, start: number, end: number): Range {
  if (end <= start) return { from: 0, to: 0 };
  return { from: doc.from[start]!, to: doc.to[end - 1]! };
}

/** Where a sentence stands in the text. */
export function sentenceRange(doc: Document, sentence: number): Range {
  return rangeOf(doc, doc.sentenceStart[sentence]!, doc.sentenceStart[sentence + 1]!);
}

/** The text of the words [start, end) as it stands, holes and line breaks included. */
export function textOf(doc: Document, start: number, end: number): string {
  const { from, to } = rangeOf(doc, start, end);
  return doc.text.slice(from, to);
}

/** The root word of a sentence. */
export function rootOf(doc: Document, sentence: number): number {
  const { start, end } = sentenceWords(doc, sentence);
  for (let i = start; i < end; i++) if (doc.head[i]! < 0) return i;
  return start;
}

const deprelIndex = new Map<string, number>(DEPREL.map((label, index) => [label, index]));
const uposIndex = new Map<string, number>(UPOS.map((label, index) => [label, index]));
const xposIndex = new Map<string, number>(XPOS.map((label, index) => [label, index]));

/** Index of the label without its subtype, for each label: `nsubj:pass` leads to `nsubj`. */
const baseDeprel = Uint8Array.from(DEPREL, (label) => deprelIndex.get(label.split(":")[0]!)!);

/** Index of a relation label, or -1 where it is unknown. */
export function deprelOf(label: string): number {
  return deprelIndex.get(label) ?? -1;
}

/** Index of a universal tag, or -1 where it is unknown. */
export function uposOf(label: string): number {
  return uposIndex.get(label) ?? -1;
}

/** Index of a Penn tag, or -1 where it is unknown. */
export function xposOf(label: string): number {
  return xposIndex.get(label) ?? -1;
}

/** Whether the word has this relation; a label without subtype also fits its subtypes. */
export function hasDeprel(doc: Document, word: number, label: Deprel): boolean {
  const wanted = deprelIndex.get(label)!;
  const found = doc.deprel[word]!;
  return found === wanted || baseDeprel[found] === wanted;
}

/** Whether the word has this universal tag. */
export function hasUpos(doc: Document, word: number, label: Upos): boolean {
  return UPOS[doc.upos[word]!] === label;
}

/** Whether the word has this Penn tag. */
export function hasXpos(doc: Document, word: number, label: Xpos): boolean {
  return XPOS[doc.xpos[word]!] === label;
}

/** The first child with this relation (subtypes included), or -1. */
export function childWith(doc: Document, word: number, label: Deprel): number {
  for (const child of children(doc, word)) if (hasDeprel(doc, child, label)) return child;
  return -1;
}

/** All children with this relation (subtypes included). */
export function childrenWith(doc: Document, word: number, label: Deprel): number[] {
  return [...children(doc, word)].filter((child) => hasDeprel(doc, child, label));
}

/** Whether a word stands in the subtree of another (or is it). */
export function isBelow(doc: Document, word: number, ancestor: number): boolean {
  for (let i = word; i >= 0; i = doc.head[i]!) if (i === ancestor) return true;
  return false;
}
