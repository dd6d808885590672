/**
 * The best tree over the words 1 … size below the root 0: exactly one word hangs on the root (Chu and Liu, Edmonds).
 * `score(dependent, head)` gives whole numbers; the result has the head of each word, at index word - 1. Equal scores go
 * to the lower head.
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
  if (rootCount(greedy) === 1 && findCycle(greedy) === null) return greedy.slice(1);
  // A price on every arc from the root, higher than any tree can gain, leaves just one of them in the best tree.
  const price = (most - least + 1) * count;
  for (let d = 1; d <= size; d++) scores[d * count] = scores[d * count]! - price;
  return solve(scores, count).slice(1);
}

function rootCount(heads: Int32Array): number {
  let roots = 0;
  for (let d = 1; d < heads.length; d++) if (heads[d] === 0) roots++;
  return roots;
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

/** The nodes of a cycle, or null. */
function findCycle(heads: Int32Array): number[] | null {
  const seenBy = new Int32Array(heads.length);
  for (let start = 1; start < heads.length; start++) {
    let node = start;
    while (node !== 0 && seenBy[node] === 0) {
      seenBy[node] = start;
      node = heads[node]!;
    }
    if (node === 0 || seenBy[node] !== start) continue;
    const cycle = [node];
    for (let next = heads[node]!; next !== node; next = heads[next]!) cycle.push(next);
    return cycle;
  }
  return null;
}

function solve(scores: Float64Array, count: number): Int32Array {
  const heads = bestHeads(scores, count);
  const cycle = findCycle(heads);
  return cycle === null ? heads : contract(scores, count, heads, cycle);
}

/** Takes a cycle together as one node, solves the smaller problem and opens the cycle where the solution enters it. */
function contract(
  scores: Float64Array,
  count: number,
  heads: Int32Array,
  cycle: readonly number[],
): Int32Array {
  const inCycle = new Uint8Array(count);
  for (const node of cycle) inCycle[node] = 1;
  const rest: number[] = [];
  for (let node = 0; node < count; node++) if (inCycle[node] === 0) rest.push(node);
  const whole = rest.length;
  const size = whole + 1;
  const smaller = new Float64Array(size * size);
  const enters = new Int32Array(size);
  const leaves = new Int32Array(size);
  rest.forEach((node, i) => {
    rest.forEach((other, j) => {
      smaller[i * size + j] = scores[node * count + other]!;
    });
    const gain = (inner: number) => scores[inner * count + node]! - scores[inner * count + heads[inner]!]!;
    enters[i] = argmax(cycle, gain);
    smaller[whole * size + i] = gain(enters[i]!);
    leaves[i] = argmax(cycle, (inner) => scores[node * count + inner]!);
    smaller[i * size + whole] = scores[node * count + leaves[i]!]!;
  });
  const solved = solve(smaller, size);
  const result = new Int32Array(count);
  for (const node of cycle) result[node] = heads[node]!;
  rest.forEach((node, i) => {
    if (node !== 0) result[node] = solved[i] === whole ? leaves[i]! : rest[solved[i]!]!;
  });
  const entry = solved[whole]!;
  result[enters[entry]!] = rest[entry]!;
  return result;
}

function argmax(items: readonly number[], value: (item: number) => number): number {
  let best = items[0]!;
  for (const item of items) if (value(item) > value(best)) best = item;
  return best;
}
