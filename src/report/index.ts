export type { Problem } from "../resource/index.ts";
export type {
  AgencyReference,
  Citation,
  CrossReference,
  DateBasis,
  Dateline,
  Range,
  Report,
  ReportSource,
} from "./report.ts";
