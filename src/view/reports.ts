import { z } from "zod";
import type { ReadRecord } from "../record/index.ts";
import type { View } from "./view.ts";

/** A report in a list: enough to choose by, without its text. */
export interface ReportRow {
  readonly report: string;
  readonly title: string | null;
  /** The first words of the body. */
  readonly opening: string;
  readonly publication: string | null;
  readonly date: string | null;
  readonly date_edtf: string | null;
  readonly date_basis: ReadRecord["date_basis"];
  readonly language: string;
  readonly events: number;
  readonly abstentions: number;
  readonly example: boolean;
  readonly coder: string;
  readonly machine_coded: boolean;
}

export const ReportsParams = z.strictObject({
  limit: z.int().min(1).max(1000).default(50),
  cursor: z.string().nullable().default(null).describe("`next` of the page before"),
});

/** The reports, newest first; those without a date come last. */
export const reportsView: View<typeof ReportsParams, ReportRow, ReportRow> = {
  name: "reports",
  params: ReportsParams,
  rows: (reports, { limit, cursor }) =>
    [...reports]
      .sort(compareReports)
      .filter((report) => cursor === null || compareKeys(cursorOf(report), cursor) > 0)
      .slice(0, limit),
};

/** Where a report stands in the list: the day, and among those of one day the id. */
export function cursorOf({ date, report }: Pick<ReportRow, "date" | "report">): string {
  return `${date ?? "0000-00-00"} ${report}`;
}

function compareReports(a: ReportRow, b: ReportRow): number {
  return compareKeys(cursorOf(a), cursorOf(b));
}

/** Newer days first, then ids in their own order. */
function compareKeys(a: string, b: string): number {
  const [dayA, dayB] = [a.slice(0, 10), b.slice(0, 10)];
  if (dayA !== dayB) return dayA > dayB ? -1 : 1;
  return a === b ? 0 : a < b ? -1 : 1;
}
