import { z } from "zod";
import { codeLines, type EventLine, type ReadRecord } from "../record/index.ts";
import type { View } from "./view.ts";

export const EventsParams = z.strictObject({
  contents: z
    .boolean()
    .default(false)
    .describe("What acts demand, threaten, offer or aim at too, with `parent`"),
});

/** The event lines of reports, by date of the report and in text order. */
export const eventsView: View<typeof EventsParams, ReadRecord, EventLine> = {
  name: "events",
  params: EventsParams,
  rows: (records, { contents }) =>
    [...records].sort(compareRecords).flatMap((record) => codeLines(record, { contents })),
};

export const ReportParams = z.strictObject({ report: z.string().describe("Content hash of the report") });

/** Everything read in one report. */
export const reportView: View<typeof ReportParams, ReadRecord, ReadRecord> = {
  name: "report",
  params: ReportParams,
  rows: (records, { report }) => records.filter((record) => record.report === report),
};

function compareRecords(a: ReadRecord, b: ReadRecord): number {
  const [dayA, dayB] = [a.date ?? "9999", b.date ?? "9999"];
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  return a.report < b.report ? -1 : 1;
}
