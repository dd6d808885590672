import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseText, readModel } from "../../src/parse/index.ts";
import { filesBelow, read, root } from "../checkout.ts";

// Files of test/cases/parse: a text with escapes (\n, \t, \u00a0) on one line and on the next, after "= ", its words. "+"
// joins the words of a token, "//" parts sentences.
const model = readModel(new Uint8Array(readFileSync(`${root}data/model/en.model`)));

interface Case {
  readonly text: string;
  readonly expected: string;
}

function casesOf(file: string): Case[] {
  const found: Case[] = [];
  let text = "";
  for (const line of read(file).split("\n"))
    if (line.startsWith("= ")) found.push({ text, expected: line.slice(2) });
    else if (!line.startsWith("# ")) text = line;
  return found;
}

const unescaped = (text: string) =>
  text.replace(/\\([nrt])|\\u([0-9a-f]{4})/g, (_, sign, code) =>
    code === undefined
      ? { n: "\n", r: "\r", t: "\t" }[sign as "n" | "r" | "t"]
      : String.fromCharCode(Number.parseInt(code, 16)),
  );

/** The words of a text as the files have them. */
function wordsOf(text: string): string {
  const doc = parseText(text, model);
  let found = "";
  for (let s = 0; s < doc.sentenceBlock.length; s++) {
    const [start, end] = [doc.sentenceStart[s]!, doc.sentenceStart[s + 1]!];
    if (s > 0) found += " // ";
    for (let i = start; i < end; i++)
      found += doc.form[i] + (doc.joined[i] === 1 ? "+" : i + 1 < end ? " " : "");
  }
  return found;
}

const files = filesBelow("test/cases/parse", /\.txt$/);

describe("real text", () => {
  it("has its cases", () => {
    expect(files.flatMap(casesOf).length).toBeGreaterThanOrEqual(150);
  });

  for (const file of files)
    describe(file.replace(/^.*\//, ""), () => {
      for (const { text, expected } of casesOf(file))
        it(text, () => {
          expect(wordsOf(unescaped(text))).toBe(unescaped(expected));
        });
    });
});
