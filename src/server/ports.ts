import { z } from "@hono/zod-openapi";
import type { EventLine, ReadRecord } from "../record/index.ts";
import type { ReportSource } from "../report/index.ts";

/** A report as the list shows it: enough to choose by, without its text. */
export const ReportSummaryShape = z.strictObject({
  report: z.string().describe("Content hash of the report"),
  title: z.string().nullable(),
  opening: z.string().describe("The first words of the body"),
  publication: z.string().nullable(),
  date: z.string().nullable().describe("Publication date, YYYY-MM-DD"),
  date_edtf: z.string().nullable().describe("What is known of the date, in EDTF level 1"),
  date_basis: z.enum(["header", "option", "citation", "profile", "none"]),
  language: z.string(),
  events: z.int().min(0).describe("How many event lines were coded"),
  abstentions: z.int().min(0).describe("How many passages were left uncoded, with a reason"),
  example: z.boolean().describe("Text made up for the example crisis"),
  coder: z.string(),
  machine_coded: z.boolean().describe("True until a person has checked the coding"),
});

export type ReportSummary = z.infer<typeof ReportSummaryShape>;

/** What a list of reports is asked for. */
export interface ReportQuery {
  readonly limit: number;
  /** As `next` of the page before gave it, or null for the first page. */
  readonly cursor: string | null;
  /** Only reports that hold all of these words, case apart. */
  readonly words: readonly string[];
}

/** One page of the list, newest report first. */
export interface ReportPage {
  readonly reports: readonly ReportSummary[];
  /** Cursor of the next page, or null at the end. */
  readonly next: string | null;
  /** How many reports the query finds in all. */
  readonly total: number;
}

/** What the server needs of a store. */
export interface ReportsSource {
  listReports(query: ReportQuery): Promise<ReportPage>;
  /** The stored reading of a report, with its trace, or null. */
  readRecord(report: string): Promise<ReadRecord | null>;
  findEvent(event: string): Promise<EventLine | null>;
  /** The ledger as of a day: the newest report's where null. */
  ledger(asOf: string | null): Promise<{ readonly asOf: string | null; readonly entries: readonly object[] }>;
  countReports(): Promise<number>;
}

/** What the server needs of intake: codes a report outside this thread and adds it to the store. */
export interface ReportAdder {
  addReport(source: ReportSource): Promise<{ readonly report: string; readonly added: boolean }>;
}
