import type { z } from "zod";
import {
  type CorpusAct,
  type CorpusCoding,
  CorpusCodingShape,
  type CorpusItem,
  CorpusItemShape,
} from "./shape.ts";

/** Something wrong in a file of the corpus. */
export interface CorpusProblem {
  readonly code: string;
  readonly path: string;
  readonly line?: number;
  readonly id?: string;
  readonly message: string;
}

/** The items of one file of the corpus (JSON lines), with what is wrong in the lines that are left out. */
export function readCorpus(jsonl: string, path = "corpus.jsonl"): CorpusReading<CorpusItem> {
  return readLines(jsonl, path, CorpusItemShape);
}

/** The codings of one coder from a file of `codings/`. */
export function readCodings(jsonl: string, path = "codings.jsonl"): CorpusReading<CorpusCoding> {
  return readLines(jsonl, path, CorpusCodingShape);
}

export interface CorpusReading<T> {
  readonly items: T[];
  readonly problems: CorpusProblem[];
}

/** An act and everything inside it, outermost first. */
export function* actsWithin(acts: readonly CorpusAct[]): Generator<CorpusAct> {
  for (const act of acts) {
    yield act;
    yield* actsWithin(innerActs(act));
  }
}

/** What stands directly inside an act. */
export function innerActs(act: CorpusAct): CorpusAct[] {
  return [...act.content, ...(act.consequence === null ? [] : [act.consequence]), ...act.purpose];
}

function readLines<T>(jsonl: string, path: string, shape: z.ZodType<T, unknown>): CorpusReading<T> {
  const items: T[] = [];
  const problems: CorpusProblem[] = [];
  for (const [index, line] of jsonl.split("\n").entries()) {
    if (line.trim() === "") continue;
    const at = { path, line: index + 1 };
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      problems.push({ ...at, code: "no-json", message: (error as Error).message });
      continue;
    }
    const parsed = shape.safeParse(value);
    if (parsed.success) items.push(parsed.data);
    else problems.push(...parsed.error.issues.map((issue) => ({ ...at, ...schemaProblem(issue) })));
  }
  return { items, problems };
}

function schemaProblem(issue: z.core.$ZodIssue): { code: string; message: string } {
  return { code: "schema", message: `${issue.path.join(".") || "line"}: ${issue.message}` };
}
