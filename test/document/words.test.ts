import { describe, expect, it } from "vitest";
import {
  children,
  childrenWith,
  childWith,
  DocumentBuilder,
  deprelOf,
  hasDeprel,
  hasUpos,
  hasXpos,
  isBelow,
  rangeOf,
  rootOf,
  sentenceCount,
  sentenceOf,
  sentenceRange,
  subtree,
  textOf,
  uposOf,
  xposOf,
} from "../../src/document/index.ts";

/** "Rebels were driven from the town ." and "They fled ." */
function sample() {
  const text = "Rebels were driven from the town. They fled.";
  const builder = new DocumentBuilder(text);
  const words: [string, string, string, number, string][] = [
    ["Rebels", "NOUN", "NNS", 2, "nsubj:pass"],
    ["were", "AUX", "VBD", 2, "aux:pass"],
    ["driven", "VERB", "VBN", -1, "root"],
    ["from", "ADP", "IN", 5, "case"],
    ["the", "DET", "DT", 5, "det"],
    ["town", "NOUN", "NN", 2, "obl"],
    [".", "PUNCT", ".", 2, "punct"],
    ["They", "PRON", "PRP", 8, "nsubj"],
    ["fled", "VERB", "VBD", -1, "root"],
    [".", "PUNCT", ".", 8, "punct"],
  ];
  let at = 0;
  words.forEach(([form, upos, xpos, head, deprel], i) => {
    if (i === 0 || i === 7) builder.startSentence(0);
    const from = text.indexOf(form, at);
    at = from + form.length;
    const labels = { upos: uposOf(upos), xpos: xposOf(xpos), head, deprel: deprelOf(deprel) };
    builder.addWord({ form, from, to: at, ...labels });
  });
  return builder.build();
}

describe("the words of a document", () => {
  const doc = sample();

  it("knows children and subtrees", () => {
    expect([...children(doc, 2)]).toEqual([0, 1, 5, 6]);
    expect([...children(doc, 0)]).toEqual([]);
    expect(subtree(doc, 5)).toEqual({ start: 3, end: 6 });
    expect(subtree(doc, 2)).toEqual({ start: 0, end: 7 });
    expect(isBelow(doc, 4, 2)).toBe(true);
    expect(isBelow(doc, 2, 4)).toBe(false);
    expect(isBelow(doc, 7, 2)).toBe(false);
  });

  it("spans the gap of a crossing arc", () => {
    const crossing = { ...doc, head: doc.head.slice() };
    crossing.head[4] = 0;
    expect(subtree(crossing, 0)).toEqual({ start: 0, end: 5 });
  });

  it("tests relations with and without subtype", () => {
    expect(hasDeprel(doc, 0, "nsubj")).toBe(true);
    expect(hasDeprel(doc, 0, "nsubj:pass")).toBe(true);
    expect(hasDeprel(doc, 7, "nsubj:pass")).toBe(false);
    expect(hasDeprel(doc, 0, "obj")).toBe(false);
    expect(childWith(doc, 2, "nsubj")).toBe(0);
    expect(childWith(doc, 2, "obj")).toBe(-1);
    expect(childrenWith(doc, 2, "aux")).toEqual([1]);
    expect(hasUpos(doc, 2, "VERB")).toBe(true);
    expect(hasXpos(doc, 2, "VBD")).toBe(false);
  });

  it("leads to sentences and back to the text", () => {
    expect(sentenceCount(doc)).toBe(2);
    expect(sentenceOf(doc, 6)).toBe(0);
    expect(sentenceOf(doc, 7)).toBe(1);
    expect(rootOf(doc, 1)).toBe(8);
    expect(textOf(doc, 3, 6)).toBe("from the town");
    expect(textOf(doc, 4, 4)).toBe("");
    expect(rangeOf(doc, 3, 6)).toEqual({ from: 19, to: 32 });
    const { from, to } = sentenceRange(doc, 1);
    expect(doc.text.slice(from, to)).toBe("They fled.");
  });

  it("refuses a word before the first sentence", () => {
    expect(() => new DocumentBuilder("a").addWord({ form: "a", from: 0, to: 1 })).toThrow(RangeError);
  });
});
