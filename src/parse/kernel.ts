/**
 * The one heavy step of the network: products of whole-number matrices. WebAssembly's SIMD does it where it can be had,
 * plain JavaScript elsewhere; both add up the same whole numbers and so give the same bytes.
 */
export interface Kernel {
  readonly name: "simd" | "scalar";
  /** The memory that all matrices lie in; it may be replaced by a call of `reserve`. */
  buffer(): ArrayBuffer;
  /** Makes the memory at least so many bytes long. */
  reserve(bytes: number): void;
  /**
   * For each of `count` rows of a and `rows` rows of w, both `width` 16-bit numbers long, the sum of products as a 32-bit
   * number: out[i * rows + r]. Places are byte offsets divisible by 16; `count` and `width` are multiples of 4 and of 8.
   */
  multiply(a: number, w: number, out: number, count: number, rows: number, width: number): void;
}

const PAGE = 65536;

/** The kernel in plain JavaScript. */
export function scalarKernel(): Kernel {
  let memory = new ArrayBuffer(PAGE);
  return {
    name: "scalar",
    buffer: () => memory,
    reserve(bytes) {
      if (bytes <= memory.byteLength) return;
      const larger = new ArrayBuffer(Math.ceil(bytes / PAGE) * PAGE);
      new Uint8Array(larger).set(new Uint8Array(memory));
      memory = larger;
    },
    multiply(a, w, out, count, rows, width) {
      const left = new Int16Array(memory, a, count * width);
      const right = new Int16Array(memory, w, rows * width);
      const sums = new Int32Array(memory, out, count * rows);
      for (let i = 0; i < count; i++)
        for (let r = 0; r < rows; r++) {
          let sum = 0;
          for (let k = 0, x = i * width, y = r * width; k < width; k++, x++, y++)
            sum = (sum + left[x]! * right[y]!) | 0;
          sums[i * rows + r] = sum;
        }
    },
  };
}

/** The kernel in WebAssembly, or null where SIMD is not to be had. */
export function simdKernel(): Kernel | null {
  const bytes = moduleBytes();
  if (typeof WebAssembly === "undefined" || !WebAssembly.validate(bytes)) return null;
  const memory = new WebAssembly.Memory({ initial: 1 });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { m: { m: memory } });
  return {
    name: "simd",
    buffer: () => memory.buffer,
    reserve(needed) {
      const missing = Math.ceil((needed - memory.buffer.byteLength) / PAGE);
      if (missing > 0) memory.grow(missing);
    },
    multiply: instance.exports["f"] as Kernel["multiply"],
  };
}

/** The fastest kernel that this engine has. */
export function fastestKernel(): Kernel {
  return simdKernel() ?? scalarKernel();
}

// The module is put together here from its instructions, so that no binary has to be trusted.
const [I32, V128] = [0x7f, 0x7b];
const LOCAL = { a: 0, w: 1, out: 2, count: 3, rows: 4, width: 5, row: 6, k: 7, wAt: 8, aAt: 9, rowBytes: 10 };
const FIRST_SUM = 11;
const [LEFT_ROWS, RIGHT_ROWS] = [4, 2];

function leb(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest === 0 ? low : low | 0x80);
  } while (rest !== 0);
  return bytes;
}

const get = (local: number) => [0x20, ...leb(local)];
const set = (local: number) => [0x21, ...leb(local)];
/** i32.const of a number below 64. */
const constant = (value: number) => [0x41, value];
const [ADD, MUL, SUB] = [0x6a, 0x6c, 0x6b];
const [LESS_UNSIGNED, SHIFT_LEFT] = [0x49, 0x74];
const simd = (code: number) => [0xfd, ...leb(code)];
const load128 = (offset: number) => [...simd(0), 4, ...leb(offset)];
const store32 = (offset: number) => [0x36, 2, ...leb(offset)];
const loop = (body: number[]) => [0x03, 0x40, ...body, 0x0b];
const repeatWhile = (condition: number[]) => [...condition, 0x0d, 0];
const advance = (local: number, by: number[]) => [...get(local), ...by, ADD, ...set(local)];

/** The sum of the four lanes of a vector in a local. */
function lanes(local: number): number[] {
  const lane = (n: number) => [...get(local), ...simd(27), n];
  return [...lane(0), ...lane(1), ADD, ...lane(2), ADD, ...lane(3), ADD];
}

/** Sums for four rows of a with one or two rows of w, then the place where they go. */
function block(rightRows: number): number[] {
  const { a, out, rows, row, k, wAt, aAt, rowBytes } = LOCAL;
  const sum = (left: number, right: number) => FIRST_SUM + left * RIGHT_ROWS + right;
  const leftVector = FIRST_SUM + LEFT_ROWS * RIGHT_ROWS;
  const rightVector = (right: number) => leftVector + 1 + right;
  const code: number[] = [];
  for (let left = 0; left < LEFT_ROWS; left++)
    for (let right = 0; right < rightRows; right++)
      code.push(...simd(12), ...new Array<number>(16).fill(0), ...set(sum(left, right)));
  const inner: number[] = [];
  for (let right = 0; right < rightRows; right++) {
    inner.push(...get(wAt), ...get(k), ADD);
    if (right > 0) inner.push(...get(rowBytes), ADD);
    inner.push(...load128(0), ...set(rightVector(right)));
  }
  for (let left = 0; left < LEFT_ROWS; left++) {
    inner.push(...get(a), ...get(k), ADD);
    if (left > 0) inner.push(...get(rowBytes), ...constant(left), MUL, ADD);
    inner.push(...load128(0), ...set(leftVector));
    for (let right = 0; right < rightRows; right++)
      inner.push(
        ...[
          ...get(sum(left, right)),
          ...get(leftVector),
          ...get(rightVector(right)),
          ...simd(0xba),
          ...simd(0xae),
        ],
        ...set(sum(left, right)),
      );
  }
  inner.push(...advance(k, constant(16)));
  inner.push(...repeatWhile([...get(k), ...get(rowBytes), LESS_UNSIGNED]));
  code.push(...constant(0), ...set(k), ...loop(inner));
  for (let left = 0; left < LEFT_ROWS; left++) {
    code.push(
      ...get(out),
      ...get(row),
      ...get(rows),
      ...constant(left),
      MUL,
      ADD,
      ...constant(2),
      SHIFT_LEFT,
      ADD,
    );
    code.push(...set(aAt));
    for (let right = 0; right < rightRows; right++)
      code.push(...get(aAt), ...lanes(sum(left, right)), ...store32(right * 4));
  }
  return code;
}

function functionBody(): number[] {
  const { a, w, out, count, rows, width, row, wAt, rowBytes } = LOCAL;
  const pairs = [
    ...block(RIGHT_ROWS),
    ...advance(wAt, [...get(rowBytes), ...constant(RIGHT_ROWS), MUL]),
    ...advance(row, constant(RIGHT_ROWS)),
    ...repeatWhile([...get(row), ...constant(1), ADD, ...get(rows), LESS_UNSIGNED]),
  ];
  const ifMore = (condition: number[], body: number[]) => [...condition, 0x04, 0x40, ...body, 0x0b];
  const perFour = [
    ...[...constant(0), ...set(row), ...get(w), ...set(wAt)],
    ...ifMore([...constant(1), ...get(rows), LESS_UNSIGNED], loop(pairs)),
    ...ifMore([...get(row), ...get(rows), LESS_UNSIGNED], block(1)),
    ...advance(a, [...get(rowBytes), ...constant(LEFT_ROWS), MUL]),
    ...advance(out, [...get(rows), ...constant(LEFT_ROWS * 4), MUL]),
    ...[...get(count), ...constant(LEFT_ROWS), SUB, ...set(count)],
    ...repeatWhile(get(count)),
  ];
  return [
    ...[...get(width), ...constant(1), SHIFT_LEFT, ...set(rowBytes)],
    ...ifMore(get(count), loop(perFour)),
    0x0b,
  ];
}

function moduleBytes(): Uint8Array<ArrayBuffer> {
  const section = (id: number, content: number[]) => [id, ...leb(content.length), ...content];
  const vectors = LEFT_ROWS * RIGHT_ROWS + 1 + RIGHT_ROWS;
  const body = [2, ...leb(5), I32, ...leb(vectors), V128, ...functionBody()];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 6, I32, I32, I32, I32, I32, I32, 0]),
    ...section(2, [1, 1, 0x6d, 1, 0x6d, 2, 0, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, 1, 0x66, 0, 0]),
    ...section(10, [1, ...leb(body.length), ...body]),
  ]);
}
