import type { Analysis, Engine } from "./engine.ts";
import { hashText } from "./hash.ts";
import type { Lemmatizer } from "./lemmatize.ts";
import type { Vocabulary } from "./lexeme.ts";
import type { Tagger } from "./tag.ts";
import type { TreeParser } from "./tree.ts";
import { type TagKinds, treeInput } from "./tree-features.ts";

/** The linear engine: a greedy tagger, then a greedy arc-hybrid parser. */
export class LinearEngine implements Engine {
  readonly name = "fast";
  readonly #parts: {
    readonly vocabulary: Vocabulary;
    readonly tagger: Tagger;
    readonly lemmatizer: Lemmatizer;
    readonly parser: TreeParser;
    readonly tagUpos: Uint8Array;
    readonly kinds: TagKinds;
  };

  constructor(parts: {
    readonly vocabulary: Vocabulary;
    readonly tagger: Tagger;
    readonly lemmatizer: Lemmatizer;
    readonly parser: TreeParser;
    readonly tagUpos: Uint8Array;
    readonly kinds: TagKinds;
  }) {
    this.#parts = parts;
  }

  analyse(sentences: readonly (readonly string[])[]): Analysis[] {
    return sentences.map((sentence) => this.#analyse(sentence));
  }

  #analyse(sentence: readonly string[]): Analysis {
    const { vocabulary, tagger, lemmatizer, parser, tagUpos, kinds } = this.#parts;
    const words = sentence.map((form) => vocabulary.lookup(form));
    const tag = tagger.tag(words);
    const upos = Uint8Array.from(tag, (joint) => tagUpos[joint]!);
    const lemma = sentence.map((form, i) => lemmatizer.lemmatize(form, tag[i]!));
    const hashes = lemma.map((text) => hashText(text, 0, text.length));
    const { head, label } = parser.parse(treeInput(words, tag, upos, hashes, kinds));
    return { tag, lemma, head, label };
  }
}
