import { DEPREL, deprelOf } from "../src/document/index.ts";
import { Rows } from "../src/parse/features.ts";
import { hashText } from "../src/parse/hash.ts";
import type { Lemmatizer } from "../src/parse/lemmatize.ts";
import type { Vocabulary } from "../src/parse/lexeme.ts";
import { TAG_KINDS } from "../src/parse/model.ts";
import { State } from "../src/parse/transition.ts";
import { bestMove, LABEL_BITS, MOVE_BITS } from "../src/parse/tree.ts";
import { labelFeatures, moveFeatures, type TreeInput, treeInput } from "../src/parse/tree-features.ts";
import { best } from "../src/parse/weights.ts";
import { formsOf, headsOf, type Sample } from "./corpus.ts";
import { Learner, type Weight } from "./learner.ts";
import { GoldTree } from "./oracle.ts";
import { Random } from "./random.ts";
import type { TagSet } from "./tag-set.ts";

interface TreeOptions {
  readonly epochs: number;
  readonly seed: number;
  /** A right decision must win by so much, or the weights move. */
  readonly margin: number;
  /** How often the parser's own move is followed instead of a right one, from the second epoch on. */
  readonly explore: number;
  readonly report: (line: string) => void;
}

/** A sentence made ready: what the features see, and the gold tree. */
interface Example {
  readonly input: TreeInput;
  readonly gold: GoldTree;
  readonly labels: Uint8Array;
}

/** Trains moves and relations together, with a dynamic oracle. */
export class TreeTrainer {
  readonly #moves = new Learner(MOVE_BITS);
  readonly #labels = new Learner(LABEL_BITS);
  readonly #moveRows = new Rows(MOVE_BITS);
  readonly #labelRows = new Rows(LABEL_BITS);
  readonly #moveScores = new Int32Array(3);
  readonly #labelScores = new Int32Array(DEPREL.length);
  readonly #options: TreeOptions;
  readonly #random: Random;

  constructor(options: TreeOptions) {
    this.#options = options;
    this.#random = new Random(options.seed);
  }

  train(examples: Example[]): { moves: Weight[]; labels: Weight[] } {
    for (let epoch = 0; epoch < this.#options.epochs; epoch++) {
      let right = 0;
      let total = 0;
      for (const example of this.#random.shuffle(examples)) {
        right += this.#learn(example, epoch);
        total += example.labels.length;
      }
      this.#options.report(`trees: epoch ${epoch + 1}, ${((100 * right) / total).toFixed(2)} % heads found`);
    }
    return { moves: this.#moves.average(), labels: this.#labels.average() };
  }

  #learn({ input, gold, labels }: Example, epoch: number): number {
    const state = new State(input.size);
    let right = 0;
    while (!state.isFinal) {
      const dependent = state.apply(this.#learnMove(input, state, gold, epoch));
      if (dependent < 0) continue;
      const isRight = state.head[dependent] === gold.head[dependent];
      if (isRight) right++;
      state.setLabel(dependent, this.#learnLabel(input, state, dependent, isRight ? labels[dependent]! : -1));
    }
    return right;
  }

  /** Moves the weights if need be and gives the move to make. */
  #learnMove(input: TreeInput, state: State, gold: GoldTree, epoch: number): number {
    const scores = this.#moveScores;
    moveFeatures(this.#moveRows, input, state);
    this.#moves.score(this.#moveRows, scores);
    this.#moves.tick();
    let right = -1;
    let wrong = -1;
    let least = Number.POSITIVE_INFINITY;
    const costs = [0, 1, 2].map((move) => gold.cost(state, move));
    for (const cost of costs) least = Math.min(least, cost);
    costs.forEach((cost, move) => {
      if (cost === least) {
        if (right < 0 || scores[move]! > scores[right]!) right = move;
      } else if (cost < Number.POSITIVE_INFINITY && (wrong < 0 || scores[move]! > scores[wrong]!))
        wrong = move;
    });
    const chosen = bestMove(state, scores);
    if (wrong >= 0 && scores[right]! - scores[wrong]! <= this.#options.margin) {
      this.#moves.update(this.#moveRows, right, 1);
      this.#moves.update(this.#moveRows, wrong, -1);
    }
    return epoch > 0 && this.#random.next() < this.#options.explore ? chosen : right;
  }

  /** Learns the relation of a right arc (`gold` is -1 for a wrong one) and gives the one found. */
  #learnLabel(input: TreeInput, state: State, dependent: number, gold: number): number {
    const root = deprelOf("root");
    if (state.head[dependent] === input.size) return root;
    const scores = this.#labelScores;
    labelFeatures(this.#labelRows, input, state, dependent);
    this.#labels.score(this.#labelRows, scores);
    scores[root] = -1e9;
    const found = best(scores);
    if (gold < 0 || gold === root) return found;
    this.#labels.tick();
    scores[gold]! -= this.#options.margin;
    const rival = best(scores);
    if (rival !== gold) {
      this.#labels.update(this.#labelRows, gold, 1);
      this.#labels.update(this.#labelRows, rival, -1);
    }
    return found;
  }
}

/** Makes samples ready for the trainer, with the given tags. */
export function treeExamples(
  samples: readonly Sample[],
  tagsOf: (sample: Sample) => Int32Array,
  knowledge: { vocabulary: Vocabulary; lemmatizer: Lemmatizer; tags: TagSet },
): Example[] {
  const { vocabulary, lemmatizer, tags } = knowledge;
  return samples.map((sample) => {
    const forms = formsOf(sample);
    const found = tagsOf(sample);
    const upos = Uint8Array.from(found, (tag) => tags.upos[tag]!);
    const lemmas = forms.map((form, i) => {
      const lemma = lemmatizer.lemmatize(form, found[i]!);
      return hashText(lemma, 0, lemma.length);
    });
    const words = forms.map((form) => vocabulary.lookup(form));
    return {
      input: treeInput(words, found, upos, lemmas, TAG_KINDS),
      gold: new GoldTree(headsOf(sample)),
      labels: sample.corpus.doc.deprel.slice(sample.start, sample.end),
    };
  });
}
