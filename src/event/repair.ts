import { children, type Document, sentenceWords } from "../document/index.ts";
import type { Frames, Operator } from "./frames.ts";
import {
  caseOf,
  childOf,
  isGerund,
  isInfinitive,
  isNominal,
  isParticiple,
  isPastTense,
  isVerbal,
  markOf,
  POS,
  REL,
} from "./grammar.ts";
import { mendLemmas } from "./irregular.ts";
import { singular } from "./match.ts";
import { attach, type Mended } from "./mended.ts";
import {
  mendFrontedPlaces,
  mendGifts,
  mendHyphened,
  mendPassives,
  mendPerfects,
  mendPredicates,
  mendVerbless,
} from "./repair-subjects.ts";

/**
 * Mends what parsers often get wrong and the lexicon knows better: a that-clause hung on the one who is told, an
 * infinitive hung on the verb and not on the noun that governs it, a clause swallowed by the infinitive before it.
 */
export function repairTree(doc: Document, frames: Frames): Document {
  return mendWith(mendLemmas(mendWith(doc, frames, [mendPerfects])), frames, [
    mendVerbless,
    mendHyphened,
    mendPassives,
    mendPredicates,
    mendLists,
    mendBetween,
    mendFrontedTimes,
    mendFrontedPlaces,
    mendRespites,
    mendGifts,
    mendNotTo,
    mendAlternatives,
    mendCharges,
    mendParticles,
    mendReduced,
    mendFronted,
    mendRemarks,
    mendBareVerbs,
    mendTold,
    mendGoverned,
  ]);
}

/** The mends that tell where a phrase ends, which must be done before names and roles are looked for. */
export function repairPhrases(doc: Document, frames: Frames): Document {
  return mendWith(doc, frames, [mendVerbless, mendHyphened]);
}

type Mend = (mended: Mended, frames: Frames, sentence: number) => void;

function mendWith(doc: Document, frames: Frames, mends: readonly Mend[]): Document {
  let current = doc;
  for (const mend of mends) {
    const mended: Mended = {
      doc: current,
      head: current.head.slice(),
      deprel: current.deprel.slice(),
      upos: current.upos.slice(),
      isChanged: false,
    };
    for (let sentence = 0; sentence < doc.sentenceBlock.length; sentence++) mend(mended, frames, sentence);
    if (mended.isChanged && isTree(mended))
      current = { ...current, head: mended.head, deprel: mended.deprel, upos: mended.upos };
  }
  return current;
}

/** Whether every word still leads to a root. */
function isTree({ doc, head }: Mended): boolean {
  const state = new Uint8Array(doc.wordCount);
  for (let i = 0; i < doc.wordCount; i++) {
    let word = i;
    const path: number[] = [];
    while (word >= 0 && state[word] === 0) {
      state[word] = 1;
      path.push(word);
      word = head[word]!;
    }
    if (word >= 0 && state[word] === 1) return false;
    for (const passed of path) state[passed] = 2;
  }
  return true;
}

function takes(frames: Frames, lemma: string, pos: Operator["pattern"]["pos"], operand: string): boolean {
  return (
    frames.operators
      .get(lemma.toLowerCase())
      ?.some((operator) => operator.pattern.pos === pos && operator.operand.includes(operand)) ?? false
  );
}

/** "calls with A, B and C": names that follow a name go with it, not with the noun before both. */
function mendLists(mended: Mended, _frames: Frames, sentence: number): void {
  const { doc } = mended;
  const { start, end } = sentenceWords(doc, sentence);
  for (let name = start; name < end; name++) {
    const head = doc.head[name]!;
    if (doc.upos[name] !== POS.propn || head < 0 || head > name) continue;
    const rel = doc.deprel[name]!;
    if (rel === REL.appos && hasAnd(doc, head, name)) attach(mended, name, head, REL.conj);
    else if (rel === REL.conj && doc.upos[head] === POS.noun) {
      const before = nameBelow(doc, head, name);
      if (before >= 0) attach(mended, name, before, REL.conj);
    }
  }
}

/** "talks between the government and the rebels": the second party goes with the first, not with the talks. */
function mendBetween(mended: Mended, _frames: Frames, sentence: number): void {
  const { doc } = mended;
  const { start, end } = sentenceWords(doc, sentence);
  for (let second = start + 3; second < end; second++) {
    const head = doc.head[second]!;
    if (doc.deprel[second] !== REL.conj || head < 0 || head > second || !isNominal(doc, second)) continue;
    for (const first of children(doc, head)) {
      if (first < head || first > second) continue;
      const rel = doc.deprel[first]!;
      if ((rel !== REL.nmod && rel !== REL.obl) || caseOf(doc, first) !== "between") continue;
      if (childOf(doc, first, REL.conj) < 0 && hasAnd(doc, first, second))
        attach(mended, second, first, REL.conj);
    }
  }
}

function hasAnd(doc: Document, from: number, to: number): boolean {
  for (let i = to - 1; i > from && i > to - 7; i--) {
    const form = doc.form[i]!.toLowerCase();
    if (form === "and" || form === "or") return true;
    if (form === ",") return false;
  }
  return false;
}

/** The last name between a noun and a word that hangs on the noun by a preposition. */
function nameBelow(doc: Document, noun: number, limit: number): number {
  let found = -1;
  for (const child of children(doc, noun))
    if (child > noun && child < limit && doc.upos[child] === POS.propn && doc.deprel[child] === REL.nmod)
      found = child;
  return found;
}

const TIMES: ReadonlySet<string> = new Set([
  ...["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
  ...["yesterday", "today", "january", "february", "march", "april", "may", "june", "july", "august"],
  ...["september", "october", "november", "december"],
]);

/** "On Monday and Tuesday envoy A held", "On Wednesday commanders signed": a subject taken for part of the time before it. */
function mendFrontedTimes(mended: Mended, _frames: Frames, sentence: number): void {
  const { doc } = mended;
  const { start, end } = sentenceWords(doc, sentence);
  for (let word = start; word < Math.min(end, start + 8); word++) {
    const verb = doc.head[word]!;
    if (doc.deprel[word] !== REL.obl || verb <= word || !isVerbal(doc, verb)) continue;
    if (childOf(doc, verb, REL.nsubj, REL.nsubjPass) >= 0 || doc.upos[start] !== POS.adp) continue;
    if (TIMES.has(doc.lemma[word]!.toLowerCase())) splitJoined(mended, word, verb);
    else splitNamed(mended, word, verb, start);
  }
}

/** "Monday and Tuesday [envoy A]": the second half of the coordination. */
function splitJoined(mended: Mended, time: number, verb: number): void {
  const { doc } = mended;
  const subject = childOf(doc, time, REL.conj);
  if (subject < 0 || TIMES.has(doc.lemma[subject]!.toLowerCase())) return;
  let joined = -1;
  for (const child of children(doc, subject))
    if (child < subject && TIMES.has(doc.lemma[child]!.toLowerCase())) joined = child;
  if (joined < 0) return;
  attach(mended, joined, time, REL.conj);
  for (const child of children(doc, subject))
    if (child < joined) attach(mended, child, joined, doc.deprel[child]!);
  attach(mended, subject, verb, REL.nsubj);
}

/** "[On Wednesday] commanders": a day taken for the first half of a compound noun. */
function splitNamed(mended: Mended, subject: number, verb: number, start: number): void {
  const { doc } = mended;
  const day = start + 1;
  if (doc.head[start] !== subject || doc.deprel[start] !== REL.case || doc.head[day] !== subject) return;
  if (!TIMES.has(doc.lemma[day]!.toLowerCase()) || doc.deprel[day] !== REL.compound) return;
  attach(mended, start, day, REL.case);
  attach(mended, day, verb, REL.obl);
  attach(mended, subject, verb, REL.nsubj);
  const object = childOf(doc, verb, REL.obl);
  if (object > verb && caseOf(doc, object) === "" && childOf(doc, verb, REL.obj) < 0)
    attach(mended, object, verb, REL.obj);
}

/** "gave Belgrade 96 hours to withdraw": a name taken for the first half of the measure of time. */
function mendRespites(mended: Mended, _frames: Frames, sentence: number): void {
  const { doc } = mended;
  const { start, end } = sentenceWords(doc, sentence);
  for (let verb = start; verb + 2 < end; verb++) {
    if (doc.lemma[verb] !== "give" || !isVerbal(doc, verb)) continue;
    const lost = childOf(doc, verb, REL.xcomp);
    if (lost === verb + 1 && doc.upos[lost] === POS.propn) {
      const term = childOf(doc, lost, REL.obj);
      if (term >= 0 && isTerm(doc, term)) {
        attach(mended, lost, verb, REL.iobj);
        attach(mended, term, verb, REL.obj);
      }
      continue;
    }
    const time = childOf(doc, verb, REL.obj, REL.obl);
    if (time < 0 || !isTerm(doc, time)) continue;
    for (const child of children(doc, time)) {
      if (child > time || child < verb || doc.upos[child] !== POS.propn) continue;
      const rel = doc.deprel[child]!;
      if (rel !== REL.compound && rel !== REL.amod && rel !== REL.nmodDesc) continue;
      attach(mended, child, verb, REL.iobj);
      attach(mended, time, verb, REL.obj);
      for (const before of children(doc, time))
        if (before < child && before > verb) attach(mended, before, child, doc.deprel[before]!);
    }
  }
}

function isTerm(doc: Document, word: number): boolean {
  return /^(?:minute|hour|day|week|month|year)$/.test(doc.lemma[word]!.toLowerCase());
}

/** "undertook not to fight": the negation belongs to the infinitive. */
function mendNotTo(mended: Mended, _frames: Frames, sentence: number): void {
  const { doc } = mended;
  const { start, end } = sentenceWords(doc, sentence);
  for (let not = start; not + 2 < end; not++) {
    if (doc.form[not]!.toLowerCase() !== "not" || doc.form[not + 1]!.toLowerCase() !== "to") continue;
    const verb = doc.head[not + 1]!;
    if (verb > not && doc.head[not] !== verb && isVerbal(doc, verb)) attach(mended, not, verb, REL.advmod);
  }
}

/** "accused by Egypt of killing": the charge belongs to the verb, not to the accuser. */
function mendCharges(mended: Mended, frames: Frames, sentence: number): void {
  const { doc } = mended;
  const { start, end } = sentenceWords(doc, sentence);
  for (let deed = start + 2; deed < end; deed++) {
    if (!isGerund(doc, deed)) continue;
    const party = doc.head[deed]!;
    const verb = party >= 0 ? doc.head[party]! : -1;
    if (verb < 0 || party > deed || verb > party || !isNominal(doc, party) || !isVerbal(doc, verb)) continue;
    const marker = markOf(doc, deed);
    if (marker !== "of") continue;
    const takesOf = frames.operators
      .get(doc.lemma[verb]!.toLowerCase())
      ?.some(({ family, operand }) => family === "accuse" && operand.includes("of"));
    if (takesOf === true) attach(mended, deed, verb, REL.advcl);
  }
}

/** "must leave the city or face attack": the price of refusal is a clause of its own, with what follows it as its object. */
function mendAlternatives(mended: Mended, _frames: Frames, sentence: number): void {
  const { doc } = mended;
  const { start, end } = sentenceWords(doc, sentence);
  for (let face = start + 2; face + 1 < end; face++) {
    if (doc.form[face]!.toLowerCase() !== "face" || doc.form[face - 1]!.toLowerCase() !== "or") continue;
    let verb = face - 2;
    while (verb > start && !(doc.upos[verb] === POS.verb && isBareVerb(doc, verb))) verb--;
    let noun = face + 1;
    while (noun + 1 < end && (!isNominal(doc, noun) || isPremodifier(doc, noun))) noun++;
    if (verb <= start || !isNominal(doc, noun) || noun > face + 6) continue;
    for (const child of children(doc, noun)) if (child < face - 1) loosen(mended, child, verb);
    attach(mended, face, verb, REL.conj);
    attach(mended, face - 1, face, REL.cc);
    attach(mended, noun, face, REL.obj);
    mended.upos[face] = POS.verb;
    return;
  }
}

function isPremodifier(doc: Document, word: number): boolean {
  return doc.deprel[word] === REL.compound && doc.head[word]! > word;
}

/** A word before the alternative that hangs on one after it goes back to the verb, or to the noun it stands before. */
function loosen(mended: Mended, word: number, verb: number): void {
  const { doc } = mended;
  if (doc.deprel[word] !== REL.case) {
    attach(mended, word, verb, mended.deprel[word] === REL.compound ? REL.obj : REL.obl);
    return;
  }
  for (let noun = word + 1; noun < word + 4; noun++)
    if (isNominal(doc, noun) && !isPremodifierOf(doc, noun, noun + 1)) {
      attach(mended, word, noun, REL.case);
      attach(mended, noun, verb, REL.obl);
      return;
    }
}

function isPremodifierOf(doc: Document, word: number, next: number): boolean {
  return doc.deprel[word] === REL.compound && doc.head[word] === next;
}

const PARTICLES = new Set(["off", "out", "up", "down", "back", "away", "over", "aside"]);

/** Prepositions that are particles of some verbs: "took in refugees", "waved through the pact". */
const LOOSE = new Set(["in", "through"]);

/** "head off an attack": where the lexicon knows verb and particle, the noun is the object. */
function mendParticles(mended: Mended, frames: Frames, sentence: number): void {
  const { doc } = mended;
  const { start, end } = sentenceWords(doc, sentence);
  for (let verb = start; verb + 2 < end; verb++) {
    const particle = verb + 1;
    const form = doc.form[particle]!.toLowerCase();
    if (doc.upos[verb] !== POS.verb || (!PARTICLES.has(form) && !LOOSE.has(form))) continue;
    const noun = doc.head[particle]!;
    if (noun === verb) mendObject(mended, verb, particle);
    if (doc.deprel[particle] !== REL.case || noun < 0 || doc.head[noun] !== verb) continue;
    if (doc.deprel[noun] !== REL.obl || childOf(doc, verb, REL.obj) >= 0) continue;
    if (!hasParticle(frames, doc.lemma[verb]!.toLowerCase(), form)) continue;
    if (LOOSE.has(form) && (doc.upos[noun] !== POS.noun || isTerm(doc, noun))) continue;
    attach(mended, particle, verb, REL.particle);
    attach(mended, noun, verb, REL.obj);
  }
}

/** "wrote off Samoa's debt": a noun without a preposition right after verb and particle is the object. */
function mendObject(mended: Mended, verb: number, particle: number): void {
  const { doc } = mended;
  if (doc.deprel[particle] !== REL.particle || childOf(doc, verb, REL.obj, REL.nsubjPass) >= 0) return;
  for (const child of children(doc, verb)) {
    if (child <= particle || child > particle + 7) continue;
    const rel = doc.deprel[child]!;
    if (rel !== REL.obl && rel !== REL.oblUnmarked) return;
    if (caseOf(doc, child) !== "" || TIMES.has(doc.lemma[child]!.toLowerCase()) || isTerm(doc, child)) return;
    for (let word = particle + 1; word < child; word++) {
      let above = word;
      while (above >= 0 && above !== child) above = doc.head[above]!;
      if (above < 0) return;
    }
    attach(mended, child, verb, REL.obj);
    return;
  }
}

function hasParticle(frames: Frames, verb: string, particle: string): boolean {
  const fits = ({ pattern }: { pattern: Operator["pattern"] }): boolean =>
    pattern.pos === "v" && pattern.after.length === 1 && pattern.after[0] === particle;
  return (frames.operators.get(verb)?.some(fits) ?? false) || (frames.senses.get(verb)?.some(fits) ?? false);
}

/** "strikes on the city threatened by rebels": a participle taken for the head of the phrase before it. */
function mendReduced(mended: Mended, frames: Frames, sentence: number): void {
  const { doc } = mended;
  const { start, end } = sentenceWords(doc, sentence);
  for (let verb = start + 2; verb < end; verb++) {
    const rel = doc.deprel[verb]!;
    if (doc.upos[verb] !== POS.verb || (rel !== REL.obl && rel !== REL.nmod)) continue;
    if (!isParticiple(doc, verb)) continue;
    const noun = verb - 1;
    if (doc.head[noun] !== verb || doc.deprel[noun] !== REL.compound || !isNominal(doc, noun)) continue;
    const marker = childOf(doc, verb, REL.case);
    if (marker < 0 || marker > noun) continue;
    const before = marker - 1;
    const isEvent =
      before >= start &&
      isNominal(doc, before) &&
      frames.senses.has(singular(doc.lemma[before]!.toLowerCase()));
    attach(mended, noun, isEvent ? before : doc.head[verb]!, isEvent ? REL.nmod : rel);
    for (const child of children(doc, verb))
      if (child < noun) attach(mended, child, noun, doc.deprel[child]!);
    attach(mended, verb, isEvent ? before : noun, REL.acl);
  }
}

/** "told reporters that Moscow remains": the clause belongs to the telling, not to the reporters. */
function mendTold(mended: Mended, frames: Frames, sentence: number): void {
  const { doc } = mended;
  const { start, end } = sentenceWords(doc, sentence);
  for (let clause = start; clause < end; clause++) {
    const rel = doc.deprel[clause]!;
    if (rel !== REL.acl && rel !== REL.relcl && rel !== REL.advcl) continue;
    const noun = doc.head[clause]!;
    if (noun < 0 || noun > clause || !isNominal(doc, noun)) continue;
    const verb = doc.head[noun]!;
    if (verb < 0 || verb > noun || !isVerbal(doc, verb)) continue;
    const place = doc.deprel[noun]!;
    if (place !== REL.obj && place !== REL.iobj && place !== REL.obl) continue;
    const that = thatOf(doc, clause);
    const subject = childOf(doc, clause, REL.nsubj, REL.nsubjPass);
    if (that < 0 || subject < 0 || subject === that) continue;
    if (!takes(frames, doc.lemma[verb]!, "v", "that") || childOf(doc, verb, REL.ccomp) >= 0) continue;
    attach(mended, clause, verb, REL.ccomp);
    attach(mended, that, clause, REL.mark);
  }
}

/** "made clear that, to avoid war, they must go": a that-clause taken for a remark beside the verb of saying. */
function mendRemarks(mended: Mended, frames: Frames, sentence: number): void {
  const { doc } = mended;
  const { start, end } = sentenceWords(doc, sentence);
  for (let clause = start; clause < end; clause++) {
    const verb = doc.head[clause]!;
    if (doc.deprel[clause] !== REL.parataxis || verb < 0 || verb > clause || !saysThat(frames, doc, verb))
      continue;
    const that = thatOf(doc, clause);
    const subject = childOf(doc, clause, REL.nsubj, REL.nsubjPass);
    if (that < verb || subject < 0 || subject === that || childOf(doc, verb, REL.ccomp) >= 0) continue;
    attach(mended, clause, verb, REL.ccomp);
    attach(mended, that, clause, REL.mark);
    for (const child of children(doc, verb))
      if (child > that && child < clause && doc.deprel[child] === REL.advcl)
        attach(mended, child, clause, REL.advcl);
  }
}

function thatOf(doc: Document, clause: number): number {
  for (const child of children(doc, clause))
    if (child < clause && doc.form[child]!.toLowerCase() === "that") return child;
  return -1;
}

/** Verbs that tell of somebody else's offer or threat: the infinitive after it is not their own. */
const REPORTING: ReadonlySet<string> = new Set([
  "confirm",
  "report",
  "announce",
  "repeat",
  "acknowledge",
  "deny",
]);

/** "accepted a proposal for the agency to investigate": the infinitive belongs to the proposal. */
function mendGoverned(mended: Mended, frames: Frames, sentence: number): void {
  const { doc } = mended;
  const { start, end } = sentenceWords(doc, sentence);
  for (let clause = start; clause < end; clause++) {
    if (doc.deprel[clause] !== REL.advcl && doc.deprel[clause] !== REL.xcomp) continue;
    const verb = doc.head[clause]!;
    if (verb < 0 || verb > clause || !isVerbal(doc, verb) || !isInfinitive(doc, clause)) continue;
    if (takes(frames, doc.lemma[verb]!, "v", "inf") && !REPORTING.has(doc.lemma[verb]!)) continue;
    const noun = governing(doc, frames, verb, clause);
    if (noun >= 0) attach(mended, clause, noun, REL.acl);
  }
}

/** The last noun between a verb and an infinitive that takes infinitives, with nothing but its own phrase between. */
function governing(doc: Document, frames: Frames, verb: number, clause: number): number {
  for (let i = clause - 1; i > verb; i--) {
    if (doc.upos[i] === POS.punct && !'()[]"“”'.includes(doc.form[i]!)) return -1;
    if (doc.upos[i] !== POS.noun || doc.head[i] !== verb) continue;
    return takes(frames, doc.lemma[i]!, "n", "inf") ? i : -1;
  }
  return -1;
}

const SWALLOWED: ReadonlySet<number> = new Set([REL.conj, REL.parataxis, REL.dep]);

/** "that, in order to avoid an attack, Belgrade must end": the finite clause governs the infinitive before it. */
function mendFronted(mended: Mended, frames: Frames, sentence: number): void {
  const { doc } = mended;
  const { start, end } = sentenceWords(doc, sentence);
  for (let clause = start; clause < end; clause++) {
    if (!SWALLOWED.has(doc.deprel[clause]!)) continue;
    const opener = doc.head[clause]!;
    if (opener < 0 || opener > clause || !isVerbal(doc, opener) || !isInfinitive(doc, opener)) continue;
    if (doc.deprel[opener] !== REL.advcl || childOf(doc, clause, REL.nsubj, REL.nsubjPass) < 0) continue;
    if (childOf(doc, clause, REL.cc) >= 0) continue;
    const above = doc.head[opener]!;
    const isSaid =
      above >= 0 && above < opener && hasThat(doc, above, opener) && saysThat(frames, doc, above);
    attach(mended, clause, above, isSaid ? REL.ccomp : REL.parataxis);
    attach(mended, opener, clause, REL.advcl);
  }
}

function hasThat(doc: Document, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (doc.form[i]!.toLowerCase() === "that") return true;
  return false;
}

function saysThat(frames: Frames, doc: Document, verb: number): boolean {
  return takes(frames, doc.lemma[verb]!, "v", "that");
}

/** "must end the war, withdraw its army and launch talks": bare verbs go with the bare verb before them. */
function mendBareVerbs(mended: Mended, frames: Frames, sentence: number): void {
  const { doc } = mended;
  const { start, end } = sentenceWords(doc, sentence);
  let bare = -1;
  let isListed = false;
  for (let word = start; word < end; word++) {
    if (bare >= 0 && isVerbAsNoun(doc, frames, word, isListed)) {
      takeOutOfNoun(mended, word, mended.deprel[bare] === REL.conj ? mended.head[bare]! : bare);
      bare = word;
      continue;
    }
    if (doc.upos[word] !== POS.verb || !isBareVerb(doc, word)) continue;
    const head = doc.head[word]!;
    if (bare >= 0 && (isNextDemand(mended, word, bare) || (isListed && isLastDemand(doc, word, bare)))) {
      attach(mended, word, mended.deprel[bare] === REL.conj ? mended.head[bare]! : bare, REL.conj);
      isListed = doc.form[word - 1] === ",";
      bare = word;
      continue;
    }
    if (bare >= 0 && isSwallowed(doc, word)) {
      attach(mended, word, doc.deprel[bare] === REL.conj ? mended.head[bare]! : bare, REL.conj);
      attach(mended, head, word, REL.obj);
      bare = word;
      continue;
    }
    const isLoose = doc.deprel[word] === REL.conj && head >= 0 && head < word && !isBareVerb(doc, head);
    if (
      isLoose &&
      bare >= 0 &&
      bare !== head &&
      childOf(doc, word, REL.nsubj, REL.aux) < 0 &&
      !hasTo(doc, word)
    ) {
      const first = doc.deprel[bare] === REL.conj ? mended.head[bare]! : bare;
      if (isNominal(doc, head) || isPastTense(doc, head)) {
        attach(mended, word, first, REL.conj);
        isListed = doc.form[word - 1] === ",";
        takeObject(mended, word, end);
      }
    }
    const isDemanded = doc.deprel[word] === REL.ccomp && thatOf(doc, word) >= 0;
    if (
      hasTo(doc, word) ||
      childOf(doc, word, REL.aux) >= 0 ||
      mended.deprel[word] === REL.conj ||
      isDemanded
    )
      bare = word;
  }
}

/** "that X withdraw, allow …": a second clause of the same verb, without a subject of its own. */
function isNextDemand(mended: Mended, word: number, bare: number): boolean {
  const { doc } = mended;
  const first = mended.deprel[bare] === REL.conj ? mended.head[bare]! : bare;
  if (doc.deprel[word] !== REL.ccomp || doc.head[word] !== doc.head[first] || word < 1) return false;
  if (doc.form[word - 1] !== "," && doc.form[word - 1]!.toLowerCase() !== "and") return false;
  return childOf(doc, word, REL.nsubj, REL.nsubjPass, REL.aux, REL.mark) < 0;
}

/** "withdraw, allow observers to enter and release": the end of the list, taken for part of the infinitive in it. */
function isLastDemand(doc: Document, word: number, bare: number): boolean {
  const head = doc.head[word]!;
  if (doc.deprel[word] !== REL.conj || head < 0 || !hasTo(doc, head) || hasTo(doc, word)) return false;
  return doc.head[head] === bare && doc.deprel[head] === REL.xcomp && childOf(doc, word, REL.cc) >= 0;
}

/** "and launch negotiations": a verb after "and" taken for the first half of a compound noun. */
function isSwallowed(doc: Document, word: number): boolean {
  const head = doc.head[word]!;
  if (doc.deprel[word] !== REL.compound || head <= word || head > word + 3 || word === 0) return false;
  const before = doc.form[word - 1]!.toLowerCase();
  return before === "and" || before === "," || before === "or";
}

/** "from the border and launch talks": the last verb of a list of demands, taken for a part of the noun after it. */
function isVerbAsNoun(doc: Document, frames: Frames, word: number, isListed: boolean): boolean {
  if (doc.upos[word] !== POS.noun || word === 0 || doc.form[word - 1]!.toLowerCase() !== "and") return false;
  const head = doc.head[word]!;
  const isFirst = isListed && doc.deprel[word] === REL.compound && head === word + 1;
  const isSecond = doc.deprel[word] === REL.conj && head >= 0 && head < word && doc.head[head] === word + 1;
  if (!isFirst && !(isSecond && doc.deprel[head] === REL.compound)) return false;
  const lemma = doc.lemma[word]!.toLowerCase();
  const known = [...(frames.senses.get(lemma) ?? []), ...(frames.operators.get(lemma) ?? [])];
  return known.some(({ pattern }) => pattern.pos === "v" && pattern.after.length === 0);
}

/** Makes a verb of it, the noun after it its object; what stood before "and" takes the noun's place. */
function takeOutOfNoun(mended: Mended, word: number, first: number): void {
  const { doc } = mended;
  const noun = word + 1;
  const before = doc.head[word]!;
  if (before !== noun) {
    attach(mended, before, doc.head[noun]!, doc.deprel[noun]!);
    for (const child of children(doc, noun))
      if (child < before) attach(mended, child, before, doc.deprel[child]!);
  }
  mended.upos[word] = POS.verb;
  attach(mended, word, first, REL.conj);
  attach(mended, noun, word, REL.obj);
}

function hasTo(doc: Document, word: number): boolean {
  return isInfinitive(doc, word);
}

function isBareVerb(doc: Document, word: number): boolean {
  return (
    doc.upos[word] === POS.verb &&
    doc.form[word]!.toLowerCase() === doc.lemma[word]!.toLowerCase() &&
    !isPastTense(doc, word)
  );
}

/** A noun right after the verb that hangs on something before it is the verb's object. */
function takeObject(mended: Mended, verb: number, end: number): void {
  const { doc } = mended;
  for (const child of children(doc, verb)) if (child > verb && doc.deprel[child] === REL.obj) return;
  for (let i = verb + 1; i < Math.min(end, verb + 6); i++) {
    if (doc.upos[i] === POS.adp || doc.upos[i] === POS.punct) return;
    if (!isNominal(doc, i) || doc.head[i]! >= verb || (doc.head[i]! > i && doc.head[i]! < end)) continue;
    if (caseOf(doc, i) !== "" && doc.head[i]! === verb) return;
    attach(mended, i, verb, REL.obj);
    return;
  }
}
