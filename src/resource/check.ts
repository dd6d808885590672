import type { Problem } from "./problem.ts";
import { LEXICON_NAMES, type LexiconName, SCHEMAS } from "./schema.ts";
import { listOf, type Table } from "./table.ts";

/** Codes that point from one file into another and find nothing there (`countries.code`, `plover-sectors.sector`). */
export function checkReferences(tables: Readonly<Partial<Record<LexiconName, Table>>>): Problem[] {
  const problems: Problem[] = [];
  const valuesOf = new Map<string, Set<string>>();
  for (const name of LEXICON_NAMES) {
    const table = tables[name];
    if (!table) continue;
    for (const column of SCHEMAS[name].columns) {
      if (!column.refers) continue;
      const known = valuesOf.get(column.refers) ?? columnValues(tables, column.refers);
      valuesOf.set(column.refers, known);
      for (let row = 0; row < table.rowCount; row++) {
        for (const value of listOf(table.cell(row, column.name))) {
          if (known.has(value) || column.also?.includes(value)) continue;
          const [path, line] = splitSource(table.source(row));
          const message = `"${column.name}" is "${value}", which ${column.refers} does not hold`;
          problems.push({ code: "unknown-code", path, line, message });
        }
      }
    }
  }
  return problems;
}

function columnValues(tables: Readonly<Partial<Record<LexiconName, Table>>>, reference: string): Set<string> {
  const [file = "", column = ""] = reference.split(".");
  const table = tables[file as LexiconName];
  const values = new Set<string>();
  for (let row = 0; row < (table?.rowCount ?? 0); row++) values.add(table!.cell(row, column));
  return values;
}

function splitSource(source: string): [string, number] {
  const colon = source.lastIndexOf(":");
  return [source.slice(0, colon), Number(source.slice(colon + 1))];
}
