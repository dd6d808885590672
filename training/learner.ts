import type { Rows } from "../src/parse/features.ts";
import type { Scorer } from "../src/parse/weights.ts";

/** One weight of a trained model: a row speaks for a label. */
export interface Weight {
  readonly row: number;
  readonly label: number;
  readonly value: number;
}

/**
 * An averaged perceptron over hashed rows that holds only the weights it has touched. Updates are whole numbers, so that
 * training gives the same weights everywhere.
 */
export class Learner implements Scorer {
  readonly #first: Int32Array;
  #next = new Int32Array(1 << 16);
  #label = new Uint8Array(1 << 16);
  #weight = new Int32Array(1 << 16);
  #sum = new Float64Array(1 << 16);
  #stamp = new Uint32Array(1 << 16);
  #count = 0;
  /** Decisions seen so far; the average runs over them. */
  #time = 0;

  constructor(bits: number) {
    this.#first = new Int32Array(2 ** bits).fill(-1);
  }

  get size(): number {
    return this.#count;
  }

  score(rows: Rows, scores: Int32Array | Float32Array): void {
    scores.fill(0);
    for (let i = 0; i < rows.count; i++)
      for (let entry = this.#first[rows.rows[i]!]!; entry >= 0; entry = this.#next[entry]!)
        scores[this.#label[entry]!]! += this.#weight[entry]!;
  }

  /** Counts a decision, whether it led to an update or not. */
  tick(): void {
    this.#time++;
  }

  update(rows: Rows, label: number, delta: number): void {
    for (let i = 0; i < rows.count; i++) {
      const entry = this.#entry(rows.rows[i]!, label);
      this.#sum[entry]! += this.#weight[entry]! * (this.#time - this.#stamp[entry]!);
      this.#stamp[entry] = this.#time;
      this.#weight[entry]! += delta;
    }
  }

  #entry(row: number, label: number): number {
    let entry = this.#first[row]!;
    while (entry >= 0 && this.#label[entry] !== label) entry = this.#next[entry]!;
    if (entry >= 0) return entry;
    if (this.#count === this.#next.length) this.#grow();
    const added = this.#count++;
    this.#label[added] = label;
    this.#next[added] = this.#first[row]!;
    this.#stamp[added] = this.#time;
    this.#first[row] = added;
    return added;
  }

  #grow(): void {
    const length = this.#next.length * 2;
    const copy = <T extends Int32Array | Uint8Array | Float64Array | Uint32Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.#next = copy(this.#next, new Int32Array(length));
    this.#label = copy(this.#label, new Uint8Array(length));
    this.#weight = copy(this.#weight, new Int32Array(length));
    this.#sum = copy(this.#sum, new Float64Array(length));
    this.#stamp = copy(this.#stamp, new Uint32Array(length));
  }

  /** The averaged weights, by row and label. */
  average(): Weight[] {
    const weights: Weight[] = [];
    for (let row = 0; row < this.#first.length; row++) {
      const ofRow: Weight[] = [];
      for (let entry = this.#first[row]!; entry >= 0; entry = this.#next[entry]!) {
        const sum = this.#sum[entry]! + this.#weight[entry]! * (this.#time - this.#stamp[entry]!);
        if (sum !== 0) ofRow.push({ row, label: this.#label[entry]!, value: sum / this.#time });
      }
      weights.push(...ofRow.sort((a, b) => a.label - b.label));
    }
    return weights;
  }
}
