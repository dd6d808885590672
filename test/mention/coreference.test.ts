import { describe, expect, test } from "vitest";
import { readText, wordsText } from "../support/read.ts";
import { checkEntities } from "./support.ts";

describe("coreference", () => {
  test("a surname is its bearer", () =>
    checkEntities("Norwegian Prime Minister Anna Berg left. Berg will return.", [
      ["Norwegian Prime Minister Anna Berg", "Berg"],
    ]));

  test("a leader is the head of that state", () =>
    checkEntities("Chadian President John Doe arrived. Rebels warned the Chadian leader.", [
      ["Chadian President John Doe", "the Chadian leader"],
      ["Rebels"],
    ]));

  test("pronouns agree with a person", () =>
    checkEntities("French Foreign Minister Luc Martin met the rebels, and he warned them.", [
      ["French Foreign Minister Luc Martin", "he"],
      ["the rebels", "them"],
    ]));

  test("its is the organisation's", () =>
    checkEntities("NATO said its patience was running out.", [["NATO", "its"]]));

  test("an apposition names the office", () =>
    checkEntities("Luc Martin, the French envoy, spoke to Anna Berg, Norway's foreign minister.", [
      ["Luc Martin", "the French envoy"],
      ["Anna Berg", "Norway's foreign minister"],
    ]));

  test("the office may come first", () =>
    checkEntities("The French envoy, Luc Martin, spoke.", [["The French envoy", "Luc Martin"]]));

  test("the alliance is the alliance last named", () =>
    checkEntities("NATO moved ships. The alliance gave no reason.", [["NATO", "The alliance"]]));

  test("the province is the province last named", () =>
    checkEntities("Fighting spread in Aceh. Troops entered the province.", [["Aceh", "province"]]));

  test("an abbreviation in parentheses is another name", () =>
    checkEntities("The Lake Basin Commission (LBC) met. The LBC adjourned.", [
      ["The Lake Basin Commission", "LBC", "LBC#2"],
    ]));

  test("the delegation is the ministers just named", () =>
    checkEntities("Kenyan ministers met in Juba. The Kenyan delegation left early.", [
      ["Kenyan ministers", "The Kenyan delegation"],
      ["Juba"],
    ]));

  test("two people with one surname stay two", () =>
    checkEntities("President Anna Berg met Karl Berg.", [["President Anna Berg"], ["Karl Berg"]]));

  test("a city that acts and a city acted in are two", () =>
    checkEntities("Tokyo protested. Crowds gathered in Tokyo.", [["Tokyo"], ["Tokyo#2"]]));

  test("the ministers have the named ministers as members", () => {
    const text =
      "Kenyan ministers flew to Juba. The delegation was led by Foreign Minister Anna Berg and Defense Minister Karl Vogel.";
    const { mentions } = readText(text);
    const group = mentions.entities.find(({ name }) => name === "Kenyan ministers");
    const names = group?.members.map((index) => mentions.entities[index]?.name);
    expect(names).toEqual(["Anna Berg", "Karl Vogel"]);
  });

  test("what earlier reports teach gives a bare name its office, and only from its day on", () => {
    const offices = [
      {
        name: "Anna Berg",
        title: "Foreign Minister",
        code: "NOR",
        sector: "GOV",
        date: "1999-01-01",
        report: "a",
      },
    ];
    const read = (date: string) => {
      const { mentions } = readText("Anna Berg left early.", { date, known: { offices } });
      return mentions.entities.find(({ name }) => name === "Anna Berg");
    };
    expect(read("1999-02-01")).toMatchObject({ kind: "person", code: "NOR", isPublic: true });
    expect(read("1998-02-01")).toMatchObject({ code: null, isPublic: false });
  });

  test("a named person has no ethnicity", () => {
    const { mentions } = readText("Kurdish leader Anna Berg and Shiite cleric Karl Vogel spoke.");
    for (const mention of mentions.mentions)
      if (mention.kind === "person") expect([mention.ethnicity, mention.religion]).toEqual([null, null]);
    expect(mentions.mentions.filter(({ kind }) => kind === "person").length).toBeGreaterThan(0);
  });
});

describe("quantities", () => {
  const cases: readonly (readonly [
    text: string,
    words: string,
    counted: string,
    min: number | null,
    max: number | null,
  ])[] = [
    ["At least 12 civilians died.", "At least 12", "civilians", 12, null],
    ["Two ministers resigned.", "Two", "ministers", 2, 2],
    ["Some 3,000 troops crossed.", "Some 3,000", "troops", 3000, 3000],
    ["Between 10 and 15 soldiers fled.", "Between 10 and 15", "soldiers", 10, 15],
    ["Dozens of villagers fled.", "Dozens", "villagers", 24, null],
    ["They held twenty-five hostages.", "twenty-five", "hostages", 25, 25],
    ["Up to 200 people were hurt.", "Up to 200", "people", null, 200],
    ["Two hundred miners marched.", "Two hundred", "miners", 200, 200],
  ];
  for (const [text, words, counted, min, max] of cases)
    test(text, () => {
      const { doc, mentions } = readText(text);
      const found = mentions.quantities.map((one) => [
        wordsText(doc, one.start, one.end),
        doc.form[one.counted],
        one.min,
        one.max,
      ]);
      expect(found).toContainEqual([words, counted, min, max]);
    });
});

describe("times", () => {
  const cases: readonly (readonly [text: string, words: string, edtf: string, bound: string])[] = [
    ["They met on Sunday.", "on Sunday", "1999-03-14", "at"],
    ["They met yesterday.", "yesterday", "1999-03-14", "at"],
    ["They met on October 5, 1998.", "on October 5, 1998", "1998-10-05", "at"],
    ["It may end in May 1999.", "in May 1999", "1999-05", "at"],
    ["Until yesterday they refused.", "Until yesterday", "../1999-03-14", "until"],
  ];
  for (const [text, words, edtf, bound] of cases)
    test(text, () => {
      const { doc, mentions } = readText(text);
      const found = mentions.times.map((one) => [
        wordsText(doc, one.start, one.end),
        one.value.edtf,
        one.bound,
      ]);
      expect(found).toEqual([[words, edtf, bound]]);
    });
});

describe("any text gives mentions that hold together", () => {
  const texts = [
    "",
    "(",
    "((((((((",
    "\u0000\u0001",
    "A",
    "the the the the of of of",
    "NATO NATO NATO NATO NATO",
    "President, of, the",
    "-- 's 's 's",
    "12 12 12 12 of",
  ];
  for (const text of texts)
    test(JSON.stringify(text), () => {
      const { doc, mentions } = readText(text);
      for (const { index, start, end, head, entity } of mentions.mentions) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(doc.wordCount);
        expect(head >= start && head < end).toBe(true);
        expect(mentions.entities[entity]!.mentions).toContain(index);
      }
      for (const word of mentions.mentionOfHead) expect(word).toBeLessThan(mentions.mentions.length);
    });

  test("a text in another language has none", async () => {
    const { engine, plainReport } = await import("../support/read.ts");
    const { parse } = await import("../../src/parse/index.ts");
    const { findMentions } = await import("../../src/mention/index.ts");
    const report = { ...plainReport("Moscow et Paris se taisent depuis lundi."), language: "fr" };
    const doc = parse(report, engine().model);
    expect(findMentions(doc, report, engine().names).mentions).toEqual([]);
  });
});
