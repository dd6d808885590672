const PLAIN = new Set(
  "a an the of to in on at by for from with and or that which its his her their this these those it they he she be is are was were as into".split(
    " ",
  ),
);

/** The words of a text that carry meaning, in lower case, each once, in order. */
function wordsOf(text: string): string[] {
  const found = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu))
    if (!PLAIN.has(word)) found.add(word);
  return [...found];
}

/** What a telling adds to the words of the first one, and what it leaves out. */
export function compareTellings(first: string, next: string): { added: string[]; dropped: string[] } {
  const [before, after] = [wordsOf(first), wordsOf(next)];
  return {
    added: after.filter((word) => !before.includes(word)),
    dropped: before.filter((word) => !after.includes(word)),
  };
}
