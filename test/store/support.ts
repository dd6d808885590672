import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { addSources, type Step } from "../../src/intake/add.ts";
import type { Analyzer } from "../../src/intake/analyzer.ts";
import type { ReportSource } from "../../src/report/index.ts";
import { openStore, type Store } from "../../src/store/index.ts";
import { fakeAnalyzer } from "./fake-coder.ts";

const folders: string[] = [];

/** A folder of its own, removed when the file's tests are over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "demarche-"));
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export function temporaryStore(): Promise<Store> {
  return openStore(join(temporaryFolder(), "test.duckdb"), { create: true });
}

/** Adds reports with the coder of these tests; gives the steps. */
export async function addAll(
  store: Store,
  sources: readonly ReportSource[],
  analyzer: Analyzer = fakeAnalyzer(),
): Promise<Step[]> {
  const steps: Step[] = [];
  await addSources(
    sources.map((source) => ({ source })),
    { store, analyzer, onStep: (step) => steps.push(step) },
  );
  return steps;
}

/** Everything that a store tells, as one value. */
export async function contentOf(store: Store): Promise<object> {
  const records = [];
  for await (const record of store.records()) records.push(record);
  const rows = [];
  for await (const page of store.flatEvents({ contents: true })) rows.push(...page);
  const { reports, total } = await store.listReports({ limit: 1000, cursor: null, words: [] });
  return {
    records,
    rows,
    reports,
    total,
    ledger: await store.ledger(null),
    stale: await store.staleReports(),
  };
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
