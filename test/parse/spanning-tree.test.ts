import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spanningTree } from "../../src/parse/spanning-tree.ts";

/** The score of the best tree with one word below the root, by trying all. */
function bestByTrying(scores: readonly (readonly number[])[]): number {
  const size = scores.length;
  const heads: number[] = [];
  let best = Number.NEGATIVE_INFINITY;
  const reaches = (word: number): boolean => {
    let up = word;
    for (let steps = 0; up !== 0; steps++) {
      if (steps > size) return false;
      up = heads[up - 1]!;
    }
    return true;
  };
  const tryWord = (word: number): void => {
    if (word > size) {
      const isTree = heads.filter((head) => head === 0).length === 1 && heads.every((_, i) => reaches(i + 1));
      if (isTree) best = Math.max(best, total(scores, heads));
      return;
    }
    for (let head = 0; head <= size; head++) {
      heads[word - 1] = head;
      if (head !== word) tryWord(word + 1);
    }
  };
  tryWord(1);
  return best;
}

function total(scores: readonly (readonly number[])[], heads: ArrayLike<number>): number {
  return scores.reduce((sum, row, i) => sum + row[heads[i]!]!, 0);
}

describe("the best tree", () => {
  it("is as good as the best of all trees (seeded)", () => {
    const matrix = fc.integer({ min: 1, max: 5 }).chain((size) =>
      fc.array(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: size + 1, maxLength: size + 1 }), {
        minLength: size,
        maxLength: size,
      }),
    );
    fc.assert(
      fc.property(matrix, (scores) => {
        const heads = spanningTree(scores.length, (dependent, head) => scores[dependent - 1]![head]!);
        expect([...heads].filter((head) => head === 0)).toHaveLength(1);
        expect(total(scores, heads)).toBe(bestByTrying(scores));
      }),
      { seed: 20261123, numRuns: 400 },
    );
  });

  it("is found in cycles within cycles", () => {
    const scores = [
      [0, 0, 9, 1, 1],
      [0, 9, 0, 1, 2],
      [0, 2, 1, 0, 9],
      [3, 1, 1, 9, 0],
    ];
    const heads = spanningTree(4, (dependent, head) => scores[dependent - 1]![head]!);
    expect([...heads]).toEqual([2, 4, 4, 0]);
    expect(total(scores, heads)).toBe(bestByTrying(scores));
  });

  it("of one word and of none", () => {
    expect([...spanningTree(1, () => -5)]).toEqual([0]);
    expect([...spanningTree(0, () => 0)]).toEqual([]);
  });
});
