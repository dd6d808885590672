export type { Problem } from "./problem.ts";
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
