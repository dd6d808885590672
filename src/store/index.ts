export { StoreError, type StoreErrorCode } from "./error.ts";
export { type FlatCells, writeParquet } from "./flat.ts";
export type { Relearning } from "./known.ts";
export type { CoderVersion, NewCoding } from "./project.ts";
export type { ReportPage, ReportQuery } from "./read.ts";
export { SCHEMA_VERSION } from "./schema.ts";
export { openStore, Store, type StoreOptions } from "./store.ts";
export type { NewReport, Written } from "./write.ts";
