import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ReportFacts, settleLedger } from "../../src/ledger/index.ts";
import { act, entry, harm, report, response } from "./build.ts";

/** The states of all entries, by id. */
function states(reports: readonly ReportFacts[], asOf: string | null = null) {
  return Object.fromEntries(settleLedger(reports, asOf).map((row) => [row.id, row.state]));
}

/** NATO's demand of 5 October, with the withdrawal that it asks for as a coded content. */
const content = act({ id: "c", by: ["YUG GOV"], does: "RETREAT withdraw", place: "Kosovo", at: 2 });
const said = (id: string, date: string) =>
  act({ id, by: ["IGO (NATO)"], to: ["YUG GOV"], does: "REQUEST yield", date, content: [content] });
const demanded = report("a", "1998-10-06", [entry("d1")], [said("d1-said", "1998-10-05")]);
const withdrawal = (date: string, more: Partial<Parameters<typeof act>[0]> = {}) =>
  act({
    id: `w-${date}`,
    by: ["YUG MIL"],
    does: "RETREAT withdraw",
    date,
    place: "Kosovo",
    words: "withdrew",
    at: 90,
    ...more,
  });

describe("identity", () => {
  const same = (one: Parameters<typeof entry>[1], other: Parameters<typeof entry>[1]) =>
    settleLedger([
      report("a", "1998-10-06", [entry("x", one)]),
      report("b", "1998-10-08", [entry("y", other)]),
    ]).length === 1;

  it("joins two tellings whose parties, act and object agree", () => {
    expect(same({}, {})).toBe(true);
    expect(same({}, { text: "pull its troops out of the province", matter: "pull troop" })).toBe(true);
    expect(same({ to: "YUG" }, { to: "YUG GOV" })).toBe(true);
    expect(same({ matter: "end hostility" }, { matter: "halt fighting" })).toBe(true);
  });

  it("keeps another issuer apart", () => expect(same({}, { issuer: "RUS GOV" })).toBe(false));
  it("keeps another addressee apart", () => expect(same({}, { to: "ALB GOV" })).toBe(false));
  it("keeps an addressee apart whom only one names", () => expect(same({}, { to: null })).toBe(false));
  it("keeps another performer apart", () => expect(same({}, { performer: "IGO (OSCE)" })).toBe(false));
  it("keeps another kind apart", () => expect(same({}, { kind: "proposal" })).toBe(false));
  it("keeps another act apart", () => expect(same({}, { matter: "disarm army (Kosovo)" })).toBe(false));
  it("keeps another object apart", () =>
    expect(same({}, { matter: "withdraw ambassador (Kosovo)" })).toBe(false));
  it("keeps another place apart", () => expect(same({}, { matter: "withdraw army (Bosnia)" })).toBe(false));
  it("keeps two organizations with one code apart", () =>
    expect(same({}, { issuer: "IGO (OSCE)" })).toBe(false));
  it("takes an organization's officials for it", () =>
    expect(same({}, { issuer: "IGO (NATO officials)" })).toBe(true));

  it("joins versions without an issuer, and keeps each conveyor's telling", () => {
    const rows = settleLedger([
      report("a", "1998-10-06", [entry("x", { issuer: null, conveyors: ["RUS GOV"] })]),
      report("b", "1998-10-07", [entry("y", { issuer: null, conveyors: ["USA GOV"] })]),
    ]);
    expect(rows).toHaveLength(1);
    expect(rows[0]!.issuer).toBeNull();
    expect(rows[0]!.tellings.map(({ by }) => by?.code)).toEqual(["RUS", "USA"]);
  });

  it("joins a conveyed version to the issuer who would carry it out, and to no other", () => {
    const open = { issuer: null, conveyors: ["RUS GOV"], threatener: "IGO (NATO)" };
    expect(same(open, {})).toBe(true);
    expect(same(open, { issuer: "GBR GOV" })).toBe(false);
  });

  it("compares threats by their harm", () => {
    const strikes = {
      kind: "threat",
      threatener: "IGO (NATO)",
      harm: harm("ASSAULT aerial", "IGO (NATO)", "YUG"),
    } as const;
    const more = { ...strikes, matter: "attack country" };
    const embargo = { ...strikes, harm: harm("SANCTION embargo", "IGO (NATO)", "YUG") };
    expect(same(strikes, more)).toBe(true);
    expect(same(strikes, embargo)).toBe(false);
  });
});

describe("tellings", () => {
  it("are compared word by word with the first", () => {
    const [row] = settleLedger([
      report("a", "1998-10-06", [entry("x")]),
      report("b", "1998-10-07", [entry("y", { text: "withdraw all its forces from Kosovo" })]),
    ]);
    expect(row!.text).toBe("withdraw its army from Kosovo");
    expect(row!.tellings.map(({ report: by, added, dropped }) => ({ by, added, dropped }))).toEqual([
      { by: "a", added: [], dropped: [] },
      { by: "b", added: ["all", "forces"], dropped: ["army"] },
    ]);
  });
});

describe("states of a demand", () => {
  it("begin as open, with the event that made it", () => {
    const [row] = settleLedger([demanded]);
    expect(row).toMatchObject({ state: "open", deadline: null, deadline_passed: null });
    expect(row!.history).toEqual([{ date: "1998-10-05", state: "open", event_id: "d1-said" }]);
  });

  it("follow the act of the addressee", () => {
    const done = report("b", "1998-10-28", [], [withdrawal("1998-10-27")]);
    expect(settleLedger([demanded, done])[0]).toMatchObject({
      state: "complied",
      history: [{ state: "open" }, { state: "complied", date: "1998-10-27", event_id: "w-1998-10-27" }],
    });
  });

  it("say in part where the sentence does", () => {
    const sentence = "The army began to withdraw from Kosovo.";
    expect(
      states([demanded, report("b", "1998-10-28", [], [withdrawal("1998-10-27", { sentence })])]),
    ).toEqual({
      d1: "complied-in-part",
    });
  });

  it.each([
    ["another's withdrawal", withdrawal("1998-10-27", { by: ["ALB MIL"] })],
    ["a withdrawal elsewhere", withdrawal("1998-10-27", { place: "Bosnia" })],
    ["an earlier withdrawal", withdrawal("1998-10-01")],
    ["one that did not happen", withdrawal("1998-10-27", { factuality: "CT-" })],
    ["one told as history", withdrawal("1998-10-27", { auxiliary: ["historical"] })],
    ["another act", withdrawal("1998-10-27", { does: "RETREAT release" })],
  ])("stay open at %s", (_, event) => {
    expect(states([demanded, report("b", "1998-10-28", [], [event])])).toEqual({ d1: "open" });
  });

  it("are refused by the addressee alone", () => {
    const refused = (by: string) =>
      report(
        "b",
        "1998-10-07",
        [],
        [act({ id: "no", by: [by], does: "REJECT yield", date: "1998-10-06", content: [content] })],
      );
    expect(states([demanded, refused("YUG GOV")])).toEqual({ d1: "refused" });
    expect(states([demanded, refused("RUS GOV")])).toEqual({ d1: "open" });
    expect(settleLedger([demanded, refused("YUG GOV")])[0]!.responses).toMatchObject([
      { response: "refused", event: "no" },
    ]);
  });

  it("do not follow from acceptance in words", () => {
    const accepted = report("a", "1998-10-06", [
      entry("x", { responses: [response("YUG GOV", "accepted", "yes")] }),
    ]);
    expect(states([accepted])).toEqual({ x: "open" });
  });

  it("move on from refusal to compliance", () => {
    const refused = report("b", "1998-10-08", [
      entry("x", { responses: [response("YUG GOV", "refused", "no")] }),
    ]);
    const done = report("c", "1998-10-28", [], [withdrawal("1998-10-27")]);
    expect(settleLedger([demanded, refused, done])[0]!.history.map(({ state }) => state)).toEqual([
      "open",
      "refused",
      "complied",
    ]);
  });

  it("are unclear where one day has evidence on both sides", () => {
    const refused = act({
      id: "no",
      by: ["YUG GOV"],
      does: "REJECT yield",
      date: "1998-10-27",
      content: [content],
    });
    expect(states([demanded, report("b", "1998-10-28", [], [withdrawal("1998-10-27"), refused])])).toEqual({
      d1: "unclear",
    });
  });

  it("let the same words be a new demand once the old one is over, and an old one told again be the old", () => {
    const done = report("b", "1998-10-28", [], [withdrawal("1998-10-27")]);
    const again = report("c", "1999-01-20", [entry("d2")], [said("d2-said", "1999-01-19")]);
    const told = report("c", "1999-01-20", [entry("d2")], [said("d2-said", "1998-10-05")]);
    expect(states([demanded, done, again])).toEqual({ d1: "complied", d2: "open" });
    expect(states([demanded, done, told])).toEqual({ d1: "complied" });
  });
});

describe("states of a threat", () => {
  const strikes = harm("ASSAULT aerial", "IGO (NATO)", "YUG");
  const threat = entry("t", {
    kind: "threat",
    threatener: "IGO (NATO)",
    harm: strikes,
    text: "air strikes",
    matter: "strike",
  });
  const made = act({
    id: "t-said",
    by: ["IGO (NATO)"],
    to: ["YUG"],
    does: "THREATEN violence",
    date: "1999-01-30",
  });
  const threatened = report("a", "1999-02-01", [threat], [made]);
  const later = (sketch: Partial<Parameters<typeof act>[0]>) =>
    report(
      "b",
      "1999-03-25",
      [],
      [
        act({
          id: "e",
          by: ["IGO (NATO)"],
          to: ["YUG"],
          does: "ASSAULT aerial",
          date: "1999-03-24",
          ...sketch,
        }),
      ],
    );

  it("are carried out by the threatener against the addressee", () => {
    expect(states([threatened, later({})])).toEqual({ t: "carried-out" });
    expect(states([threatened, later({ by: ["ALB MIL"] })])).toEqual({ t: "open" });
    expect(states([threatened, later({ to: ["ALB"] })])).toEqual({ t: "open" });
    expect(states([threatened, later({ does: "ASSAULT beat" })])).toEqual({ t: "open" });
    expect(states([threatened, later({ does: "THREATEN violence" })])).toEqual({ t: "open" });
  });

  it("are suspended or withdrawn where the sentence speaks of them", () => {
    const sentence = "The alliance suspended its activation order.";
    expect(states([threatened, later({ does: "CONCEDE", words: "suspended", sentence })])).toEqual({
      t: "suspended",
    });
    expect(
      states([threatened, later({ does: "CONCEDE", words: "lifted", sentence: "It lifted the threat." })]),
    ).toEqual({ t: "withdrawn" });
    expect(
      states([threatened, later({ does: "CONCEDE", words: "lifted", sentence: "It lifted the curfew." })]),
    ).toEqual({ t: "open" });
  });
});

describe("states of offers, promises and warnings", () => {
  const offer = (...responses: ReturnType<typeof response>[]) =>
    report("a", "1998-10-06", [entry("o", { kind: "offer", issuer: "RUS GOV", responses })]);

  it("follow the addressee's answer", () => {
    expect(states([offer(response("YUG GOV", "accepted", "yes"))])).toEqual({ o: "accepted" });
    expect(states([offer(response("YUG GOV", "accepted-with-conditions", "yes"))])).toEqual({
      o: "accepted-with-conditions",
    });
    expect(states([offer(response("YUG GOV", "refused", "no"))])).toEqual({ o: "refused" });
    expect(states([offer(response("YUG GOV", "welcomed", "hm"))])).toEqual({ o: "open" });
    expect(states([offer(response("IGO (NATO)", "refused", "no"))])).toEqual({ o: "open" });
  });

  it("keep each party's own answer", () => {
    const row = settleLedger([
      offer(response("IGO (NATO)", "refused", "no"), response("YUG GOV", "accepted", "yes")),
    ])[0]!;
    expect(row.responses.map(({ party, response: how }) => [party.code, how])).toEqual([
      ["IGO", "refused"],
      ["YUG", "accepted"],
    ]);
    expect(row.state).toBe("accepted");
  });

  it("keep or break a promise by the act of the one who gave it", () => {
    const promised = report(
      "a",
      "1998-10-06",
      [entry("p", { kind: "promise", issuer: "YUG GOV", to: null })],
      [act({ id: "p-said", by: ["YUG GOV"], does: "CONCEDE", date: "1998-10-05", content: [content] })],
    );
    const refused = act({
      id: "no",
      by: ["YUG GOV"],
      does: "REJECT yield",
      date: "1998-10-20",
      content: [content],
    });
    expect(states([promised, report("b", "1998-10-28", [], [withdrawal("1998-10-27")])])).toEqual({
      p: "kept",
    });
    expect(states([promised, report("b", "1998-10-28", [], [refused])])).toEqual({ p: "broken" });
  });

  it("are none for a warning", () => {
    const [row] = settleLedger([report("a", "1998-10-06", [entry("w", { kind: "warning" })])]);
    expect(row).toMatchObject({ state: null, history: [] });
  });
});

describe("deadlines", () => {
  const passed = (expires: string, asOf: string) =>
    settleLedger([report("a", "1998-10-06", [entry("x", { expires })])], asOf)[0]!.deadline_passed;

  it("pass when their day is over, or their hour has come", () => {
    expect(passed("1998-10-09", "1998-10-09")).toBe(false);
    expect(passed("1998-10-09", "1998-10-10")).toBe(true);
    expect(passed("1998-10-10T00:00:00+02:00", "1998-10-10")).toBe(true);
    expect(passed("1998-10-09T12:00:00", "1998-10-09")).toBe(false);
  });

  it("change with an extension, and the state does not", () => {
    const rows = settleLedger([
      report("a", "1998-10-06", [entry("x", { expires: "1998-10-09" })]),
      report("b", "1998-10-10", [entry("y", { expires: "1998-10-17" })]),
    ]);
    expect(rows).toMatchObject([
      { id: "x", state: "open", deadline: { expires: "1998-10-17" }, deadline_passed: false },
    ]);
  });
});

describe("as of", () => {
  it("counts reports published by then", () => {
    const done = report("b", "1998-10-28", [], [withdrawal("1998-10-27")]);
    expect(states([demanded, done], "1998-10-20")).toEqual({ d1: "open" });
    expect(settleLedger([demanded, done], "1998-10-01")).toEqual([]);
  });
});

describe("settling", () => {
  const arbitrary = fc.array(
    fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      issuer: fc.constantFrom("IGO (NATO)", "RUS GOV", null),
      matter: fc.constantFrom("withdraw army (Kosovo)", "pull troop", "end hostility", "release prisoner"),
      answer: fc.constantFrom(null, "refused", "accepted", "welcomed") as fc.Arbitrary<
        "refused" | "accepted" | "welcomed" | null
      >,
      does: fc.constantFrom(null, "RETREAT withdraw", "RETREAT ceasefire", "REJECT yield"),
    }),
    { minLength: 1, maxLength: 8 },
  );

  it("does not hang on the order of reports, nor on one that comes twice", () => {
    fc.assert(
      fc.property(arbitrary, fc.infiniteStream(fc.nat()), (sketches, order) => {
        const reports = sketches.map(({ day, issuer, matter, answer, does }, i) => {
          const date = `1998-10-${String(day).padStart(2, "0")}`;
          const responses = answer === null ? [] : [response("YUG GOV", answer, `r${i}-answer`)];
          const events = [said(`r${i}-e-said`, date)];
          if (does !== null)
            events.push(act({ id: `r${i}-act`, by: ["YUG GOV"], does, date, at: 90, content: [content] }));
          return report(`r${i}`, date, [entry(`r${i}-e`, { issuer, matter, responses })], events);
        });
        const keys = new Map(reports.map(({ report: id }) => [id, order.next().value as number]));
        const shuffled = [...reports].sort((one, other) => keys.get(one.report)! - keys.get(other.report)!);
        expect(settleLedger([...shuffled, shuffled[0]!])).toEqual(settleLedger(reports));
      }),
      { seed: 1998, numRuns: 200 },
    );
  });
});
