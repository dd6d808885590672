import { children, hasDeprel, rangeOf, subtree } from "../document/index.ts";
import type { Act, Party } from "../event/index.ts";
import type { Range } from "../report/index.ts";
import { AVERTING, CONFLICT_NOUN, MEDIATING_NOUN, MEDIATING_VERB, responseOfWord } from "./cues.ts";
import { voicesOf } from "./drafts.ts";
import type { Mediation, Ultimatum } from "./entry.ts";
import { partyOf } from "./party.ts";
import type { Answer } from "./responses.ts";
import { type Draft, isHarm, lemmaOf, type Scope, trimmed } from "./scope.ts";
import { distinct, isAmong, isSameCountry, isSameSide } from "./sides.ts";

/** A sign that somebody mediates: who, between whom as far as it says, and to what end. */
interface Sign {
  readonly mediator: Party;
  readonly between: readonly Party[];
  readonly aim: string | null;
}

/** Who mediates in a report, between whom, by which acts, and how the parties answer. */
export function mediationsOf(
  scope: Scope,
  ultimatums: readonly Ultimatum[],
  answers: ReadonlyMap<Answer, Draft>,
): Mediation[] {
  const groups: Sign[][] = [];
  for (const sign of [
    ...scope.coding.events.flatMap((act) => signsOf(scope, act)),
    ...conveyed(ultimatums),
  ]) {
    const group = groups.find(([first]) => isSameSide(first!.mediator, sign.mediator));
    if (group === undefined) groups.push([sign]);
    else group.push(sign);
  }
  return groups.flatMap((signs) => mediationOf(scope, signs, answers) ?? []);
}

function signsOf(scope: Scope, act: Act): Sign[] {
  const found: Sign[] = [];
  if (act.factuality.endsWith("-")) return found;
  const [party] = act.actors;
  if (party !== undefined) {
    const averted = act.purpose.find((purpose) => isAverted(purpose, party)) ?? null;
    const aim = aimOf(scope, act, averted);
    const inAim = aim === null ? [] : partiesIn(scope, aim).filter((named) => !isSameCountry(named, party));
    const text = aim === null ? null : scope.doc.text.slice(aim.from, aim.to);
    const isMediator = party.role === "mediator" || MEDIATING_VERB.has(lemmaOf(scope.doc, act.head));
    if (averted !== null)
      found.push({ mediator: party, between: [...averted.actors, ...averted.recipients], aim: text });
    else if (isMediator) found.push({ mediator: party, between: act.recipients, aim: text });
    else if (aim !== null && act.type === "CONSULT")
      found.push({ mediator: party, between: inAim, aim: text });
  }
  const named = mediatingObject(scope, act);
  if (named !== null) found.push({ mediator: named, between: [], aim: null });
  return found;
}

/** Whether a purpose is to keep others from harm, in which the party itself has no part. */
function isAverted(purpose: Act, party: Party): boolean {
  if (!isHarm(purpose) || !purpose.auxiliary.includes("negation")) return false;
  return !isAmong(party, purpose.actors) && !isAmong(party, purpose.recipients);
}

/** Those who are named in a stretch of text and have a code or an organization's name. */
function partiesIn(scope: Scope, range: Range): Party[] {
  const { doc, mentions } = scope;
  const inside = mentions.mentions.filter(
    ({ start, end }) => range.from <= doc.from[start]! && doc.to[end - 1]! <= range.to,
  );
  return distinct(inside.map((mention) => partyOf(scope, mention)).filter(({ code }) => code !== null));
}

/** "welcomed the Russian mediation efforts": the one whose efforts they are. */
function mediatingObject({ doc }: Scope, act: Act): Party | null {
  if (responseOfWord(lemmaOf(doc, act.head)) === null) return null;
  for (const child of children(doc, act.head)) {
    if (!hasDeprel(doc, child, "obj") && !hasDeprel(doc, child, "nsubj:pass")) continue;
    const { start, end } = subtree(doc, child);
    for (let i = start; i < end; i++)
      if (MEDIATING_NOUN.has(lemmaOf(doc, i)))
        return act.recipients.find((party) => party.head >= start && party.head < end) ?? null;
  }
  return null;
}

/** Whoever passes on the terms of another stands between the one who threatens and the one addressed. */
function conveyed(ultimatums: readonly Ultimatum[]): Sign[] {
  const found: Sign[] = [];
  for (const { conveyors, threatener, addressee } of ultimatums)
    for (const mediator of conveyors) {
      if (threatener === null || addressee === null || isAmong(mediator, [threatener, addressee])) continue;
      found.push({ mediator, between: [threatener, addressee], aim: null });
    }
  return found;
}

/** The words of an aim: the verb of averting below the act, with its object. */
function aimOf({ doc }: Scope, act: Act, averted: Act | null): Range | null {
  const { start, end } = subtree(doc, act.head);
  for (let i = start; i < end; i++) {
    if (!AVERTING.has(lemmaOf(doc, i)) || i === act.head) continue;
    const object = [...children(doc, i)].find((child) => hasDeprel(doc, child, "obj"));
    if (object === undefined || !isConflict(doc, object, averted)) continue;
    const last = withRival(doc, subtree(doc, object).end);
    return rangeOf(doc, i, trimmed(doc, i, last, i).end);
  }
  return null;
}

const BETWEEN: ReadonlySet<string> = new Set(["with", "between", "against", "over"]);

/** "a war | with the rebels": the phrase right behind belongs to the conflict, wherever the parser hangs it. */
function withRival(doc: Scope["doc"], at: number): number {
  if (!BETWEEN.has(lemmaOf(doc, at)) || !hasDeprel(doc, at, "case")) return at;
  const bounds = subtree(doc, doc.head[at]!);
  return bounds.start === at ? bounds.end : at;
}

function isConflict(doc: Scope["doc"], object: number, averted: Act | null): boolean {
  if (CONFLICT_NOUN.has(lemmaOf(doc, object))) return true;
  if (averted === null) return false;
  for (let word = averted.head; word >= 0; word = doc.head[word]!) if (word === object) return true;
  return false;
}

function mediationOf(
  scope: Scope,
  signs: readonly Sign[],
  answers: ReadonlyMap<Answer, Draft>,
): Mediation | null {
  const { mediator } = signs[0]!;
  const acts = scope.coding.events.filter((act) => isMediating(scope, act, mediator));
  const met = acts.flatMap(({ recipients, actors }) => [...recipients, ...actors]);
  const named = signs.flatMap(({ between }) => between).filter((party) => !isSameCountry(party, mediator));
  let between = named.map((party) => fullest(party, met));
  between = distinct(between.filter((party) => party.code !== null || party.entity >= 0));
  const aim = signs.find((sign) => sign.aim !== null)?.aim ?? null;
  if (acts.length === 0 && between.length < 2) return null;
  if (between.length < 2 && aim !== null) {
    const visited = met.filter((party) => party.code !== null && !isSameCountry(party, mediator));
    between = distinct([...between, ...visited]);
  }
  if (between.length === 0) return null;
  const responses = responsesOf(scope, mediator, between, answers);
  return { mediator: fullest(mediator, met), between, aim, acts: acts.map(({ id }) => id), responses };
}

/** The mention of a side that says most: a government rather than its country. */
function fullest(party: Party, known: readonly Party[]): Party {
  if (party.sector !== null) return party;
  return known.find((other) => other.sector !== null && isSameCountry(other, party)) ?? party;
}

/** Visits, calls and meetings of the mediator, terms passed on, and acts that say their aim; not positions of its own. */
function isMediating(scope: Scope, act: Act, mediator: Party): boolean {
  if (!act.actors.some((party) => isSameSide(party, mediator))) return false;
  if (scope.coding.parts[act.sentence] === "analysis" || act.auxiliary.includes("historical")) return false;
  if (act.type === "CONSULT") return true;
  if (act.actors.some(({ role }) => role === "conveyor" || role === "mediator")) return true;
  if (voicesOf(act).conveyors.some((party) => isSameSide(party, mediator))) return true;
  return act.purpose.some((purpose) => isHarm(purpose) && purpose.auxiliary.includes("negation"));
}

/** What the parties say to the mediator, and to the proposals that came of it. */
function responsesOf(
  scope: Scope,
  mediator: Party,
  between: readonly Party[],
  answers: ReadonlyMap<Answer, Draft>,
): string[] {
  const found: string[] = [];
  for (const act of scope.coding.events) {
    const [party] = act.actors;
    if (party === undefined || !between.some((other) => isSameCountry(other, party))) continue;
    if (responseOfWord(lemmaOf(scope.doc, act.head)) === null) continue;
    const toMediator = act.recipients.some((other) => isSameCountry(other, mediator));
    const answered = [...answers].find(([answer]) => answer.act.id === act.id)?.[1];
    const toOther =
      answered?.issuer != null && between.some((other) => isSameCountry(other, answered.issuer));
    if (toMediator || toOther) found.push(act.id);
  }
  return found;
}
