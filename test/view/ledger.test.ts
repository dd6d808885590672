import { describe, expect, it } from "vitest";
import { analyze } from "../../src/pipeline.ts";
import { type ReadRecord, readRecord } from "../../src/record/index.ts";
import {
  asOfDay,
  cursorOf,
  eventsView,
  type LedgerLine,
  LedgerParams,
  LedgerRowShape,
  ledgerView,
  type ReportRow,
  ReportsParams,
  reportsView,
} from "../../src/view/index.ts";
import { fakeRecord, fakeSource } from "../store/fake-coder.ts";
import { testResources } from "../support/resources.ts";

const texts = [
  [
    "2001-03-01",
    "Norway demanded on Monday that Denmark withdraw its patrol boats from the strait within ten days. Norway threatened to close its harbors.",
  ],
  ["2001-03-05", "Denmark rejected the demand of Norway to withdraw its patrol boats from the strait."],
  [
    "2001-03-20",
    "Denmark withdrew its patrol boats from the strait on Monday. Norway promised to open its harbors.",
  ],
] as const;

function readings(): ReadRecord[] {
  const resources = testResources();
  return texts.map(([date, text]) => readRecord(analyze({ input: date, text, date }, resources), resources));
}

function ledgerOf(records: readonly ReadRecord[], asOf: string | null): LedgerLine[] {
  return ledgerView.rows(records, LedgerParams.parse({ as_of: asOf }));
}

describe("the ledger view", () => {
  const records = readings();

  it("has lines of the published shape", () => {
    const lines = ledgerOf(records, null);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) LedgerRowShape.parse(line);
  });

  it("knows nothing of what was published after the day asked for", () => {
    const early = ledgerOf(records, "2001-03-02");
    expect(early).toEqual(ledgerOf(records.slice(0, 1), "2001-03-02"));
    expect(early.length).toBeLessThan(ledgerOf(records, null).length);
    expect(ledgerOf(records, "2001-02-28")).toEqual([]);
  });

  it("is as of the newest report unless told otherwise, and never of today", () => {
    expect(asOfDay(records, null)).toBe("2001-03-20");
    expect(asOfDay(records, "2001-03-02")).toBe("2001-03-02");
    expect(asOfDay([], null)).toBeNull();
    expect(ledgerOf(records, null)).toEqual(ledgerOf(records, "2001-03-20"));
  });

  it("does not depend on the order of reports", () => {
    expect(ledgerOf(records.toReversed(), null)).toEqual(ledgerOf(records, null));
  });

  it("refuses a day that is none", () => {
    expect(() => LedgerParams.parse({ as_of: "2001-02-30" })).toThrow();
  });
});

describe("the other views", () => {
  const row = (report: string, date: string | null): ReportRow => ({
    ...{ report, date, title: null, opening: "", publication: null, date_edtf: date, date_basis: "option" },
    ...{ language: "en", events: 0, abstentions: 0, example: false, coder: "c", machine_coded: true },
  });
  const rows = [row("b", "2001-01-01"), row("c", null), row("a", "2001-01-01"), row("d", "2002-01-01")];

  it("list reports newest first, undated last, and go on after the cursor", () => {
    const list = (cursor: string | null) =>
      reportsView.rows(rows, ReportsParams.parse({ cursor, limit: 2 })).map(({ report }) => report);
    expect(list(null)).toEqual(["d", "a"]);
    expect(list(cursorOf(rows[2]!))).toEqual(["b", "c"]);
    expect(list(cursorOf(rows[1]!))).toEqual([]);
  });

  it("print events by date of their report, and contents only when asked", () => {
    const records = [fakeRecord(fakeSource(9)), fakeRecord(fakeSource(3))];
    const lines = eventsView.rows(records, { contents: false });
    expect(lines.map(({ report }) => report)).toEqual([1, 1, 0, 0].map((i) => records[i]!.report));
    expect(lines.every(({ parent }) => parent === undefined)).toBe(true);
    expect(eventsView.rows(records, { contents: true })).toHaveLength(6);
  });
});
