import type { Range, Report } from "./report.ts";

/** The passages that rest on each citation and each cross-reference, in their order. */
export interface Coverage {
  readonly citations: readonly Range[];
  readonly crossReferences: readonly Range[];
}

/**
 * A citation covers what stands before it, back to the citation before or to the start of its paragraph; a
 * cross-reference covers the sentence that it ends, beside the agencies that cover it.
 *
 * @param sentences the sentences of the report in text order.
 */
export function coverage(report: Report, sentences: readonly Range[]): Coverage {
  return {
    citations: report.citations.map((citation, i) => {
      const block = report.blocks.find(({ from, to }) => from <= citation.from && citation.to <= to);
      const before = report.citations[i - 1];
      const start = Math.max(block?.from ?? 0, before?.to ?? 0);
      const covered = sentences.filter(({ from }) => from >= start && from < citation.from);
      return spanOf(covered) ?? citation;
    }),
    crossReferences: report.crossReferences.map((reference) => {
      const block = report.blocks.find(({ from, to }) => from <= reference.from && reference.to <= to);
      const last = sentences.findLast(({ from }) => from >= (block?.from ?? 0) && from < reference.from);
      return last ?? { from: reference.from, to: reference.to };
    }),
  };
}

function spanOf(sentences: readonly Range[]): Range | null {
  const [first] = sentences;
  return first === undefined ? null : { from: first.from, to: sentences.at(-1)!.to };
}
