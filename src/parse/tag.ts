import { Rows, tagFeatures } from "./features.ts";
import type { Lexeme } from "./lexeme.ts";
import { best, type Scorer } from "./weights.ts";

/** How many bits of a hash pick the row of a tag feature. */
export const TAG_BITS = 20;

/** Tags a sentence from left to right; gives a joint tag for each word. */
export class Tagger {
  readonly #rows = new Rows(TAG_BITS);
  readonly #scorer: Scorer;
  readonly #scores: Int32Array;

  constructor(scorer: Scorer, tagCount: number) {
    this.#scorer = scorer;
    this.#scores = new Int32Array(tagCount);
  }

  tag(words: readonly Lexeme[]): Int32Array {
    const tags = new Int32Array(words.length);
    for (let i = 0; i < words.length; i++) {
      tagFeatures(this.#rows, words, i, tags[i - 1] ?? -1, tags[i - 2] ?? -1);
      this.#scorer.score(this.#rows, this.#scores);
      tags[i] = best(this.#scores);
    }
    return tags;
  }
}
