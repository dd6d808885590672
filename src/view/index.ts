export { EventsParams, eventsView, ReportParams, reportView } from "./events.ts";
export { asOfDay, type LedgerLine, LedgerParams, LedgerRowShape, ledgerView } from "./ledger.ts";
export { cursorOf, type ReportRow, ReportsParams, reportsView } from "./reports.ts";
export type { View } from "./view.ts";
