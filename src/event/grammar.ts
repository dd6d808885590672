import { children, type Document, deprelOf, uposOf, xposOf } from "../document/index.ts";

/** Indexes of the relations that coding asks for, so that a comparison is one of numbers. */
export const REL = {
  acl: deprelOf("acl"),
  relcl: deprelOf("acl:relcl"),
  advcl: deprelOf("advcl"),
  advclRelcl: deprelOf("advcl:relcl"),
  advmod: deprelOf("advmod"),
  amod: deprelOf("amod"),
  appos: deprelOf("appos"),
  aux: deprelOf("aux"),
  auxPass: deprelOf("aux:pass"),
  case: deprelOf("case"),
  cc: deprelOf("cc"),
  ccomp: deprelOf("ccomp"),
  compound: deprelOf("compound"),
  particle: deprelOf("compound:prt"),
  conj: deprelOf("conj"),
  cop: deprelOf("cop"),
  csubj: deprelOf("csubj"),
  dep: deprelOf("dep"),
  det: deprelOf("det"),
  fixed: deprelOf("fixed"),
  flat: deprelOf("flat"),
  iobj: deprelOf("iobj"),
  list: deprelOf("list"),
  mark: deprelOf("mark"),
  nmod: deprelOf("nmod"),
  nmodDesc: deprelOf("nmod:desc"),
  poss: deprelOf("nmod:poss"),
  nmodUnmarked: deprelOf("nmod:unmarked"),
  nsubj: deprelOf("nsubj"),
  nsubjOuter: deprelOf("nsubj:outer"),
  nsubjPass: deprelOf("nsubj:pass"),
  nummod: deprelOf("nummod"),
  obj: deprelOf("obj"),
  obl: deprelOf("obl"),
  agent: deprelOf("obl:agent"),
  oblUnmarked: deprelOf("obl:unmarked"),
  parataxis: deprelOf("parataxis"),
  punct: deprelOf("punct"),
  root: deprelOf("root"),
  xcomp: deprelOf("xcomp"),
} as const;

/** Indexes of the universal tags that coding asks for. */
export const POS = {
  adj: uposOf("ADJ"),
  adp: uposOf("ADP"),
  adv: uposOf("ADV"),
  aux: uposOf("AUX"),
  det: uposOf("DET"),
  noun: uposOf("NOUN"),
  num: uposOf("NUM"),
  part: uposOf("PART"),
  pron: uposOf("PRON"),
  propn: uposOf("PROPN"),
  sym: uposOf("SYM"),
  verb: uposOf("VERB"),
  punct: uposOf("PUNCT"),
} as const;

const VBN = xposOf("VBN");
const VBG = xposOf("VBG");
const VBD = xposOf("VBD");
const VB = xposOf("VB");
const VBP = xposOf("VBP");
const VBZ = xposOf("VBZ");
const WDT = xposOf("WDT");
const WP = xposOf("WP");
const NNS = xposOf("NNS");
const NNPS = xposOf("NNPS");
const TO = xposOf("TO");

/** Whether a word is a past participle by its tag; taggers confuse it with the past tense. */
export function isParticiple(doc: Document, word: number): boolean {
  return doc.xpos[word] === VBN;
}

export function isGerund(doc: Document, word: number): boolean {
  return doc.xpos[word] === VBG;
}

export function isPastTense(doc: Document, word: number): boolean {
  return doc.xpos[word] === VBD;
}

/** Whether a word is a finite form in the present tense. */
export function isPresentTense(doc: Document, word: number): boolean {
  const tag = doc.xpos[word];
  return tag === VBP || tag === VBZ;
}

export function isPlural(doc: Document, word: number): boolean {
  const tag = doc.xpos[word];
  return tag === NNS || tag === NNPS;
}

/** Whether a word is "who", "which" or "that" as a pronoun. */
export function isRelativePronoun(doc: Document, word: number): boolean {
  const tag = doc.xpos[word];
  return tag === WDT || tag === WP;
}

/** Whether a word is a noun or name. */
export function isNominal(doc: Document, word: number): boolean {
  const tag = doc.upos[word];
  return tag === POS.noun || tag === POS.propn || tag === POS.pron || tag === POS.num;
}

export function isVerbal(doc: Document, word: number): boolean {
  const tag = doc.upos[word];
  return tag === POS.verb || tag === POS.aux;
}

/** Whether a verb is an infinitive with "to". */
export function isInfinitive(doc: Document, word: number): boolean {
  if (doc.xpos[word] !== VB && doc.upos[word] === POS.verb && isParticiple(doc, word) === false) {
    if (isPastTense(doc, word) || isPresentTense(doc, word) || isGerund(doc, word)) return false;
  }
  for (const child of children(doc, word)) if (child < word && doc.xpos[child] === TO) return true;
  return false;
}

/** The first child with one of the relations, or -1. */
export function childOf(doc: Document, word: number, ...relations: readonly number[]): number {
  for (const child of children(doc, word)) if (relations.includes(doc.deprel[child]!)) return child;
  return -1;
}

/** The preposition that stands before a phrase, lower-case ("because of" as its first word), or "" where there is none. */
export function caseOf(doc: Document, word: number): string {
  for (const child of children(doc, word))
    if (doc.deprel[child] === REL.case && doc.lemma[child] !== "'s" && doc.lemma[child] !== "’s")
      return doc.lemma[child]!.toLowerCase();
  for (const child of children(doc, word)) {
    if (child > word) break;
    const rel = doc.deprel[child]!;
    if (rel !== REL.nmodDesc && rel !== REL.compound && rel !== REL.flat && rel !== REL.amod) continue;
    const inner = caseOf(doc, child);
    if (inner !== "") return inner;
  }
  return "";
}

/** The conjunction that opens a clause, with its fixed words ("in order" + "to" gives "in order"), or "". */
export function markOf(doc: Document, word: number): string {
  for (const child of children(doc, word)) {
    if (doc.deprel[child] !== REL.mark && doc.deprel[child] !== REL.case) continue;
    let mark = doc.lemma[child]!.toLowerCase();
    if (mark === "to") continue;
    for (const part of children(doc, child))
      if (doc.deprel[part] === REL.fixed) mark += ` ${doc.lemma[part]!.toLowerCase()}`;
    return mark;
  }
  return "";
}

/** Whether a verb stands in the passive, or is a participle that modifies a noun ("strikes threatened by NATO"). */
export function isPassive(doc: Document, word: number): boolean {
  if (!isVerbal(doc, word)) return false;
  let hasHave = false;
  for (const child of children(doc, word)) {
    const rel = doc.deprel[child]!;
    if (rel === REL.auxPass || rel === REL.nsubjPass) return true;
    if (rel === REL.aux && doc.lemma[child] === "have") hasHave = true;
    if (rel === REL.obj || rel === REL.nsubj) hasHave = true;
  }
  if (hasHave) return false;
  const rel = doc.deprel[word]!;
  const participle = isParticiple(doc, word);
  if (rel === REL.acl || rel === REL.amod) return participle || isPastTense(doc, word);
  if (!participle) return false;
  if (rel === REL.conj && doc.head[word]! >= 0) return isPassive(doc, doc.head[word]!);
  return rel === REL.advcl || childOf(doc, word, REL.agent) >= 0;
}

/** A word and those that are joined to it by "and" or a comma, in text order. */
export function coordinated(doc: Document, word: number): number[] {
  const joined = [word];
  for (let next = 0; next < joined.length; next++)
    for (const child of children(doc, joined[next]!))
      if (doc.deprel[child] === REL.conj || doc.deprel[child] === REL.list) joined.push(child);
  return joined.sort((one, other) => one - other);
}

/** The verb or noun that a chain of coordination hangs on. */
export function firstConjunct(doc: Document, word: number): number {
  let first = word;
  while (doc.deprel[first] === REL.conj && doc.head[first]! >= 0) first = doc.head[first]!;
  return first;
}
