import type { Known } from "../mention/index.ts";
import type { ReadRecord } from "../record/index.ts";
import type { ReportSource } from "../report/index.ts";
import type { CoderVersion } from "../store/index.ts";

/** Reads reports somewhere else than in the thread that asks. */
export interface Analyzer {
  /** How many reports are read at once. */
  readonly size: number;
  /** What coder this is. */
  version(): Promise<CoderVersion>;
  /** Id of a report, without reading it. */
  identify(source: ReportSource): Promise<string>;
  /** Everything read in a report, with its trace; rejects with an `AnalysisError` where the coder gave up. */
  analyze(source: ReportSource, known?: Known): Promise<ReadRecord>;
}

export type AnalysisErrorCode = "too-slow" | "coder-crashed";

/** A report that the coder could not read: a fault of ours, said and counted while the other reports go on. */
export class AnalysisError extends Error {
  readonly code: AnalysisErrorCode;

  constructor(code: AnalysisErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "AnalysisError";
    this.code = code;
  }
}
