import type { Rows } from "./features.ts";

/** Anything that gives each label a score for the rows of a decision. */
export interface Scorer {
  /** Overwrites `scores`, one entry a label. */
  score(rows: Rows, scores: Int32Array | Float32Array): void;
}

/**
 * Weights as they ship: each row holds only the labels that it speaks for. A weight is one byte that leads into a table of
 * whole numbers, so that sums are exact and the same everywhere.
 */
export class PackedWeights implements Scorer {
  readonly #start: Uint32Array;
  readonly #labels: Uint8Array;
  readonly #weights: Int32Array;

  /** `gaps` and `counts` are the distances between the rows in use and how many labels each has. */
  constructor(
    bits: number,
    gaps: Uint16Array,
    counts: Uint8Array,
    labels: Uint8Array,
    codes: Uint8Array,
    levels: Int32Array,
  ) {
    const rowCount = 1 << bits;
    this.#start = new Uint32Array(rowCount + 1);
    let row = 0;
    let entry = 0;
    for (let i = 0; i < gaps.length; i++) {
      const next = row + gaps[i]!;
      this.#start.fill(entry, row + 1, next + 1);
      entry += counts[i]!;
      row = next;
    }
    this.#start.fill(entry, row + 1);
    this.#labels = labels;
    this.#weights = Int32Array.from(codes, (code) => levels[code]!);
  }

  score(rows: Rows, scores: Int32Array | Float32Array): void {
    scores.fill(0);
    const start = this.#start;
    for (let i = 0; i < rows.count; i++) {
      const row = rows.rows[i]!;
      const end = start[row + 1]!;
      for (let entry = start[row]!; entry < end; entry++)
        scores[this.#labels[entry]!]! += this.#weights[entry]!;
    }
  }
}

/** The label with the highest score, the first of equals. */
export function best(scores: Int32Array | Float32Array, count = scores.length): number {
  let found = 0;
  for (let i = 1; i < count; i++) if (scores[i]! > scores[found]!) found = i;
  return found;
}
