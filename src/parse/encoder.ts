import type { Container } from "../resource/index.ts";
import type { Kernel } from "./kernel.ts";
import { type Curve, follow, type Matrix, Places, readMatrix } from "./matrix.ts";

/** What the outputs of a recurrent layer are multiplied by to become 16-bit numbers. */
export const STATE_SCALE = 16384;

/** Sentences worked on at once, the longest first; their words lie one after the other. */
export interface Batch {
  readonly lengths: readonly number[];
  /** First word of each sentence. */
  readonly starts: readonly number[];
  readonly total: number;
}

/** Rounds up to whole groups of four, as the kernel takes them. */
export function fours(count: number): number {
  return (count + 3) & ~3;
}

/** One bidirectional recurrent layer (LSTM; gates in the order input, forget, cell, output). */
export class RecurrentLayer {
  readonly #input: Matrix;
  readonly #states: readonly Matrix[];
  readonly #kernel: Kernel;
  readonly #sigmoid: Curve;
  readonly #tanh: Curve;
  readonly hidden: number;

  constructor(
    container: Container,
    name: string,
    kernel: Kernel,
    places: Places,
    options: { readonly inputScale: number; readonly sigmoid: Curve; readonly tanh: Curve },
  ) {
    this.#kernel = kernel;
    this.#input = readMatrix(container, `${name}-input`, kernel, places, options.inputScale);
    this.#states = ["forward", "backward"].map((direction) =>
      readMatrix(container, `${name}-${direction}`, kernel, places, STATE_SCALE),
    );
    this.hidden = this.#states[0]!.rows / 4;
    this.#sigmoid = options.sigmoid;
    this.#tanh = options.tanh;
  }

  get inputWidth(): number {
    return this.#input.width;
  }

  /** How much memory a run needs beside its input and output. */
  workspace(batch: Batch): number {
    const groups = fours(batch.lengths.length);
    return fours(batch.total) * this.#input.rows * 4 + groups * this.hidden * 18 + 64;
  }

  /**
   * Reads `total` rows of 16-bit inputs at `input` and writes as many rows of 2 × hidden states to `output`. `work` is the
   * start of the workspace.
   */
  run(batch: Batch, input: number, output: number, work: number): void {
    const places = new Places(work);
    const sums = places.take(fours(batch.total) * this.#input.rows * 4);
    const groups = fours(batch.lengths.length);
    const state = places.take(groups * this.hidden * 2);
    const stateSums = places.take(groups * this.hidden * 16);
    const { at, rows, width } = this.#input;
    this.#kernel.multiply(input, at, sums, fours(batch.total), rows, width);
    for (const direction of [0, 1]) this.#sweep(batch, direction, { sums, state, stateSums, output });
  }

  #sweep(
    { lengths, starts, total }: Batch,
    direction: number,
    at: { sums: number; state: number; stateSums: number; output: number },
  ): void {
    const { hidden } = this;
    const matrix = this.#states[direction]!;
    const buffer = this.#kernel.buffer();
    const groups = fours(lengths.length);
    const sums = new Int32Array(buffer, at.sums, fours(total) * this.#input.rows);
    const state = new Int16Array(buffer, at.state, groups * hidden).fill(0);
    const stateSums = new Int32Array(buffer, at.stateSums, groups * hidden * 4).fill(0);
    const output = new Int16Array(buffer, at.output, total * hidden * 2);
    const cells = new Float64Array(lengths.length * hidden);
    let active = lengths.length;
    for (let step = 0; step < (lengths[0] ?? 0); step++) {
      while (lengths[active - 1]! <= step) active--;
      if (step > 0)
        this.#kernel.multiply(at.state, matrix.at, at.stateSums, fours(active), matrix.rows, matrix.width);
      for (let i = 0; i < active; i++) {
        const word = starts[i]! + (direction === 0 ? step : lengths[i]! - 1 - step);
        const from = word * this.#input.rows + direction * hidden * 4;
        this.#cell(sums, from, stateSums, i, { cells, state, direction });
        output.set(state.subarray(i * hidden, (i + 1) * hidden), word * hidden * 2 + direction * hidden);
      }
    }
  }

  /** One step of one sentence: gates from the two sums, then cell and state. */
  #cell(
    sums: Int32Array,
    from: number,
    stateSums: Int32Array,
    i: number,
    { cells, state, direction }: { cells: Float64Array; state: Int16Array; direction: number },
  ): void {
    const { hidden } = this;
    const { scale: stateScale, bias } = this.#states[direction]!;
    const inputScale = this.#input.scale;
    const sigmoid = this.#sigmoid;
    const tanh = this.#tanh;
    const base = direction * hidden * 4;
    const stateBase = i * hidden * 4;
    for (let u = 0; u < hidden; u++) {
      const f = u + hidden;
      const g = f + hidden;
      const o = g + hidden;
      const a =
        sums[from + u]! * inputScale[base + u]! + stateSums[stateBase + u]! * stateScale[u]! + bias[u]!;
      const b =
        sums[from + f]! * inputScale[base + f]! + stateSums[stateBase + f]! * stateScale[f]! + bias[f]!;
      const c =
        sums[from + g]! * inputScale[base + g]! + stateSums[stateBase + g]! * stateScale[g]! + bias[g]!;
      const d =
        sums[from + o]! * inputScale[base + o]! + stateSums[stateBase + o]! * stateScale[o]! + bias[o]!;
      const at = i * hidden + u;
      const cell = follow(sigmoid, b) * cells[at]! + follow(sigmoid, a) * follow(tanh, c);
      cells[at] = cell;
      state[at] = Math.floor(follow(sigmoid, d) * follow(tanh, cell) * STATE_SCALE + 0.5);
    }
  }
}
