export { type CorpusCodes, checkItem, type YearRange } from "./check.ts";
export {
  actsWithin,
  type CorpusProblem,
  type CorpusReading,
  innerActs,
  readCodings,
  readCorpus,
} from "./read.ts";
export {
  CORPUS_PARTS,
  type CorpusAct,
  CorpusActShape,
  type CorpusCoding,
  CorpusCodingShape,
  type CorpusItem,
  CorpusItemShape,
  type CorpusPart,
  type CorpusParty,
  type CorpusSpan,
  EVENT_TYPES,
} from "./shape.ts";
