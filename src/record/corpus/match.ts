import type { CorpusAct, CorpusParty, CorpusSpan } from "./shape.ts";

/** Where an act stands: an event of the text, or what it is to the act that holds it. */
export type ActSlot = "event" | "content" | "consequence" | "purpose";

/** An act without its nesting: `parent` is the index of the act that holds it, −1 for events. */
export interface FlatAct {
  readonly act: CorpusAct;
  readonly slot: ActSlot;
  readonly parent: number;
}

/** Two codings of one text laid side by side. Numbers are indices into the two lists. */
export interface ActMatch {
  readonly first: readonly FlatAct[];
  readonly second: readonly FlatAct[];
  readonly pairs: readonly ActPair[];
  readonly onlyFirst: readonly number[];
  readonly onlySecond: readonly number[];
}

export interface ActPair {
  readonly first: number;
  readonly second: number;
  /** What the two have in common: words of their triggers, or only type and actor. */
  readonly by: "trigger" | "type";
}

/** Acts with those inside them, outermost first, in the order of the coding. */
export function flattenActs(acts: readonly CorpusAct[]): FlatAct[] {
  const flat: FlatAct[] = [];
  const add = (act: CorpusAct, slot: ActSlot, parent: number): void => {
    const here = flat.push({ act, slot, parent }) - 1;
    for (const inner of act.content) add(inner, "content", here);
    if (act.consequence !== null) add(act.consequence, "consequence", here);
    for (const inner of act.purpose) add(inner, "purpose", here);
  };
  for (const act of acts) add(act, "event", -1);
  return flat;
}

/** Which acts of two codings are the same act: by the words of their triggers, then by type, level and actor. */
export function matchActs(acts: readonly CorpusAct[], others: readonly CorpusAct[]): ActMatch {
  const first = flattenActs(acts);
  const second = flattenActs(others);
  const byTrigger = pairsOf(first, second, triggerLikeness).map((pair) => ({
    ...pair,
    by: "trigger" as const,
  }));
  const left = unpaired(first, second, byTrigger);
  const free = { first: new Set(left.first), second: new Set(left.second) };
  const byType = pairsOf(first, second, (a, b) => {
    const bothFree = free.first.has(first.indexOf(a)) && free.second.has(second.indexOf(b));
    return bothFree ? typeLikeness(a, b) : 0;
  }).map((pair) => ({ ...pair, by: "type" as const }));
  const pairs = [...byTrigger, ...byType].sort((a, b) => a.first - b.first);
  const { first: onlyFirst, second: onlySecond } = unpaired(first, second, pairs);
  return { first, second, pairs, onlyFirst, onlySecond };
}

interface IndexPair {
  readonly first: number;
  readonly second: number;
}

/** The likeliest pairs first; each is used once, and none that have nothing in common. */
function pairsOf<T>(
  first: readonly T[],
  second: readonly T[],
  likeness: (a: T, b: T) => number,
): IndexPair[] {
  const candidates = first.flatMap((a, i) =>
    second.map((b, j) => ({ first: i, second: j, score: likeness(a, b) })).filter(({ score }) => score > 0),
  );
  candidates.sort((a, b) => b.score - a.score || a.first - b.first || a.second - b.second);
  const taken = { first: new Set<number>(), second: new Set<number>() };
  const pairs: IndexPair[] = [];
  for (const pair of candidates) {
    if (taken.first.has(pair.first) || taken.second.has(pair.second)) continue;
    taken.first.add(pair.first);
    taken.second.add(pair.second);
    pairs.push({ first: pair.first, second: pair.second });
  }
  return pairs;
}

function unpaired(
  first: readonly unknown[],
  second: readonly unknown[],
  pairs: readonly IndexPair[],
): { first: number[]; second: number[] } {
  const used = { first: new Set(pairs.map((p) => p.first)), second: new Set(pairs.map((p) => p.second)) };
  return {
    first: [...first.keys()].filter((index) => !used.first.has(index)),
    second: [...second.keys()].filter((index) => !used.second.has(index)),
  };
}

function triggerLikeness(a: FlatAct, b: FlatAct): number {
  const shared = overlap(a.act.trigger, b.act.trigger);
  if (shared === 0) return 0;
  const union = length(a.act.trigger) + length(b.act.trigger) - shared;
  return (
    1 +
    4 * Number(a.act.type === b.act.type) +
    2 * Number((a.slot === "event") === (b.slot === "event")) +
    shared / union +
    0.5 * Number(shareParty(a.act.actors, b.act.actors)) +
    0.5 * Number(shareParty(a.act.recipients, b.act.recipients))
  );
}

function typeLikeness(a: FlatAct, b: FlatAct): number {
  const alike = a.act.type === b.act.type && (a.slot === "event") === (b.slot === "event");
  if (!alike || !shareParty(a.act.actors, b.act.actors)) return 0;
  return 1 / (1 + Math.abs(a.act.trigger.start - b.act.trigger.start));
}

/** Whether a party of one side is one of the other's, by words or by code; two empty sides are alike. */
function shareParty(parties: readonly CorpusParty[], others: readonly CorpusParty[]): boolean {
  if (parties.length === 0 && others.length === 0) return true;
  return parties.some((party) => others.some((other) => partyLikeness(party, other) > 0));
}

/** Which parties of one side are the same in two codings. */
export function matchParties(
  parties: readonly CorpusParty[],
  others: readonly CorpusParty[],
): { pairs: [CorpusParty, CorpusParty][]; onlyFirst: CorpusParty[]; onlySecond: CorpusParty[] } {
  const pairs = pairsOf(parties, others, partyLikeness).sort((a, b) => a.first - b.first);
  const { first, second } = unpaired(parties, others, pairs);
  return {
    pairs: pairs.map((pair) => [parties[pair.first]!, others[pair.second]!]),
    onlyFirst: first.map((index) => parties[index]!),
    onlySecond: second.map((index) => others[index]!),
  };
}

function partyLikeness(a: CorpusParty, b: CorpusParty): number {
  const shared = overlap(a, b);
  const sameCode = a.code !== null && a.code === b.code && a.sector === b.sector;
  if (shared === 0) return sameCode ? 0.5 : 0;
  return 1 + shared / (length(a) + length(b) - shared) + 0.5 * Number(sameCode);
}

/** How many characters two spans have in common. */
export function overlap(a: CorpusSpan, b: CorpusSpan): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

function length({ start, end }: CorpusSpan): number {
  return end - start;
}
