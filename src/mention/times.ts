import type { Document } from "../document/index.ts";
import type { Report } from "../report/index.ts";
import type { TimeMention } from "./mention.ts";

/** The date expressions of a document. */
export function timesOf(_doc: Document, _report: Report): TimeMention[] {
  return [];
}
