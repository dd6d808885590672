import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type * as server from "../../src/server/index.ts";
import { parseAddress, reportAddress } from "../../src/web/address.ts";
import type * as web from "../../src/web/api.ts";
import { utf16Offsets } from "../../src/web/code-points.ts";
import { datesWords, dateWords } from "../../src/web/dates.ts";
import { actMarks, clusters } from "../../src/web/marks.ts";
import { type Layer, paragraphs, segment } from "../../src/web/segments.ts";
import { reading } from "./reading.ts";

// The types that the page works with must stay those of the server.
type Same<A, B> = [A, B] extends [B, A] ? true : false;
const summariesAgree: Same<web.ReportPage["reports"][number], server.ReportSummary> = true;
const pagesAgree: Same<web.ReportPage, server.ReportPage> = true;

describe("offsets in code points", () => {
  it("cut the same characters as an array of code points does", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(60), fc.nat(60), (text, a, b) => {
        const offset = utf16Offsets(text);
        const [start, end] = a < b ? [a, b] : [b, a];
        expect(text.slice(offset(start), offset(end))).toBe([...text].slice(start, end).join(""));
      }),
    );
  });
  it("outside the text are drawn to its ends", () => {
    for (const text of ["abc", "a🕊c", ""]) {
      const offset = utf16Offsets(text);
      expect([offset(-5), offset(99)]).toEqual([0, text.length]);
    }
  });
});

describe("segments", () => {
  const layer = fc
    .tuple(fc.integer({ min: -5, max: 50 }), fc.integer({ min: -5, max: 50 }), fc.constantFrom("a", "b", "c"))
    .map(([from, to, name]): Layer => ({ from, to, name }));
  it("tile the range, and each holds what covers every place of it", () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(40), fc.array(layer, { maxLength: 12 }), (from, length, layers) => {
        const to = from + length;
        const parts = segment(from, to, layers);
        let at = from;
        for (const part of parts) {
          expect(part.from).toBe(at);
          expect(part.to).toBeGreaterThan(part.from);
          at = part.to;
          for (let i = part.from; i < part.to; i++) {
            const covering = layers.filter((one) => one.from <= i && i < one.to).map(({ name }) => name);
            expect(part.names).toEqual([...new Set(covering)].sort());
          }
        }
        expect(at).toBe(to);
      }),
    );
  });
});

describe("paragraphs", () => {
  const check = (text: string) => paragraphs(text).map(({ from, to }) => text.slice(from, to));
  it("lie between blank lines of any kind", () => {
    expect(check("a\n\nb")).toEqual(["a", "b"]);
    expect(check("a\r\n \r\nb\r\n\r\n")).toEqual(["a", "b"]);
    expect(check("\n\na\n \t\n\n\nb\nc\n")).toEqual(["a", "b\nc\n"]);
    expect(check(" \n ")).toEqual([]);
    expect(check("")).toEqual([]);
  });
  it("keep line breaks that mean something", () => {
    const long = "This line is as long as a line of wrapped prose commonly is, or so.";
    const kinds = (text: string) => paragraphs(text).map(({ isLines, isHeader }) => [isLines, isHeader]);
    expect(kinds(`${long}\n${long}\nand ends.`)).toEqual([[false, false]]);
    expect(kinds("One thing\nAnother thing\nA third")).toEqual([[true, false]]);
    expect(kinds(`Publication: Letter Volume: 4\n\n${long}`)).toEqual([
      [true, true],
      [false, false],
    ]);
    expect(kinds(`${long}\n\nNote: nothing more.`)).toEqual([
      [false, false],
      [false, false],
    ]);
  });
});

describe("marks", () => {
  const marks = actMarks(reading, utf16Offsets(reading.text));
  it("lie on the words of their triggers, behind a character of two units", () => {
    expect(marks.length).toBeGreaterThan(8);
    for (const { act, from, to } of marks) expect(reading.text.slice(from, to)).toBe(act.trigger.text);
  });
  it("tell what is asserted from what is only spoken of", () => {
    const standings = Object.fromEntries(marks.map(({ id, standing }) => [id, standing]));
    expect(standings).toMatchObject({
      "event-warned": null,
      "event-refused": null,
      "inner-withdraw": "demanded",
      "inner-freeze": "threatened",
    });
  });
  it("on the same words are one thing to click on", () => {
    const groups = clusters(marks);
    const calls = groups.find((group) => group.marks.some(({ id }) => id === "event-call-norland"));
    expect(calls?.marks.map(({ id }) => id)).toEqual(["event-call-norland", "event-call-westmark"]);
    for (let i = 1; i < groups.length; i++) expect(groups[i]!.from).toBeGreaterThanOrEqual(groups[i - 1]!.to);
    expect(groups.flatMap((group) => group.marks)).toHaveLength(marks.length);
  });
});

describe("dates in words", () => {
  it.each([
    ["1998-10-05", "5 October 1998"],
    ["1998-10", "October 1998"],
    ["1998", "1998"],
    ["1998-02/..", "since February 1998"],
    ["../1998-10-05", "until 5 October 1998"],
    ["1998-10-05/1998-10-07", "5 October 1998 to 7 October 1998"],
    ["XXXX-10-05", "5 October, year not known"],
    ["1998-10~", "about October 1998"],
    ["199X", "199X"],
    ["../..", "not known"],
    ["something else", "something else"],
  ])("%s is %s", (edtf, words) => expect(dateWords(edtf)).toBe(words));
  it("fall back on the days where there is no EDTF", () => {
    expect(datesWords({ date: "1998-10-04", enddate: "1998-10-05", date_edtf: null })).toBe(
      "4 October 1998 to 5 October 1998",
    );
    expect(datesWords({ date: null, enddate: "1998-10-05", date_edtf: null })).toBe("until 5 October 1998");
    expect(datesWords({ date: null, date_edtf: null })).toBeNull();
  });
});

describe("addresses", () => {
  it("of acts lead back to them", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (report, act) => {
        expect(parseAddress(reportAddress(report, act), "")).toEqual({ page: "report", report, act });
      }),
    );
  });
  it("that are none lead nowhere", () => {
    for (const path of ["/reports/", "/reports/a/b", "/x", "/reports/%E0%A4%A", "//"]) {
      expect(parseAddress(path, "")).toEqual({ page: "nowhere" });
    }
  });
  it("carry the words of the filter", () => {
    expect(parseAddress("/", "?q=a%20b")).toEqual({ page: "list", words: "a b" });
  });
});

describe("types of the page", () => {
  it("are those of the server", () => expect(summariesAgree && pagesAgree).toBe(true));
});
