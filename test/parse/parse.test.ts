import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  conlluFromDocument,
  type Document,
  documentFromConllu,
  readConllu,
  writeConllu,
} from "../../src/document/index.ts";
import { isBlank } from "../../src/parse/characters.ts";
import {
  type Kernel,
  parse,
  parseText,
  readModel,
  scalarKernel,
  simdKernel,
  tagAndParse,
} from "../../src/parse/index.ts";
import { madeText } from "./made-text.ts";

const bytes = new Uint8Array(readFileSync(new URL("../../data/model/en.model", import.meta.url)));
const model = readModel(bytes);
const SEED = 20261123;

/** Words tile what is neither blank nor hole; every sentence is a tree with one root and stays in its block. */
function checkDocument(
  doc: Document,
  blocks: readonly { from: number; to: number }[],
  holes = new Set<number>(),
) {
  const faults: string[] = [];
  const covered = new Uint8Array(doc.text.length);
  const inBroken = new Set<number>();
  let last = 0;
  for (let i = 0; i < doc.wordCount; i++) {
    const [from, to] = [doc.from[i]!, doc.to[i]!];
    if (from < last || to <= from) faults.push(`word ${i} is out of order`);
    const written = doc.text.slice(from, to);
    if (written !== doc.form[i] && !isBroken(written, doc.form[i]!)) faults.push(`word ${i} is not its text`);
    if (doc.lemma[i] === "") faults.push(`word ${i} has no lemma`);
    if (doc.joined[i] === 1 && doc.from[i + 1] !== to) faults.push(`word ${i} is not joined to the next`);
    covered.fill(1, from, to);
    if (written !== doc.form[i]) for (let at = from; at < to; at++) inBroken.add(at);
    last = to;
  }
  for (const { from, to } of blocks)
    for (let at = from; at < to; at++)
      if (covered[at] !== (inBroken.has(at) ? 1 : isBlank(doc.text, at) || holes.has(at) ? 0 : 1))
        faults.push(
          `unit ${at} (${doc.text.charCodeAt(at)}) is ${covered[at] === 1 ? "in a" : "in no"} word`,
        );
  for (let s = 0; s < doc.sentenceBlock.length; s++)
    faults.push(...treeFaults(doc, s, blocks[doc.sentenceBlock[s]!]!));
  expect(faults.slice(0, 5)).toEqual([]);
}

/** Whether the form is what a hyphen and the end of a line part in the text. */
function isBroken(written: string, form: string): boolean {
  const parts = /^(.+)[-‐\u00ad][^\S\n]*\n\s*(.+)$/.exec(written);
  return parts !== null && (form === parts[1]! + parts[2]! || form === `${parts[1]}-${parts[2]}`);
}

function treeFaults(doc: Document, sentence: number, block: { from: number; to: number }): string[] {
  const faults: string[] = [];
  const [start, end] = [doc.sentenceStart[sentence]!, doc.sentenceStart[sentence + 1]!];
  if (end <= start) return [`sentence ${sentence} is empty`];
  if (doc.from[start]! < block.from || doc.to[end - 1]! > block.to)
    faults.push(`sentence ${sentence} leaves its block`);
  const depth = new Int32Array(end - start).fill(-1);
  let roots = 0;
  for (let i = start; i < end; i++) {
    const head = doc.head[i]!;
    if (head < 0) roots++;
    else if (head < start || head >= end || head === i) faults.push(`word ${i} has the head ${head}`);
  }
  if (roots !== 1) faults.push(`sentence ${sentence} has ${roots} roots`);
  for (let i = start; i < end && faults.length === 0; i++) {
    let up = i;
    let steps = 0;
    while (up >= 0 && depth[up - start]! < 0 && steps <= end - start) {
      steps++;
      up = doc.head[up]!;
    }
    if (steps > end - start) faults.push(`word ${i} is in a cycle`);
    else depth[i - start] = steps;
  }
  return faults;
}

const whole = (text: string) => [{ from: 0, to: text.length }];
const read = (text: string) => parse({ text, blocks: whole(text), holes: [] }, model);

const HOSTILE: Record<string, string> = {
  empty: "",
  blanks: " \n\t\u00a0\u200b\u3000 ",
  "one mark": ".",
  "no full stop": "the minister left and nobody knew where he went",
  "a word of 50,000 letters": "x".repeat(50_000),
  "50,000 full stops": ".".repeat(50_000),
  "3,000 hyphens and letters": "a-".repeat(3_000),
  "3,000 apostrophes and letters": "a'".repeat(3_000),
  "3,000 initials": "A.".repeat(3_000),
  "3,000 at signs": "a@".repeat(3_000),
  "3,000 open brackets": "( ".repeat(3_000),
  "lone surrogates": "a \ud83d b \udc00 c\ud800",
  "right-to-left and marks": "\u202eאבג\u202c e\u0301\u0301\u0301 \u0600",
  scripts: "Переговоры начались. 会談が始まった。 بدأت المحادثات.",
  emoji: "Peace 🕊️🕊️ 👩🏽‍🚒👨‍👩‍👧‍👦 🇫🇷🇩🇪 now",
  "soft hyphens": "The medi\u00adator spoke\u00ad.",
  "zero bytes": "a\u0000b\u0000 \u0001",
  table: "Name\tTroops\tDate\nNorth | 400 | 3 May\n---|---|---\n",
  "all capitals": "REBELS TAKE TOWN; GOVERNMENT DENIES IT",
};

describe("any text", () => {
  for (const [name, text] of Object.entries(HOSTILE))
    it(name, () => {
      checkDocument(read(text), whole(text));
    });

  it("a sentence of three thousand words is cut and parsed", () => {
    const text = "the old man and the new army ".repeat(430);
    const doc = read(text);
    checkDocument(doc, whole(text));
    expect(doc.wordCount).toBe(3010);
    expect(doc.sentenceBlock.length).toBeGreaterThan(5);
  });

  it("takes work that grows with the text, not with its square", () => {
    const sentence = "The envoy told the two sides that talks would go on, and left ";
    const work = (text: string) => {
      const kernel = simdKernel()!;
      let sums = 0;
      const counting: Kernel = {
        ...kernel,
        multiply(a, w, out, count, rows, width) {
          sums += count * rows * width;
          kernel.multiply(a, w, out, count, rows, width);
        },
      };
      parse({ text, blocks: whole(text), holes: [] }, readModel(bytes, counting));
      return sums;
    };
    for (const end of [". ", ""])
      expect(work((sentence + end).repeat(400)) / work((sentence + end).repeat(100)), end).toBeLessThan(4.5);
  });

  it("words tile it (seeded)", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ..."The rebels' U.S. don't cannot Mr. $5 3.5 -- – “no” 's ... 👍🏽 \u00ad \n govern-\nment re-\n ofthe \u00a0 a.m. e-mail (x)".split(
          " ",
        ),
      ),
      fc.string({ unit: "grapheme", maxLength: 6 }),
      fc.string({ unit: "binary", maxLength: 4 }),
    );
    const texts = fc
      .array(fc.tuple(piece, fc.constantFrom(" ", "", "\n", "  ")), { maxLength: 40 })
      .map((parts) => parts.flat().join(""));
    fc.assert(
      fc.property(texts, (text) => {
        checkDocument(read(text), whole(text));
      }),
      { seed: SEED, numRuns: 150 },
    );
  });
});

describe("blocks and holes", () => {
  it("no word in a hole, no sentence across a block", () => {
    const text = "GENEVA (Wire) - The talks failed\nBoth sides (Agency, May 3) left.";
    const hole = (part: string) => ({ from: text.indexOf(part), to: text.indexOf(part) + part.length });
    const blocks = [
      { from: 0, to: text.indexOf("\n") },
      { from: text.indexOf("\n") + 1, to: text.length },
    ];
    const holes = [hole("(Agency, May 3)"), hole("GENEVA (Wire) - ")];
    const doc = parse({ text, blocks, holes }, model);
    const inHole = new Set<number>();
    for (const { from, to } of holes) for (let at = from; at < to; at++) inHole.add(at);
    checkDocument(doc, blocks, inHole);
    expect(doc.form.join(" ")).toBe("The talks failed Both sides left .");
    expect([...doc.sentenceBlock]).toEqual([0, 1]);
  });

  it("parts paragraphs of plain text at empty lines", () => {
    const doc = parseText("A headline\n \nThe talks\nfailed.\n\n\nNobody came.", model);
    expect([...doc.sentenceBlock]).toEqual([0, 1, 2]);
    expect(doc.form.slice(2, 6)).toEqual(["The", "talks", "failed", "."]);
  });
});

describe("given words", () => {
  it("keeps words, tokens and sentences as they are", () => {
    const line = (id: string, form: string) => `${id}\t${form}\t_\t_\t_\t_\t_\t_\t_\t_`;
    const given = [
      line("1", "They"),
      line("2-3", "won't"),
      line("2", "wo"),
      line("3", "n't"),
      line("4", "talk"),
    ];
    const { sentences } = readConllu(`${given.join("\n")}\n\n${line("1", "Why")}\n${line("2", "?")}\n`);
    const { doc } = documentFromConllu(sentences);
    const parsed = tagAndParse(doc, model);
    expect(parsed.form).toEqual(["They", "wo", "n't", "talk", "Why", "?"]);
    expect([...parsed.sentenceStart]).toEqual([...doc.sentenceStart]);
    expect([...parsed.joined]).toEqual([0, 1, 0, 0, 0, 0]);
    expect([...parsed.head]).toEqual([3, 3, 3, -1, -1, 4]);
    expect(parsed.lemma.slice(0, 4)).toEqual(["they", "will", "not", "talk"]);
  });

  it("joins the parts of an overlong sentence below one root", () => {
    const rows = Array.from({ length: 2500 }, (_, i) => `${i + 1}\tword\t_\t_\t_\t_\t_\t_\t_\t_`);
    const { doc, blocks } = documentFromConllu(readConllu(rows.join("\n")).sentences);
    const parsed = tagAndParse(doc, model);
    expect(parsed.sentenceBlock).toHaveLength(1);
    checkDocument(parsed, blocks);
  });
});

describe("the same bytes", () => {
  const text = readFileSync(new URL("./sample.txt", import.meta.url), "utf8");

  it("with and without SIMD", () => {
    const simd = simdKernel();
    expect(simd?.name).toBe("simd");
    const scalar = readModel(bytes, scalarKernel());
    expect(parseText(text, scalar)).toEqual(parseText(text, readModel(bytes, simd!)));
  });

  it("whatever else is parsed along with a sentence", () => {
    const doc = parseText(text, model);
    for (let s = 0; s < doc.sentenceBlock.length; s++) {
      const [start, end] = [doc.sentenceStart[s]!, doc.sentenceStart[s + 1]!];
      const rows = doc.form.slice(start, end).map((form, i) => `${i + 1}\t${form}\t_\t_\t_\t_\t_\t_\t_\t_`);
      const alone = tagAndParse(documentFromConllu(readConllu(rows.join("\n")).sentences).doc, model);
      expect([...alone.head]).toEqual(
        [...doc.head.slice(start, end)].map((head) => (head < 0 ? -1 : head - start)),
      );
      expect([...alone.deprel]).toEqual([...doc.deprel.slice(start, end)]);
      expect([...alone.xpos]).toEqual([...doc.xpos.slice(start, end)]);
    }
  });
});

describe("what is written as CoNLL-U", () => {
  it("can be read by others: whole rows, ids in order, and the text from the tokens", () => {
    const doc = parseText(`${madeText(7, 150)}\n\nThe govern-\nment's envoy left.`, model);
    const sentences = conlluFromDocument(doc);
    const { sentences: again, problems } = readConllu(writeConllu(sentences));
    expect(problems).toEqual([]);
    expect(again.length).toBe(doc.sentenceBlock.length);
    for (const { comments, lines } of again) {
      let text = "";
      let inside = 0;
      for (const { kind, columns } of lines) {
        expect(columns).toHaveLength(10);
        if (kind === "word" && Number(columns[0]) <= inside) continue;
        if (kind === "token") inside = Number(columns[0]!.split("-")[1]);
        text += columns[1] + (columns[9]!.includes("SpaceAfter=No") ? "" : " ");
      }
      expect(comments).toContain(`# text = ${text.trimEnd()}`);
    }
    const { doc: same } = documentFromConllu(again);
    expect(same.lemma).toEqual(doc.lemma);
    expect(same.xpos).toEqual(doc.xpos);
    expect(same.head).toEqual(doc.head);
    expect(same.deprel).toEqual(doc.deprel);
  });
});

describe("the model file", () => {
  it("is refused when it is not one", () => {
    expect(() => readModel(new Uint8Array(100))).toThrow(RangeError);
    expect(() => readModel(bytes.slice(0, 5000))).toThrow(RangeError);
  });

  it("is the one that its manifest describes", () => {
    const manifest = JSON.parse(readFileSync(new URL("../../data/model/en.json", import.meta.url), "utf8"));
    expect(manifest.bytes).toBe(bytes.length);
    expect(manifest.engine).toBe(model.engine.name);
    expect(manifest.scores["EWT dev"].givenWords.las).toBeGreaterThan(80);
  });
});
