import type { Known } from "../mention/index.ts";
import type { ReadRecord } from "../record/index.ts";
import type { ReportSource } from "../report/index.ts";
import type { CoderVersion } from "../store/index.ts";

/** What a worker is started with. */
export interface WorkerOptions {
  readonly overlay?: string;
}

/** What a worker is asked. */
export type Task =
  | { readonly kind: "identify"; readonly source: ReportSource }
  | { readonly kind: "analyze"; readonly source: ReportSource; readonly known?: Known };

/** What a worker says: first that it is ready, or why it never will be, then one answer to each task. */
export type Answer =
  | { readonly kind: "ready"; readonly version: CoderVersion }
  | { readonly kind: "unusable"; readonly message: string }
  | { readonly kind: "identified"; readonly id: string }
  | { readonly kind: "analyzed"; readonly record: ReadRecord }
  | { readonly kind: "failed"; readonly message: string };
