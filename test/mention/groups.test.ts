import { describe, expect, test } from "vitest";
import { readText, wordsText } from "../support/read.ts";
import { checkMarks } from "./support.ts";

/** The last mention with these words must stand for members with these codes and sectors, in any order. */
function checkMembers(text: string, phrase: string, members: readonly string[], date = "1999-03-15"): void {
  const { doc, mentions } = readText(text, { date });
  const found = mentions.mentions.filter(({ start, end }) => wordsText(doc, start, end) === phrase).at(-1);
  expect(found, phrase).toBeDefined();
  const parts = found!.members.map((index) => {
    const member = mentions.mentions[index]!;
    const reading = member.readings[0];
    return [reading?.code ?? mentions.entities[member.entity]!.code ?? "-", reading?.sector ?? "-"].join(" ");
  });
  expect(parts.sort()).toEqual([...members].sort());
}

type Case = readonly [text: string, phrase: string, members: readonly string[]];

const OWNERS: readonly Case[] = [
  ["Kenyan and Ugandan ministers met in Juba.", "Kenyan and Ugandan ministers", ["KEN GOV", "UGA GOV"]],
  [
    "Danish, Dutch and Polish diplomats flew home.",
    "Danish, Dutch and Polish diplomats",
    ["DNK GOV", "NLD GOV", "POL GOV"],
  ],
  ["U.S. and Canadian forces landed.", "U.S. and Canadian forces", ["USA MIL", "CAN MIL"]],
  ["Leaders of Peru and Chile spoke.", "Leaders of Peru and Chile", ["PER GOV", "CHL GOV"]],
  [
    "The foreign ministers of Spain, Italy and Greece met.",
    "The foreign ministers of Spain, Italy and Greece",
    ["ESP GOV", "ITA GOV", "GRC GOV"],
  ],
  ["Yugoslav and Serbian officials agreed.", "Yugoslav and Serbian officials", []],
  ["Peruvian army officers resigned.", "Peruvian army officers", []],
  ["The president of Chad and a Sudanese envoy met.", "The president of Chad", []],
];

const TAKEN_UP: readonly Case[] = [
  [
    "Peru and Chile signed a truce. The two governments praised it.",
    "The two governments",
    ["PER -", "CHL -"],
  ],
  ["Chad accused Sudan of raids. The two countries recalled envoys.", "countries", ["TCD -", "SDN -"]],
  ["Tokyo and Seoul agreed. Both sides were content.", "Both sides", ["JPN GOV", "KOR GOV"]],
  [
    "French President Luc Martin and German Chancellor Karl Vogel met. The two leaders embraced.",
    "The two leaders",
    ["FRA GOV", "DEU GOV"],
  ],
  [
    "Kenyan Foreign Minister Anna Berg and Defense Minister Karl Vogel left. They will return.",
    "They",
    ["KEN GOV", "KEN GOV"],
  ],
  ["Peru and Chile said they would meet.", "they", ["PER -", "CHL -"]],
  [
    "The Chadian delegation arrived. The Sudanese delegation was late. Both delegations left.",
    "Both delegations",
    ["TCD GOV", "SDN GOV"],
  ],
  ["The Chadian delegation met Italy and Spain. Both delegations left.", "Both delegations", []],
  ["Peru signed a truce. The two governments praised it.", "The two governments", []],
  ["Rebels shelled the town and troops fled. They wept.", "They", []],
  ["Envoys flew from Oslo. The parties to the conflict kept silent.", "The parties", []],
];

for (const [name, cases] of [
  ["a phrase with several owners has a member for each", OWNERS],
  ["a plural takes up those named together", TAKEN_UP],
] as const)
  describe(name, () => {
    for (const [text, phrase, members] of cases)
      test(`${text} → ${phrase}`, () => checkMembers(text, phrase, members));
  });

describe("phrases find their code in the text before", () => {
  const cases = [
    "NATO waited. The alliance's [secretary general|role IGO -] did not.",
    "Ministers of the European Union met. [The ministers|role EUR -] agreed.",
    "The Contact Group met. [The six governments|organization IGO -] agreed.",
    "Sudan closed [its embassy|role SDN GOV] in Chad.",
    "[The Kosovo Albanian delegation|role YUG CVL | Albanian] signed.",
    "[Kosovo Albanian negotiators|role YUG CVL | Albanian] signed.",
    "Yesterday [commanders|role - MIL] signed; on Friday [commanders|role - MIL] left.",
    "[Gen. Orlov|person - MIL | Gen.] ordered a halt.",
    "The Contact Group met NATO envoys. [The six governments|role - GOV] agreed.",
    "Chad protested. Chad rejected [foreign troops|role - MIL] and left at 3 [p.m.|none] on Friday.",
    "[The Chadian army command|role TCD MIL] ordered a withdrawal.",
    "The door's [hinge|none] broke and its [paint|none] peeled.",
  ];
  for (const text of cases) test(text, () => checkMarks(text, { date: "1999-03-15" }));
});

describe("states that no list has", () => {
  const cases = [
    "[Varnian artillery|role - MIL] shelled the town, and [Varnia|state - -] denied it.",
    "[The Oslavian army|role - MIL] withdrew before French troops came.",
    "[Varnia|state - -]'s government fell.",
    "A [Varnian|state - -] spokesman denied it.",
    "Anna Berg met the [Oslavian|state - -] foreign minister.",
    "[Maria|common - -] accused her sister.",
    "[Victorian|common - -] government buildings burned.",
    "[Civilian|none] officials left.",
    "[Doran|common - -] wrote, and Doran's government fell.",
  ];
  for (const text of cases) test(text, () => checkMarks(text));

  test("their people take no other state's code", () => {
    const { mentions } = readText("France closed its ports. France protested. Oslavian troops left.");
    const troops = mentions.entities.find(({ name }) => name === "Oslavian troops");
    expect(troops).toMatchObject({ code: null, sector: "MIL" });
  });
});
