import type { Document } from "../src/document/index.ts";
import type { Sample } from "./corpus.ts";

/** The joint tags (universal and Penn) of the training data. */
export class TagSet {
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
  readonly #index = new Map<number, number>();

  constructor(samples: readonly Sample[]) {
    const counts = new Map<number, number>();
    for (const { corpus, start, end } of samples)
      for (let i = start; i < end; i++) {
        const key = corpus.doc.upos[i]! * 256 + corpus.doc.xpos[i]!;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    const order = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([key]) => key);
    const kept = order.filter((key) => counts.get(key)! >= 3 || counts.size < 40).slice(0, 255);
    kept.forEach((key, index) => {
      this.#index.set(key, index);
    });
    for (const key of order)
      if (!this.#index.has(key))
        this.#index.set(
          key,
          Math.max(
            0,
            kept.findIndex((other) => other >> 8 === key >> 8),
          ),
        );
    this.upos = Uint8Array.from(kept, (key) => key >> 8);
    this.xpos = Uint8Array.from(kept, (key) => key & 255);
  }

  get size(): number {
    return this.upos.length;
  }

  /** The joint tag of a word; a rare pair gets the commonest of its universal tag. */
  of(doc: Document, word: number): number {
    return this.#index.get(doc.upos[word]! * 256 + doc.xpos[word]!) ?? 0;
  }
}
