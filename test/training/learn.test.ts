import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readModel, tagAndParse } from "../../src/parse/index.ts";
import { State } from "../../src/parse/transition.ts";
import { corpusFromText } from "../../training/corpus.ts";
import { knowledgeFromBytes, knowledgeToBytes } from "../../training/knowledge.ts";
import { type LearnOptions, learn } from "../../training/learn.ts";
import { packModel } from "../../training/model-file.ts";
import { GoldTree } from "../../training/oracle.ts";
import { compare, partOf, scoreGivenWords, scoreRawText } from "../../training/score.ts";
import { verbForms } from "../../training/verb-forms.ts";

const own = readFileSync(new URL("./own.conllu", import.meta.url), "utf8");
const corpus = corpusFromText(own, "own");
const options: LearnOptions = {
  seed: 7,
  folds: 3,
  tagEpochs: 6,
  treeEpochs: 8,
  boundaryEpochs: 4,
  verbs: verbForms("freeze froze frozen\nveto"),
  report: () => {},
};
const least = { boundary: 0.0005, tag: 0.0005, move: 0.0005, label: 0.0005 };

describe("training on sentences of our own", () => {
  const knowledge = learn([corpus], options);
  const bytes = packModel(knowledge, undefined, least);
  const model = readModel(bytes);

  it("learns them by heart", () => {
    expect(model.engine.name).toBe("fast");
    const given = scoreGivenWords(corpus, model);
    expect(given.upos).toBeGreaterThan(97);
    expect(given.lemma).toBeGreaterThan(97);
    expect(given.las).toBeGreaterThan(90);
    const raw = scoreRawText(corpus, model);
    expect(raw.words).toBe(100);
    expect(raw.sentences).toBeGreaterThan(95);
  });

  it("carries over to what it has not seen", () => {
    const seen = partOf(corpus, "seen", (source) => source !== "own-2");
    const unseen = partOf(corpus, "unseen", (source) => source === "own-2");
    const half = readModel(packModel(learn([seen], options), undefined, least));
    const { upos, uas } = scoreGivenWords(unseen, half);
    expect(upos).toBeGreaterThan(75);
    expect(uas).toBeGreaterThan(60);
  });

  it("gives the same bytes twice, and after a rest in a file", () => {
    expect(packModel(learn([corpus], options), undefined, least)).toEqual(bytes);
    const again = knowledgeFromBytes(knowledgeToBytes(knowledge));
    expect(readModel(packModel(again, undefined, least)).digest).toBe(model.digest);
  });

  it("refuses a model of other features", () => {
    const other = Buffer.from(bytes);
    other.write('"features":9', other.indexOf('"features":1'));
    expect(() => readModel(new Uint8Array(other))).toThrow(/features 9.*features 1/);
  });
});

describe("the oracle", () => {
  it("leads every gold tree to its end without loss", () => {
    for (let s = 0; s < corpus.doc.sentenceBlock.length; s++) {
      const [start, end] = [corpus.doc.sentenceStart[s]!, corpus.doc.sentenceStart[s + 1]!];
      const heads = Int32Array.from(corpus.doc.head.slice(start, end), (head) =>
        head < 0 ? end - start : head - start,
      );
      const gold = new GoldTree(heads);
      const state = new State(end - start);
      while (!state.isFinal) {
        const free = [0, 1, 2].find((move) => gold.cost(state, move) === 0);
        expect(free).toBeDefined();
        state.apply(free!);
      }
      expect([...state.head.subarray(0, end - start)]).toEqual([...heads]);
    }
  });
});

describe("scores", () => {
  it("are whole for the same trees and fall with each fault", () => {
    const { doc } = corpus;
    const same = compare(doc, doc);
    expect([same.words, same.sentences, same.uas, same.las, same.noPunctLas]).toEqual([
      100, 100, 100, 100, 100,
    ]);
    const wrongHead = { ...doc, head: doc.head.slice() };
    wrongHead.head[0] = 3;
    expect(compare(doc, wrongHead).uas).toBeCloseTo(100 - 100 / doc.wordCount, 6);
    const wrongLabel = { ...doc, deprel: doc.deprel.slice() };
    wrongLabel.deprel[0] = 0;
    expect(compare(doc, wrongLabel).uas).toBe(100);
    expect(compare(doc, wrongLabel).las).toBeLessThan(100);
  });

  it("the parser that was trained keeps the words it is given", () => {
    const model = readModel(packModel(learn([corpus], { ...options, treeEpochs: 1 }), undefined, least));
    expect(tagAndParse(corpus.doc, model).form).toEqual(corpus.doc.form);
  });
});

describe("verb forms", () => {
  const formsOf = (text: string) => verbForms(text).map(({ form, xpos }) => `${form} ${xpos}`);

  it("of regular verbs", () => {
    expect(formsOf("accuse")).toEqual([
      "accuse VB",
      "accuse VBP",
      "accuses VBZ",
      "accusing VBG",
      "accused VBD",
      "accused VBN",
    ]);
    expect(formsOf("deny")).toContain("denied VBD");
    expect(formsOf("deny")).toContain("denies VBZ");
    expect(formsOf("bar")).toContain("barred VBN");
    expect(formsOf("admit")).toContain("admitted VBD");
    expect(formsOf("veto")).toContain("vetoes VBZ");
    expect(formsOf("destroy")).toContain("destroyed VBD");
    expect(formsOf("vie")).toContain("vying VBG");
  });

  it("of irregular verbs", () => {
    expect(formsOf("flee fled fled")).toContain("fled VBD");
    expect(formsOf("get got gotten/got")).toContain("got VBN");
  });
});
