import { Rows } from "./features.ts";
import { LEFT, RIGHT, SHIFT, State } from "./transition.ts";
import { labelFeatures, moveFeatures, type TreeInput } from "./tree-features.ts";
import { best, type Scorer } from "./weights.ts";

/** How many bits of a hash pick the row of a move feature, and of a label feature. */
export const MOVE_BITS = 21;
export const LABEL_BITS = 20;

/** Heads (the sentence's size stands for the root) and relations of one sentence. */
export interface SentenceTree {
  readonly head: Int32Array;
  readonly label: Int32Array;
}

/** Builds the tree of a sentence move by move, always with the best move at hand. */
export class TreeParser {
  readonly #moveRows = new Rows(MOVE_BITS);
  readonly #labelRows = new Rows(LABEL_BITS);
  readonly #moves: Scorer;
  readonly #labels: Scorer;
  readonly #moveScores = new Int32Array(3);
  readonly #labelScores: Int32Array;
  readonly #rootLabel: number;

  constructor(moves: Scorer, labels: Scorer, labelCount: number, rootLabel: number) {
    this.#moves = moves;
    this.#labels = labels;
    this.#labelScores = new Int32Array(labelCount);
    this.#rootLabel = rootLabel;
  }

  parse(input: TreeInput): SentenceTree {
    const state = new State(input.size);
    while (!state.isFinal) {
      const dependent = state.apply(this.#chooseMove(input, state));
      if (dependent >= 0) state.setLabel(dependent, this.#chooseLabel(input, state, dependent));
    }
    return state;
  }

  #chooseMove(input: TreeInput, state: State): number {
    moveFeatures(this.#moveRows, input, state);
    this.#moves.score(this.#moveRows, this.#moveScores);
    return bestMove(state, this.#moveScores);
  }

  #chooseLabel(input: TreeInput, state: State, dependent: number): number {
    if (state.head[dependent] === input.size) return this.#rootLabel;
    labelFeatures(this.#labelRows, input, state, dependent);
    this.#labels.score(this.#labelRows, this.#labelScores);
    this.#labelScores[this.#rootLabel] = -0x80000000;
    return best(this.#labelScores);
  }
}

/** The possible move with the highest score; the first of equals. */
export function bestMove(state: State, scores: ArrayLike<number>): number {
  let found = -1;
  for (let move = SHIFT; move <= RIGHT; move++)
    if (state.allows(move) && (found < 0 || scores[move]! > scores[found]!)) found = move;
  return found < 0 ? LEFT : found;
}
