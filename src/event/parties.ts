import { children, type Document, rangeOf } from "../document/index.ts";
import type { Mention, Mentions, Reading } from "../mention/index.ts";
import type { Party, PartyRole } from "./act.ts";
import { fillersOf } from "./arguments.ts";
import type { Frames } from "./frames.ts";
import { caseOf, childOf, coordinated, isPlural, POS, REL } from "./grammar.ts";

/** What a phrase must be to fill a place: a doer, one it is done to, or a host by way of a place. */
export type Filling = "actor" | "recipient" | "host";

interface Look {
  readonly doc: Document;
  readonly mentions: Mentions;
  readonly frames: Frames;
}

/** The parties that a phrase names, each member of a coordination by itself; empty where nobody can be told. */
export function partiesAt(look: Look, word: number, filling: Filling): Party[] {
  const found: Party[] = [];
  const members = coordinated(look.doc, word);
  for (const member of members) {
    if (members.length > 1 && isPartOfOther(look, member, members)) continue;
    const sides = sidesOf(look, member, filling);
    if (sides.length > 1) {
      found.push(...sides);
      continue;
    }
    const party = partyAt(look, member, filling, 0);
    if (party !== null && !found.some((known) => isSame(known, party))) found.push(party);
  }
  return found;
}

/** "the ministers of Chad and Sudan", "British and French warships": several who bear one name, each of its own country. */
function sidesOf(look: Look, word: number, filling: Filling): Party[] {
  const { doc, mentions } = look;
  if (filling === "host") return [];
  const joined = membersAt(look, word, filling);
  if (joined.length > 1) return joined;
  if (!isPlural(doc, word)) return [];
  const whole = partyAt(look, word, filling, 0);
  if (whole === null) return [];
  for (const child of children(doc, word)) {
    const rel = doc.deprel[child]!;
    const marker = rel === REL.nmod ? caseOf(doc, child) : "";
    const isOwner = marker === "of" || marker === "from" || rel === REL.poss;
    if (!isOwner && rel !== REL.amod && rel !== REL.compound) continue;
    const owners = rel === REL.poss ? possessors(doc, word) : coordinated(doc, child);
    if (owners.length < 2) continue;
    const sides = owners.flatMap((owner) => {
      const own = countryOf(mentions, owner);
      if (own === null) return [];
      const { code, sector } = own;
      return [
        { ...whole, head: owner, code, sector: sector ?? whole.sector, entity: -1, ...namedBy(look, owner) },
      ];
    });
    const codes = new Set(sides.map(({ code, sector }) => `${code} ${sector}`));
    if (codes.size === owners.length) return sides;
  }
  return [];
}

/** "Serbia's and Bulgaria's chiefs": parsers hang the second on the noun too. */
function possessors(doc: Document, word: number): number[] {
  const found: number[] = [];
  for (const child of children(doc, word))
    if (doc.deprel[child] === REL.poss)
      for (const one of coordinated(doc, child)) if (!found.includes(one)) found.push(one);
  return found;
}

/** "they", "the two governments": those named together before, where they are not of one side. */
function membersAt(look: Look, word: number, filling: Filling): Party[] {
  const { mentions } = look;
  const mention = mentions.mentions[mentions.mentionOfHead[word]!];
  if (mention === undefined || mention.members.length < 2) return [];
  const sides = mention.members.flatMap((index) => partyOf(look, mentions.mentions[index]!, filling) ?? []);
  return new Set(sides.map(({ code, sector }) => `${code} ${sector}`)).size > 1 ? sides : [];
}

/** The state that a name or adjective means, or the armed group or party with its sector. */
function countryOf(mentions: Mentions, word: number): { code: string; sector: string | null } | null {
  const mention = mentions.mentions[mentions.mentionOfHead[word]!];
  const state = mention?.readings.find(({ as }) => as === "state" || as === "government");
  if (state !== undefined) return state.code === null ? null : { code: state.code, sector: null };
  const group = mention?.readings.find(({ as, sector }) => as === "group" && sector !== null);
  if (group === undefined || group.code === null) return null;
  return { code: group.code, sector: group.sector };
}

/** The extent and the name of one side of several. */
function namedBy({ doc }: Look, word: number): Pick<Party, "from" | "to" | "text" | "name" | "office"> {
  const { from, to } = rangeOf(doc, word, word + 1);
  return { from, to, text: doc.text.slice(from, to), name: null, office: null };
}

/** "Yugoslav and Serb forces" is one party: its first adjective is none of its own. */
function isPartOfOther({ mentions }: Look, member: number, members: readonly number[]): boolean {
  return members.some((other) => {
    const mention = mentions.mentions[mentions.mentionOfHead[other]!];
    if (mention === undefined || other === member) return false;
    if (mentions.mentionOfHead[member] === mention.index) return other < member;
    return mention.start <= member && member < mention.end;
  });
}

/** The parties in the first of several places that is filled, and whether any place was filled at all. */
export function partiesIn(
  look: Look,
  word: number,
  slots: readonly string[],
  filling: Filling,
): { parties: Party[]; isFilled: boolean } {
  let isFilled = false;
  for (const slot of slots) {
    const heads = fillersOf(look.doc, look.mentions, word, slot);
    if (heads.length > 0) isFilled = true;
    const parties: Party[] = [];
    for (const head of heads)
      for (const party of partiesAt(look, head, slot === "name" && filling === "actor" ? "actor" : filling))
        if (!parties.some((known) => isSame(known, party))) parties.push(party);
    if (parties.length > 0) return { parties, isFilled };
  }
  return { parties: [], isFilled };
}

export function isSame(one: Party, other: Party): boolean {
  if (one.entity >= 0 && one.entity === other.entity) return true;
  return one.head === other.head;
}

function partyAt(look: Look, word: number, filling: Filling, depth: number): Party | null {
  const { doc, mentions, frames } = look;
  const mention = mentions.mentions[mentions.mentionOfHead[word]!];
  if (mention !== undefined) {
    const party = partyOf(look, mention, filling);
    if (party !== null) return party;
  }
  if (depth > 3) return null;
  const lemma = doc.lemma[word]!.toLowerCase();
  if (frames.classes.get("measure")?.has(lemma) || doc.upos[word] === POS.num)
    for (const child of children(doc, word))
      if (doc.deprel[child] === REL.nmod && caseOf(doc, child) === "of")
        return partyAt(look, child, filling, depth + 1);
  if (filling === "actor") {
    const launcher = launcherOf(doc, word);
    if (launcher >= 0) return partyAt(look, launcher, filling, depth + 1);
  }
  if (filling === "actor" && !frames.classes.get("body")?.has(lemma)) return null;
  const owner = ownerOf(look, word, filling, depth);
  return owner !== null && lemma === "counterpart" ? { ...owner, sector: officeOf(look, word) } : owner;
}

/** "debts (of a million dollars) owed by Zambia": who owes them. */
function debtorOf(doc: Document, word: number, depth: number): number {
  if (depth > 2) return -1;
  for (const child of children(doc, word)) {
    const rel = doc.deprel[child]!;
    if (child < word) continue;
    if (rel === REL.acl && doc.lemma[child] === "owe") return childOf(doc, child, REL.agent);
    if (rel === REL.nmod && caseOf(doc, child) === "of") {
      const found = debtorOf(doc, child, depth + 1);
      if (found >= 0) return found;
    }
  }
  return -1;
}

const LAUNCHING: ReadonlySet<string> = new Set([
  ...[
    "launch",
    "fire",
    "fly",
    "drop",
    "lay",
    "plant",
    "place",
    "leave",
    "operate",
    "detonate",
    "throw",
    "hurl",
  ],
]);

/** "missiles fired by rebels", "drones launched from Iran": who sent the weapon that did it. */
function launcherOf(doc: Document, weapon: number): number {
  for (const child of children(doc, weapon)) {
    if (child < weapon || doc.deprel[child] !== REL.acl || !LAUNCHING.has(doc.lemma[child]!)) continue;
    const agent = childOf(doc, child, REL.agent);
    if (agent >= 0) return agent;
    for (const inner of children(doc, child))
      if (doc.deprel[inner] === REL.obl && (caseOf(doc, inner) === "by" || caseOf(doc, inner) === "from"))
        return inner;
  }
  const verb = doc.head[weapon]!;
  if (verb < weapon || doc.upos[weapon] !== POS.noun) return -1;
  for (const child of children(doc, verb)) {
    if (child !== weapon + 1 || !LAUNCHING.has(doc.lemma[child]!)) continue;
    return doc.deprel[child] === REL.advcl ? childOf(doc, child, REL.agent) : -1;
  }
  return -1;
}

/** "met his Greek counterpart": of the sector of whoever the clause is about. */
function officeOf({ doc, mentions }: Look, word: number): string | null {
  for (let above = doc.head[word]!; above >= 0; above = doc.head[above]!)
    for (const child of children(doc, above)) {
      if (doc.deprel[child] !== REL.nsubj) continue;
      const mention = mentions.mentions[mentions.mentionOfHead[child]!];
      const sector = mention === undefined ? null : (mentions.entities[mention.entity]?.sector ?? null);
      if (sector !== null) return sector;
    }
  return null;
}

const BORDERS: ReadonlySet<string> = new Set(["border", "frontier", "line", "boundary"]);

/** "massed troops along its border with Iraq": the neighbour, where parsers hang it on the verb. */
function neighborOf(doc: Document, border: number): number {
  const verb = doc.head[border]!;
  if (verb < 0) return -1;
  for (const child of children(doc, verb))
    if (
      child > border &&
      child < border + 4 &&
      doc.deprel[child] === REL.obl &&
      caseOf(doc, child) === "with"
    )
      return child;
  return -1;
}

/** "Russian positions", "the Sudanese village", "the policies of Iran": whose the thing is. */
function ownerOf(look: Look, word: number, filling: Filling, depth: number): Party | null {
  const { doc, mentions } = look;
  let place: number | null = null;
  let possessor: number | null = null;
  const lemma = doc.lemma[word]!.toLowerCase();
  for (const child of children(doc, word)) {
    const rel = doc.deprel[child]!;
    if (rel === REL.poss && doc.upos[child] === POS.pron) {
      possessor = child;
      continue;
    }
    const isBefore =
      rel === REL.poss ||
      rel === REL.amod ||
      rel === REL.compound ||
      rel === REL.nmodDesc ||
      rel === REL.appos;
    const marker = rel === REL.nmod ? caseOf(doc, child) : "";
    if (isBefore && mentions.mentionOfHead[child]! >= 0) {
      const party = partyAt(look, child, filling, depth + 1);
      if (party !== null) return party;
    } else if (
      marker === "of" ||
      marker === "by" ||
      marker === "from" ||
      (marker === "with" && BORDERS.has(lemma))
    ) {
      const party = partyAt(look, child, filling, depth + 1);
      if (party !== null) return party;
    } else if ((marker === "in" || marker === "at" || marker === "near") && place === null) place = child;
  }
  if (lemma === "counterpart") return null;
  const debtor = debtorOf(doc, word, 0);
  if (debtor >= 0) return partyAt(look, debtor, filling, depth + 1);
  const neighbor = BORDERS.has(lemma) ? neighborOf(doc, word) : -1;
  if (neighbor >= 0) {
    const party = partyAt(look, neighbor, filling, depth + 1);
    if (party !== null) return party;
  }
  if (possessor !== null) {
    const party = partyAt(look, possessor, filling, depth + 1);
    if (party !== null) return party;
  }
  return place === null || filling === "actor" ? null : partyAt(look, place, filling, depth + 1);
}

/** The party that a mention is in this role, or null where it cannot be one. */
function partyOf(look: Look, mention: Mention, filling: Filling): Party | null {
  const entity = look.mentions.entities[mention.entity];
  const reading = readingFor(mention, filling);
  const code = reading?.code ?? entity?.code ?? null;
  const sector = reading === null || reading.sector === null ? (entity?.sector ?? null) : reading.sector;
  if (code === null && sector === null && entity?.kind !== "state") return null;
  if (filling === "actor" && reading?.as === "place" && mention.kind === "place" && sector === null)
    return null;
  const asPlace = filling === "host" && (mention.kind === "place" || reading?.as === "place");
  const { from, to } = rangeOf(look.doc, mention.start, mention.end);
  return {
    from,
    to,
    head: mention.head,
    entity: mention.entity,
    code,
    sector: asPlace ? null : sector,
    text: look.doc.text.slice(from, to),
    name: entity?.name ?? reading?.name ?? null,
    office: entity?.offices[0]?.title ?? null,
    role: null,
    ethnicity: mention.ethnicity,
    religion: mention.religion,
    onBehalfOf: -1,
  };
}

const PREFERENCE: Readonly<Record<Filling, readonly Reading["as"][]>> = {
  actor: ["government", "organization", "group", "person", "role", "state", "place"],
  recipient: ["government", "organization", "group", "person", "role", "state", "place"],
  host: ["government", "state", "place", "organization", "person", "role", "group"],
};

/** Of the readings of a name the one that can fill the place: a capital that acts is a government. */
function readingFor(mention: Mention, filling: Filling): Reading | null {
  if (mention.readings.length <= 1) return mention.readings[0] ?? null;
  if (mention.kind !== "place") return mention.readings[0]!;
  for (const as of PREFERENCE[filling]) {
    const found = mention.readings.find((reading) => reading.as === as);
    if (found !== undefined) return found;
  }
  return mention.readings[0]!;
}

/** The same party in a role that PLOVER lacks. */
export function withRole(party: Party, role: PartyRole, onBehalfOf = party.onBehalfOf): Party {
  return { ...party, role, onBehalfOf };
}

/** Whether two parties stand for the same side: one entity, or the same code with no sector against another. */
export function isSameSide(one: Party, other: Party): boolean {
  if (one.entity >= 0 && one.entity === other.entity) return true;
  if (one.code === null || one.code !== other.code) return false;
  return one.sector === other.sector || one.sector === null || other.sector === null;
}
