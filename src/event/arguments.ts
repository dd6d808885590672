import { children, type Document } from "../document/index.ts";
import type { Mentions } from "../mention/index.ts";
import { clausesOf, gerundsOf, infinitivesOf } from "./complements.ts";
import {
  caseOf,
  childOf,
  coordinated,
  firstConjunct,
  isGerund,
  isNominal,
  isParticiple,
  isPassive,
  isPastTense,
  isRelativePronoun,
  isVerbal,
  markOf,
  POS,
  REL,
} from "./grammar.ts";

/** Prepositions that one name of a place stands for: `in` also takes "inside" and "within". */
const KIN: Readonly<Record<string, readonly string[]>> = {
  with: ["with", "alongside"],
  in: ["in", "inside", "within", "into"],
  on: ["on", "upon", "onto"],
  against: ["against"],
  to: ["to", "towards", "toward"],
  between: ["between", "among", "amongst"],
  from: ["from"],
  of: ["of"],
  for: ["for"],
  about: ["about", "over", "regarding", "concerning"],
};

function fits(found: string, wanted: string): boolean {
  return found === wanted || (KIN[wanted]?.includes(found) ?? false);
}

/** The head words that stand in a place of a trigger; a coordination by its first member. */
export function fillersOf(doc: Document, mentions: Mentions, word: number, slot: string): number[] {
  switch (slot) {
    case "subj":
      return subjectsOf(doc, word);
    case "obj":
      return objectsOf(doc, word);
    case "iobj":
      return relationsOf(doc, word, REL.iobj);
    case "poss":
      return relationsOf(doc, word, REL.poss);
    case "name":
      return namesBefore(doc, mentions, word);
    case "inf":
      return infinitivesOf(doc, word);
    case "that":
      return clausesOf(doc, word);
    case "ger":
      return gerundsOf(doc, word);
    case "mod":
      return modifiersBefore(doc, word);
    case "pred":
      return predicatesOf(doc, word);
    case "head": {
      const head = doc.head[word]!;
      return head >= 0 ? [head] : [];
    }
    default:
      return isVerbal(doc, word) || isPredicate(doc, word)
        ? obliquesOf(doc, word, slot)
        : modifiersOf(doc, word, slot);
  }
}

/** Adjectives and nouns before a noun ("a joint naval exercise"), adverbs of a verb ("patrolled together"). */
function modifiersBefore(doc: Document, word: number): number[] {
  return relationsOf(doc, word, REL.amod, REL.compound, REL.advmod);
}

/** What the object is called: "called it a crime", "branded the raid illegal", "described the vote as a farce". */
function predicatesOf(doc: Document, word: number): number[] {
  const found: number[] = [];
  for (const child of children(doc, word)) {
    if (child < word) continue;
    const rel = doc.deprel[child]!;
    const isBare = rel === REL.xcomp && !isVerbal(doc, child);
    const isNamed = caseOf(doc, child) === "as" || markOf(doc, child) === "as";
    if (
      isBare ||
      (isNamed && (rel === REL.obl || rel === REL.advcl || rel === REL.xcomp || rel === REL.nmod))
    )
      found.push(child);
    else if (rel === REL.obj)
      for (const inner of children(doc, child))
        if (inner > child && (caseOf(doc, inner) === "as" || markOf(doc, inner) === "as")) found.push(inner);
  }
  return found;
}

/** Adjectives and nouns that are predicates ("is opposed to") take obliques as verbs do. */
function isPredicate(doc: Document, word: number): boolean {
  return !isNominal(doc, word) || childOf(doc, word, REL.cop) >= 0;
}

function relationsOf(doc: Document, word: number, ...relations: number[]): number[] {
  const found: number[] = [];
  for (const child of children(doc, word)) if (relations.includes(doc.deprel[child]!)) found.push(child);
  return found;
}

/** Names that stand before a noun without a genitive: "NATO strikes", "the Russian offer". */
function namesBefore(doc: Document, mentions: Mentions, word: number): number[] {
  const found: number[] = [];
  for (const child of children(doc, word)) {
    if (child > word) break;
    const rel = doc.deprel[child]!;
    if (rel !== REL.compound && rel !== REL.amod && rel !== REL.nmodDesc && rel !== REL.nmod) continue;
    if (mentions.mentionOfHead[child]! >= 0) found.push(child);
    else if (rel === REL.compound) found.push(...namesBefore(doc, mentions, child));
  }
  return found;
}

/** What a pronoun of a relative clause stands for, or the word itself. */
export function antecedentOf(doc: Document, word: number): number {
  if (!isRelativePronoun(doc, word)) return word;
  for (let clause = doc.head[word]!; clause >= 0; clause = doc.head[clause]!) {
    const rel = doc.deprel[clause]!;
    if (rel === REL.relcl || rel === REL.acl || rel === REL.advclRelcl) return doc.head[clause]!;
    if (rel === REL.root) break;
  }
  return word;
}

/** Who does what a verb says: its subject, the agent of a passive, or whom grammar puts in their place. */
export function subjectsOf(doc: Document, word: number): number[] {
  return isPassive(doc, word) ? agentsOf(doc, word) : activeSubjects(doc, word, 0);
}

function agentsOf(doc: Document, word: number): number[] {
  const found = relationsOf(doc, word, REL.agent);
  if (found.length > 0) return found;
  for (const child of children(doc, word))
    if ((doc.deprel[child] === REL.obl || doc.deprel[child] === REL.nmod) && caseOf(doc, child) === "by")
      found.push(child);
  if (found.length === 0) found.push(...agentsBeside(doc, word));
  if (found.length > 0 || doc.deprel[word] !== REL.conj) return found;
  const first = firstConjunct(doc, word);
  return isPassive(doc, first) ? agentsOf(doc, first) : [];
}

/** "received on Thursday by the minister": parsers hang the agent on the day or the place before it. */
function agentsBeside(doc: Document, word: number): number[] {
  for (const child of children(doc, word)) {
    const rel = doc.deprel[child]!;
    if (child < word || (rel !== REL.obl && rel !== REL.oblUnmarked)) continue;
    if (doc.upos[child] !== POS.propn && rel !== REL.oblUnmarked) continue;
    for (const inner of children(doc, child))
      if (inner > child && doc.deprel[inner] === REL.nmod && caseOf(doc, inner) === "by") return [inner];
  }
  return [];
}

/** The grammatical subject, shared or controlled where the clause has none of its own. */
export function activeSubjects(doc: Document, word: number, depth: number): number[] {
  const own: number[] = [];
  for (const child of children(doc, word)) {
    const rel = doc.deprel[child]!;
    if (rel === REL.nsubj || rel === REL.nsubjOuter || rel === REL.nsubjPass)
      own.push(antecedentOf(doc, child));
  }
  if (own.length > 0) return own;
  const head = doc.head[word]!;
  if (head < 0 || depth > 12) return [];
  const rel = doc.deprel[word]!;
  if (rel === REL.conj) return sharedSubject(doc, word, head, depth);
  if (rel === REL.xcomp) return controllerOf(doc, word, head, depth);
  if (rel === REL.advcl || rel === REL.ccomp || rel === REL.parataxis || rel === REL.dep) {
    if (rel !== REL.advcl && !isGerund(doc, word) && markOf(doc, word) !== "") return [];
    return isVerbal(doc, head) || !isNominal(doc, head) ? grammaticalSubject(doc, head, depth + 1) : [];
  }
  if (rel === REL.amod && isActiveForm(doc, word)) return [head];
  if (rel === REL.acl || rel === REL.relcl) return modifiedSubject(doc, word, head, depth);
  if (rel === REL.obl || rel === REL.nmod) return grammaticalSubject(doc, head, depth + 1);
  return [];
}

function grammaticalSubject(doc: Document, word: number, depth: number): number[] {
  return activeSubjects(doc, word, depth);
}

function sharedSubject(doc: Document, word: number, head: number, depth: number): number[] {
  if (isNominal(doc, head) && !isNominal(doc, word) && childOf(doc, head, REL.cop) < 0) return [];
  return activeSubjects(doc, head, depth + 1);
}

/** "urged Iran to stop" is Iran's stopping; "agreed to stop" and "was urged to stop" the subject's. */
function controllerOf(doc: Document, word: number, head: number, depth: number): number[] {
  const object = childOf(doc, head, REL.obj, REL.iobj);
  const isPromise = doc.lemma[head] === "promise" || doc.lemma[head] === "vow";
  if (object >= 0 && object < word && !isPromise && isVerbal(doc, head)) return [antecedentOf(doc, object)];
  return activeSubjects(doc, head, depth + 1);
}

/** The noun that a clause modifies: "troops attacking", "efforts to avert" (whose efforts they are). */
function modifiedSubject(doc: Document, word: number, head: number, depth: number): number[] {
  if (doc.deprel[word] === REL.relcl) return [];
  if (isGerund(doc, word) || isActiveForm(doc, word)) return [head];
  for (const child of children(doc, head))
    if (child < word && doc.deprel[child] === REL.nmod && caseOf(doc, child) === "for") return [child];
  const owner = childOf(doc, head, REL.poss);
  if (owner >= 0) return [owner];
  for (const child of children(doc, word))
    if (doc.deprel[child] === REL.mark && doc.lemma[child] === "for") return [];
  const above = doc.head[head]!;
  const by = modifiersOf(doc, head, "by");
  if (by.length > 0) return by;
  return above >= 0 && isVerbal(doc, above) ? activeSubjects(doc, above, depth + 1) : [];
}

/** "fighters abducted dozens": a past form with an object, hung on its subject. */
function isActiveForm(doc: Document, word: number): boolean {
  if (!isParticiple(doc, word) && !isPastTense(doc, word)) return false;
  return doc.head[word]! < word && childOf(doc, word, REL.obj) > word && childOf(doc, word, REL.mark) < 0;
}

/** What a verb's action falls on: its object, the subject of a passive, or the noun that a participle modifies. */
export function objectsOf(doc: Document, word: number): number[] {
  if (isPassive(doc, word)) {
    const rel = doc.deprel[word]!;
    const subject = childOf(doc, word, REL.nsubjPass, REL.nsubj);
    if (subject >= 0) return [antecedentOf(doc, subject)];
    if (rel === REL.acl || rel === REL.relcl || rel === REL.amod) return [doc.head[word]!];
    return activeSubjects(doc, word, 0);
  }
  const own = childOf(doc, word, REL.obj);
  if (own >= 0) return [antecedentOf(doc, own)];
  const indirect = childOf(doc, word, REL.iobj);
  if (indirect >= 0) return [antecedentOf(doc, indirect)];
  if (doc.deprel[word] === REL.relcl && childOf(doc, word, REL.nsubj) >= 0 && !hasComplement(doc, word))
    return [doc.head[word]!];
  return sharedObject(doc, word);
}

function hasComplement(doc: Document, word: number): boolean {
  return childOf(doc, word, REL.xcomp, REL.ccomp, REL.obl) >= 0;
}

/** "attacked and killed civilians": the first verb takes the object of the second. */
function sharedObject(doc: Document, word: number): number[] {
  for (const child of children(doc, word)) {
    if (doc.deprel[child] !== REL.conj || !isVerbal(doc, child)) continue;
    if (childOf(doc, child, REL.nsubj, REL.nsubjPass, REL.auxPass) >= 0) continue;
    if (childOf(doc, word, REL.obl, REL.xcomp, REL.ccomp) >= 0) continue;
    const object = childOf(doc, child, REL.obj);
    if (object >= 0) return [antecedentOf(doc, object)];
  }
  return [];
}

/** Phrases with a preposition that hang on a verb, or, as parsers often have it, on its object. */
export function obliquesOf(doc: Document, word: number, preposition: string): number[] {
  const found: number[] = [];
  for (const child of children(doc, word)) {
    const rel = doc.deprel[child]!;
    if (rel === REL.obl || rel === REL.agent || rel === REL.nmod) {
      if (fits(caseOf(doc, child), preposition)) found.push(antecedentOf(doc, child));
    } else if (rel === REL.advcl && isGerund(doc, child) && fits(markOf(doc, child), preposition)) {
      found.push(child);
    } else if (preposition === "to" && rel === REL.iobj) found.push(child);
  }
  if (found.length > 0) return found;
  for (const child of children(doc, word)) {
    const rel = doc.deprel[child]!;
    if (child < word || (rel !== REL.obj && rel !== REL.obl && rel !== REL.xcomp && rel !== REL.iobj))
      continue;
    for (const joined of coordinated(doc, child)) {
      found.push(...prepositional(doc, joined, preposition));
      for (const measured of children(doc, joined))
        if (measured > joined && isMeasured(doc, measured))
          found.push(...prepositional(doc, measured, preposition));
    }
  }
  if (found.length > 0) return found;
  return besideComplement(doc, word, preposition);
}

/** "remains opposed to": the phrase after a complement that parsers hang on the verb above it. */
function besideComplement(doc: Document, word: number, preposition: string): number[] {
  const verb = doc.head[word]!;
  if (doc.deprel[word] !== REL.xcomp || verb < 0) return [];
  const found: number[] = [];
  for (const child of children(doc, verb))
    if (child > word && doc.deprel[child] === REL.obl && fits(caseOf(doc, child), preposition))
      found.push(antecedentOf(doc, child));
  return found;
}

/** Nouns with a preposition that hang on a noun, gerunds included ("of killing"). */
function prepositional(doc: Document, word: number, preposition: string): number[] {
  const found: number[] = [];
  for (const child of children(doc, word)) {
    const rel = doc.deprel[child]!;
    if (child < word) continue;
    if ((rel === REL.nmod || rel === REL.obl || rel === REL.agent) && fits(caseOf(doc, child), preposition))
      found.push(antecedentOf(doc, child));
    else if ((rel === REL.acl || rel === REL.advcl) && fits(markOf(doc, child), preposition))
      found.push(child);
  }
  return found;
}

/** Phrases with a preposition that belong to a noun, whether they hang on it, on its modifiers or on its verb. */
export function modifiersOf(doc: Document, word: number, preposition: string): number[] {
  const found = prepositional(doc, word, preposition);
  if (found.length > 0) return found;
  if (preposition === "by") {
    for (const child of children(doc, word))
      if ((doc.deprel[child] === REL.acl || doc.deprel[child] === REL.relcl) && isCarriedOut(doc, child))
        found.push(...agentsOf(doc, child));
    if (found.length > 0) return found;
  }
  if (preposition === "of") return ofBeyond(doc, word);
  for (const child of children(doc, word))
    if (child > word && (doc.deprel[child] === REL.nmod || doc.deprel[child] === REL.acl))
      found.push(...prepositional(doc, child, preposition));
  if (found.length > 0) return found;
  if (isMeasured(doc, word)) found.push(...prepositional(doc, doc.head[word]!, preposition));
  return found.length > 0 ? found : besideNoun(doc, word, preposition);
}

/** "the kidnapping last week of three aid workers", "the arrest by police of its leader": what stands between takes it. */
function ofBeyond(doc: Document, word: number): number[] {
  for (const child of children(doc, word)) {
    const rel = doc.deprel[child]!;
    if (child < word) continue;
    const isTime = rel === REL.nmodUnmarked || rel === REL.oblUnmarked;
    if (!isTime && !((rel === REL.nmod || rel === REL.agent) && caseOf(doc, child) === "by")) continue;
    const found = prepositional(doc, child, "of");
    if (found.length > 0) return found;
  }
  return [];
}

const PERFORM = new Set([
  "carry",
  "conduct",
  "commit",
  "launch",
  "stage",
  "mount",
  "lead",
  "perpetrate",
  "make",
]);

function isCarriedOut(doc: Document, word: number): boolean {
  return PERFORM.has(doc.lemma[word]!) && isPassive(doc, word);
}

/** "two hours of talks", "a round of negotiations". */
function isMeasured(doc: Document, word: number): boolean {
  const head = doc.head[word]!;
  return doc.deprel[word] === REL.nmod && head >= 0 && isNominal(doc, head) && caseOf(doc, word) === "of";
}

/** "held talks in Geneva with Iran": the phrase hangs on the verb, after the noun it belongs to. */
function besideNoun(doc: Document, noun: number, preposition: string): number[] {
  let word = noun;
  for (let depth = 0; depth < 3 && isMeasured(doc, word); depth++) word = doc.head[word]!;
  const verb = doc.head[word]!;
  const rel = doc.deprel[word]!;
  if (verb < 0 || (rel !== REL.obj && rel !== REL.nsubjPass && rel !== REL.obl && rel !== REL.nsubj))
    return [];
  if (!isVerbal(doc, verb)) return [];
  const found: number[] = [];
  for (const child of children(doc, verb))
    if (child > word && doc.deprel[child] === REL.obl && fits(caseOf(doc, child), preposition))
      found.push(antecedentOf(doc, child));
  return found;
}
