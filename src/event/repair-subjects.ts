import { children, type Document, sentenceWords } from "../document/index.ts";
import type { Frames } from "./frames.ts";
import { caseOf, childOf, isInfinitive, isParticiple, isPastTense, isVerbal, POS, REL } from "./grammar.ts";
import { attach, type Mended } from "./mended.ts";

/** "Truckers called off the strike": a subject taken for that of a passive, where no auxiliary makes one. */
export function mendPassives(mended: Mended, _frames: Frames, sentence: number): void {
  const { doc } = mended;
  const { start, end } = sentenceWords(doc, sentence);
  for (let word = start; word < end; word++) {
    if (doc.deprel[word] !== REL.nsubjPass) continue;
    const verb = doc.head[word]!;
    const isActive =
      verb > word &&
      childOf(doc, verb, REL.auxPass) < 0 &&
      (isPastTense(doc, verb) || childOf(doc, verb, REL.obj) > verb || isOnlyActive(doc, verb));
    if (isActive) attach(mended, word, verb, REL.nsubj);
  }
}

/** Verbs that a sentence seldom has as a bare participle: what looks like one without an auxiliary is their past tense. */
const ACTIVE: ReadonlySet<string> = new Set([
  ...["call", "pull", "surrender", "march", "rally", "retreat", "agree", "refuse", "decline", "appeal"],
  ...["threaten", "vow", "pledge", "promise", "demand", "insist", "protest", "complain", "object", "resign"],
  ...["apologize", "apologise", "clash"],
]);

function isOnlyActive(doc: Document, verb: number): boolean {
  if (!ACTIVE.has(doc.lemma[verb]!.toLowerCase()) || childOf(doc, verb, REL.agent) >= 0) return false;
  for (const child of children(doc, verb)) {
    const rel = doc.deprel[child]!;
    if (rel === REL.aux || rel === REL.auxPass || rel === REL.cop) return false;
    if ((rel === REL.obl || rel === REL.nmod) && caseOf(doc, child) === "by") return false;
  }
  return true;
}

/** "Korea test-fired a missile": the first half of the verb, taken for its subject. */
export function mendHyphened(mended: Mended, _frames: Frames, sentence: number): void {
  const { doc } = mended;
  const { start, end } = sentenceWords(doc, sentence);
  for (let verb = start + 3; verb < end; verb++) {
    const half = verb - 2;
    if (doc.upos[verb] !== POS.verb || doc.form[verb - 1] !== "-" || doc.upos[half] !== POS.noun) continue;
    if (doc.head[half] !== verb || doc.deprel[half] !== REL.nsubj) continue;
    const subject = half - 1;
    if (doc.head[subject] !== half || doc.deprel[subject] !== REL.compound) continue;
    attach(mended, half, verb, REL.compound);
    attach(mended, subject, verb, REL.nsubj);
    for (const child of children(doc, half))
      if (child < subject) attach(mended, child, subject, doc.deprel[child]!);
  }
}

/** Verbs that give, with the receiver before the gift. */
const GIVING: ReadonlySet<string> = new Set([
  "give",
  "lend",
  "send",
  "offer",
  "grant",
  "promise",
  "pay",
  "hand",
  "loan",
  "award",
  "deny",
  "owe",
  "sell",
  "ship",
  "pledge",
  "gift",
  "bring",
  "supply",
  "provide",
  "issue",
  "leave",
  "wire",
  "serve",
  "forgive",
  "guarantee",
  "extend",
  "accord",
  "fax",
  "fly",
]);

/** "gave Mozambique nine million dollars": the receiver taken for the first half of the gift. */
export function mendGifts(mended: Mended, _frames: Frames, sentence: number): void {
  const { doc } = mended;
  const { start, end } = sentenceWords(doc, sentence);
  for (let verb = start; verb + 3 < end; verb++) {
    if (!isVerbal(doc, verb) || !GIVING.has(doc.lemma[verb]!.toLowerCase())) continue;
    const gift = childOf(doc, verb, REL.obj);
    if (gift < 0 || childOf(doc, verb, REL.iobj) >= 0) continue;
    if (isReceiver(doc, verb, gift)) {
      attach(mended, gift, verb, REL.iobj);
      continue;
    }
    const first = verb + 1;
    const rel = doc.deprel[first]!;
    const isTaken =
      rel === REL.compound || rel === REL.amod || rel === REL.nmodDesc || rel === REL.nmodUnmarked;
    const isNamed = doc.upos[first] === POS.propn || (rel === REL.amod && isCapitalized(doc, first));
    if (!isNamed || doc.head[first] !== gift || !isTaken) continue;
    let name = first;
    while (name + 1 < gift && doc.upos[name + 1] === POS.propn) name++;
    if (!opensNoun(doc, name + 1, gift)) continue;
    attach(mended, name, verb, REL.iobj);
    for (let word = first; word < name; word++) attach(mended, word, name, REL.compound);
  }
}

/** The first of two objects, with nothing between: "handed the police a list". */
function isReceiver(doc: Document, verb: number, first: number): boolean {
  for (const child of children(doc, verb)) {
    if (child <= first || doc.deprel[child] !== REL.obj) continue;
    for (let word = first + 1; word < child; word++)
      if (doc.upos[word] === POS.punct || doc.upos[word] === POS.adp) return false;
    return childOf(doc, first, REL.conj) < 0 || childOf(doc, first, REL.conj) < child;
  }
  return false;
}

function isCapitalized(doc: Document, word: number): boolean {
  const first = doc.form[word]![0]!;
  return first !== first.toLowerCase();
}

/** Past participles that are no adjectives. */
const PERFECT: ReadonlySet<string> = new Set([
  ...["lent", "sent", "given", "met", "built", "bought", "brought", "begun", "sought", "fled", "taken"],
]);

/** "has lent Peru a pump": a participle after "has" that was taken for an attribute of its object. */
export function mendPerfects(mended: Mended, _frames: Frames, sentence: number): void {
  const { doc } = mended;
  const { start, end } = sentenceWords(doc, sentence);
  for (let have = start; have + 2 < end; have++) {
    const verb = have + 1;
    if (doc.upos[have] !== POS.verb || !/^(?:has|have|had|having)$/i.test(doc.form[have]!)) continue;
    if (!PERFECT.has(doc.form[verb]!.toLowerCase()) || doc.deprel[verb] !== REL.amod) continue;
    mended.upos[have] = POS.aux;
    mended.upos[verb] = POS.verb;
    attach(mended, verb, doc.head[have]!, doc.deprel[have]!);
    for (const child of children(doc, have))
      if (child !== verb) attach(mended, child, verb, doc.deprel[child]!);
    attach(mended, have, verb, REL.aux);
  }
}

/** "Spain and Chad are due to sign": the subject belongs to the adjective, which the infinitive hangs on. */
export function mendPredicates(mended: Mended, _frames: Frames, sentence: number): void {
  const { doc } = mended;
  const { start, end } = sentenceWords(doc, sentence);
  for (let subject = start; subject < end; subject++) {
    if (doc.deprel[subject] !== REL.nsubj) continue;
    const verb = doc.head[subject]!;
    const predicate = verb >= 0 ? doc.head[verb]! : -1;
    if (predicate <= subject || predicate >= verb || doc.upos[predicate] !== POS.adj) continue;
    if (!isInfinitive(doc, verb) || childOf(doc, predicate, REL.cop) < 0) continue;
    if (childOf(doc, predicate, REL.nsubj, REL.nsubjOuter) < 0) attach(mended, subject, predicate, REL.nsubj);
  }
}

/** Whether a noun phrase begins here: an amount, a determiner, a possessive. */
function opensNoun(doc: Document, word: number, noun: number): boolean {
  if (word > noun) return false;
  const upos = doc.upos[word]!;
  return (
    upos === POS.num ||
    upos === POS.det ||
    upos === POS.sym ||
    /^(?:its|his|her|their)$/.test(doc.form[word]!)
  );
}

/**
 * "The U.S. rolled back tariffs on steel.": a sentence without a finite verb in which a past form was taken for an attribute
 * of the noun after it. Headlines and captions have no full stop, or no name before the form.
 */
export function mendVerbless(mended: Mended, _frames: Frames, sentence: number): void {
  const { doc } = mended;
  const { start, end } = sentenceWords(doc, sentence);
  mendActive(mended, start, end);
  if (doc.form[end - 1] !== "." || end - start < 5) return;
  let verb = -1;
  for (let word = start; word < end; word++) {
    const isClause = doc.upos[word] === POS.aux || (doc.upos[word] === POS.verb && !isAttribute(doc, word));
    if (isClause) return;
    if (verb < 0 && isAttribute(doc, word)) verb = word;
  }
  if (verb < 0) return;
  const noun = doc.head[verb]!;
  const subject = subjectBefore(doc, start, verb);
  if (subject < 0 || doc.head[noun] !== -1) return;
  mended.upos[verb] = POS.verb;
  attach(mended, verb, -1, REL.root);
  attach(mended, noun, verb, REL.obj);
  attach(mended, subject, verb, REL.nsubj);
  for (const child of children(doc, noun)) {
    if (child === subject || child === verb) continue;
    if (child < verb) attach(mended, child, subject, doc.deprel[child]!);
    else if (child === end - 1) attach(mended, child, verb, doc.deprel[child]!);
  }
}

/** What a thing is called is no object of its being called. */
const NAMING: ReadonlySet<string> = new Set([
  "call",
  "name",
  "dub",
  "title",
  "entitle",
  "label",
  "give",
  "owe",
]);

/** "Guards beat prisoners, the report said": a past form with an object of its own is the verb of the noun that it follows. */
function mendActive(mended: Mended, start: number, end: number): void {
  const { doc } = mended;
  for (let verb = start + 1; verb + 1 < end; verb++) {
    const noun = doc.head[verb]!;
    if (doc.upos[verb] !== POS.verb || noun < start || noun > verb) continue;
    if (doc.deprel[verb] !== REL.acl && doc.deprel[verb] !== REL.amod) continue;
    if (!isParticiple(doc, verb) && !isPastTense(doc, verb)) continue;
    if (NAMING.has(doc.lemma[verb]!.toLowerCase()) || childOf(doc, verb, REL.obj) < verb) continue;
    if (childOf(doc, verb, REL.agent, REL.nsubj, REL.mark) >= 0 || childOf(doc, noun, REL.case, REL.cop) >= 0)
      continue;
    const above = doc.head[noun]!;
    const isRoot = doc.deprel[noun] === REL.root;
    const isSaid = above > verb && doc.deprel[noun] === REL.nsubj && hasOtherSubject(doc, above, noun);
    if (!isRoot && !isSaid) continue;
    attach(mended, verb, above, isRoot ? REL.root : REL.ccomp);
    attach(mended, noun, verb, REL.nsubj);
    for (const child of children(doc, noun))
      if (child > verb && isRoot) attach(mended, child, verb, doc.deprel[child]!);
    return;
  }
}

function hasOtherSubject(doc: Document, verb: number, noun: number): boolean {
  for (const child of children(doc, verb)) if (child !== noun && doc.deprel[child] === REL.nsubj) return true;
  return false;
}

/** A past form before a noun, hung on it as an attribute. */
function isAttribute(doc: Document, word: number): boolean {
  const isForm = isParticiple(doc, word) || isPastTense(doc, word);
  return isForm && doc.deprel[word] === REL.amod && doc.head[word]! > word;
}

/** The noun or name right before the verb, where no comma or preposition stands between. */
function subjectBefore(doc: Document, start: number, verb: number): number {
  const word = verb - 1;
  if (word < start) return -1;
  const upos = doc.upos[word];
  return upos === POS.propn || upos === POS.noun ? word : -1;
}

/** "In Belgrade, Yugoslav and Serbian authorities were said …": a subject taken for the second half of the place before it. */
export function mendFrontedPlaces(mended: Mended, _frames: Frames, sentence: number): void {
  const { doc } = mended;
  const { start, end } = sentenceWords(doc, sentence);
  for (let place = start; place < Math.min(end, start + 8); place++) {
    const verb = doc.head[place]!;
    if (doc.deprel[place] !== REL.obl || verb <= place || doc.upos[start] !== POS.adp) continue;
    if (childOf(doc, verb, REL.nsubj, REL.nsubjPass) >= 0) continue;
    for (const half of children(doc, place)) {
      if (half < place || half > verb || doc.deprel[half] !== REL.conj || doc.form[place + 1] !== ",")
        continue;
      if (childOf(doc, half, REL.cc) >= 0 && doc.form[place + 2]!.toLowerCase() === "and") continue;
      attach(mended, half, verb, childOf(doc, verb, REL.auxPass) >= 0 ? REL.nsubjPass : REL.nsubj);
      break;
    }
  }
}
