import { actsWithin, type CorpusItem, seeded } from "../../record/index.ts";

const FOLDS = 10;
const RESAMPLES = 1000;
const EPOCHS = 8;
const RATE = 0.3;
const DECAY = 0.02;

/** How well the type of an event is guessed from the identity of its parties alone, against always guessing the commonest. */
export interface Rotation {
  readonly events: number;
  readonly accuracy: number;
  /** Right by always saying the commonest type. */
  readonly commonest: number;
  /** Right by naive Bayes when it sees how many parties there are on each side, and not who. */
  readonly masked: number;
  /** The better of the two: what the identity of the parties must not add to. */
  readonly base: number;
  /** 95 % interval of accuracy − base over resampled items. */
  readonly low: number;
  readonly high: number;
}

/** What a model learns from: names of features and the type that went with them. */
export interface Guesser {
  guess(features: readonly string[]): string;
}

interface Sample {
  readonly type: string;
  readonly features: readonly string[];
}

interface Event extends Sample {
  readonly masked: readonly string[];
}

type Train = (samples: readonly Sample[]) => Guesser;

/** Which parties a test looks at. */
export type Sight = "all" | "states" | "organisations";

export interface RotationOptions {
  readonly train?: Train;
  readonly sight?: Sight;
}

interface Guess {
  readonly model: boolean;
  readonly commonest: boolean;
  readonly masked: boolean;
}

/** Guesses types from countries, organisations and fictional names of the parties, cross-validated by item. */
export function testRotation(
  items: readonly CorpusItem[],
  names: readonly string[],
  { train = naiveBayes, sight = "all" }: RotationOptions = {},
): Rotation {
  const rows: Event[][] = items.map((item) =>
    item.acts.map((act) => {
      const masked = maskedOf(act, sight);
      return { type: act.type, features: [...masked, ...partiesOf(act, names, sight)], masked };
    }),
  );
  const guesses: Guess[][] = rows.map(() => []);
  for (let fold = 0; fold < FOLDS; fold++) {
    const known = rows.filter((_, index) => index % FOLDS !== fold).flat();
    const model = train(known);
    const blind = naiveBayes(known.map(({ type, masked }) => ({ type, features: masked })));
    const commonest = commonestOf(known.map(({ type }) => type));
    for (const [index, events] of rows.entries())
      if (index % FOLDS === fold)
        guesses[index] = events.map(({ features, masked, type }) => ({
          model: model.guess(features) === type,
          masked: blind.guess(masked) === type,
          commonest: commonest === type,
        }));
  }
  const groups = guesses.filter((group) => group.length > 0);
  const all = groups.flat();
  const share = (key: keyof Guess) => all.filter((guess) => guess[key]).length / (all.length || 1);
  const [masked, commonest] = [share("masked"), share("commonest")];
  const [low, high] = intervalOf(groups, masked > commonest ? "masked" : "commonest");
  const base = Math.max(masked, commonest);
  return { events: all.length, accuracy: share("model"), commonest, masked, base, low, high };
}

/** Codes of PLOVER for those who are no state. */
const ORGANISATIONS = new Set(["IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"]);

function isSeen(code: string, sight: Sight): boolean {
  return sight === "all" || ORGANISATIONS.has(code) === (sight === "organisations");
}

/** How many different parties are seen on each side, up to two. */
function maskedOf(act: CorpusItem["acts"][number], sight: Sight): string[] {
  const count = (parties: typeof act.actors) =>
    Math.min(
      2,
      new Set(parties.flatMap(({ code }) => (code !== null && isSeen(code, sight) ? [code] : []))).size,
    );
  return [`actors ${count(act.actors)}`, `recipients ${count(act.recipients)}`];
}

function partiesOf(act: CorpusItem["acts"][number], names: readonly string[], sight: Sight): string[] {
  const codes = (parties: typeof act.actors, side: string) =>
    parties.flatMap(({ code }) => (code === null || !isSeen(code, sight) ? [] : [`${side} ${code}`, code]));
  const found = [...codes(act.actors, "actor"), ...codes(act.recipients, "recipient")];
  if (sight === "all") {
    const texts = [...actsWithin([act])].flatMap((a) =>
      [...a.actors, ...a.recipients].map(({ text }) => text),
    );
    found.push(...names.filter((name) => texts.some((text) => text.includes(name))));
  }
  return [...new Set(found)];
}

function commonestOf(types: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), ["", 0])[0];
}

/** Naive Bayes with one added to each count. */
export function naiveBayes(samples: readonly Sample[]): Guesser {
  const types = new Map<string, { count: number; total: number; of: Map<string, number> }>();
  const vocabulary = new Set<string>();
  for (const { type, features } of samples) {
    const entry = types.get(type) ?? { count: 0, total: 0, of: new Map<string, number>() };
    types.set(type, entry);
    entry.count++;
    entry.total += features.length;
    for (const feature of features) {
      entry.of.set(feature, (entry.of.get(feature) ?? 0) + 1);
      vocabulary.add(feature);
    }
  }
  const scoreOf = (type: string, features: readonly string[]): number => {
    const { count, total, of } = types.get(type)!;
    return features
      .filter((feature) => vocabulary.has(feature))
      .reduce(
        (score, feature) => score + Math.log(((of.get(feature) ?? 0) + 1) / (total + vocabulary.size)),
        Math.log(count / samples.length),
      );
  };
  return { guess: (features) => bestOf([...types.keys()], (type) => scoreOf(type, features)) };
}

/** Logistic regression over all types at once, by gradient steps in a fixed order with a decay of weights. */
export function logisticRegression(samples: readonly Sample[]): Guesser {
  const types = [...new Set(samples.map(({ type }) => type))].sort();
  const index = new Map<string, number>([["", 0]]);
  for (const { features } of samples)
    for (const feature of features) if (!index.has(feature)) index.set(feature, index.size);
  const weights = new Float64Array(index.size * types.length);
  const columnsOf = (features: readonly string[]) => [
    0,
    ...features.flatMap((feature) => index.get(feature) ?? []),
  ];
  const rows = samples.map(({ type, features }) => ({
    type: types.indexOf(type),
    columns: columnsOf(features),
  }));
  const scores = new Float64Array(types.length);
  const shares = new Float64Array(types.length);
  const score = (columns: readonly number[]): void => {
    scores.fill(0);
    for (const column of columns)
      for (let t = 0; t < types.length; t++) scores[t]! += weights[column * types.length + t]!;
  };
  const random = seeded(7);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const rate = RATE / (1 + epoch);
    for (let step = 0; step < rows.length; step++) {
      const { type, columns } = rows[Math.floor(random() * rows.length)]!;
      score(columns);
      const top = Math.max(...scores);
      let sum = 0;
      for (let t = 0; t < types.length; t++) {
        shares[t] = Math.exp(scores[t]! - top);
        sum += shares[t]!;
      }
      for (const column of columns)
        for (let t = 0; t < types.length; t++) {
          const at = column * types.length + t;
          const slope = shares[t]! / sum + (column === 0 ? 0 : DECAY * weights[at]!);
          weights[at]! -= rate * (t === type ? slope - 1 : slope);
        }
    }
  }
  return {
    guess: (features) => {
      score(columnsOf(features));
      return bestOf(types, (_, t) => scores[t]!);
    },
  };
}

function bestOf(types: readonly string[], scoreOf: (type: string, index: number) => number): string {
  let best = "";
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const [index, type] of types.entries()) {
    const score = scoreOf(type, index);
    if (score > bestScore) [best, bestScore] = [type, score];
  }
  return best;
}

function intervalOf(groups: readonly (readonly Guess[])[], base: "masked" | "commonest"): [number, number] {
  if (groups.length === 0) return [0, 0];
  const random = seeded(1);
  const differences: number[] = [];
  for (let n = 0; n < RESAMPLES; n++) {
    let gain = 0;
    let events = 0;
    for (let k = 0; k < groups.length; k++) {
      for (const guess of groups[Math.floor(random() * groups.length)]!) {
        gain += Number(guess.model) - Number(guess[base]);
        events++;
      }
    }
    differences.push(gain / events);
  }
  differences.sort((a, b) => a - b);
  return [differences[Math.floor(RESAMPLES * 0.025)]!, differences[Math.floor(RESAMPLES * 0.975)]!];
}

/** A line of the published audit: which items, which parties, which model. */
export interface RotationRow extends Rotation {
  readonly items: string;
  readonly sight: Sight;
  readonly model: string;
}

/** The audit: both models over all items, fictional and real ones, and over what they may see. */
export function auditRotation(
  items: readonly CorpusItem[],
  names: readonly string[],
  isFictional: (item: CorpusItem) => boolean,
): RotationRow[] {
  const sets: readonly (readonly [string, readonly CorpusItem[], Sight])[] = [
    ["all", items, "states"],
    ["all", items, "organisations"],
    ["all", items, "all"],
    ["fictional", items.filter(isFictional), "states"],
    ["real", items.filter((item) => !isFictional(item)), "states"],
  ];
  const models = [
    ["naive Bayes", naiveBayes],
    ["logistic regression", logisticRegression],
  ] as const;
  return sets.flatMap(([name, of, sight]) =>
    models.map(([model, train]) => ({
      items: name,
      sight,
      model,
      ...testRotation(of, names, { train, sight }),
    })),
  );
}
