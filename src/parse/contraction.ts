/** Words that are written together without an apostrophe, and the length of the first. */
const TOGETHER = new Map<string, number>([
  ["cannot", 3],
  ["gonna", 3],
  ["wanna", 3],
  ["gotta", 3],
  ...[
    "do",
    "did",
    "does",
    "could",
    "would",
    "should",
    "is",
    "was",
    "were",
    "are",
    "have",
    "has",
    "had",
    "wo",
    "ca",
  ].map((verb): [string, number] => [`${verb}nt`, verb.length]),
  ["ive", 1],
  ["im", 1],
  ["youre", 3],
  ["theyre", 4],
  ["youve", 3],
  ["youll", 3],
  ["thats", 4],
  ["theres", 5],
  ["whats", 4],
]);

const LONGEST_TOGETHER = 8;

const CLITIC = /^(.*[^'’])(['’](?:s|m|re|ve|ll|d)|['’])$/is;
const NEGATION = /^(.+)(n['’]t)$/is;

/**
 * Where a token divides into words: the lengths of its words, or null for a token that is a single word. "don't" gives 2
 * and 3, "Iran's" 4 and 2, "wouldn't've" 5, 3 and 3.
 */
export function wordLengths(token: string): number[] | null {
  if (token.length > 40 || token.length < 2) return null;
  if (token.includes("'") || token.includes("’")) {
    const lengths = partsOf(token);
    return lengths.length > 1 ? lengths : null;
  }
  if (token.length > LONGEST_TOGETHER) return null;
  const together = TOGETHER.get(token.toLowerCase());
  return together === undefined ? null : [together, token.length - together];
}

function partsOf(token: string): number[] {
  const negation = NEGATION.exec(token);
  if (negation !== null) return [...partsOf(negation[1]!), negation[2]!.length];
  const clitic = CLITIC.exec(token);
  if (clitic === null) return [token.length];
  return [...partsOf(clitic[1]!), clitic[2]!.length];
}
