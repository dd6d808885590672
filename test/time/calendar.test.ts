import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  between,
  checkedDate,
  dateOfNumber,
  dayNumber,
  daysInMonth,
  inMonth,
  inYear,
  onDay,
  parseIsoDate,
  weekdayOf,
  yearless,
} from "../../src/time/index.ts";

/** What the platform's own calendar says of a day's number. */
function platformDate(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

describe("days", () => {
  it("have the numbers that the platform gives them, over eight centuries", () => {
    for (let number = -170_000; number < 120_000; number += 13) {
      const date = platformDate(number);
      expect(dateOfNumber(number)).toBe(date);
      expect(dayNumber(date)).toBe(number);
      expect(weekdayOf(date)).toBe(new Date(`${date}T00:00:00Z`).getUTCDay() || 7);
    }
  });

  it.each([
    ["1998-10-05", 1, "1998-10-06"],
    ["1998-12-31", 1, "1999-01-01"],
    ["2000-02-28", 1, "2000-02-29"],
    ["1900-02-28", 1, "1900-03-01"],
    ["1999-03-01", -1, "1999-02-28"],
    ["1999-03-01", 0, "1999-03-01"],
  ])("%s and %i days are %s", (date, days, sum) => {
    expect(addDays(date, days)).toBe(sum);
  });

  it.each([
    ["1998-10-05", 3, "1999-01-05"],
    ["1998-10-31", 1, "1998-11-30"],
    ["2000-02-29", 12, "2001-02-28"],
    ["1998-01-15", -1, "1997-12-15"],
    ["1998-01-15", -25, "1995-12-15"],
  ])("%s and %i months are %s", (date, months, sum) => {
    expect(addMonths(date, months)).toBe(sum);
  });
});

describe("the calendar", () => {
  it.each([
    [1998, 2, 28],
    [2000, 2, 29],
    [1900, 2, 28],
    [2024, 2, 29],
    [1998, 4, 30],
    [1998, 12, 31],
  ])("gives %i-%i %i days", (year, month, days) => {
    expect(daysInMonth(year, month)).toBe(days);
  });

  it.each([
    [1998, 2, 29],
    [1998, 13, 1],
    [1998, 0, 1],
    [1998, 4, 31],
    [1998, 4, 0],
    [0, 4, 1],
  ])("has no day %i-%i-%i", (year, month, day) => {
    expect(checkedDate(year, month, day)).toBeNull();
  });

  it.each(["1998-2-1", "1998-02-30", "19980201", "1998-02-01T00:00", " 1998-02-01", ""])(
    "does not read %j as a day",
    (text) => {
      expect(parseIsoDate(text)).toBeNull();
    },
  );
});

describe("ranges", () => {
  it("carry their form in EDTF", () => {
    expect(onDay("1998-10-05")).toEqual({ first: "1998-10-05", last: "1998-10-05", edtf: "1998-10-05" });
    expect(between("1998-10-05", "1998-10-05")).toEqual(onDay("1998-10-05"));
    expect(between("1998-10-05", null).edtf).toBe("1998-10-05/..");
    expect(between(null, "1998-10-05").edtf).toBe("../1998-10-05");
    expect(inMonth(2000, 2)).toEqual({ first: "2000-02-01", last: "2000-02-29", edtf: "2000-02" });
    expect(inYear(1998)).toEqual({ first: "1998-01-01", last: "1998-12-31", edtf: "1998" });
    expect(yearless(10, 5)).toEqual({ first: null, last: null, edtf: "XXXX-10-05" });
    expect(yearless(10, null).edtf).toBe("XXXX-10");
  });
});
