export type {
  Abstention,
  AbstentionReason,
  Act,
  Attribution,
  Auxiliary,
  Coding,
  Condition,
  Count,
  EventDateBasis,
  EventPlace,
  EventType,
  Factuality,
  Hedge,
  Party,
  PartyRole,
  SentencePart,
  Sizes,
  Statement,
  TraceStep,
} from "./act.ts";
export { codeEvents } from "./code.ts";
export { compileFrames, type Frames } from "./frames.ts";
export { codeRelation, type Relation } from "./relation.ts";
export { repairPhrases } from "./repair.ts";
