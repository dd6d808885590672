import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  CORPUS_PARTS,
  type CorpusCoding,
  type CorpusItem,
  type CorpusPart,
  type CorpusProblem,
  readCodings,
  readCorpus,
} from "../../record/index.ts";

/** An item with the part and the file that hold it. */
export interface PlacedItem {
  readonly item: CorpusItem;
  readonly part: CorpusPart;
  readonly path: string;
}

/** A coding of one coder with the pass, part and file it belongs to. */
export interface PlacedCoding {
  readonly coding: CorpusCoding;
  readonly pass: "first" | "second";
  readonly part: CorpusPart;
  readonly path: string;
}

export interface Corpus {
  readonly items: readonly PlacedItem[];
  readonly codings: readonly PlacedCoding[];
  readonly problems: readonly CorpusProblem[];
}

/** Reads every file of a corpus folder: the parts, and the coders' own codings beside them. */
export function loadCorpus(folder: string): Corpus {
  const items: PlacedItem[] = [];
  const codings: PlacedCoding[] = [];
  const problems: CorpusProblem[] = [];
  for (const part of CORPUS_PARTS) {
    for (const path of jsonLines(folder, part)) {
      const reading = readCorpus(readFileSync(join(folder, path), "utf8"), path);
      items.push(...reading.items.map((item) => ({ item, part, path })));
      problems.push(...reading.problems);
    }
    for (const pass of ["first", "second"] as const) {
      for (const path of jsonLines(folder, `codings/${pass}/${part}`)) {
        const reading = readCodings(readFileSync(join(folder, path), "utf8"), path);
        codings.push(...reading.items.map((coding) => ({ coding, pass, part, path })));
        problems.push(...reading.problems);
      }
    }
  }
  return { items, codings, problems };
}

function jsonLines(folder: string, below: string): string[] {
  if (!existsSync(join(folder, below))) return [];
  return readdirSync(join(folder, below))
    .filter((name) => name.endsWith(".jsonl"))
    .sort()
    .map((name) => `${below}/${name}`);
}
