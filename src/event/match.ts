import { children, type Document, sentenceOf, sentenceWords } from "../document/index.ts";
import type { Mentions } from "../mention/index.ts";
import { fillersOf } from "./arguments.ts";
import { isFigure } from "./figures.ts";
import type { Frames, Operator, Pattern, Restriction, Sense } from "./frames.ts";
import { caseOf, coordinated, POS, REL } from "./grammar.ts";

/** A place in the text where a trigger of the lexicon fits, with the lines that fit it. */
export interface Match {
  readonly word: number;
  /** Words [start, end) of the trigger. */
  readonly start: number;
  readonly end: number;
  readonly sense: Sense | null;
  readonly operator: Operator | null;
}

/** Finds the triggers of a document in text order; each word gives at most one sense and one operator. */
export function findMatches(doc: Document, mentions: Mentions, frames: Frames): Match[] {
  const found: Match[] = [];
  const named = wordsOfNames(doc, mentions);
  for (let word = 0; word < doc.wordCount; word++) {
    if (doc.upos[word] === POS.punct || doc.upos[word] === POS.adp || named[word] === 1) continue;
    if (isCompounded(doc, word)) continue;
    const lemma = doc.lemma[word]!.toLowerCase();
    const key = variants(lemma).find((form) => frames.senses.has(form) || frames.operators.has(form));
    if (key === undefined) continue;
    const senses = frames.senses.get(key);
    const operators = frames.operators.get(key);
    const look = { doc, mentions, frames };
    let sense = senses === undefined ? null : firstFit(look, word, senses);
    let operator = operators === undefined ? null : firstFit(look, word, operators);
    const isAct = (sense?.type ?? operator?.type ?? null) !== null;
    if (isAct && isFigure(doc, mentions, frames, word)) {
      sense = sense === null ? null : { ...sense, type: null };
      operator = null;
    }
    if (sense === null && operator === null) continue;
    const spans = [sense, operator].flatMap((entry) =>
      entry === null ? [] : [spanOf(doc, word, entry.pattern)!],
    );
    found.push({
      word,
      start: Math.min(...spans.map(({ start }) => start)),
      end: Math.max(...spans.map(({ end }) => end)),
      sense,
      operator,
    });
  }
  return found;
}

/** The participle of "Iranian-backed rebels", "a Saudi-led coalition": it describes the party and reports nothing. */
function isCompounded(doc: Document, word: number): boolean {
  if (word === 0 || doc.form[word - 1] !== "-" || !/(?:ed|led|run|held)$/.test(doc.form[word]!)) return false;
  return doc.deprel[word] === REL.amod || doc.upos[word] === POS.adj;
}

/** Words that are part of a longer name: "Contact Group", "Strike Force". */
function wordsOfNames(doc: Document, mentions: Mentions): Uint8Array {
  const named = new Uint8Array(doc.wordCount);
  for (const { kind, start, end } of mentions.mentions) {
    if (kind !== "organization" && kind !== "person" && kind !== "place") continue;
    if (end - start < 2) continue;
    for (let i = start; i < end; i++) if (doc.form[i]![0] !== doc.form[i]![0]!.toLowerCase()) named[i] = 1;
  }
  return named;
}

interface Look {
  readonly doc: Document;
  readonly mentions: Mentions;
  readonly frames: Frames;
}

/** A lemma, and what it may stand for where the lemmatizer guessed: "postpon", "bann". */
function variants(lemma: string): string[] {
  const last = lemma.length - 1;
  const shorter = lemma[last] === lemma[last - 1] ? lemma.slice(0, last) : lemma;
  return [lemma, singular(lemma), `${lemma}e`, shorter];
}

/** Parsers leave some plurals as they are ("troops", "talks"); the lexicon has the singular. */
export function singular(lemma: string): string {
  return lemma.length > 3 && lemma.endsWith("s") && !lemma.endsWith("ss") ? lemma.slice(0, -1) : lemma;
}

function firstFit<T extends { pattern: Pattern; restrictions: readonly Restriction[] }>(
  look: Look,
  word: number,
  entries: readonly T[],
): T | null {
  for (const entry of entries) {
    if (!hasPos(look.doc, word, entry.pattern)) continue;
    if (spanOf(look.doc, word, entry.pattern) === null) continue;
    if (entry.restrictions.every((restriction) => meets(look, word, restriction))) return entry;
  }
  return null;
}

function hasPos(doc: Document, word: number, pattern: Pattern): boolean {
  const tag = doc.upos[word];
  if (pattern.pos === "v") return tag === POS.verb || tag === POS.aux;
  if (pattern.pos === "n") return tag === POS.noun || (tag === POS.propn && pattern.before.length > 0);
  if (pattern.pos === "m") return false;
  return tag === POS.adj || tag === POS.adv || tag === POS.verb || tag === POS.noun;
}

/** Where the trigger with its further words stands, or null where one is missing. */
function spanOf(doc: Document, word: number, pattern: Pattern): { start: number; end: number } | null {
  const { before, after } = pattern;
  if (before.length === 0 && after.length === 0) return { start: word, end: word + 1 };
  const { start, end } = sentenceWords(doc, sentenceOf(doc, word));
  const first = word - before.length;
  if (first < start) return null;
  for (let i = 0; i < before.length; i++)
    if (
      singular(doc.lemma[first + i]!.toLowerCase()) !== before[i] &&
      doc.form[first + i]!.toLowerCase() !== before[i]
    )
      return null;
  let last = word;
  for (const wanted of after) {
    const next = findAfter(doc, word, last, end, wanted);
    if (next < 0) return null;
    last = next;
  }
  return { start: first, end: last + 1 };
}

/** A further word directly after, or among the dependents of the trigger and of their phrases. */
function findAfter(doc: Document, word: number, last: number, end: number, wanted: string): number {
  const is = (i: number): boolean =>
    singular(doc.lemma[i]!.toLowerCase()) === wanted ||
    doc.lemma[i]!.toLowerCase() === wanted ||
    doc.form[i]!.toLowerCase() === wanted;
  if (last + 1 < end && is(last + 1)) return last + 1;
  for (let i = last + 1; i < end && i < word + 9; i++) {
    if (!is(i)) continue;
    const head = doc.head[i]!;
    const tag = doc.upos[i]!;
    if (doc.deprel[i] === REL.particle && head === word) return i;
    if (tag === POS.adp || tag === POS.part || doc.deprel[i] === REL.mark) continue;
    if (head === word || (head >= 0 && doc.head[head] === word)) return i;
  }
  return -1;
}

function meets(look: Look, word: number, restriction: Restriction): boolean {
  const fillers = restriction.slot
    .split("|")
    .flatMap((slot) => fillersOf(look.doc, look.mentions, word, slot));
  const has =
    restriction.lemmas === null
      ? fillers.length > 0
      : fillers.some((filler) =>
          coordinated(look.doc, filler).some((member) => isOne(look, member, restriction, 0)),
        );
  return has !== restriction.negated;
}

/** Whether a word is one of those wanted, or a measure of them ("a convoy of trucks", "hundreds of troops"). */
function isOne(look: Look, word: number, restriction: Restriction, depth: number): boolean {
  const { doc, frames } = look;
  const lemma = doc.lemma[word]!.toLowerCase();
  if (restriction.lemmas!.has(lemma) || restriction.lemmas!.has(singular(lemma))) return true;
  if (restriction.kinds.some((kind) => isKind(look, word, kind))) return true;
  if (depth > 2 || !frames.classes.get("measure")?.has(singular(lemma))) return false;
  for (const child of children(doc, word))
    if (
      doc.deprel[child] === REL.nmod &&
      caseOf(doc, child) === "of" &&
      isOne(look, child, restriction, depth + 1)
    )
      return true;
  return false;
}

const OFFICIAL: ReadonlySet<string> = new Set(["GOV", "LEG", "MIL", "JUD", "PTY", "OPP", "REB"]);

function isKind({ doc, mentions }: Look, word: number, kind: string): boolean {
  const mention = mentions.mentions[mentions.mentionOfHead[word]!];
  if (mention === undefined) return false;
  const entity = mentions.entities[mention.entity];
  const readings = mention.readings;
  switch (kind) {
    case "actor":
      return entity !== undefined && (entity.code !== null || entity.sector !== null || readings.length > 0);
    case "person":
      return (
        entity?.kind === "person" ||
        entity?.kind === "role" ||
        (mention.kind === "pronoun" && doc.lemma[word] !== "it")
      );
    case "official":
      return (
        (entity?.sector != null && OFFICIAL.has(entity.sector)) ||
        entity?.kind === "organization" ||
        entity?.kind === "government" ||
        entity?.kind === "person"
      );
    case "state":
      return readings.some((reading) => reading.as === "state" || reading.as === "government");
    case "place":
      return (
        mention.kind === "place" ||
        readings.some((reading) => reading.as === "place" || reading.as === "state")
      );
    case "organization":
      return entity?.kind === "organization" || readings.some((reading) => reading.as === "organization");
    default:
      return (
        entity?.sector === kind ||
        readings.some((reading) => reading.sector === kind || reading.code === kind)
      );
  }
}
