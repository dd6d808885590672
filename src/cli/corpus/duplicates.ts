const SHINGLE = 4;
/** Share of common shingles from which two texts count as one frame. */
const LIMIT = 0.4;
/** Shingles that more texts than this have in common tell nothing. */
const COMMON = 50;

export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly likeness: number;
}

/** Pairs of texts that say the same in nearly the same words, names and numbers apart, found over an index of word shingles. */
export function nearDuplicates(texts: readonly string[]): Pair[] {
  const shingles = texts.map(shinglesOf);
  const holders = new Map<string, number[]>();
  const pairs: Pair[] = [];
  for (const [b, own] of shingles.entries()) {
    const common = new Map<number, number>();
    for (const shingle of own) {
      const others = holders.get(shingle) ?? [];
      if (others.length <= COMMON) for (const a of others) common.set(a, (common.get(a) ?? 0) + 1);
      holders.set(shingle, [...others, b]);
    }
    for (const [a, shared] of common) {
      const likeness = shared / (own.size + shingles[a]!.size - shared);
      if (likeness >= LIMIT) pairs.push({ a, b, likeness });
    }
  }
  return pairs;
}

/** Runs of four words; names and numbers count as one word each, whichever they are. */
function shinglesOf(text: string): Set<string> {
  const words = [...text.matchAll(/[\p{L}\p{N}'’-]+/gu)].map(([word], index) => {
    if (/\p{N}/u.test(word)) return "0";
    return index > 0 && /^\p{Lu}/u.test(word) ? "X" : word.toLowerCase();
  });
  const merged = words.filter((word, index) => word !== "X" || words[index - 1] !== "X");
  const found = new Set<string>();
  for (let at = 0; at + SHINGLE <= merged.length; at++) found.add(merged.slice(at, at + SHINGLE).join(" "));
  if (found.size === 0) found.add(merged.join(" "));
  return found;
}

/** Groups of texts that must stay together: near-duplicates, and those of one template. */
export function groupsOf(texts: readonly string[], templates: readonly (string | null)[]): number[] {
  const leader = texts.map((_, index) => index);
  const find = (index: number): number => {
    let at = index;
    while (leader[at] !== at) at = leader[at]!;
    leader[index] = at;
    return at;
  };
  for (const { a, b } of nearDuplicates(texts)) leader[find(b)] = find(a);
  const first = new Map<string, number>();
  for (const [index, template] of templates.entries()) {
    if (template === null) continue;
    const other = first.get(template);
    if (other === undefined) first.set(template, index);
    else leader[find(index)] = find(other);
  }
  return texts.map((_, index) => find(index));
}
