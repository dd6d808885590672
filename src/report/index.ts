export type { Problem } from "../resource/index.ts";
export { type Coverage, coverage } from "./coverage.ts";
export { CsvReader } from "./csv.ts";
export { JsonLinesReader } from "./json-lines.ts";
export { codePointOffsets } from "./offsets.ts";
export { readReport } from "./read.ts";
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
export { type GivenFields, LONGEST_TEXT, type RowReading } from "./rows.ts";
export { readSources, type SourceFormat, textSources } from "./sources.ts";
