import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { spell } from "../../src/parse/spelling.ts";
import { read, root } from "../checkout.ts";

// The network sees the same of a form in the trainer as in the program: `spelling.jsonl` is what the trainer's definition made of
// forms, one a line, and where there is a Python the definition itself is asked about every form of our own treebank.
interface Seen {
  readonly form: string;
  readonly word: number;
  readonly pieces: readonly number[];
  readonly shape: number;
}

const readLines = (text: string): Seen[] =>
  text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
const here = (form: string): Seen => ({ form, ...spell(form) });

const python = ["/usr/bin/python3", "python3"].find((name) => spawnSync(name, ["--version"]).status === 0);
if (python === undefined)
  process.stderr.write("no Python on this machine: the trainer's forms are not asked for\n");

const script = `${root}training/neural/spelling.py`;
const trainerSees = (forms: readonly string[]): Seen[] => {
  const { stdout, status } = spawnSync(python!, [script], { input: forms.join("\n"), encoding: "utf8" });
  expect(status).toBe(0);
  return readLines(stdout);
};

describe("a form", () => {
  const kept = readLines(read("test/training/spelling.jsonl"));

  it("is to the program what it is to the trainer", () => {
    expect(kept.length).toBeGreaterThan(100);
    expect(new Set(kept.map(({ shape }) => shape))).toEqual(new Set([0, 1, 2, 3, 4, 5, 6]));
    expect(kept.map(({ form }) => here(form))).toEqual(kept);
  });

  it.skipIf(python === undefined)("is still the same to the trainer (skipped without Python)", () => {
    expect(trainerSees(kept.map(({ form }) => form))).toEqual(kept);
    const own = read("test/training/own.conllu")
      .split("\n")
      .filter((line) => /^\d/.test(line))
      .map((line) => line.split("\t")[1]!);
    const forms = [...new Set(own)];
    expect(forms.length).toBeGreaterThan(200);
    expect(trainerSees(forms)).toEqual(forms.map(here));
  });
});
