import type { Range } from "../report/index.ts";
import type { TraceStep } from "./act.ts";

/** One step of the reasons for an act. */
export function step(rule: string, range: Range, source: string | null, detail: string): TraceStep {
  return { from: range.from, to: range.to, rule, source, detail };
}
