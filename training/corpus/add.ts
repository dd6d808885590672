import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadCodes } from "../../src/cli/corpus/codes.ts";
import { loadCorpus, type PlacedItem } from "../../src/cli/corpus/files.ts";
import { groupBy } from "../../src/cli/corpus/tally.ts";
import {
  CORPUS_PARTS,
  type CorpusCoding,
  type CorpusItem,
  checkItem,
  readCorpus,
} from "../../src/record/index.ts";
import { assignParts } from "./assign.ts";
import { readSettling, settlementOf } from "./settle.ts";
import { readActs, readSheet, type SheetReading } from "./sheet.ts";

/**
 * npx tsx training/corpus/add.ts [--dry] [--pass first|second|settled] SHEET…
 *
 * Takes a writer's sheet into the corpus. Items with a new id get a part; those that are there are replaced, and stay
 * in theirs. With `--pass second` the acts go to codings/second alone. With `--pass settled` the sheet is one of
 * decisions (show.ts --differences) or of whole acts, and goes to the items alone. Nothing is written if anything is wrong.
 */
const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = join(root, "data/corpus");
const args = process.argv.slice(2);
const dry = args.includes("--dry");
const pass = args.includes("--pass") ? args[args.indexOf("--pass") + 1]! : "first";
const sheets = args.filter((arg, index) => !arg.startsWith("--") && args[index - 1] !== "--pass");

let failed = false;
for (const sheet of sheets) if (!take(sheet)) failed = true;
process.exitCode = failed ? 1 : 0;

function take(path: string): boolean {
  const text = readFileSync(path, "utf8");
  const settling = pass === "settled" && text.startsWith("# settle ");
  const { batch, coder, items: raw, problems } = settling ? readDecisions(text, path) : readSheet(text, path);
  const errors = [...problems];
  const codes = loadCodes(join(root, "data"), folder);
  const fresh: { item: CorpusItem; raw: Record<string, unknown> }[] = [];
  const { items: there, codings } = loadCorpus(folder);
  const twice = new Set(codings.filter((c) => c.pass === "second").map(({ coding }) => coding.id));
  for (const json of raw) {
    const { items, problems: wrong } = readCorpus(JSON.stringify(json), path);
    for (const problem of wrong) errors.push(`${json["id"]}: ${problem.code} ${problem.message}`);
    for (const item of items) {
      for (const problem of checkItem(item, codes, path))
        errors.push(`${item.id}: ${problem.code} ${problem.message}`);
      if (pass === "first" && twice.has(item.id))
        errors.push(`${item.id}: coded twice already; mend it with --pass settled`);
      fresh.push({ item, raw: json });
    }
  }
  for (const error of errors) process.stderr.write(`${error}\n`);
  process.stderr.write(`${path}: ${raw.length} items, ${errors.length} problems\n`);
  if (errors.length > 0 || dry) return errors.length === 0;
  if (pass === "second") writeSecond(batch, fresh);
  else if (pass === "settled") writeSettled(coder, fresh, there);
  else writeItems(batch, fresh, there);
  return true;
}

/** The settled items of a sheet of decisions, and those of its batch that settle by rule. */
function readDecisions(text: string, path: string): SheetReading {
  const { batch, coder, items: decided } = readSettling(text);
  const { items: there, codings } = loadCorpus(folder);
  const actsOf = (wanted: string) =>
    new Map(codings.filter((c) => c.pass === wanted).map(({ coding }) => [coding.id, coding.acts]));
  const [first, second] = [actsOf("first"), actsOf("second")];
  const items: Record<string, unknown>[] = [];
  const problems: string[] = [];
  for (const { item } of there) {
    const [one, other] = [first.get(item.id), second.get(item.id)];
    if (!item.id.startsWith(`${batch}-`) || one === undefined || other === undefined) continue;
    const answer = decided.find(({ id }) => id === item.id);
    const settlement = settlementOf(item.text, one, other);
    if (answer === undefined && (settlement.differences.length > 0 || item.settler !== null)) continue;
    try {
      const lines = answer?.lines ?? settlement.settle(answer?.choices ?? []);
      const settler = settlement.differences.length === 0 && !answer?.lines ? "rule" : coder;
      items.push({ ...item, settler, acts: readActs(lines, item.text) });
    } catch (error) {
      problems.push(`${path}: ${item.id}: ${(error as Error).message}`);
    }
  }
  return { batch, coder, items, problems };
}

type Fresh = readonly { item: CorpusItem; raw: Record<string, unknown> }[];

function writeItems(batch: string, fresh: Fresh, there: readonly PlacedItem[]): void {
  const ids = new Set(fresh.map(({ item }) => item.id));
  const all = [
    ...there.filter(({ item }) => !ids.has(item.id)).map(({ item }) => item),
    ...fresh.map(({ item }) => item),
  ];
  const parts = assignParts(all, new Map(there.map(({ item, part }) => [item.id, part])));
  for (const part of CORPUS_PARTS) {
    const mine = fresh.filter(({ item }) => parts.get(item.id) === part).map(({ raw }) => raw);
    if (mine.length === 0) continue;
    merge(`${part}/${batch}.jsonl`, mine);
    merge(`codings/first/${part}/${batch}.jsonl`, mine.map(codingOf));
  }
}

/** The items keep all but their acts, and tell who settled them. */
function writeSettled(coder: string, fresh: Fresh, there: readonly PlacedItem[]): void {
  const placed = new Map(there.map((one) => [one.item.id, one]));
  for (const [path, mine] of groupBy(fresh, ({ item }) => placed.get(item.id)?.path ?? "")) {
    if (path === "") throw new Error(`${mine[0]!.item.id} is not in the corpus`);
    const rows = new Map(
      readFileSync(join(folder, path), "utf8")
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as Record<string, unknown>)
        .map((row) => [row["id"], row]),
    );
    merge(
      path,
      mine.map(({ item, raw }) => ({
        ...rows.get(item.id),
        settler: raw["settler"] ?? coder,
        acts: raw["acts"],
      })),
    );
  }
}

function writeSecond(batch: string, fresh: Fresh): void {
  const { items: there } = loadCorpus(folder);
  const placed = new Map(there.map((one) => [one.item.id, one]));
  for (const { item } of fresh)
    if (placed.get(item.id)?.item.text !== item.text)
      throw new Error(`${item.id} is not in the corpus with this text`);
  for (const part of CORPUS_PARTS) {
    const mine = fresh.filter(({ item }) => placed.get(item.id)!.part === part);
    if (mine.length > 0)
      merge(
        `codings/second/${part}/${batch}.jsonl`,
        mine.map(({ raw }) => codingOf(raw)),
      );
  }
}

function codingOf(raw: Record<string, unknown>): Record<string, unknown> & Pick<CorpusCoding, "id"> {
  return { id: raw["id"] as string, coder: raw["coder"], acts: raw["acts"] };
}

/** Puts lines into a file of JSON lines: those with an id that is there replace it, the rest come in order of id. */
function merge(name: string, rows: readonly Record<string, unknown>[]): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  const byId = new Map<string, string>();
  try {
    for (const line of readFileSync(path, "utf8").split("\n"))
      if (line !== "") byId.set((JSON.parse(line) as { id: string }).id, line);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  for (const row of rows) byId.set(row["id"] as string, JSON.stringify(row));
  const lines = [...byId].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
  writeFileSync(path, `${lines.join("\n")}\n`);
}
