/** Words in a run that is compared. */
const SHINGLE = 4;
/** Share of common runs, of those of both texts, from which two texts count as one frame. */
const LIMIT = 0.3;
/** Share of the shorter text's runs that the other has too, from which it counts as part of it. */
const WITHIN = 0.5;
/** Runs that more texts than this have in common tell nothing. */
const COMMON = 50;

export interface Pair {
  readonly a: number;
  readonly b: number;
  /** Common runs as a share of those of both texts (Jaccard). */
  readonly likeness: number;
  /** Common runs as a share of those of the shorter text. */
  readonly within: number;
}

/** Pairs of texts that say the same in nearly the same words, names and numbers apart. */
export function nearDuplicates(texts: readonly string[]): Pair[] {
  return alikePairs(texts).filter(({ likeness, within }) => likeness >= LIMIT || within >= WITHIN);
}

/** Pairs of texts with runs in common, found over an index of runs. */
export function alikePairs(texts: readonly string[]): Pair[] {
  const shingles = texts.map(shinglesOf);
  const holders = new Map<string, number[]>();
  const pairs: Pair[] = [];
  for (const [b, own] of shingles.entries()) {
    const common = new Map<number, number>();
    for (const shingle of own) {
      const others = holders.get(shingle) ?? [];
      if (others.length <= COMMON) for (const a of others) common.set(a, (common.get(a) ?? 0) + 1);
      others.push(b);
      holders.set(shingle, others);
    }
    for (const [a, shared] of common) {
      const other = shingles[a]!;
      pairs.push({
        a,
        b,
        likeness: shared / (own.size + other.size - shared),
        within: shared > 2 ? shared / Math.min(own.size, other.size) : 0,
      });
    }
  }
  return pairs;
}

/** How many runs of words of a length stand in more than one text, of how many there are. */
export function sharedRuns(texts: readonly string[], length: number): { shared: number; all: number } {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const run of runsOf(wordsOf(text), length)) counts.set(run, (counts.get(run) ?? 0) + 1);
  return { shared: [...counts.values()].filter((count) => count > 1).length, all: counts.size };
}

function shinglesOf(text: string): Set<string> {
  const words = wordsOf(text);
  const found = runsOf(words, SHINGLE);
  return found.size > 0 ? found : new Set([words.join(" ")]);
}

function runsOf(words: readonly string[], length: number): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at + length <= words.length; at++) found.add(words.slice(at, at + length).join(" "));
  return found;
}

/** Words in lower case; names and numbers count as one word each, whichever they are. */
function wordsOf(text: string): string[] {
  const words = [...text.matchAll(/[\p{L}\p{N}'’-]+/gu)].map(([word], index) => {
    if (/\p{N}/u.test(word)) return "0";
    return index > 0 && /^\p{Lu}/u.test(word) ? "X" : word.toLowerCase();
  });
  return words.filter((word, index) => word !== "X" || words[index - 1] !== "X");
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
