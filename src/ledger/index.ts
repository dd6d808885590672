export type {
  Deadline,
  Entry,
  EntryKind,
  EntryResponse,
  EntryState,
  Mediation,
  ReportLedger,
  Response,
  Ultimatum,
} from "./entry.ts";
export type {
  ActFacts,
  DeadlineFacts,
  EntryFacts,
  HistoryStep,
  LedgerRow,
  PartyFacts,
  ReportFacts,
  ResponseFacts,
  Telling,
} from "./facts.ts";
export { readLedger } from "./read.ts";
export { settleLedger } from "./settle.ts";
