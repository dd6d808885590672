import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { checkCorpus } from "../../src/cli/corpus/check.ts";
import { loadCodes } from "../../src/cli/corpus/codes.ts";
import { nearDuplicates } from "../../src/cli/corpus/duplicates.ts";
import { loadCorpus } from "../../src/cli/corpus/files.ts";
import { markdownOf } from "../../src/cli/corpus/markdown.ts";
import { logisticRegression, testRotation } from "../../src/cli/corpus/rotation.ts";
import { actsWithin, checkItem, doubtsOf, readCorpus } from "../../src/record/index.ts";
import { assignParts } from "../../training/corpus/assign.ts";
import { readSheet, writeSheet } from "../../training/corpus/sheet.ts";
import { read, root } from "../checkout.ts";

const folder = `${root}data/corpus`;
const data = `${root}data`;
const found = checkCorpus(folder, data);
const corpus = loadCorpus(folder);
const made: string[] = [];

afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true });
});

/** A copy of the corpus in which one line of one file was changed, and the codes of what is then wrong. */
function checkChanged(file: string, change: (line: Record<string, unknown>) => void, into = file): string[] {
  const copy = mkdtempSync(join(tmpdir(), "corpus-"));
  made.push(copy);
  cpSync(folder, copy, {
    recursive: true,
    filter: (path) => !/b\d+\.jsonl$/.test(path) || /b001/.test(path),
  });
  const [first, ...rest] = readFileSync(join(copy, file), "utf8").trimEnd().split("\n");
  const line = JSON.parse(first!) as Record<string, unknown>;
  change(line);
  if (into === file) writeFileSync(join(copy, file), `${[JSON.stringify(line), ...rest].join("\n")}\n`);
  else {
    mkdirSync(dirname(join(copy, into)), { recursive: true });
    writeFileSync(join(copy, into), `${JSON.stringify(line)}\n`);
  }
  return checkCorpus(copy, data).problems.map(({ code }) => code);
}

describe("the corpus", () => {
  it("has nothing wrong", () => expect(found.problems).toEqual([]));

  it("holds what it should", () => {
    expect(found.items).toBeGreaterThanOrEqual(400);
    expect(found.noEvent).toBeGreaterThanOrEqual(0.2);
  });

  it("shows its figures in the README (npx tsx training/corpus/tables.ts)", () => {
    expect(read("data/corpus/README.md")).toContain(markdownOf(found));
  });

  it("is guessed from the states alone no better than by the commonest type", () => {
    const states = found.rotation.filter(({ items, sight }) => items === "all" && sight === "states");
    expect(states.map(({ model }) => model)).toEqual(["naive Bayes", "logistic regression"]);
    for (const { events, low } of states) {
      expect(events).toBeGreaterThan(300);
      expect(low).toBeLessThanOrEqual(0);
    }
  });

  it("goes to a sheet and back unchanged", () => {
    const items = corpus.items.filter(({ path }) => path === "train/b001.jsonl").map(({ item }) => item);
    const sheet = writeSheet("b001", "w1", items, ({ acts }) => acts);
    const back = readSheet(sheet);
    expect(back.problems).toEqual([]);
    const unsettled = items.map((item) => ({ ...item, settler: null }));
    expect(readCorpus(back.items.map((item) => JSON.stringify(item)).join("\n")).items).toEqual(unsettled);
  });
});

describe("the check finds", () => {
  const event = (line: Record<string, unknown>) => (line["acts"] as Record<string, unknown>[])[0]!;
  const file = "train/b001.jsonl";

  it("what is no item", () => {
    expect(checkChanged(file, (line) => Object.assign(line, { year: "1996" }))).toContain("schema");
    expect(checkChanged(file, (line) => Object.assign(event(line), { type: "FIGHT" }))).toContain("schema");
  });

  it("spans that do not quote the text", () => {
    const shift = (line: Record<string, unknown>) => {
      const trigger = event(line)["trigger"] as { start: number };
      trigger.start += 1;
    };
    expect(checkChanged(file, shift)).toContain("span");
  });

  it.each([
    ["mode", { modes: ["phone"] }],
    ["cameo", { cameo: "042" }],
    ["context", { contexts: ["sunshine"] }],
    ["no-actor", { actors: [] }],
  ])("a wrong %s", (code, change) => {
    expect(checkChanged(file, (line) => Object.assign(event(line), change))).toContain(code);
  });

  it.each([
    ["country", { code: "QQQ" }],
    ["country", { code: "ZAR" }],
    ["sector", { sector: "INS" }],
  ])("a wrong %s of a party (%o)", (code, change) => {
    const alter = (line: Record<string, unknown>) =>
      Object.assign((event(line)["actors"] as object[])[0]!, change);
    expect(
      checkChanged(file, (line) => {
        line["year"] = 2010;
        alter(line);
      }),
    ).toContain(code);
  });

  it("an item without its first coding, and one that stands in two parts", () => {
    const elsewhere = checkChanged(file, (line) => Object.assign(line, { id: "zz-01" }), "test/zz.jsonl");
    expect(elsewhere).toContain("no-coding");
    expect(elsewhere).toContain("split");
  });

  it("a second coding by the first coder", () => {
    const codes = checkChanged("codings/first/train/b001.jsonl", () => {}, "codings/second/train/b001.jsonl");
    expect(codes).toContain("same-coder");
  });
});

describe("doubts", () => {
  const HEAD = "# batch t coder c\n## 01 wire us 2000 1\n";
  const doubts = (text: string, ...acts: string[]) => {
    const { items, problems } = readSheet(`${HEAD}${text}\n${acts.join("\n")}\n`);
    expect(problems).toEqual([]);
    const [item] = readCorpus(JSON.stringify(items[0])).items;
    return doubtsOf(item!, "t").map(({ code }) => code);
  };

  it.each([
    ["consequence", "E REQUEST - 020 | asked | a Mali=MLI/-\n.x ASSAULT - 180 | raid | a Mali=MLI/-"],
    ["sector", "E REQUEST - 020 | asked | a the police=MLI/GOV"],
    ["edge", "E REQUEST - 020 | asked | a Mali's=MLI/-"],
    ["clause", "E REQUEST - 020 | asked | a Mali, which=MLI/-"],
    ["together", "E MOBILIZE - 150 | raid | a Mali=MLI/- | a Chad=TCD/-"],
    ["no-host", "E CONSULT visit 042 | asked | a Mali=MLI/-"],
    ["host", "E CONSULT - 040 | asked | a Mali=MLI/- | r Chad=TCD/-"],
    [
      "asked",
      "E REQUEST - 020 | asked | a Mali=MLI/- | r Chad=TCD/-\n.c CONCEDE - 080 | raid | a the police=-/COP",
    ],
    ["certainty", "E REQUEST - 020 | asked | a Mali=MLI/-\n.k CONCEDE - 080 | raid"],
    ["prison", "E SANCTION convict 116 | asked | a Mali=MLI/JUD"],
    ["no-event", "E ASSAULT - 180 | raid | a Mali=MLI/- | aux future"],
  ])("come for %s", (code, acts) => {
    expect(
      doubts("Mali's men, and Mali, which asked Chad about the raid, met the police in prison.", acts),
    ).toContain(code);
  });

  it("come for none of the worked examples", () => {
    const { items, problems } = readSheet(read("examples/corpus/worked-batch.txt"));
    expect(problems).toEqual([]);
    const codes = loadCodes(data, folder);
    for (const { id, ...json } of items) {
      const item = readCorpus(JSON.stringify({ ...json, id })).items[0]!;
      expect(checkItem(item, codes, "worked")).toEqual([]);
      expect(doubtsOf(item, "worked")).toEqual([]);
    }
  });
});

describe("near-duplicates", () => {
  it("are found through other names and numbers", () => {
    const texts = [
      "Police in Kenya shot dead two suspected cattle raiders near Isiolo on Monday.",
      "Police in Uganda shot dead three suspected cattle raiders near Moroto on Friday.",
      "Two men who are said to have stolen cattle were killed by Kenyan officers.",
    ];
    expect(nearDuplicates(texts).map(({ a, b }) => [a, b])).toEqual([[0, 1]]);
    const [short, ...rest] = [
      "Two suspected cattle raiders were shot dead by police.",
      `After a week of alarms on the lake shore, ${texts[0]} Their kin marched on the town hall and were turned away.`,
    ];
    expect(nearDuplicates([texts[0]!, ...rest])).toHaveLength(1);
    expect(nearDuplicates([short!, texts[2]!])).toEqual([]);
  });

  it("and items of one template come into one part", () => {
    const item = (id: string, text: string, template: string | null) =>
      readCorpus(
        JSON.stringify({
          id,
          text,
          template,
          kind: "sentence",
          register: "wire",
          spelling: "uk",
          year: 2000,
          difficulty: 1,
          coder: "t",
        }),
      ).items[0]!;
    const texts = ["alpha", "beta", "gamma", "delta", "kappa", "sigma", "omega", "theta"];
    const items = texts.map((text, n) => item(`t-0${n}`, `Nothing of ${text} today`, n % 2 ? "frame" : null));
    const parts = assignParts(items, new Map([["t-01", "dev"]]));
    expect(items.filter(({ template }) => template !== null).map(({ id }) => parts.get(id))).toEqual(
      Array(4).fill("dev"),
    );
    expect(new Set(parts.values()).size).toBeGreaterThan(1);
  });
});

describe("the rotation test", () => {
  it("catches a corpus in which each party has its own deed", () => {
    const biased = corpus.items.map(({ item }) => {
      const acts = item.acts.map((act) => ({
        ...act,
        actors: act.actors.map((party) => ({ ...party, code: `T ${act.type}` })),
      }));
      return { ...item, acts };
    });
    const { accuracy, base, low } = testRotation(biased, []);
    expect(accuracy).toBeGreaterThan(base);
    expect(low).toBeGreaterThan(0);
    const some = biased.slice(0, 300);
    expect(testRotation(some, [], { train: logisticRegression, sight: "states" }).low).toBeGreaterThan(0);
    expect(testRotation(some, [], { sight: "organisations" }).low).toBeLessThanOrEqual(0);
  });
});

describe("the sheet", () => {
  const sheet = (act: string) =>
    readSheet(`# batch t coder c\n## 01 wire us 2000 1\nThe cat sat on the catalogue of the cat.\n${act}\n`);

  it("finds whole words, and the occurrence that is meant", () => {
    const [item] = sheet("E CONSULT - - | sat | a the cat=-/- | r catalogue=-/-").items;
    const [act] = item!["acts"] as { actors: { start: number }[]; recipients: { start: number }[] }[];
    expect(act!.actors[0]!.start).toBe(32);
    expect(act!.recipients[0]!.start).toBe(19);
  });

  it.each([
    "E CONSULT - - | dog",
    "E CONSULT - - | sat | a cat",
    ".c CONSULT - - | sat",
    "E CONSULT - - | sat | colour red",
  ])("tells what it cannot read: %s", (act) => expect(sheet(act).problems).toHaveLength(1));
});

describe("the loaders", () => {
  const total = [...corpus.items]
    .filter(({ part }) => part === "dev")
    .flatMap(({ item }) => [...actsWithin(item.acts)]);

  it("of the library, of Python and of R count alike", () => {
    const ts = execFileSync("npx", ["tsx", "examples/corpus/read-corpus.ts", "data/corpus/dev"], {
      cwd: root,
    });
    const sum = ts
      .toString()
      .trim()
      .split("\n")
      .reduce((n, line) => n + Number(line.split("\t")[1]), 0);
    expect(sum).toBe(total.length);
    const python = spawnSync("python3", ["examples/corpus/read_corpus.py", "data/corpus/dev"], { cwd: root });
    if (python.error === undefined) expect(python.stdout.toString()).toBe(ts.toString());
    else console.warn("python3 is not there: its loader was not run");
    const r = spawnSync("Rscript", ["examples/corpus/read-corpus.R", "data/corpus/dev"], { cwd: root });
    if (r.error === undefined && !/no package called/.test(r.stderr.toString()))
      expect(r.stdout.toString()).toBe(ts.toString());
    else console.warn("Rscript or jsonlite is not there: the loader in R was not run");
  });
});
