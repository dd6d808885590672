import type { Document } from "./document.ts";

/** What is known of one word when it is added to a document. */
export interface WordColumns {
  readonly form: string;
  readonly from: number;
  readonly to: number;
  readonly joined?: boolean;
  readonly lemma?: string;
  readonly upos?: number;
  readonly xpos?: number;
  /** Word index in the document, or -1 for a root. */
  readonly head?: number;
  readonly deprel?: number;
}

/** Gathers words and sentences in text order and makes a Document of them. */
export class DocumentBuilder {
  readonly #words: WordColumns[] = [];
  readonly #starts: number[] = [];
  readonly #blocks: number[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get wordCount(): number {
    return this.#words.length;
  }

  /** Opens a sentence in the given block; every word added from now on belongs to it. */
  startSentence(block: number): void {
    this.#starts.push(this.#words.length);
    this.#blocks.push(block);
  }

  addWord(word: WordColumns): void {
    if (this.#starts.length === 0) throw new RangeError("a word needs a sentence: call startSentence first");
    this.#words.push(word);
  }

  build(): Document {
    const words = this.#words;
    return {
      text: this.#text,
      wordCount: words.length,
      form: words.map(({ form }) => form),
      lemma: words.map(({ form, lemma }) => lemma ?? form),
      upos: Uint8Array.from(words, ({ upos }) => upos ?? 0),
      xpos: Uint8Array.from(words, ({ xpos }) => xpos ?? 0),
      head: Int32Array.from(words, ({ head }) => head ?? -1),
      deprel: Uint8Array.from(words, ({ deprel }) => deprel ?? 0),
      from: Uint32Array.from(words, ({ from }) => from),
      to: Uint32Array.from(words, ({ to }) => to),
      sentenceStart: Uint32Array.from([...this.#starts, words.length]),
      sentenceBlock: Uint32Array.from(this.#blocks),
      joined: Uint8Array.from(words, ({ joined }) => (joined ? 1 : 0)),
    };
  }
}
