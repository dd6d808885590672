/** The three moves of the arc-hybrid system. */
export const SHIFT = 0;
/** The first word of the buffer becomes the head of the top of the stack. */
export const LEFT = 1;
/** The word below the top of the stack becomes the head of the top. */
export const RIGHT = 2;

const NONE = -1;

/**
 * A parser's state over the words 0 … size-1 of one sentence. The root stands behind the last word as number `size`, so
 * that exactly one word comes to hang on it.
 */
export class State {
  readonly size: number;
  readonly stack: Int32Array;
  depth = 0;
  /** First word of the buffer; `size` is the root. */
  next = 0;
  readonly head: Int32Array;
  readonly label: Int32Array;
  /** Outermost and next-outermost dependents on both sides, -1 for none. */
  readonly left1: Int32Array;
  readonly left2: Int32Array;
  readonly right1: Int32Array;
  readonly right2: Int32Array;
  readonly leftCount: Uint16Array;
  readonly rightCount: Uint16Array;
  /** Labels of the dependents on both sides as a set, hashed without regard to order. */
  readonly leftLabels: Int32Array;
  readonly rightLabels: Int32Array;

  constructor(size: number) {
    this.size = size;
    this.stack = new Int32Array(size + 1);
    const column = () => new Int32Array(size + 1).fill(NONE);
    this.head = column();
    this.label = column();
    this.left1 = column();
    this.left2 = column();
    this.right1 = column();
    this.right2 = column();
    this.leftCount = new Uint16Array(size + 1);
    this.rightCount = new Uint16Array(size + 1);
    this.leftLabels = new Int32Array(size + 1);
    this.rightLabels = new Int32Array(size + 1);
  }

  get isFinal(): boolean {
    return this.next === this.size && this.depth === 0;
  }

  /** The nth word from the top of the stack, or -1. */
  stackAt(n: number): number {
    return n < this.depth ? this.stack[this.depth - 1 - n]! : NONE;
  }

  /** The nth word of the buffer, the root included, or -1. */
  bufferAt(n: number): number {
    return this.next + n <= this.size ? this.next + n : NONE;
  }

  /** Whether a move is possible; at least one always is, until the state is final. */
  allows(move: number): boolean {
    if (move === SHIFT) return this.next < this.size;
    if (move === RIGHT) return this.depth >= 2;
    return this.depth >= 1 && (this.next < this.size || this.depth === 1);
  }

  /** Makes a move and returns the word that got its head, or -1 after a shift. */
  apply(move: number): number {
    if (move === SHIFT) {
      this.stack[this.depth++] = this.next++;
      return NONE;
    }
    const dependent = this.stackAt(0);
    const head = move === LEFT ? this.next : this.stackAt(1);
    this.depth--;
    this.head[dependent] = head;
    if (dependent < head) {
      this.left2[head] = this.left1[head]!;
      this.left1[head] = dependent;
      this.leftCount[head]!++;
    } else {
      this.right2[head] = this.right1[head]!;
      this.right1[head] = dependent;
      this.rightCount[head]!++;
    }
    return dependent;
  }

  /** Names the relation of a word that has got its head. */
  setLabel(dependent: number, label: number): void {
    this.label[dependent] = label;
    const head = this.head[dependent]!;
    const mark = Math.imul(label + 1, 0x2c1b3c6d) | 1;
    if (dependent < head) this.leftLabels[head]! += mark;
    else this.rightLabels[head]! += mark;
  }
}
