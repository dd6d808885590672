const PRIME = 0x01000193;

/** Takes one more number into a running 32-bit hash. */
export function mix(hash: number, value: number): number {
  const h = Math.imul(hash ^ value, 0x85ebca6b);
  return Math.imul(h ^ (h >>> 15), PRIME);
}

/** Spreads a hash over all its bits, so that its top bits can pick a row. */
export function finish(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return h ^ (h >>> 16);
}

/** Hash of text[from, to) over UTF-16 units. */
export function hashText(text: string, from: number, to: number, seed = 0x811c9dc5): number {
  let h = seed;
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), PRIME);
  return finish(h);
}

/** A copy that does not hold on to the text that it was cut from, as engines let long parts do; for what is kept. */
export function ownCopy(text: string): string {
  return text.length > 12 ? ` ${text}`.slice(1) : text;
}
