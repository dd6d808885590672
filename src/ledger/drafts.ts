import { children, hasDeprel, hasUpos, rangeOf, subtree } from "../document/index.ts";
import type { Act, Party } from "../event/index.ts";
import { AVERTING, FAILING, FULFILLING, kindOfNoun, kindOfWord, WARNING } from "./cues.ts";
import type { EntryKind } from "./entry.ts";
import { matterOf } from "./matter.ts";
import {
  clauseOf,
  type Draft,
  headOf,
  isHarm,
  lemmaOf,
  type Phrase,
  phraseOf,
  type Scope,
  trimmed,
  wordsIn,
} from "./scope.ts";
import { isAmong } from "./sides.ts";

/** The entries that one asserted act puts on the table: what it demands, threatens, offers or promises. */
export function draftsOf(scope: Scope, act: Act): Draft[] {
  if (act.factuality.endsWith("-")) return [];
  switch (act.type) {
    case "REQUEST":
      return demandsOf(scope, act);
    case "THREATEN":
      return threatsOf(scope, act);
    case "AGREE":
    case "CONCEDE":
    case "SUPPORT":
    case "CONSULT":
      return commitmentsOf(scope, act);
    default:
      return [];
  }
}

/** Those who speak for the terms, and those who only pass them on. */
export function voicesOf(act: Act): { issuer: Party | null; conveyors: readonly Party[] } {
  const conveyors = act.actors.filter(({ role }) => role === "conveyor" || role === "mediator");
  if (conveyors.length > 0) {
    const own = act.actors.filter(({ role }) => role !== "conveyor" && role !== "mediator");
    return { issuer: own[0] ?? null, conveyors };
  }
  const isAvoiding = act.condition !== null && isAvoidance(act.condition.cue);
  const isThreatener = act.consequence?.actors.some((party) => isAmong(party, act.actors)) ?? false;
  if (isAvoiding && !isThreatener) return { issuer: null, conveyors: act.actors };
  return { issuer: act.actors[0] ?? null, conveyors: [] };
}

/** Whether a cue says what compliance would spare: "in order to avoid". */
export function isAvoidance(cue: string): boolean {
  return cue.split(" ").some((word) => AVERTING.has(word));
}

/** Contents of a demand: an alternative that does harm ("or face strikes") is its consequence. */
export function consequenceOf(scope: Scope, act: Act): Act | null {
  if (act.consequence !== null) return act.consequence;
  if (act.type !== "REQUEST") return null;
  return act.content.find((content) => isHarm(content) && isAlternative(scope, content.head)) ?? null;
}

function isAlternative({ doc }: Scope, head: number): boolean {
  for (let word = head; word >= 0 && doc.head[word]! >= 0; word = doc.head[word]!) {
    if (!hasDeprel(doc, word, "conj") && !hasDeprel(doc, word, "parataxis")) continue;
    for (const child of children(doc, word))
      if (hasDeprel(doc, child, "cc") && lemmaOf(doc, child) === "or") return true;
  }
  return false;
}

function demandsOf(scope: Scope, act: Act): Draft[] {
  const consequence = consequenceOf(scope, act);
  const contents = act.content.filter((content) => content !== consequence);
  const drafts = contents.map((content) => contentDraft(scope, act, content, "demand"));
  if (drafts.length === 0) {
    const phrase = objectPhrase(scope, act.head);
    if (phrase !== null) drafts.push(make(scope, act, null, "demand", phrase));
  }
  return drafts.map((draft) => ({ ...draft, consequence }));
}

function contentDraft(scope: Scope, act: Act, content: Act, kind: EntryKind): Draft {
  return make(scope, act, content, kind, phraseOf(scope.doc, content, act));
}

/** The phrase or clause that a word speaks of, where it is no coded act. */
function objectPhrase({ doc }: Scope, head: number): Phrase | null {
  for (const relation of ["ccomp", "xcomp", "obj", "nsubj:pass"] as const)
    for (const child of children(doc, head)) {
      if (!hasDeprel(doc, child, relation) || hasUpos(doc, child, "PRON")) continue;
      if (relation === "obj" && isAddressee(doc.form[child]!)) continue;
      return clauseOf(doc, child);
    }
  const { start, end } = subtree(doc, head);
  return end - start > 1 && hasUpos(doc, head, "NOUN") ? clauseOf(doc, head) : null;
}

/** A name as an object is most likely the one addressed. */
function isAddressee(form: string): boolean {
  return /^\p{Lu}/u.test(form);
}

function make(scope: Scope, act: Act, content: Act | null, kind: EntryKind, phrase: Phrase): Draft {
  const { doc } = scope;
  const { issuer, conveyors } = voicesOf(act);
  const last = beforeCondition(scope, act, phrase);
  const range = rangeOf(doc, phrase.start, last);
  const doer = content?.actors[0] ?? null;
  const addressee = addresseeOf(act, kind, content, phrase);
  const isOther = doer !== null && !isAmong(doer, addressee === null ? [] : [addressee]);
  const isIssuers = kind !== "demand" && isAmong(doer, act.actors);
  return {
    ...range,
    id: content === null ? `${act.id}/${kind}` : `${act.id}/${content.id}`,
    kind,
    issuer,
    conveyors,
    addressee,
    performer: isOther && !isIssuers ? doer : null,
    threatener: null,
    matter: matterOf(doc, { ...phrase, end: last }, content),
    general: null,
    text: doc.text.slice(range.from, range.to),
    condition: act.condition,
    consequence: null,
    deadline: null,
    responses: [],
    act,
    content,
  };
}

/** Where a phrase ends that runs into the condition of its act: "strike the port | unless …". */
function beforeCondition({ doc }: Scope, act: Act, { start, end, root }: Phrase): number {
  if (act.condition === null || act.condition.from <= doc.from[root]!) return end;
  let last = end;
  while (last > root + 1 && doc.from[last - 1]! >= act.condition.from) last--;
  return trimmed(doc, start, last, root).end;
}

/** The one spoken to. Those whom the terms themselves name ("to release prisoners") are not; who agrees, agrees with another. */
function addresseeOf(act: Act, kind: EntryKind, content: Act | null, phrase: Phrase): Party | null {
  if (kind === "agreement" && act.recipients.length === 0) return act.actors[1] ?? null;
  const isNamedInside = ({ head }: Party): boolean => head >= phrase.start && head < phrase.end;
  const isTerms = kind === "offer" || kind === "promise" || kind === "proposal";
  const spokenTo = act.recipients.find((party) => !isTerms || !isNamedInside(party));
  return spokenTo ?? (kind === "demand" ? (content?.actors[0] ?? null) : null);
}

function threatsOf(scope: Scope, act: Act): Draft[] {
  const drafts: Draft[] = [];
  const { consequence } = act;
  const harm = consequence ?? null;
  const phrase = harm === null ? objectPhrase(scope, act.head) : threatPhrase(scope, act, harm);
  const threatener = harm?.actors[0] ?? voicesOf(act).issuer ?? null;
  const isOwn = threatener !== null && isAmong(threatener, act.actors);
  const isWarning = WARNING.has(lemmaOf(scope.doc, act.head)) && !isOwn;
  if (phrase !== null && (harm !== null || !isWarning || act.content.length === 0)) {
    const draft = make(scope, act, null, harm === null && isWarning ? "warning" : "threat", phrase);
    const addressee = act.recipients[0] ?? harm?.recipients[0] ?? null;
    const voices = isOwn ? voicesOf(act) : { issuer: null, conveyors: act.actors };
    drafts.push({ ...draft, ...voices, addressee, performer: null, threatener, consequence: harm });
  }
  for (const content of act.content) drafts.push(contentDraft(scope, act, content, "demand"));
  const condition = conditionDemand(scope, act);
  if (
    condition !== null &&
    !drafts.some(({ from, to, kind }) => kind === "demand" && from < condition.to && condition.from < to)
  )
    drafts.push(condition);
  return drafts.map((draft) =>
    draft.kind === "demand" ? { ...draft, consequence: harm, threatener } : draft,
  );
}

/** What is threatened, with the participle that says so: "strikes on the port threatened by the navy". */
function threatPhrase({ doc }: Scope, act: Act, harm: Act): Phrase {
  for (let word = act.head; word >= 0; word = doc.head[word]!)
    if (word === harm.head) return trimmed(doc, subtree(doc, word).start, subtree(doc, word).end, word);
  return hasUpos(doc, harm.head, "VERB") ? phraseOf(doc, harm, act) : clauseOf(doc, harm.head, harm.trigger);
}

/** Whether a condition states what must be done: "unless he goes", "until they withdraw", "if they do not answer". */
function conditionDemand(scope: Scope, act: Act): Draft | null {
  const { doc } = scope;
  if (act.condition === null || isAvoidance(act.condition.cue)) return null;
  const { start, end } = wordsIn(doc, act.condition, act.sentence);
  if (end <= start) return null;
  const root = headOf(doc, start, end);
  if (!hasUpos(doc, root, "VERB")) return null;
  const cue = act.condition.cue;
  const isNegated = isRefusal(scope, root);
  if (cue !== "unless" && cue !== "until" && !(cue === "if" && isNegated)) return null;
  if (isBackward(scope, root)) return null;
  const done = failedVerb(scope, root);
  const first = clauseOf(doc, done);
  const bounds = subtree(doc, done);
  const phrase = trimmed(doc, done, Math.min(end, Math.max(first.end, bounds.end)), done);
  const draft = make(scope, act, null, "demand", phrase);
  return { ...draft, id: `${act.id}/condition` };
}

function isRefusal({ doc }: Scope, root: number): boolean {
  if (FAILING.has(lemmaOf(doc, root))) return true;
  for (const child of children(doc, root)) if (/^(?:not|n't|n’t|never)$/i.test(doc.form[child]!)) return true;
  return false;
}

/** "fails to withdraw": the demand is to withdraw. */
function failedVerb({ doc }: Scope, root: number): number {
  if (!FAILING.has(lemmaOf(doc, root))) return root;
  for (const child of children(doc, root)) if (hasDeprel(doc, child, "xcomp")) return child;
  return root;
}

/** Whether a clause points back at demands made before: "unless it complied", "until these steps were taken". */
export function isBackward({ doc }: Scope, root: number): boolean {
  let named = false;
  let hasObject = false;
  for (const child of children(doc, root)) {
    const isTerm =
      hasDeprel(doc, child, "obj") || hasDeprel(doc, child, "nsubj:pass") || hasDeprel(doc, child, "obl");
    if (!isTerm || child === root) continue;
    hasObject ||= hasDeprel(doc, child, "obj") || hasDeprel(doc, child, "obl");
    const lemma = lemmaOf(doc, child);
    const pointing = [...children(doc, child)].some((word) =>
      /^(?:these|those|its|their|the|his|this|that)$/i.test(doc.form[word]!),
    );
    if (
      kindOfNoun(lemma) === "demand" ||
      (pointing && /^(?:step|measure|demand|condition|term)$/.test(lemma))
    )
      named = true;
    if (/^(?:so|this|that)$/.test(lemma)) named = true;
  }
  if (named) return true;
  return FULFILLING.has(lemmaOf(doc, root)) && !hasObject;
}

/** The word of a condition that points back at earlier demands, or -1. */
export function backwardCondition(scope: Scope, act: Act): boolean {
  if (act.condition === null || isAvoidance(act.condition.cue)) return false;
  const { start, end } = wordsIn(scope.doc, act.condition, act.sentence);
  return end > start && isBackward(scope, headOf(scope.doc, start, end));
}

/** Proposals, offers, promises and agreements. Accepting another's terms is an answer, and none of these. */
function commitmentsOf(scope: Scope, act: Act): Draft[] {
  const { doc } = scope;
  const lemma = triggerLemma(scope, act);
  const hasTwoSides = act.actors.length > 1 || act.recipients.length > 0;
  const kind = kindOfWord(lemma, hasTwoSides);
  if (kind === null || (act.type === "SUPPORT" && kind !== "agreement")) return [];
  if (act.type === "CONSULT" && kind !== "offer" && kind !== "proposal") return [];
  if (act.content.length > 0) return act.content.map((content) => contentDraft(scope, act, content, kind));
  const phrase = objectPhrase(scope, act.head);
  if (phrase === null) return [];
  const noun = kindOfNoun(lemmaOf(doc, phrase.root));
  return [make(scope, act, null, noun === "demand" || noun === null ? kind : noun, phrase)];
}

/** The lemma of an act's own word; of "made an offer" that of the noun. */
export function triggerLemma({ doc }: Scope, act: Act): string {
  return lemmaOf(doc, act.head);
}
