import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, it } from "vitest";
import { addReport, addSources, type Step } from "../../src/intake/add.ts";
import { AnalysisError } from "../../src/intake/analyzer.ts";
import { openStore, StoreError } from "../../src/store/index.ts";
import { fakeAnalyzer, fakeSource, idOf } from "../store/fake-coder.ts";
import { addAll, contentOf, temporaryFolder, temporaryStore } from "../store/support.ts";

const child = join(import.meta.dirname, "child.ts");

/** Adds reports `from` to `to` in a process of its own. */
function startAdding(path: string, from: number, to: number): ChildProcess {
  const args = ["--import", "tsx", child, path, String(from), String(to)];
  return spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
}

/** Waits for the end of a process whose words nobody needs. */
function exitOf(adder: ChildProcess): Promise<number | NodeJS.Signals | null> {
  adder.stdout?.resume();
  return new Promise((resolve) => adder.on("exit", (code, signal) => resolve(code ?? signal)));
}

async function contentAfterAdding(count: number): Promise<object> {
  const store = await temporaryStore();
  await addAll(
    store,
    Array.from({ length: count }, (_, n) => fakeSource(n)),
  );
  return contentOf(store);
}

describe("adding", () => {
  it("says what became of each report", async () => {
    const store = await temporaryStore();
    const steps = await addAll(store, [fakeSource(1), fakeSource(2), fakeSource(1)]);
    expect(steps.map(({ step }) => step)).toEqual(["added", "added", "unchanged"]);
    expect(steps[0]).toEqual({
      step: "added",
      report: idOf(fakeSource(1)),
      input: "report-1.txt",
      events: 2,
    });
  });

  it("twice changes nothing", async () => {
    const store = await temporaryStore();
    const sources = Array.from({ length: 40 }, (_, n) => fakeSource(n));
    await addAll(store, sources);
    const before = await contentOf(store);
    let analysed = 0;
    const analyzer = fakeAnalyzer({ onAnalyze: () => (analysed += 1) });
    const steps = await addAll(store, sources, analyzer);
    expect(new Set(steps.map(({ step }) => step))).toEqual(new Set(["unchanged"]));
    expect(analysed).toBe(0);
    expect(await contentOf(store)).toEqual(before);
  });

  it("with a better coder codes anew, in place", async () => {
    const store = await temporaryStore();
    const sources = [fakeSource(1), fakeSource(2)];
    await addAll(store, sources);
    const before = await contentOf(store);
    const steps = await addAll(store, sources, fakeAnalyzer({ lexicon: "lexicon-2" }));
    expect(steps.map(({ step }) => step)).toEqual(["recoded", "recoded"]);
    expect(await contentOf(store)).toEqual(before);
  });

  it("goes on where an input is bad", async () => {
    const store = await temporaryStore();
    const problem = { code: "not-text", path: "x.bin", message: "is no text" };
    const steps: Step[] = [];
    const options = { store, analyzer: fakeAnalyzer(), onStep: (step: Step) => steps.push(step) };
    const counts = await addSources(
      [{ source: fakeSource(1) }, { problem }, { source: fakeSource(2) }],
      options,
    );
    expect(counts).toMatchObject({ added: 2, problems: 1 });
    expect(steps).toContainEqual({ step: "problem", problem });
  });

  it("goes on where the coder gives up on a report", async () => {
    const store = await temporaryStore();
    const analyzer = fakeAnalyzer({
      onAnalyze: ({ input }) => {
        if (input === "report-2.txt") throw new AnalysisError("too-slow", "was too slow");
      },
    });
    const steps = await addAll(store, [fakeSource(1), fakeSource(2), fakeSource(3)], analyzer);
    expect(steps.filter(({ step }) => step === "added")).toHaveLength(2);
    const problem = { code: "too-slow", path: "report-2.txt", message: "was too slow" };
    expect(steps).toContainEqual({ step: "problem", problem });
    await expect(addReport(fakeSource(2), { store, analyzer })).rejects.toThrow("was too slow");
    expect(await addReport(fakeSource(3), { store, analyzer })).toEqual({
      report: idOf(fakeSource(3)),
      added: false,
    });
  });

  it("stops when told, keeps what was added, and goes on later", async () => {
    const store = await temporaryStore();
    const stop = new AbortController();
    const items = Array.from({ length: 200 }, (_, n) => ({ source: fakeSource(n) }));
    const onStep = () => stop.abort();
    const counts = await addSources(items, { store, analyzer: fakeAnalyzer(), onStep, signal: stop.signal });
    expect(counts.added).toBeGreaterThan(0);
    expect(counts.added).toBeLessThan(200);
    expect(await store.countReports()).toBe(counts.added);
    expect(await addSources(items, { store, analyzer: fakeAnalyzer() })).toMatchObject({
      added: 200 - counts.added,
    });
  });

  it("holds few of many reports at a time", async () => {
    const store = await temporaryStore();
    let given = 0;
    let analysed = 0;
    let most = 0;
    function* items() {
      for (let n = 0; n < 300; n++) {
        given += 1;
        most = Math.max(most, given - analysed);
        yield { source: fakeSource(n) };
      }
    }
    await addSources(items(), { store, analyzer: fakeAnalyzer({ onAnalyze: () => (analysed += 1) }) });
    expect(await store.countReports()).toBe(300);
    expect(most).toBeLessThanOrEqual(64);
  });
});

describe("what earlier reports teach", () => {
  const teaching = fakeSource(1, { text: "President Ada Berg met envoys.", date: "2001-03-01" });
  const learning = fakeSource(2, { text: "Berg must answer.", date: "2001-03-05", input: "learning" });
  const before = fakeSource(3, { text: "Berg must go.", date: "2001-02-01", input: "before" });
  const sameDay = fakeSource(4, { text: "Berg must stay.", date: "2001-03-01", input: "same-day" });
  const undated = fakeSource(5, { text: "Berg must wait.", date: null, input: "undated" });
  const other = fakeSource(6, { text: "Minister Lea Ott must reply.", date: "2001-03-06", input: "other" });

  it("reaches later reports that mention the name, and no others", async () => {
    const store = await temporaryStore();
    const relearned: string[] = [];
    const analyzer = fakeAnalyzer({ onAnalyze: ({ input }, known) => known && relearned.push(input) });
    await addAll(store, [learning, before, sameDay, undated, other], analyzer);
    expect(relearned).toEqual([]);
    await addAll(store, [teaching], analyzer);
    expect(relearned).toEqual(["learning"]);
    const record = await store.readRecord(idOf(learning));
    expect(record!.events[0]!.actor[0]).toMatchObject({
      code: "TST",
      identifier_text: "Ada Berg",
      office: "President",
    });
    for (const source of [before, sameDay, undated]) {
      expect((await store.readRecord(idOf(source)))!.events[0]!.actor).toEqual([]);
    }
  });

  it("is not taught on by who has only learnt it", async () => {
    const store = await temporaryStore();
    const known: (string | undefined)[] = [];
    const analyzer = fakeAnalyzer({
      onAnalyze: (_, k) => k && known.push(...k.offices.map(({ report }) => report)),
    });
    const later = fakeSource(7, { text: "Berg met nobody.", date: "2001-03-09" });
    await addAll(store, [teaching, learning, later], analyzer);
    expect(known).toEqual([idOf(teaching), idOf(teaching)]);
  });

  it("leaves later reports alone when it is told again", async () => {
    const store = await temporaryStore();
    await addAll(store, [teaching, learning]);
    const again = fakeSource(8, { text: "President Ada Berg met guests.", date: "2001-03-03" });
    const steps = await addAll(store, [again]);
    expect(steps.map(({ step }) => step)).toEqual(["added"]);
  });

  it("is caught up with after a crash before it was learnt", async () => {
    const store = await temporaryStore();
    await addAll(store, [learning]);
    const record = await fakeAnalyzer().analyze(teaching);
    const version = { coder: "test 1", lexicon: "lexicon-1", known: "" };
    await store.addReports([{ source: teaching, record, ...version }]);
    expect(await store.staleReports()).toEqual([idOf(learning)]);
    const steps = await addAll(store, [other]);
    expect(steps.map(({ step }) => step)).toEqual(["added", "relearned"]);
    expect(await store.staleReports()).toEqual([]);
  });
});

describe("a crash", () => {
  it.each([1, 33, 150])("by kill -9 after line %i loses nothing that was said to be added", async (line) => {
    const path = join(temporaryFolder(), "x.duckdb");
    const adder = startAdding(path, 0, 300);
    const said: string[] = [];
    const lines = createInterface({ input: adder.stdout! });
    const exit = exitOf(adder);
    for await (const text of lines) {
      said.push((JSON.parse(text) as { report: string }).report);
      if (said.length === line) adder.kill("SIGKILL");
    }
    expect(await exit).toBe("SIGKILL");
    const store = await openStore(path);
    const { reports, total } = await store.listReports({ limit: 1000, cursor: null, words: [] });
    const present = new Set(reports.map(({ report }) => report));
    expect(said.filter((report) => !present.has(report))).toEqual([]);
    expect(total).toBeLessThan(300);
    for (const { report, events } of reports)
      expect((await store.readRecord(report))!.events).toHaveLength(events);
    expect(await exitOf(startAdding(path, 0, 300))).toBe(0);
    expect(await contentOf(store)).toEqual(await contentAfterAdding(300));
  });
});

describe("two processes", () => {
  it("add to one store at once, and a third reads meanwhile", async () => {
    const path = join(temporaryFolder(), "x.duckdb");
    const adders = [startAdding(path, 0, 180), startAdding(path, 120, 300)];
    const exits = adders.map(exitOf);
    let isRunning = true;
    const done = Promise.all(exits).finally(() => {
      isRunning = false;
    });
    const store = await openStore(path, { create: true });
    let last = 0;
    while (isRunning) {
      const count = await store.countReports();
      expect(count).toBeGreaterThanOrEqual(last);
      last = count;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(await done).toEqual([0, 0]);
    expect(await contentOf(store)).toEqual(await contentAfterAdding(300));
  });

  it("name the one that holds the file too long", async () => {
    const path = join(temporaryFolder(), "x.duckdb");
    await openStore(path, { create: true });
    const script = `const { DuckDBInstance } = await import("@duckdb/node-api");
      await DuckDBInstance.create(process.argv[1]); console.log("held"); setInterval(() => {}, 1000);`;
    const holder = spawn(process.execPath, ["--input-type=module", "-e", script, path]);
    try {
      await new Promise((resolve) => holder.stdout.once("data", resolve));
      const error = await openStore(path, { waitMs: 300 }).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(StoreError);
      expect((error as StoreError).code).toBe("store-busy");
      expect((error as StoreError).message).toContain(`PID ${holder.pid}`);
    } finally {
      holder.kill("SIGKILL");
    }
  });
});

describe("a full disk", () => {
  it("loses nothing, says so, and still lets read and go on", async ({ skip }) => {
    const small = join(temporaryFolder(), "small");
    mkdirSync(small);
    if (!mountSmallDisk(small)) return skip("no small disk can be mounted here, so a full one is not tried");
    try {
      await fillUp(small);
    } finally {
      execFileSync("umount", [small]);
    }
  });
});

async function fillUp(small: string): Promise<void> {
  const store = await openStore(join(small, "x.duckdb"), { create: true });
  await addAll(store, [fakeSource(1), fakeSource(2)]);
  const before = await contentOf(store);
  const filler = join(small, "filler");
  fillDisk(filler);
  const more = Array.from({ length: 200 }, (_, n) => fakeSource(100 + n));
  const steps: Step[] = [];
  const items = more.map((source) => ({ source }));
  const options = { store, analyzer: fakeAnalyzer(), onStep: (step: Step) => steps.push(step) };
  const error = await addSources(items, options).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(StoreError);
  expect(error).toMatchObject({ code: "disk-full" });
  expect((error as StoreError).message).toContain("make room");
  const { total } = await store.listReports({ limit: 1, cursor: null, words: [] });
  expect(total).toBe(2 + steps.length);
  if (steps.length === 0) expect(await contentOf(store)).toEqual(before);
  rmSync(filler);
  await addAll(store, more);
  const whole = await temporaryStore();
  await addAll(whole, [fakeSource(1), fakeSource(2), ...more]);
  expect(await contentOf(store)).toEqual(await contentOf(whole));
}

/** Mounts a disk of 48 MB; false where that is not allowed. */
function mountSmallDisk(folder: string): boolean {
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", "size=48m", "tmpfs", folder]);
  return status === 0;
}

/** Writes until nothing more goes in. */
function fillDisk(path: string): void {
  for (let size = 32_000_000; size >= 4096; size = Math.floor(size / 2)) {
    let isFull = false;
    while (!isFull) {
      try {
        writeFileSync(path, new Uint8Array(size), { flag: "a" });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
        isFull = true;
      }
    }
  }
}
