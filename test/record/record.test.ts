import { describe, expect, it } from "vitest";
import { analyze, relate } from "../../src/pipeline.ts";
import {
  codeLines,
  csvHeader,
  csvLine,
  EventLineShape,
  FLAT_COLUMNS,
  flatRow,
  type ReadRecord,
  ReadRecordShape,
  RelationShape,
  readRecord,
  relationRecord,
} from "../../src/record/index.ts";
import { read } from "../checkout.ts";
import { testResources } from "../support/resources.ts";

const resources = testResources();

function recordOf(text: string, explain = false): ReadRecord {
  return readRecord(analyze({ input: "case", text, date: "2001-03-07" }, resources), resources, { explain });
}

/** What a user of Python or R gets for [start, end). */
function slice(text: string, { start, end }: { start: number; end: number }): string {
  return [...text].slice(start, end).join("");
}

const texts = [
  read("test/golden/report.txt"),
  "🚢🚢 Norway 🇳🇴 warned Denmark 𝒳 on Monday that it would close its ports unless the boats left.",
  "Norway rejected a Danish proposal for the OSCE to investigate the matter, officials in Oslo said.",
  "",
  "No events here, only weather.",
  "Ceci n'est pas un texte que le programme est censé lire, parce que la langue de ce texte est le français.",
];

describe("a record", () => {
  it.each(texts)("is of its schema: %j", (text) => {
    for (const explain of [false, true]) {
      const record = recordOf(text, explain);
      expect(ReadRecordShape.parse(record)).toEqual(record);
      for (const line of codeLines(record, { contents: true }))
        expect(EventLineShape.parse(line)).toEqual(line);
    }
  });

  it("counts in code points", () => {
    const record = recordOf(texts[1]!);
    const [event] = record.events;
    expect(event).toBeDefined();
    for (const line of codeLines(record, { contents: true })) {
      expect(slice(record.text, line.trigger)).toBe(line.trigger.text);
      for (const party of [...line.actor, ...line.recipient])
        expect(slice(record.text, party)).toBe(party.entity_text);
      expect(slice(record.text, line.text_info)).toBe(line.event_text[0]);
    }
    for (const entry of record.ledger) expect(slice(record.text, entry)).toBe(entry.text);
  });

  it("leaves a text in another language uncoded, and says so", () => {
    const record = recordOf(texts[5]!);
    expect(record).toMatchObject({ language: "fr", events: [] });
    expect(record.abstentions.map(({ reason }) => reason)).toContain("not-english");
  });

  it("explains every act when asked, and only then", () => {
    for (const line of codeLines(recordOf(texts[0]!, true), { contents: true })) {
      expect(line.trace?.length, line.trigger.text).toBeGreaterThan(0);
      for (const step of line.trace!) expect(step.source ?? "tsv:1").toMatch(/tsv:\d+$|^.+$/);
    }
    expect(codeLines(recordOf(texts[0]!), { contents: true }).every((line) => line.trace === undefined)).toBe(
      true,
    );
  });

  it("has ids that do not hang on where the report was found", () => {
    const text = texts[0]!;
    const ids = (input: string) =>
      readRecord(analyze({ input, text }, resources), resources).events.map(({ id }) => id);
    expect(ids("a.txt")).toEqual(ids("folder/b.txt"));
    expect(new Set(ids("a.txt")).size).toBe(ids("a.txt").length);
  });
});

describe("contents", () => {
  it("are lines of their own only when asked, with the act that speaks of them", () => {
    const record = recordOf(texts[1]!);
    const asserted = codeLines(record);
    const all = codeLines(record, { contents: true });
    expect(asserted.every((line) => line.parent === undefined)).toBe(true);
    expect(all.length).toBeGreaterThan(asserted.length);
    const ids = new Set(all.map(({ id }) => id));
    for (const line of all) if (line.parent !== undefined) expect(ids.has(line.parent)).toBe(true);
  });
});

describe("the flat table", () => {
  it("has a cell for each column, and quotes what CSV needs quoted", () => {
    const [line] = codeLines(recordOf('Norway, "the kingdom", protested to Denmark on Monday.'));
    const row = flatRow(line!);
    expect(Object.keys(row)).toEqual(Object.keys(FLAT_COLUMNS));
    expect(csvHeader().split(",")).toEqual(Object.keys(FLAT_COLUMNS));
    expect(csvLine(row)).toContain('""the kingdom""');
    expect(row.cameo === null || typeof row.cameo === "string").toBe(true);
  });
});

describe("a relation", () => {
  const text = "Norway urged Denmark to withdraw its boats.";

  it("is one of the types, whoever is marked", () => {
    const norway = { from: 0, to: 6 };
    const denmark = { from: 13, to: 20 };
    const record = relationRecord(
      "a",
      relate(text, { actor: norway, recipient: denmark }, resources),
      resources,
    );
    expect(RelationShape.parse(record)).toMatchObject({ id: "a", event: "REQUEST", quad_code: 3 });
    for (const parties of [
      { actor: null, recipient: denmark },
      { actor: norway, recipient: null },
      { actor: null, recipient: null },
    ]) {
      RelationShape.parse(relationRecord(1, relate(text, parties, resources), resources));
    }
    RelationShape.parse(
      relationRecord(null, relate("", { actor: null, recipient: null }, resources), resources),
    );
  });
});
