import { deprelOf } from "../document/index.ts";

/** What an engine finds out about the words of one sentence. */
export interface Analysis {
  /** Joint tag: index into the model's pairs of universal and Penn tag. */
  readonly tag: ArrayLike<number>;
  readonly lemma: readonly string[];
  /** Word of the sentence, or its size for the root. */
  readonly head: ArrayLike<number>;
  /** Index into `DEPREL`. */
  readonly label: ArrayLike<number>;
}

/** Tags sentences and builds their trees. Both engines take and give the same. */
export interface Engine {
  /** `accurate` is the network, `fast` the linear model. */
  readonly name: "accurate" | "fast";
  analyse(sentences: readonly (readonly string[])[]): Analysis[];
}

/** An engine works on so many words of a sentence at most; the rest becomes a part of its own. */
const LONGEST_PART = 1000;

/** Lets an engine work on sentences of any length: overlong ones are cut, and the parts' roots hung on the first. */
export function analyseAny(engine: Engine, sentences: readonly (readonly string[])[]): Analysis[] {
  if (sentences.every(({ length }) => length <= LONGEST_PART)) return engine.analyse(sentences);
  return sentences.map((sentence) => {
    const parts: (readonly string[])[] = [];
    for (let from = 0; from < sentence.length; from += LONGEST_PART)
      parts.push(sentence.slice(from, from + LONGEST_PART));
    return parts.length > 1 ? join(engine.analyse(parts), sentence.length) : engine.analyse([sentence])[0]!;
  });
}

function join(parts: readonly Analysis[], size: number): Analysis {
  const tag: number[] = [];
  const lemma: string[] = [];
  const head: number[] = [];
  const label: number[] = [];
  let root = -1;
  for (const part of parts) {
    const from = tag.length;
    const length = part.tag.length;
    for (let i = 0; i < length; i++) {
      const isRoot = part.head[i] === length;
      tag.push(part.tag[i]!);
      lemma.push(part.lemma[i]!);
      label.push(isRoot && root >= 0 ? deprelOf("parataxis") : part.label[i]!);
      head.push(!isRoot ? from + part.head[i]! : root >= 0 ? root : size);
      if (isRoot && root < 0) root = from + i;
    }
  }
  return { tag, lemma, head, label };
}
