export type { Analysis } from "./analysis.ts";
export { codeLines, countAbstentions } from "./code.ts";
export {
  actsWithin,
  CORPUS_PARTS,
  type CorpusAct,
  type CorpusCodes,
  type CorpusCoding,
  CorpusCodingShape,
  type CorpusItem,
  CorpusItemShape,
  type CorpusPart,
  type CorpusParty,
  type CorpusProblem,
  type CorpusSpan,
  checkItem,
  EVENT_TYPES,
  innerActs,
  readCodings,
  readCorpus,
  type YearRange,
} from "./corpus/index.ts";
export { csvHeader, csvLine, FLAT_COLUMNS, type FlatColumn, type FlatRow, flatRow } from "./flat.ts";
export { coderName, type RecordOptions, readRecord } from "./read.ts";
export { type RelationRecord, RelationShape, relationRecord } from "./relation.ts";
export {
  type EntryRecord,
  EntryShape,
  type EventLine,
  EventLineShape,
  type InnerAct,
  InnerActShape,
  type MediationRecord,
  type PartyRecord,
  PartyShape,
  type ReadRecord,
  ReadRecordShape,
  ResponseShape,
  type StatementRecord,
  type UltimatumRecord,
} from "./shape.ts";
