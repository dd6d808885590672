import type { Act } from "./act.ts";

/** What lowers the trust in a coding, counted while it is made. */
export interface Doubts {
  /** The trigger is a noun. */
  readonly isNominal: boolean;
  /** A party was taken from the governing act and not from a place of the trigger. */
  readonly isInherited: boolean;
  /** How many operators were composed. */
  readonly depth: number;
}

/**
 * A first, uncalibrated measure: 0.95 for a verb with its parties in their own places; less 0.1 for a noun, 0.1 for an
 * inherited party, 0.05 for every operator beyond the first, 0.1 for a hedge, 0.1 for a recipient that is missing.
 */
export function confidenceOf(doubts: Doubts, act: Pick<Act, "hedge" | "recipients" | "actors">): number {
  let sum = 95;
  if (doubts.isNominal) sum -= 10;
  if (doubts.isInherited) sum -= 10;
  if (doubts.depth > 1) sum -= 5 * Math.min(doubts.depth - 1, 3);
  if (act.hedge !== null) sum -= 10;
  if (act.recipients.length === 0 && act.actors.length < 2) sum -= 10;
  return Math.max(sum, 20) / 100;
}
