/**
 * The heavy steps of the network. WebAssembly's SIMD does them where it can be had, plain JavaScript elsewhere. Sums of
 * products are whole numbers, and all else is single-precision arithmetic whose operations every processor rounds alike,
 * done in the same order: so both give the same bytes.
 *
 * Places are byte offsets in the kernel's memory. What is called a count is that of numbers, not of bytes.
 */
export interface KernelSteps {
  /**
   * For each of `count` rows of a and `rows` rows of w, both `width` 16-bit numbers long, the sum of products as a 32-bit
   * number: out[i * rows + r]. `count` is even, `width` a multiple of 8.
   */
  multiply(a: number, w: number, out: number, count: number, rows: number, width: number): void;
  /**
   * One step of a recurrent layer (LSTM; gates in the order input, forget, cell, output) for one sentence. The gates come
   * from two rows of 4 × hidden sums; `factors` has `CELL_CONSTANTS`, four times each, then the single-precision factors of
   * both rows and what is added; `cells` has hidden single-precision numbers; the 16-bit state goes to `state` and to `output`. `hidden` is a multiple of 4.
   */
  cell(
    sums: number,
    stateSums: number,
    factors: number,
    cells: number,
    state: number,
    output: number,
    hidden: number,
  ): void;
  /**
   * Makes 16-bit numbers of `count` sums, a multiple of 4: sum times factor plus what is added, none below `least`, rounded.
   * `factors` has `count` single-precision factors and then, `gap` bytes after the first, the additions.
   */
  narrow(sums: number, factors: number, gap: number, out: number, count: number, least: number): void;
  /**
   * Scores of `labels` relations: each has `width` + 1 sums, which become numbers by `factors` (first all factors, then all
   * additions); the first `width` are multiplied with the single-precision numbers at `head`. `width` is a multiple of 4.
   */
  relations(sums: number, factors: number, head: number, out: number, labels: number, width: number): void;
}

/** What the outputs of a recurrent layer are multiplied by to become 16-bit numbers. */
export const STATE_SCALE = 16384;

/**
 * tanh(x) is x (a + b x² + c x⁴) / (1 + d x² + e x⁴ + f x⁶) to 0.000007 for x up to 6, and the value there beyond. Fitted by
 * least squares with the greatest errors weighted up.
 */
export const TANH = {
  reach: 6,
  over: [0.9999711527445434, 0.11447248562846962, 0.0014955385389719513],
  under: [0.44771384693602845, 0.017487316371148302, 0.000055185087661174565],
} as const;

/** What the gates are worked out with. They lie in memory before the factors, where they are read the fastest. */
export const CELL_CONSTANTS: readonly number[] = [
  ...TANH.over,
  ...TANH.under,
  1,
  TANH.reach,
  -TANH.reach,
  0.5,
  STATE_SCALE,
];
