import { describe, expect, it } from "vitest";
import { CsvReader } from "../../src/report/csv.ts";
import { type ReportSource, readSources } from "../../src/report/index.ts";

type Format = "text" | "csv" | "jsonl";

function check(text: string, format: Format, given: { date?: string; publication?: string } = {}) {
  const { sources, problems } = readSources(text, { input: "in.x", format, ...given });
  return { sources, problems, faults: problems.map(({ code, line }) => `${code}:${line ?? "-"}`) };
}

function texts(sources: readonly ReportSource[]): string[] {
  return sources.map(({ text }) => text);
}

describe("plain text", () => {
  it("is one report, with what the caller says of it", () => {
    const { sources, problems } = check("The envoy left.\n\nTalks go on.", "text", {
      date: "1998-03-05",
      publication: "Carrowmere Digest",
    });
    expect(problems).toEqual([]);
    expect(sources).toEqual([
      {
        input: "in.x",
        text: "The envoy left.\n\nTalks go on.",
        date: "1998-03-05",
        dateGivenBy: "option",
        publication: "Carrowmere Digest",
      },
    ]);
  });

  it("loses a byte order mark and nothing else", () => {
    expect(texts(check("\uFEFF  The envoy left.\r\n", "text").sources)).toEqual(["  The envoy left.\r\n"]);
  });

  it("is several reports where a header of publication and number recurs after an empty line", () => {
    const text =
      "Publication: Digest Volume: 2 Issue: 7\n\nThe envoy left.\n\nPublication: Digest Volume: 2 Issue: 7\n\nTalks go on.\n";
    const { sources } = check(text, "text");
    expect(sources.map(({ input }) => input)).toEqual(["in.x#1", "in.x#2"]);
    expect(texts(sources).join("")).toBe(text);
    expect(sources[1]!.text).toMatch(/^Publication: Digest Volume: 2 Issue: 7\n\nTalks go on/);
  });

  it.each([
    ["in the midst of a paragraph", "The envoy left.\nPublication: Digest Volume: 2\nTalks go on."],
    ["without a number", "The envoy left.\n\nPublication: it was put off again.\n\nTalks go on."],
    ["inside a line", "The envoy left.\n\nSee Publication: Digest Volume: 2 for more."],
  ])("is one report where such words stand %s", (_, text) => {
    expect(texts(check(text, "text").sources)).toEqual([text]);
  });

  it("has no report before a header that empty lines precede", () => {
    expect(
      check("\n\nPublication: Digest Volume: 2 Issue: 7\n\nThe envoy left.", "text").sources,
    ).toHaveLength(1);
  });

  it.each([
    ["", "empty:-"],
    [" \r\n\t\n", "empty:-"],
    ["a".repeat(2_000_001), "too-large:-"],
  ])("is refused where there is nothing, or too much, of it", (text, fault) => {
    const { sources, faults } = check(text, "text");
    expect(sources).toEqual([]);
    expect(faults).toEqual([fault]);
  });
});

describe("CSV", () => {
  it("reads the named columns in any order and case, and passes over others", () => {
    const { sources, problems } = check(
      "Volume,ID,Colour,TEXT,date,title,publication,issue,url,language\n4,a1,red,The envoy left.,1998-10-06,A title,Digest,183,https://digest.example/1,en\n",
      "csv",
    );
    expect(problems).toEqual([]);
    expect(sources).toEqual([
      {
        input: "a1",
        text: "The envoy left.",
        title: "A title",
        date: "1998-10-06",
        dateGivenBy: "header",
        publication: "Digest",
        volume: 4,
        issue: 183,
        url: "https://digest.example/1",
        language: "en",
      },
    ]);
  });

  it.each([
    ["commas", "id,text\n1,One\n2,Two\n"],
    ["semicolons", "id;text\n1;One\n2;Two\n"],
    ["tabs", "id\ttext\n1\tOne\n2\tTwo\n"],
    ["Windows' line ends", "id,text\r\n1,One\r\n2,Two\r\n"],
    ["line ends of old", "id,text\r1,One\r2,Two\r"],
    ["a byte order mark", "\uFEFFid,text\n1,One\n2,Two"],
    ["no last line end", "id,text\n1,One\n2,Two"],
    ["empty lines", "id,text\n\n1,One\n\n2,Two\n\n"],
    ["quoted names and cells", '"id","text"\n"1","One"\n"2","Two"\n'],
  ])("reads %s", (_, csv) => {
    const { sources, problems } = check(csv, "csv");
    expect(problems).toEqual([]);
    expect(sources.map(({ input, text }) => [input, text])).toEqual([
      ["1", "One"],
      ["2", "Two"],
    ]);
  });

  it("keeps line ends, delimiters and doubled quotation marks inside quotes", () => {
    const { sources } = check('id,text\n1,"He said ""no"", twice,\r\nand left."\n2,""""\n', "csv");
    expect(texts(sources)).toEqual(['He said "no", twice,\r\nand left.', '"']);
  });

  it("names rows without id by file and line, counting lines inside quotes", () => {
    const { sources } = check('text\n"One\n\nmore"\nTwo\n', "csv");
    expect(sources.map(({ input }) => input)).toEqual(["in.x:2", "in.x:5"]);
  });

  it("says what is wrong with a row, and reads the others", () => {
    const { sources, faults } = check(
      "id,text,date\n1,One,1998-02-30\n2,,1998-02-01\n3,Three,1998-02-01\n4,Four,soon\n5,Five,1998-02-01,more\n6\n7,Seven,\n",
      "csv",
      { date: "1998-03-01" },
    );
    expect(faults).toEqual(["bad-date:2", "empty:3", "bad-date:5", "bad-row:6", "no-text:7"]);
    expect(sources.map(({ input, date, dateGivenBy }) => [input, date, dateGivenBy])).toEqual([
      ["3", "1998-02-01", "header"],
      ["7", "1998-03-01", "option"],
    ]);
  });

  it.each([
    ["id,body\n1,One\n", "no-text-column:1"],
    ["", "empty:1"],
    ['id,text\n1,"One\n2,Two\n', "open-quote:2"],
  ])("refuses %j", (csv, fault) => {
    const { sources, faults } = check(csv, "csv");
    expect(sources).toEqual([]);
    expect(faults).toEqual([fault]);
  });

  it("passes over a row that is too large, and reads the next", () => {
    const large = `id,text\n1,${'a"b, '.repeat(1_200_000)}\n2,Two\n`;
    const { sources, faults } = check(large, "csv");
    expect(faults).toEqual(["too-large:2"]);
    expect(texts(sources)).toEqual(["Two"]);
  });

  it("holds no more than one row of nothing but delimiters", () => {
    expect(check(`id,text\n${",".repeat(5_000_000)}\n2,Two\n`, "csv").faults).toEqual(["too-large:2"]);
  });

  it("gives the same reports however the text is cut into pieces", () => {
    const csv = '\uFEFFid,text\r\n1,"One ""and""\r\nmore"\r\n2,""\r\n3,"Three"\r\n4,Four\r\n';
    const whole = check(csv, "csv");
    for (let cut = 1; cut < csv.length; cut++) {
      const reader = new CsvReader("in.x", {});
      const readings = [...reader.push(csv.slice(0, cut)), ...reader.push(csv.slice(cut)), ...reader.end()];
      expect(readings.flatMap((reading) => ("source" in reading ? [reading.source] : []))).toEqual(
        whole.sources,
      );
    }
    expect(whole.faults).toEqual(["empty:4"]);
  });
});

describe("JSON lines", () => {
  it("reads an object a line", () => {
    const { sources, problems } = check(
      '{"id": 7, "text": "One", "volume": "4", "issue": 12}\n\n{"text": "Two", "date": "1999-01-02T08:00:00Z"}\r\n',
      "jsonl",
    );
    expect(problems).toEqual([]);
    expect(sources.map(({ input, text, volume, issue, date }) => [input, text, volume, issue, date])).toEqual(
      [
        ["7", "One", 4, 12, null],
        ["in.x:3", "Two", null, null, "1999-01-02"],
      ],
    );
  });

  it("says what is wrong with a line, and reads the others", () => {
    const { sources, faults } = check(
      '{"text": "One"\n[1, 2]\n"words"\nnull\n{"id": 1}\n{"text": ["One"]}\n{"text": "Two", "date": "1999-13-01"}\n{"text": "Three"}\n',
      "jsonl",
    );
    expect(faults).toEqual([
      "bad-json:1",
      "bad-json:2",
      "bad-json:3",
      "bad-json:4",
      "no-text:5",
      "no-text:6",
      "bad-date:7",
    ]);
    expect(texts(sources)).toEqual(["Three"]);
  });

  it("says of brackets nested a million deep that they are no JSON", () => {
    expect(check("[".repeat(1_000_000), "jsonl").faults).toEqual(["bad-json:1"]);
  });
});
