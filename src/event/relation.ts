import type { Document } from "../document/index.ts";
import type { Entity, Mention, Mentions } from "../mention/index.ts";
import type { Range, Report } from "../report/index.ts";
import type { Act, EventType } from "./act.ts";
import { activeSubjects, fillersOf } from "./arguments.ts";
import { codeEvents, prepare } from "./code.ts";
import { committed, type Typed, withheld } from "./compose.ts";
import type { Frames } from "./frames.ts";
import { isNominal } from "./grammar.ts";
import { type Node, typeOf } from "./links.ts";
import type { Work } from "./work.ts";

/** What holds between two parties of a sentence. */
export interface Relation {
  readonly event: EventType;
  readonly mode: string | null;
  readonly cameo: string | null;
  /** The rule that decided: `event`, `content`, `trigger` or `default`. */
  readonly basis: string;
  readonly confidence: number;
}

interface Candidate extends Relation {
  readonly score: number;
  readonly at: number;
}

/**
 * The relation between two marked parties, in words or deeds: the event between them that the sentence asserts; else what
 * stands inside an act; else the trigger nearest to the actor, with what its clause makes of it. Always one of the types.
 */
export function codeRelation(
  doc: Document,
  mentions: Mentions,
  frames: Frames,
  actor: Range | null,
  recipient: Range | null,
): Relation {
  const marked = withParties(doc, mentions, actor, recipient);
  const report = sentenceReport(doc);
  const coding = codeEvents(doc, report, marked, frames);
  const near = anchorOf(doc, actor, recipient);
  const candidates: Candidate[] = [];
  for (const act of coding.events) {
    candidates.push(fromAct(act, "event", scoreOf(act, actor, recipient)));
    for (const held of [...act.content, ...act.purpose]) {
      const inner = scoreOf(held, actor, recipient);
      if (inner >= 6) candidates.push(fromAct(held, "content", inner - 4));
    }
  }
  let best = choose(candidates, near);
  if (best === null || best.score < 3) {
    const work = prepare(doc, report, marked, frames);
    const triggers = work.graph.nodes.flatMap((node) => fromTrigger(work, node, actor, recipient));
    const other = choose(triggers, near);
    if (best === null || (other !== null && other.score > best.score)) best = other ?? best;
  }
  if (best === null) return { event: "CONSULT", mode: null, cameo: null, basis: "default", confidence: 0.1 };
  const { event, mode, cameo, basis, confidence } = best;
  return { event, mode, cameo, basis, confidence };
}

function choose(candidates: readonly Candidate[], near: number): Candidate | null {
  let best: Candidate | null = null;
  for (const candidate of candidates) {
    if (best === null || candidate.score > best.score) best = candidate;
    else if (candidate.score === best.score && Math.abs(candidate.at - near) < Math.abs(best.at - near))
      best = candidate;
  }
  return best;
}

function fromAct(act: Act, basis: string, score: number): Candidate {
  const confidence = Math.round(act.confidence * Math.min(score, 6) * 100) / 600;
  return {
    event: act.type,
    mode: act.modes[0] ?? null,
    cameo: act.cameo,
    basis,
    confidence: Math.round(confidence * 100) / 100,
    score,
    at: act.trigger.from,
  };
}

function overlaps(party: Range, range: Range | null): boolean {
  return range !== null && party.from < range.to && range.from < party.to;
}

/** How well the sides of an act fit the two parties asked for. */
function scoreOf(act: Act, actor: Range | null, recipient: Range | null): number {
  const does = (range: Range | null): boolean => act.actors.some((party) => overlaps(party, range));
  const suffers = (range: Range | null): boolean => act.recipients.some((party) => overlaps(party, range));
  const isMutual = act.recipients.length === 0 && does(actor) && does(recipient);
  if (does(actor) && (suffers(recipient) || isMutual)) return 8;
  const hasInside = inside(act).some((held) =>
    [...held.actors, ...held.recipients].some((party) => overlaps(party, recipient)),
  );
  if (does(actor)) return hasInside || recipient === null ? 7 : 5;
  const speaks = act.attribution.some(({ speaker }) => overlaps(speaker, actor));
  if (suffers(recipient)) return actor === null ? 6 : speaks ? 3 : 4;
  if (does(recipient) && suffers(actor)) return 3;
  return speaks || does(recipient) || suffers(actor) ? 2 : 1;
}

function inside(act: Act): Act[] {
  const held = [...act.content, ...act.purpose, ...(act.consequence === null ? [] : [act.consequence])];
  return [...held, ...held.flatMap(inside)];
}

/** A trigger that gave no event, read for its type alone: a future act as intent, a negated one as withheld. */
function fromTrigger(work: Work, node: Node, actor: Range | null, recipient: Range | null): Candidate[] {
  const typed = typeOf(work.doc, node, work.types);
  if (typed === null) return [];
  const { factors } = work.standings.of(node);
  const isFailed = node.parent?.operator?.family === "fail";
  const read = reading(typed, isFailed ? { ...factors, isNegated: !factors.isNegated } : factors);
  const isActor = touches(work, node, actor, ["subj", "poss", "name", "by"]);
  const isRecipient = touches(work, node, recipient, [
    "obj",
    "with",
    "against",
    "on",
    "to",
    "of",
    "from",
    "for",
    "in",
    "at",
  ]);
  const isBelow = node.parent !== null || isNominal(work.doc, node.word) ? 0 : 0.5;
  const score = 1 + (isActor ? 2 : 0) + (isRecipient ? 2 : 0) + isBelow;
  return [
    {
      event: read.type,
      mode: read.modes[0] ?? null,
      cameo: read.cameo,
      basis: "trigger",
      confidence: Math.round(score * 8) / 100,
      score,
      at: work.doc.from[node.word]!,
    },
  ];
}

function reading(
  typed: Typed,
  factors: { isFuture: boolean; isNegated: boolean; isPossible: boolean },
): Typed {
  if (factors.isNegated) return withheld(typed) ?? typed;
  return factors.isFuture || factors.isPossible ? (committed(typed, false) ?? typed) : typed;
}

function touches(work: Work, node: Node, range: Range | null, slots: readonly string[]): boolean {
  if (range === null) return false;
  const { doc, mentions } = work;
  const words = slots.flatMap((slot) =>
    slot === "subj" ? activeSubjects(doc, node.word, 0) : fillersOf(doc, mentions, node.word, slot),
  );
  return words.some((word) => doc.from[word]! < range.to && range.from < doc.to[word]!);
}

function anchorOf(doc: Document, actor: Range | null, recipient: Range | null): number {
  if (actor !== null) return actor.to;
  return recipient === null ? doc.text.length : recipient.from;
}

/** The mentions of a document with the two parties marked as such, whatever they are called. */
function withParties(
  doc: Document,
  mentions: Mentions,
  actor: Range | null,
  recipient: Range | null,
): Mentions {
  const all: Mention[] = [...mentions.mentions];
  const entities: Entity[] = [...mentions.entities];
  const mentionOfHead = mentions.mentionOfHead.slice();
  for (const [range, code] of [
    [actor, "AAA"],
    [recipient, "RRR"],
  ] as const) {
    if (range === null) continue;
    const span = wordsOf(doc, range);
    if (span === null) continue;
    const known = all[mentionOfHead[span.head]!];
    const entity = known === undefined ? undefined : entities[known.entity];
    const isKnown = known !== undefined && (entity?.code != null || entity?.sector != null);
    if (isKnown && known.kind !== "place") continue;
    entities.push(partyEntity(entities.length, doc.text.slice(range.from, range.to), code, all.length));
    all.push(partyMention(all.length, span, code, entities.length - 1, doc.text.slice(range.from, range.to)));
    mentionOfHead[span.head] = all.length - 1;
    if (range === actor) takePronouns(all, entities, span, entities.length - 1);
  }
  return { ...mentions, mentions: all, entities, mentionOfHead };
}

/** Pronouns after the actor that refer to nobody known are the actor's: "The union said that it would not end the strike". */
function takePronouns(
  all: Mention[],
  entities: readonly Entity[],
  span: { readonly end: number },
  entity: number,
): void {
  const readings = all.at(-1)!.readings;
  for (const [i, mention] of all.entries()) {
    const known = entities[mention.entity];
    const isOpen = known === undefined || (known.code === null && known.sector === null);
    if (mention.kind === "pronoun" && mention.start >= span.end && isOpen)
      all[i] = { ...mention, entity, readings };
  }
}

function wordsOf(doc: Document, range: Range): { start: number; end: number; head: number } | null {
  let start = -1;
  let end = -1;
  for (let i = 0; i < doc.wordCount; i++) {
    if (doc.to[i]! <= range.from || doc.from[i]! >= range.to) continue;
    if (start < 0) start = i;
    end = i + 1;
  }
  if (start < 0) return null;
  for (let i = start; i < end; i++)
    if (doc.head[i]! < start || doc.head[i]! >= end) return { start, end, head: i };
  return { start, end, head: end - 1 };
}

function partyEntity(index: number, name: string, code: string, mention: number): Entity {
  return {
    index,
    name,
    kind: "other",
    code,
    sector: null,
    offices: [],
    mentions: [mention],
    members: [],
    isPublic: true,
  };
}

function partyMention(
  index: number,
  span: { start: number; end: number; head: number },
  code: string,
  entity: number,
  name: string,
): Mention {
  return {
    index,
    ...span,
    kind: "common",
    readings: [{ as: "group", code, sector: null, name, source: "marked" }],
    entity,
    members: [],
    ethnicity: null,
    religion: null,
  };
}

function sentenceReport(doc: Document): Report {
  return {
    id: "",
    input: "",
    text: doc.text,
    title: null,
    publication: null,
    volume: null,
    issue: null,
    url: null,
    language: "en",
    date: null,
    dateEdtf: null,
    dateBasis: "none",
    dateline: null,
    blocks: [{ from: 0, to: doc.text.length }],
    holes: [],
    citations: [],
    crossReferences: [],
  };
}
