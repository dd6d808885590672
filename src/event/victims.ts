import { children, type Document, rangeOf, sentenceOf, sentenceWords } from "../document/index.ts";
import type { Party } from "./act.ts";
import { fillersOf } from "./arguments.ts";
import type { Sense } from "./frames.ts";
import { caseOf, coordinated, isInfinitive, isPassive, POS, REL } from "./grammar.ts";
import { singular } from "./match.ts";
import { isSame, partiesIn } from "./parties.ts";
import { placeOf } from "./places.ts";
import type { Work } from "./work.ts";

const INTERNATIONAL: ReadonlySet<string> = new Set(["IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"]);

/** Classes of things by the sector of those who are hit where the thing is. */
const THINGS: readonly (readonly [string, string])[] = [
  ["things-mil", "MIL"],
  ["things-cop", "COP"],
  ["things-gov", "GOV"],
  ["things-bus", "BUS"],
  ["things-agr", "AGR"],
  ["things-lab", "LAB"],
  ["things-med", "MED"],
  ["things-edu", "EDU"],
  ["things-rel", "REL"],
  ["things-jrn", "JRN"],
  ["things-cvl", "CVL"],
];

/**
 * Whom force or coercion falls on where the text names a thing ("shelled a village near Goma"), a place with it ("stormed a
 * hotel in Nairobi") or a crowd that it is to disperse.
 */
export function victimsOf(
  work: Work,
  word: number,
  sense: Sense,
  actors: readonly Party[],
  found: readonly Party[],
): readonly Party[] {
  if (sense.type !== "ASSAULT" && sense.type !== "COERCE") return found;
  if (found.length === 0 && sense.modes.includes("crowd-control")) {
    const crowd = dispersed(work, word, actors);
    if (crowd.length > 0) return crowd;
  }
  const [only] = found;
  if (found.length > 1 || (only !== undefined && !isWhere(work, only))) return found;
  const thing = thingAt(work, word, sense);
  if (thing === null) return found;
  const code = only?.code ?? countryAt(work, word, thing.head, actors, sense);
  return code === null ? found : [{ ...thing, code }];
}

/** A party that is only the place where something stands: "a hotel in [Mogadishu]". */
function isWhere({ doc, mentions }: Work, party: Party): boolean {
  const mention = mentions.mentions[mentions.mentionOfHead[party.head]!];
  if (mention === undefined || (mention.kind !== "place" && party.sector !== null)) return false;
  const head = doc.head[party.head]!;
  if (head < 0 || doc.deprel[party.head] !== REL.nmod) return false;
  return /^(?:in|at|near|outside|off|around|across|on)$/.test(caseOf(doc, party.head));
}

const ENDING: ReadonlySet<string> = new Set([
  ...[
    "disperse",
    "break",
    "scatter",
    "clear",
    "stop",
    "quell",
    "drive",
    "push",
    "contain",
    "control",
    "repel",
  ],
  ...["force", "subdue", "prevent", "keep", "hold", "halt", "turn"],
]);

/** "fired tear gas to disperse [students]". */
function dispersed(work: Work, word: number, actors: readonly Party[]): Party[] {
  const { doc } = work;
  for (const child of children(doc, word)) {
    const rel = doc.deprel[child]!;
    if (child < word || (rel !== REL.advcl && rel !== REL.xcomp && rel !== REL.acl)) continue;
    if (!isInfinitive(doc, child) || !ENDING.has(doc.lemma[child]!)) continue;
    const parties = partiesIn(work, child, ["obj"], "recipient").parties;
    return parties.filter((party) => !actors.some((actor) => isSame(actor, party)));
  }
  return [];
}

/** The thing that the trigger's object names, as a party without a country. */
function thingAt(work: Work, word: number, sense: Sense): Party | null {
  const { doc, mentions } = work;
  for (const slot of sense.recipient) {
    if (slot === "poss" || slot === "name" || slot === "subj") continue;
    for (const filler of fillersOf(doc, mentions, word, slot))
      for (const member of coordinated(doc, filler)) {
        const head = measured(work, member);
        const sector = sectorOf(work, head);
        if (sector !== undefined) return partyOf(doc, head, sector);
      }
  }
  if (sense.recipient.includes("obj") || isPassive(doc, word)) return null;
  for (const member of fillersOf(doc, mentions, word, "obj")) {
    const sector = sectorOf(work, member);
    if (sector !== undefined) return partyOf(doc, member, sector);
  }
  return null;
}

/** "dozens of [houses]". */
function measured({ doc, frames }: Work, word: number): number {
  if (frames.classes.get("measure")?.has(singular(doc.lemma[word]!.toLowerCase())) !== true) return word;
  for (const child of children(doc, word))
    if (doc.deprel[child] === REL.nmod && caseOf(doc, child) === "of") return child;
  return word;
}

function sectorOf({ doc, frames }: Work, word: number): string | undefined {
  if (doc.upos[word] !== POS.noun) return undefined;
  const lemma = singular(doc.lemma[word]!.toLowerCase());
  return THINGS.find(([name]) => frames.classes.get(name)?.has(lemma) === true)?.[1];
}

/** The noun with what stands before it. */
function partyOf(doc: Document, head: number, sector: string): Party {
  let start = head;
  for (const child of children(doc, head)) {
    const rel = doc.deprel[child]!;
    if (child > head || rel === REL.case || rel === REL.punct || rel === REL.cc) continue;
    start = Math.min(start, child);
  }
  const { from, to } = rangeOf(doc, start, head + 1);
  return {
    from,
    to,
    head,
    entity: -1,
    code: null,
    sector,
    text: doc.text.slice(from, to),
    name: null,
    office: null,
    role: null,
    ethnicity: null,
    religion: null,
    onBehalfOf: -1,
  };
}

/** The country where the thing stands: of the place named with the act, else of those who act in their own country. */
function countryAt(
  work: Work,
  word: number,
  thing: number,
  actors: readonly Party[],
  sense: Sense,
): string | null {
  const { doc, mentions } = work;
  const place = placeOf(doc, mentions, [thing, word])?.country ?? null;
  if (place !== null && !INTERNATIONAL.has(place)) return place;
  const { start, end } = sentenceWords(doc, sentenceOf(doc, word));
  const codes = new Set<string>();
  for (const mention of mentions.mentions) {
    if (mention.head < start || mention.head >= end) continue;
    const code = mentions.entities[mention.entity]?.code ?? mention.readings[0]?.code ?? null;
    if (code !== null && !INTERNATIONAL.has(code)) codes.add(code);
  }
  const [own] = actors;
  if (own === undefined || own.code === null || INTERNATIONAL.has(own.code) || codes.size > 1) return null;
  const isForeign = sense.type === "ASSAULT" && isNamedState(doc, own) && !isInternal(own);
  return isForeign ? null : own.code;
}

/** Those who bear arms against their own state, or keep its order. */
function isInternal({ sector }: Party): boolean {
  return sector !== null && /^(?:REB|PRM|UAF|CRM|CVL|COP|OPP|PTY|LAB|REL|AGR|EDU)$/.test(sector);
}

/** "Russian forces", "Israel": a force that is named by its country may be abroad. */
function isNamedState(doc: Document, { head }: Party): boolean {
  if (doc.upos[head] === POS.propn) return true;
  for (const child of children(doc, head)) {
    if (child > head) break;
    const isName = doc.upos[child] === POS.propn || doc.upos[child] === POS.adj;
    if (isName && /^\p{Lu}/u.test(doc.form[child]!)) return true;
  }
  return false;
}
