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
export { readLedger } from "./read.ts";
