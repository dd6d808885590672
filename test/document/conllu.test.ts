import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  conlluFromDocument,
  DEPREL,
  documentFromConllu,
  fillConllu,
  readConllu,
  UPOS,
  writeConllu,
  XPOS,
} from "../../src/document/index.ts";

const row = (...columns: (string | number)[]) => columns.join("\t");

/** Two paragraphs of our own: a contraction, an empty node, features and notes that must pass through. */
const SAMPLE = [
  "# newdoc id = harbour",
  "# newpar",
  "# sent_id = harbour-1",
  "# text = The envoys didn't leave.",
  row(1, "The", "the", "DET", "DT", "Definite=Def|PronType=Art", 2, "det", "2:det", "_"),
  row(2, "envoys", "envoy", "NOUN", "NNS", "Number=Plur", 5, "nsubj", "5:nsubj", "Entity=(1-person)"),
  row("3-4", "didn't", "_", "_", "_", "_", "_", "_", "_", "_"),
  row(3, "did", "do", "AUX", "VBD", "Tense=Past", 5, "aux", "5:aux", "_"),
  row(4, "n't", "not", "PART", "RB", "_", 5, "advmod", "5:advmod", "_"),
  row(5, "leave", "leave", "VERB", "VB", "VerbForm=Inf", 0, "root", "0:root", "SpaceAfter=No"),
  row(6, ".", ".", "PUNCT", ".", "_", 5, "punct", "5:punct", "_"),
  "",
  "# sent_id = harbour-2",
  "# text = Ten stayed, two did.",
  row(1, "Ten", "ten", "NUM", "CD", "_", 2, "nsubj", "2:nsubj", "_"),
  row(2, "stayed", "stay", "VERB", "VBD", "_", 0, "root", "0:root", "SpaceAfter=No"),
  row(3, ",", ",", "PUNCT", ",", "_", 5, "punct", "5:punct", "_"),
  row(4, "two", "two", "NUM", "CD", "_", 5, "nsubj", "5:nsubj", "_"),
  row(5, "did", "do", "VERB", "VBD", "_", 2, "parataxis", "2:parataxis", "SpaceAfter=No"),
  row("5.1", "stay", "stay", "VERB", "VB", "_", "_", "_", "5:ccomp", "CopyOf=2"),
  row(6, ".", ".", "PUNCT", ".", "_", 2, "punct", "2:punct", "_"),
  "",
  "# newpar",
  "# sent_id = harbour-3",
  row(1, "Why", "why", "ADV", "WRB", "_", 0, "root", "_", "SpaceAfter=No"),
  row(2, "?", "?", "PUNCT", ".", "_", 1, "punct", "_", "_"),
  "",
  "",
].join("\n");

describe("CoNLL-U", () => {
  it("gives every byte back", () => {
    const { sentences, problems } = readConllu(SAMPLE);
    expect(problems).toEqual([]);
    expect(sentences).toHaveLength(3);
    expect(writeConllu(sentences)).toBe(SAMPLE);
  });

  it("reads Windows line ends and a missing last line", () => {
    const { sentences, problems } = readConllu(SAMPLE.replaceAll("\n", "\r\n").trimEnd());
    expect(problems).toEqual([]);
    expect(writeConllu(sentences)).toBe(SAMPLE);
  });

  it("leaves a faulty sentence out, says where the fault is, and keeps the rest", () => {
    const faults: [RegExp, string, string, number][] = [
      [/^3\tdid\t/m, "x\tdid\t", "bad-id", 8],
      [/\t5:aux\t_$/m, "\t5:aux", "bad-columns", 8],
      [/^4\tn't/m, "9\tn't", "bad-id", 9],
      [/^3-4/m, "3-9", "bad-range", 7],
      [/\t2\tdet\t2:det/, "\t77\tdet\t2:det", "bad-head", 5],
      [/\t2\tdet\t2:det/, "\t0\troot\t2:det", "bad-root", 5],
      [/\t0\troot\t0:root\tSpaceAfter=No\n6/, "\t2\tdep\t_\t_\n6", "bad-root", 5],
      [/^1\tThe\tthe/m, "1\tThe\t", "empty-column", 5],
    ];
    for (const [pattern, replacement, code, line] of faults) {
      const broken = SAMPLE.replace(pattern, replacement);
      expect(broken, code).not.toBe(SAMPLE);
      const { sentences, problems } = readConllu(broken, "harbour.conllu");
      expect(problems[0], code).toMatchObject({ code, line, path: "harbour.conllu" });
      expect(sentences, code).toHaveLength(2);
    }
  });

  it("finds a cycle beside a root", () => {
    const text = [
      row(1, "a", "a", "X", "FW", "_", 2, "dep", "_", "_"),
      row(2, "b", "b", "X", "FW", "_", 1, "dep", "_", "_"),
      row(3, "c", "c", "X", "FW", "_", 0, "root", "_", "_"),
    ].join("\n");
    expect(readConllu(text).problems).toMatchObject([{ code: "cycle" }]);
  });
});

describe("a document from CoNLL-U", () => {
  const { sentences } = readConllu(SAMPLE);

  it("rebuilds text, words, tree and paragraphs", () => {
    const { doc, blocks, problems } = documentFromConllu(sentences);
    expect(problems).toEqual([]);
    expect(doc.text).toBe("The envoys didn't leave. Ten stayed, two did.\n\nWhy?");
    expect(blocks.map(({ from, to }) => doc.text.slice(from, to))).toEqual([
      "The envoys didn't leave. Ten stayed, two did.",
      "Why?",
    ]);
    expect([...doc.sentenceStart]).toEqual([0, 6, 12, 14]);
    expect([...doc.sentenceBlock]).toEqual([0, 0, 1]);
    expect(doc.text.slice(doc.from[3], doc.to[3])).toBe("n't");
    expect([...doc.joined.subarray(0, 6)]).toEqual([0, 0, 1, 0, 0, 0]);
    expect([...doc.head.subarray(0, 8)]).toEqual([1, 4, 4, 4, -1, 4, 7, -1]);
    expect(UPOS[doc.upos[1]!]).toBe("NOUN");
    expect(XPOS[doc.xpos[1]!]).toBe("NNS");
    expect(DEPREL[doc.deprel[10]!]).toBe("parataxis");
  });

  it("finds its tokens in a given text, and says so where it cannot", () => {
    const text = "  The envoys\n didn't leave.Ten stayed, two did. — Why?";
    const { doc, problems } = documentFromConllu(sentences, text);
    expect(problems).toEqual([]);
    expect(doc.text).toBe(text);
    expect(doc.form.map((_, i) => text.slice(doc.from[i], doc.to[i]))).toEqual(doc.form);
    const other = documentFromConllu(sentences, "Another text.");
    expect(other.problems).toMatchObject([{ code: "text-mismatch" }]);
    expect(other.doc.text).toContain("envoys");
  });

  it("takes unknown labels for general ones and names them", () => {
    const text = row(1, "hm", "hm", "NOISE", "??", "_", 0, "mumble:loud", "_", "_");
    const { doc, problems } = documentFromConllu(readConllu(text).sentences);
    expect(problems.map(({ code }) => code)).toEqual(["unknown-upos", "unknown-deprel"]);
    expect([UPOS[doc.upos[0]!], XPOS[doc.xpos[0]!], DEPREL[doc.deprel[0]!]]).toEqual(["X", "_", "dep"]);
  });

  it("writes a document that reads as the same document", () => {
    const { doc } = documentFromConllu(sentences);
    const written = writeConllu(conlluFromDocument(doc));
    expect(written).toContain("# newpar\n# sent_id = 1\n# text = The envoys didn't leave.\n");
    expect(written).toContain("3-4\tdidn't\t_\t_\t_\t_\t_\t_\t_\tTokenRange=11:17\n");
    const { sentences: again, problems } = readConllu(written);
    expect(problems).toEqual([]);
    expect(documentFromConllu(again).doc).toEqual(doc);
  });

  it("fills in an analysis and lets everything else pass", () => {
    const { doc } = documentFromConllu(sentences);
    const bare = SAMPLE.split("\n").map((line) => {
      const columns = line.split("\t");
      if (!/^\d+$/.test(columns[0]!)) return line;
      for (const blank of [2, 3, 4, 6, 7]) columns[blank] = "_";
      return columns.join("\t");
    });
    const { sentences: given, problems } = readConllu(bare.join("\n"));
    expect(problems).toEqual([]);
    expect(writeConllu(given)).not.toBe(SAMPLE);
    expect(writeConllu(fillConllu(given, doc))).toBe(SAMPLE);
  });
});

/** Sentences with multiword tokens, empty nodes, comments, features and notes, every word on the one before it. */
const anySentence = fc
  .array(
    fc.record({
      form: fc.string({ unit: fc.constantFrom(..."aZ'’-.0é東👍\u00ad\u00a0"), minLength: 1, maxLength: 8 }),
      parts: fc.integer({ min: 1, max: 3 }),
      empty: fc.boolean(),
      feats: fc.constantFrom("_", "Number=Plur", "Case=Nom|Number=Sing"),
      misc: fc.constantFrom("_", "SpaceAfter=No", "Gloss=x|SpaceAfter=No", "Entity=(1-person)"),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((tokens) => {
    const lines: string[] = [];
    let id = 0;
    for (const { form, parts, empty, feats, misc } of tokens) {
      if (parts > 1) lines.push(row(`${id + 1}-${id + parts}`, form.repeat(parts), ..."_______", misc));
      for (let part = 0; part < parts; part++) {
        const head = id;
        id++;
        lines.push(
          row(
            id,
            form,
            form,
            "NOUN",
            "NN",
            feats,
            head,
            head === 0 ? "root" : "conj",
            "_",
            parts > 1 ? "_" : misc,
          ),
        );
      }
      if (empty) lines.push(row(`${id}.1`, form, form, "VERB", "VB", "_", "_", "_", `${id}:conj`, "_"));
    }
    return lines.join("\n");
  });
const anyComment = fc.constantFrom(
  "# newpar",
  "# text = any",
  "# global.columns = ID FORM",
  "#",
  "# a note: = ü 👍",
);
const anyFile = fc
  .array(fc.tuple(fc.array(anyComment, { maxLength: 3 }), anySentence), { minLength: 1, maxLength: 4 })
  .map((sentences) =>
    sentences.map(([comments, lines]) => `${[...comments, lines].join("\n")}\n\n`).join(""),
  );

describe("any CoNLL-U", () => {
  it("comes out as it went in, also through an analysis (seeded)", () => {
    fc.assert(
      fc.property(anyFile, (text) => {
        const { sentences, problems } = readConllu(text);
        expect(problems).toEqual([]);
        expect(writeConllu(sentences)).toBe(text);
        const { doc } = documentFromConllu(sentences);
        expect(writeConllu(fillConllu(sentences, doc))).toBe(text);
      }),
      { seed: 20261124, numRuns: 200 },
    );
  });
});
