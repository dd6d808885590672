import type { Document } from "../document/index.ts";
import type { Coding } from "../event/index.ts";
import type { ReportLedger } from "../ledger/index.ts";
import type { Mentions } from "../mention/index.ts";
import type { Report } from "../report/index.ts";

/** Everything that was made of one report, stage by stage. */
export interface Analysis {
  readonly report: Report;
  readonly doc: Document;
  readonly mentions: Mentions;
  readonly coding: Coding;
  readonly ledger: ReportLedger;
}
