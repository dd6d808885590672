import { fileURLToPath } from "node:url";
import { loadCorpus } from "../../src/cli/corpus/files.ts";
import { CORPUS_PARTS } from "../../src/record/index.ts";
import { settlementOf, writeSettling } from "./settle.ts";
import { writeSheet } from "./sheet.ts";

/**
 * npx tsx training/corpus/show.ts BATCH [CODER] [--blank | --differences] [--parts dev,test]
 *
 * Prints a batch as a sheet, to mend it and take it in again; with `--blank` without its acts, for whoever codes it a
 * second time; with `--differences` what the two codings differ in, for whoever settles it.
 */
const args = process.argv.slice(2);
const at = args.indexOf("--parts");
const parts = at < 0 ? CORPUS_PARTS : args.splice(at, 2)[1]!.split(",");
const [batch, coder] = args.filter((arg) => !arg.startsWith("--"));
if (batch === undefined) throw new Error("Name a batch: b001");
const { items, codings } = loadCorpus(fileURLToPath(new URL("../../data/corpus", import.meta.url)));
const mine = items
  .filter(({ item, part }) => item.id.startsWith(`${batch}-`) && parts.includes(part))
  .map(({ item }) => item);
mine.sort((a, b) => (a.id < b.id ? -1 : 1));
if (args.includes("--differences")) showDifferences();
else {
  const blank = args.includes("--blank");
  process.stdout.write(
    writeSheet(batch, coder ?? mine[0]?.settler ?? mine[0]?.coder ?? "", mine, ({ acts }) =>
      blank ? [] : acts,
    ),
  );
}

function showDifferences(): void {
  const actsOf = (pass: string) =>
    new Map(codings.filter((c) => c.pass === pass).map(({ coding }) => [coding.id, coding.acts]));
  const [first, second] = [actsOf("first"), actsOf("second")];
  const open = mine.filter(({ id, settler }) => second.has(id) && settler === null);
  const shown = open.map(({ id, text }) => ({
    id,
    text,
    settlement: settlementOf(text, first.get(id)!, second.get(id)!),
  }));
  const differing = shown.filter(({ settlement }) => settlement.differences.length > 0);
  const count = differing.reduce((sum, { settlement }) => sum + settlement.differences.length, 0);
  process.stdout.write(writeSettling(batch!, coder ?? "NAME", differing));
  process.stderr.write(
    `${batch}: ${shown.length} items open, ${differing.length} of them with ${count} differences; the rest settles by rule\n`,
  );
}
