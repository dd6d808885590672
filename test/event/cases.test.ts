import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { codeMarked, compact } from "./support.ts";

const folder = new URL("../cases/event/", import.meta.url);

interface Case {
  readonly title: string;
  readonly text: string;
  readonly expected: string;
}

function readCases(name: string): Case[] {
  const source = readFileSync(new URL(name, folder), "utf8");
  return source
    .split(/^# /m)
    .slice(1)
    .map((part) => {
      const [title, ...rest] = part.split("\n");
      const [text, expected] = rest.join("\n").split(/^==>$/m);
      return { title: title!, text: text!.trim(), expected: (expected ?? "").trim() };
    });
}

function writeCases(cases: readonly Case[]): string {
  return cases.map(({ title, text, expected }) => `# ${title}\n${text}\n==>\n${expected}\n`).join("\n");
}

const linesOf = (text: string): string => codeMarked(text).coding.events.map(compact).join("\n");

for (const name of readdirSync(folder).filter((file) => file.endsWith(".txt"))) {
  describe(name, () => {
    const cases = readCases(name);
    const changed = new URL(`${name}.changed`, folder);
    if (existsSync(changed)) rmSync(changed);
    if (process.env["UPDATE"] === "1" && process.env["CI"] === undefined)
      writeFileSync(
        new URL(name, folder),
        writeCases(cases.map((one) => ({ ...one, expected: linesOf(one.text) }))),
      );
    it.each(readCases(name))("$title", ({ text, expected }) => {
      const found = linesOf(text);
      if (found !== expected)
        writeFileSync(changed, writeCases(cases.map((one) => ({ ...one, expected: linesOf(one.text) }))));
      expect(found).toBe(expected);
      if (name.startsWith("not-")) expect(found).toBe("");
    });
  });
}
