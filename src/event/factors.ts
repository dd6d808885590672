import { children, type Document } from "../document/index.ts";
import { childOf, firstConjunct, isVerbal, POS, REL } from "./grammar.ts";

/** What the auxiliaries, negations and adverbs of one clause say of its act. */
export interface Factors {
  readonly isNegated: boolean;
  /** "will", "is going to"; also "would" in reported speech. */
  readonly isFuture: boolean;
  /** "may", "could". */
  readonly isPossible: boolean;
  /** "must", "should". */
  readonly isDeontic: boolean;
  /** "would have". */
  readonly isCounterfactual: boolean;
  readonly isIterated: boolean;
  /** Word index of a hedging adverb ("reportedly"), or -1. */
  readonly hedge: number;
  /** Word index of the modal, or -1. */
  readonly modal: number;
}

const NONE: Factors = {
  isNegated: false,
  isFuture: false,
  isPossible: false,
  isDeontic: false,
  isCounterfactual: false,
  isIterated: false,
  hedge: -1,
  modal: -1,
};

const FUTURE = new Set(["will", "shall", "'ll", "’ll", "wo", "would", "'d", "’d"]);
const POSSIBLE = new Set(["may", "might", "could", "can", "ca"]);
const DEONTIC = new Set(["must", "should", "ought"]);
const NEGATION = new Set(["not", "n't", "n’t", "never", "nor", "neither", "hardly", "scarcely"]);
const HEDGES = new Set([
  "reportedly",
  "allegedly",
  "apparently",
  "purportedly",
  "supposedly",
  "presumably",
  "possibly",
  "probably",
  "perhaps",
  "maybe",
  "seemingly",
  "likely",
]);
const ITERATED = new Set([
  "repeatedly",
  "again",
  "frequently",
  "regularly",
  "often",
  "continually",
  "constantly",
]);
const EMPTY = new Set(["no", "neither", "none", "nobody", "nothing"]);

/** The factors of a clause, read from its head; a conjoined verb shares the auxiliaries of the first. */
export function factorsOf(doc: Document, word: number): Factors {
  if (!isVerbal(doc, word) && childOf(doc, word, REL.cop, REL.aux) < 0) return nominalFactors(doc, word);
  const own = clauseFactors(doc, word);
  if (doc.deprel[word] !== REL.conj || own.modal >= 0) return own;
  const first = firstConjunct(doc, word);
  if (!isVerbal(doc, first) || childOf(doc, word, REL.nsubj, REL.nsubjPass, REL.aux, REL.auxPass) >= 0)
    return own;
  const shared = clauseFactors(doc, first);
  if (shared.modal < 0 && !shared.isNegated) return own;
  if (!isBare(doc, word) && shared.modal >= 0) return own;
  const negates = shared.isNegated && !isContrast(doc, word) && !isAdded(doc, word);
  return { ...shared, isNegated: own.isNegated || negates, hedge: own.hedge, isIterated: own.isIterated };
}

function isBare(doc: Document, word: number): boolean {
  return doc.form[word]!.toLowerCase() === doc.lemma[word]!.toLowerCase();
}

/** "not to fight and to withdraw": an infinitive of its own after "and". */
function isAdded(doc: Document, word: number): boolean {
  let hasAnd = false;
  for (const child of children(doc, word)) {
    if (doc.deprel[child] === REL.cc) hasAnd = doc.lemma[child] === "and";
    else if (hasAnd && doc.upos[child] === POS.part && doc.lemma[child] === "to") return true;
  }
  return false;
}

function isContrast(doc: Document, word: number): boolean {
  for (const child of children(doc, word))
    if (doc.deprel[child] === REL.cc && doc.lemma[child] === "but") return true;
  return false;
}

function clauseFactors(doc: Document, word: number): Factors {
  let found: Factors = NONE;
  const note = (change: Partial<Factors>) => {
    found = { ...found, ...change };
  };
  let hasHave = false;
  for (const child of children(doc, word)) {
    const rel = doc.deprel[child]!;
    const lemma = doc.lemma[child]!.toLowerCase();
    const form = doc.form[child]!.toLowerCase();
    if (rel === REL.aux) {
      if (lemma === "have") hasHave = true;
      else if (FUTURE.has(form)) note({ isFuture: true, modal: child });
      else if (POSSIBLE.has(form)) note({ isPossible: true, modal: child });
      else if (DEONTIC.has(lemma)) note({ isDeontic: true, modal: child });
    } else if (rel === REL.cop && lemma === "be" && isDueTo(doc, word, child)) {
      note({ isFuture: true, modal: child });
    } else if (NEGATION.has(form)) {
      if (rel === REL.advmod || rel === REL.cc || doc.upos[child] === POS.part) note({ isNegated: true });
    } else if (rel === REL.advmod) {
      if (HEDGES.has(lemma)) note({ hedge: child });
      else if (ITERATED.has(lemma)) note({ isIterated: true });
      else if (lemma === "longer" && hasNo(doc, child)) note({ isNegated: true });
    } else if (rel === REL.nsubj || rel === REL.nsubjPass) {
      if (EMPTY.has(lemma) || hasNo(doc, child)) note({ isNegated: true });
    } else if (rel === REL.obj && hasNo(doc, child)) {
      note({ isNegated: true });
    }
  }
  const { modal } = found;
  if (hasHave && modal >= 0 && (found.isPossible || /^(?:would|'d|’d|should)$/i.test(doc.form[modal]!)))
    note({ isCounterfactual: true });
  return found;
}

/** "are to meet": what is arranged, where the one who is to do it is the subject and no plan or aim. */
function isDueTo(doc: Document, word: number, be: number): boolean {
  if (!/^(?:is|are|was|were|'s|'re|’s|’re)$/i.test(doc.form[be]!)) return false;
  for (const child of children(doc, word))
    if (child > be && child < word && doc.upos[child] === POS.part && doc.lemma[child] === "to")
      return isVerbal(doc, word);
  return false;
}

function hasNo(doc: Document, word: number): boolean {
  for (const child of children(doc, word))
    if (
      (doc.deprel[child] === REL.det || doc.deprel[child] === REL.advmod) &&
      doc.lemma[child]!.toLowerCase() === "no"
    )
      return true;
  return false;
}

const WEAK_ADJECTIVES = new Set([
  "possible",
  "potential",
  "threatened",
  "planned",
  "future",
  "proposed",
  "likely",
  "imminent",
  "further",
  "feared",
  "hypothetical",
  "averted",
  "eventual",
]);
const HEDGE_ADJECTIVES = new Set(["alleged", "suspected", "apparent", "reported", "purported", "supposed"]);

function nominalFactors(doc: Document, word: number): Factors {
  let found: Factors = NONE;
  for (const child of children(doc, word)) {
    if (child > word) break;
    const rel = doc.deprel[child]!;
    const lemma = doc.lemma[child]!.toLowerCase();
    const form = doc.form[child]!.toLowerCase();
    if (rel === REL.det && lemma === "no") found = { ...found, isNegated: true };
    else if (rel === REL.det && (lemma === "any" || lemma === "such")) found = { ...found, isPossible: true };
    else if (rel === REL.amod || rel === REL.compound) {
      if (WEAK_ADJECTIVES.has(form)) found = { ...found, isPossible: true };
      else if (HEDGE_ADJECTIVES.has(form)) found = { ...found, hedge: child };
      else if (form === "repeated" || form === "frequent") found = { ...found, isIterated: true };
    }
  }
  return found;
}

/** Whether a noun is told as known: "the attack", "Israel's raid", "these strikes". */
export function isDefinite(doc: Document, word: number): boolean {
  for (const child of children(doc, word)) {
    if (child > word) break;
    if (doc.deprel[child] === REL.poss) return true;
    if (doc.deprel[child] === REL.det)
      return ["the", "this", "that", "these", "those"].includes(doc.form[child]!.toLowerCase());
  }
  return false;
}
