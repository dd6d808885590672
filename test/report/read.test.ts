import { describe, expect, it } from "vitest";
import { coverage, type Report, type ReportSource, readReport } from "../../src/report/index.ts";
import { testResources } from "../support/resources.ts";

function report(text: string, given: Partial<ReportSource> = {}): Report {
  return readReport({ input: "case", text, ...given }, testResources());
}

function wordsOf(text: string, ranges: readonly { from: number; to: number }[]): string[] {
  return ranges.map(({ from, to }) => text.slice(from, to));
}

const PROSE = "Norway protested to Denmark on Monday.";

describe("the head of a report", () => {
  it.each([
    ["Publication: Coast Digest Volume: 3 Issue: 41", { publication: "Coast Digest", volume: 3, issue: 41 }],
    [
      "Publication: Coast Digest\nVolume: 3\nIssue: 41",
      { publication: "Coast Digest", volume: 3, issue: 41 },
    ],
    [
      "Title: A quarrel at sea\nSource: Coast Digest\nDate: 6 May 1997",
      { title: "A quarrel at sea", publication: "Coast Digest", date: "1997-05-06" },
    ],
    ["Headline: Boats leave\nPublished: 2001-02-03", { title: "Boats leave", date: "2001-02-03" }],
    ["Date: Tuesday, May 6, 1997", { date: "1997-05-06" }],
    ["Date: 31 June 1997", { date: null }],
    ["Vol.: 12 No.: 7", { volume: 12, issue: 7 }],
    ["Boats leave the strait", { title: "Boats leave the strait" }],
    [
      "FOR IMMEDIATE RELEASE\n\nHarbour Institute welcomes talks",
      { title: "Harbour Institute welcomes talks" },
    ],
  ])("%j", (head, expected) => {
    const read = report(`${head}\n\n${PROSE}`);
    expect(read).toMatchObject(expected);
    expect(wordsOf(read.text, read.blocks)).toEqual([PROSE]);
  });

  it.each([
    ["One sentence without a full stop"],
    ["Norway: a country in the north. It has a coast."],
    ["The minister said: no."],
    ["He asked for one thing. To: nobody."],
  ])("is not %j", (text) => {
    const read = report(text);
    expect(read.title).toBeNull();
    expect(wordsOf(text, read.blocks).join(" ")).toBe(text);
  });
});

describe("paragraphs", () => {
  it.each([
    ["A first one.\n\nA second one.", ["A first one.", "A second one."]],
    ["A first one.\r\n\r\nA second one.", ["A first one.", "A second one."]],
    [
      "Norway protested to Denmark on Monday because of the\nboats that had come into the strait the day before\nand stayed.",
      [
        "Norway protested to Denmark on Monday because of the\nboats that had come into the strait the day before\nand stayed.",
      ],
    ],
    ["The govern-\nment protest-\ned.\nNobody heard.", ["The govern-\nment protest-\ned.", "Nobody heard."]],
    ["Short line one.\nShort line two.", ["Short line one.", "Short line two."]],
    ["1. Norway protested.\n2. Denmark replied.", ["Norway protested.", "Denmark replied."]],
    ["- Norway protested.\n- Denmark replied.", ["Norway protested.", "Denmark replied."]],
    ["Norway protested.\n\n(Reporting by A. Writer; editing by B. Editor)", ["Norway protested."]],
    [
      "The troops withdrew from the\nfort.\nThe mayor had gone\nHome was far.",
      ["The troops withdrew from the\nfort.", "The mayor had gone", "Home was far."],
    ],
    [
      "The rebels made two demands:\n\n(a) The army must leave;\n\n(b) Prisoners must be tried.",
      ["The rebels made two demands:", "The army must leave;", "Prisoners must be tried."],
    ],
    ["Norway protested.\n\nENDS", ["Norway protested."]],
    ["Norway protested.\n\n© 1999 Coast Digest", ["Norway protested."]],
    ["", []],
    ["   \n\n ", []],
  ])("of %j", (text, expected) => expect(wordsOf(text, report(text).blocks)).toEqual(expected));
});

describe("parentheses", () => {
  const given = { date: "1998-05-08" };

  it.each([
    ["(Reuters, Itar-Tass, May 5)", ["Reuters 1998-05-05", "Itar-Tass 1998-05-05"]],
    ["(Reuters, 5 May)", ["Reuters 1998-05-05"]],
    ["(Reuters, May 5, 1997)", ["Reuters 1997-05-05"]],
    ["(Reuters, May 4-5)", ["Reuters 1998-05-05"]],
    ["(Reuters, 3 May; Itar-Tass, 4 May)", ["Reuters 1998-05-03", "Itar-Tass 1998-05-04"]],
    [
      "(Danish and Norwegian agencies, May 5)",
      ["Danish agencies 1998-05-05", "Norwegian agencies 1998-05-05"],
    ],
    ["(Baltic Wire, May 5)", ["Baltic Wire 1998-05-05"]],
    ["(Reuters)", ["Reuters null"]],
    ["(Reuters, Estuary, May 5)", ["Reuters 1998-05-05", "Estuary 1998-05-05"]],
    ["(Reuters, December 30)", ["Reuters 1997-12-30"]],
  ])("%s is a citation", (parentheses, expected) => {
    for (const text of [
      `Norway protested ${parentheses}.`,
      `Norway protested. ${parentheses} Denmark replied.`,
    ]) {
      const read = report(text, given);
      expect(
        read.citations.flatMap(({ agencies }) => agencies.map(({ name, date }) => `${name} ${date}`)),
      ).toEqual(expected);
      expect(wordsOf(text, read.holes)).toEqual([parentheses]);
    }
  });

  it.each([
    ["(OSCE)"],
    ["(see map)"],
    ["(Bergen, May 5)"],
    ["(Oslo, May 5)"],
    ["(in May 5 towns)"],
    ["(the largest since May 5)"],
    ["(NATO)"],
    ["(aged 45)"],
    ["(May 5)"],
  ])("%s is none", (parentheses) => {
    const read = report(`Norway protested ${parentheses}.`, given);
    expect(read.citations).toEqual([]);
    expect(read.crossReferences).toEqual([]);
    expect(read.holes).toEqual([]);
  });

  it.each([
    ["(see the Coast Digest, May 4)", "Coast Digest 1998-05-04"],
    ["(see also Coast Digest, 4 May)", "Coast Digest 1998-05-04"],
    ["(see the Monitor, May 4)", "Monitor 1998-05-04"],
    ["(see the Monitor)", "Monitor null"],
  ])("%s is a cross-reference", (parentheses, expected) => {
    const read = report(`Norway protested ${parentheses}.`, given);
    expect(read.crossReferences.map(({ publication, date }) => `${publication} ${date}`)).toEqual([expected]);
    expect(read.citations).toEqual([]);
  });

  it("take an abbreviation for what it spells out, and no citation", () => {
    expect(report("Officials met at the Ghana News Agency (GNA).", given).citations).toEqual([]);
    expect(report("Officials met in Accra on Monday (GNA).", given).citations).toHaveLength(1);
  });

  it("reads a thousand nested ones in time that grows with their number", () => {
    const text = `Norway ${"(".repeat(1000)}protested${")".repeat(1000)}.`;
    expect(report(text).citations).toEqual([]);
  });
});

describe("a dateline", () => {
  it.each([
    ["OSLO, May 5 (Reuters) - ", { place: "Oslo", agency: "Reuters" }],
    ["GENEVA (AFP) — ", { place: "Geneva", agency: "AFP" }],
    ["Moscow, 5 May /Itar-Tass/. ", { place: "Moscow", agency: "Itar-Tass" }],
    ["NEW YORK, 5 May 1998 -- ", { place: "New York", agency: null }],
    ["(Reuters) - ", { place: null, agency: "Reuters" }],
  ])("%j", (line, expected) => {
    const text = `${line}${PROSE}`;
    const read = report(text, { date: "1998-05-06" });
    expect(read.dateline).toMatchObject(expected);
    expect(wordsOf(text, read.holes)).toEqual([line]);
  });

  it.each([
    ["Norway - a small country - protested to Denmark."],
    ["Oslo protested on May 5 - the third time this year."],
    ["The minister, who came on May 5, said: no."],
    ["NATO – which has sixteen members – met."],
  ])("is not in %j", (text) => expect(report(text).dateline).toBeNull());

  it("gives the day where nothing else does", () => {
    expect(report(`Bergen, 18 October 2012 - ${PROSE}`)).toMatchObject({
      date: "2012-10-18",
      dateBasis: "header",
    });
    expect(report(`BERGEN, Oct. 18 (Reuters) - ${PROSE}`)).toMatchObject({
      date: null,
      dateEdtf: "XXXX-10-18",
    });
  });
});

describe("the day of a report", () => {
  const head = "Publication: Carrowmere Digest Volume: 5 Issue: 9";

  it.each([
    [
      "is the given one",
      `${head}\n\nNorway protested yesterday (Reuters, May 5).`,
      { date: "1998-07-01" },
      "1998-07-01",
      "option",
    ],
    [
      "follows the day cited where the text says yesterday",
      `${head}\n\nNorway protested yesterday (Reuters, May 5).`,
      {},
      "1998-05-06",
      "citation",
    ],
    [
      "passes the turn of the year",
      `${head}\n\nNorway protested yesterday (Reuters, December 31).`,
      {},
      "1998-01-01",
      "citation",
    ],
    [
      "is the next day of issue otherwise",
      `${head}\n\nNorway protested (Reuters, May 8).`,
      {},
      "1998-05-11",
      "profile",
    ],
  ])("%s", (_, text, given, date, dateBasis) => {
    expect(report(text, given)).toMatchObject({ date, dateEdtf: date, dateBasis });
  });

  it("stays partial where no year can be had", () => {
    const text =
      "Publication: Coast Digest Volume: 5 Issue: 9\n\nNorway protested yesterday (Reuters, May 5).";
    expect(report(text)).toMatchObject({ date: null, dateEdtf: "XXXX-05-06", dateBasis: "citation" });
    expect(report(PROSE)).toMatchObject({ date: null, dateEdtf: null, dateBasis: "none" });
  });
});

describe("identity", () => {
  it("is of the text and of what is given, never of where it was found", () => {
    const id = report(PROSE).id;
    expect(report(PROSE, { input: "elsewhere.txt" }).id).toBe(id);
    expect(report(PROSE, { title: "Another" }).id).toBe(id);
    for (const given of [
      { date: "1998-05-05" },
      { publication: "A" },
      { volume: 1 },
      { issue: 1 },
      { url: "a" },
    ]) {
      expect(report(PROSE, given).id, JSON.stringify(given)).not.toBe(id);
    }
    expect(report(`${PROSE} `).id).not.toBe(id);
  });

  it("does not let fields run into each other", () => {
    expect(report(PROSE, { volume: 1, issue: 12 }).id).not.toBe(report(PROSE, { volume: 11, issue: 2 }).id);
    expect(report(PROSE, { publication: "" }).id).not.toBe(report(PROSE).id);
  });
});

describe("language", () => {
  it.each([
    ["en", "The ministers met in Oslo and agreed that the boats would leave."],
    ["en", "Norway attacked Denmark."],
    ["en", "Der Spiegel said that Norway had withdrawn its boats from the strait."],
    [
      "de",
      "Die Minister trafen sich in Oslo und einigten sich darauf, dass die Boote die Enge verlassen werden.",
    ],
    [
      "fr",
      "Les ministres se sont réunis à Oslo et ont décidé que les bateaux quitteraient le détroit dans la semaine.",
    ],
    [
      "es",
      "Los ministros se reunieron en Oslo y decidieron que los barcos saldrían del estrecho para el fin de la semana.",
    ],
    ["ru", "Министры встретились в Осло и решили, что суда покинут пролив."],
    ["ar", "اجتمع الوزراء في أوسلو وقرروا مغادرة السفن"],
    ["zh", "部长们在奥斯陆会面，决定船只离开海峡。"],
    ["ja", "大臣たちはオスロで会い、船が海峡を離れることを決めた。"],
    ["und", "12345 !!! 67"],
  ])("%s: %s", (language, text) => expect(report(text).language).toBe(language));

  it("is what the row says, English apart", () => {
    expect(report(PROSE, { language: "nb-NO" }).language).toBe("nb");
    expect(report(PROSE, { language: "en-GB" }).language).toBe("en");
  });
});

describe("coverage", () => {
  it("goes back to the citation before or to the start of the paragraph; a cross-reference covers its sentence", () => {
    const text =
      "One is here. Two is here (Reuters, May 5). Three is here (see the Monitor, May 4).\n\nFour. Five (Itar-Tass, May 5).";
    const read = report(text, { date: "1998-05-06" });
    const sentence = (words: string) => ({
      from: text.indexOf(words),
      to: text.indexOf(words) + words.length,
    });
    const sentences = ["One is here.", "Two is here", "Three is here", "Four.", "Five"].map(sentence);
    const covers = coverage(read, sentences);
    expect(wordsOf(text, covers.citations)).toEqual(["One is here. Two is here", "Four. Five"]);
    expect(wordsOf(text, covers.crossReferences)).toEqual(["Three is here"]);
  });
});
