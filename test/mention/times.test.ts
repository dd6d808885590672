import { describe, expect, it } from "vitest";
import { readText, wordsText } from "../support/read.ts";

/** The date expressions of a text, read on a Tuesday, with their values. */
function check(text: string): string[] {
  const { doc, mentions } = readText(text, { date: "1998-10-06" });
  return mentions.times.map(({ start, end, value }) => `${wordsText(doc, start, end)} = ${value.edtf}`);
}

describe("a date expression", () => {
  it.each([
    ["The envoy met the minister on Friday.", "on Friday = 1998-10-02"],
    ["The envoy will meet the minister on Friday.", "on Friday = 1998-10-09"],
    ["The envoy said he would meet the minister on Friday.", "on Friday = 1998-10-09"],
    ["The parties agreed to meet on Friday.", "on Friday = 1998-10-09"],
    ["The troops must leave the town by Friday.", "by Friday = ../1998-10-09"],
    ["The troops had left the town by Friday.", "by Friday = ../1998-10-02"],
    ["The envoy condemned the rebels for Monday's attack.", "Monday = 1998-10-05"],
    ["The minister was angered by Monday’s attack.", "Monday = 1998-10-05"],
    ["The army has shelled the town for two weeks.", "for two weeks = 1998-09-22/1998-10-06"],
    [
      "Talks were held from February 3 to June 7, 1997.",
      "from February 3 to June 7, 1997 = 1997-02-03/1997-06-07",
    ],
    ["The siege lasted from 3 to 7 May.", "from 3 to 7 May = 1998-05-03/1998-05-07"],
  ])("%s", (text, expected) => {
    expect(check(text)).toEqual([expected]);
  });

  it.each([
    "The army shelled the town for two weeks.",
    "The rebels burned houses in 2000 villages.",
    "Troops may march on the town.",
    "The following day the talks ended.",
  ])("is none in: %s", (text) => {
    expect(check(text)).toEqual([]);
  });

  it("counts from the day that the sentence before told", () => {
    expect(check("The envoy arrived on May 3, 1998. The following day he met the minister.")).toEqual([
      "on May 3, 1998 = 1998-05-03",
      "The following day = 1998-05-04",
    ]);
    expect(
      check("The envoy arrived on May 3, 1998. He rested. He slept. The following day he met the minister."),
    ).toEqual(["on May 3, 1998 = 1998-05-03"]);
  });
});
