import { children, rangeOf } from "../document/index.ts";
import type { Range } from "../report/index.ts";
import type {
  AbstentionReason,
  Act,
  Auxiliary,
  Condition,
  EventType,
  Factuality,
  Hedge,
  Party,
  TraceStep,
} from "./act.ts";
import { fillersOf } from "./arguments.ts";
import { attributionsOf } from "./attribution.ts";
import { isHostile, type Typed, threatened, typeName } from "./compose.ts";
import { type ConditionClause, conditionOn } from "./conditions.ts";
import { confidenceOf } from "./confidence.ts";
import { contentSlot, forecastOf } from "./contents.ts";
import { type Dated, dateAt } from "./dates.ts";
import { factorsOf } from "./factors.ts";
import type { Family, Operator } from "./frames.ts";
import { isNominal, isPassive, REL } from "./grammar.ts";
import { identify } from "./identity.ts";
import { type Node, typeOf } from "./links.ts";
import { isSameSide, partiesIn, withRole } from "./parties.ts";
import { placeOf } from "./places.ts";
import { hasTwoSides, type Inherited, leavesOf, NOBODY, type Roles, rolesOf } from "./roles.ts";
import { sizesOf } from "./sizes.ts";
import type { Standing } from "./standing.ts";
import { step } from "./trace.ts";
import type { Work } from "./work.ts";

/** How an act is to be made: as a line or inside another, with what it takes from there. */
export interface Making {
  readonly carriers: readonly Node[];
  readonly inherited: Inherited;
  readonly factuality: Factuality;
  readonly auxiliary: readonly Auxiliary[];
  readonly isContent: boolean;
  /** Words of the trigger, where they are more than the node's. */
  readonly span?: { readonly start: number; readonly end: number };
  /** The act that holds this one, for its id. */
  readonly holder?: Range;
  readonly standing: Standing;
  /** One partner of several, where each has an event of its own. */
  readonly partner?: Party;
}

/** Makes the act of a node, or says why not. */
export function buildAct(work: Work, node: Node, typed: Typed, making: Making): Act | AbstentionReason {
  const roles = partnered(rolesOf(work, node, making.carriers, making.inherited), making.partner);
  const fault = making.isContent ? null : faultOf(work, node, typed, roles);
  if (fault !== null) return fault;
  const words = [node.word, ...making.carriers.map(({ word }) => word)];
  const condition = conditionOn(work.doc, [...words, ...making.standing.clauses, ...operandWords(node)]);
  const held = holdings(work, node, typed.type, roles, condition, making);
  const final = together(escalated(typed, held.consequence, roles), roles);
  const range = rangeOf(work.doc, making.span?.start ?? node.start, making.span?.end ?? node.end);
  const hedge = hedgeOf(work, making.standing);
  const date = begun(
    work,
    node,
    making,
    dateAt(work.doc, work.times, [...words, ...making.standing.clauses]),
  );
  const actors = conveying(roles.actors, held.consequence);
  const isAimed = final.type !== "THREATEN" || roles.recipients.length > 0 || making.isContent;
  const recipients = isAimed ? roles.recipients : pressed(work, condition, roles.actors);
  const base = {
    id: idOf(work, range, making),
    trigger: range,
    head: node.word,
    sentence: node.sentence,
    ...final,
    contexts: work.contexts(node.sentence),
    actors,
    recipients,
    factuality: weakened(making.factuality, hedge, making.standing),
    auxiliary: making.auxiliary,
    attribution: attributionsOf(work, making.standing.speakers, work.sides, node.word),
    hedge,
    condition: condition === null ? null : plainCondition(condition),
    consequence: held.consequence,
    content: held.content,
    purpose: held.purpose,
    cause: [],
    iterated: isIterated(making.standing),
    date: date?.date ?? null,
    dateBasis: date?.basis ?? null,
    place: placeOf(work.doc, work.mentions, words),
    sizes: sizesOf(work.doc, work.mentions, node.word, new Set(actWords(work, node, words))),
    sameAs: null,
    trace: tracesOf(work, node, making, range),
  };
  const doubts = {
    isNominal: isNominal(work.doc, node.word),
    isInherited: roles.isInherited,
    depth: making.carriers.length + (node.operator === null ? 0 : 1),
  };
  return { ...base, confidence: confidenceOf(doubts, base) };
}

/** "would strike unless the cabinet gave way": a threat is meant for whoever could meet or break its condition. */
function pressed(work: Work, condition: ConditionClause | null, actors: readonly Party[]): readonly Party[] {
  if (condition === null || isPassive(work.doc, condition.head)) return [];
  return partiesIn(work, condition.head, ["subj"], "recipient").parties.filter(
    (party) => party.code !== null && !actors.some((actor) => isSameSide(actor, party)),
  );
}

const BEGINNING: ReadonlySet<string> = new Set(["begin", "start", "commence", "erupt", "open"]);

/** "The siege began in May": it has gone on since. */
function begun(work: Work, node: Node, making: Making, date: Dated | null): Dated | null {
  if (date === null || node.via !== "subj" || date.date.edtf.includes("/")) return date;
  if (!making.carriers.some(({ word }) => BEGINNING.has(work.doc.lemma[word]!))) return date;
  const { first, edtf } = date.date;
  return { ...date, date: { first, last: null, edtf: `${edtf}/..` } };
}

function partnered(roles: Roles, partner: Party | undefined): Roles {
  if (partner === undefined) return roles;
  return { ...roles, actors: [...roles.actors.slice(0, 1), partner] };
}

function operandWords(node: Node): number[] {
  return node.operands.map(({ word }) => word);
}

/** The words whose numbers belong to the act: its own, and those of triggers that repeat it. */
function actWords(work: Work, node: Node, words: readonly number[]): number[] {
  const found = [...words];
  for (const [repeated, kept] of work.absorbed) if (kept === node) found.push(repeated.word);
  return found;
}

const NEEDS_RECIPIENT: ReadonlySet<string> = new Set(["COOPERATE", "AID", "SANCTION"]);

/** What private people say among themselves is nobody's policy: "the widow thanked the carpenter". */
const VERBAL = /^(?:ACCUSE|SUPPORT|REJECT|REQUEST|AGREE|CONCEDE|CONSULT|THREATEN)$/;
const PRIVATE = /^(?:BUS|LAB|AGR|EDU|MED|JRN|CVL|SOC|REL)$/;

/** A private person or body of no state that the text names. */
function isPrivate({ code, sector }: Party): boolean {
  return code === null && PRIVATE.test(sector ?? "");
}

/** No record without an actor; three types need a recipient, and a mutual act needs two sides. */
function faultOf(work: Work, node: Node, typed: Typed, roles: Roles): AbstentionReason | null {
  if (roles.actors.length === 0) return roles.isActorUnknown ? "unknown-actor" : "no-actor";
  if (VERBAL.test(typed.type) && [...roles.actors, ...roles.recipients].every(isPrivate))
    return "unknown-actor";
  if (node.sense?.layout === "reciprocal" && node.operator === null && !hasTwoSides(work, roles.actors, node))
    return "no-recipient";
  if (typed.type === "COOPERATE" && roles.actors.length > 1) return null;
  if (NEEDS_RECIPIENT.has(typed.type) && roles.recipients.length === 0) return "no-recipient";
  if (typed.type === "ACCUSE" && roles.recipients.length === 0 && blamesThing(work, node))
    return "no-recipient";
  return null;
}

const BLAMING: ReadonlySet<string> = new Set(["blame", "accuse", "suspect", "charge", "sue", "indict"]);

const MUTUAL: ReadonlySet<string> = new Set(["other", "another", "each", "one"]);

/** "blamed the rain", "accused nobody": who is at fault is said, and is no party. */
function blamesThing(work: Work, node: Node): boolean {
  const objects = fillersOf(work.doc, work.mentions, node.word, "obj");
  if (objects.some((word) => MUTUAL.has(work.doc.lemma[word]!.toLowerCase()))) return false;
  return (
    BLAMING.has(work.doc.lemma[node.word]!) && fillersOf(work.doc, work.mentions, node.word, "obj").length > 0
  );
}

interface Holdings {
  readonly content: readonly Act[];
  readonly consequence: Act | null;
  readonly purpose: readonly Act[];
}

/** The acts that an act speaks of: what it demands or promises, what it threatens, what it is for. */
function holdings(
  work: Work,
  node: Node,
  type: EventType,
  roles: Roles,
  condition: ConditionClause | null,
  making: Making,
): Holdings {
  const content: Act[] = [];
  const purpose: Act[] = [];
  let consequence: Act | null = null;
  const family = node.operator?.family ?? null;
  if (family !== null && CONSUMING.has(family)) markPlaced(work, node);
  else if (family !== null)
    for (const inner of node.operands.flatMap(({ nodes }) => nodes)) {
      const isPrice = type === "REQUEST" && isAlternative(work, inner);
      const acts = isPrice
        ? priceActs(work, inner, family, node, roles, making)
        : innerActs(work, inner, family, node, roles, making);
      for (const act of acts) {
        if ((isPrice || contentSlot(type, act) === "consequence") && consequence === null) consequence = act;
        else {
          const lifted = liftAvoided(act);
          consequence ??= lifted.avoided;
          if (!content.some(({ id }) => id === lifted.act.id)) content.push(lifted.act);
        }
      }
    }
  for (const dependent of work.dependents.get(node) ?? []) {
    const { slot, clauses } = work.standings.of(dependent);
    const act = dependentAct(work, dependent, slot, roles, making);
    if (act === null) continue;
    if (
      slot === "averted" &&
      condition !== null &&
      isWithin(work, dependent.word, condition.head) &&
      clauses.length > 0
    )
      consequence ??= act;
    else if (slot === "purpose" || slot === "averted") purpose.push(act);
  }
  return { content, consequence, purpose };
}

/** What befalls the one addressed: done to him, by whoever the text names. */
function priceActs(work: Work, inner: Node, family: Family, node: Node, roles: Roles, making: Making): Act[] {
  const holder: Node = { ...node, operator: { ...node.operator!, performer: "own" } };
  return innerActs(work, inner, family, holder, roles, making).map((act) => {
    const actors = act.actors.filter((party) => !roles.recipients.some((other) => isSameSide(other, party)));
    return { ...act, actors, recipients: roles.recipients.length > 0 ? roles.recipients : act.recipients };
  });
}

/** "told the rebels to leave or face attack": what follows if the demand is not met. */
function isAlternative(work: Work, inner: Node): boolean {
  if (inner.operator?.family !== "face" || work.doc.deprel[inner.word] !== REL.conj) return false;
  for (const child of children(work.doc, inner.word))
    if (work.doc.deprel[child] === REL.cc && work.doc.lemma[child] === "or") return true;
  return false;
}

/** "in order to avoid an attack, X must …": the attack is what follows if the demand is not met. */
function liftAvoided(act: Act): { act: Act; avoided: Act | null } {
  if (act.condition === null || !/ (?:avoid|avert|prevent|escape|forestall)$/.test(act.condition.cue))
    return { act, avoided: null };
  if (act.consequence !== null) return { act: { ...act, consequence: null }, avoided: act.consequence };
  const avoided = act.purpose.find(({ auxiliary }) => auxiliary.includes("negation")) ?? null;
  if (avoided === null) return { act, avoided };
  return { act: { ...act, purpose: act.purpose.filter((held) => held !== avoided) }, avoided };
}

/** Operators that swallow what they speak of: it gives them their type and is no content. */
const CONSUMING: ReadonlySet<Family> = new Set(["cease", "delay", "cancel", "fail", "fear"]);

function markPlaced(work: Work, node: Node): void {
  for (const inner of node.operands.flatMap(({ nodes }) => nodes))
    for (const { leaf } of leavesOf(inner)) work.placed.add(leaf);
}

function isWithin(work: Work, word: number, head: number): boolean {
  for (let i = word; i >= 0; i = work.doc.head[i]!) if (i === head) return true;
  return false;
}

function innerActs(
  work: Work,
  inner: Node,
  family: Family,
  holder: Node,
  roles: Roles,
  making: Making,
): Act[] {
  const found: Act[] = [];
  for (const { leaf, carriers } of leavesOf(inner)) {
    work.placed.add(leaf);
    if (leaf.operator !== null && leaf.operator.family === "propose") {
      const own = leaf.operands.flatMap(({ nodes }) => nodes);
      const held = { ...holder, operator: { ...holder.operator!, performer: heldPerformer(leaf, holder) } };
      for (const next of own) found.push(...innerActs(work, next, family, held, roles, making));
      continue;
    }
    const typed = typeOf(work.doc, leaf, work.types);
    if (typed === null) continue;
    const act = buildAct(work, leaf, typed, {
      ...innerMaking(work, leaf, family, holder, roles),
      carriers,
    });
    if (typeof act !== "string") found.push(act);
  }
  return found;
}

/** What is asked of one who answers is his to do: "rejected a call to withdraw". */
function heldPerformer(leaf: Node, holder: Node): Operator["performer"] {
  const isAnswer = holder.operator?.family === "accept" || holder.operator?.family === "reject";
  return isAnswer && leaf.operator?.type === "REQUEST" ? "subj" : "own";
}

function innerMaking(work: Work, leaf: Node, family: Family, holder: Node, roles: Roles): Making {
  const performer = holder.operator?.performer ?? "own";
  const inherited: Inherited =
    performer === "subj"
      ? { actors: roles.actors, recipients: roles.recipients }
      : performer === "addr"
        ? { actors: roles.recipients, recipients: [] }
        : NOBODY;
  const negated = factorsOf(work.doc, leaf.word).isNegated;
  const { factuality, auxiliary } = forecastOf(family, negated);
  return {
    carriers: [],
    inherited,
    factuality,
    auxiliary,
    isContent: true,
    holder: rangeOf(work.doc, holder.start, holder.end),
    standing: localStanding(work, leaf),
  };
}

/** A content has the hedges and conditions of its own clause, but not the speakers of the act that holds it. */
function localStanding(work: Work, leaf: Node): Standing {
  const standing = work.standings.of(leaf);
  return { ...standing, speakers: [], hedges: [] };
}

function dependentAct(work: Work, node: Node, slot: string, roles: Roles, making: Making): Act | null {
  const typed = typeOf(work.doc, node, work.types);
  if (typed === null) return null;
  work.placed.add(node);
  const isAverted = slot === "averted";
  const act = buildAct(work, node, typed, {
    carriers: work.standings.of(node).carriers,
    inherited: isAverted ? NOBODY : { actors: roles.actors, recipients: [] },
    factuality: "Uu",
    auxiliary: isAverted ? ["hypothetical", "negation"] : ["future"],
    isContent: true,
    holder: making.holder ?? rangeOf(work.doc, node.start, node.end),
    standing: localStanding(work, node),
  });
  return typeof act === "string" ? null : act;
}

/** REQUEST-4: a demand with a serious consequence of the speaker's own is a threat. */
function escalated(typed: Typed, consequence: Act | null, roles: Roles): ReturnType<typeof typeName> {
  if (typed.type !== "REQUEST" || consequence === null || !isHostile(consequence.type))
    return typeName(typed);
  const isOwn = consequence.actors.some((party) => roles.actors.some((actor) => isSameSide(actor, party)));
  const threat = isOwn
    ? threatened({ type: consequence.type, modes: consequence.modes, cameo: consequence.cameo })
    : null;
  return typeName(threat ?? typed);
}

/** Whoever tells of a harm that another would do passes it on. */
/** Manoeuvres of several states are cooperation, those of one a show of force. */
function together<T extends Typed>(typed: T, { actors }: Roles): T {
  const codes = new Set(actors.map(({ code }) => code));
  if (typed.type !== "MOBILIZE" || typed.cameo !== "150" || codes.size < 2 || codes.has(null)) return typed;
  return { ...typed, type: "COOPERATE", modes: [], cameo: "062" };
}

function conveying(actors: readonly Party[], consequence: Act | null): readonly Party[] {
  if (consequence === null || consequence.actors.length === 0) return actors;
  const isOwn = consequence.actors.some((party) => actors.some((actor) => isSameSide(actor, party)));
  return isOwn ? actors : actors.map((actor) => withRole(actor, "conveyor"));
}

function plainCondition({ from, to, cue }: ConditionClause): Condition {
  return { from, to, cue };
}

function hedgeOf(work: Work, standing: Standing): Hedge | null {
  const [first] = standing.hedges;
  if (first === undefined) return null;
  return {
    ...rangeOf(work.doc, first.word, first.word + 1),
    cue: work.doc.form[first.word]!,
    scope: first.scope,
  };
}

function weakened(factuality: Factuality, hedge: Hedge | null, standing: Standing): Factuality {
  if (factuality !== "CT+") return factuality;
  return hedge !== null || standing.isAccused ? "PR+" : factuality;
}

function isIterated(standing: Standing): boolean {
  return standing.factors.isIterated;
}

function idOf(work: Work, range: Range, making: Making): string {
  const id = identify(work.report.id, work.codePoint, range, making.partner ?? null);
  return making.holder === undefined ? id : `${id}^${work.codePoint(making.holder.from)}`;
}

function tracesOf(work: Work, node: Node, making: Making, range: Range): TraceStep[] {
  const steps: TraceStep[] = [];
  const text = (at: Node): string => work.doc.text.slice(work.doc.from[at.start]!, work.doc.to[at.end - 1]!);
  const entry = node.operator ?? node.sense!;
  steps.push(step(node.operator === null ? "frame" : node.operator.family, range, entry.source, text(node)));
  for (const operand of node.operands)
    for (const inner of operand.nodes) {
      const at = rangeOf(work.doc, inner.start, inner.end);
      steps.push(step(`operand ${operand.via}`, at, (inner.operator ?? inner.sense!).source, text(inner)));
    }
  for (const carrier of making.carriers) {
    const at = rangeOf(work.doc, carrier.start, carrier.end);
    steps.push(step(carrier.operator!.family, at, carrier.operator!.source, text(carrier)));
  }
  for (const [repeated, kept] of work.absorbed)
    if (kept === node)
      steps.push(
        step(
          "same-happening",
          rangeOf(work.doc, repeated.start, repeated.end),
          repeated.sense?.source ?? null,
          text(repeated),
        ),
      );
  return steps;
}
