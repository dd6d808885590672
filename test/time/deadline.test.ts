import { describe, expect, it } from "vitest";
import { type DeadlineContext, findDeadlines } from "../../src/time/deadline.ts";

/** Tuesday, 6 October 1998; what was said was said on Monday. */
const reported: DeadlineContext = { report: "1998-10-06", speech: null };
const spoken: DeadlineContext = { report: "1998-10-06", speech: "1998-10-05" };

/** Checks the only deadline of a text: its words, when it runs out, and the rule. */
function check(text: string, words: string, expires: string | null, rule: string, context = reported) {
  const found = findDeadlines(text, context);
  expect(found.map((phrase) => [phrase.text, phrase.expires, phrase.rule])).toEqual([[words, expires, rule]]);
  const [phrase] = found;
  expect(text.slice(phrase!.from, phrase!.to)).toBe(words);
}

describe("deadlines", () => {
  it.each([
    [
      "The army must leave by midnight on Friday.",
      "by midnight on Friday",
      "1998-10-10T00:00:00",
      "by-midnight-weekday",
    ],
    [
      "Leave by Friday midnight or face arrest.",
      "by Friday midnight",
      "1998-10-10T00:00:00",
      "by-midnight-weekday",
    ],
    ["It must answer by midnight.", "by midnight", "1998-10-07T00:00:00", "by-midnight-same-day"],
    [
      "It must answer by midnight tomorrow.",
      "by midnight tomorrow",
      "1998-10-08T00:00:00",
      "by-midnight-tomorrow",
    ],
    [
      "Lay down arms by noon local time Thursday.",
      "by noon local time Thursday",
      "1998-10-08T12:00:00",
      "by-noon-weekday",
    ],
    [
      "Lay down arms by 18:00 Moscow time.",
      "by 18:00 Moscow time",
      "1998-10-06T18:00:00+04:00",
      "by-time-same-day",
    ],
    ["They must be gone by 2400 GMT.", "by 2400 GMT", "1998-10-07T00:00:00Z", "by-time-same-day"],
    [
      "They must be gone by 6 p.m. on 8 October.",
      "by 6 p.m. on 8 October",
      "1998-10-08T18:00:00",
      "by-time-date",
    ],
    [
      "They must be gone by 6:30 am Saturday.",
      "by 6:30 am Saturday",
      "1998-10-10T06:30:00",
      "by-time-weekday",
    ],
    [
      "Hand them over by 12 noon (Belgrade time).",
      "by 12 noon (Belgrade time)",
      "1998-10-06T12:00:00+02:00",
      "by-noon-same-day",
    ],
    ["Hand them over by Friday at noon.", "by Friday at noon", "1998-10-09T12:00:00", "by-noon-weekday"],
    ["Reply by Friday.", "by Friday", "1998-10-09", "by-weekday"],
    ["Reply by Tuesday.", "by Tuesday", "1998-10-06", "by-weekday"],
    ["Reply by next Tuesday.", "by next Tuesday", "1998-10-13", "by-next-weekday"],
    ["Reply by Friday night.", "by Friday night", "1998-10-09", "by-weekday"],
    ["Reply by Friday, 16 October.", "by Friday, 16 October", "1998-10-16", "by-date"],
    ["Reply before Friday.", "before Friday", "1998-10-08", "before-weekday"],
    ["Reply before noon on Friday.", "before noon on Friday", "1998-10-09T12:00:00", "before-noon-weekday"],
    ["Withdraw no later than 15 October.", "no later than 15 October", "1998-10-15", "by-date"],
    ["Withdraw no later than 15 February.", "no later than 15 February", "1999-02-15", "by-date"],
    [
      "Withdraw not later than the 15th of January 1999.",
      "not later than the 15th of January 1999",
      "1999-01-15",
      "by-date",
    ],
    ["Withdraw on or before October 20.", "on or before October 20", "1998-10-20", "by-date"],
    ["Withdraw by March 1, 1999, they said.", "by March 1, 1999", "1999-03-01", "by-date"],
    ["Withdraw by 1999-02-01.", "by 1999-02-01", "1999-02-01", "by-date"],
    ["Withdraw by the 20th.", "by the 20th", "1998-10-20", "by-day-of-month"],
    ["Withdraw by the 2nd.", "by the 2nd", "1998-11-02", "by-day-of-month"],
    ["Pay by the end of the month.", "by the end of the month", "1998-10-31", "by-end-of-month"],
    ["Pay by the end of next month.", "by the end of next month", "1998-11-30", "by-end-of-month"],
    ["Pay by the end of the week.", "by the end of the week", "1998-10-11", "by-end-of-week"],
    ["Pay by the end of the year.", "by the end of the year", "1998-12-31", "by-end-of-year"],
    ["Pay by the end of 1999.", "by the end of 1999", "1999-12-31", "by-end-of-year"],
    ["Pay by year's end.", "by year's end", "1998-12-31", "by-end-of-year"],
    ["Pay by the end of February 1999.", "by the end of February 1999", "1999-02-28", "by-end-of-month"],
    ["Pay by the end of November.", "by the end of November", "1998-11-30", "by-end-of-month"],
    ["Pay by the end of the day.", "by the end of the day", "1998-10-06", "by-end-of-day"],
    ["Free them before the end of Ramadan.", "before the end of Ramadan", null, "before-end-of-named-period"],
    ["Free them before Ramadan.", "before Ramadan", null, "before-named-period"],
    ["Free them by Christmas.", "by Christmas", "1998-12-25", "by-date"],
    ["Free them by the weekend.", "by the weekend", "1998-10-11", "by-weekend"],
    ["Free them by tomorrow night.", "by tomorrow night", "1998-10-07", "by-tomorrow"],
    ["Free them by tonight.", "by tonight", "1998-10-06", "by-same-day"],
    ["Free them by dawn on Sunday.", "by dawn on Sunday", "1998-10-11", "by-weekday"],
    ["Free them by next week.", "by next week", "1998-10-18", "by-next-week"],
    ["The rebels have until next week to disarm.", "until next week", "1998-10-18", "until-next-week"],
    ["The court gave the ministry until 3 November.", "until 3 November", "1998-11-03", "until-date"],
    ["The deadline was extended until Sunday.", "until Sunday", "1998-10-11", "until-weekday"],
    ["The militia has only until noon.", "until noon", "1998-10-06T12:00:00", "until-noon-same-day"],
    ["They must go within 72 hours.", "within 72 hours", "1998-10-09", "within-length"],
    ["They must go within 36 hours.", "within 36 hours", "1998-10-08", "within-length"],
    ["They must go within two weeks.", "within two weeks", "1998-10-20", "within-length"],
    ["They must go within a month.", "within a month", "1998-11-06", "within-length"],
    [
      "They must go within the next twenty-four hours.",
      "within the next twenty-four hours",
      "1998-10-07",
      "within-length",
    ],
    ["They must go in the next ten days.", "in the next ten days", "1998-10-16", "within-length"],
    [
      "Leave within ten days of 20 October.",
      "within ten days of 20 October",
      "1998-10-30",
      "within-length-from-day",
    ],
    ["A 96-hour deadline was set.", "96-hour deadline", "1998-10-10", "deadline-length"],
    ["It issued a two-week ultimatum.", "two-week ultimatum", "1998-10-20", "deadline-length"],
    ["It set a deadline of ten days.", "deadline of ten days", "1998-10-16", "deadline-length"],
    [
      "It set a deadline of noon on Friday.",
      "deadline of noon on Friday",
      "1998-10-09T12:00:00",
      "deadline-noon-weekday",
    ],
    ["It set a Friday deadline.", "Friday deadline", "1998-10-09", "deadline-weekday"],
    [
      "The ultimatum expires at midnight on Thursday.",
      "ultimatum expires at midnight on Thursday",
      "1998-10-09T00:00:00",
      "deadline-midnight-weekday",
    ],
    ["The deadline is 1 November.", "deadline is 1 November", "1998-11-01", "deadline-date"],
    ["A 5-day time limit applies.", "5-day time limit", "1998-10-11", "deadline-length"],
    ["The general gave the town 48 hours to surrender.", "48 hours", "1998-10-08", "given-length"],
    ["The envoys have ten days to answer.", "ten days", "1998-10-16", "given-length"],
    ["Answer on Friday at the latest.", "Friday at the latest", "1998-10-09", "by-weekday"],
    ["Answer by Friday at the latest.", "by Friday at the latest", "1998-10-09", "by-weekday"],
  ])("%s", (text, words, expires, rule) => {
    check(text, words, expires, rule);
  });

  it("count from the day of speech where it is known", () => {
    check("They must go within 72 hours.", "within 72 hours", "1998-10-08", "within-length", spoken);
    check("Reply by Monday.", "by Monday", "1998-10-12", "by-weekday", spoken);
    const [phrase] = findDeadlines("They must go within 72 hours.", spoken);
    expect(phrase).toMatchObject({ opens: "1998-10-05", anchor: "speech", zone: null, event: null });
  });

  it.each([
    ["within 72 hours of the ceasefire taking effect", "the ceasefire taking effect"],
    ["within ten days after the signing", "the signing"],
    ["within a year of independence", "independence"],
  ])("%s hangs on an event and no clock", (words, event) => {
    const text = `The sides will swap prisoners ${words}, it said.`;
    const [phrase] = findDeadlines(text, reported);
    expect(phrase).toMatchObject({ text: words, expires: null, opens: null, anchor: "event" });
    expect(text.slice(phrase!.event!.from, phrase!.event!.to)).toBe(event);
  });

  it("keep their words where the report has no date", () => {
    check("Reply by Friday.", "by Friday", null, "by-weekday", { report: null, speech: null });
    check("Reply by 3 May 2001.", "by 3 May 2001", "2001-05-03", "by-date", { report: null, speech: null });
  });

  it("take local time from the caller where it is known", () => {
    const context = { report: "1998-10-06", speech: null, zone: "Europe/Belgrade" };
    check(
      "Go by noon on 26 October.",
      "by noon on 26 October",
      "1998-10-26T12:00:00+01:00",
      "by-noon-date",
      context,
    );
    expect(findDeadlines("Go by noon on 26 October.", context)[0]!.zone).toBe("Europe/Belgrade");
  });

  it.each([
    "Twelve people were killed within the past 72 hours.",
    "The town lies within 30 kilometres of the border.",
    "Unemployment rose by 10 percent.",
    "The bridge was built by Friday's prisoners.",
    "By Monday 30 people had died in the floods.",
    "A 96-hour battle ended near the river.",
    "They agreed to a 72-hour truce.",
    "The envoy stayed until Friday.",
    "Until yesterday the ministry had refused.",
    "The mandate runs for ten days.",
    "Shelling went on for 48 hours.",
    "The army shelled the port in 48 hours of fighting.",
    "Talks resume in two weeks' time.",
    "The law was passed before 1990.",
    "The speech was criticized by May and her ministers.",
    "The deputy was beaten by noonday crowds.",
    "He spoke before the Security Council.",
    "The ministers met on Friday at noon.",
    "The group missed a Friday deadline.",
    "They had spent ten days in the hills.",
    "The treaty of 15 February stands.",
    "The plan was rejected by 15 members.",
    "The two-week-old strike goes on.",
    "Fuel will last three days.",
    "The convoy came within minutes.",
    "Elections were due by 3 March 1996.",
    "It is days before the vote.",
  ])("leaves alone: %s", (text) => {
    expect(findDeadlines(text, reported)).toEqual([]);
  });
});
