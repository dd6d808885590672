import { children, rangeOf } from "../document/index.ts";
import type { Party } from "./act.ts";
import { fillersOf } from "./arguments.ts";
import type { Typed } from "./compose.ts";
import type { Family, Sense } from "./frames.ts";
import {
  caseOf,
  childOf,
  coordinated,
  isNominal,
  isPassive,
  isPlural,
  isPresentTense,
  isVerbal,
  markOf,
  REL,
} from "./grammar.ts";
import type { Node } from "./links.ts";
import { isSame, partiesAt, partiesIn, withRole } from "./parties.ts";
import { victimsOf } from "./victims.ts";
import type { Work } from "./work.ts";

/** The two sides of an act, and what is to be said of how they were found. */
export interface Roles {
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
  /** A place of an actor was filled, but by nobody who can be told. */
  readonly isActorUnknown: boolean;
  readonly isInherited: boolean;
}

/** The parties that an operand takes over from the act that speaks of it. */
export interface Inherited {
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
}

export const NOBODY: Inherited = { actors: [], recipients: [] };

/** Finds the parties of a node with the help of the operators that carry it and of the act it hangs on. */
export function rolesOf(work: Work, node: Node, carriers: readonly Node[], inherited: Inherited): Roles {
  if (node.operator === null)
    return withRepeated(work, node, senseRoles(work, node, node.sense!, carriers, inherited));
  return operatorRoles(work, node, carriers, inherited);
}

/** "were killed in an attack by rebels", "strikes killed six traders": who is missing stands with the word that repeats the act. */
function withRepeated(work: Work, node: Node, roles: Roles): Roles {
  let { actors, recipients, isActorUnknown } = roles;
  if (node.sense!.layout === "reciprocal") return roles;
  for (const [repeated, keeper] of work.absorbed) {
    if (keeper !== node || repeated.sense === null || repeated.operator !== null) continue;
    const isVerb = isVerbal(work.doc, repeated.word);
    if (actors.length > 0 && recipients.length > 0 && !(isVerb && isNominal(work.doc, node.word))) continue;
    const more = senseRoles(work, repeated, repeated.sense, [], NOBODY);
    if (actors.length === 0 && more.actors.length > 0 && repeated.sense.layout !== "reciprocal") {
      actors = more.actors;
      isActorUnknown = false;
    }
    const others = more.recipients.filter((party) => !actors.some((actor) => isSame(actor, party)));
    const isVictim = isVerb && isNominal(work.doc, node.word);
    if (others.length > 0 && (recipients.length === 0 || isVictim)) recipients = others;
  }
  return {
    ...roles,
    actors,
    recipients: victimsOf(work, node.word, node.sense!, actors, recipients),
    isActorUnknown,
  };
}

function operatorRoles(work: Work, node: Node, carriers: readonly Node[], inherited: Inherited): Roles {
  const operator = node.operator!;
  const doer = doersOf(work, node, operator.actor, carriers, inherited);
  const direct = partiesIn(work, node.word, operator.addressee, "recipient").parties;
  let recipients =
    direct.length > 0 || !isNominal(work.doc, node.word)
      ? direct
      : carried(work, carriers, operator.addressee);
  if (recipients.length === 0) recipients = operandParties(work, node, doer.parties);
  recipients = recipients.filter((party) => !doer.parties.some((actor) => isSame(actor, party)));
  return {
    actors: doer.parties,
    recipients,
    isActorUnknown: doer.isFilled,
    isInherited: doer.isInherited,
  };
}

/** Families that speak first to the one who is to act, and those that speak of whom it is done to. */
const TO_PERFORMER: ReadonlySet<Family> = new Set([
  "demand",
  "appeal",
  "order",
  "accuse",
  "judge",
  "reject",
  "accept",
  "oppose",
  "back",
  "propose",
]);

/** The same entity, or a country that stands for itself: its army or its people are another party. */
function isSameBody(actor: Party, party: Party): boolean {
  if (actor.entity >= 0 && actor.entity === party.entity) return true;
  return (
    actor.code !== null &&
    actor.code === party.code &&
    (party.sector === null || party.sector === actor.sector)
  );
}

/** The soldiers or ships that a state offers are its own. */
function isOwnForce(party: Party, actors: readonly Party[]): boolean {
  const isForce = party.sector === "MIL" || party.sector === "COP" || party.sector === "GOV";
  return isForce && actors.some(({ code, sector }) => code === party.code && isStately(sector));
}

function isStately(sector: string | null): boolean {
  return sector === null || sector === "GOV" || sector === "LEG";
}

/** The recipient of an operator that names none: the other party of what it speaks of. */
function operandParties(work: Work, node: Node, actors: readonly Party[]): Party[] {
  const operator = node.operator!;
  const other = (party: Party): boolean => !actors.some((actor) => isSameBody(actor, party));
  const inherited: Inherited = { actors: operator.performer === "subj" ? actors : [], recipients: [] };
  for (const operand of node.operands) {
    for (const inner of operand.nodes) {
      for (const { leaf, carriers } of leavesOf(inner)) {
        const roles = rolesOf(work, leaf, carriers, inherited);
        const performers = roles.actors.filter(other);
        const recipients = roles.recipients.filter(other);
        const [first, second] = TO_PERFORMER.has(operator.family)
          ? [performers, recipients]
          : [recipients, performers];
        if (first.length > 0) return [...first];
        if (second.length > 0) return [...second];
      }
    }
    if (operand.nodes.length > 0) continue;
    const isClause = isVerbal(work.doc, operand.word) || childOf(work.doc, operand.word, REL.cop) >= 0;
    const owner = isClause
      ? partiesIn(work, operand.word, ["subj", "obj", "with", "to"], "recipient").parties.filter(other)
      : partiesAt(work, operand.word, "recipient").filter(
          (party) => other(party) && !isOwnForce(party, actors),
        );
    if (owner.length > 0) return owner;
  }
  return [];
}

/** A node without the transparent operators around it, and those operators, nearest first. */
export function leavesOf(node: Node): { leaf: Node; carriers: Node[] }[] {
  const found: { leaf: Node; carriers: Node[] }[] = [];
  const visit = (here: Node, carriers: Node[], depth: number) => {
    const isCarrier = here.operator !== null && CARRIERS.has(here.operator.family);
    const inner = isCarrier ? here.operands.flatMap(({ nodes }) => nodes) : [];
    if (inner.length === 0 || depth > 6) found.push({ leaf: here, carriers });
    else for (const next of inner) visit(next, [here, ...carriers], depth + 1);
  };
  visit(node, [], 0);
  return found;
}

const CARRIERS: ReadonlySet<Family> = new Set(["do", "hedge", "say", "attribute", "try", "need", "face"]);

interface Doers {
  readonly parties: readonly Party[];
  readonly isFilled: boolean;
  readonly isInherited: boolean;
}

function doersOf(
  work: Work,
  node: Node,
  slots: readonly string[],
  carriers: readonly Node[],
  inherited: Inherited,
): Doers {
  const isNoun = isNominal(work.doc, node.word);
  const controlled = controllers(work, node);
  if (controlled !== null) {
    const parties = controlled.length > 0 ? controlled : inherited.actors;
    return { parties, isFilled: parties.length > 0, isInherited: true };
  }
  const own = partiesIn(work, node.word, isNoun ? slots.filter((slot) => slot !== "subj") : slots, "actor");
  if (own.parties.length > 0) return { ...own, isInherited: false };
  const quoted = own.isFilled ? speakersFor(work, node, slots) : [];
  if (quoted.length > 0) return { parties: quoted, isFilled: true, isInherited: true };
  let isFilled = own.isFilled;
  if (slots.includes("subj") && isNoun)
    for (const carrier of carriers) {
      if (carrier.operator!.family === "say" || carrier.operator!.family === "face") continue;
      const above = partiesIn(work, carrier.word, carrier.operator!.actor, "actor");
      if (above.parties.length > 0) return { ...above, isInherited: false };
      isFilled ||= above.isFilled;
    }
  if (isNoun && inherited.actors.length === 0 && node.sense?.type === "CONSULT") {
    const parties = visitorsOf(work, node.word);
    if (parties.length > 0) return { parties, isFilled: true, isInherited: true };
  }
  if (!isFilled || isNoun)
    return { parties: inherited.actors, isFilled, isInherited: inherited.actors.length > 0 };
  return { parties: [], isFilled, isInherited: false };
}

const FIRST_PERSON: ReadonlySet<string> = new Set(["i", "we"]);

/** "\"We condemn the raid,\" the ministry said": who speaks of himself is the speaker. */
function speakersFor(work: Work, node: Node, slots: readonly string[]): readonly Party[] {
  if (!slots.includes("subj")) return [];
  const subjects = fillersOf(work.doc, work.mentions, node.word, "subj");
  if (!subjects.some((word) => FIRST_PERSON.has(work.doc.form[word]!.toLowerCase()))) return [];
  const { speakers, isAsserted } = work.standings.of(node);
  const speaker = speakers.at(-1);
  if (speaker?.operator != null)
    return partiesIn(work, speaker.word, speaker.operator.actor, "actor").parties;
  const isStatement = isAsserted && PERFORMATIVE.has(work.doc.lemma[node.word]!);
  return isStatement && isPresentTense(work.doc, node.word) ? [unsigned(work, subjects[0]!)] : [];
}

/** Verbs that do what they say: "we call on the authorities to …" is a call, whoever signed it. */
const PERFORMATIVE: ReadonlySet<string> = new Set([
  ...[
    "call",
    "urge",
    "ask",
    "demand",
    "appeal",
    "condemn",
    "deplore",
    "denounce",
    "reject",
    "protest",
    "request",
  ],
  ...["accuse", "beg", "implore", "warn", "insist", "apologize", "apologise", "regret"],
]);

/** "We", of whom the text does not tell who they are: a party without a code. */
function unsigned(work: Work, word: number): Party {
  const range = rangeOf(work.doc, word, word + 1);
  return {
    ...range,
    head: word,
    entity: -1,
    code: null,
    sector: null,
    text: work.doc.text.slice(range.from, range.to),
    name: null,
    office: null,
    role: null,
    ethnicity: null,
    religion: null,
    onBehalfOf: -1,
  };
}

const OCCASIONS: ReadonlySet<string> = new Set(["after", "following", "during", "at", "in", "on"]);

/** "said after talks with the king", "during a stopover in Rome": whoever the clause is about held them. */
function visitorsOf(work: Work, noun: number): readonly Party[] {
  const { doc } = work;
  let word = noun;
  for (let depth = 0; depth < 3 && doc.deprel[word] === REL.nmod && caseOf(doc, word) === "of"; depth++)
    word = doc.head[word]!;
  const verb = doc.head[word]!;
  if (doc.deprel[word] !== REL.obl || verb < 0 || !isVerbal(doc, verb) || isPassive(doc, verb)) return [];
  if (!OCCASIONS.has(caseOf(doc, word))) return [];
  return partiesIn(work, verb, ["subj"], "actor").parties;
}

/** "accused Iran of arming rebels", "appealed to Iran to stop": the act is that of the one addressed. */
function controllers(work: Work, node: Node): readonly Party[] | null {
  const { parent, via } = node;
  if (parent === null || via === null || via === "obj") return null;
  const operator = parent.operator!;
  if (via === "that" && operator.family !== "demand") return null;
  if (operator.performer !== "addr" || operator.addressee.length === 0) return null;
  if (!isVerbal(work.doc, node.word)) return null;
  if (childOf(work.doc, node.word, REL.nsubj, REL.nsubjPass) >= 0 || isPassive(work.doc, node.word))
    return null;
  return partiesIn(work, parent.word, operator.addressee, "actor").parties;
}

/** Prepositional phrases that hang on the light verb and belong to its noun: "imposed sanctions on". */
function carried(work: Work, carriers: readonly Node[], slots: readonly string[]): Party[] {
  const oblique = slots.filter((slot) => !["subj", "obj", "poss", "name"].includes(slot));
  for (const carrier of carriers) {
    if (carrier.operator!.family === "face") {
      const victims = partiesIn(work, carrier.word, ["subj"], "recipient").parties;
      if (victims.length > 0) return victims;
    }
    const found = partiesIn(work, carrier.word, oblique, "recipient").parties;
    if (found.length > 0) return found;
  }
  return [];
}

function senseRoles(
  work: Work,
  node: Node,
  sense: Sense,
  carriers: readonly Node[],
  inherited: Inherited,
): Roles {
  if (sense.layout === "reciprocal") return reciprocalRoles(work, node, sense, carriers, inherited);
  const isVisit = sense.layout === "visit" || sense.layout === "host";
  const doer = doersOf(work, node, sense.actor, carriers, inherited);
  const found = partiesIn(work, node.word, sense.recipient, isVisit ? "host" : "recipient").parties;
  let recipients = found.length > 0 ? found : carried(work, carriers, sense.recipient);
  if (recipients.length === 0 && inherited.recipients.length > 0) recipients = [...inherited.recipients];
  if (recipients.length === 0 && sense.modes.includes("investigate")) recipients = examined(work, node.word);
  recipients = recipients.filter((party) => !doer.parties.some((actor) => isSame(actor, party)));
  if (sense.type === "AID" || sense.type === "COOPERATE")
    recipients = recipients.filter((party) => !doer.parties.some((actor) => isOwnState(actor, party)));
  if (isVisit) recipients = recipients.filter((party) => !doer.parties.some((actor) => isHome(actor, party)));
  const roles = { isActorUnknown: doer.isFilled, isInherited: doer.isInherited };
  if (sense.cameo === "045" && !isVisit)
    return { actors: doer.parties.map((party) => withRole(party, "mediator")), recipients, ...roles };
  if (sense.layout === "host") return { actors: recipients, recipients: doer.parties, ...roles };
  return { actors: doer.parties, recipients, ...roles };
}

/** A state and its government, or the country in which it acts: nobody helps himself. */
function isOwnState(actor: Party, party: Party): boolean {
  const isState = ({ sector }: Party): boolean => sector === null || sector === "GOV";
  return actor.code !== null && actor.code === party.code && isState(actor) && isState(party);
}

const ASKING_MARKS: ReadonlySet<string> = new Set(["whether", "how", "who", "why", "that", "if"]);

/** "an inquiry into whether the minister took bribes", "claims that wardens rented prisoners out": whose doing it is. */
function examined(work: Work, word: number): Party[] {
  const { doc } = work;
  const below = (head: number, depth: number): Party[] => {
    for (const child of children(doc, head)) {
      if (child < word) continue;
      if (isVerbal(doc, child) && isAskedClause(work, child, word)) {
        const found = partiesIn(work, child, ["subj"], "recipient").parties;
        if (found.length > 0) return found;
      }
      const found = depth < 2 ? below(child, depth + 1) : [];
      if (found.length > 0) return found;
    }
    return [];
  };
  return below(word, 0);
}

function isAskedClause({ doc }: Work, clause: number, after: number): boolean {
  if (ASKING_MARKS.has(markOf(doc, clause))) return true;
  for (const child of children(doc, clause))
    if (child > after && child < clause && ASKING_MARKS.has(doc.form[child]!.toLowerCase())) return true;
  return false;
}

function isHome(visitor: Party, host: Party): boolean {
  return visitor.code !== null && visitor.code === host.code && visitor.sector === host.sector;
}

/** All who take part, each once: "A met B", "talks between A and B", "A and B clashed". */
function reciprocalRoles(
  work: Work,
  node: Node,
  sense: Sense,
  carriers: readonly Node[],
  inherited: Inherited,
): Roles {
  const parties: Party[] = [];
  const take = (more: readonly Party[]) => {
    for (const party of more) if (!parties.some((known) => isSame(known, party))) parties.push(party);
  };
  const doer = doersOf(work, node, sense.actor, carriers, inherited);
  take(doer.parties);
  for (const slot of sense.recipient) take(partiesIn(work, node.word, [slot], "recipient").parties);
  if (sense.modes.includes("third-party")) {
    const hosts = doer.parties.map((party) => withRole(party, "host"));
    const guests = parties.filter((party) => !hosts.some((host) => isSame(host, party)));
    return {
      actors: [...guests, ...hosts],
      recipients: [],
      isActorUnknown: doer.isFilled,
      isInherited: false,
    };
  }
  if (isNominal(work.doc, node.word)) take(carried(work, carriers, sense.recipient));
  return { actors: parties, recipients: [], isActorUnknown: doer.isFilled, isInherited: doer.isInherited };
}

/** Whether a reciprocal act has the two sides it needs, or one that is several ("the two leaders"). */
export function hasTwoSides(work: Work, actors: readonly Party[], node?: Node): boolean {
  if (actors.length > 1) return true;
  const [only] = actors;
  if (only === undefined) return false;
  const mention = work.mentions.mentions[work.mentions.mentionOfHead[only.head]!];
  if (mention !== undefined && mention.members.length > 1) return true;
  if (isAssembly(work, only)) return true;
  if (node !== undefined && isNominal(work.doc, node.word) && MEMBERSHIPS.has(only.code ?? "")) return true;
  if (isPlural(work.doc, only.head) && (MEETING.has(only.sector ?? "") || MEMBERSHIPS.has(only.code ?? "")))
    return true;
  return coordinated(work.doc, only.head).length > 1;
}

/** Sectors whose people speak for others, so that several of them who meet are several sides: "clan elders met". */
const MEETING: ReadonlySet<string> = new Set(["GOV", "SOC", "PTY"]);

/** Codes of bodies that have states as members. */
const MEMBERSHIPS: ReadonlySet<string> = new Set(["IGO", "UNO", "EUR"]);

const ASSEMBLIES =
  /\b(?:Council|Group|Conference|Assembly|Committee|League|Union|Organi[sz]ation|Community)\b/;

/** A body of several states that meets: "the Security Council met on Monday". */
function isAssembly(work: Work, party: Party): boolean {
  if (party.code !== "IGO" && party.code !== "UNO" && party.code !== "EUR") return false;
  const entity = work.mentions.entities[party.entity];
  return entity?.kind === "organization" && ASSEMBLIES.test(party.name ?? party.text);
}

/** Parties named with "separate" talks or in several calls: one event for each. */
export function isDistributive(work: Work, node: Node, typed: Typed): boolean {
  const { doc } = work;
  if (typed.type !== "CONSULT") return false;
  const own = new Set(["separate", "separately", "bilateral", "individual", "individually", "respective"]);
  for (const slot of ["with", "to", "obj"])
    if (fillersOf(doc, work.mentions, node.word, slot).length > 0) {
      for (let i = Math.max(0, node.word - 4); i < Math.min(doc.wordCount, node.word + 4); i++)
        if (own.has(doc.lemma[i]!.toLowerCase())) return true;
      break;
    }
  return false;
}
