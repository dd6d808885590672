import { children, type Document, rangeOf, subtree } from "../document/index.ts";
import type { Mentions } from "../mention/index.ts";
import type { Attribution, Party } from "./act.ts";
import { fillersOf } from "./arguments.ts";
import type { Frames } from "./frames.ts";
import { isNominal, REL } from "./grammar.ts";
import type { Node } from "./links.ts";
import { partiesAt } from "./parties.ts";

interface Look {
  readonly doc: Document;
  readonly mentions: Mentions;
  readonly frames: Frames;
}

/** A source named beside a clause: "according to the ministry". */
export interface SideSource {
  /** The head of the clause that rests on it. */
  readonly clause: number;
  /** The noun that is the source. */
  readonly word: number;
  readonly cue: number;
}

/** All "according to" phrases of a document. */
export function sideSources(doc: Document): SideSource[] {
  const found: SideSource[] = [];
  for (let cue = 0; cue < doc.wordCount; cue++) {
    if (doc.form[cue]!.toLowerCase() !== "according") continue;
    let word = doc.head[cue]!;
    if (word >= 0 && !isNominal(doc, word)) word = nextNoun(doc, cue);
    else if (word < cue) word = nextNoun(doc, cue);
    if (word < 0) continue;
    let clause = doc.head[word]!;
    if (clause === cue) clause = doc.head[cue]!;
    if (clause >= 0) found.push({ clause, word, cue });
  }
  return found;
}

function nextNoun(doc: Document, cue: number): number {
  for (const child of children(doc, cue)) if (isNominal(doc, child)) return child;
  return -1;
}

/** The chain of those who say so, outermost first. */
export function attributionsOf(
  look: Look,
  speakers: readonly Node[],
  sides: readonly SideSource[],
  word: number,
): Attribution[] {
  const chain: Attribution[] = [];
  for (const { clause, word: source, cue } of sides)
    if (isUnder(look.doc, word, clause)) chain.push(sideAttribution(look, source, cue));
  for (const node of speakers) {
    const attribution = voiceOf(look, node);
    if (attribution !== null) chain.push(attribution);
  }
  return chain;
}

function isUnder(doc: Document, word: number, clause: number): boolean {
  for (let i = word; i >= 0; i = doc.head[i]!) if (i === clause) return true;
  return false;
}

function sideAttribution(look: Look, source: number, cue: number): Attribution {
  const { from, to } = rangeOf(look.doc, cue, cue + 1);
  return { speaker: speakerAt(look, source), addressee: null, cue: "according to", date: null, from, to };
}

/** Who speaks with this word, to whom; null where the text names nobody. */
function voiceOf(look: Look, node: Node): Attribution | null {
  const { doc, mentions } = look;
  const subjects = node.operator!.actor.flatMap((slot) => fillersOf(doc, mentions, node.word, slot));
  if (subjects.length === 0) return null;
  const { from, to } = rangeOf(doc, node.word, node.word + 1);
  let addressee: Party | null = null;
  for (const slot of node.operator!.addressee) {
    const heads = fillersOf(doc, mentions, node.word, slot).filter((head) => isNominal(doc, head));
    if (heads.length === 0 || addressee !== null) continue;
    addressee = speakerAt(look, heads[0]!);
  }
  return {
    speaker: speakerAt(look, subjects[0]!),
    addressee,
    cue: doc.form[node.word]!,
    date: null,
    from,
    to,
  };
}

/** The party at a word, or the bare phrase where it is nobody with a code ("witnesses", "reporters"). */
export function speakerAt(look: Look, word: number): Party {
  const [party] = partiesAt(look, word, "actor");
  return party ?? bareParty(look.doc, look.mentions, word);
}

/** A phrase as a party without code or sector. */
export function bareParty(doc: Document, mentions: Mentions, word: number): Party {
  const mention = mentions.mentions[mentions.mentionOfHead[word]!];
  const { start, end } = mention ?? nounPhrase(doc, word);
  const { from, to } = rangeOf(doc, start, end);
  return {
    from,
    to,
    head: word,
    entity: mention?.entity ?? -1,
    code: null,
    sector: null,
    text: doc.text.slice(from, to),
    name: null,
    office: null,
    role: null,
    ethnicity: null,
    religion: null,
    onBehalfOf: -1,
  };
}

/** A noun with what stands before it. */
export function nounPhrase(doc: Document, word: number): { start: number; end: number } {
  let start = word;
  for (const child of children(doc, word)) {
    const rel = doc.deprel[child]!;
    if (child > word || rel === REL.case || rel === REL.cc || rel === REL.punct) continue;
    start = Math.min(start, subtree(doc, child).start);
  }
  return { start, end: word + 1 };
}
