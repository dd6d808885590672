import type { Document } from "../document/index.ts";

/** A document whose tree may still be mended; all other columns are those of the parser. */
export interface Mended {
  readonly doc: Document;
  readonly head: Int32Array;
  readonly deprel: Uint8Array;
  readonly upos: Uint8Array;
  isChanged: boolean;
}

/** Hangs a word on another. */
export function attach(mended: Mended, word: number, head: number, deprel: number): void {
  if (word === head) return;
  mended.head[word] = head;
  mended.deprel[word] = deprel;
  mended.isChanged = true;
}
