import { describe, expect, it } from "vitest";
import { type DateContext, resolveDate } from "../../src/time/index.ts";

/** A Tuesday. */
const TUESDAY = "1998-10-06";

/** What an expression means on a day, in EDTF; null where it means none. */
function check(
  expression: string,
  anchor: string | null = TUESDAY,
  context: DateContext = {},
): string | null {
  return resolveDate(expression, anchor, context)?.value.edtf ?? null;
}

describe("days that are stated", () => {
  it.each([
    ["October 5, 1998", "1998-10-05"],
    ["October 5 1998", "1998-10-05"],
    ["Oct. 5, 1998", "1998-10-05"],
    ["Oct 5, 1998", "1998-10-05"],
    ["Sept. 30, 1998", "1998-09-30"],
    ["5 October 1998", "1998-10-05"],
    ["5th October 1998", "1998-10-05"],
    ["the 5th of October 1998", "1998-10-05"],
    ["the 5th of October, 1998", "1998-10-05"],
    ["October 5th", "1998-10-05"],
    ["on October 5", "1998-10-05"],
    ["on 5 October", "1998-10-05"],
    ["on the 5th of October", "1998-10-05"],
    ["Monday, October 5", "1998-10-05"],
    ["on Monday, 5 October 1998", "1998-10-05"],
    ["1998-10-05", "1998-10-05"],
    ["early on October 5", "1998-10-05"],
    ["late on October 5", "1998-10-05"],
    ["the evening of October 5", "1998-10-05"],
    ["on the night of October 5", "1998-10-05"],
    ["October 5 last year", "1997-10-05"],
    ["October 5 of last year", "1997-10-05"],
    ["February 29, 2000", "2000-02-29"],
  ])("%s is %s", (expression, edtf) => {
    expect(check(expression)).toBe(edtf);
    expect(resolveDate(expression, TUESDAY)?.basis).toBe("stated");
  });

  it.each([
    ["October 7", "1998-10-07"],
    ["December 24", "1998-12-24"],
    ["January 5", "1999-01-05"],
    ["January 7", "1998-01-07"],
    ["March 3", "1998-03-03"],
    ["by February 15", "../1999-02-15"],
    ["by October 5", "../1998-10-05"],
    ["since October 7", "1997-10-07/.."],
    ["since February 28", "1998-02-28/.."],
    ["until December 1", "../1998-12-01"],
    // 5 October was a Monday in 1998, a Sunday in 1997 and a Tuesday in 1999.
    ["Sunday, October 5", "1997-10-05"],
    ["Thursday, October 5", "1998-10-05"],
  ])("%s has the year that is nearest: %s", (expression, edtf) => {
    expect(check(expression)).toBe(edtf);
  });

  it.each([
    ["October 5", "XXXX-10-05"],
    ["since October 5", "XXXX-10-05/.."],
    ["in October", "XXXX-10"],
    ["from October 5 to October 7", "XXXX-10-05/XXXX-10-07"],
    ["October 5, 1998", "1998-10-05"],
    ["in 1998", "1998"],
    ["the 1990s", "199X"],
  ])("%s is %s where the report's day is not known", (expression, edtf) => {
    expect(check(expression, null)).toBe(edtf);
  });
});

describe("months, seasons, years and decades", () => {
  it.each([
    ["October 1998", "1998-10"],
    ["in October of 1998", "1998-10"],
    ["in October", "1998-10"],
    ["in February", "1998-02"],
    ["in November", "1997-11"],
    ["in May", "1998-05"],
    ["early October", "1998-10"],
    ["mid-September", "1998-09"],
    ["in late September", "1998-09"],
    ["at the end of September", "1998-09"],
    ["the beginning of 1998", "1998"],
    ["since February", "1998-02/.."],
    ["until September", "../1998-09"],
    ["by November", "../1998-11"],
    ["by March", "../1999-03"],
    ["since March 1997", "1997-03/.."],
    ["last February", "1998-02"],
    ["last October", "1997-10"],
    ["next February", "1999-02"],
    ["in October last year", "1997-10"],
    ["in 1998", "1998"],
    ["since 1991", "1991/.."],
    ["until 1991", "../1991"],
    ["the year 1991", "1991"],
    ["in early 1998", "1998"],
    ["late 1998", "1998"],
    ["mid-1998", "1998"],
    ["late in 1998", "1998"],
    ["the summer of 1998", "1998-22"],
    ["in spring 1999", "1999-21"],
    ["last summer", "1998-22"],
    ["last autumn", "1997-23"],
    ["next spring", "1999-21"],
    ["the 1990s", "199X"],
    ["in the 1980s", "198X"],
    ["in the early 1990s", "199X"],
    ["the mid-1990s", "199X"],
    ["since the 1990s", "1990/.."],
    ["until the late 1980s", "../1989"],
    ["1990s", "199X"],
  ])("%s is %s", (expression, edtf) => {
    expect(check(expression)).toBe(edtf);
  });
});

describe("what hangs on the report's day", () => {
  it.each([
    ["today", "1998-10-06"],
    ["yesterday", "1998-10-05"],
    ["tomorrow", "1998-10-07"],
    ["tonight", "1998-10-06"],
    ["last night", "1998-10-05"],
    ["late yesterday", "1998-10-05"],
    ["earlier today", "1998-10-06"],
    ["yesterday evening", "1998-10-05"],
    ["tomorrow morning", "1998-10-07"],
    ["this afternoon", "1998-10-06"],
    ["overnight", "1998-10-05/1998-10-06"],
    ["the day before yesterday", "1998-10-04"],
    ["the day after tomorrow", "1998-10-08"],
    ["until yesterday", "../1998-10-05"],
    ["since yesterday", "1998-10-05/.."],
    ["by tomorrow", "../1998-10-07"],
    ["on Sunday", "1998-10-04"],
    ["Sunday", "1998-10-04"],
    ["on Tuesday", "1998-10-06"],
    ["Wednesday", "1998-09-30"],
    ["Monday night", "1998-10-05"],
    ["on Monday evening", "1998-10-05"],
    ["late Monday", "1998-10-05"],
    ["late on Monday", "1998-10-05"],
    ["early Monday morning", "1998-10-05"],
    ["last Friday", "1998-10-02"],
    ["last Tuesday", "1998-09-29"],
    ["this Friday", "1998-10-09"],
    ["this Monday", "1998-10-05"],
    ["next Monday", "1998-10-12"],
    ["next Friday", "1998-10-16"],
    ["the coming Friday", "1998-10-09"],
    ["this coming Friday", "1998-10-09"],
    ["coming Tuesday", "1998-10-13"],
    ["by Friday", "../1998-10-09"],
    ["by next Friday", "../1998-10-16"],
    ["no later than Friday", "../1998-10-09"],
    ["by Tuesday", "../1998-10-06"],
    ["for Friday", "1998-10-09"],
    ["since Friday", "1998-10-02/.."],
    ["from Friday on", "1998-10-02/.."],
    ["on the 1st", "1998-10-01"],
    ["on the 15th", "1998-09-15"],
    ["by the 15th", "../1998-10-15"],
    ["last week", "1998-09-28/1998-10-04"],
    ["this week", "1998-10-05/1998-10-11"],
    ["earlier this week", "1998-10-05/1998-10-11"],
    ["earlier in the week", "1998-10-05/1998-10-11"],
    ["late last week", "1998-09-28/1998-10-04"],
    ["next week", "1998-10-12/1998-10-18"],
    ["the coming week", "1998-10-12/1998-10-18"],
    ["by the end of the week", "../1998-10-11"],
    ["last month", "1998-09"],
    ["early last month", "1998-09"],
    ["next month", "1998-11"],
    ["by the end of the month", "../1998-10"],
    ["last year", "1997"],
    ["this year", "1998"],
    ["next year", "1999"],
    ["over the weekend", "1998-10-03/1998-10-04"],
    ["last weekend", "1998-10-03/1998-10-04"],
    ["next weekend", "1998-10-17/1998-10-18"],
    ["three days ago", "1998-10-03"],
    ["a week ago", "1998-09-29"],
    ["two months ago", "1998-08"],
    ["some two months ago", "1998-08"],
    ["a year ago", "1997"],
    ["ten days from now", "1998-10-16"],
    ["in the past two weeks", "1998-09-22/1998-10-06"],
    ["over the last three days", "1998-10-03/1998-10-06"],
    ["during the past 48 hours", "1998-10-04/1998-10-06"],
    ["for the past month", "1998-09-06/1998-10-06"],
    ["the past week", "1998-09-29/1998-10-06"],
    ["the last year", "1997-10-06/1998-10-06"],
    ["in the next two weeks", "1998-10-06/1998-10-20"],
    ["in the coming three days", "1998-10-06/1998-10-09"],
  ])("%s is %s", (expression, edtf) => {
    expect(check(expression)).toBe(edtf);
    expect(resolveDate(expression, TUESDAY)?.basis).toBe("relative");
    expect(check(expression, null)).toBeNull();
  });

  it.each([
    ["on Friday", "1998-10-09", "1998-10-02"],
    ["on Tuesday", "1998-10-06", "1998-10-06"],
    ["by Friday", "../1998-10-09", "../1998-10-02"],
    ["until Friday", "../1998-10-09", "../1998-10-02"],
    ["for Friday", "1998-10-09", "1998-10-09"],
    ["since Friday", "1998-10-02/..", "1998-10-02/.."],
    ["in November", "1998-11", "1997-11"],
    ["in February", "1999-02", "1998-02"],
    ["on February 15", "1999-02-15", "1998-02-15"],
    ["on November 15", "1998-11-15", "1997-11-15"],
    ["on the 15th", "1998-10-15", "1998-09-15"],
    ["at the weekend", "1998-10-10/1998-10-11", "1998-10-03/1998-10-04"],
    ["this weekend", "1998-10-10/1998-10-11", "1998-10-03/1998-10-04"],
    ["from Thursday to Saturday", "1998-10-08/1998-10-10", "1998-10-01/1998-10-03"],
  ])("%s is %s beside a verb of the future, %s beside one of the past", (expression, future, past) => {
    expect(check(expression, TUESDAY, { side: "future" })).toBe(future);
    expect(check(expression, TUESDAY, { side: "past" })).toBe(past);
  });

  it("does not know the weekend that a Tuesday calls this one", () => {
    expect(check("this weekend")).toBeNull();
    expect(check("this weekend", "1998-10-08")).toBe("1998-10-10/1998-10-11");
    expect(check("this weekend", "1998-10-11")).toBe("1998-10-10/1998-10-11");
  });

  it("counts a length back only beside a perfect", () => {
    expect(check("for two weeks")).toBeNull();
    expect(resolveDate("for two weeks", TUESDAY, { isPerfect: true })).toEqual({
      value: { first: "1998-09-22", last: "1998-10-06", edtf: "1998-09-22/1998-10-06" },
      basis: "relative",
      bound: "for",
      rule: "duration",
    });
  });
});

describe("two ends", () => {
  it.each([
    ["from 3 to 7 May", "1998-05-03/1998-05-07"],
    ["from May 3 to 7", "1998-05-03/1998-05-07"],
    ["3-7 May", "1998-05-03/1998-05-07"],
    ["May 3-7", "1998-05-03/1998-05-07"],
    ["May 3–7, 1997", "1997-05-03/1997-05-07"],
    ["on 3-7 May 1997", "1997-05-03/1997-05-07"],
    ["from May 30 to June 2", "1998-05-30/1998-06-02"],
    ["from December 30 to January 2", "1998-12-30/1999-01-02"],
    ["from 30 May through 2 June 1997", "1997-05-30/1997-06-02"],
    ["between May 3 and May 7", "1998-05-03/1998-05-07"],
    ["between 3 and 7 May 1997", "1997-05-03/1997-05-07"],
    ["from Thursday to Saturday", "1998-10-01/1998-10-03"],
    ["from Saturday to Monday", "1998-10-03/1998-10-05"],
    ["between Thursday and Saturday", "1998-10-01/1998-10-03"],
    ["from February to June", "1998-02/1998-06"],
    ["February-June 1997", "1997-02/1997-06"],
    ["between November and February", "1997-11/1998-02"],
    ["from 1991 to 1995", "1991/1995"],
    ["between 1991 and 1995", "1991/1995"],
    ["1991-1995", "1991/1995"],
    ["1991-95", "1991/1995"],
    ["from December 30, 1996 to January 2, 1997", "1996-12-30/1997-01-02"],
  ])("%s is %s", (expression, edtf) => {
    expect(check(expression)).toBe(edtf);
  });

  it.each([
    "from 7 to 3 May",
    "from 3 to 7",
    "3-7",
    "3 to 7",
    "1991 to 1995",
    "from 1995 to 1991",
    "from May to 7",
    "from May 3 to 1998",
    "between Thursday to Saturday",
    "from Thursday and Saturday",
    "May 3-32",
  ])("%s is no date", (expression) => {
    expect(check(expression)).toBeNull();
  });
});

describe("what hangs on another day of the text", () => {
  it.each([
    ["the following day", "1998-05-04"],
    ["the next day", "1998-05-04"],
    ["on the following day", "1998-05-04"],
    ["the day after", "1998-05-04"],
    ["the previous day", "1998-05-02"],
    ["the day before", "1998-05-02"],
    ["the same day", "1998-05-03"],
    ["that day", "1998-05-03"],
    ["two days later", "1998-05-05"],
    ["a week earlier", "1998-04-26"],
    ["the following week", "1998-05-04/1998-05-10"],
    ["the following month", "1998-06"],
    ["that year", "1998"],
    ["the next year", "1999"],
  ])("%s is %s where the text told of 3 May, and none where it told of no day", (expression, edtf) => {
    expect(check(expression, TUESDAY, { told: "1998-05-03" })).toBe(edtf);
    expect(check(expression)).toBeNull();
  });
});

describe("what is no date", () => {
  it.each([
    "may",
    "march",
    "the march",
    "on May",
    "for May",
    "Jan",
    "5",
    "the 5th",
    "1998",
    "on 5",
    "at 1998",
    "over 1998",
    "for 2000",
    "October 32",
    "February 30, 1998",
    "February 29, 1999",
    "1998-02-30",
    "1998-13-01",
    "5/10/1998",
    "10.5",
    "October October",
    "October 5 6",
    "5 5 October",
    "October 5 troops",
    "Monday's",
    "Monday Tuesday",
    "Monday 1998",
    "the week",
    "weeks",
    "two weeks",
    "several days ago",
    "a few weeks ago",
    "more than two years ago",
    "nearly a year ago",
    "about ten days ago",
    "days ago",
    "in recent days",
    "in two weeks",
    "within two weeks",
    "last days",
    "next time",
    "the next day",
    "the next week",
    "last winter",
    "the winter of 1998",
    "fall",
    "the fall of Vukovar",
    "spring",
    "of October",
    "October of",
    "the",
    "",
    "   ",
    "early",
    "the end",
    "the end of",
    "October morning",
    "constructor",
    "__proto__ ago",
    "for toString",
  ])("%j", (expression) => {
    expect(check(expression)).toBeNull();
  });

  it("is a text that is longer than any date", () => {
    expect(check(`${"early ".repeat(100_000)}Monday`)).toBeNull();
    expect(check(`Monday${" night".repeat(12)}`)).toBeNull();
  });
});
