import { Lemmatizer } from "../src/parse/lemmatize.ts";
import { Vocabulary } from "../src/parse/lexeme.ts";
import { learnAmbiguity } from "./ambiguity.ts";
import { type Corpus, samplesOf } from "./corpus.ts";
import type { Knowledge } from "./knowledge.ts";
import { TagSet } from "./tag-set.ts";
import { trainBoundaries } from "./train-boundaries.ts";
import { foldingsOf, trainLemmas } from "./train-lemmas.ts";
import { jackknifeTags, trainTags } from "./train-tags.ts";
import { TreeTrainer, treeExamples } from "./train-trees.ts";
import type { VerbForm } from "./verb-forms.ts";

/** How long and with what seed to train. */
export interface LearnOptions {
  readonly seed: number;
  readonly folds: number;
  readonly tagEpochs: number;
  readonly treeEpochs: number;
  readonly boundaryEpochs: number;
  /** Verb forms that the lemmatizer is to know beside those of the corpora. */
  readonly verbs: readonly VerbForm[];
  readonly report: (line: string) => void;
}

export const LEARN_DEFAULTS = { seed: 1, folds: 5, tagEpochs: 7, treeEpochs: 10, boundaryEpochs: 8 } as const;

/** Trains every part of the model on the corpora. */
export function learn(corpora: readonly Corpus[], options: LearnOptions): Knowledge {
  const { seed, report } = options;
  const samples = samplesOf(corpora).filter(({ start, end }) => end > start);
  const tags = new TagSet(samples);
  report(`${samples.length} sentences, ${tags.size} joint tags`);
  const ambiguity = learnAmbiguity(samples, tags);
  const vocabulary = new Vocabulary(ambiguity);
  const boundary = trainBoundaries(corpora, vocabulary, { epochs: options.boundaryEpochs, seed, margin: 5 });
  report("boundaries: done");
  const lemmas = trainLemmas(samples, tags, options.verbs);
  const lemmatizer = new Lemmatizer(lemmas.exceptions, lemmas.rules, foldingsOf(tags));
  report("lemmas: done");
  const tagOptions = { epochs: options.tagEpochs, seed, margin: 4 };
  const tag = trainTags(samples, tags, vocabulary, tagOptions);
  report(`tags: ${tag.length} weights`);
  const jackknifed = jackknifeTags(samples, tags, vocabulary, {
    ...tagOptions,
    folds: options.folds,
    report,
  });
  const examples = treeExamples(samples, (sample) => jackknifed.get(sample)!, {
    vocabulary,
    lemmatizer,
    tags,
  });
  const trainer = new TreeTrainer({ epochs: options.treeEpochs, seed, margin: 10, explore: 0.9, report });
  const { moves, labels } = trainer.train(examples);
  report(`trees: ${moves.length} weights for moves, ${labels.length} for relations`);
  return {
    ambiguity,
    tagUpos: tags.upos,
    tagXpos: tags.xpos,
    lemmaExceptions: lemmas.exceptions,
    lemmaRules: lemmas.rules,
    weights: { boundary, tag, move: moves, label: labels },
  };
}
