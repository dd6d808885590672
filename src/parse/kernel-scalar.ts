import { CELL_CONSTANTS, type KernelSteps, STATE_SCALE, TANH } from "./kernel-steps.ts";

const { fround } = Math;
const [A, B, C] = TANH.over.map(fround) as [number, number, number];
const [D, E, F] = TANH.under.map(fround) as [number, number, number];
const REACH: number = TANH.reach;
const HALF = 0.5;

/** The steps in plain JavaScript, operation by operation as in `kernel-simd.ts`. */
export function scalarSteps(buffer: () => ArrayBuffer): KernelSteps {
  return {
    multiply(a, w, out, count, rows, width) {
      const left = new Int16Array(buffer(), a, count * width);
      const right = new Int16Array(buffer(), w, rows * width);
      const sums = new Int32Array(buffer(), out, count * rows);
      for (let i = 0; i < count; i += 2)
        for (let r = 0; r < rows; r += 2) multiplyTwo(left, right, sums, { i, r, rows, width });
    },

    cell(sums, stateSums, factors, cells, state, output, hidden) {
      const inputs = new Int32Array(buffer(), sums, hidden * 4);
      const recurrent = new Int32Array(buffer(), stateSums, hidden * 4);
      const factor = new Float32Array(buffer(), factors + CELL_CONSTANTS.length * 16, hidden * 12);
      const cell = new Float32Array(buffer(), cells, hidden);
      const states = new Int16Array(buffer(), state, hidden);
      const outputs = new Int16Array(buffer(), output, hidden);
      const gate = (i: number): number =>
        fround(
          fround(
            fround(fround(inputs[i]!) * factor[i]!) + fround(fround(recurrent[i]!) * factor[i + 4 * hidden]!),
          ) + factor[i + 8 * hidden]!,
        );
      for (let u = 0; u < hidden; u++) {
        const kept = fround(sigmoid(gate(u + hidden)) * cell[u]!);
        const value = fround(kept + fround(sigmoid(gate(u)) * tanh(gate(u + 2 * hidden))));
        cell[u] = value;
        const seen = fround(sigmoid(gate(u + 3 * hidden)) * tanh(value));
        states[u] = outputs[u] = Math.floor(fround(fround(seen * STATE_SCALE) + HALF));
      }
    },

    narrow(sums, factors, gap, out, count, least) {
      const from = new Int32Array(buffer(), sums, count);
      const factor = new Float32Array(buffer(), factors, count);
      const added = new Float32Array(buffer(), factors + gap, count);
      const to = new Int16Array(buffer(), out, count);
      for (let i = 0; i < count; i++) {
        const value = fround(fround(fround(from[i]!) * factor[i]!) + added[i]!);
        const rounded = Math.floor(fround((value > least ? value : least) + HALF));
        to[i] = rounded > 32767 ? 32767 : rounded;
      }
    },

    relations(sums, factors, head, out, labels, width) {
      const rows = labels * (width + 1);
      const from = new Int32Array(buffer(), sums, rows);
      const factor = new Float32Array(buffer(), factors, rows);
      const added = new Float32Array(buffer(), factors + rows * 4, rows);
      const heads = new Float32Array(buffer(), head, width);
      const scores = new Float32Array(buffer(), out, labels);
      const value = (row: number): number => fround(fround(fround(from[row]!) * factor[row]!) + added[row]!);
      const lane = new Float32Array(4);
      for (let label = 0, row = 0; label < labels; label++) {
        lane.fill(0);
        for (let j = 0; j < width; j++, row++)
          lane[j & 3] = fround(lane[j & 3]! + fround(value(row) * heads[j]!));
        const sum = fround(fround(fround(lane[0]! + lane[1]!) + lane[2]!) + lane[3]!);
        scores[label] = fround(sum + value(row++));
      }
    },
  };
}

/** Two rows of a with two rows of w, or with the last one. */
function multiplyTwo(
  left: Int16Array,
  right: Int16Array,
  sums: Int32Array,
  { i, r, rows, width }: { i: number; r: number; rows: number; width: number },
): void {
  const last = r + 1 === rows;
  const x0 = i * width;
  const x1 = x0 + width;
  const y0 = r * width;
  const y1 = last ? y0 : y0 + width;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let k = 0; k < width; k++) {
    const upper = left[x0 + k]!;
    const lower = left[x1 + k]!;
    const first = right[y0 + k]!;
    const second = right[y1 + k]!;
    a = (a + Math.imul(upper, first)) | 0;
    b = (b + Math.imul(upper, second)) | 0;
    c = (c + Math.imul(lower, first)) | 0;
    d = (d + Math.imul(lower, second)) | 0;
  }
  const out = i * rows + r;
  sums[out] = a;
  sums[out + rows] = c;
  if (last) return;
  sums[out + 1] = b;
  sums[out + rows + 1] = d;
}

function tanh(value: number): number {
  const x = value < -REACH ? -REACH : value > REACH ? REACH : value;
  const t = fround(x * x);
  const over = fround(fround(fround(fround(C * t) + B) * t) + A);
  const under = fround(fround(fround(fround(fround(fround(F * t) + E) * t) + D) * t) + 1);
  return fround(fround(over * x) / under);
}

/** Of half the argument: the factors of these gates are halved. */
function sigmoid(half: number): number {
  return fround(fround(tanh(half) * HALF) + HALF);
}
