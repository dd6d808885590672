import { readFileSync } from "node:fs";
import { join } from "node:path";
import { makeTable, type Table } from "../src/resource/index.ts";

const FILE = join(import.meta.dirname, "..", "data", "corpus", "parties.tsv");

/** Titles that the list of parties has in a name; the roles of the lexicon read them. */
const TITLE = /^(?:Captain|Colonel|Emir|General) /;

/** Short names of bodies, and nouns that take them up again. */
const SHORT: Readonly<Record<string, readonly [string, string]>> = {
  "Meridian Compact": ["Compact", "the alliance"],
  "League of the Southern Rivers": ["Southern Rivers League|Southern Rivers", "the league"],
  "Lanterns International": ["Lanterns", "the charity|the organization"],
  "Calder Metals": ["Calder", "the company"],
  "Dorn Liberation Front": ["Dorn Front|DLF", "the front"],
  "Orsk Brigades": ["Brigades", "the brigades"],
  "Lubayan People's Army": ["People's Army|LPA", "the army"],
  "Harbour and Rail Union": ["Harbor and Rail Union", "the union"],
};

/** The corpus's fictional parties as rows of the lexicon files, as a user would add them. */
export function fictionalParties(): Table[] {
  const lines = readFileSync(FILE, "utf8").split("\n");
  const rows = lines.filter((line) => line !== "" && !line.startsWith("#")).map((line) => line.split("\t"));
  const [header = [], ...all] = rows;
  const cell = (row: string[], column: string) => row[header.indexOf(column)] ?? "";
  const of = (kind: string) => all.filter((row) => cell(row, "kind") === kind);
  const table = (name: string, columns: string[], cells: string[][]) =>
    makeTable({ name, path: `parties.tsv`, columns, cells, lines: cells.map((_, i) => i + 1) });
  const states = of("state").map((row) => [
    cell(row, "code"),
    cell(row, "name"),
    cell(row, "adjective"),
    `${cell(row, "adjective")}s`,
    cell(row, "seat"),
  ]);
  const bodies = of("organization").map((row) => {
    const name = cell(row, "name");
    const [aliases = "", hints = ""] = SHORT[name] ?? [];
    return [name, aliases, hints, cell(row, "code"), cell(row, "sector")];
  });
  const people = of("person").map((row) => {
    const name = cell(row, "name").replace(TITLE, "");
    const office = cell(row, "note").replace(/ of .*/, "") || "official";
    return [name, name.split(" ").at(-1)!, "yes", cell(row, "code"), cell(row, "sector"), office];
  });
  return [
    table("countries", ["code", "name", "adjectives", "demonyms", "capital"], states),
    table(
      "groups",
      ["name", "aliases", "hints", "country", "sector"],
      bodies.filter(([, , , code = ""]) => code.startsWith("X")),
    ),
    table(
      "organizations",
      ["name", "aliases", "hints", "code", "sector"],
      bodies.filter(([, , , code = ""]) => !code.startsWith("X")),
    ),
    table("holders", ["name", "surname", "alone", "country", "sector", "office"], people),
  ];
}
