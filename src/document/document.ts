/**
 * An analysed text as columns, one entry a word (UD: a syntactic word; "don't" is one token and two words). Words are
 * in text order and every index is into these columns; it never leaves the program. `from` and `to` are UTF-16 offsets
 * into `text`, half-open; the words of one token share its characters as far as they can be told apart.
 */
export interface Document {
  readonly text: string;
  readonly wordCount: number;
  /** Form as it stands in the text, and lemma. */
  readonly form: readonly string[];
  readonly lemma: readonly string[];
  /** Index into `UPOS`. */
  readonly upos: Uint8Array;
  /** Index into `XPOS` (Penn tags; tense and number hang on them). */
  readonly xpos: Uint8Array;
  /** Word index of the head, -1 for the root of a sentence. */
  readonly head: Int32Array;
  /** Index into `DEPREL` (full label, subtype included). */
  readonly deprel: Uint8Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** First word of each sentence, and `wordCount` at the end: sentence i is [sentenceStart[i], sentenceStart[i + 1]). */
  readonly sentenceStart: Uint32Array;
  /** Index of the report's block (paragraph) that a sentence stands in. */
  readonly sentenceBlock: Uint32Array;
  /** Words that share a surface token with the next word ("do" of "don't"): 1, else 0. */
  readonly joined: Uint8Array;
}
