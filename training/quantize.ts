import { PackedWeights } from "../src/parse/weights.ts";
import type { Weight } from "./learner.ts";

/** Weights as sections of the model file. */
export interface QuantizedWeights {
  readonly gaps: Uint16Array;
  readonly counts: Uint8Array;
  readonly labels: Uint8Array;
  readonly codes: Uint8Array;
  readonly levels: Int32Array;
}

/** The greatest level; the least is about a two-thousandth of it. */
const TOP_LEVEL = 1_000_000;

/**
 * Turns weights into bytes on a logarithmic scale: 127 steps of either sign. Weights nearer to zero than `least` (as a part
 * of the greatest) are dropped. Equal steps instead cost 2.5 points of LAS, these none.
 */
export function quantize(weights: readonly Weight[], least: number): QuantizedWeights {
  const top = weights.reduce((greatest, { value }) => Math.max(greatest, Math.abs(value)), 1e-9);
  const kept = weights.filter(({ value }) => Math.abs(value) >= top * least);
  const levels = new Int32Array(256);
  for (let step = 1; step <= 127; step++) {
    levels[step] = Math.round(TOP_LEVEL * least ** ((127 - step) / 126));
    levels[step + 128] = -levels[step]!;
  }
  const code = (value: number) => {
    const step = 127 - Math.round((126 * Math.log(Math.abs(value) / top)) / Math.log(least));
    return Math.min(127, Math.max(1, step)) + (value < 0 ? 128 : 0);
  };
  return {
    ...rowColumns(kept),
    labels: Uint8Array.from(kept, ({ label }) => label),
    codes: Uint8Array.from(kept, ({ value }) => code(value)),
    levels,
  };
}

function rowColumns(kept: readonly Weight[]): { gaps: Uint16Array; counts: Uint8Array } {
  const gaps: number[] = [];
  const counts: number[] = [];
  let last = 0;
  for (let i = 0; i < kept.length; ) {
    const row = kept[i]!.row;
    let end = i;
    while (end < kept.length && kept[end]!.row === row && end - i < 255) end++;
    for (; row - last > 65535; last += 65535) {
      gaps.push(65535);
      counts.push(0);
    }
    gaps.push(row - last);
    counts.push(end - i);
    last = row;
    i = end;
  }
  return { gaps: Uint16Array.from(gaps), counts: Uint8Array.from(counts) };
}

/** The weights as the runtime will use them. */
export function packedWeights(weights: QuantizedWeights, bits: number): PackedWeights {
  const { gaps, counts, labels, codes, levels } = weights;
  return new PackedWeights(bits, gaps, counts, labels, codes, levels);
}
