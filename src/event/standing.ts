import { children, type Document } from "../document/index.ts";
import type { Mentions } from "../mention/index.ts";
import { fillersOf } from "./arguments.ts";
import { isTransparent } from "./compose.ts";
import { type Factors, factorsOf, isDefinite } from "./factors.ts";
import type { Family } from "./frames.ts";
import {
  caseOf,
  childOf,
  firstConjunct,
  isGerund,
  isInfinitive,
  isNominal,
  isParticiple,
  isPastTense,
  isPresentTense,
  isVerbal,
  markOf,
  REL,
} from "./grammar.ts";
import type { Graph, Node } from "./links.ts";

/** Where an act that is not asserted stands in the act that speaks of it. */
export type Slot = "content" | "consequence" | "purpose" | "averted" | "dropped";

/** Whether the text asserts a node's act, on whose word, and what it hangs on if not. */
export interface Standing {
  readonly isAsserted: boolean;
  /** Why it is not asserted, in a word for the trace. */
  readonly why: string;
  /** The node whose act it belongs to, where it is not asserted. */
  readonly parent: Node | null;
  readonly slot: Slot;
  /** Nodes of those who say so, outermost first. */
  readonly speakers: readonly Node[];
  /** Hedging words and nodes on the way. */
  readonly hedges: readonly { word: number; scope: "event" | "actor" }[];
  /** What stands above in the same act: negation and modals of its clause and of transparent operators. */
  readonly factors: Factors;
  /** Whether the only warrant is an accuser. */
  readonly isAccused: boolean;
  /** Conditional clauses on the way, by the head of the clause they hang on. */
  readonly clauses: readonly number[];
  /** Transparent operators on the way, nearest first. */
  readonly carriers: readonly Node[];
}

interface Climb {
  why: string;
  isAsserted: boolean;
  factors: Factors;
  hedges: { word: number; scope: "event" | "actor" }[];
  clauses: number[];
  carriers: Node[];
  isPurpose: boolean;
  isRestart: boolean;
  parent: Node | null;
  slot: Slot;
}

/** Reads standings, each once. */
export class Standings {
  readonly #doc: Document;
  readonly #mentions: Mentions;
  readonly #graph: Graph;
  readonly #memo = new Map<Node, Standing>();
  /** Nodes being read: two that take each other for their operand must not go round in a circle. */
  readonly #open = new Set<Node>();

  constructor(doc: Document, mentions: Mentions, graph: Graph) {
    this.#doc = doc;
    this.#mentions = mentions;
    this.#graph = graph;
  }

  of(node: Node): Standing {
    const known = this.#memo.get(node);
    if (known !== undefined) return known;
    this.#open.add(node);
    const standing = this.#read(node);
    this.#open.delete(node);
    this.#memo.set(node, standing);
    return standing;
  }

  #read(node: Node): Standing {
    const doc = this.#doc;
    const own = factorsOf(doc, node.word);
    const climb: Climb = {
      why: "",
      isAsserted: true,
      factors: own,
      hedges: own.hedge >= 0 ? [{ word: own.hedge, scope: "event" }] : [],
      clauses: [node.word],
      carriers: [],
      isPurpose: false,
      isRestart: false,
      parent: null,
      slot: "dropped",
    };
    const isKnown = isNominal(doc, node.word) && isDefinite(doc, node.word) && this.#hasActor(node.word);
    let word = node.word;
    for (let depth = 0; depth < 60; depth++) {
      const link = this.#graph.operatorOf.get(word);
      if (
        link !== undefined &&
        link.node !== node &&
        !this.#open.has(link.node) &&
        !(climb.isRestart && !isVoice(link.node))
      )
        return this.#under(link, climb, node);
      const head = doc.head[word]!;
      if (head < 0) break;
      stepUp(doc, word, head, climb, isKnown);
      const above = this.#graph.at.get(head);
      if (climb.isPurpose && climb.parent === null && above !== undefined && above !== node)
        climb.parent = above;
      word = head;
    }
    return finish(climb, [], false);
  }

  #hasActor(word: number): boolean {
    return ["poss", "name", "by", "between"].some(
      (slot) => fillersOf(this.#doc, this.#mentions, word, slot).length > 0,
    );
  }

  /** The standing of an operand of this operator, from the operator's own. */
  #under({ node: operator, via }: { node: Node; via: string }, climb: Climb, node: Node): Standing {
    const above = this.of(operator);
    const family = operator.operator!.family;
    if (family === "say") return this.#said(operator, above, climb);
    if (family === "accuse" || family === "judge" || family === "discuss")
      return this.#judged(operator, above, climb, node, via);
    if (isTransparent(family)) return this.#carried(operator, family, above, climb);
    const averts = family === "avert";
    const parent = averts || CONSUMING.has(family) ? above.parent : operator;
    const slot: Slot = averts
      ? "averted"
      : CONSUMING.has(family)
        ? "dropped"
        : family === "warn"
          ? "consequence"
          : "content";
    if (climb.parent !== null) return finish({ ...climb, isAsserted: false }, above.speakers, false);
    return finish({ ...climb, isAsserted: false, why: family, parent, slot }, above.speakers, false);
  }

  #said(operator: Node, above: Standing, climb: Climb): Standing {
    const merged: Climb = { ...climb, hedges: [...above.hedges, ...climb.hedges] };
    if (operator.operator!.type === null && above.factors.isNegated) merged.isAsserted = false;
    if (!above.isAsserted) {
      merged.isAsserted = false;
      merged.why = above.why;
      merged.parent ??= above.parent;
      if (climb.parent === null) merged.slot = above.slot;
    }
    return finish(merged, [...above.speakers, operator], above.isAccused);
  }

  #judged(operator: Node, above: Standing, climb: Climb, node: Node, via: string): Standing {
    const family = operator.operator!.family;
    const doc = this.#doc;
    const isClause = isVerbal(doc, node.word) && !climb.factors.isFuture && !climb.factors.isPossible;
    const isKnown = isClause || (isNominal(doc, node.word) && this.#hasActor(node.word));
    const merged: Climb = {
      ...climb,
      parent: climb.parent ?? operator,
      slot: climb.parent === null ? "content" : climb.slot,
    };
    const isCharge = family === "accuse" && via !== "that" && isVerbal(doc, node.word);
    if (!isKnown || isCharge || (family === "accuse" && !above.isAsserted)) {
      merged.isAsserted = false;
      merged.why ||= family;
    }
    const voices = family === "accuse" ? [...above.speakers, operator] : above.speakers;
    return finish(merged, voices, family === "accuse" || above.isAccused);
  }

  #carried(operator: Node, family: Family, above: Standing, climb: Climb): Standing {
    const merged: Climb = {
      ...climb,
      hedges: [...above.hedges, ...climb.hedges],
      clauses: [...climb.clauses, ...above.clauses],
      carriers: [...climb.carriers, operator, ...above.carriers],
    };
    if (!climb.isRestart) merged.factors = joinFactors(climb.factors, above.factors);
    if (family === "hedge" || family === "attribute")
      merged.hedges.unshift({ word: operator.word, scope: family === "attribute" ? "actor" : "event" });
    if (family === "need") merged.factors = { ...merged.factors, isDeontic: true };
    if (family === "try" || family === "face") {
      merged.isAsserted = false;
      merged.why ||= family;
    }
    if (!above.isAsserted) {
      merged.isAsserted = false;
      merged.why ||= above.why;
    }
    merged.parent ??= above.parent;
    if (climb.parent === null) merged.slot = above.slot;
    return finish(merged, above.speakers, above.isAccused);
  }
}

/** Operators that swallow what they speak of: it gives them their type and is no content. */
const CONSUMING: ReadonlySet<Family> = new Set(["cease", "delay", "cancel", "fail", "fear"]);

function isVoice(node: Node): boolean {
  const family = node.operator?.family;
  return family === "say" || family === "hedge";
}

function finish(climb: Climb, speakers: readonly Node[], isAccused: boolean): Standing {
  const { why, isAsserted, factors, hedges, clauses, carriers, parent } = climb;
  const slot = climb.isPurpose && climb.slot === "dropped" && parent !== null ? "purpose" : climb.slot;
  return { why, isAsserted, factors, hedges, clauses, carriers, parent, slot, speakers, isAccused };
}

function joinFactors(one: Factors, other: Factors): Factors {
  return {
    isNegated: one.isNegated !== other.isNegated,
    isFuture: one.isFuture || other.isFuture,
    isPossible: one.isPossible || other.isPossible,
    isDeontic: one.isDeontic || other.isDeontic,
    isCounterfactual: one.isCounterfactual || other.isCounterfactual,
    isIterated: one.isIterated || other.isIterated,
    hedge: one.hedge >= 0 ? one.hedge : other.hedge,
    modal: one.modal >= 0 ? one.modal : other.modal,
  };
}

const HYPOTHETICAL = new Set([
  "if",
  "unless",
  "provided",
  "providing",
  "lest",
  "whether",
  "in case",
  "as long as",
  "so long as",
  "so that",
  "in order",
  "in order for",
  "as if",
  "as though",
  "even if",
]);
const CONTRARY = new Set(["without", "instead", "instead of", "rather", "rather than"]);
const OPEN = new Set(["to", "toward", "towards", "into", "for", "without"]);
const PURPOSE_NOUNS = new Set([
  "effort",
  "bid",
  "attempt",
  "move",
  "order",
  "hope",
  "push",
  "drive",
  "view",
  "aim",
]);

/** Present reports rather than habits: "officials whom it accuses of arming gangs". */
const REPROACHES: ReadonlySet<string> = new Set(["accuse", "blame", "denounce", "condemn", "call", "brand"]);

/** One step from a word to its head, with what the step says of the act below. */
function stepUp(doc: Document, word: number, head: number, climb: Climb, isKnown: boolean): void {
  const rel = doc.deprel[word]!;
  if (climb.isRestart) return;
  const block = (why: string) => {
    if (!climb.isAsserted) return;
    climb.isAsserted = false;
    climb.why = why;
  };
  if (rel === REL.advcl || rel === REL.advclRelcl) stepClause(doc, word, head, climb, block);
  else if (rel === REL.relcl || rel === REL.acl) {
    if (isInfinitive(doc, word)) block("infinitive");
    else {
      const isDescription =
        rel === REL.relcl &&
        isPresentTense(doc, word) &&
        childOf(doc, word, REL.auxPass, REL.aux) < 0 &&
        !REPROACHES.has(doc.lemma[word]!);
      if (isDescription) block("generic");
      climb.isRestart = true;
    }
  } else if (rel === REL.xcomp || rel === REL.csubj) {
    if (isVerbal(doc, word) || isNominal(doc, word)) block("infinitive");
  } else if (rel === REL.ccomp) {
    if (isInfinitive(doc, word)) block("infinitive");
    if (markOf(doc, word) === "whether") block("question");
    const { isNegated } = factorsOf(doc, head);
    if (isNegated) block("uncertain");
  } else if (rel === REL.conj) {
    if (isStray(doc, word, head)) block("bare");
    return;
  } else if (isNominal(doc, word) && !isKnown) stepNominal(doc, word, head, block);
  if (rel === REL.obl && PURPOSE_NOUNS.has(doc.lemma[word]!) && caseOf(doc, word) === "in")
    climb.isPurpose = true;
}

/** A bare verb joined to a past tense belongs to some infinitive or demand that the parser lost: it asserts nothing. */
function isStray(doc: Document, word: number, head: number): boolean {
  if (!isVerbal(doc, word) || !isPastTense(doc, head) || isPastTense(doc, word) || isParticiple(doc, word))
    return false;
  if (childOf(doc, word, REL.nsubj, REL.nsubjPass, REL.aux, REL.auxPass, REL.cop) >= 0) return false;
  return doc.form[word]!.toLowerCase() === doc.lemma[word]!.toLowerCase() && !isGerund(doc, word);
}

function stepClause(
  doc: Document,
  word: number,
  head: number,
  climb: Climb,
  block: (why: string) => void,
): void {
  const mark = markOf(doc, word);
  if (isInfinitive(doc, word)) {
    climb.isPurpose = true;
    block("purpose");
    return;
  }
  if (HYPOTHETICAL.has(mark)) block("condition");
  else if (CONTRARY.has(mark)) block("without");
  else if (mark === "until" && !isPastTense(doc, word) && childOf(doc, word, REL.aux, REL.auxPass) < 0)
    block("condition");
  else if (isGerund(doc, word) && childOf(doc, word, REL.aux) < 0) {
    if (mark === "for" || mark === "by" || mark === "of" || mark === "against") block("gerund");
    climb.factors = joinFactors(climb.factors, factorsOf(doc, head));
  }
}

/** An indefinite act shares the modality of the clause that it stands in. */
function stepNominal(doc: Document, word: number, head: number, block: (why: string) => void): void {
  const marker = caseOf(doc, word);
  if (isProspect(doc, word, head)) block("prospect");
  if (marker === "without") block("without");
  else if (OPEN.has(marker) && (isVerbal(doc, head) || doc.deprel[word] === REL.nmod)) block("open");
  const clause = firstConjunct(doc, head);
  if (!isVerbal(doc, clause)) return;
  const above = factorsOf(doc, clause);
  if (above.isNegated || above.isPossible || above.isFuture || above.isDeontic) block("modal");
}

const GOING_ON: ReadonlySet<string> = new Set(["continue", "rage", "underway", "way", "last", "persist"]);

/** "a visit is pencilled in", "an invasion remains the nightmare": an act of no day, of which the present says something. */
function isProspect(doc: Document, word: number, head: number): boolean {
  const rel = doc.deprel[word]!;
  if (rel !== REL.nsubj && rel !== REL.nsubjPass) return false;
  const article = childOf(doc, word, REL.det);
  if (article < 0 || doc.lemma[article]!.toLowerCase() !== "a") return false;
  if (isGerund(doc, head) || GOING_ON.has(doc.lemma[head]!.toLowerCase())) return false;
  for (const child of children(doc, head)) {
    const below = doc.deprel[child]!;
    if (below !== REL.aux && below !== REL.auxPass && below !== REL.cop) continue;
    if (!isPresentTense(doc, child)) return false;
    if (doc.lemma[child] === "have") return false;
    return true;
  }
  return isVerbal(doc, head) && isPresentTense(doc, head);
}
