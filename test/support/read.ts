import { type Document, rangeOf } from "../../src/document/index.ts";
import {
  compileNames,
  findMentions,
  type Known,
  type Mentions,
  type Names,
} from "../../src/mention/index.ts";
import { type Model, parse, readModel } from "../../src/parse/index.ts";
import type { Report } from "../../src/report/index.ts";
import { testResources } from "./resources.ts";

let compiled: { readonly model: Model; readonly names: Names } | undefined;

/** The compiled names and the sentence model of this checkout. */
export function engine(): { readonly model: Model; readonly names: Names } {
  compiled ??= { model: readModel(testResources().model), names: compileNames(testResources()) };
  return compiled;
}

/** A report of this text alone: one block a line, English, dated as given. */
export function plainReport(
  text: string,
  date: string | null = "1999-03-15",
  place: string | null = null,
): Report {
  const blocks: { from: number; to: number }[] = [];
  let from = 0;
  for (const line of text.split("\n")) {
    if (line.trim() !== "") blocks.push({ from, to: from + line.length });
    from += line.length + 1;
  }
  return {
    id: "0",
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
    dateline: place === null ? null : { from: 0, to: 0, place, date: null, agency: null },
    blocks,
    holes: [],
    citations: [],
    crossReferences: [],
  };
}

/** A text with its analysis up to mentions. */
export interface Read {
  readonly doc: Document;
  readonly mentions: Mentions;
}

/** Parses a text with the committed model and finds its mentions. */
export function readText(
  text: string,
  options: { date?: string | null; place?: string; known?: Known } = {},
): Read {
  const { model, names } = engine();
  const report = plainReport(text, options.date, options.place ?? null);
  const doc = parse(report, model);
  return { doc, mentions: findMentions(doc, report, names, options.known) };
}

/** The text of words [start, end). */
export function wordsText(doc: Document, start: number, end: number): string {
  const { from, to } = rangeOf(doc, start, end);
  return doc.text.slice(from, to);
}
