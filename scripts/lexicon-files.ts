import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  checkReferences,
  LEXICON_NAMES,
  makeTable,
  type Problem,
  readTable,
  SCHEMAS,
  type Table,
} from "../src/resource/index.ts";

/** Reads and checks every lexicon and ontology file below `root`; a file that is not there is a problem and an empty table. */
export function readLexiconFiles(root: string): { tables: Table[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const tables: Table[] = [];
  for (const name of LEXICON_NAMES) {
    const path = `data/${SCHEMAS[name].folder}/${name}.tsv`;
    const file = join(root, path);
    if (!existsSync(file)) {
      problems.push({
        code: "missing-file",
        path,
        line: 1,
        message: "write it as docs/lexicon-format.md says",
      });
      tables.push(makeTable({ name, path, columns: [], cells: [], lines: [] }));
      continue;
    }
    const reading = readTable(name, readFileSync(file, "utf8"), SCHEMAS[name], `${name}.tsv`);
    problems.push(...reading.problems);
    tables.push(reading.table);
  }
  problems.push(...checkReferences(Object.fromEntries(tables.map((table) => [table.name, table]))));
  return { tables, problems };
}
