import { fileURLToPath } from "node:url";
import { loadCorpus } from "../../src/cli/corpus/files.ts";
import { writeSheet } from "./sheet.ts";

/**
 * npx tsx training/corpus/show.ts BATCH [CODER] [--blank]
 *
 * Prints a batch as a sheet, to mend it and take it in again; with `--blank` without its acts, for whoever codes it a
 * second time.
 */
const [batch, coder] = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));
const blank = process.argv.includes("--blank");
if (batch === undefined) throw new Error("Name a batch: b001");
const { items } = loadCorpus(fileURLToPath(new URL("../../data/corpus", import.meta.url)));
const mine = items.map(({ item }) => item).filter(({ id }) => id.startsWith(`${batch}-`));
mine.sort((a, b) => (a.id < b.id ? -1 : 1));
process.stdout.write(
  writeSheet(batch, coder ?? mine[0]?.coder ?? "", mine, ({ acts }) => (blank ? [] : acts)),
);
