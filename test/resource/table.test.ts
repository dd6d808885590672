import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readLexiconFiles } from "../../scripts/lexicon-files.ts";
import { lexiconFormat } from "../../scripts/lexicon-format.ts";
import {
  checkReferences,
  compileLexicon,
  type FileSchema,
  type LEXICON_NAMES,
  listOf,
  readResources,
  readTable,
  SCHEMAS,
} from "../../src/resource/index.ts";

const root = join(import.meta.dirname, "..", "..");

const SCHEMA: FileSchema = {
  name: "towns",
  folder: "lexicon",
  meaning: "Towns.",
  key: ["name"],
  columns: [
    { name: "name", required: true, kind: "text", meaning: "Name." },
    { name: "size", required: true, kind: "text", values: ["small", "large"], meaning: "Size." },
    { name: "since", required: false, kind: "date", meaning: "Founded." },
    { name: "height", required: false, kind: "number", meaning: "Metres." },
  ],
};

const HEAD = "# Towns. Licence: CC0-1.0.\nname\tsize\tsince\theight\n";

function problemsOf(body: string, head = HEAD): string[] {
  return readTable("towns", head + body, SCHEMA).problems.map(
    ({ path, line, code }) => `${path}:${line}: ${code}`,
  );
}

describe("readTable", () => {
  test("rows keep their line, over comments and blank lines", () => {
    const { table, problems } = readTable(
      "towns",
      `${HEAD}Alpha\tsmall\t\t\n\n# a comment\nBeta\tlarge\t1990-05\t-3.5\n`,
      SCHEMA,
    );
    expect(problems).toEqual([]);
    expect([table.cell(1, "name"), table.cell(1, "height"), table.line(1), table.source(1)]).toEqual([
      "Beta",
      "-3.5",
      6,
      "towns.tsv:6",
    ]);
    expect(table.cell(0, "no such column")).toBe("");
  });

  const faults: readonly (readonly [string, string, string])[] = [
    ["a cell too few", "Alpha\tsmall\n", "towns.tsv:3: column-count"],
    ["a name twice", "Alpha\tsmall\t\t\nAlpha\tlarge\t\t\n", "towns.tsv:4: duplicate-key"],
    ["an unknown code", "Alpha\thuge\t\t\n", "towns.tsv:3: unknown-code"],
    ["an empty cell", "\tsmall\t\t\n", "towns.tsv:3: empty-cell"],
    ["a date that is none", "Alpha\tsmall\t1990-13\t\n", "towns.tsv:3: bad-date"],
    ["a number that is none", "Alpha\tsmall\t\thigh\n", "towns.tsv:3: bad-number"],
  ];
  for (const [name, body, problem] of faults) test(name, () => expect(problemsOf(body)).toEqual([problem]));

  test("a faulty row is left out and the others are read", () => {
    const { table } = readTable("towns", `${HEAD}Alpha\thuge\t\t\nBeta\tlarge\t\t\n`, SCHEMA);
    expect([table.rowCount, table.cell(0, "name")]).toEqual([1, "Beta"]);
  });

  test("the head of the file", () => {
    expect(problemsOf("", "# Towns.\nname\tsize\n")).toEqual(["towns.tsv:1: no-licence"]);
    expect(problemsOf("", "# Licence: CC0\nname\tcolour\n")).toEqual([
      "towns.tsv:2: unknown-column",
      "towns.tsv:2: missing-column",
    ]);
    expect(problemsOf("", "# Licence: CC0\n")).toEqual(["towns.tsv:1: no-header"]);
  });
});

test("the lexicons of this checkout are sound", () => {
  const faults = readLexiconFiles(root).problems.map(
    ({ path, line, code, message }) => `${path}:${line}: ${code} ${message}`,
  );
  expect(faults).toEqual([]);
});

test("a code that another file lacks is named", () => {
  const read = (name: "places" | "countries", text: string) =>
    readTable(name, `# Licence: CC0\n${text}`, SCHEMAS[name]).table;
  const countries = read("countries", "code\tname\torigin\tverified\nNOR\tNorway\ttest\t2026\n");
  const places = read(
    "places",
    "name\tkind\tcountry\torigin\tverified\nBergen\tcity\tNOR\ttest\t2026\nOdd\tcity\tXXX\ttest\t2026\n",
  );
  expect(
    checkReferences({ countries, places }).map(({ path, line, code }) => `${path}:${line}: ${code}`),
  ).toEqual(["places.tsv:4: unknown-code"]);
});

test("docs/lexicon-format.md says what the schemas say", () => {
  expect(readFileSync(join(root, "docs", "lexicon-format.md"), "utf8")).toBe(lexiconFormat());
});

describe("readResources", () => {
  const { tables } = readLexiconFiles(root);
  const lexicon = compileLexicon(tables);
  const model = new Uint8Array(0);

  test("every table comes back as it was", () => {
    const resources = readResources({ lexicon, model });
    for (const table of tables) {
      const back = resources.lexicon[table.name as (typeof LEXICON_NAMES)[number]];
      expect(back.rowCount).toBe(table.rowCount);
      for (let row = 0; row < table.rowCount; row += 17)
        for (const column of table.columns) expect(back.cell(row, column)).toBe(table.cell(row, column));
      if (table.rowCount > 0) expect(back.source(table.rowCount - 1)).toBe(table.source(table.rowCount - 1));
    }
  });

  test("an overlay's rows come first, with their own source, and change the version", () => {
    const text = "# Licence: CC0\ncode\tname\torigin\tverified\nNOR\tNoreg\ttest\t2026\n";
    const { table } = readTable("countries", text, SCHEMAS.countries, "mine/countries.tsv");
    const base = readResources({ lexicon, model });
    const laid = readResources({ lexicon, model, overlays: [table] });
    const { countries } = laid.lexicon;
    expect([countries.cell(0, "name"), countries.source(0)]).toEqual(["Noreg", "mine/countries.tsv:3"]);
    expect(countries.rowCount).toBe(base.lexicon.countries.rowCount + 1);
    expect(countries.source(1)).toBe(base.lexicon.countries.source(0));
    expect(laid.version).not.toBe(base.version);
    expect(readResources({ lexicon, model }).version).toBe(base.version);
  });

  test("the same tables give the same bytes", () => expect(compileLexicon(tables)).toEqual(lexicon));
});

test("a list cell", () => {
  expect(listOf("a| b ||c")).toEqual(["a", "b", "c"]);
  expect(listOf("")).toEqual([]);
});
