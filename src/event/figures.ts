import { children, type Document, sentenceOf, sentenceWords } from "../document/index.ts";
import type { Mentions } from "../mention/index.ts";
import { fillersOf } from "./arguments.ts";
import type { Frames } from "./frames.ts";
import { caseOf, childOf, coordinated, isNominal, isVerbal, POS, REL } from "./grammar.ts";

/** Whether a verb tells of a match ("crushed Argentina 4-1 in the final") or of an "army of gardeners", and of no act. */
export function isFigure(doc: Document, mentions: Mentions, frames: Frames, word: number): boolean {
  if (isTold(doc, frames, word)) return true;
  if (!isVerbal(doc, word)) return false;
  return isGame(doc, mentions, frames, word) || isHost(doc, frames, word);
}

/** "In her third novel a general deposes a king": what a work of art or a board game tells. */
function isTold(doc: Document, frames: Frames, word: number): boolean {
  const works = frames.classes.get("story");
  if (works === undefined) return false;
  for (let above = word, depth = 0; above >= 0 && depth < 6; above = doc.head[above]!, depth++) {
    for (const child of children(doc, above)) {
      const rel = doc.deprel[child]!;
      if (rel !== REL.obl && rel !== REL.nmod) continue;
      if (works.has(doc.lemma[child]!.toLowerCase()) && caseOf(doc, child) === "in") return true;
    }
    if (doc.deprel[above] === REL.ccomp || doc.deprel[above] === REL.relcl) return false;
  }
  return false;
}

const FORCES: ReadonlySet<string> = new Set(["ASSAULT", "THREATEN", "COERCE", "CONSULT", "RETREAT"]);

/** A verb that matches share with diplomacy and war, in a clause with a fixture or a score, by nobody in office. */
function isGame(doc: Document, mentions: Mentions, frames: Frames, word: number): boolean {
  const isShared = frames.senses
    .get(doc.lemma[word]!.toLowerCase())
    ?.some(({ type, pattern }) => type !== null && pattern.pos === "v" && FORCES.has(type));
  if (isShared !== true) return false;
  const verbs = coordinated(doc, word).filter((verb) => isVerbal(doc, verb));
  const isPlayed = verbs.some((verb) => hasFixture(doc, frames, verb) || isWin(doc, frames, verb));
  if (!isPlayed && !hasScore(doc, word)) return false;
  const doers = fillersOf(doc, mentions, word, "subj");
  return doers.every((doer) => !isOfficial(mentions, doer));
}

function isOfficial(mentions: Mentions, word: number): boolean {
  const mention = mentions.mentions[mentions.mentionOfHead[word]!];
  if (mention === undefined) return false;
  const entity = mentions.entities[mention.entity];
  const sector = entity?.sector ?? mention.readings[0]?.sector ?? null;
  return (sector !== null && sector !== "CVL") || entity?.kind === "organization";
}

/** "in the quarter-final", "before half-time", "the Dutch goal". */
function hasFixture(doc: Document, frames: Frames, word: number): boolean {
  const fixtures = frames.classes.get("fixture");
  const aims = frames.classes.get("goal");
  for (const child of children(doc, word)) {
    const rel = doc.deprel[child]!;
    const lemma = doc.lemma[child]!.toLowerCase();
    if (rel === REL.obj && aims?.has(lemma) === true) return true;
    if (rel !== REL.obl && rel !== REL.nmod && rel !== REL.oblUnmarked) continue;
    const marker = caseOf(doc, child);
    if (marker !== "in" && marker !== "at" && marker !== "during" && marker !== "into") continue;
    if (fixtures?.has(lemma) !== true || !isNominal(doc, child)) continue;
    if (lemma !== "half" || !hasOf(doc, child)) return true;
  }
  return false;
}

/** "the first half of 1974" is no half of a match. */
function hasOf(doc: Document, word: number): boolean {
  for (const child of children(doc, word))
    if (doc.deprel[child] === REL.nmod && caseOf(doc, child) === "of") return true;
  return false;
}

const RESULTS: ReadonlySet<string> = new Set(["win", "lose", "draw", "play"]);

/** "and won the match". */
function isWin(doc: Document, frames: Frames, word: number): boolean {
  const object = childOf(doc, word, REL.obj);
  if (object < 0 || !RESULTS.has(doc.lemma[word]!.toLowerCase())) return false;
  return frames.classes.get("fixture")?.has(doc.lemma[object]!.toLowerCase()) === true;
}

/** "4-1", "3 – 0" right after the verb's phrase, in a sentence that votes on nothing. */
function hasScore(doc: Document, word: number): boolean {
  const { start, end } = sentenceWords(doc, sentenceOf(doc, word));
  for (let i = start; i < end; i++) if (/^(?:vote|ballot|pass|approve)$/.test(doc.lemma[i]!)) return false;
  for (let i = word + 1; i < Math.min(end, word + 8); i++) {
    if (/^\d{1,3}[-–]\d{1,3}$/.test(doc.form[i]!)) return true;
    if (!/^\d{1,2}$/.test(doc.form[i]!) || i + 2 >= end) continue;
    if (/^[-–]$/.test(doc.form[i + 1]!) && /^\d{1,2}$/.test(doc.form[i + 2]!)) {
      const next = i + 3 < end ? doc.upos[i + 3] : POS.punct;
      return next !== POS.noun;
    }
  }
  return false;
}

const HOSTS: ReadonlySet<string> = new Set(["army", "legion", "armada", "battalion", "regiment", "brigade"]);

/** "an army of gardeners": a host of people who bear no arms. */
function isHost(doc: Document, frames: Frames, word: number): boolean {
  for (const child of children(doc, word)) {
    if (doc.deprel[child] !== REL.nsubj || !HOSTS.has(doc.lemma[child]!.toLowerCase())) continue;
    for (const made of children(doc, child)) {
      if (doc.deprel[made] !== REL.nmod || made < child) continue;
      if (doc.upos[made] !== POS.noun) continue;
      const lemma = doc.lemma[made]!.toLowerCase();
      const isPeople = doc.form[made]!.toLowerCase() !== lemma;
      if (isPeople && frames.classes.get("troops")?.has(lemma) !== true && !ARMED.has(lemma)) return true;
    }
  }
  return false;
}

const ARMED: ReadonlySet<string> = new Set(["mercenary", "conscript", "insurgent", "separatist", "jihadist"]);
