import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.ts";
import { type EventLine, EventLineShape, FLAT_COLUMNS } from "../../src/record/index.ts";
import { openStore } from "../../src/store/index.ts";
import { inFile } from "./duckdb.ts";
import { fakeSource } from "./fake-coder.ts";
import { addAll, temporaryFolder } from "./support.ts";

const farmer = fakeSource(9, {
  text: "Farmer Nils Holt met Minister Lea Ott. Holt must leave, said Holt's wife.",
});

async function exported(format: string, ...more: string[]): Promise<{ path: string; code: number }> {
  const folder = temporaryFolder();
  const store = await openStore(join(folder, "x.duckdb"), { create: true });
  await addAll(store, [fakeSource(1), fakeSource(2), farmer]);
  const path = join(folder, `out.${format}`);
  const code = await main(["export", "--store", store.path, "--format", format, "--out", path, ...more]);
  return { path, code };
}

function linesOf(path: string): EventLine[] {
  return readFileSync(path, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as EventLine);
}

describe("export", () => {
  it("writes event lines of the published shape, contents only when asked", async () => {
    const { path, code } = await exported("jsonl");
    expect(code).toBe(0);
    const lines = linesOf(path);
    expect(lines).toHaveLength(6);
    for (const line of lines) expect(EventLineShape.parse(line).trace).toBeUndefined();
    const all = linesOf((await exported("jsonl", "--contents")).path);
    expect(all.filter(({ parent }) => parent !== undefined)).toHaveLength(3);
    expect(all).toHaveLength(9);
  });

  it("writes the same table as CSV and as Parquet, with codes as text", async () => {
    const csv = await exported("csv");
    const parquet = await exported("parquet");
    const folder = temporaryFolder();
    const columns = JSON.stringify(FLAT_COLUMNS).replaceAll('"', "'");
    const read = (from: string) =>
      inFile(join(folder, "r.duckdb"), [`SELECT * FROM ${from} ORDER BY report, trigger_start`]);
    const fromParquet = await read(`'${parquet.path}'`);
    expect(await read(`read_csv('${csv.path}', columns = ${columns}, header = true)`)).toEqual(fromParquet);
    expect(fromParquet).toHaveLength(6);
    expect(fromParquet[0]).toMatchObject({ cameo: "010", factuality: "CT+" });
    expect(Object.keys(fromParquet[0]!)).toEqual(Object.keys(FLAT_COLUMNS));
  });

  it.each(["jsonl", "csv"])("leaves the names of private persons out of %s", async (format) => {
    const { path } = await exported(format);
    const text = readFileSync(path, "utf8");
    expect(text).toContain("[private person]");
    expect(text).not.toMatch(/Nils|Holt/);
    expect(text).toContain("Ada Berg");
    expect(text).toContain("Ott");
  });

  it("says what is wrong with a call", async () => {
    expect(await main(["export", "--store", join(temporaryFolder(), "no.duckdb")])).toBe(2);
    const { code } = await exported("parquet", "--out", "-");
    expect(code).toBe(2);
    expect((await exported("parquet", "--out", "/nowhere/at/all.parquet")).code).not.toBe(0);
    expect((await exported("jsonl", "--out", "/nowhere/at/all.jsonl")).code).not.toBe(0);
  });
});

describe("ledger", () => {
  it("prints lines, or a table", async () => {
    const folder = temporaryFolder();
    const store = await openStore(join(folder, "x.duckdb"), { create: true });
    await addAll(store, [fakeSource(1), fakeSource(20)]);
    const printed: string[] = [];
    const write = process.stdout.write.bind(process.stdout);
    process.stdout.write = ((text: string) => printed.push(text) > 0) as typeof process.stdout.write;
    try {
      expect(await main(["ledger", "--store", store.path])).toBe(0);
      expect(
        await main(["ledger", "--store", store.path, "--format", "table", "--as-of", "2001-03-02"]),
      ).toBe(0);
      expect(await main(["ledger", "--store", store.path, "--as-of", "soon"])).toBe(2);
    } finally {
      process.stdout.write = write;
    }
    const lines = printed.join("").split("\n");
    expect(lines.filter((line) => line.startsWith("{"))).not.toHaveLength(0);
    expect(lines.some((line) => /^KIND +STATE +SINCE/.test(line))).toBe(true);
    expect(lines.some((line) => /^demand +open +2001-03-02/.test(line))).toBe(true);
  });
});
