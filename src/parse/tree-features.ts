import type { Rows } from "./features.ts";
import type { Lexeme } from "./lexeme.ts";
import type { State } from "./transition.ts";

/**
 * The words of a sentence as the tree features see them. Entry 0 stands for "no word", entry i + 1 for word i, and the
 * last for the root.
 */
export interface TreeInput {
  readonly size: number;
  readonly word: Int32Array;
  readonly lemma: Int32Array;
  readonly suffix: Int32Array;
  /** Joint tag (universal and Penn) and universal tag. */
  readonly tag: Int32Array;
  readonly upos: Int32Array;
  /** How many commas, verbs and conjunctions stand before each entry. */
  readonly commas: Int32Array;
  readonly verbs: Int32Array;
  readonly conjunctions: Int32Array;
}

/** What of its tag decides which words lie between two others. */
export interface TagKinds {
  readonly comma: (upos: number) => boolean;
  readonly verb: (upos: number) => boolean;
  readonly conjunction: (upos: number) => boolean;
}

/** Makes the input of the tree features; `tags` are joint tags and `upos` universal ones. */
export function treeInput(
  words: readonly Lexeme[],
  tags: ArrayLike<number>,
  upos: ArrayLike<number>,
  lemmas: ArrayLike<number>,
  kinds: TagKinds,
): TreeInput {
  const size = words.length;
  const column = () => new Int32Array(size + 2);
  const input = {
    size,
    word: column(),
    lemma: column(),
    suffix: column(),
    tag: column(),
    upos: column(),
    commas: column(),
    verbs: column(),
    conjunctions: column(),
  };
  input.tag[0] = -1;
  input.upos[0] = -1;
  for (let i = 0; i < size; i++) {
    const at = i + 1;
    input.word[at] = words[i]!.lower;
    input.lemma[at] = lemmas[i]!;
    input.suffix[at] = words[i]!.suffix[2]!;
    input.tag[at] = tags[i]!;
    input.upos[at] = upos[i]!;
    input.commas[at + 1] = input.commas[at]! + (kinds.comma(upos[i]!) ? 1 : 0);
    input.verbs[at + 1] = input.verbs[at]! + (kinds.verb(upos[i]!) ? 1 : 0);
    input.conjunctions[at + 1] = input.conjunctions[at]! + (kinds.conjunction(upos[i]!) ? 1 : 0);
  }
  input.word[size + 1] = 3;
  input.tag[size + 1] = -2;
  input.upos[size + 1] = -2;
  return input;
}

/** The distance between two words in few steps: 1, 2, 3, 4, 5-6, 7-9, 10-14, 15+. */
function bucket(distance: number): number {
  if (distance < 5) return distance;
  if (distance < 7) return 5;
  if (distance < 10) return 6;
  return distance < 15 ? 7 : 8;
}

function few(count: number): number {
  return count < 3 ? count : 3;
}

/** What lies between two entries, as one number: verbs, commas, conjunctions. */
function between(input: TreeInput, a: number, b: number): number {
  if (a === 0 || b === 0) return -1;
  const count = (column: Int32Array) => few(column[b]! - column[a + 1]!);
  return count(input.verbs) * 16 + count(input.commas) * 4 + count(input.conjunctions);
}

/** Features for the next move. */
export function moveFeatures(rows: Rows, input: TreeInput, state: State): void {
  const { word: W, tag: T, upos: U, lemma: L } = input;
  const { label } = state;
  const s0 = state.stackAt(0) + 1;
  const s1 = state.stackAt(1) + 1;
  const s2 = state.stackAt(2) + 1;
  const b0 = state.bufferAt(0) + 1;
  const b1 = state.bufferAt(1) + 1;
  const b2 = state.bufferAt(2) + 1;
  const s0l1 = s0 === 0 ? 0 : state.left1[s0 - 1]! + 1;
  const s0l2 = s0 === 0 ? 0 : state.left2[s0 - 1]! + 1;
  const s0r1 = s0 === 0 ? 0 : state.right1[s0 - 1]! + 1;
  const s0r2 = s0 === 0 ? 0 : state.right2[s0 - 1]! + 1;
  const s1l1 = s1 === 0 ? 0 : state.left1[s1 - 1]! + 1;
  const s1r1 = s1 === 0 ? 0 : state.right1[s1 - 1]! + 1;
  const s1r2 = s1 === 0 ? 0 : state.right2[s1 - 1]! + 1;
  const b0l1 = state.left1[b0 - 1]! + 1;
  const b0l2 = state.left2[b0 - 1]! + 1;
  const labelOf = (at: number) => (at === 0 ? -1 : label[at - 1]!);
  const s0w = W[s0]!;
  const s1w = W[s1]!;
  const b0w = W[b0]!;
  const s0t = T[s0]!;
  const s1t = T[s1]!;
  const b0t = T[b0]!;
  const b1t = T[b1]!;
  rows.begin(3);
  for (const at of [s0, s1, s2, b0, b1, b2]) {
    rows.add1(W[at]!);
    rows.add1(T[at]!);
    rows.add2(W[at]!, T[at]!);
  }
  for (const at of [s0l1, s0r1, s1l1, s1r1, b0l1]) {
    rows.add1(W[at]!);
    rows.add2(T[at]!, labelOf(at));
    rows.add2(W[at]!, labelOf(at));
  }
  for (const at of [s0l2, s0r2, s1r2, b0l2]) rows.add2(T[at]!, labelOf(at));
  rows.add1(T[state.bufferAt(3) + 1]!);
  // Top of the stack with the first word of the buffer.
  rows.add2(s0w, b0w);
  rows.add3(s0w, s0t, b0t);
  rows.add3(s0t, b0w, b0t);
  rows.add2(s0w, b0t);
  rows.add2(s0t, b0w);
  rows.add2(s0t, b0t);
  rows.add2(L[s0]!, L[b0]!);
  rows.add2(U[s0]!, L[b0]!);
  rows.add2(L[s0]!, U[b0]!);
  // Top of the stack with the word below.
  rows.add2(s1w, s0w);
  rows.add3(s1w, s1t, s0t);
  rows.add3(s1t, s0w, s0t);
  rows.add2(s1t, s0t);
  rows.add2(L[s1]!, L[s0]!);
  rows.add2(U[s1]!, L[s0]!);
  rows.add2(L[s1]!, U[s0]!);
  rows.add2(s1w, b0w);
  rows.add2(s1w, b0t);
  rows.add2(s1t, b0w);
  rows.add2(s1t, b0t);
  rows.add2(b0t, b1t);
  rows.add2(b0w, b1t);
  rows.add2(b0t, W[b1]!);
  rows.add2(b0w, W[b1]!);
  rows.add2(s0w, b1t);
  rows.add2(s0w, W[b1]!);
  // Three words.
  rows.add3(s0t, b0t, b1t);
  rows.add3(b0t, b1t, T[b2]!);
  rows.add3(s1t, s0t, b0t);
  rows.add3(s1t, s0t, b0w);
  rows.add3(s1t, s0w, b0t);
  rows.add3(s1w, s0t, b0t);
  rows.add3(L[s1]!, L[s0]!, b0t);
  rows.add3(T[s2]!, s1t, s0t);
  rows.add3(T[s2]!, s1t, b0t);
  rows.add3(s1t, b0t, b1t);
  rows.add3(s0w, b0t, b1t);
  rows.add3(s0t, b0w, b1t);
  rows.add3(s0t, b0t, W[b1]!);
  rows.add3(s0t, T[s0l1]!, b0t);
  rows.add3(s0t, T[s0r1]!, b0t);
  rows.add3(s0t, b0t, T[b0l1]!);
  rows.add3(s1t, T[s1r1]!, s0t);
  rows.add3(s1t, T[s1l1]!, s0t);
  rows.add3(s1t, s0t, T[s0l1]!);
  rows.add3(s1t, s0t, T[s0r1]!);
  rows.add3(s1t, s0t, W[s0l1]!);
  rows.add3(s1w, s0t, W[s0l1]!);
  rows.add3(s1t, s0w, W[s0l1]!);
  rows.add3(s1t, T[s1r1]!, b0t);
  rows.add3(s0t, labelOf(s0l1), b0t);
  rows.add3(s0t, labelOf(s0r1), b0t);
  rows.add3(s1t, labelOf(s1r1), s0t);
  rows.add3(s1t, s0t, labelOf(s0l1));
  rows.add3(s1t, s0t, labelOf(s0r1));
  rows.add3(s0t, b0t, labelOf(b0l1));
  rows.add3(s0t, W[s0l1]!, b0t);
  rows.add3(s0w, W[s0l1]!, b0t);
  rows.add3(s0w, W[s0r1]!, b0t);
  // Distances and what lies between.
  const near = s0 === 0 ? 0 : bucket(b0 - s0);
  const far = s1 === 0 ? 0 : bucket(s0 - s1);
  const midNear = between(input, s0, b0);
  const midFar = between(input, s1, s0);
  rows.add3(near, s0t, b0t);
  rows.add2(near, s0t);
  rows.add2(near, b0t);
  rows.add2(near, s0w);
  rows.add2(near, b0w);
  rows.add3(far, s1t, s0t);
  rows.add2(far, s1w);
  rows.add2(far, s0w);
  rows.add3(midNear, s0t, b0t);
  rows.add3(midFar, s1t, s0t);
  rows.add3(midFar, U[s1]!, s0w);
  rows.add3(midNear, U[s0]!, b0w);
  rows.add3(s0 === 0 ? -1 : between(input, s0, input.size + 1), s0t, b0t);
  // Valency and relations already found.
  const left = (at: number) => (at === 0 ? 0 : state.leftCount[at - 1]!);
  const right = (at: number) => (at === 0 ? 0 : state.rightCount[at - 1]!);
  const leftSet = (at: number) => (at === 0 ? 0 : state.leftLabels[at - 1]!);
  const rightSet = (at: number) => (at === 0 ? 0 : state.rightLabels[at - 1]!);
  rows.add2(s0w, few(left(s0)));
  rows.add2(s0t, few(left(s0)));
  rows.add2(s0w, few(right(s0)));
  rows.add3(s0t, few(left(s0)), few(right(s0)));
  rows.add2(s1w, few(right(s1)));
  rows.add2(s1t, few(right(s1)));
  rows.add3(s1t, few(right(s1)), s0t);
  rows.add2(b0t, few(left(b0)));
  rows.add2(b0w, few(left(b0)));
  rows.add2(s0t, leftSet(s0));
  rows.add2(s0t, rightSet(s0));
  rows.add2(s0w, leftSet(s0));
  rows.add2(s0w, rightSet(s0));
  rows.add2(s1t, leftSet(s1));
  rows.add2(s1t, rightSet(s1));
  rows.add2(s1w, rightSet(s1));
  rows.add2(b0t, leftSet(b0));
  rows.add3(s0t, leftSet(s0), b0t);
  rows.add3(s1t, rightSet(s1), s0t);
  rows.add3(s0t, leftSet(b0), b0t);
  rows.add3(s1t, s0t, leftSet(s0));
}

/** Features for the relation of a word to the head it has just got. */
export function labelFeatures(rows: Rows, input: TreeInput, state: State, dependent: number): void {
  const { word: W, tag: T, upos: U, lemma: L } = input;
  const d = dependent + 1;
  const h = state.head[dependent]! + 1;
  const isRight = d > h;
  const dt = T[d]!;
  const ht = T[h]!;
  const dw = W[d]!;
  const hw = W[h]!;
  const distance = bucket(isRight ? d - h : h - d) * 2 + (isRight ? 1 : 0);
  const side = isRight ? 1 : 0;
  const mid = isRight ? between(input, h, d) : between(input, d, h);
  const l1 = state.left1[dependent]! + 1;
  const r1 = state.right1[dependent]! + 1;
  const l2 = state.left2[dependent]! + 1;
  const labelOf = (at: number) => (at === 0 ? -1 : state.label[at - 1]!);
  const headLeft = state.leftLabels[h - 1]!;
  const headRight = state.rightLabels[h - 1]!;
  rows.begin(4);
  rows.add2(dw, side);
  rows.add2(dt, side);
  rows.add3(dw, dt, side);
  rows.add2(hw, side);
  rows.add2(ht, side);
  rows.add3(dt, ht, side);
  rows.add3(dw, ht, side);
  rows.add3(dt, hw, side);
  rows.add3(dw, hw, side);
  rows.add3(L[d]!, L[h]!, side);
  rows.add3(L[d]!, U[h]!, side);
  rows.add3(U[d]!, L[h]!, side);
  rows.add3(input.suffix[d]!, ht, side);
  rows.add3(dt, ht, distance);
  rows.add2(dw, distance);
  rows.add2(hw, distance);
  rows.add3(dt, ht, mid);
  rows.add3(W[l1]!, dt, ht);
  rows.add3(W[l1]!, dt, side);
  rows.add3(W[l1]!, hw, dt);
  rows.add3(W[l1]!, dw, side);
  rows.add3(T[l1]!, dt, ht);
  rows.add3(labelOf(l1), dt, ht);
  rows.add3(labelOf(l1), labelOf(l2), dt);
  rows.add3(T[r1]!, dt, ht);
  rows.add3(state.leftLabels[dependent]!, dt, ht);
  rows.add3(state.leftLabels[dependent]!, dt, side);
  rows.add3(state.rightLabels[dependent]!, dt, side);
  rows.add3(W[l2]!, dt, side);
  rows.add3(headLeft, dt, side);
  rows.add3(headRight, dt, side);
  rows.add3(headLeft, dw, side);
  rows.add3(headLeft, dt, ht);
  rows.add3(headRight, dt, ht);
  rows.add3(T[d - 1]!, dt, T[Math.min(d + 1, input.size + 1)]!);
  rows.add3(W[d - 1]!, dt, side);
  rows.add3(W[Math.min(d + 1, input.size + 1)]!, dt, side);
  rows.add3(T[h - 1]!, ht, dt);
  rows.add3(U[d]!, L[h]!, headRight);
  rows.add3(W[l1]!, L[h]!, side);
}
