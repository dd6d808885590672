import type { Range } from "../report/index.ts";

/**
 * The id of an act: the report's id (its first sixteen figures), the range of the trigger and that of what tells the act from its
 * neighbours, in code points. Neither type nor number enters it, so that a better coding of the same words keeps its id.
 */
export function identify(
  reportId: string,
  codePoint: (utf16: number) => number,
  trigger: Range,
  distinguishing: Range | null,
): string {
  const at = (range: Range): string => `${codePoint(range.from)}-${codePoint(range.to)}`;
  const tail = distinguishing === null ? "" : `~${at(distinguishing)}`;
  return `${reportId.slice(0, 16)}:${at(trigger)}${tail}`;
}
