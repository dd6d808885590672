import { type ActMatch, matchActs, matchParties, overlap } from "./match.ts";
import type { CorpusAct, CorpusParty, CorpusSpan } from "./shape.ts";
import { isSameSpan, type SpanKind } from "./trivial.ts";

const RESAMPLES = 500;

/** How far two coders of the same items agree in one field. */
export interface FieldAgreement {
  readonly field: string;
  /** What was compared: `share` of pairs that are alike, `f1` of things that both found. */
  readonly measure: "share" | "f1";
  /** Pairs compared, or things that either coder found. */
  readonly count: number;
  readonly value: number;
  /** 95 % interval over resampled items. */
  readonly low: number;
  readonly high: number;
  /** Krippendorff's alpha for nominal values; null where there is no fixed set of values or nothing varies. */
  readonly alpha: number | null;
}

/** Two codings of one item. */
export interface CodedTwice {
  readonly first: readonly CorpusAct[];
  readonly second: readonly CorpusAct[];
}

/** Agreement of two coders by field, in the order in which the guide speaks of them; fields never met are left out. */
export function agreementOf(items: readonly CodedTwice[]): FieldAgreement[] {
  const ledger = new Ledger();
  for (const [index, { first, second }] of items.entries()) {
    ledger.item = index;
    compareItem(matchActs(first, second), first, second, ledger);
  }
  return ledger.rows(items.length);
}

/**
 * Krippendorff's alpha for nominal values: one list of values a unit, one value a coder; units with fewer than two are
 * passed over. Null where all values are the same one.
 */
export function nominalAlpha(units: readonly (readonly string[])[]): number | null {
  const totals = new Map<string, number>();
  let pairable = 0;
  let disagreed = 0;
  for (const values of units) {
    if (values.length < 2) continue;
    pairable += values.length;
    const counts = new Map<string, number>();
    for (const value of values) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
      totals.set(value, (totals.get(value) ?? 0) + 1);
    }
    const alike = [...counts.values()].reduce((sum, count) => sum + count * (count - 1), 0);
    disagreed += (values.length * (values.length - 1) - alike) / (values.length - 1);
  }
  const byChance =
    pairable * (pairable - 1) - [...totals.values()].reduce((sum, count) => sum + count * (count - 1), 0);
  return byChance === 0 ? null : 1 - ((pairable - 1) * disagreed) / byChance;
}

interface Row {
  readonly measure: FieldAgreement["measure"];
  readonly labels: [string, string][] | null;
  /** Item, what is alike, what there is; several entries of one item are allowed. */
  readonly entries: [number, number, number][];
}

class Ledger {
  item = 0;
  readonly #rows = new Map<string, Row>(
    FIELDS.map(([field, measure, nominal]) => [field, { measure, labels: nominal ? [] : null, entries: [] }]),
  );

  /** One value of each coder, of a fixed set. */
  label(field: string, a: string, b: string): void {
    this.#row(field).labels!.push([a, b]);
    this.alike(field, a === b);
  }

  alike(field: string, same: boolean): void {
    this.#row(field).entries.push([this.item, Number(same), 1]);
  }

  /** Things that both found, of those that each found. */
  found(field: string, both: number, first: number, second: number): void {
    if (first + second > 0) this.#row(field).entries.push([this.item, 2 * both, first + second]);
  }

  rows(items: number): FieldAgreement[] {
    const draws = drawsOf(items);
    return [...this.#rows].flatMap(([field, { measure, labels, entries }]) => {
      if (entries.length === 0) return [];
      const alike = new Float64Array(items);
      const total = new Float64Array(items);
      for (const [item, a, n] of entries) {
        alike[item]! += a;
        total[item]! += n;
      }
      const count = sum(total);
      const [low, high] = intervalOf(alike, total, draws);
      const alpha = labels === null ? null : nominalAlpha(labels);
      return [{ field, measure, count, value: sum(alike) / count, low, high, alpha }];
    });
  }

  #row(field: string): Row {
    const row = this.#rows.get(field);
    if (row === undefined) throw new RangeError(`no field “${field}”`);
    return row;
  }
}

/** Field, measure, whether its values are of a fixed set. */
const FIELDS: readonly (readonly [string, FieldAgreement["measure"], boolean])[] = [
  ["item: has an event", "share", true],
  ["item: same number of events", "share", false],
  ["events found by both", "f1", false],
  ["events found by both, with one type", "f1", false],
  ["inner acts found by both", "f1", false],
  ["inner acts found by both, with one type", "f1", false],
  ["trigger: same words", "share", false],
  ["trigger: same but for what does not matter", "share", false],
  ["trigger: one within the other", "share", false],
  ["type", "share", true],
  ["event or inner act", "share", true],
  ["modes: same set", "share", true],
  ["mode found by both", "f1", false],
  ["CAMEO code", "share", true],
  ["CAMEO root", "share", true],
  ["actor found by both", "f1", false],
  ["recipient found by both", "f1", false],
  ["party: same words", "share", false],
  ["party: same but for what does not matter", "share", false],
  ["party: country or organisation", "share", true],
  ["party: sector", "share", true],
  ["party: further sectors", "share", true],
  ["party: role", "share", true],
  ["factuality", "share", true],
  ["auxiliary", "share", true],
  ["iterated", "share", true],
  ["attribution found by both", "f1", false],
  ["attribution: cue", "share", false],
  ["hedge found by both", "f1", false],
  ["hedge: scope", "share", true],
  ["condition found by both", "f1", false],
  ["condition: same words", "share", false],
  ["place found by both", "f1", false],
  ["place: same words", "share", false],
  ["place: country", "share", true],
  ["date found by both", "f1", false],
  ["date: same words", "share", false],
  ["number found by both", "f1", false],
  ["number: same bounds", "share", false],
  ["contexts: same set", "share", false],
  ["context found by both", "f1", false],
];

function compareItem(
  match: ActMatch,
  acts: readonly CorpusAct[],
  others: readonly CorpusAct[],
  to: Ledger,
): void {
  to.label("item: has an event", String(acts.length > 0), String(others.length > 0));
  to.alike("item: same number of events", acts.length === others.length);
  for (const [field, isEvent] of [
    ["events found by both", true],
    ["inner acts found by both", false],
  ] as const) {
    const here = (slot: string) => (slot === "event") === isEvent;
    const first = match.first.filter(({ slot }) => here(slot)).length;
    const second = match.second.filter(({ slot }) => here(slot)).length;
    const both = match.pairs.filter(
      (pair) => here(match.first[pair.first]!.slot) && here(match.second[pair.second]!.slot),
    );
    const sameType = both.filter(
      (pair) => match.first[pair.first]!.act.type === match.second[pair.second]!.act.type,
    );
    to.found(field, both.length, first, second);
    to.found(`${field}, with one type`, sameType.length, first, second);
  }
  for (const pair of match.pairs) {
    const a = match.first[pair.first]!;
    const b = match.second[pair.second]!;
    if (pair.by === "trigger") {
      to.label("type", a.act.type, b.act.type);
      const level = ({ slot }: { slot: string }) => (slot === "event" ? slot : "inner");
      to.label("event or inner act", level(a), level(b));
    }
    compareAct(a.act, b.act, to);
  }
}

function compareAct(a: CorpusAct, b: CorpusAct, to: Ledger): void {
  compareSpan("trigger", a.trigger, b.trigger, "trigger", to);
  to.alike("trigger: one within the other", within(a.trigger, b.trigger) || within(b.trigger, a.trigger));
  if (a.type === b.type && (a.modes.length > 0 || b.modes.length > 0)) {
    to.label("modes: same set", setOf(a.modes), setOf(b.modes));
    to.found("mode found by both", common(a.modes, b.modes), a.modes.length, b.modes.length);
  }
  to.label("CAMEO code", a.cameo ?? "none", b.cameo ?? "none");
  to.label("CAMEO root", a.cameo?.slice(0, 2) ?? "none", b.cameo?.slice(0, 2) ?? "none");
  for (const [field, side] of [
    ["actor found by both", "actors"],
    ["recipient found by both", "recipients"],
  ] as const) {
    const { pairs } = matchParties(a[side], b[side]);
    to.found(field, pairs.length, a[side].length, b[side].length);
    for (const [one, other] of pairs) compareParty(one, other, to);
  }
  to.label("factuality", a.factuality, b.factuality);
  to.label("auxiliary", setOf(a.auxiliary), setOf(b.auxiliary));
  to.label("iterated", String(a.iterated), String(b.iterated));
  compareAttribution(a, b, to);
  if (compareField("hedge", a.hedge, b.hedge, to)) to.label("hedge: scope", a.hedge!.scope, b.hedge!.scope);
  if (compareField("condition", a.condition, b.condition, to))
    to.alike("condition: same words", isSameSpan(a.condition!, b.condition!, "other"));
  if (compareField("place", a.place, b.place, to)) {
    to.alike("place: same words", isSameSpan(a.place!, b.place!, "place"));
    to.label("place: country", a.place!.country ?? "none", b.place!.country ?? "none");
  }
  if (compareField("date", a.date, b.date, to))
    to.alike("date: same words", isSameSpan(a.date!, b.date!, "date"));
  for (const name of ["dead", "injured", "arrested", "size"] as const) {
    const [one, other] = [a[name], b[name]];
    if (compareField("number", one, other, to))
      to.alike("number: same bounds", one!.min === other!.min && one!.max === other!.max);
  }
  if (a.contexts.length > 0 || b.contexts.length > 0) {
    to.alike("contexts: same set", setOf(a.contexts) === setOf(b.contexts));
    to.found("context found by both", common(a.contexts, b.contexts), a.contexts.length, b.contexts.length);
  }
}

function compareParty(a: CorpusParty, b: CorpusParty, to: Ledger): void {
  compareSpan("party", a, b, "party", to);
  to.label("party: country or organisation", a.code ?? "none", b.code ?? "none");
  to.label("party: sector", a.sector ?? "none", b.sector ?? "none");
  to.label("party: further sectors", setOf(a.also), setOf(b.also));
  to.label("party: role", a.role ?? "doer", b.role ?? "doer");
}

function compareAttribution(a: CorpusAct, b: CorpusAct, to: Ledger): void {
  const pairs = a.attribution.flatMap((said) => {
    const same = b.attribution.find(({ speaker }) => overlap(speaker, said.speaker) > 0);
    return same === undefined ? [] : [[said, same] as const];
  });
  to.found("attribution found by both", pairs.length, a.attribution.length, b.attribution.length);
  for (const [one, other] of pairs) to.alike("attribution: cue", isSameSpan(one.cue, other.cue, "trigger"));
}

function compareSpan(field: string, a: CorpusSpan, b: CorpusSpan, kind: SpanKind, to: Ledger): void {
  to.alike(`${field}: same words`, a.start === b.start && a.end === b.end);
  to.alike(`${field}: same but for what does not matter`, isSameSpan(a, b, kind));
}

function within(inner: CorpusSpan, outer: CorpusSpan): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Tells whether both have the field, with spans that touch. */
function compareField(name: string, a: CorpusSpan | null, b: CorpusSpan | null, to: Ledger): boolean {
  const both = a !== null && b !== null && overlap(a, b) > 0;
  to.found(`${name} found by both`, Number(both), Number(a !== null), Number(b !== null));
  return both;
}

function setOf(values: readonly string[]): string {
  return [...values].sort().join(" ") || "none";
}

function common(a: readonly string[], b: readonly string[]): number {
  return a.filter((value) => b.includes(value)).length;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Items drawn with replacement, the same draws for every field. */
function drawsOf(items: number): Uint32Array[] {
  const random = seeded(1);
  return Array.from({ length: RESAMPLES }, () =>
    Uint32Array.from({ length: items }, () => Math.floor(random() * items)),
  );
}

function intervalOf(
  alike: Float64Array,
  total: Float64Array,
  draws: readonly Uint32Array[],
): [number, number] {
  const shares: number[] = [];
  for (const draw of draws) {
    let a = 0;
    let n = 0;
    for (let k = 0; k < draw.length; k++) {
      a += alike[draw[k]!]!;
      n += total[draw[k]!]!;
    }
    if (n > 0) shares.push(a / n);
  }
  shares.sort((x, y) => x - y);
  return [shares[Math.floor(shares.length * 0.025)]!, shares[Math.floor(shares.length * 0.975)]!];
}

/** A small generator with a seed, so that published intervals can be had again. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x100000000;
  };
}
