/**
 * From offsets in code points, as the API counts, to UTF-16 offsets, as strings here are cut. Offsets outside the text are
 * drawn to its ends.
 */
export function utf16Offsets(text: string): (codePoint: number) => number {
  const clamp = (n: number, limit: number) => Math.min(Math.max(n, 0), limit);
  if (!/[\ud800-\udbff]/.test(text)) return (codePoint) => clamp(codePoint, text.length);
  const offsets: number[] = [];
  let offset = 0;
  for (const character of text) {
    offsets.push(offset);
    offset += character.length;
  }
  offsets.push(offset);
  return (codePoint) => offsets[clamp(codePoint, offsets.length - 1)]!;
}
