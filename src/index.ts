export {
  type ConlluSentence,
  conlluFromDocument,
  DEPREL,
  type Deprel,
  type Document,
  documentFromConllu,
  readConllu,
  UPOS,
  type Upos,
  writeConllu,
  XPOS,
  type Xpos,
} from "./document/index.ts";
export type { Act, Coding, EventType, Factuality, Party } from "./event/index.ts";
export type { Entry, ReportLedger, Ultimatum } from "./ledger/index.ts";
export type { Entity, Known, Mention, Mentions } from "./mention/index.ts";
export { analyze, analyzeParsed, parseGiven, parseReport } from "./pipeline.ts";
export {
  actsWithin,
  type CorpusAct,
  type CorpusItem,
  codeLines,
  type EventLine,
  type ReadRecord,
  type RecordOptions,
  readCorpus,
  readRecord,
} from "./record/index.ts";
export { type Problem, type Report, type ReportSource, readReport } from "./report/index.ts";
export { type Resources, readResources } from "./resource/index.ts";
export { VERSION } from "./version.ts";
