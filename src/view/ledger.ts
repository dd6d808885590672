import { z } from "zod";
import { type LedgerRow, type ReportFacts, settleLedger } from "../ledger/index.ts";
import { type EntryRecord, EntryShape, PartyShape, ResponseShape } from "../record/index.ts";
import type { View } from "./view.ts";

const isoDate = z.iso.date();
const offset = z.int().min(0);

export const EntryStateShape = z.enum([
  "open",
  "complied",
  "complied-in-part",
  "refused",
  "withdrawn",
  "superseded",
  "carried-out",
  "carried-out-in-part",
  "suspended",
  "accepted",
  "accepted-with-conditions",
  "countered",
  "kept",
  "kept-in-part",
  "broken",
  "unclear",
]);

/** One line of `demarche ledger`: an entry over all reports, with its state as of a day. */
export const LedgerRowShape = z.strictObject({
  ...EntryShape.shape,
  report: z.string().describe("Id of the report that tells it first; start and end lead into its text"),
  deadline_passed: z.boolean().nullable().describe("What the calendar says as of the day asked for"),
  state: EntryStateShape.nullable().describe("Null for a warning, which has none"),
  responses: z.array(ResponseShape),
  tellings: z.array(
    z.strictObject({
      report: z.string(),
      by: PartyShape.nullable(),
      text: z.string(),
      start: offset,
      end: offset,
      added: z.array(z.string()).describe("Words that the first telling does not have"),
      dropped: z.array(z.string()),
    }),
  ),
  history: z.array(
    z.strictObject({ date: isoDate.nullable(), state: EntryStateShape, event_id: z.string() }),
  ),
});

export type LedgerLine = LedgerRow<EntryRecord>;

export const LedgerParams = z.strictObject({
  as_of: isoDate.nullable().default(null).describe("By default the date of the newest report in scope"),
});

/** Demands, threats, offers, promises and agreements with what became of them, as of a day. */
export const ledgerView: View<typeof LedgerParams, ReportFacts<EntryRecord>, LedgerLine> = {
  name: "ledger",
  params: LedgerParams,
  rows: (facts, { as_of }) => settleLedger(facts, as_of),
};

/** The day that a ledger is as of: the one asked for, or that of the newest report. */
export function asOfDay(facts: readonly ReportFacts<EntryRecord>[], asOf: string | null): string | null {
  if (asOf !== null) return asOf;
  let newest: string | null = null;
  for (const { date } of facts) if (date !== null && (newest === null || date > newest)) newest = date;
  return newest;
}
