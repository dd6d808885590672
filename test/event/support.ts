import { existsSync, readFileSync, writeFileSync } from "node:fs";
import {
  type ConlluSentence,
  conlluFromDocument,
  type Document,
  documentFromConllu,
  readConllu,
  writeConllu,
} from "../../src/document/index.ts";
import { type Act, type Coding, codeEvents, compileFrames, type Frames } from "../../src/event/index.ts";
import type { Entity, Mention, Mentions, Reading, TimeMention } from "../../src/mention/index.ts";
import { type Model, parse, readModel } from "../../src/parse/index.ts";
import type { Report } from "../../src/report/index.ts";
import { type Lexicon, readTable, SCHEMAS, type Table } from "../../src/resource/index.ts";

const root = new URL("../../", import.meta.url);

function table(name: keyof typeof SCHEMAS): Table {
  const schema = SCHEMAS[name];
  const text = readFileSync(new URL(`data/${schema.folder}/${name}.tsv`, root), "utf8");
  const { table: read, problems } = readTable(name, text, schema);
  if (problems.length > 0) throw new Error(`${name}: ${JSON.stringify(problems.slice(0, 3))}`);
  return read;
}

let frames: Frames | null = null;
let model: Model | null = null;

/** The frames of the lexicon as it stands in the checkout. */
export function testFrames(): Frames {
  frames ??= compileFrames({
    version: "test",
    lexicon: {
      frames: table("frames"),
      operators: table("operators"),
      classes: table("classes"),
      contexts: table("contexts"),
    } as Lexicon,
  });
  return frames;
}

/** The checkout's parser. */
export function testParse(report: Report): Document {
  return parse(report, testModel());
}

function testModel(): Model {
  model ??= readModel(readFileSync(process.env["MODEL"] ?? new URL("data/model/en.model", root)));
  return model;
}

/** A report of one paragraph. */
export function reportOf(text: string, date: string | null = "2022-11-15"): Report {
  return {
    id: "f".repeat(64),
    input: "test",
    text,
    title: null,
    publication: null,
    volume: null,
    issue: null,
    url: null,
    language: "en",
    date,
    dateEdtf: date,
    dateBasis: date === null ? "none" : "option",
    dateline: null,
    blocks: [{ from: 0, to: text.length }],
    holes: [],
    citations: [],
    crossReferences: [],
  };
}

interface Mark {
  readonly from: number;
  readonly to: number;
  readonly fields: string;
  readonly isTime: boolean;
}

/** `[Russian troops|RUS MIL]`, `[Belgrade|YUG GOV capital]`, `{on Monday|2022-11-14}`: the text without its marks, and the marks. */
export function readMarks(marked: string): { text: string; marks: Mark[] } {
  let text = "";
  const marks: Mark[] = [];
  const pattern = /[[{]([^|[\]{}]*)\|([^[\]{}]*)[\]}]/g;
  let last = 0;
  for (const match of marked.matchAll(pattern)) {
    text += marked.slice(last, match.index);
    const from = text.length;
    text += match[1]!;
    marks.push({ from, to: text.length, fields: match[2]!, isTime: match[0].startsWith("{") });
    last = match.index + match[0].length;
  }
  return { text: text + marked.slice(last), marks };
}

function wordsOf(doc: Document, mark: Mark): { start: number; end: number } {
  let start = -1;
  let end = -1;
  for (let i = 0; i < doc.wordCount; i++) {
    if (doc.to[i]! <= mark.from || doc.from[i]! >= mark.to) continue;
    if (start < 0) start = i;
    end = i + 1;
  }
  return { start, end };
}

function headOf(doc: Document, start: number, end: number): number {
  for (let i = end - 1; i >= start; i--) {
    const head = doc.head[i]!;
    if (head < start || head >= end) return i;
  }
  return end - 1;
}

/** The mentions that the marks describe; entities are told apart by their fields. */
export function mentionsOf(doc: Document, marks: readonly Mark[]): Mentions {
  const entities: { -readonly [K in keyof Entity]: Entity[K] }[] = [];
  const mentions: Mention[] = [];
  const times: TimeMention[] = [];
  const byFields = new Map<string, number>();
  const mentionOfHead = new Int32Array(doc.wordCount).fill(-1);
  for (const mark of marks) {
    const { start, end } = wordsOf(doc, mark);
    const head = headOf(doc, start, end);
    if (mark.isTime) {
      const bound = mark.fields.startsWith("..") ? "until" : mark.fields.endsWith("..") ? "since" : "at";
      const edtf = mark.fields.replace(/^\.\./, "");
      const day = /^\d{4}-\d{2}-\d{2}$/.test(edtf) ? edtf : null;
      times.push({
        start,
        end,
        head,
        value: { first: day, last: day, edtf },
        basis: "relative",
        bound,
        rule: "mark",
      });
      continue;
    }
    const [code, sector, flag] = mark.fields.split(" ");
    const as = (kind: Reading["as"], sectorOf: string | null): Reading => ({
      as: kind,
      code: code === "-" ? null : code!,
      sector: sectorOf,
      name: doc.text.slice(mark.from, mark.to),
      source: "mark",
    });
    const known = sector === undefined || sector === "-" ? null : sector;
    const isOrganization = ["IGO", "UNO", "EUR", "NGO"].includes(code!);
    const isPlace = flag === "capital" || flag === "place";
    const readings: Reading[] = isPlace
      ? flag === "capital"
        ? [as("government", "GOV"), as("place", null)]
        : [as("place", null)]
      : [
          as(
            isOrganization
              ? "organization"
              : known === null
                ? "state"
                : flag === "person"
                  ? "person"
                  : "role",
            known,
          ),
        ];
    let entity = byFields.get(mark.fields);
    if (entity === undefined) {
      entity = entities.length;
      byFields.set(mark.fields, entity);
      entities.push({
        index: entity,
        name: doc.text.slice(mark.from, mark.to),
        kind: isOrganization
          ? "organization"
          : isPlace
            ? "place"
            : flag === "person"
              ? "person"
              : known === null
                ? "state"
                : "role",
        code: code === "-" ? null : code!,
        sector: isPlace ? null : known,
        offices: [],
        mentions: [],
        members: [],
        isPublic: true,
      });
    }
    const index = mentions.length;
    mentions.push({
      index,
      start,
      end,
      head,
      kind: isPlace
        ? "place"
        : flag === "person"
          ? "person"
          : isOrganization
            ? "organization"
            : known === null
              ? "state"
              : "role",
      readings,
      entity,
      members: [],
      ethnicity: null,
      religion: null,
    });
    entities[entity]!.mentions = [...entities[entity]!.mentions, index];
    mentionOfHead[head] = index;
  }
  return { mentions, entities, mentionOfHead, times, quantities: [] };
}

const treesFile = new URL("test/cases/event/trees.conllu", root);
let trees: Map<string, ConlluSentence[]> | null = null;

/** The trees of the cases, by text: kept in a file, so that another parser model does not change what these tests say. */
function readTrees(): Map<string, ConlluSentence[]> {
  if (trees !== null) return trees;
  trees = new Map();
  let current: ConlluSentence[] = [];
  const { sentences } = readConllu(existsSync(treesFile) ? readFileSync(treesFile, "utf8") : "");
  for (const sentence of sentences) {
    const key = sentence.comments.find((comment) => comment.startsWith("# case = "))?.slice(9);
    if (key !== undefined) {
      current = [];
      trees.set(key, current);
    }
    current.push(sentence);
  }
  return trees;
}

/** The tree of a case; with `UPDATE_TREES=1` a text without one is parsed and its tree kept. */
export function testTree(report: Report): Document {
  const known = readTrees().get(report.text);
  if (known !== undefined) return documentFromConllu(known, report.text).doc;
  if (process.env["UPDATE_TREES"] !== "1")
    throw new Error(`no tree for "${report.text}": run with UPDATE_TREES=1 and look the tree over`);
  const doc = testParse(report);
  const [first, ...rest] = conlluFromDocument(doc);
  const sentences = [{ ...first!, comments: [`# case = ${report.text}`, ...first!.comments] }, ...rest];
  readTrees().set(report.text, sentences);
  writeFileSync(treesFile, writeConllu([...readTrees().values()].flat()));
  return doc;
}

/** Codes a marked text over the tree kept for it, with the checkout's lexicon. */
export function codeMarked(
  marked: string,
  date: string | null = "2022-11-15",
  parseReport: (report: Report) => Document = testTree,
): { doc: Document; coding: Coding } {
  const { text, marks } = readMarks(marked);
  const report = reportOf(text, date);
  const doc = parseReport(report);
  return { doc, coding: codeEvents(doc, report, mentionsOf(doc, marks), testFrames()) };
}

const party = (parties: Act["actors"]): string =>
  parties.length === 0
    ? "-"
    : parties
        .map(
          ({ code, sector, role }) =>
            `${code ?? "-"}${sector === null ? "" : `.${sector}`}${role === null ? "" : `:${role}`}`,
        )
        .join("+");

/** An act on one line: `RUS THREATEN/violence > UKR {consequence: RUS ASSAULT > UKR}`. */
export function compact(act: Act): string {
  const type = [act.type, ...act.modes].join("/");
  const inner = [
    ...act.content.map((held) => `content: ${compact(held)}`),
    ...(act.consequence === null ? [] : [`consequence: ${compact(act.consequence)}`]),
    ...act.purpose.map((held) => `purpose: ${compact(held)}`),
  ];
  const parts = [`${party(act.actors)} ${type} > ${party(act.recipients)}`];
  if (inner.length > 0) parts.push(`{${inner.join("; ")}}`);
  if (act.attribution.length > 0)
    parts.push(
      `<${act.attribution.map(({ speaker }) => party([speaker]).replace(/^-$/, speaker.text)).join(" < ")}>`,
    );
  if (act.condition !== null) parts.push(`?${act.condition.cue}`);
  if (act.factuality !== "CT+" && act.actors.length >= 0 && act.auxiliary.length === 0)
    parts.push(act.factuality);
  return parts.join(" ");
}
