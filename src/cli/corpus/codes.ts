import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CorpusCodes, YearRange } from "../../record/index.ts";

/** International codes of PLOVER that are no country's. */
const INTERNATIONAL = ["IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"];

/** The codes that the corpus may use: ontology and countries of the package, and the fictional states of the corpus. */
export function loadCodes(data: string, corpus: string): CorpusCodes {
  const rows = (path: string) => readRows(readFileSync(path, "utf8"));
  const modes = new Map<string, Set<string>>();
  for (const { type, mode } of rows(join(data, "ontology/plover-modes.tsv")))
    modes.set(type!, (modes.get(type!) ?? new Set()).add(mode!));
  const countries = new Map<string, YearRange[]>();
  const allow = (code: string, from = "", until = "") =>
    countries.set(code, [
      ...(countries.get(code) ?? []),
      {
        from: from === "" ? 0 : Number(from.slice(0, 4)),
        until: until === "" ? 9999 : Number(until.slice(0, 4)),
      },
    ]);
  for (const row of rows(join(data, "lexicon/countries.tsv"))) allow(row["code"]!, row["from"], row["until"]);
  for (const code of INTERNATIONAL) allow(code);
  for (const { kind, code } of rows(join(corpus, "parties.tsv"))) if (kind === "state") allow(code!);
  return {
    modes,
    sectors: new Set(rows(join(data, "ontology/plover-sectors.tsv")).map(({ sector }) => sector!)),
    contexts: new Set(rows(join(data, "ontology/plover-contexts.tsv")).map(({ context }) => context!)),
    cameo: new Map(rows(join(data, "ontology/cameo.tsv")).map(({ code, type }) => [code!, type ?? ""])),
    countries,
  };
}

/** The rows of a tab-separated file by column name; lines that begin with # are comments. */
export function readRows(text: string): Record<string, string>[] {
  const [header, ...lines] = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  const columns = header?.split("\t") ?? [];
  return lines.map((line) => {
    const cells = line.split("\t");
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
  });
}
