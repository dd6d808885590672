import type { Problem } from "../resource/index.ts";
import { parseIsoDate } from "../time/index.ts";
import type { ReportSource } from "./report.ts";

/** What a reader says of every report of a file that does not say it itself. */
export interface GivenFields {
  readonly date?: string;
  readonly publication?: string;
}

/** A source, or why a row of the data gave none. */
export type RowReading = { readonly source: ReportSource } | { readonly problem: Problem };

const FIELDS = ["id", "text", "title", "date", "publication", "volume", "issue", "url", "language"] as const;
type FieldName = (typeof FIELDS)[number];
/** A row of a table or an object of JSON lines, before its fields are checked. */
export type RawRow = Partial<Record<FieldName, unknown>>;

export function isFieldName(name: string): name is FieldName {
  return (FIELDS as readonly string[]).includes(name);
}

/** The most text of one report that is read, in UTF-16 units. */
export const LONGEST_TEXT = 2_000_000;

const NOT_TEXT = /[\0\p{Surrogate}]/u;

/** Checks one row and makes a report of it; `path` and `line` say where it stands. */
export function rowSource(row: RawRow, path: string, line: number, given: GivenFields): RowReading {
  const fault = (code: string, message: string): RowReading => ({ problem: { code, path, line, message } });
  const { text } = row;
  if (typeof text !== "string")
    return fault(
      "no-text",
      text === undefined ? "The row has no `text`; give it one." : "`text` is not a string; make it one.",
    );
  if (NOT_TEXT.test(text))
    return fault("not-text", "The text holds NUL or half of a surrogate pair, which no text has; mend it.");
  if (text.trim() === "") return fault("empty", "The text is empty.");
  if (text.length > LONGEST_TEXT)
    return fault(
      "too-large",
      `The text has ${text.length} characters; at most ${LONGEST_TEXT} are read. Split it.`,
    );
  const date = textOf(row.date);
  if (date !== null && (!/^.{10}(?:[T ]|$)/.test(date) || parseIsoDate(date.slice(0, 10)) === null))
    return fault("bad-date", `"${date.slice(0, 40)}" is not a calendar day; write it as YYYY-MM-DD.`);
  const day = date?.slice(0, 10) ?? given.date ?? null;
  return {
    source: {
      input: textOf(row.id) ?? `${path}:${line}`,
      text,
      title: textOf(row.title),
      publication: textOf(row.publication) ?? given.publication ?? null,
      volume: wholeNumber(row.volume),
      issue: wholeNumber(row.issue),
      date: day,
      dateGivenBy: date === null ? "option" : "header",
      url: textOf(row.url),
      language: textOf(row.language),
    },
  };
}

function textOf(value: unknown): string | null {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

function wholeNumber(value: unknown): number | null {
  const text = textOf(value);
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null;
}

/** Reads one line of JSON lines; null for an empty one. */
export function jsonLineSource(
  json: string,
  path: string,
  line: number,
  given: GivenFields,
): RowReading | null {
  if (json.trim() === "") return null;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const message = `The line is not JSON (${error instanceof Error ? error.message.slice(0, 80) : "unreadable"}); mend it.`;
    return { problem: { code: "bad-json", path, line, message } };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const message = 'The line is no object; write {"id": "…", "text": "…"}.';
    return { problem: { code: "bad-json", path, line, message } };
  }
  return rowSource(value as RawRow, path, line, given);
}
