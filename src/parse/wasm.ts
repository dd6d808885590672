// The kernel's module is put together from its instructions, so that no binary has to be trusted. A piece of code is a list
// of bytes; what a function works with are its locals, by number.

/** A function of a module: its parameters are whole numbers, then come the locals of both kinds. */
export interface WasmFunction {
  readonly name: string;
  readonly parameters: number;
  readonly numbers: number;
  readonly vectors: number;
  readonly body: readonly number[];
}

/** A number in as few bytes as it needs. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest === 0 ? low : low | 0x80);
  } while (rest !== 0);
  return bytes;
}

const signed = (value: number): number[] =>
  value >= -64 && value < 64 ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)];

export const get = (local: number): number[] => [0x20, ...unsigned(local)];
export const set = (local: number): number[] => [0x21, ...unsigned(local)];
export const number = (value: number): number[] => [0x41, ...signed(value)];
export const [ADD, SUB, MUL, SHIFT_LEFT, LESS] = [0x6a, 0x6b, 0x6c, 0x74, 0x49];

/** A local grows by a number. */
export const advance = (local: number, by: readonly number[]): number[] => [
  ...get(local),
  ...by,
  ADD,
  ...set(local),
];

/** Runs the body, and again while the condition holds. */
export const repeat = (body: readonly number[], condition: readonly number[]): number[] => [
  ...[0x03, 0x40],
  ...body,
  ...condition,
  ...[0x0d, 0, 0x0b],
];

/** Runs the body if the condition holds. */
export const when = (condition: readonly number[], body: readonly number[]): number[] => [
  ...condition,
  ...[0x04, 0x40],
  ...body,
  0x0b,
];

const vector = (code: number): number[] => [0xfd, ...unsigned(code)];

export const ZERO = [...vector(12), ...new Array<number>(16).fill(0)];
export const DOT = vector(0xba);
export const ADD_NUMBERS = vector(0xae);
export const TO_FRACTIONS = vector(0xfa);
export const TO_NUMBERS = vector(0xf8);
export const NARROW = vector(0x85);
export const SPLAT = vector(0x11);
export const FLOOR = vector(0x68);
export const [ADD_FRACTIONS, TIMES, DIVIDED, LEAST, MOST] = [0xe4, 0xe6, 0xe7, 0xea, 0xeb].map(vector) as [
  number[],
  number[],
  number[],
  number[],
  number[],
];

/** Four times the same fraction. */
export function four(value: number): number[] {
  const bytes = new Uint8Array(new Float32Array(4).fill(value).buffer);
  return [...vector(12), ...bytes];
}

/** The vector at an address. */
export const load = (address: readonly number[], offset = 0): number[] => [
  ...address,
  ...vector(0),
  ...[0, ...unsigned(offset)],
];

/** Puts the vector that `value` leaves to an address. */
export const store = (address: readonly number[], value: readonly number[]): number[] => [
  ...address,
  ...value,
  ...vector(11),
  ...[0, 0],
];

/** Puts the first half of a vector to an address. */
export const storeHalf = (address: readonly number[], value: readonly number[]): number[] => [
  ...address,
  ...value,
  ...vector(0x5b),
  ...[0, 0, 0],
];

export const storeNumber = (address: readonly number[], value: readonly number[], offset = 0): number[] => [
  ...address,
  ...value,
  ...[0x36, 0, ...unsigned(offset)],
];

export const storeFraction = (address: readonly number[], value: readonly number[]): number[] => [
  ...address,
  ...value,
  ...[0x38, 0, 0],
];

export const loadFraction = (address: readonly number[]): number[] => [...address, ...[0x2a, 0, 0]];
export const numberToFraction = (code: readonly number[]): number[] => [...code, 0xb2];
export const loadNumber = (address: readonly number[]): number[] => [...address, ...[0x28, 0, 0]];
export const [ADD_FRACTION, MULTIPLY_FRACTION] = [0x92, 0x94];

/** The four lanes of a local added up, from the first to the last. */
export function lanes(local: number, kind: "numbers" | "fractions"): number[] {
  const [extract, add] = kind === "numbers" ? [27, ADD] : [31, ADD_FRACTION];
  const lane = (n: number) => [...get(local), ...vector(extract), n];
  return [...lane(0), ...lane(1), add, ...lane(2), add, ...lane(3), add];
}

/** A vector of the sums of the four lanes of each of four locals. */
export function foldFour([a, b, c, d]: readonly [number, number, number, number]): number[] {
  const pick = (x: readonly number[], y: readonly number[], lanes: readonly number[]) => [
    ...[...x, ...y, ...vector(13)],
    ...lanes.flatMap((lane) => [0, 1, 2, 3].map((byte) => lane * 4 + byte)),
  ];
  const halves = (x: number, y: number) => [
    ...pick(get(x), get(y), [0, 4, 1, 5]),
    ...pick(get(x), get(y), [2, 6, 3, 7]),
    ...ADD_NUMBERS,
  ];
  const [first, second] = [a, c];
  return [
    ...[...halves(a, b), ...set(first), ...halves(c, d), ...set(second)],
    ...pick(get(first), get(second), [0, 1, 4, 5]),
    ...pick(get(first), get(second), [2, 3, 6, 7]),
    ...ADD_NUMBERS,
  ];
}

/** A module with these functions, which takes its memory from outside ("m" of "m"). */
export function wasmModule(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const [I32, V128] = [0x7f, 0x7b];
  const list = (items: readonly (readonly number[])[]) => [...unsigned(items.length), ...items.flat()];
  const section = (id: number, content: readonly number[]) => [id, ...unsigned(content.length), ...content];
  const types = functions.map(({ parameters }) => [
    0x60,
    ...unsigned(parameters),
    ...new Array<number>(parameters).fill(I32),
    0,
  ]);
  const names = functions.map(({ name }, i) => [
    ...unsigned(name.length),
    ...Array.from(name, (letter) => letter.charCodeAt(0)),
    ...[0, i],
  ]);
  const bodies = functions.map(({ numbers, vectors, body }) => {
    const code = [2, ...unsigned(numbers), I32, ...unsigned(vectors), V128, ...body, 0x0b];
    return [...unsigned(code.length), ...code];
  });
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list(types)),
    ...section(2, [1, 1, 0x6d, 1, 0x6d, 2, 0, 1]),
    ...section(3, list(functions.map((_, i) => [i]))),
    ...section(7, list(names)),
    ...section(10, list(bodies)),
  ]);
}
