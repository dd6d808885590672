export { agreementOf, type CodedTwice, type FieldAgreement, nominalAlpha, seeded } from "./agreement.ts";
export { type CorpusCodes, checkItem, type YearRange } from "./check.ts";
export { doubtsOf } from "./doubts.ts";
export {
  type ActMatch,
  type ActPair,
  type ActSlot,
  type FlatAct,
  flattenActs,
  matchActs,
  matchParties,
  overlap,
} from "./match.ts";
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
export { isSameSpan, kernelOf, preferred, type SpanKind } from "./trivial.ts";
