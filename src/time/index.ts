export type { DateRange, IsoDate } from "./date.ts";
