import { actsWithin, type CorpusItem, seeded } from "../../record/index.ts";

const FOLDS = 10;
const RESAMPLES = 1000;

/** How well the type of an event is guessed from the identity of its parties alone, against always guessing the commonest. */
export interface Rotation {
  readonly events: number;
  readonly accuracy: number;
  readonly base: number;
  /** 95 % interval of accuracy − base over resampled items. */
  readonly low: number;
  readonly high: number;
}

interface Guess {
  readonly model: boolean;
  readonly base: boolean;
}

/** Naive Bayes over countries, organisations and fictional names of the parties, cross-validated by item. */
export function testRotation(items: readonly CorpusItem[], names: readonly string[]): Rotation {
  const rows = items.map((item) =>
    item.acts.map((act) => ({ type: act.type as string, features: partiesOf(item, act, names) })),
  );
  const guesses: Guess[][] = rows.map(() => []);
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = new NaiveBayes();
    for (const [index, events] of rows.entries())
      if (index % FOLDS !== fold) for (const event of events) model.learn(event.features, event.type);
    for (const [index, events] of rows.entries())
      if (index % FOLDS === fold)
        guesses[index] = events.map(({ features, type }) => ({
          model: model.guess(features) === type,
          base: model.guess([]) === type,
        }));
  }
  const groups = guesses.filter((group) => group.length > 0);
  const all = groups.flat();
  const share = (of: readonly Guess[], key: keyof Guess) => of.filter((g) => g[key]).length / of.length;
  const [low, high] = intervalOf(groups);
  return { events: all.length, accuracy: share(all, "model"), base: share(all, "base"), low, high };
}

function partiesOf(item: CorpusItem, act: CorpusItem["acts"][number], names: readonly string[]): string[] {
  const codes = (parties: typeof act.actors, side: string) =>
    parties.flatMap(({ code }) => (code === null ? [] : [`${side} ${code}`, code]));
  const texts = [...actsWithin([act])].flatMap((a) => [...a.actors, ...a.recipients].map(({ text }) => text));
  const named = names.filter((name) => texts.some((text) => text.includes(name)) && item.text.includes(name));
  return [...new Set([...codes(act.actors, "actor"), ...codes(act.recipients, "recipient"), ...named])];
}

class NaiveBayes {
  readonly #types = new Map<string, { count: number; total: number; of: Map<string, number> }>();
  readonly #vocabulary = new Set<string>();
  #events = 0;

  learn(features: readonly string[], type: string): void {
    const entry = this.#types.get(type) ?? { count: 0, total: 0, of: new Map<string, number>() };
    this.#types.set(type, entry);
    entry.count++;
    this.#events++;
    for (const feature of features) {
      entry.of.set(feature, (entry.of.get(feature) ?? 0) + 1);
      entry.total++;
      this.#vocabulary.add(feature);
    }
  }

  guess(features: readonly string[]): string {
    let best = "";
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const [type, { count, total, of }] of this.#types) {
      let score = Math.log(count / this.#events);
      for (const feature of features)
        if (this.#vocabulary.has(feature))
          score += Math.log(((of.get(feature) ?? 0) + 1) / (total + this.#vocabulary.size));
      if (score > bestScore) [best, bestScore] = [type, score];
    }
    return best;
  }
}

function intervalOf(groups: readonly (readonly Guess[])[]): [number, number] {
  if (groups.length === 0) return [0, 0];
  const random = seeded(1);
  const differences: number[] = [];
  for (let n = 0; n < RESAMPLES; n++) {
    let gain = 0;
    let events = 0;
    for (let k = 0; k < groups.length; k++) {
      for (const guess of groups[Math.floor(random() * groups.length)]!) {
        gain += Number(guess.model) - Number(guess.base);
        events++;
      }
    }
    differences.push(gain / events);
  }
  differences.sort((a, b) => a - b);
  return [differences[Math.floor(RESAMPLES * 0.025)]!, differences[Math.floor(RESAMPLES * 0.975)]!];
}
