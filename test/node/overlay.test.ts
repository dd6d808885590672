import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadResources, type Problem, readReport } from "../../src/node.ts";

const text = "Publication: Fjord Weekly Volume: 2 Issue: 9\n\nNorway protested yesterday (Reuters, May 5).";

function overlay(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "demarche-overlay-"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

describe("an overlay", () => {
  it("adds a publication profile without a word about licences", () => {
    const problems: Problem[] = [];
    const rows = "name\tfirst_year\tfrequency\torigin\nFjord Weekly\t1990\tweekly\tits masthead\n";
    const folder = overlay({ "publications.tsv": rows });
    const resources = loadResources({ overlay: folder, onProblem: (problem) => problems.push(problem) });
    expect(problems).toEqual([]);
    expect(readReport({ input: "a", text }, resources).date).toBe("1991-05-06");
    expect(readReport({ input: "a", text }, loadResources()).date).toBeNull();
    expect(resources.version).not.toBe(loadResources().version);
  });

  it("says by file and line what is wrong in it, and uses the rest", () => {
    const problems: Problem[] = [];
    const rows =
      "name\tfirst_year\tfrequency\torigin\nFjord Weekly\tsoon\tweekly\tx\nCoast Weekly\t1990\tweekly\tx\n";
    const folder = overlay({ "publications.tsv": rows, "nonsense.tsv": "a\tb\n" });
    loadResources({ overlay: folder, onProblem: (problem) => problems.push(problem) });
    expect(problems.map(({ code, line }) => `${code} ${line ?? ""}`.trim()).sort()).toEqual([
      "bad-number 2",
      "unknown-lexicon",
    ]);
  });
});
