import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { root } from "../checkout.ts";

const folder = mkdtempSync(join(tmpdir(), "demarche-parse-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const script = join(folder, "cli.mts");
writeFileSync(
  script,
  `import { main } from ${JSON.stringify(`${root}src/cli/main.ts`)};\nprocess.exitCode = await main(process.argv.slice(2));\n`,
);
const args = (...rest: string[]) => ["--import", "tsx", script, "parse", ...rest];
const run = (input: string, ...rest: string[]) =>
  spawnSync(process.execPath, args(...rest), { cwd: root, input, encoding: "utf8" });

const row = (...columns: (string | number)[]) => columns.join("\t");
const blank = ["_", "_", "_", "_", "_", "_", "_"];
const GIVEN = [
  "# sent_id = harbour-7",
  "# text = We won't stay.",
  row(1, "We", ...blank, "Gloss=us"),
  row("2-3", "won't", ...blank, "_"),
  row(2, "wo", ...blank, "_"),
  row(3, "n't", ...blank, "_"),
  row("3.1", "do", "do", "VERB", "VB", "_", "_", "_", "_", "_"),
  row(4, "stay", ...blank, "SpaceAfter=No"),
  row(5, ".", ...blank, "_"),
  "",
  "",
].join("\n");

describe("demarche parse", { timeout: 60_000 }, () => {
  it("prints CoNLL-U with offsets in code points", () => {
    writeFileSync(join(folder, "a.txt"), "👍 The envoy left.");
    const output = execFileSync(process.execPath, args(join(folder, "a.txt")), {
      cwd: root,
      encoding: "utf8",
    });
    expect(output).toContain("# sent_id = 1\n# text = ");
    expect(output).toContain("\tThe\tthe\tDET\tDT\t_\t");
    expect(output).toContain("\tTokenRange=2:5\n");
    expect(output.endsWith("\n\n")).toBe(true);
  });

  it.each([
    ["a file named .conllu", "", ["given.conllu"]],
    ["standard input with --input conllu", GIVEN, ["--input", "conllu", "-"]],
  ])("fills in given words of %s and lets all else pass", (_, input, rest) => {
    writeFileSync(join(folder, "given.conllu"), GIVEN);
    const { stdout, status } = run(
      input,
      ...rest.map((name) => (name.endsWith(".conllu") ? join(folder, name) : name)),
    );
    expect(status).toBe(0);
    expect(stdout.split("\n")).toEqual([
      "# sent_id = harbour-7",
      "# text = We won't stay.",
      row(1, "We", "we", "PRON", "PRP", "_", 4, "nsubj", "_", "Gloss=us"),
      row("2-3", "won't", ...blank, "_"),
      row(2, "wo", "will", "AUX", "MD", "_", 4, "aux", "_", "_"),
      row(3, "n't", "not", "PART", "RB", "_", 4, "advmod", "_", "_"),
      row("3.1", "do", "do", "VERB", "VB", "_", "_", "_", "_", "_"),
      row(4, "stay", "stay", "VERB", "VB", "_", 0, "root", "_", "SpaceAfter=No"),
      row(5, ".", ".", "PUNCT", ".", "_", 4, "punct", "_", "_"),
      "",
      "",
    ]);
  });

  it("says what is wrong, and where", () => {
    const broken = run("1\tWe\t_\n\n", "--input", "conllu", "-");
    expect([broken.status, broken.stdout]).toEqual([1, ""]);
    expect(broken.stderr).toContain("-:1: bad-columns");
    const missing = run("", join(folder, "missing.txt"));
    expect(missing.status).toBe(1);
    expect(missing.stderr).toContain("missing.txt");
    expect(run("").status).toBe(2);
  });
});
