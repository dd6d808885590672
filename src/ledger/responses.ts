import { children, hasDeprel, hasUpos, rangeOf, subtree } from "../document/index.ts";
import type { Act, Party } from "../event/index.ts";
import { kindOfNoun, responseOfWord } from "./cues.ts";
import type { EntryKind, EntryResponse, Response } from "./entry.ts";
import { matterOf } from "./matter.ts";
import { partyOf } from "./party.ts";
import { type Draft, lemmaOf, type Phrase, type Scope, trimmed } from "./scope.ts";
import { isAmong, isSameCountry, isSameSide } from "./sides.ts";

/** An answer: who gives it, how, and the noun that names what is answered, where there is one. */
export interface Answer {
  readonly act: Act;
  readonly response: Response;
  readonly party: Party;
  readonly term: { readonly kind: EntryKind; readonly phrase: Phrase } | null;
  /** Whose terms they are, as the noun phrase says. */
  readonly owner: Party | null;
}

/** The answers that a report's acts give, in text order. */
export function answersOf(scope: Scope): Answer[] {
  const answers: Answer[] = [];
  for (const act of scope.coding.events) {
    const response = responseOfWord(lemmaOf(scope.doc, act.head));
    const party = act.actors[0];
    if (response === null || party === undefined || !isAnswer(act) || act.factuality.endsWith("-")) continue;
    const term = termOf(scope, act.head);
    const owned = term === null ? null : ownedTerm(scope, act, term);
    answers.push({
      act,
      response: hedged(scope, act, response),
      party,
      term: owned?.term ?? null,
      owner: owned?.owner ?? null,
    });
  }
  return answers;
}

function isAnswer(act: Act): boolean {
  return ["AGREE", "CONCEDE", "REJECT", "SUPPORT", "RETREAT", "COOPERATE"].includes(act.type);
}

/** "in principle", "with reservations", "on condition": accepted, and not without more. */
function hedged({ doc }: Scope, act: Act, response: Response): Response {
  if (response !== "accepted") return response;
  if (act.condition !== null && !["until", "unless"].includes(act.condition.cue))
    return "accepted-with-conditions";
  const { start, end } = subtree(doc, act.head);
  for (let i = start; i < end; i++) {
    const lemma = lemmaOf(doc, i);
    if (lemma === "principle" || lemma === "reservation" || lemma === "conditionally")
      return "accepted-with-conditions";
    if (lemma === "condition" && /^(?:with|on|under)$/.test(lemmaOf(doc, i - 1)))
      return "accepted-with-conditions";
  }
  return response;
}

/** The noun that names terms among the objects of an answer, or the subject of a passive one. */
function termOf({ doc }: Scope, head: number): Answer["term"] {
  for (const child of children(doc, head)) {
    const isObject =
      hasDeprel(doc, child, "obj") ||
      hasDeprel(doc, child, "nsubj:pass") ||
      hasDeprel(doc, child, "obl") ||
      hasDeprel(doc, child, "nmod");
    const kind = isObject ? kindOfNoun(lemmaOf(doc, child)) : null;
    if (kind === null) continue;
    const { start, end } = subtree(doc, child);
    return { kind, phrase: withInfinitive(doc, trimmed(doc, start, end, child)) };
  }
  return null;
}

/** "a proposal for observers to watch the border": the infinitive belongs to the terms, wherever the parser hangs it. */
function withInfinitive(doc: Scope["doc"], phrase: Phrase): Phrase {
  const to = phrase.end;
  if (doc.form[to]?.toLowerCase() !== "to" || !hasUpos(doc, to, "PART")) return phrase;
  const isFor = [...children(doc, phrase.root)].some(
    (child) => hasDeprel(doc, child, "nmod") && caseOf(doc, child) === "for",
  );
  const verb = doc.head[to]!;
  if (!isFor || verb <= to || !hasUpos(doc, verb, "VERB")) return phrase;
  return trimmed(doc, phrase.start, Math.max(subtree(doc, verb).end, phrase.end), phrase.root);
}

function caseOf(doc: Scope["doc"], word: number): string {
  for (const child of children(doc, word)) if (hasDeprel(doc, child, "case")) return lemmaOf(doc, child);
  return "";
}

/** The act that the terms are about: a content of the answer, or one that its words hold. */
function contentOf(act: Act, { start, end }: Phrase): Act | null {
  const held = [...act.content, ...act.purpose].find(({ head }) => head >= start && head < end);
  return held ?? (act.purpose.length === 0 ? (act.content[0] ?? null) : null);
}

/** Who would do it, as "for X to do" says, before the content's own actor. */
function performerOf(scope: Scope, content: Act | null, phrase: Phrase): Party | null {
  const { doc, mentions } = scope;
  if (content !== null && content.head > phrase.root)
    for (const child of children(doc, phrase.root)) {
      if (!hasDeprel(doc, child, "nmod") || caseOf(doc, child) !== "for" || child > content.head) continue;
      const mention = mentions.mentions[mentions.mentionOfHead[child]!];
      if (mention !== undefined) return partyOf(scope, mention);
    }
  return content?.actors[0] ?? null;
}

/** Terms with their author, who may stand right behind them: "the offer | by the premier". */
function ownedTerm(
  scope: Scope,
  act: Act,
  term: NonNullable<Answer["term"]>,
): Pick<Answer, "term" | "owner"> {
  const { doc } = scope;
  const owner = ownerOf(scope, act, term.phrase);
  if (owner !== null) return { term, owner };
  const { phrase } = term;
  const behind = act.recipients.find(
    (party) =>
      party.from > doc.to[phrase.end - 1]! &&
      /^\s+(?:by|from)\s+$/.test(doc.text.slice(doc.to[phrase.end - 1]!, party.from)),
  );
  if (behind === undefined) return { term, owner: null };
  let end = phrase.end;
  while (end < doc.wordCount && doc.to[end]! <= behind.to) end++;
  return { term: { ...term, phrase: { ...phrase, end } }, owner: behind };
}

/** The author of terms: a party of the answer that stands inside the noun phrase, or a mention there that owns it. */
function ownerOf({ doc, mentions }: Scope, act: Act, phrase: Phrase): Party | null {
  const isIn = (party: Party): boolean => party.head >= phrase.start && party.head < phrase.end;
  const owns = (head: number): boolean => {
    for (const relation of ["nmod:poss", "amod", "compound", "nmod"] as const)
      if (doc.head[head] === phrase.root && hasDeprel(doc, head, relation)) return true;
    return false;
  };
  const recipient = act.recipients.find(
    (party) => isIn(party) && (owns(party.head) || mentions.mentionOfHead[party.head]! >= 0),
  );
  return recipient ?? null;
}

/** Ties each answer to the entry it answers, and makes an entry of terms that only the answer tells of. */
export function tieAnswers(scope: Scope, drafts: Draft[]): Map<Answer, Draft> {
  const tied = new Map<Answer, Draft>();
  for (const answer of answersOf(scope)) {
    const draft = answeredDraft(scope, drafts, answer) ?? toldDraft(scope, answer);
    if (draft === null) continue;
    if (!drafts.includes(draft)) drafts.push(draft);
    tied.set(answer, draft);
    draft.responses = withResponse(draft.responses, {
      party: answer.party,
      response: answer.response,
      event: answer.act.id,
    });
  }
  return tied;
}

function withResponse(known: readonly EntryResponse[], next: EntryResponse): readonly EntryResponse[] {
  const isThere = known.some(({ event, response }) => event === next.event && response === next.response);
  return isThere ? known : [...known, next];
}

const REACH = 3;

/** The entry of the report that is answered: same kind and author, or the only near one that the text can mean. */
function answeredDraft(scope: Scope, drafts: readonly Draft[], answer: Answer): Draft | null {
  const { act, party, term, owner } = answer;
  if (term === null) return sameContent(drafts, answer);
  const isOpenKind = (draft: Draft): boolean =>
    draft.kind === term.kind ||
    (term.kind !== "demand" && (draft.kind === "proposal" || draft.kind === "offer"));
  const near = drafts.filter(
    (draft) =>
      isOpenKind(draft) &&
      draft.act.id !== act.id &&
      draft.from < scope.doc.from[act.head]! &&
      act.sentence - draft.act.sentence <= REACH &&
      !isSameSide(draft.issuer, party) &&
      !isEarlier(act, draft.act) &&
      (draft.issuer === null ||
        act.recipients.length === 0 ||
        act.recipients.some((other) => isSameCountry(other, draft.issuer))) &&
      (term.kind !== "demand" || draft.addressee === null || isSameCountry(draft.addressee, party)),
  );
  if (owner !== null) return near.findLast((draft) => isSameSide(draft.issuer, owner)) ?? null;
  const plain = !isSpelledOut(scope, term.phrase);
  return plain && near.length > 0 ? near.at(-1)! : null;
}

/** Whether an answer is older than what it would answer. */
function isEarlier(answer: Act, terms: Act): boolean {
  const [last, first] = [answer.date?.last ?? null, terms.date?.first ?? null];
  return last !== null && first !== null && last < first;
}

/** Whether a noun phrase says itself what the terms are: "a plan for a ceasefire". */
function isSpelledOut({ doc }: Scope, { root, start, end }: Phrase): boolean {
  for (const child of children(doc, root)) {
    if (child < start || child >= end || child < root) continue;
    if (hasDeprel(doc, child, "acl") || hasDeprel(doc, child, "nmod")) return true;
  }
  return false;
}

/** "refused to withdraw its guns": the demand to withdraw them is answered. */
function sameContent(drafts: readonly Draft[], { act, party }: Answer): Draft | null {
  const [content] = act.content;
  if (content === undefined) return null;
  const matching = drafts.filter(
    (draft) =>
      draft.content !== null &&
      draft.act.id !== act.id &&
      draft.content.type === content.type &&
      draft.content.modes.join() === content.modes.join() &&
      draft.act.sentence <= act.sentence &&
      (isSameCountry(draft.performer ?? draft.addressee, party) ||
        (draft.addressee === null && draft.performer === null)) &&
      !isSameSide(draft.issuer, party),
  );
  return matching.length === 1 ? matching[0]! : null;
}

/** "accepted a plan of the envoys": a proposal that only its acceptance tells of. Its author must be named. */
function toldDraft(scope: Scope, answer: Answer): Draft | null {
  const { act, term, owner, party, response } = answer;
  const { doc } = scope;
  if (term === null || term.kind === "agreement" || term.kind === "promise") return null;
  if (owner === null && !isSpelledOut(scope, term.phrase)) return null;
  if (isSameSide(owner, party)) return null;
  const range = rangeOf(doc, term.phrase.start, term.phrase.end);
  const content = contentOf(act, term.phrase);
  const doer = performerOf(scope, content, term.phrase);
  const isParty = isAmong(doer, [party, ...(owner === null ? [] : [owner])]);
  return {
    ...range,
    id: `${act.id}/${term.kind}`,
    kind: term.kind,
    issuer: owner,
    conveyors: [],
    addressee:
      response === "accepted" || response === "accepted-with-conditions" || term.kind === "demand"
        ? party
        : null,
    performer: isParty ? null : doer,
    threatener: null,
    matter:
      content === null
        ? matterOf(doc, term.phrase, null)
        : matterOf(doc, { ...term.phrase, root: content.head }, content),
    general: null,
    text: doc.text.slice(range.from, range.to),
    condition: null,
    consequence: null,
    deadline: null,
    responses: [],
    act,
    content,
  };
}
