import { trimmed } from "./lines.ts";
import type { Range } from "./report.ts";

/** Lines that end a text and belong to nobody's prose: credits, copyright, "ENDS". */
const CREDIT =
  /^(?:\(?(?:reporting|writing|editing|additional reporting|compiled|translated) by\b|copyright\b|©|\(c\) \d{4}|all rights reserved|-+ ?ends? ?-+$|ends?$|###$|-30-$|notes to editors:?$|for (?:further|more) information\b)/i;
const MARKER = /^(?:\d{1,3}[.)]|[-*•–▪]|\([a-z0-9]{1,3}\))\s+/;
/** A hard-wrapped line is neither short nor long. */
const WRAPPED = { least: 40, most: 100 };
/** Below this a line is a word of a list rather than a part of a sentence. */
const SHORTEST_WRAPPED = 20;

/**
 * The blocks of the body: paragraphs, with hard-wrapped lines joined, and one block for each item of a list. Credit lines
 * at the end are left out.
 */
export function bodyBlocks(text: string, paragraphs: readonly (readonly Range[])[]): Range[] {
  const blocks: Range[] = [];
  for (const paragraph of withoutCredits(text, paragraphs)) {
    const wrapped = isWrapped(paragraph);
    let open: Range | null = null;
    for (const line of paragraph) {
      const marker = MARKER.exec(text.slice(line.from, Math.min(line.to, line.from + 12)));
      const start = marker === null ? line.from : line.from + marker[0].length;
      const goesOn =
        wrapped || (open !== null && (endsInside(text, open.to, line.from) || runsOn(text, open, line.from)));
      if (open !== null && goesOn && marker === null) open = { from: open.from, to: line.to };
      else {
        if (open !== null) blocks.push(open);
        open = trimmed(text, { from: start, to: line.to });
      }
    }
    if (open !== null) blocks.push(open);
  }
  return blocks.filter(({ from, to }) => from < to);
}

/** Whether a line breaks off inside a word: a letter and a hyphen at its end, small letters at the beginning of the next. */
function endsInside(text: string, end: number, next: number): boolean {
  return (
    /[A-Za-zÀ-ÿ][-‐\u00ad]$/.test(text.slice(end - 3, end)) && /^[a-zß-ÿ]{2}/.test(text.slice(next, next + 4))
  );
}

/** Whether a line breaks off inside a sentence: no mark at its end, and the next one begins small. */
function runsOn(text: string, { from, to }: Range, next: number): boolean {
  if (to - from < SHORTEST_WRAPPED) return false;
  return /[\p{L}\p{N},]$/u.test(text.slice(to - 2, to)) && /^\p{Ll}/u.test(text.slice(next, next + 2));
}

function isWrapped(paragraph: readonly Range[]): boolean {
  return paragraph
    .slice(0, -1)
    .every(({ from, to }) => to - from >= WRAPPED.least && to - from <= WRAPPED.most);
}

function withoutCredits(text: string, paragraphs: readonly (readonly Range[])[]): (readonly Range[])[] {
  const body = [...paragraphs];
  while (body.length > 0) {
    const last = body.at(-1)!;
    const cut = last.findIndex((line) =>
      CREDIT.test(text.slice(line.from, Math.min(line.to, line.from + 80))),
    );
    if (cut < 0) return body;
    body.pop();
    if (cut > 0) {
      body.push(last.slice(0, cut));
      return body;
    }
  }
  return body;
}
