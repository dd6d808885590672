/**
 * The best tree over the words 1 … size below the root 0: exactly one word hangs on the root. `score(dependent, head)`
 * gives whole numbers; the result has the head of each word, at index word - 1. Takes time in the square of the size, as
 * reading the scores does (Chu and Liu, Edmonds; Tarjan's way of taking cycles together).
 */
export function spanningTree(size: number, score: (dependent: number, head: number) => number): Int32Array {
  const count = size + 1;
  const scores = new Float64Array(count * count);
  let least = 0;
  let most = 0;
  for (let d = 1; d <= size; d++)
    for (let h = 0; h <= size; h++) {
      const value = score(d, h);
      scores[d * count + h] = value;
      if (value < least) least = value;
      if (value > most) most = value;
    }
  const greedy = bestHeads(scores, count);
  if (isTree(greedy)) return greedy.slice(1);
  // A price on every arc from the root, higher than any tree can gain, leaves just one of them in the best tree.
  const price = (most - least + 1) * count;
  for (let d = 1; d <= size; d++) scores[d * count] = scores[d * count]! - price;
  return new Contraction(scores, count).solve().slice(1);
}

function bestHeads(scores: Float64Array, count: number): Int32Array {
  const heads = new Int32Array(count);
  for (let d = 1; d < count; d++) {
    let best = 0;
    for (let h = 1; h < count; h++)
      if (h !== d && scores[d * count + h]! > scores[d * count + best]!) best = h;
    heads[d] = best;
  }
  return heads;
}

/** Whether the heads form a tree with one word below the root. */
function isTree(heads: Int32Array): boolean {
  const seenBy = new Int32Array(heads.length);
  let roots = 0;
  for (let start = 1; start < heads.length; start++) {
    if (heads[start] === 0) roots++;
    let node = start;
    while (node !== 0 && seenBy[node] === 0) {
      seenBy[node] = start;
      node = heads[node]!;
    }
    if (node !== 0 && seenBy[node] === start) return false;
  }
  return roots === 1;
}

/**
 * Grows a path of best arcs until it reaches the root. Where the path meets itself, the nodes of the cycle become one node
 * whose row holds, for each head, the best way to enter the cycle from there.
 */
class Contraction {
  readonly #count: number;
  readonly #rows: Float64Array[];
  /** For each node and head, the word inside the node that the arc leads to. */
  readonly #inner: Int32Array[];
  /** The node that a node was taken into, or -1. */
  readonly #parent: number[];
  /** The node at the top over each word, with shortcuts. */
  readonly #top: Int32Array;
  readonly #head: number[] = [];
  readonly #dependent: number[] = [];

  constructor(scores: Float64Array, count: number) {
    this.#count = count;
    this.#rows = Array.from({ length: count }, (_, i) => scores.subarray(i * count, (i + 1) * count));
    this.#inner = Array.from({ length: count }, (_, i) => new Int32Array(count).fill(i));
    this.#parent = new Array<number>(count).fill(-1);
    this.#top = Int32Array.from({ length: count * 2 }, (_, i) => i);
  }

  solve(): Int32Array {
    const settled = new Uint8Array(this.#count * 2);
    const place = new Int32Array(this.#count * 2).fill(-1);
    settled[0] = 1;
    for (let word = 1; word < this.#count; word++) {
      const path: number[] = [];
      let node = this.#find(word);
      while (settled[node] === 0) {
        place[node] = path.length;
        path.push(node);
        this.#chooseArc(node);
        const next = this.#find(this.#head[node]!);
        node = place[next]! >= 0 && settled[next] === 0 ? this.#contract(path, place[next]!) : next;
      }
      for (const done of path) settled[done] = 1;
    }
    return this.#expand();
  }

  #find(node: number): number {
    let top = node;
    while (this.#top[top] !== top) top = this.#top[top]!;
    for (let at = node; at !== top; ) {
      const next = this.#top[at]!;
      this.#top[at] = top;
      at = next;
    }
    return top;
  }

  #chooseArc(node: number): void {
    const row = this.#rows[node]!;
    let best = -1;
    for (let h = 0; h < this.#count; h++)
      if ((best < 0 || row[h]! > row[best]!) && this.#find(h) !== node) best = h;
    this.#head[node] = best;
    this.#dependent[node] = this.#inner[node]![best]!;
  }

  /** Makes one node of the end of the path, takes it off the path and gives the new node. */
  #contract(path: number[], from: number): number {
    const members = path.splice(from);
    const node = this.#parent.length;
    const row = this.#rows[members[0]!]!;
    const inner = this.#inner[members[0]!]!;
    members.forEach((member, i) => {
      const other = this.#rows[member]!;
      const otherInner = this.#inner[member]!;
      const chosen = other[this.#head[member]!]!;
      for (let h = 0; h < this.#count; h++) {
        const value = other[h]! - chosen;
        if (i > 0 && value <= row[h]!) continue;
        row[h] = value;
        inner[h] = otherInner[h]!;
      }
      this.#parent[member] = node;
      this.#top[member] = node;
    });
    this.#rows[node] = row;
    this.#inner[node] = inner;
    this.#parent[node] = -1;
    return node;
  }

  /** Opens the nodes again, the last one first: the arc that enters a node replaces that of the member it leads to. */
  #expand(): Int32Array {
    for (let node = this.#parent.length - 1; node >= this.#count; node--) {
      const entered = this.#dependent[node]!;
      let member = entered;
      while (this.#parent[member] !== node) member = this.#parent[member]!;
      this.#head[member] = this.#head[node]!;
      this.#dependent[member] = entered;
    }
    return Int32Array.from({ length: this.#count }, (_, word) => (word === 0 ? 0 : this.#head[word]!));
  }
}
