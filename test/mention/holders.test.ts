import { describe, expect, test } from "vitest";
import { compileHolders, heldOffice } from "../../src/mention/holders.ts";
import { makeTable } from "../../src/resource/index.ts";
import { checkEntities, checkMarks, type Setting } from "./support.ts";

const COLUMNS = [
  "name",
  "aliases",
  "surname",
  "alone",
  "gender",
  "country",
  "sector",
  "office",
  "from",
  "until",
];

const holders = compileHolders({
  lexicon: {
    holders: makeTable({
      name: "holders",
      path: "holders.tsv",
      columns: COLUMNS,
      cells: [
        "Ana Berg||Berg|yes|she|NOR|GOV|foreign minister|1994|1996-06-30",
        "Ana Berg||Berg|yes|she|NOR|GOV|prime minister|1996-07-01|2000-02",
        "Lars Berg||Berg|yes|he|SWE|GOV|defense minister|1999-05|2003",
        "Omar Haddun|Omar al-Haddun|Haddun; al-Haddun||he|QAT|GOV|emir|1995-06-27|",
        "Jon Vale||Vale|yes|he|USA|GOV|president|1990|1993",
        "Jon Vale Jr.|Jon Vale|Vale|yes|he|USA|GOV|president|2001|2009-01-20",
      ].map((line) =>
        line.replace("; ", " | ").split("|").length > COLUMNS.length ? fix(line) : line.split("|"),
      ),
      lines: [5, 6, 7, 8, 9, 10],
    }),
  } as never,
});

/** "a; b" is a list in one cell. */
function fix(line: string): string[] {
  return line.split("|").map((cell) => cell.replace("; ", "|"));
}

type Wanted = readonly [code: string, sector: string | null, office: string] | null;

const CASES: readonly (readonly [name: string, day: string | null, title: string | null, wanted: Wanted])[] =
  [
    ["Ana Berg", "1995-03-01", null, ["NOR", "GOV", "foreign minister"]],
    ["Ana Berg", "1997-03-01", null, ["NOR", "GOV", "prime minister"]],
    ["Ana Berg", "2010-03-01", null, ["NOR", "ELI", "prime minister"]],
    ["Ana Berg", "1990-03-01", null, ["NOR", null, "foreign minister"]],
    ["Berg", "1997-03-01", null, ["NOR", "GOV", "prime minister"]],
    ["Berg", "1999-08-01", null, null],
    ["Berg", "1999-08-01", "Defence Minister", ["SWE", "GOV", "defense minister"]],
    ["Berg", "1999-08-01", "Prime Minister", ["NOR", "GOV", "prime minister"]],
    ["Berg", "2002-08-01", null, ["SWE", "GOV", "defense minister"]],
    ["Berg", "2005-08-01", "", ["SWE", "ELI", "defense minister"]],
    ["Berg", "2012-08-01", null, null],
    ["Haddun", "2001-08-01", null, null],
    ["Haddun", "2001-08-01", "Emir", ["QAT", "GOV", "emir"]],
    ["Omar al-Haddun", "2001-08-01", null, ["QAT", "GOV", "emir"]],
    ["Jon Vale", "1991-08-01", null, ["USA", "GOV", "president"]],
    ["Jon Vale", "2005-08-01", null, ["USA", "GOV", "president"]],
    ["Nora Vale", "2005-08-01", null, null],
  ];

describe("the office of a person on a day", () => {
  test.each(CASES)("%s on %s as %s", (name, day, title, wanted) => {
    const found = heldOffice(holders, name, day, title);
    expect(found && [found.holder.code, found.sector, found.holder.office]).toEqual(wanted);
  });
});

const MARKS: readonly (readonly [text: string, setting?: Setting])[] = [
  ["[Boris Yeltsin|person RUS GOV | president] called the talks useful.", { date: "1998-06-01" }],
  ["[Yeltsin|person RUS GOV | president] flew to Minsk.", { date: "1998-06-01" }],
  ["[Mr. Yeltsin|person RUS GOV | president] flew to Minsk.", { date: "1998-06-01" }],
  ["[Former President Boris Yeltsin|person RUS ELI | former President] spoke.", { date: "2003-06-01" }],
  ["[Boris Yeltsin|person RUS ELI] spoke.", { date: "2003-06-01" }],
  ["[President Clinton|person USA GOV | President] spoke in Skopje.", { date: "1999-06-22" }],
  [
    "[Slobodan Milošević|person YUG GOV | president] received [Kofi Annan|person UNO - | secretary general].",
    { date: "1999-06-22" },
  ],
  ["[Slobodan Milosevic|person YUG GOV | president] received the envoys.", { date: "1999-06-22" }],
  ["[Theresa May|person GBR GOV | prime minister] met the Irish premier.", { date: "2018-03-05" }],
  ["[The Yeltsin government|role RUS GOV] fell.", { date: "1999-06-22" }],
];

describe("office holders in a text", () => {
  test.each(MARKS.map((mark) => [mark[0], mark] as const))("%s", (_, [text, setting]) =>
    checkMarks(text, setting),
  );

  test("a stranger of the same surname keeps the name", () => {
    checkMarks("[Maria Clinton|person - MED], a nurse, spoke. [Clinton|person - MED] left.", {
      date: "1999-06-22",
    });
  });

  test("a surname refers back to the full name", () => {
    checkEntities(
      "Slobodan Milosevic met the envoys. Milosevic said nothing.",
      [["Slobodan Milosevic", "Milosevic"]],
      { date: "1998-10-05" },
    );
  });

  test("the dates of the tenure are kept", () => {
    const found = heldOffice(holders, "Ana Berg", "1997-03-01", "Prime Minister");
    expect([found?.holder.since, found?.holder.to]).toEqual(["1996-07-01", "2000-02"]);
  });
});
