import { type ConlluSentence, type Document, documentFromConllu, fillConllu } from "./document/index.ts";
import { type Coding, codeEvents, compileFrames, type Frames } from "./event/index.ts";
import { type ReportLedger, readLedger } from "./ledger/index.ts";
import { compileNames, findMentions, type Known, type Mentions, type Names } from "./mention/index.ts";
import { type Model, parse, readModel, tagAndParse } from "./parse/index.ts";
import { type Report, type ReportSource, readReport } from "./report/index.ts";
import type { Resources } from "./resource/index.ts";

/** Everything that was made of one report, stage by stage. */
export interface Analysis {
  readonly report: Report;
  readonly doc: Document;
  readonly mentions: Mentions;
  readonly coding: Coding;
  readonly ledger: ReportLedger;
}

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
  const mentions = findMentions(doc, report, names, known);
  const coding = codeEvents(doc, report, mentions, frames);
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
