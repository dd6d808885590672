import { afterEach, describe, expect, it } from "vitest";
import { AnalysisError } from "../../src/intake/analyzer.ts";
import { AnalysisPool, type PoolOptions } from "../../src/intake/pool.ts";

const script = new URL("./fake-worker.mjs", import.meta.url);
const pools: AnalysisPool[] = [];

function poolOf(options: Omit<PoolOptions, "script"> = {}): AnalysisPool {
  const pool = new AnalysisPool({ script, ...options });
  pools.push(pool);
  return pool;
}

afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close();
});

function textOf(n: string): { input: string; text: string } {
  return { input: n, text: n };
}

async function outcome(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => value,
    (error: unknown) => (error instanceof AnalysisError ? error.code : error),
  );
}

describe("the pool", () => {
  it("gives each asker his own answer", async () => {
    const pool = poolOf({ size: 3 });
    const texts = Array.from({ length: 100 }, (_, i) => `text ${i}`);
    const records = await Promise.all(texts.map((text) => pool.analyze(textOf(text))));
    expect(records.map(({ text }) => text)).toEqual(texts);
    expect(await pool.identify(textOf("a"))).toBe("id of a");
    expect(await pool.version()).toEqual({ coder: "fake", lexicon: "none" });
  });

  it("leaves out what takes too long, and what fells its thread, and goes on", async () => {
    const pool = poolOf({ size: 2, timeoutMs: 400 });
    const texts = ["a", "hang", "b", "exit", "c", "fail", "d", "hang", "e", "exit", "f"];
    const outcomes = await Promise.all(texts.map((text) => outcome(pool.analyze(textOf(text)))));
    const crashed = "coder-crashed";
    const expected = ["a", "too-slow", "b", crashed, "c", crashed, "d", "too-slow", "e", crashed, "f"];
    expect(outcomes.map((o) => (typeof o === "string" ? o : (o as { text: string }).text))).toEqual(expected);
    expect(await pool.analyze(textOf("after"))).toMatchObject({ text: "after" });
  });

  it("says why no thread starts", async () => {
    const pool = poolOf({ overlay: "unusable" });
    await expect(pool.version()).rejects.toThrow("no lexicon here");
    await expect(pool.analyze(textOf("a"))).rejects.toThrow("no lexicon here");
  });

  it("refuses what is asked after its end", async () => {
    const pool = poolOf();
    const asked = outcome(pool.analyze(textOf("hang")));
    await pool.close();
    expect(await asked).toBe("coder-crashed");
    expect(await outcome(pool.analyze(textOf("a")))).toBe("coder-crashed");
  });

  it("has at least one thread", () => {
    expect(() => poolOf({ size: 0 })).toThrow(RangeError);
  });
});
