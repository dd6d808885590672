import { finish, mix } from "./hash.ts";
import type { Lexeme } from "./lexeme.ts";

/** Counts up with every change of what the features mean; a model names the one it was trained with. */
export const FEATURES_VERSION = 1;

/** A list of feature rows, refilled for every decision. */
export class Rows {
  readonly rows = new Int32Array(256);
  count = 0;
  #template = 0;
  readonly #shift: number;

  constructor(bits: number) {
    this.#shift = 32 - bits;
  }

  /** Empties the list. `group` keeps the templates of different decisions apart. */
  begin(group: number): void {
    this.count = 0;
    this.#template = Math.imul(group + 1, 0x3c6ef35f);
  }

  add1(a: number): void {
    const h = mix(this.#next(), a);
    this.rows[this.count++] = finish(h) >>> this.#shift;
  }

  add2(a: number, b: number): void {
    const h = mix(mix(this.#next(), a), b);
    this.rows[this.count++] = finish(h) >>> this.#shift;
  }

  add3(a: number, b: number, c: number): void {
    const h = mix(mix(mix(this.#next(), a), b), c);
    this.rows[this.count++] = finish(h) >>> this.#shift;
  }

  #next(): number {
    this.#template = (this.#template + 0x9e3779b9) | 0;
    return this.#template;
  }
}

/** Stands before the first and after the last word of a sentence. */
export const EDGE: Lexeme = {
  plain: "",
  form: 1,
  lower: 1,
  suffix: Int32Array.of(1, 1, 1, 1, 1),
  prefix: Int32Array.of(1, 1, 1),
  shape: 1,
  casing: 6,
  ambiguity: 65535,
};

/** Features for the tag of word i, given the two tags before it (-1 at the edge). */
export function tagFeatures(
  rows: Rows,
  words: readonly Lexeme[],
  i: number,
  tag1: number,
  tag2: number,
): void {
  const w = words[i]!;
  const a = words[i - 1] ?? EDGE;
  const aa = words[i - 2] ?? EDGE;
  const b = words[i + 1] ?? EDGE;
  const bb = words[i + 2] ?? EDGE;
  rows.begin(1);
  rows.add1(w.form);
  rows.add1(w.lower);
  for (let n = 0; n < 5; n++) rows.add1(w.suffix[n]!);
  for (let n = 0; n < 3; n++) rows.add1(w.prefix[n]!);
  rows.add1(w.shape);
  rows.add2(w.ambiguity, w.casing);
  rows.add3(w.casing, i === 0 ? 1 : 0, a.casing);
  rows.add1(a.lower);
  rows.add1(b.lower);
  rows.add1(aa.lower);
  rows.add1(bb.lower);
  rows.add1(a.suffix[2]!);
  rows.add1(b.suffix[2]!);
  rows.add1(b.suffix[1]!);
  rows.add2(b.ambiguity, b.casing);
  rows.add2(bb.ambiguity, bb.casing);
  rows.add2(b.ambiguity, bb.ambiguity);
  rows.add2(w.ambiguity, b.ambiguity);
  rows.add3(a.ambiguity, w.ambiguity, b.ambiguity);
  rows.add3(a.casing, w.shape, b.casing);
  rows.add2(a.lower, w.lower);
  rows.add2(w.lower, b.lower);
  rows.add2(w.suffix[2]!, w.casing);
  rows.add2(w.suffix[1]!, b.lower);
  rows.add1(tag1);
  rows.add1(tag2);
  rows.add2(tag1, tag2);
  rows.add2(tag1, w.lower);
  rows.add2(tag1, w.suffix[2]!);
  rows.add2(tag1, w.ambiguity);
  rows.add2(tag1, b.lower);
  rows.add2(tag1, b.ambiguity);
  rows.add3(tag1, w.ambiguity, b.ambiguity);
  rows.add3(tag1, tag2, w.ambiguity);
  rows.add3(tag1, tag2, w.lower);
  rows.add3(tag1, w.lower, b.lower);
}

/** Features for whether a sentence ends after token i. `glued` says that no blank follows it. */
export function boundaryFeatures(
  rows: Rows,
  tokens: readonly Lexeme[],
  i: number,
  context: { readonly glued: number; readonly sinceStart: number; readonly openBrackets: number },
): void {
  const w = tokens[i]!;
  const a = tokens[i - 1] ?? EDGE;
  const aa = tokens[i - 2] ?? EDGE;
  const b = tokens[i + 1] ?? EDGE;
  const bb = tokens[i + 2] ?? EDGE;
  const length = Math.min(context.sinceStart, 8);
  rows.begin(2);
  rows.add2(w.lower, b.casing);
  rows.add1(w.lower);
  rows.add1(b.lower);
  rows.add2(b.ambiguity, b.casing);
  rows.add2(w.ambiguity, w.casing);
  rows.add2(w.lower, b.lower);
  rows.add3(w.shape, b.shape, context.glued);
  rows.add3(w.lower, context.glued, b.casing);
  rows.add2(w.lower, length);
  rows.add2(w.lower, context.openBrackets);
  rows.add2(a.lower, w.lower);
  rows.add3(a.ambiguity, w.lower, b.ambiguity);
  rows.add3(a.casing, w.lower, b.casing);
  rows.add3(w.lower, b.lower, bb.casing);
  rows.add3(w.lower, b.ambiguity, bb.ambiguity);
  rows.add2(w.suffix[0]!, b.casing);
  rows.add3(w.casing, w.plain.length > 3 ? 3 : w.plain.length, b.casing);
  rows.add3(aa.lower, a.lower, w.lower);
  rows.add2(b.shape, bb.shape);
  rows.add2(b.lower, bb.lower);
  rows.add2(w.casing, length);
}
