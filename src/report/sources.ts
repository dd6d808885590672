import type { Problem } from "../resource/index.ts";
import { CsvReader } from "./csv.ts";
import { JsonLinesReader } from "./json-lines.ts";
import type { ReportSource } from "./report.ts";
import { type GivenFields, LONGEST_TEXT, type RowReading } from "./rows.ts";

/** How a text that holds reports is written. */
export type SourceFormat = "text" | "csv" | "jsonl";

/** Reads the reports of a whole text in memory; what is wrong is listed and the rest is read. */
export function readSources(
  text: string,
  { input, format, ...given }: GivenFields & { readonly input: string; readonly format: SourceFormat },
): { sources: ReportSource[]; problems: Problem[] } {
  const readings =
    format === "text" ? textSources(text, input, given) : rowReadings(text, input, format, given);
  const sources: ReportSource[] = [];
  const problems: Problem[] = [];
  for (const reading of readings) {
    if ("source" in reading) sources.push(reading.source);
    else problems.push(reading.problem);
  }
  return { sources, problems };
}

function rowReadings(text: string, path: string, format: "csv" | "jsonl", given: GivenFields): RowReading[] {
  const reader = format === "csv" ? new CsvReader(path, given) : new JsonLinesReader(path, given);
  return [...reader.push(text), ...reader.end()];
}

/**
 * The reports of a plain text: one, or one for each header of the form "Publication: … Volume: …" that follows an empty
 * line, because one issue holds several reports.
 */
export function textSources(text: string, path: string, given: GivenFields): RowReading[] {
  const fault = (code: string, message: string): RowReading[] => [{ problem: { code, path, message } }];
  if (text.trim() === "") return fault("empty", "There is no text in it.");
  if (text.length > LONGEST_TEXT)
    return fault(
      "too-large",
      `It has ${text.length} characters; at most ${LONGEST_TEXT} of one report are read. Split it.`,
    );
  const starts = [0];
  for (const match of text.matchAll(
    /\r?\n[^\S\r\n]*\r?\n(?=Publication:[^\n]{1,200}?\b(?:Volume|Issue|Date):)/g,
  )) {
    starts.push(match.index + match[0].length);
  }
  const parts = starts
    .map((from, i) => text.slice(from, starts[i + 1]).replace(/^\uFEFF/, ""))
    .filter((part) => part.trim() !== "");
  return parts.map((part, i) => ({
    source: {
      input: parts.length === 1 ? path : `${path}#${i + 1}`,
      text: part,
      publication: given.publication ?? null,
      date: given.date ?? null,
      dateGivenBy: "option",
    },
  }));
}
