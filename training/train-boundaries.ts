import { boundaryFeatures, Rows } from "../src/parse/features.ts";
import type { Vocabulary } from "../src/parse/lexeme.ts";
import { tokensOf } from "../src/parse/parse.ts";
import { BOUNDARY_BITS, BoundaryContext } from "../src/parse/sentence.ts";
import type { Corpus } from "./corpus.ts";
import { Learner, type Weight } from "./learner.ts";
import { Random } from "./random.ts";

/** Trains the sentence splitter on the paragraphs of the corpora, cut into tokens by the program's own tokenizer. */
export function trainBoundaries(
  corpora: readonly Corpus[],
  vocabulary: Vocabulary,
  options: { readonly epochs: number; readonly seed: number; readonly margin: number },
): Weight[] {
  const learner = new Learner(BOUNDARY_BITS);
  const rows = new Rows(BOUNDARY_BITS);
  const scores = new Int32Array(2);
  const random = new Random(options.seed);
  const blocks = corpora.flatMap(blocksOf);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const { text, tokens, ends } of random.shuffle(blocks)) {
      const lexemes = tokens.from.map((from, i) => vocabulary.lookup(text.slice(from, tokens.to[i]!)));
      const context = new BoundaryContext();
      for (let i = 0; i + 1 < lexemes.length; i++) {
        context.add(lexemes[i]!, tokens.from[i + 1] === tokens.to[i] ? 1 : 0);
        boundaryFeatures(rows, lexemes, i, context);
        learner.score(rows, scores);
        learner.tick();
        const gold = ends.has(tokens.to[i]!) ? 1 : 0;
        if (scores[gold]! - scores[1 - gold]! <= options.margin) {
          learner.update(rows, gold, 1);
          learner.update(rows, 1 - gold, -1);
        }
        if (gold === 1) context.reset();
      }
    }
  }
  return learner.average();
}

function blocksOf({ doc, blocks }: Corpus) {
  const ends = new Set<number>();
  for (let s = 1; s < doc.sentenceStart.length; s++) ends.add(doc.to[doc.sentenceStart[s]! - 1]!);
  return blocks.map((block) => ({ text: doc.text, tokens: tokensOf(doc.text, block, []), ends }));
}
