import { describe, expect, it } from "vitest";
import { codeEvents } from "../../src/event/index.ts";
import type { Report } from "../../src/report/index.ts";
import { mentionsOf, readMarks, reportOf, testFrames, testParse } from "./support.ts";

/** The dates of the events of a marked text that ends in a citation of this day. */
function datesOf(marked: string, cited: string | null): (string | null)[] {
  const { text, marks } = readMarks(marked);
  const from = text.length - 1;
  const citation = { from, to: text.length, agencies: [], date: cited };
  const report: Report = { ...reportOf(text, "2022-11-15"), citations: [citation] };
  const doc = testParse(report);
  const { events } = codeEvents(doc, report, mentionsOf(doc, marks), testFrames());
  return events.map(({ date }) => date?.edtf ?? null);
}

describe("the day of news without a day of its own", () => {
  const undated = "[Chad|TCD] attacked [Sudan|SDN].";

  it("is that of the agency report it rests on", () => {
    expect(datesOf(undated, "2022-11-14")).toEqual(["2022-11-14"]);
  });

  it("is the report's where the citation has no day, or one long past", () => {
    expect(datesOf(undated, null)).toEqual(["2022-11-15"]);
    expect(datesOf(undated, "2022-10-01")).toEqual(["2022-11-15"]);
  });

  it("is left alone where the text has one", () => {
    expect(datesOf("[Chad|TCD] attacked [Sudan|SDN] {on Sunday|2022-11-13}.", "2022-11-14")).toEqual([
      "2022-11-13",
    ]);
  });
});
