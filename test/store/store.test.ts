import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { analyze } from "../../src/pipeline.ts";
import { ReadRecordShape, readRecord } from "../../src/record/index.ts";
import { openStore, SCHEMA_VERSION, StoreError } from "../../src/store/index.ts";
import { schemaStatements } from "../../src/store/tables.ts";
import { testResources } from "../support/resources.ts";
import { inFile } from "./duckdb.ts";
import { fakeAnalyzer, fakeRecord, fakeSource, idOf } from "./fake-coder.ts";
import { addAll, contentOf, sha256, temporaryFolder, temporaryStore } from "./support.ts";

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof StoreError ? `${error.code}: ${error.message}` : String(error);
}

describe("a store", () => {
  it("gives back the record that went in, byte for byte", async () => {
    const store = await temporaryStore();
    const source = fakeSource(1, { text: "President Ada Berg met 𝒳 envoys — “there”. Ümit must go." });
    await addAll(store, [source]);
    const record = await store.readRecord(idOf(source));
    expect(JSON.stringify(record)).toBe(JSON.stringify(ReadRecordShape.parse(fakeRecord(source))));
  });

  it("keeps what the real coder reads", async () => {
    const store = await temporaryStore();
    const text =
      "Foreign Minister Jonas Field of Norway met his Danish counterpart in Oslo on Monday and demanded that Denmark withdraw its patrol boats.";
    const source = { input: "a.txt", text, date: "2001-03-07" };
    const record = readRecord(analyze(source, testResources()), testResources(), { explain: true });
    await store.addReports([{ source, record, known: "", coder: "c", lexicon: "l" }]);
    const stored = await store.readRecord(record.report);
    expect(ReadRecordShape.parse(stored)).toEqual(record);
    expect(JSON.stringify(stored)).toBe(JSON.stringify(record));
    for (const event of record.events) expect(await store.findEvent(event.id)).toEqual(event);
  });

  it("says nothing of what it does not have", async () => {
    const store = await temporaryStore();
    expect(await store.readRecord("nothing")).toBeNull();
    expect(await store.findEvent("nothing")).toBeNull();
    expect(await store.countReports()).toBe(0);
    expect(await store.ledger(null)).toEqual({ asOf: null, entries: [] });
  });

  it("lists reports by pages, newest first and undated last, and finds words", async () => {
    const store = await temporaryStore();
    const undated = fakeSource(500, { date: null });
    await addAll(store, [...Array.from({ length: 45 }, (_, n) => fakeSource(n)), undated]);
    const all = await store.listReports({ limit: 100, cursor: null, words: [] });
    expect(all.total).toBe(46);
    expect(all.next).toBeNull();
    const dates = all.reports.map(({ date }) => date);
    expect(dates.at(-1)).toBeNull();
    expect(dates.slice(0, -1)).toEqual(dates.slice(0, -1).toSorted().reverse());
    const paged = [];
    let cursor: string | null = null;
    do {
      const page = await store.listReports({ limit: 7, cursor, words: [] });
      paged.push(...page.reports);
      cursor = page.next;
    } while (cursor !== null);
    expect(paged).toEqual(all.reports);
    const found = await store.listReports({ limit: 10, cursor: null, words: ["TARN 17", "berg"] });
    expect(found.reports.map(({ report }) => report)).toEqual([idOf(fakeSource(17))]);
    expect(await store.listReports({ limit: 10, cursor: null, words: ["100%", "' OR true"] })).toEqual({
      ...{ reports: [], next: null, total: 0 },
    });
  });

  it("finds events, and the acts inside them with their parent", async () => {
    const store = await temporaryStore();
    await addAll(store, [fakeSource(1), fakeSource(2)]);
    const record = fakeRecord(fakeSource(2));
    const demand = record.events[1]!;
    expect(await store.findEvent(demand.id)).toEqual(demand);
    const inner = await store.findEvent(demand.content[0]!.id);
    expect(inner).toMatchObject({ id: demand.content[0]!.id, parent: demand.id, report: record.report });
  });

  it("leads a cross-reference to its report where there is one answer", async () => {
    const store = await temporaryStore();
    const text = "President Ada Berg met envoys (see the Digest, 2001-03-02).";
    const citing = fakeSource(5, { text });
    const cited = fakeSource(1, { publication: "Digest" });
    const referenceOf = async () => (await store.readRecord(idOf(citing)))!.cross_references[0]!.report;
    await addAll(store, [citing]);
    expect(await referenceOf()).toBeUndefined();
    await addAll(store, [cited]);
    expect(await referenceOf()).toBe(idOf(cited));
    await addAll(store, [fakeSource(29, { publication: "Digest", date: "2001-03-02" })]);
    expect(await referenceOf()).toBeUndefined();
  });

  it("is a function of its reports, in whatever order they come", async () => {
    const sources = Array.from({ length: 10 }, (_, n) => fakeSource(n));
    sources.push(fakeSource(30, { text: "Berg met nobody. Minister Lea Ott met Berg.", date: "2001-03-15" }));
    sources.push(fakeSource(31, { text: "Ott must answer Berg.", date: "2001-03-20" }));
    sources.push(
      fakeSource(31, { text: "Ott must answer Berg.", date: "2001-03-20", input: "another-name" }),
    );
    const forward = await temporaryStore();
    await addAll(forward, sources);
    const backward = await temporaryStore();
    for (const source of sources.toReversed()) await addAll(backward, [source]);
    expect(await contentOf(backward)).toEqual(await contentOf(forward));
  });
});

describe("the file of a store", () => {
  it("is not made by who only reads", async () => {
    const path = join(temporaryFolder(), "none.duckdb");
    expect(await codeOf(openStore(path))).toContain("no-store: there is no store at");
    expect(
      await codeOf(openStore(join(temporaryFolder(), "no", "such", "x.duckdb"), { create: true })),
    ).toContain("there is no folder");
  });

  it("is refused where it is something else", async () => {
    const path = join(temporaryFolder(), "letter.duckdb");
    writeFileSync(path, "Dear reader, ".repeat(5000));
    expect(await codeOf(openStore(path, { create: true }))).toContain("not-a-store");
    const foreign = join(temporaryFolder(), "foreign.duckdb");
    await inFile(foreign, ["CREATE TABLE plant (name VARCHAR)"]);
    expect(await codeOf(openStore(foreign, { create: true }))).toContain("not-a-store");
  });

  it("is refused where a newer program wrote it, with both versions named", async () => {
    const path = join(temporaryFolder(), "newer.duckdb");
    await openStore(path, { create: true });
    await inFile(path, ["UPDATE meta SET value = '99' WHERE key = 'schema'"]);
    const said = await codeOf(openStore(path, { create: true }));
    expect(said).toContain("newer-schema");
    expect(said).toContain("version 99");
    expect(said).toContain(`version ${SCHEMA_VERSION}`);
  });

  it("has a quote in its name like any other", async () => {
    const store = await openStore(join(temporaryFolder(), 'it\'s; a "store".duckdb'), { create: true });
    await addAll(store, [fakeSource(1)]);
    expect(await store.countReports()).toBe(1);
  });

  it("changes its version with its tables", () => {
    // When this fails, raise SCHEMA_VERSION, write the migration, and put the new pair here.
    expect([SCHEMA_VERSION, sha256(schemaStatements().join("\n")).slice(0, 12)]).toEqual([1, "3a33192ca14c"]);
  });

  it("neither loads nor fetches extensions", async () => {
    const path = join(temporaryFolder(), "x.duckdb");
    await openStore(path, { create: true });
    const { openMemory } = await import("../../src/store/file.ts");
    const connection = await (await openMemory(`${path}.tmp`)).connect();
    for (const name of ["autoinstall_known_extensions", "autoload_known_extensions"]) {
      const reader = await connection.runAndReadAll(`SELECT current_setting('${name}')`);
      expect(reader.getRows()).toEqual([[false]]);
    }
  });
});

describe("tables of a store", () => {
  it("are all written with a coding, or none", async () => {
    const path = join(temporaryFolder(), "x.duckdb");
    const store = await openStore(path, { create: true });
    const good = fakeSource(1);
    const bad = fakeRecord(fakeSource(2));
    // What is no whole number is refused by the event table, after report and coding are written.
    const broken = { ...bad, events: [{ ...bad.events[0]!, quad_code: Number.NaN }] };
    const version = { known: "", coder: "c", lexicon: "l" };
    const attempt = store.addReports([
      { source: good, record: fakeRecord(good), ...version },
      { source: fakeSource(2), record: broken, ...version },
    ]);
    await expect(attempt).rejects.toThrow();
    expect(await contentOf(store)).toMatchObject({ records: [], rows: [], total: 0 });
    await addAll(store, [good]);
    expect(await store.countReports()).toBe(1);
  });

  it("can be read by other programs while nothing is done", async () => {
    const path = join(temporaryFolder(), "x.duckdb");
    const store = await openStore(path, { create: true });
    await addAll(store, [fakeSource(1), fakeSource(2)], fakeAnalyzer());
    const [row] = await inFile(path, [
      "SELECT count(*)::INTEGER AS events, min(cameo) AS cameo, min(date)::VARCHAR AS date FROM current_event",
    ]);
    expect(row).toEqual({ events: 4, cameo: "010", date: "2001-03-02" });
    expect(await store.countReports()).toBe(2);
  });
});
