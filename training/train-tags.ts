import { Rows, tagFeatures } from "../src/parse/features.ts";
import type { Lexeme, Vocabulary } from "../src/parse/lexeme.ts";
import { TAG_BITS, Tagger } from "../src/parse/tag.ts";
import { best } from "../src/parse/weights.ts";
import { formsOf, type Sample } from "./corpus.ts";
import { Learner, type Weight } from "./learner.ts";
import { packedWeights, quantize } from "./quantize.ts";
import { Random } from "./random.ts";
import type { TagSet } from "./tag-set.ts";

interface TagOptions {
  readonly epochs: number;
  readonly seed: number;
  readonly margin: number;
}

/** Trains the tagger: an averaged perceptron that sees its own last two tags. */
export function trainTags(
  samples: readonly Sample[],
  tags: TagSet,
  vocabulary: Vocabulary,
  options: TagOptions,
): Weight[] {
  const learner = new Learner(TAG_BITS);
  const rows = new Rows(TAG_BITS);
  const scores = new Int32Array(tags.size);
  const random = new Random(options.seed);
  const order = [...samples];
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const sample of random.shuffle(order)) {
      const words: Lexeme[] = formsOf(sample).map((form) => vocabulary.lookup(form));
      const found = new Int32Array(words.length);
      for (let i = 0; i < words.length; i++) {
        tagFeatures(rows, words, i, found[i - 1] ?? -1, found[i - 2] ?? -1);
        learner.score(rows, scores);
        learner.tick();
        found[i] = best(scores);
        const gold = tags.of(sample.corpus.doc, sample.start + i);
        scores[gold]! -= options.margin;
        const rival = best(scores);
        if (rival !== gold) {
          learner.update(rows, gold, 1);
          learner.update(rows, rival, -1);
        }
      }
    }
  }
  return learner.average();
}

/** Tags every sample with a model that has not seen its document, as the parser will meet tags in new text. */
export function jackknifeTags(
  samples: readonly Sample[],
  tags: TagSet,
  vocabulary: Vocabulary,
  options: TagOptions & { readonly folds: number; readonly report: (line: string) => void },
): Map<Sample, Int32Array> {
  const sources = [...new Set(samples.map(sourceOf))];
  const fold = new Map(sources.map((source, i) => [source, i % options.folds]));
  const found = new Map<Sample, Int32Array>();
  for (let held = 0; held < options.folds; held++) {
    const rest = samples.filter((sample) => fold.get(sourceOf(sample)) !== held);
    const weights = trainTags(rest, tags, vocabulary, { ...options, seed: options.seed + held + 1 });
    const tagger = new Tagger(packedWeights(quantize(weights, 0.0005), TAG_BITS), tags.size);
    for (const sample of samples)
      if (fold.get(sourceOf(sample)) === held)
        found.set(sample, tagger.tag(formsOf(sample).map((form) => vocabulary.lookup(form))));
    options.report(`tags: fold ${held + 1} of ${options.folds} done`);
  }
  return found;
}

function sourceOf({ corpus, sentence }: Sample): string {
  return `${corpus.name} ${corpus.source[sentence]}`;
}
