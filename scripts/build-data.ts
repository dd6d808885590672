// Checks the lexicon and ontology files and packs them: tsx scripts/build-data.ts [FOLDER] (dist/data without one).
// Problems go to standard error as `file:line: code message`, with exit status 1.

import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compileLexicon } from "../src/resource/index.ts";
import { readLexiconFiles } from "./lexicon-files.ts";

const root = join(import.meta.dirname, "..");
const out = process.argv[2] ?? join(root, "dist", "data");

const { tables, problems } = readLexiconFiles(root);
for (const { path, line, code, message } of problems)
  console.error(`${path}:${line ?? 1}: ${code} ${message}`);
if (problems.length > 0) process.exit(1);

mkdirSync(out, { recursive: true });
const bytes = compileLexicon(tables);
writeFileSync(join(out, "lexicon.bin"), bytes);
const model = join(root, "data", "model", "en.model");
if (existsSync(model)) copyFileSync(model, join(out, "en.model"));
const rows = tables.reduce((sum, table) => sum + table.rowCount, 0);
console.error(`lexicon.bin: ${tables.length} files, ${rows} rows, ${bytes.length} bytes`);
