import { type Document, sentenceWords } from "../document/index.ts";
import { listOf, type Table } from "../resource/index.ts";

/** The words that give a passage a context, by lemma; a phrase stands under its last word. */
export type ContextCues = ReadonlyMap<string, readonly ContextCue[]>;

interface ContextCue {
  readonly context: string;
  readonly before: readonly string[];
}

/** Makes the lookup of context words from `contexts.tsv`. */
export function compileContexts(table: Table): ContextCues {
  const cues = new Map<string, ContextCue[]>();
  for (let row = 0; row < table.rowCount; row++) {
    const context = table.cell(row, "context");
    for (const phrase of listOf(table.cell(row, "words"))) {
      const words = phrase.split(" ");
      const last = words.pop()!;
      const list = cues.get(last) ?? [];
      list.push({ context, before: words });
      cues.set(last, list);
    }
  }
  return cues;
}

/** The contexts of a sentence, in the order of their first word. */
export function contextsOf(doc: Document, sentence: number, cues: ContextCues): string[] {
  const found: string[] = [];
  const { start, end } = sentenceWords(doc, sentence);
  for (let i = start; i < end; i++) {
    const here = cues.get(doc.lemma[i]!.toLowerCase());
    if (here === undefined) continue;
    for (const { context, before } of here)
      if (!found.includes(context) && precedes(doc, i, before, start)) found.push(context);
  }
  return found;
}

function precedes(doc: Document, word: number, before: readonly string[], start: number): boolean {
  if (word - before.length < start) return false;
  return before.every((lemma, i) => doc.lemma[word - before.length + i]!.toLowerCase() === lemma);
}
