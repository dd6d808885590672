import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadCodes } from "../../src/cli/corpus/codes.ts";
import { loadCorpus } from "../../src/cli/corpus/files.ts";
import {
  CORPUS_PARTS,
  type CorpusCoding,
  type CorpusItem,
  checkItem,
  readCorpus,
} from "../../src/record/index.ts";
import { assignParts } from "./assign.ts";
import { readSheet } from "./sheet.ts";

/**
 * npx tsx training/corpus/add.ts [--dry] [--pass first|second|settled] SHEET…
 *
 * Takes a writer's sheet into the corpus. Items with a new id get a part; those that are there are replaced, and stay
 * in theirs. With `--pass second` the acts go to codings/second alone, with `--pass settled` to the items alone. Nothing is written if anything is wrong.
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
  const { batch, items: raw, problems } = readSheet(readFileSync(path, "utf8"), path);
  const errors = [...problems];
  const codes = loadCodes(join(root, "data"), folder);
  const fresh: { item: CorpusItem; raw: Record<string, unknown> }[] = [];
  for (const json of raw) {
    const { items, problems: wrong } = readCorpus(JSON.stringify(json), path);
    for (const problem of wrong) errors.push(`${json["id"]}: ${problem.code} ${problem.message}`);
    for (const item of items) {
      for (const problem of checkItem(item, codes, path))
        errors.push(`${item.id}: ${problem.code} ${problem.message}`);
      fresh.push({ item, raw: json });
    }
  }
  for (const error of errors) process.stderr.write(`${error}\n`);
  process.stderr.write(`${path}: ${raw.length} items, ${errors.length} problems\n`);
  if (errors.length > 0 || dry) return errors.length === 0;
  if (pass === "second") writeSecond(batch, fresh);
  else writeItems(batch, fresh);
  return true;
}

type Fresh = readonly { item: CorpusItem; raw: Record<string, unknown> }[];

function writeItems(batch: string, fresh: Fresh): void {
  const { items: there } = loadCorpus(folder);
  const ids = new Set(fresh.map(({ item }) => item.id));
  const all = [
    ...there.filter(({ item }) => !ids.has(item.id)).map(({ item }) => item),
    ...fresh.map(({ item }) => item),
  ];
  const parts = assignParts(all, new Map(there.map(({ item, part }) => [item.id, part])));
  for (const part of CORPUS_PARTS) {
    const mine = fresh.filter(({ item }) => parts.get(item.id) === part);
    if (mine.length === 0) continue;
    merge(
      `${part}/${batch}.jsonl`,
      mine.map(({ raw }) => raw),
    );
    if (pass === "first")
      merge(
        `codings/first/${part}/${batch}.jsonl`,
        mine.map(({ raw }) => codingOf(raw)),
      );
  }
}

function writeSecond(batch: string, fresh: Fresh): void {
  const { items: there } = loadCorpus(folder);
  for (const { item, raw } of fresh) {
    const placed = there.find((other) => other.item.id === item.id);
    if (placed === undefined || placed.item.text !== item.text) {
      throw new Error(`${item.id} is not in the corpus with this text`);
    }
    merge(`codings/second/${placed.part}/${batch}.jsonl`, [codingOf(raw)]);
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
