import type { Range } from "./report.ts";

/** The lines of a text without their ends; `\n`, `\r\n` and `\r` end a line. */
export function linesOf(text: string): Range[] {
  const lines: Range[] = [];
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : 10;
    if (unit !== 10 && unit !== 13) continue;
    lines.push({ from, to: i });
    if (unit === 13 && text.charCodeAt(i + 1) === 10) i++;
    from = i + 1;
  }
  return lines;
}

/** A range without the white space at its ends. */
export function trimmed(text: string, { from, to }: Range): Range {
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { from, to };
}

/** White space, and the byte order mark that some files keep at their head. */
export function isSpace(unit: number): boolean {
  return (
    unit === 32 ||
    (unit >= 9 && unit <= 13) ||
    unit === 0xa0 ||
    unit === 0xfeff ||
    unit === 0x2028 ||
    unit === 0x2029
  );
}

/** Lines that follow one another without an empty line between them. */
export function paragraphsOf(text: string, lines: readonly Range[]): Range[][] {
  const paragraphs: Range[][] = [];
  let current: Range[] = [];
  for (const line of lines) {
    const inside = trimmed(text, line);
    if (inside.from < inside.to) current.push(inside);
    else if (current.length > 0) {
      paragraphs.push(current);
      current = [];
    }
  }
  if (current.length > 0) paragraphs.push(current);
  return paragraphs;
}
