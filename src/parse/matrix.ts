import type { Container } from "../resource/index.ts";
import type { Kernel } from "./kernel.ts";

/** A layer's weights in the kernel's memory, and what its sums of products mean. */
export interface Matrix {
  /** Byte offset in the kernel's memory; one row after the other, `width` 16-bit numbers each. */
  readonly at: number;
  readonly rows: number;
  readonly width: number;
  /** A sum times this, plus `bias`, is the row's value. */
  readonly scale: Float64Array;
  readonly bias: Float64Array;
}

/** Hands out stretches of the kernel's memory, which must be reserved before they are used. */
export class Places {
  #next: number;

  constructor(from = 0) {
    this.#next = from;
  }

  /** The end of all stretches so far. */
  get end(): number {
    return this.#next;
  }

  take(bytes: number): number {
    const at = this.#next;
    this.#next = (at + bytes + 15) & ~15;
    return at;
  }
}

/**
 * Unpacks the matrix of that name into the kernel's memory. Rows are stored as bytes with a scale each; `inputScale` is
 * what the 16-bit inputs were multiplied by. Rows are filled up with zeros to a width divisible by 8.
 */
export function readMatrix(
  container: Container,
  name: string,
  kernel: Kernel,
  places: Places,
  inputScale: number,
): Matrix {
  const weights = container.section(`${name}-weights`) as Int8Array;
  const scales = container.section(`${name}-scales`) as Float32Array;
  const rows = scales.length;
  const columns = weights.length / rows;
  const width = (columns + 7) & ~7;
  const at = places.take(rows * width * 2);
  kernel.reserve(places.end);
  const memory = new Int16Array(kernel.buffer(), at, rows * width);
  for (let row = 0; row < rows; row++)
    memory.set(weights.subarray(row * columns, (row + 1) * columns), row * width);
  return {
    at,
    rows,
    width,
    scale: Float64Array.from(scales, (scale) => scale / inputScale),
    bias: Float64Array.from(container.section(`${name}-bias`)),
  };
}

/** A number as a 16-bit whole number; what is too great is cut off. */
export function toInt16(value: number): number {
  if (value >= 32767) return 32767;
  return value <= -32767 ? -32767 : Math.floor(value + 0.5);
}
