import { describe, expect, it } from "vitest";
import {
  agreementOf,
  type CorpusAct,
  type CorpusCoding,
  flattenActs,
  matchActs,
  nominalAlpha,
  readCodings,
  readCorpus,
} from "../../src/record/index.ts";
import { readSettling, settlementOf, writeSettling } from "../../training/corpus/settle.ts";
import { readActs } from "../../training/corpus/sheet.ts";
import { read } from "../checkout.ts";

const TEXT =
  "Kordavia demanded on Tuesday that Varenia free the crew, and police arrested three sailors at the port.";

function coded(...lines: string[]): CorpusAct[] {
  return parsed(readActs(lines, TEXT));
}

function parsed(acts: unknown): CorpusAct[] {
  const { items, problems } = readCodings(JSON.stringify({ id: "t-01", coder: "t", acts }));
  expect(problems).toEqual([]);
  return items[0]!.acts;
}

const demand = "E REQUEST yield 105 | demanded | a Kordavia=XKO/- | r Varenia=XVA/- | date on Tuesday";
const release = ".c RETREAT release 0841 | free | a Varenia=XVA/- | r the crew=XKO/CVL";
const arrest = "E COERCE arrest 173 | arrested | a police=XKO/COP | r three sailors=XVA/CVL | arr three=3";

describe("Krippendorff's alpha", () => {
  it("is that of the textbook example", () => {
    // Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), B: binary data, two observers, ten units.
    const a = "0100000000".split("");
    const b = "1110010100".split("");
    expect(nominalAlpha(a.map((value, index) => [value, b[index]!]))).toBeCloseTo(0.095, 3);
  });

  it("counts units with more values and passes over those with one", () => {
    // The same paper, C: nominal data, four observers, with gaps.
    const columns = ["1 2 3 3 2 1 4 1 2 _ _ _", "1 2 3 3 2 2 4 1 2 5 _ 3", "_ 3 3 3 2 3 4 2 2 5 1 _"];
    columns.push("1 2 3 3 2 4 4 1 2 5 1 _");
    const units = columns[0]!
      .split(" ")
      .map((_, unit) => columns.map((column) => column.split(" ")[unit]!).filter((value) => value !== "_"));
    expect(nominalAlpha(units)).toBeCloseTo(0.743, 3);
  });

  it("is none where nothing varies", () => expect(nominalAlpha([["a", "a"]])).toBeNull());
});

describe("acts of two codings", () => {
  it("are matched by trigger, then by type and actor", () => {
    const { pairs, onlyFirst, onlySecond } = matchActs(
      coded(demand, release, arrest),
      coded(demand, arrest.replace("| arrested |", "| sailors |").replace("173", "172")),
    );
    expect(pairs.map(({ first, second, by }) => [first, second, by])).toEqual([
      [0, 0, "trigger"],
      [2, 1, "type"],
    ]);
    expect([onlyFirst, onlySecond]).toEqual([[1], []]);
  });

  it("agree wholly with themselves", () => {
    const acts = coded(demand, release, arrest);
    const rows = agreementOf([
      { first: acts, second: acts },
      { first: [], second: [] },
    ]);
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.every(({ value, low, high }) => value === 1 && low === 1 && high === 1)).toBe(true);
  });

  it("are counted field by field", () => {
    const other = [
      demand.replace("yield 105", "yield,change 102"),
      arrest.replace("police=XKO/COP", "police=XVA/-"),
    ];
    const rows = agreementOf([{ first: coded(demand, release, arrest), second: coded(...other) }]);
    const value = (field: string) => rows.find((row) => row.field === field)?.value;
    expect(value("events found by both")).toBe(1);
    expect(value("inner acts found by both")).toBe(0);
    expect(value("modes: same set")).toBe(0.5);
    expect(value("CAMEO code")).toBe(0.5);
    expect(value("CAMEO root")).toBe(1);
    expect(value("party: country or organisation")).toBe(0.75);
    expect(value("date found by both")).toBe(1);
    expect(value("hedge found by both")).toBeUndefined();
  });
});

describe("settling", () => {
  const second = [
    "E REQUEST yield 102 | demanded | a Kordavia=XKO/GOV | r Varenia=XVA/- | date Tuesday",
    "E COERCE arrest 173 | arrested | a police=XKO/COP | r sailors=XVA/CVL | arr three=3 | place the port=XKO",
  ];

  it("leaves to a person what matters and no more", () => {
    const { differences, trivial } = settlementOf(TEXT, coded(demand, release, arrest), coded(...second));
    expect(differences.map(({ about, first, second }) => [about, first, second])).toEqual([
      ["“demanded” cameo", "105", "102"],
      ["“demanded” a", "a Kordavia=XKO/-", "a Kordavia=XKO/GOV"],
      ["“arrested” r", "r three sailors=XVA/CVL", "r sailors=XVA/CVL"],
      ["“arrested”", "-", "place the port=XKO"],
      ["only first", `${release.slice(1)} (c of “demanded” Uu hypothetical)`, "-"],
    ]);
    expect(trivial).toBe(1);
  });

  it("makes the settled acts of the answers", () => {
    const settlement = settlementOf(TEXT, coded(demand, release, arrest), coded(...second));
    const sheet = writeSettling("t", "w9", [{ id: "t-01", text: TEXT, settlement }]);
    expect(readSettling(sheet).items).toEqual([]);
    const { coder, items } = readSettling(sheet.replace("= _ _ _ _ _", "= {1052} 2 1 21"));
    expect(coder).toBe("w9");
    expect(settlement.settle(items[0]!.choices)).toEqual([
      demand
        .replace("105", "1052")
        .replace("Kordavia=XKO/-", "Kordavia=XKO/GOV")
        .replace("on Tuesday", "Tuesday"),
      release,
      "E COERCE arrest 173 | arrested | a police=XKO/COP | r three sailors=XVA/CVL | place the port=XKO | arr three=3",
    ]);
    expect(settlement.settle(["1", "1", "1", "1", "2"])).toHaveLength(2);
    expect(() => settlement.settle(["1"])).toThrow("1 decisions for 5 differences");
  });

  it("takes acts in full, and “none”", () => {
    const text = `# settle t coder w9\n## 01\n${TEXT}\n1 x: a || b\n${demand}\n${release}\n## 02 = none\n## 03 = 1 _\n`;
    expect(readSettling(text).items.map(({ id, lines }) => [id, lines])).toEqual([
      ["t-01", [demand, release]],
      ["t-02", []],
    ]);
  });

  it("gives back either coding of the corpus when all is decided for it", () => {
    const { items } = readCorpus(read("data/corpus/train/b004.jsonl"));
    let tried = 0;
    for (const { text, acts } of items) {
      const other = disturbed(acts);
      const { differences, settle } = settlementOf(text, acts, other);
      tried += differences.length;
      const settled = (choice: string) => parsed(readActs(settle(differences.map(() => choice)), text));
      expect(essence(settled("1"))).toEqual(essence(acts));
      expect(essence(settled("2"))).toEqual(essence(other));
    }
    expect(tried).toBeGreaterThan(100);
  });
});

/** Another coder's acts: first content left out, modes and codes changed, an event that is the first's content. */
function disturbed(acts: readonly CorpusAct[]): CorpusCoding["acts"] {
  return acts.map((act, index) => ({
    ...act,
    content: act.content.slice(index % 2),
    modes: index % 2 === 0 ? [] : act.modes,
    cameo: null,
    actors: act.actors.map((party) => ({ ...party, code: "USA" })),
    recipients: act.recipients.slice(1),
    date: null,
    consequence: index % 3 === 0 ? null : act.consequence,
  }));
}

/** Acts without the order in which they and their lists stand. */
function essence(acts: readonly CorpusAct[]): string[] {
  const list = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).sort();
  return flattenActs(acts)
    .map(({ act: { content, consequence, purpose, ...act }, slot }) =>
      JSON.stringify({
        ...act,
        slot,
        modes: list(act.modes),
        actors: list(act.actors),
        recipients: list(act.recipients),
      }),
    )
    .sort();
}
