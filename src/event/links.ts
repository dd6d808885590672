import { children, type Document, sentenceOf } from "../document/index.ts";
import type { Mention, Mentions } from "../mention/index.ts";
import { activeSubjects, fillersOf, objectsOf, subjectsOf } from "./arguments.ts";
import { clausesOf, gerundsOf, infinitivesOf } from "./complements.ts";
import { compose, isTransparent, isYielding, plain, type Typed } from "./compose.ts";
import { conditionOn } from "./conditions.ts";
import { factorsOf } from "./factors.ts";
import type { Frames, Operator, Sense } from "./frames.ts";
import {
  caseOf,
  childOf,
  coordinated,
  isNominal,
  isPassive,
  isPastTense,
  isPlural,
  isVerbal,
  POS,
  REL,
} from "./grammar.ts";
import type { Match } from "./match.ts";

/** A trigger in its sentence, with the acts that it speaks of and the one that speaks of it. */
export interface Node {
  readonly word: number;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  readonly sense: Sense | null;
  /** The operator, where it found an operand or means something by itself. */
  readonly operator: Operator | null;
  readonly operands: readonly Operand[];
  /** The node whose operand this one is; filled in while linking. */
  parent: Node | null;
  /** The place of the operand it is: `inf`, `obj`, `that` … */
  via: string | null;
}

/** The phrase or clause that an operator speaks of. */
export interface Operand {
  readonly word: number;
  readonly via: string;
  /** The triggers in it: one, or none where it is no coded act. */
  readonly nodes: readonly Node[];
}

/** All triggers of a document, joined to each other. */
export interface Graph {
  readonly nodes: readonly Node[];
  /** The node at a word. */
  readonly at: ReadonlyMap<number, Node>;
  /** The operator whose operand begins at a word. */
  readonly operatorOf: ReadonlyMap<number, { node: Node; via: string }>;
}

/** Joins operators to their operands, later words first, so that an operand is whole when its operator takes it. */
export function linkNodes(
  doc: Document,
  mentions: Mentions,
  frames: Frames,
  matches: readonly Match[],
): Graph {
  const at = new Map<number, Node>();
  const matchAt = new Map<number, Match>(matches.map((match) => [match.word, match]));
  const operatorOf = new Map<number, { node: Node; via: string }>();
  const making = new Set<number>();
  const make = (match: Match): Node => {
    const known = at.get(match.word);
    if (known !== undefined) return known;
    making.add(match.word);
    const operands = match.operator === null ? [] : operandsOf(doc, mentions, match, match.operator);
    const resolve = (word: number): Node[] => {
      const inner = triggerIn(doc, frames, matchAt, word);
      return inner === null || making.has(inner.word) ? [] : [make(inner)];
    };
    const taken = new Set<Node>();
    const fresh = (word: number): Node[] => {
      const found = resolve(word).filter((inner) => !taken.has(inner));
      for (const inner of found) taken.add(inner);
      return found;
    };
    const settled = settle(
      match,
      operands.map(({ word, via }) => ({ word, via, nodes: fresh(word) })),
      doc,
    );
    const node = reframed(doc, mentions, frames, settled);
    making.delete(match.word);
    at.set(match.word, node);
    for (const operand of node.operands) {
      if (operatorOf.has(operand.word)) continue;
      operatorOf.set(operand.word, { node, via: operand.via });
      for (const inner of operand.nodes)
        if (inner.parent === null && inner !== node) {
          inner.parent = node;
          inner.via = operand.via;
        }
    }
    return node;
  };
  for (const match of matches) make(match);
  const nodes = [...at.values()].filter(isUseful).sort((one, other) => one.word - other.word);
  return { nodes, at, operatorOf };
}

function isUseful(node: Node): boolean {
  return node.operator !== null || node.sense !== null;
}

/** An operator without an operand and without a meaning of its own gives way to the sense. */
function settle(match: Match, operands: Operand[], doc: Document): Node {
  const { operator, sense } = match;
  const hasAct = operands.some(({ nodes }) => nodes.length > 0);
  const isLight = operator?.family === "do" && sense !== null && sense.type !== null;
  const isBetter =
    operator !== null &&
    !(isLight && sense.restrictions.length + sense.pattern.after.length >= operator.restrictions.length) &&
    (sense === null ||
      hasAct ||
      (operator.type !== null &&
        operator.restrictions.length >= sense.restrictions.length &&
        operands.length > 0));
  const kept = operator !== null && (isBetter || sense === null) ? operator : null;
  return {
    word: match.word,
    start: match.start,
    end: match.end,
    sentence: sentenceOf(doc, match.word),
    sense,
    operator: kept,
    operands: kept === null ? [] : operands,
    parent: null,
    via: null,
  };
}

/**
 * A speaker who says what he will do commits himself, and one who says what another must do demands it: the reporting
 * verb takes the place of "promise" and "demand".
 */
function reframed(doc: Document, mentions: Mentions, frames: Frames, node: Node): Node {
  const { operator } = node;
  if (operator !== null && operator.family === "warn") return warned(doc, mentions, node);
  if (operator !== null && doc.lemma[node.word] === "ask" && isQuestion(doc, node.word))
    return { ...node, operator: null, sense: null, operands: [] };
  if (operator === null || operator.family !== "say") return node;
  const [clause] = node.operands.filter(({ via }) => via === "that");
  if (clause === undefined) return node;
  return respoken(doc, mentions, frames, unheard(doc, mentions, node), clause);
}

const HEARERS: ReadonlySet<string> = new Set([
  ...[
    "reporter",
    "journalist",
    "television",
    "tv",
    "radio",
    "newspaper",
    "daily",
    "weekly",
    "magazine",
    "press",
  ],
  ...["media", "agency", "broadcaster", "conference", "crowd", "rally", "audience", "supporter", "listener"],
  ...["correspondent", "interviewer", "viewer", "lawmaker", "deputy", "parliament", "congress", "briefing"],
]);

const INTERROGATIVE: ReadonlySet<string> = new Set([
  ...["whether", "if", "who", "whom", "whose", "what", "which", "why", "how", "when", "where"],
]);

const VENGEFUL: ReadonlySet<string> = new Set(["retaliate", "avenge", "crush", "punish", "annihilate"]);

const WITHHELD: ReadonlySet<string> = new Set([
  ...[
    "accept",
    "agree",
    "support",
    "join",
    "meet",
    "recognize",
    "recognise",
    "send",
    "give",
    "lend",
    "withdraw",
  ],
  ...[
    "release",
    "free",
    "sign",
    "negotiate",
    "back",
    "endorse",
    "attend",
    "take",
    "resign",
    "allow",
    "grant",
  ],
]);

/** "said it could not accept the offer": what a speaker cannot grant is refused. */
function isDeclined(doc: Document, mentions: Mentions, node: Node, clause: number): boolean {
  const { isNegated, isPossible, isCounterfactual } = factorsOf(doc, clause);
  if (!isNegated || !isPossible || isCounterfactual) return false;
  return WITHHELD.has(doc.lemma[clause]!) && isOwnSide(doc, mentions, node, clause);
}

const AT_FAULT: ReadonlySet<string> = new Set(["responsible", "guilty", "complicit", "culpable", "blame"]);

/** "said Iran was responsible for the explosion": what is said of another is an accusation. */
function isBlame(doc: Document, mentions: Mentions, node: Node, clause: number): boolean {
  if (!AT_FAULT.has(doc.lemma[clause]!.toLowerCase())) return false;
  const { isNegated, isFuture, isPossible, isCounterfactual } = factorsOf(doc, clause);
  if (isNegated || isFuture || isPossible || isCounterfactual) return false;
  const subject = childOf(doc, clause, REL.nsubj);
  const mention = subject < 0 ? undefined : mentions.mentions[mentions.mentionOfHead[subject]!];
  if (mention === undefined || doc.upos[subject] === POS.pron) return false;
  return mention.readings.length > 0 && !isOwnSide(doc, mentions, node, clause);
}

const ASKED_FOR: ReadonlySet<string> = new Set(["for", "to", "that"]);

/** "asked whether it felt insulted", "asked what had been signed": a question is no request. */
function isQuestion(doc: Document, word: number): boolean {
  for (const child of children(doc, word)) {
    if (child < word || !isVerbal(doc, child)) continue;
    const rel = doc.deprel[child]!;
    if (rel !== REL.ccomp && rel !== REL.advcl && rel !== REL.xcomp) continue;
    for (let i = word + 1; i <= word + 4 && i < child; i++) {
      if (INTERROGATIVE.has(doc.form[i]!.toLowerCase())) return true;
      if (ASKED_FOR.has(doc.form[i]!.toLowerCase())) break;
    }
  }
  return false;
}

/** "told state television that it would not negotiate": those who merely hear it are no party of what is said. */
function unheard(doc: Document, mentions: Mentions, node: Node): Node {
  const operator = node.operator!;
  const hearers = operator.addressee.flatMap((slot) => fillersOf(doc, mentions, node.word, slot));
  if (!hearers.some((hearer) => HEARERS.has(doc.lemma[hearer]!.toLowerCase()))) return node;
  return { ...node, operator: { ...operator, addressee: [] } };
}

function respoken(doc: Document, mentions: Mentions, frames: Frames, node: Node, clause: Operand): Node {
  const operator = node.operator!;
  const factors = factorsOf(doc, clause.word);
  if (isBlame(doc, mentions, node, clause.word))
    return {
      ...node,
      operator: { ...operator, family: "accuse", type: "ACCUSE", modes: ["allege"], cameo: "112" },
    };
  if (isImperative(doc, node, clause.word))
    return {
      ...node,
      operator: { ...spoken(operator, frames, "must"), performer: "addr", type: "REQUEST", cameo: "100" },
    };
  const isVengeful = factors.isFuture && !factors.isNegated && VENGEFUL.has(doc.lemma[clause.word]!);
  if (isVengeful && clause.nodes.length === 0 && isOwnSide(doc, mentions, node, clause.word))
    return {
      ...node,
      operator: { ...operator, family: "threaten", performer: "subj", type: "THREATEN", cameo: "130" },
    };
  if (!clause.nodes.some((inner) => typeOf(doc, inner, new Map()) !== null))
    return isDemand(doc, mentions, node, clause.word)
      ? { ...node, operator: { ...spoken(operator, frames, "must"), type: "REQUEST", cameo: "100" } }
      : node;
  if (factors.isNegated && factors.isDeontic) return node;
  if (isDeclined(doc, mentions, node, clause.word))
    return { ...node, operator: spoken(operator, frames, "will") };
  const isOwn = isOwnSide(doc, mentions, node, clause.word);
  if (factors.isFuture && !factors.isCounterfactual && isOwn)
    return { ...node, operator: spoken(operator, frames, "will") };
  if (factors.isDeontic && !factors.isCounterfactual && !isOwn)
    return { ...node, operator: spoken(operator, frames, "must") };
  return node;
}

/** "said Malta must take them in": what another state or armed group has to do, though it be no coded act. */
function isDemand(doc: Document, mentions: Mentions, node: Node, clause: number): boolean {
  const { isDeontic, isCounterfactual } = factorsOf(doc, clause);
  if (isCounterfactual || isPassive(doc, clause)) return false;
  if (!isDeontic && !(doc.lemma[node.word] === "insist" && isSubjunctive(doc, clause))) return false;
  if (isOwnSide(doc, mentions, node, clause)) return false;
  return subjectsOf(doc, clause).some((subject) => {
    const mention = mentions.mentions[mentions.mentionOfHead[subject]!];
    if (mention === undefined || doc.upos[subject] === POS.pron) return false;
    if (mention.readings.some(({ as }) => as === "state" || as === "government")) return true;
    const sector = mentions.entities[mention.entity]?.sector ?? null;
    return sector !== null && COMMANDED.has(sector);
  });
}

const COMMANDED: ReadonlySet<string> = new Set(["GOV", "MIL", "REB", "PRM"]);

/** "\"Let the crew go,\" Tesk told Merrin": a quoted verb without a subject, in its bare form. */
function isImperative(doc: Document, node: Node, clause: number): boolean {
  if (clause > node.word || !isVerbal(doc, clause)) return false;
  if (childOf(doc, clause, REL.nsubj, REL.nsubjPass, REL.aux, REL.auxPass, REL.cop, REL.mark, REL.csubj) >= 0)
    return false;
  const form = doc.form[clause]!;
  if (form.toLowerCase() !== doc.lemma[clause]!.toLowerCase() || isPastTense(doc, clause)) return false;
  for (const child of children(doc, clause)) {
    if (child > clause) break;
    if (doc.form[child] === "to" || (doc.upos[child] !== POS.punct && doc.deprel[child] !== REL.advmod))
      return false;
  }
  return /^["“‘']$/.test(doc.form[clause - 1] ?? "") || form[0] !== form[0]!.toLowerCase();
}

/** "that China remove the rig": a bare verb after a subject in the singular. */
function isSubjunctive(doc: Document, clause: number): boolean {
  if (!isVerbal(doc, clause) || childOf(doc, clause, REL.aux, REL.cop, REL.auxPass) >= 0) return false;
  const subject = childOf(doc, clause, REL.nsubj);
  if (subject < 0 || isPlural(doc, subject)) return false;
  return doc.form[clause]!.toLowerCase() === doc.lemma[clause]!.toLowerCase();
}

const SUFFERED: ReadonlySet<string> = new Set(["face", "suffer", "risk", "incur"]);
const BEFALLING: ReadonlySet<string> = new Set([
  ...["be", "have", "become", "fall", "lose", "die", "fail", "collapse", "rise", "need", "get", "remain"],
]);

/** "warned Greece that it would act unless …", "… that it would face fines unless …": what the warner will do is a threat. */
function warned(doc: Document, mentions: Mentions, node: Node): Node {
  const operator = node.operator!;
  const clause = node.operands.find(({ via }) => via === "that")?.word;
  if (clause === undefined) return node;
  const { isFuture, isNegated } = factorsOf(doc, clause);
  const condition = conditionOn(doc, [clause, node.word]);
  if (!isFuture || isNegated) return node;
  if (isPassive(doc, clause))
    return isPunished(doc, mentions, node, clause) ? threatening(node, "subj") : node;
  if (condition === null || !/^(?:if|unless|until)$/.test(condition.cue)) return node;
  const [subject] = subjectsOf(doc, clause);
  if (subject === undefined) return node;
  const addressees = operator.addressee.flatMap((slot) => fillersOf(doc, mentions, node.word, slot));
  const isPronoun = doc.upos[subject] === POS.pron;
  const isSuffered = SUFFERED.has(doc.lemma[clause]!);
  if (BEFALLING.has(doc.lemma[clause]!)) return node;
  const isThreat = isSuffered
    ? addressees.some((one) => isPronoun || isOneSide(mentions, subject, one))
    : isPronoun || isOwnSide(doc, mentions, node, clause);
  if (!isThreat) return node;
  return threatening(node, isSuffered ? "own" : "subj");
}

/** "warned journalists that they would be jailed", "warned that any ship would be boarded": by those who can do it. */
export function isPunished(doc: Document, mentions: Mentions, node: Node, clause: number): boolean {
  if (!PUNISHING.has(doc.lemma[clause]!.toLowerCase()) || subjectsOf(doc, clause).length > 0) return false;
  const speakers = node.operator!.actor.flatMap((slot) => fillersOf(doc, mentions, node.word, slot));
  const [suffering] = activeSubjects(doc, clause, 0);
  if (suffering === undefined || speakers.some((speaker) => isOneSide(mentions, suffering, speaker)))
    return false;
  return speakers.some((speaker) => {
    const mention = mentions.mentions[mentions.mentionOfHead[speaker]!];
    const sector = mention === undefined ? null : (mentions.entities[mention.entity]?.sector ?? null);
    if (sector !== null) return FORCEFUL.has(sector);
    return mention?.readings.some(({ as }) => as === "state" || as === "government") ?? false;
  });
}

const FORCEFUL: ReadonlySet<string> = new Set([
  "GOV",
  "MIL",
  "COP",
  "REB",
  "PRM",
  "UAF",
  "CRM",
  "JUD",
  "SPY",
]);
const PUNISHING: ReadonlySet<string> = new Set([
  ...[
    "shoot",
    "arrest",
    "board",
    "sink",
    "detain",
    "jail",
    "imprison",
    "punish",
    "prosecute",
    "expel",
    "deport",
  ],
  ...[
    "destroy",
    "bomb",
    "shell",
    "attack",
    "target",
    "execute",
    "kill",
    "seize",
    "bar",
    "ban",
    "fine",
    "close",
  ],
  ...[
    "shut",
    "cut",
    "dissolve",
    "disperse",
    "crush",
    "burn",
    "hang",
    "behead",
    "try",
    "charge",
    "confiscate",
  ],
]);

function threatening(node: Node, performer: Operator["performer"]): Node {
  const operator = node.operator!;
  return {
    ...node,
    operator: { ...operator, family: "threaten", type: "THREATEN", cameo: "130", performer },
  };
}

function spoken(operator: Operator, frames: Frames, modal: string): Operator {
  const row = frames.operators.get(modal)?.find(({ pattern }) => pattern.pos === "m");
  if (row === undefined) return operator;
  return { ...operator, family: row.family, performer: "own", source: row.source };
}

/** Whether the subject of a clause is the speaker, or of the same country and kind. */
function isOwnSide(doc: Document, mentions: Mentions, node: Node, clause: number): boolean {
  const subjects = subjectsOf(doc, clause);
  const speakers = node.operator!.actor.flatMap((slot) => fillersOf(doc, mentions, node.word, slot));
  return subjects.some((subject) => {
    const form = doc.form[subject]!.toLowerCase();
    if (form === "we" || form === "i") return true;
    return speakers.some((speaker) => isOneSide(mentions, subject, speaker));
  });
}

function isOneSide(mentions: Mentions, one: number, other: number): boolean {
  if (one === other) return true;
  const first = mentions.mentions[mentions.mentionOfHead[one]!];
  const second = mentions.mentions[mentions.mentionOfHead[other]!];
  if (first === undefined || second === undefined) return false;
  if (first.entity === second.entity) return true;
  const code = codeOf(mentions, first);
  return code !== null && code === codeOf(mentions, second);
}

function codeOf(mentions: Mentions, mention: Mention): string | null {
  return mentions.entities[mention.entity]?.code ?? mention.readings[0]?.code ?? null;
}

/** The trigger that a phrase is about: its head, or what a measure or a stretch of action consists of. */
function triggerIn(
  doc: Document,
  frames: Frames,
  matchAt: ReadonlyMap<number, Match>,
  word: number,
): Match | null {
  let here = word;
  for (let depth = 0; depth < 4; depth++) {
    const match = matchAt.get(here);
    if (match !== undefined) return match;
    const lemma = doc.lemma[here]!.toLowerCase();
    if (!frames.classes.get("stretch")?.has(lemma) && !frames.classes.get("measure")?.has(lemma)) return null;
    let next = -1;
    for (const child of children(doc, here))
      if (doc.deprel[child] === REL.nmod && ["of", "to", "for"].includes(caseOf(doc, child))) next = child;
      else if (doc.deprel[child] === REL.compound && matchAt.has(child) && next < 0) next = child;
      else if (doc.deprel[child] === REL.acl && next < 0) next = child;
    if (next < 0) return null;
    here = next;
  }
  return null;
}

interface Place {
  readonly word: number;
  readonly via: string;
}

/** The words that fill the operand places of an operator, each coordinated one by itself. */
function operandsOf(doc: Document, mentions: Mentions, match: Match, operator: Operator): Place[] {
  const found: Place[] = [];
  const take = (word: number, via: string) => {
    for (const member of coordinated(doc, word)) {
      if (member === match.word || found.some((place) => place.word === member)) continue;
      if (member !== word && !isAlike(doc, word, member, operator)) continue;
      found.push({ word: member, via });
    }
  };
  for (const slot of operator.operand) {
    if (found.length > 0 && slot === "obj" && found.some(({ via }) => via === "inf" || via === "that"))
      continue;
    for (const word of operandWords(doc, mentions, match, slot)) take(word, slot);
  }
  return found;
}

/** A conjoined clause belongs to the operand unless it has a subject of its own and nothing of the first. */
function isAlike(doc: Document, word: number, member: number, operator: Operator): boolean {
  if (isVerbal(doc, word) !== isVerbal(doc, member)) return isNominal(doc, word) === isNominal(doc, member);
  if (operator.family === "say") return true;
  if (!isVerbal(doc, member)) return true;
  for (const child of children(doc, member))
    if (doc.deprel[child] === REL.nsubj) return operator.operand.includes("that");
  return true;
}

function operandWords(doc: Document, mentions: Mentions, match: Match, slot: string): number[] {
  const { word } = match;
  switch (slot) {
    case "inf":
      return infinitivesOf(doc, word);
    case "that":
      return clausesOf(doc, word);
    case "ger":
      return gerundsOf(doc, word);
    case "obj":
      return nominalObjects(doc, match);
    case "subj":
      return fillersOf(doc, mentions, word, "subj");
    case "head": {
      const head = doc.head[word]!;
      const rel = doc.deprel[word]!;
      return head >= 0 && (rel === REL.amod || rel === REL.compound || rel === REL.acl) ? [head] : [];
    }
    default:
      return fillersOf(doc, mentions, word, slot);
  }
}

/** Nominal objects; of a participle that modifies a noun, that noun, or the event noun above it. */
function nominalObjects(doc: Document, match: Match): number[] {
  const objects = objectsOf(doc, match.word);
  const found: number[] = [];
  for (const object of objects) {
    found.push(object);
    if (doc.deprel[match.word] !== REL.acl || doc.head[match.word] !== object) continue;
    for (let above = object; doc.deprel[above] === REL.nmod && doc.head[above]! >= 0; ) {
      above = doc.head[above]!;
      found.push(above);
    }
  }
  return found;
}

/** The type of a node: of its sense, or of its operator with what it speaks of. */
export function typeOf(doc: Document, node: Node, memo: Map<Node, Typed | null>): Typed | null {
  const known = memo.get(node);
  if (known !== undefined) return known;
  memo.set(node, null);
  const typed = readType(doc, node, memo);
  memo.set(node, typed);
  return typed;
}

function readType(doc: Document, node: Node, memo: Map<Node, Typed | null>): Typed | null {
  const { operator, sense } = node;
  if (operator === null) {
    if (sense === null || sense.type === null) return null;
    return { type: sense.type, modes: sense.modes, cameo: sense.cameo };
  }
  for (const operand of node.operands)
    for (const inner of operand.nodes) {
      const typed = typeOf(doc, inner, memo);
      if (typed === null) continue;
      if (isTransparent(operator.family)) return typed;
      if (operator.family === "propose" && operand.via === "that" && isYielding(typed.type))
        return compose({ ...operator, type: "REQUEST" }, typed, false);
      return compose(operator, typed, factorsOf(doc, inner.word).isNegated && !isNominal(doc, inner.word));
    }
  return plain(operator);
}
