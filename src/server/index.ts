export type { ReportSource } from "../report/index.ts";
export { type AppOptions, createApp } from "./app.ts";
export type { AllowedHosts } from "./guard.ts";
export { type Listening, listen } from "./listen.ts";
export { type Page, type Pages, pagesFolder, readPages } from "./pages.ts";
export type { ReportAdder, ReportPage, ReportQuery, ReportSummary, ReportsSource } from "./ports.ts";
