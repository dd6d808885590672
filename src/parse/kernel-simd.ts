import { CELL_CONSTANTS, STATE_SCALE, TANH } from "./kernel-steps.ts";
import {
  ADD,
  ADD_FRACTION,
  ADD_FRACTIONS,
  ADD_NUMBERS,
  advance,
  DIVIDED,
  DOT,
  FLOOR,
  foldFour,
  four,
  get,
  LEAST,
  LESS,
  lanes,
  load,
  loadFraction,
  loadNumber,
  MOST,
  MUL,
  MULTIPLY_FRACTION,
  NARROW,
  number,
  numberToFraction,
  repeat,
  SHIFT_LEFT,
  SPLAT,
  SUB,
  set,
  store,
  storeFraction,
  storeHalf,
  storeNumber,
  TIMES,
  TO_FRACTIONS,
  TO_NUMBERS,
  type WasmFunction,
  wasmModule,
  when,
  ZERO,
} from "./wasm.ts";

/** The steps of the kernel as a WebAssembly module; `kernel-steps.ts` says what each does. */
export function simdModule(): Uint8Array<ArrayBuffer> {
  return wasmModule([multiply(), cell(), narrow(), relations()]);
}

/** Rows of a and of w that are multiplied at once: all their sums are kept in registers. */
const [LEFT_ROWS, RIGHT_ROWS] = [2, 4];

function multiply(): WasmFunction {
  const [a, w, out, count, rows, width, row, k, wAt, rowBytes, outAt] = upTo(11);
  const [aAt, left, wPlace, aPlace] = [11, 12, 13, 14];
  const FIRST_VECTOR = 15;
  const sum = (l: number, r: number) => FIRST_VECTOR + l * RIGHT_ROWS + r;
  const rightVector = (r: number) => FIRST_VECTOR + LEFT_ROWS * RIGHT_ROWS + r;
  const leftVector = rightVector(RIGHT_ROWS);
  const below = (place: number, steps: number) => [
    ...get(place),
    ...(steps === 0 ? [] : [...get(rowBytes), ...(steps === 1 ? [] : [...number(steps), MUL]), ADD]),
  ];

  /** Takes in 8 numbers of each row. */
  const step = (rightRows: number) => {
    const code = [...get(wAt), ...get(k), ADD, ...set(wPlace), ...get(aAt), ...get(k), ADD, ...set(aPlace)];
    for (let r = 0; r < rightRows; r++) code.push(...load(below(wPlace, r)), ...set(rightVector(r)));
    for (let l = 0; l < LEFT_ROWS; l++) {
      code.push(...load(below(aPlace, l)), ...set(leftVector));
      for (let r = 0; r < rightRows; r++)
        code.push(
          ...[...get(sum(l, r)), ...get(leftVector), ...get(rightVector(r)), ...DOT, ...ADD_NUMBERS],
          ...set(sum(l, r)),
        );
    }
    return code;
  };
  /** Sums for two rows of a with four rows of w or one, and where they go. */
  const block = (rightRows: 1 | 4) => {
    const code: number[] = [];
    for (let l = 0; l < LEFT_ROWS; l++)
      for (let r = 0; r < rightRows; r++) code.push(...ZERO, ...set(sum(l, r)));
    code.push(...number(0), ...set(k));
    code.push(
      ...repeat([...step(rightRows), ...advance(k, number(16))], [...get(k), ...get(rowBytes), LESS]),
    );
    for (let l = 0; l < LEFT_ROWS; l++) {
      const sums = [0, 1, 2, 3].map((r) => sum(l, r)) as [number, number, number, number];
      if (rightRows === 4) code.push(...store(get(outAt), foldFour(sums)));
      else code.push(...storeNumber(get(outAt), lanes(sums[0], "numbers")));
      code.push(...advance(outAt, [...get(rows), ...number(2), SHIFT_LEFT]));
    }
    return code;
  };
  /** All rows of a with some rows of w, which stay in the nearest cache. */
  const down = (rightRows: 1 | 4) => [
    ...[...get(a), ...set(aAt), ...get(count), ...set(left)],
    ...[...get(out), ...get(row), ...number(2), SHIFT_LEFT, ADD, ...set(outAt)],
    ...repeat(
      [
        ...block(rightRows),
        ...advance(aAt, [...get(rowBytes), ...number(LEFT_ROWS), MUL]),
        ...[...get(left), ...number(LEFT_ROWS), SUB, ...set(left)],
      ],
      get(left),
    ),
    ...advance(wAt, [...get(rowBytes), ...number(rightRows), MUL]),
    ...advance(row, number(rightRows)),
  ];
  const fourLeft = [...get(row), ...number(3), ADD, ...get(rows), LESS];
  const oneLeft = [...get(row), ...get(rows), LESS];
  return {
    name: "multiply",
    parameters: 6,
    numbers: FIRST_VECTOR - 6,
    vectors: LEFT_ROWS * RIGHT_ROWS + RIGHT_ROWS + 1,
    body: [
      ...[...get(width), ...number(1), SHIFT_LEFT, ...set(rowBytes), ...get(w), ...set(wAt)],
      ...when(get(count), [
        ...when(fourLeft, repeat(down(4), fourLeft)),
        ...when(oneLeft, repeat(down(1), oneLeft)),
      ]),
    ],
  };
}

/** tanh of four fractions in a local; `square` is a local of its own use. */
function tanh(local: number, square: number, constant: (value: number) => number[]): number[] {
  const { reach, over, under } = TANH;
  const [x, t] = [get(local), get(square)];
  const horner = (highestFirst: readonly number[]) =>
    highestFirst.flatMap((value, i) =>
      i === 0 ? constant(value) : [...t, ...TIMES, ...constant(value), ...ADD_FRACTIONS],
    );
  return [
    ...[...x, ...constant(-reach), ...MOST, ...constant(reach), ...LEAST, ...set(local)],
    ...[...x, ...x, ...TIMES, ...set(square)],
    ...[...horner([over[2], over[1], over[0]]), ...x, ...TIMES],
    ...[...horner([under[2], under[1], under[0], 1]), ...DIVIDED],
  ];
}

function cell(): WasmFunction {
  const [sums, stateSums, factors, cells, state, output, hidden, u, quarter] = upTo(9);
  const [x, square, input, value] = [9, 10, 11, 12];
  const at = (base: number, quarters: number) => [
    ...[...get(base), ...get(u), ADD],
    ...(quarters === 0 ? [] : [...get(quarter), ...number(quarters), MUL, ADD]),
  ];
  const constant = (value: number) => load(get(factors), CELL_CONSTANTS.indexOf(value) * 16);
  const factor = (n: number) => load(at(factors, n), CELL_CONSTANTS.length * 16);
  const gate = (n: number) => [
    ...[...load(at(sums, n)), ...TO_FRACTIONS, ...factor(n), ...TIMES],
    ...[...load(at(stateSums, n)), ...TO_FRACTIONS, ...factor(n + 4), ...TIMES, ...ADD_FRACTIONS],
    ...[...factor(n + 8), ...ADD_FRACTIONS],
  ];
  const tanhOf = (code: readonly number[]) => [...code, ...set(x), ...tanh(x, square, constant)];
  const sigmoidOf = (code: readonly number[]) => [
    ...tanhOf(code),
    ...[...constant(0.5), ...TIMES, ...constant(0.5), ...ADD_FRACTIONS],
  ];
  const body = [
    ...[...sigmoidOf(gate(0)), ...set(input), ...tanhOf(gate(2)), ...get(input), ...TIMES, ...set(input)],
    ...[
      ...sigmoidOf(gate(1)),
      ...load(at(cells, 0)),
      ...TIMES,
      ...get(input),
      ...ADD_FRACTIONS,
      ...set(value),
    ],
    ...store(at(cells, 0), get(value)),
    ...[...sigmoidOf(gate(3)), ...set(input), ...tanhOf(get(value)), ...get(input), ...TIMES],
    ...[
      ...constant(STATE_SCALE),
      ...TIMES,
      ...constant(0.5),
      ...ADD_FRACTIONS,
      ...FLOOR,
      ...TO_NUMBERS,
      ...set(x),
    ],
    ...[...get(x), ...get(x), ...NARROW, ...set(x)],
    ...[...storeHalf(get(state), get(x)), ...storeHalf(get(output), get(x))],
    ...[...advance(state, number(8)), ...advance(output, number(8)), ...advance(u, number(16))],
  ];
  return {
    name: "cell",
    parameters: 7,
    numbers: 2,
    vectors: 4,
    body: [
      ...[...get(hidden), ...number(2), SHIFT_LEFT, ...set(quarter)],
      ...repeat(body, [...get(u), ...get(quarter), LESS]),
    ],
  };
}

function narrow(): WasmFunction {
  const [sums, factors, gap, out, count, least, end] = upTo(7);
  const [x, floor] = [7, 8];
  const body = [
    ...[...load(get(sums)), ...TO_FRACTIONS, ...load(get(factors)), ...TIMES],
    ...[...load([...get(factors), ...get(gap), ADD]), ...ADD_FRACTIONS, ...get(floor), ...MOST],
    ...[...four(0.5), ...ADD_FRACTIONS, ...FLOOR, ...TO_NUMBERS, ...set(x)],
    ...storeHalf(get(out), [...get(x), ...get(x), ...NARROW]),
    ...[...advance(sums, number(16)), ...advance(factors, number(16)), ...advance(out, number(8))],
  ];
  return {
    name: "narrow",
    parameters: 6,
    numbers: 1,
    vectors: 2,
    body: [
      ...[...get(sums), ...get(count), ...number(2), SHIFT_LEFT, ADD, ...set(end)],
      ...[...get(least), ...SPLAT, ...TO_FRACTIONS, ...set(floor)],
      ...repeat(body, [...get(sums), ...get(end), LESS]),
    ],
  };
}

function relations(): WasmFunction {
  const [sums, factors, head, out, labels, width, gap, headEnd, headAt] = upTo(9);
  const sum = 9;
  const added = (address: readonly number[]) => [...address, ...get(gap), ADD];
  const four = [
    ...[...load(get(sums)), ...TO_FRACTIONS, ...load(get(factors)), ...TIMES],
    ...[...load(added(get(factors))), ...ADD_FRACTIONS, ...load(get(headAt)), ...TIMES],
    ...[...get(sum), ...ADD_FRACTIONS, ...set(sum)],
    ...[...advance(sums, number(16)), ...advance(factors, number(16)), ...advance(headAt, number(16))],
  ];
  const last = [
    ...[...numberToFraction(loadNumber(get(sums))), ...loadFraction(get(factors)), MULTIPLY_FRACTION],
    ...[...loadFraction(added(get(factors))), ADD_FRACTION],
  ];
  const body = [
    ...[...ZERO, ...set(sum), ...get(head), ...set(headAt)],
    ...repeat(four, [...get(headAt), ...get(headEnd), LESS]),
    ...storeFraction(get(out), [...lanes(sum, "fractions"), ...last, ADD_FRACTION]),
    ...[...advance(sums, number(4)), ...advance(factors, number(4)), ...advance(out, number(4))],
    ...[...get(labels), ...number(1), SUB, ...set(labels)],
  ];
  return {
    name: "relations",
    parameters: 6,
    numbers: 3,
    vectors: 1,
    body: [
      ...[...get(width), ...number(1), ADD, ...get(labels), MUL, ...number(2), SHIFT_LEFT, ...set(gap)],
      ...[...get(head), ...get(width), ...number(2), SHIFT_LEFT, ADD, ...set(headEnd)],
      ...repeat(body, get(labels)),
    ],
  };
}

/** The numbers from 0, to be named. */
function upTo(
  count: number,
): [number, number, number, number, number, number, number, number, number, number, number] {
  return Array.from({ length: count }, (_, i) => i) as ReturnType<typeof upTo>;
}
