import type { Container } from "../resource/index.ts";
import type { Kernel } from "./kernel.ts";
import { CELL_CONSTANTS, STATE_SCALE } from "./kernel-steps.ts";
import { type Matrix, type Places, readMatrix } from "./matrix.ts";

/** Sentences worked on at once, the longest first; their words lie one after the other. */
export interface Batch {
  readonly lengths: readonly number[];
  /** First word of each sentence. */
  readonly starts: readonly number[];
  readonly total: number;
}

/** Rounds up to whole pairs, as the kernel takes them. */
export function even(count: number): number {
  return (count + 1) & ~1;
}

const DIRECTIONS = ["forward", "backward"] as const;

/** One bidirectional recurrent layer (LSTM; gates in the order input, forget, cell, output). */
export class RecurrentLayer {
  readonly #input: Matrix;
  readonly #states: readonly Matrix[];
  /** For each direction, where the factors of its gates lie. */
  readonly #factors: readonly number[];
  readonly #kernel: Kernel;
  readonly hidden: number;

  constructor(container: Container, name: string, kernel: Kernel, places: Places, inputScale: number) {
    this.#kernel = kernel;
    this.#input = readMatrix(container, `${name}-input`, kernel, places, inputScale);
    this.#states = DIRECTIONS.map((direction) =>
      readMatrix(container, `${name}-${direction}`, kernel, places, STATE_SCALE),
    );
    this.hidden = this.#states[0]!.rows / 4;
    if (this.hidden % 8 !== 0)
      throw new RangeError(`the model's ${name} has ${this.hidden} states; they must be a multiple of 8`);
    this.#factors = DIRECTIONS.map((_, direction) => this.#placeFactors(direction, places));
  }

  /** Numbers in a row of inputs. */
  get inputWidth(): number {
    return this.#input.width;
  }

  /** Sums in a row that `project` makes. */
  get sumWidth(): number {
    return this.#input.rows;
  }

  /** How much memory the states of a run need. */
  workspace({ lengths }: Batch): number {
    return even(lengths.length) * this.hidden * 22 + 64;
  }

  /** The part of the gates that hangs on the inputs alone: `count` rows, an even number. */
  project(input: number, sums: number, count: number): void {
    const { at, rows, width } = this.#input;
    this.#kernel.multiply(input, at, sums, count, rows, width);
  }

  /**
   * Reads the sums of each word, whose places `sums` gives, and writes as many rows of 2 × hidden states to `output`.
   * `places` is the start of the workspace.
   */
  run(batch: Batch, sums: (word: number) => number, output: number, places: Places): void {
    const groups = even(batch.lengths.length);
    const at = {
      output,
      state: places.take(groups * this.hidden * 2),
      stateSums: places.take(groups * this.hidden * 16),
      cells: places.take(groups * this.hidden * 4),
    };
    for (const direction of [0, 1]) this.#sweep(batch, direction, sums, at);
  }

  #sweep(
    { lengths, starts }: Batch,
    direction: number,
    sums: (word: number) => number,
    { output, state, stateSums, cells }: Record<"output" | "state" | "stateSums" | "cells", number>,
  ): void {
    const { hidden } = this;
    const kernel = this.#kernel;
    const { at, rows, width } = this.#states[direction]!;
    const factors = this.#factors[direction]!;
    const groups = even(lengths.length);
    new Uint8Array(kernel.buffer(), state, cells + groups * hidden * 4 - state).fill(0);
    let active = lengths.length;
    for (let step = 0; step < (lengths[0] ?? 0); step++) {
      while (lengths[active - 1]! <= step) active--;
      if (step > 0) kernel.multiply(state, at, stateSums, even(active), rows, width);
      for (let i = 0; i < active; i++) {
        const word = starts[i]! + (direction === 0 ? step : lengths[i]! - 1 - step);
        kernel.cell(
          sums(word) + direction * rows * 4,
          stateSums + i * rows * 4,
          factors,
          cells + i * hidden * 4,
          state + i * hidden * 2,
          output + (word * 2 + direction) * hidden * 2,
          hidden,
        );
      }
    }
  }

  /** Puts the factors of the gates into memory; those of the three sigmoid gates are halved, as the kernel wants them. */
  #placeFactors(direction: number, places: Places): number {
    const { hidden } = this;
    const { rows, scale, bias } = this.#states[direction]!;
    const before = CELL_CONSTANTS.flatMap((value) => [value, value, value, value]);
    const at = places.take(before.length * 4 + rows * 12);
    this.#kernel.reserve(places.end);
    const buffer = this.#kernel.buffer();
    new Float32Array(buffer, at, before.length).set(before);
    const factors = new Float32Array(buffer, at + before.length * 4, rows * 3);
    for (let row = 0; row < rows; row++) {
      const half = row >= 2 * hidden && row < 3 * hidden ? 1 : 0.5;
      factors[row] = this.#input.scale[direction * rows + row]! * half;
      factors[rows + row] = scale[row]! * half;
      factors[2 * rows + row] = (this.#input.bias[direction * rows + row]! + bias[row]!) * half;
    }
    return at;
  }
}
