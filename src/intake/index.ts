export { type AddCounts, type AddOptions, addReport, addSources, type SourceItem, type Step } from "./add.ts";
export { AnalysisError, type AnalysisErrorCode, type Analyzer } from "./analyzer.ts";
export { AnalysisPool, type PoolOptions } from "./pool.ts";
export type { InputFormat } from "./read-file.ts";
export { type ReadOptions, readPaths } from "./read-paths.ts";
