import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { codeEvents, compileFrames, type Party } from "../../src/event/index.ts";
import { type ReportLedger, readLedger } from "../../src/ledger/index.ts";
import { compileNames, findMentions } from "../../src/mention/index.ts";
import { parse, readModel } from "../../src/parse/index.ts";
import { readReport } from "../../src/report/index.ts";
import { testResources } from "../support/resources.ts";

const resources = testResources();
const model = readModel(resources.model);
const names = compileNames(resources);
const frames = compileFrames(resources);

/** The ledger of a text of 10 February 1999, a Wednesday, and the words of each event by id. */
function ledgerOf(text: string, date = "1999-02-10"): ReportLedger & { words: (id: string) => string } {
  const report = readReport({ input: "test", text, date, dateGivenBy: "option" }, resources);
  const doc = parse(report, model);
  const mentions = findMentions(doc, report, names);
  const coding = codeEvents(doc, report, mentions, frames);
  const words = (id: string): string => {
    const { from, to } = coding.events.find((event) => event.id === id)!.trigger;
    return text.slice(from, to);
  };
  return { ...readLedger(coding, mentions, doc, report), words };
}

const show = (party: Party | null): string | null =>
  party === null ? null : [party.code, party.sector].filter((part) => part !== null).join(" ");

/** Checks the entries of a text: kind, issuer, addressee, words, day or hour of the deadline, answers. */
function check(text: string, ...entries: readonly string[]) {
  const { entries: found } = ledgerOf(text);
  const lines = found.map((entry) => {
    expect(text.slice(entry.from, entry.to)).toBe(entry.text);
    const until = entry.deadline === null ? "" : ` until ${entry.deadline.expires}`;
    const answers = entry.responses.map(({ party, response }) => `; ${show(party)} ${response}`).join("");
    return `${entry.kind} of ${show(entry.issuer)} to ${show(entry.addressee)}: ${entry.text}${until}${answers}`;
  });
  expect(lines).toEqual(entries);
}

describe("entries", () => {
  it("are demands with the day they run out, and the answer to them", () =>
    check(
      "Turkey demanded on Monday that Syria close the camps near the border within 72 hours. Syria rejected the demand on Tuesday.",
      "demand of TUR to SYR: close the camps near the border within 72 hours until 1999-02-11; SYR refused",
    ));

  it("are demands that an act of refusal answers by what it refuses", () =>
    check(
      "The United States demanded that North Korea halt its missile tests. North Korea refused to halt its missile tests.",
      "demand of USA to PRK: halt its missile tests; PRK refused",
    ));

  it("are a threat, and the demand in its condition", () =>
    check(
      "The Iraqi government warned Kuwait that it would close the border unless Kuwait released the fishermen by noon on Friday.",
      "threat of IRQ GOV to KWT: close the border",
      "demand of IRQ GOV to KWT: released the fishermen by noon on Friday until 1999-02-12T12:00:00",
    ));

  it("are a threat without a demand", () =>
    check("India threatened to cut off trade with Nepal.", "threat of IND to NPL: cut off trade with Nepal"));

  it("are promises with the day they are due", () =>
    check(
      "Sudan promised to withdraw its forces from the border by the end of the month.",
      "promise of SDN to null: withdraw its forces from the border by the end of the month until 1999-02-28",
    ));

  it("are offers, whose addressee is not whom they are about", () =>
    check(
      "The Ethiopian government offered to release 40 prisoners. Eritrea welcomed the offer.",
      "offer of ETH GOV to null: release 40 prisoners; ERI welcomed",
    ));

  it("are agreements between two", () =>
    check(
      "Russia and Georgia signed an agreement on fisheries on Monday.",
      "agreement of RUS to GEO: an agreement on fisheries",
    ));

  it("take a deadline from the sentence that follows", () =>
    check(
      "The United Nations urged Morocco to begin talks with the Polisario Front. The deadline expires on 3 March.",
      "demand of UNO to MAR: begin talks with the Polisario Front until 1999-03-03",
    ));

  it("are proposals that only their refusal tells of", () =>
    check(
      "On Sunday Peru rejected a Brazilian proposal for a ceasefire.",
      "proposal of BRA GOV to null: a Brazilian proposal for a ceasefire; PER refused",
    ));

  it.each([
    "Rain delayed the football match between Brazil and Chile on Sunday.",
    "The Greek parliament elected a new speaker on Monday.",
    "Japanese exports to Mexico rose by 4 percent within the past year.",
    "Soldiers of the Kenyan army attacked a village near the border on Saturday.",
    "The Polish president visited Vilnius in 1997 and met the Lithuanian prime minister.",
    "The Danish government did not threaten to leave the talks with Sweden.",
    "Belgian farmers meet demand for wheat.",
  ])("are not in: %s", (text) => {
    const { entries, ultimatums, mediations } = ledgerOf(text);
    expect({ entries, ultimatums, mediations }).toEqual({ entries: [], ultimatums: [], mediations: [] });
  });
});

describe("ultimatums", () => {
  it("join a demand and a consequence that the text ties", () => {
    const { entries, ultimatums } = ledgerOf(
      "The Iraqi government warned Kuwait that it would close the border unless Kuwait released the fishermen by noon on Friday.",
    );
    expect(ultimatums).toHaveLength(1);
    const [ultimatum] = ultimatums;
    expect(ultimatum!.demands).toEqual(entries.filter(({ kind }) => kind === "demand").map(({ id }) => id));
    expect([ultimatum!.issuer, ultimatum!.threatener, ultimatum!.addressee].map(show)).toEqual([
      "IRQ GOV",
      "IRQ GOV",
      "KWT",
    ]);
    expect(ultimatum!.deadline?.rule).toBe("by-noon-weekday");
    expect(ultimatum!.conveyors).toEqual([]);
  });

  it("point back at the demands before", () => {
    const { entries, ultimatums } = ledgerOf(
      "Turkey demanded that Syria close the camps near the border. Ankara threatened to bomb Syria if Syria did not comply.",
    );
    expect(entries.map(({ kind }) => kind)).toEqual(["demand", "threat"]);
    expect(ultimatums.map(({ demands }) => demands)).toEqual([[entries[0]!.id]]);
  });

  it("need a demand", () => {
    expect(
      ledgerOf("India threatened to cut off trade with Nepal if Nepal attacked the border post.").ultimatums,
    ).toEqual([]);
  });

  it("need a consequence", () => {
    expect(
      ledgerOf("Turkey demanded on Monday that Syria close the camps within 72 hours.").ultimatums,
    ).toEqual([]);
  });
});

describe("mediations", () => {
  it("have the parties of the conflict that is to be averted, and the mediator's acts", () => {
    const { mediations, words } = ledgerOf(
      "Norwegian envoys met the Sri Lankan president on Tuesday in an effort to avert a war with the Tamil Tigers.",
    );
    expect(mediations).toHaveLength(1);
    expect(show(mediations[0]!.mediator)).toMatch(/^NOR/);
    expect(mediations[0]!.between.map((party) => party.code)).toEqual(["LKA", "LKA"]);
    expect(mediations[0]!.aim).toBe("avert a war with the Tamil Tigers");
    expect(mediations[0]!.acts.map(words)).toContain("met");
  });

  it("have those between whom talks are brokered", () => {
    const { mediations } = ledgerOf("Qatar brokered talks between Sudan and Chad in Doha on Sunday.");
    expect(mediations.map(({ mediator, between }) => [show(mediator), ...between.map(show)])).toEqual([
      ["QAT", "SDN", "TCD"],
    ]);
  });

  it("are none where two parties talk for themselves", () => {
    expect(
      ledgerOf("The Iraqi foreign minister met his Kuwaiti counterpart on Sunday to discuss trade.")
        .mediations,
    ).toEqual([]);
  });
});

describe("the worked case", () => {
  const folder = join(import.meta.dirname, "..", "..", "..", "shared", "cases", "moscow-warns-milosevic");
  it.skipIf(!existsSync(folder))("is one ultimatum, told by a conveyor, and one mediation", () => {
    const ledger = ledgerOf(readFileSync(join(folder, "report.txt"), "utf8"), "1998-10-06");
    expect(ledger.ultimatums).toHaveLength(1);
    const [ultimatum] = ledger.ultimatums;
    expect(ultimatum!.issuer).toBeNull();
    expect(ultimatum!.conveyors.map(show)).toEqual(["RUS GOV"]);
    expect(ultimatum!.threatener?.name).toBe("NATO");
    expect(show(ultimatum!.addressee)).toBe("YUG GOV");
    expect(ultimatum!.deadline).toBeNull();
    expect(ultimatum!.demands.length).toBeGreaterThanOrEqual(3);
    const general = ledger.entries.find(({ id }) => id === ultimatum!.general);
    expect(general?.text).toMatch(/^takes “decisive measures”/);
    const specific = ledger.entries.filter((entry) => entry.general === general?.id);
    expect(specific.map(({ id }) => id)).toEqual(ultimatum!.demands);
    expect(ledger.mediations).toHaveLength(1);
    expect(show(ledger.mediations[0]!.mediator)).toBe("RUS GOV");
    expect(ledger.mediations[0]!.between.map((party) => party.code)).toEqual(["IGO", "YUG"]);
  });
});
