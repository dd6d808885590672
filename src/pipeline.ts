import { type ConlluSentence, type Document, documentFromConllu, fillConllu } from "./document/index.ts";
import {
  codeEvents,
  codeRelation,
  compileFrames,
  type Frames,
  type Relation,
  repairPhrases,
} from "./event/index.ts";
import { readLedger } from "./ledger/index.ts";
import { compileNames, findMentions, type Known, type Names } from "./mention/index.ts";
import { type Model, parse, readModel, tagAndParse } from "./parse/index.ts";
import type { Analysis } from "./record/index.ts";
import { type Range, type Report, type ReportSource, readReport } from "./report/index.ts";
import type { Resources } from "./resource/index.ts";

/** What the stages make of the resources once, before the first report. */
interface Engine {
  readonly model: Model;
  readonly names: Names;
  readonly frames: Frames;
}

const engines = new WeakMap<Resources, Engine>();

/** The engine of these resources, made at the first call and kept as long as they are. */
function engineOf(resources: Resources): Engine {
  let engine = engines.get(resources);
  if (engine === undefined) {
    engine = {
      model: readModel(resources.model),
      names: compileNames(resources),
      frames: compileFrames(resources),
    };
    engines.set(resources, engine);
  }
  return engine;
}

/**
 * Reads one report: who did what to whom, on whose word, under which conditions. Any text gives an analysis; one that is
 * not English gives a report without a coding. The same report, resources and `known` give the same analysis, anywhere.
 *
 * @param known what reports dated earlier teach; without it the report is read on its own.
 */
export function analyze(source: ReportSource, resources: Resources, known?: Known): Analysis {
  const report = readReport(source, resources);
  return analyzeParsed(report, parseReport(report, resources), resources, known);
}

/** The same from a document that is parsed already, such as one read from CoNLL-U. */
export function analyzeParsed(report: Report, doc: Document, resources: Resources, known?: Known): Analysis {
  const { names, frames } = engineOf(resources);
  const mended = repairPhrases(doc, frames);
  const mentions = findMentions(mended, report, names, known);
  const coding = codeEvents(mended, report, mentions, frames);
  const ledger = readLedger(coding, mentions, doc, report);
  return { report, doc, mentions, coding, ledger };
}

/** Tokens, sentences, tags, lemmas and trees of a report's body. */
export function parseReport(report: Report, resources: Resources): Document {
  return parse(report, engineOf(resources).model);
}

/** Tags, lemmas and trees for given words and sentences; everything else of the sentences stays as it is. */
export function parseGiven(sentences: readonly ConlluSentence[], resources: Resources): ConlluSentence[] {
  return fillConllu(sentences, tagAndParse(documentFromConllu(sentences).doc, engineOf(resources).model));
}

/**
 * The relation that a sentence gives between two parties marked in it (UTF-16 ranges, either may be null): always one of
 * the event types, with the rule that decided.
 */
export function relate(
  text: string,
  parties: { readonly actor: Range | null; readonly recipient: Range | null },
  resources: Resources,
): Relation {
  const { names, frames } = engineOf(resources);
  const report = wholeText(readReport({ input: "relation", text }, resources));
  const doc = repairPhrases(parseReport(report, resources), frames);
  return codeRelation(doc, findMentions(doc, report, names), frames, parties.actor, parties.recipient);
}

/** A sentence on its own has no head, dateline or citations to be set apart: its spans must lie in its words. */
function wholeText(report: Report): Report {
  return { ...report, blocks: [{ from: 0, to: report.text.length }], holes: [], language: "en" };
}
