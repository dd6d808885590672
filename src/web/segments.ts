/** A stretch of text, half-open, that carries a property. Stretches may overlap in any way. */
export interface Layer {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

/** A stretch of text over which nothing changes: the properties that hold there, in alphabetical order. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly names: readonly string[];
}

/**
 * Cuts a range wherever a layer begins or ends. The segments tile the range in order; empty layers are dropped, and
 * layers that reach beyond the range are cut to it.
 */
export function segment(from: number, to: number, layers: readonly Layer[]): Segment[] {
  const steps = layers.flatMap((layer) => {
    const start = Math.max(layer.from, from);
    const end = Math.min(layer.to, to);
    if (start >= end) return [];
    return [
      { at: start, name: layer.name, by: 1 },
      { at: end, name: layer.name, by: -1 },
    ];
  });
  steps.sort((a, b) => a.at - b.at);
  const open = new Map<string, number>();
  const segments: Segment[] = [];
  let last = from;
  for (const { at, name, by } of steps) {
    if (at > last) {
      segments.push({ from: last, to: at, names: namesOf(open) });
      last = at;
    }
    open.set(name, (open.get(name) ?? 0) + by);
  }
  if (last < to) segments.push({ from: last, to, names: namesOf(open) });
  return segments;
}

function namesOf(open: ReadonlyMap<string, number>): string[] {
  const names = [];
  for (const [name, count] of open) if (count > 0) names.push(name);
  return names.sort();
}

/** A paragraph of a text. */
export interface Paragraph {
  readonly from: number;
  readonly to: number;
  /** Its line breaks mean something, as in lists and verse. */
  readonly isLines: boolean;
  /** Header lines before the body: "Publication: …". */
  readonly isHeader: boolean;
}

/** The paragraphs of a text: stretches between blank lines. */
export function paragraphs(text: string): Paragraph[] {
  const found: Paragraph[] = [];
  let from = 0;
  for (const gap of text.matchAll(/(?:\r\n?|\n)[ \t]*(?:(?:\r\n?|\n)[ \t]*)+/g)) {
    addParagraph(found, text, from, gap.index);
    from = gap.index + gap[0].length;
  }
  addParagraph(found, text, from, text.length);
  return found;
}

function addParagraph(found: Paragraph[], text: string, from: number, to: number): void {
  const words = text.slice(from, to);
  if (words.trim() === "") return;
  const lines = words.split(/\r\n?|\n/);
  // Wrapped prose has full lines, the last one apart; lines that end early on their own are meant to.
  const isLines = lines.length > 1 && lines.slice(0, -1).some((line) => line.length < 45);
  const isHeader = found.length === 0 && /^\s*[A-Z][\w -]{0,30}:\s/.test(words) && words.length < 1000;
  found.push({ from, to, isLines: isLines || isHeader, isHeader });
}
