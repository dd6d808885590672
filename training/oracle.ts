import { LEFT, RIGHT, SHIFT, type State } from "../src/parse/transition.ts";

/** A gold tree, with the dependents of every word; the root is number `size`. */
export class GoldTree {
  readonly head: Int32Array;
  readonly #dependents: number[][];

  constructor(head: Int32Array) {
    this.head = head;
    this.#dependents = Array.from({ length: head.length + 1 }, () => []);
    head.forEach((parent, word) => {
      this.#dependents[parent]!.push(word);
    });
  }

  /**
   * How many gold arcs a move puts out of reach (the dynamic oracle of the arc-hybrid system), or Infinity where the move
   * is not possible.
   */
  cost(state: State, move: number): number {
    if (!state.allows(move)) return Number.POSITIVE_INFINITY;
    if (move === SHIFT) return this.#shiftCost(state);
    const top = state.stackAt(0);
    let lost = 0;
    for (const dependent of this.#dependents[top]!) if (dependent >= state.next) lost++;
    const head = this.head[top]!;
    if (move === LEFT && (head > state.next || head === state.stackAt(1))) lost++;
    if (move === RIGHT && head >= state.next) lost++;
    return lost;
  }

  /** The first word of the buffer loses its head and dependents in the stack; the top may still become its head. */
  #shiftCost(state: State): number {
    const word = state.next;
    let lost = 0;
    for (let n = 0; n < state.depth; n++) {
      const other = state.stackAt(n);
      if (this.head[other] === word) lost++;
      if (n > 0 && this.head[word] === other) lost++;
    }
    return lost;
  }
}
