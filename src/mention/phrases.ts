import { children, type Document } from "../document/index.ts";
import type { IsoDate } from "../time/index.ts";
import type { Draft } from "./draft.ts";
import { type ForeignStates, foreignReadings } from "./foreign.ts";
import { heldOffice } from "./holders.ts";
import type { MentionKind, Reading } from "./mention.ts";
import type { NameEntry, Names, RoleEntry } from "./names.ts";
import { type NameSense, senseOf } from "./readings.ts";
import type { Unit } from "./units.ts";
import { FORMER, headOf, isCapital, NOT_A_NAME, POS, REL } from "./words.ts";

/** What the phrases of one sentence are built from. */
export interface PhraseScan {
  readonly doc: Document;
  readonly names: Names;
  readonly day: IsoDate | null;
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly units: readonly Unit[];
  /** Index into `units` of the unit that a word is in, by word minus `start`; -1 for none. */
  readonly unitAt: Int32Array;
  readonly drafts: Draft[];
  /** Units that a phrase has taken up as its name, title or modifier. */
  readonly taken: Set<Unit>;
  readonly foreign: ForeignStates;
  /** Members of phrases with several owners; they come after the names themselves. */
  readonly parts: Draft[];
}

/** Appends the mentions of one sentence: names, roles with their owners, persons with their titles. */
export function buildPhrases(
  doc: Document,
  names: Names,
  day: IsoDate | null,
  sentence: { readonly index: number; readonly start: number; readonly end: number },
  units: readonly Unit[],
  foreign: ForeignStates,
  drafts: Draft[],
): void {
  const { start, end } = sentence;
  const unitAt = new Int32Array(end - start).fill(-1);
  for (const [i, unit] of units.entries()) unitAt.fill(i, unit.start - start, unit.end - start);
  const scan: PhraseScan = {
    doc,
    names,
    day,
    sentence: sentence.index,
    start,
    end,
    units,
    unitAt,
    drafts,
    taken: new Set(),
    foreign,
    parts: [],
  };
  for (let i = units.length - 1; i >= 0; i--) {
    const unit = units[i]!;
    if (unit.type === "role" && !scan.taken.has(unit)) rolePhrase(scan, unit);
  }
  for (const unit of units) {
    if (unit.type === "name") namePhrase(scan, unit);
    else if (unit.type === "proper" && !scan.taken.has(unit)) properPhrase(scan, unit);
  }
  drafts.push(...scan.parts);
}

interface Modifiers {
  start: number;
  /** First word of the office itself: "Foreign" of "the former Russian Foreign Minister". */
  officeStart: number;
  readonly owners: { unit: Unit; sense: NameSense }[];
  readonly roles: RoleEntry[];
  proper: Unit | null;
  /** Name of a state that no list has: "Varnian". */
  foreign: string | null;
  isFormer: boolean;
  isDefinite: boolean;
  hasDeterminer: boolean;
  ethnicity: string | null;
  religion: string | null;
}

/** Walks left from a role over its modifiers: "the former Russian deputy | foreign minister". */
function modifiersOf(scan: PhraseScan, role: Unit): Modifiers {
  const found: Modifiers = {
    start: role.start,
    officeStart: role.start,
    owners: [],
    roles: [],
    proper: null,
    foreign: null,
    isFormer: false,
    isDefinite: false,
    hasDeterminer: false,
    ethnicity: null,
    religion: null,
  };
  let word = role.start - 1;
  while (word >= scan.start) {
    const next = stepLeft(scan, role, found, word);
    if (next === null) break;
    word = next;
  }
  return found;
}

/** The word before what was taken in as a modifier, or null where the phrase begins. */
function stepLeft(scan: PhraseScan, role: Unit, found: Modifiers, word: number): number | null {
  const { doc } = scan;
  const unit = scan.units[scan.unitAt[word - scan.start]!];
  if (unit !== undefined) return unitLeft(scan, role, found, unit);
  const form = doc.form[word]!;
  const lower = form.toLowerCase();
  const upos = doc.upos[word]!;
  if (NOT_A_NAME.has(form)) return null;
  if (upos === POS.DET || (upos === POS.PRON && /^(?:his|her|its|their|our|my|your)$/.test(lower))) {
    found.start = word;
    found.hasDeterminer = true;
    found.isDefinite = /^(?:the|this|that|these|those|both|his|her|its|their|our|my|your)$/.test(lower);
    return null;
  }
  if (lower === "'s" || lower === "’s" || lower === "'" || lower === "’" || form === "-") {
    return scan.unitAt[word - 1 - scan.start] !== undefined && word > scan.start ? word - 1 : null;
  }
  if ((upos === POS.CCONJ && lower === "and") || form === ",") return coordinatedOwner(scan, found, word);
  if (lower === "led" && doc.form[word - 1] === "-") return word - 2;
  const foreign = scan.foreign.get(form);
  if (foreign !== undefined && found.owners.length === 0) {
    takeForeign(scan, found, word, foreign);
    return word - 1;
  }
  if (isModifier(doc, word, role)) {
    if (FORMER.has(lower)) found.isFormer = true;
    else if (isCapital(form) && found.start === found.officeStart && word > scan.start)
      found.officeStart = word;
    found.start = word;
    return word - 1;
  }
  return null;
}

/** "Yugoslav and Serbian authorities": another owner before the conjunction. */
function coordinatedOwner(scan: PhraseScan, found: Modifiers, word: number): number | null {
  const before = scan.units[scan.unitAt[word - 1 - scan.start] ?? -1];
  const isOwner = before?.type === "name" && (isAdjectival(before) || isShort(before)) && before.end === word;
  return isOwner && found.owners.length > 0 && found.owners.at(-1)!.unit.start === word + 1 ? word - 1 : null;
}

/** "U.S.", "EU", "UN": an abbreviation that stands before a noun like an adjective. */
function isShort(unit: Unit): boolean {
  return unit.entries.some(({ form }) => form === "abbreviation");
}

function isAdjectival(unit: Unit): boolean {
  return unit.entries.some(
    ({ form, kind }) => form === "adjective" || kind === "ethnic" || kind === "religious",
  );
}

function isModifier(doc: Document, word: number, role: Unit): boolean {
  if (/^(?:least|most|more|than|about|some)$/i.test(doc.form[word]!)) return false;
  const upos = doc.upos[word]!;
  if (upos === POS.ADJ || upos === POS.NUM) return true;
  const rel = doc.deprel[word]!;
  const head = doc.head[word]!;
  const isInside = head > word && head < role.end;
  if (upos === POS.NOUN || upos === POS.PROPN)
    return isInside && (rel === REL.compound || rel === REL.amod || rel === REL["nmod:desc"]);
  if (upos === POS.VERB) return isInside && rel === REL.amod;
  return upos === POS.ADV && isInside;
}

function unitLeft(scan: PhraseScan, role: Unit, found: Modifiers, unit: Unit): number | null {
  const isNext = unit.end === found.start;
  if (unit.type === "name") {
    const sense = senseOf(scan.names, unit.entries, scan.day);
    if (sense === null) return null;
    takeOwner(scan, found, unit, sense);
    found.start = unit.start;
    return unit.start - 1;
  }
  if (unit.type === "role" && isNext) {
    if (unit.role!.isPlural && unit.role!.kind === "people") return null;
    if (unit.role!.kind === "honorific") return null;
    found.roles.push(unit.role!);
    scan.taken.add(unit);
    if (found.owners.length === 0) found.officeStart = unit.start;
    found.start = unit.start;
    return unit.start - 1;
  }
  const foreign = unit.end - unit.start === 1 ? scan.foreign.get(scan.doc.form[unit.start]!) : undefined;
  if (unit.type === "proper" && foreign !== undefined) {
    if (found.owners.length > 0 || found.foreign !== null) return null;
    found.foreign = foreign;
    found.start = unit.start;
    return unit.start - 1;
  }
  if (unit.type === "proper" && found.proper === null && found.owners.length === 0) {
    found.proper = unit;
    if (isCapital(scan.doc.form[role.start]!) && isNext) found.officeStart = unit.start;
    found.start = unit.start;
    return unit.start - 1;
  }
  return null;
}

/** "Varnian" before "troops" is a mention of the state itself. */
function takeForeign(scan: PhraseScan, found: Modifiers, word: number, name: string): void {
  found.foreign = name;
  found.start = word;
  scan.parts.push(foreignDraft(scan, { start: word, end: word + 1 }, "adjective", name));
}

function foreignDraft(
  scan: PhraseScan,
  { start, end }: Pick<Unit, "start" | "end">,
  shape: "adjective" | "name",
  name: string,
): Draft {
  return {
    start,
    end,
    head: headOf(scan.doc, start, end),
    sentence: scan.sentence,
    shape,
    kind: "state",
    readings: foreignReadings(name),
    code: null,
    sector: null,
    name,
    entry: null,
    role: null,
    office: "",
    isFormer: false,
    isPlural: false,
    isDefinite: false,
    isOwned: true,
    ethnicity: null,
    religion: null,
    owners: [],
    apposed: -1,
  };
}

function takeOwner(scan: PhraseScan, found: Modifiers, unit: Unit, sense: NameSense): void {
  const ethnic = unit.entries.find(({ kind }) => kind === "ethnic");
  const religious = unit.entries.find(({ kind }) => kind === "religious");
  const isState = sense.entry.kind !== "ethnic" && sense.entry.kind !== "religious";
  const text = scan.doc.form[unit.start]!.toLowerCase();
  if (ethnic !== undefined && (!isState || text === "ethnic")) found.ethnicity = peopleOf(ethnic);
  if (religious !== undefined) found.religion = religious.name;
  found.owners.push({ unit, sense });
}

/** The people of an ethnic row; one that lives in a named place ("Kosovo Albanian") is the last word's. */
function peopleOf(entry: NameEntry): string {
  return entry.sort === "ethnic" && entry.code !== null
    ? (entry.name.split(" ").at(-1) ?? entry.name)
    : entry.name;
}

const DELEGATES: ReadonlySet<string> = new Set([
  "delegation",
  "side",
  "delegate",
  "negotiating team",
  "mediation team",
  "negotiator",
  "peace negotiator",
  "chief negotiator",
  "chief",
  "head",
  "authority",
  "director",
  "chairman",
  "secretary",
  "commissioner",
  "representative",
  "envoy",
  "special envoy",
  "peace envoy",
  "personal envoy",
  "special representative",
  "mediator",
  "spokesman",
  "coalition",
  "office",
  "board",
  "department",
  "bureau",
  "service",
  "directorate",
  "secretariat",
  "agency",
  "administrator",
]);

/** What people are whatever they do; with a body of many states they are its own. */
const ANYBODY = /^(?:GOV|ELI|LAB|CVL|SOC|BUS)$/;

/** Those who have a place in public life through a relative. */
const KIN =
  /^(?:brother|sister|son|daughter|wife|husband|cousin|nephew|niece|uncle|aunt|widow|in-law|brother-in-law|father-in-law|son-in-law|mother|relative)$/;
/** "rebel soldiers", "police commandos": the modifier says whose they are. */
const FACTION = /^(?:REB|PRM|COP|OPP)$/;
const OF_OFFICE = /^(?:GOV|MIL|LEG|ELI|REB|OPP)$/;

const INTERNATIONAL: ReadonlySet<string> = new Set(["IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"]);

/** Those who speak for a people are no government. */
const LEADING =
  /^(?:leader|leadership|delegation|delegate|negotiator|negotiating team|representative|side|team|community|spokesman|official)$/;

/** The sector that a role has with this owner: of a state, of an organisation, of a group. */
function sectorOf(role: RoleEntry, inner: readonly RoleEntry[], owner: NameSense | null): string | null {
  const own =
    owner !== null && owner.entry.kind !== "state" && owner.entry.kind !== "capital" ? owner.sector : null;
  const isForeign = owner !== null && INTERNATIONAL.has(owner.code ?? "");
  if (role.sector !== null && !role.isWeak) {
    if (isForeign && ANYBODY.test(role.sector)) return own;
    const faction = inner.find(({ sector }) => FACTION.test(sector ?? ""));
    if (faction !== undefined && (role.sector === "MIL" || role.sector === "GOV")) return faction.sector;
    if (
      KIN.test(role.role) &&
      inner.some(({ sector, kind }) => kind !== "body" && OF_OFFICE.test(sector ?? ""))
    )
      return "ELI";
    return role.sector;
  }
  if (owner?.entry.kind === "ethnic" && owner.code !== null && LEADING.test(role.role)) return "CVL";
  const innerSector = inner.find(({ sector }) => sector !== null)?.sector ?? null;
  if (innerSector !== null) return innerSector;
  if (own !== null && own !== "CVL") return own;
  if (role.sector !== null) return isForeign && ANYBODY.test(role.sector) ? null : role.sector;
  const isOfState = owner !== null && /^(?:state|government|capital|contested)$/.test(owner.entry.kind);
  return isOfState && DELEGATES.has(role.role) ? "GOV" : null;
}

/** Singular nouns that are often no body of people at all: they need a determiner or an owner. */
const BARE_TRAPS: ReadonlySet<string> = new Set([
  "force",
  "side",
  "state",
  "battalion",
  "union",
  "family",
  "team",
  "mission",
  "agency",
  "group",
  "resistance",
  "party",
  "movement",
  "council",
  "commission",
  "organization",
  "bank",
  "fleet",
  "artillery",
  "head",
  "chief",
  "director",
  "father",
  "major",
  "marine",
  "court",
  "company",
  "coalition",
  "alliance",
  "administration",
  "authority",
  "leadership",
  "local",
  "general",
  "board",
  "office",
  "department",
  "bureau",
  "service",
  "column",
  "unit",
  "squad",
  "command",
  "fund",
  "trust",
  "society",
  "crown",
  "throne",
  "bench",
  "estate",
  "club",
  "league",
  "guild",
  "federation",
  "association",
  "institute",
  "institution",
  "corps",
  "wing",
  "network",
  "daily",
  "weekly",
  "school",
  "college",
  "hotel",
  "mill",
  "prison",
  "business",
  "guard",
  "member",
  "academy",
  "public",
  "rebellion",
  "patrol",
  "convoy",
  "parish",
  "temple",
  "campus",
  "faculty",
  "carrier",
  "operator",
  "drone",
  "picket",
  "agent",
  "radio",
  "staff",
  "headquarters",
]);

/** One draft for each owner of "British and French diplomats" where their codes differ; none where there is one side. */
function partsOf(
  scan: PhraseScan,
  unit: Unit,
  all: Modifiers["owners"],
  isFormer: boolean,
  inner: readonly RoleEntry[],
): Draft[] {
  const role = unit.role!;
  const owners = [...all]
    .filter(
      ({ sense }) =>
        sense.code !== null && (sense.entry.kind === "state" || sense.entry.kind === "organization"),
    )
    .sort((a, b) => a.unit.start - b.unit.start);
  const isJoined = owners.some(
    ({ unit: owner }, i) => i > 0 && isBetween(scan.doc, owners[i - 1]!.unit.end, owner.start),
  );
  if (!isJoined || new Set(owners.map(({ sense }) => sense.code)).size < 2) return [];
  const parts = owners.map((owner) =>
    partOf(scan, unit, owner, sectorWithState(sectorOf(role, inner, owner.sense), isFormer, role)),
  );
  scan.parts.push(...parts);
  return parts;
}

/** "the ministers of Britain, France | and the United States": all the owners after the preposition. */
function ownersFollowing(
  scan: PhraseScan,
  first: { readonly unit: Unit; readonly sense: NameSense | null },
): { unit: Unit; sense: NameSense }[] {
  const owners = first.sense === null ? [] : [{ unit: first.unit, sense: first.sense }];
  let word = first.unit.end;
  let hasAnd = false;
  while (owners.length > 0 && word < scan.end && /^(?:and|,|the)$/.test(scan.doc.form[word]!)) {
    if (scan.doc.form[word] === "and") hasAnd = true;
    word++;
    const unit = scan.units[scan.unitAt[word - scan.start] ?? -1];
    const sense = unit?.type === "name" ? senseOf(scan.names, unit.entries, scan.day) : null;
    if (unit === undefined || sense === null) continue;
    const next = scan.units[scan.unitAt[unit.end - scan.start] ?? -1];
    if (isAdjectival(unit) || next?.type === "role" || scan.doc.form[unit.end] === "'s") break;
    owners.push({ unit, sense });
    word = unit.end;
    if (hasAnd) break;
  }
  return hasAnd ? owners : [];
}

/** Whether nothing but "and" or a comma stands between two owners. */
function isBetween(doc: Document, start: number, end: number): boolean {
  for (let word = start; word < end; word++) if (!/^(?:and|,|&|the)$/.test(doc.form[word]!)) return false;
  return end > start;
}

function partOf(
  scan: PhraseScan,
  role: Unit,
  owner: Modifiers["owners"][number],
  sector: string | null,
): Draft {
  const { doc } = scan;
  const { unit, sense } = owner;
  const name = `${textOfName(doc, unit)} ${textOfName(doc, role)}`;
  return {
    start: unit.start,
    end: unit.end,
    head: headOf(doc, unit.start, unit.end),
    sentence: scan.sentence,
    shape: "role",
    kind: "role",
    readings: [{ as: "role", code: sense.code, sector, name, source: role.role!.source }],
    code: sense.code,
    sector,
    name,
    entry: null,
    role: role.role,
    office: "",
    isFormer: false,
    isPlural: true,
    isDefinite: false,
    isOwned: true,
    ethnicity: null,
    religion: null,
    owners: [],
    apposed: -1,
  };
}

/** "officials of NATO", "leaders of the rebels": the unit after the preposition. */
function ownerAfter(scan: PhraseScan, role: Unit): { unit: Unit; sense: NameSense | null } | null {
  const preposition = scan.doc.form[role.end]?.toLowerCase();
  if (role.end >= scan.end || (preposition !== "of" && preposition !== "for")) return null;
  for (let word = role.end + 1; word < scan.end && word < role.end + 5; word++) {
    const unit = scan.units[scan.unitAt[word - scan.start]!];
    if (unit !== undefined) {
      if (unit.type === "name") return { unit, sense: senseOf(scan.names, unit.entries, scan.day) };
      return unit.type === "role" ? { unit, sense: null } : null;
    }
    const upos = scan.doc.upos[word]!;
    if (upos !== POS.DET && upos !== POS.ADJ) return null;
  }
  return null;
}

function rolePhrase(scan: PhraseScan, unit: Unit): void {
  const { doc } = scan;
  const role = unit.role!;
  const found = modifiersOf(scan, unit);
  const proper = properAfter(scan, unit);
  if (role.kind === "honorific" && proper === null) return;
  const isBare =
    !found.hasDeterminer &&
    found.owners.length === 0 &&
    found.roles.length === 0 &&
    found.proper === null &&
    found.foreign === null;
  if (isBare && proper === null && !role.isPlural && BARE_TRAPS.has(role.role)) return;
  const after = proper === null ? ownerAfter(scan, unit) : null;
  const named = found.owners.find(({ sense }) => sense.code !== null && sense.entry.kind !== "religious");
  const owner = named?.sense ?? after?.sense ?? found.owners[0]?.sense ?? null;
  const inner =
    after !== null && after.unit.type === "role" ? [...found.roles, after.unit.role!] : found.roles;
  const isForeign = found.foreign !== null && owner === null;
  const ofState = isForeign && DELEGATES.has(role.role) ? "GOV" : null;
  const held = owner === null && found.proper !== null ? heldBy(scan, found.proper) : null;
  const sector = sectorWithState(
    sectorOfHolder(role, held) ?? sectorOf(role, inner, owner) ?? ofState,
    found.isFormer,
    role,
  );
  const following = after === null || !role.isPlural ? [] : ownersFollowing(scan, after);
  const parts = partsOf(scan, unit, following.length > 1 ? following : found.owners, found.isFormer, inner);
  const isBody = found.proper !== null && isCapital(doc.form[unit.start]!) && role.kind === "body";
  const ofHolder = isBody ? null : (held?.code ?? null);
  const code = parts.length > 0 ? null : (owner?.code ?? ofHolder);
  const end =
    proper !== null
      ? proper.end
      : after !== null && after.sense !== null
        ? Math.max(after.unit.end, ...(parts.length > 0 ? following.map((owner) => owner.unit.end) : []))
        : unit.end;
  const office =
    role.kind === "honorific" || role.kind === "people"
      ? ""
      : doc.text.slice(doc.from[found.officeStart]!, doc.to[unit.end - 1]!);
  const isPerson = proper !== null;
  const kind: MentionKind = isPerson ? "person" : isBody ? "organization" : "role";
  const name = isPerson
    ? textOfName(doc, proper)
    : doc.text.slice(
        doc.from[isBody ? found.officeStart : skipDeterminer(doc, found.start)]!,
        doc.to[end - 1]!,
      );
  if (proper !== null) scan.taken.add(proper);
  if (isBody) scan.taken.add(found.proper!);
  const readings: Reading[] =
    parts.length > 0
      ? parts.map((part) => part.readings[0]!)
      : code === null && sector === null && !isPerson && !isBody
        ? []
        : [
            {
              as: isPerson ? "person" : isBody ? "organization" : "role",
              code,
              sector,
              name,
              source: isPerson ? "title" : role.source,
            },
          ];
  scan.drafts.push({
    start: found.start,
    end,
    head: isPerson ? headOf(doc, unit.start, end) : headOf(doc, unit.start, unit.end),
    sentence: scan.sentence,
    shape: isPerson ? "person" : isBody ? "name" : "role",
    kind,
    readings,
    code,
    sector,
    name,
    entry: null,
    role,
    office,
    isFormer: found.isFormer,
    isPlural: role.isPlural,
    isDefinite: found.isDefinite,
    isOwned: isForeign || ofHolder !== null || (owner !== null && owner.code !== null),
    ethnicity: isPerson ? null : found.ethnicity,
    religion: isPerson ? null : found.religion,
    owners: [],
    ...(parts.length > 0 && { parts }),
    apposed: -1,
  });
}

/** "the Clinton administration", "Clinton's envoy": what the one named serves on the day. */
function heldBy(
  { doc, names, day }: PhraseScan,
  unit: Unit,
): { readonly code: string; readonly sector: string | null } | null {
  const found = heldOffice(names.holders, textOfName(doc, unit), day, null);
  return found?.isHeld ? { code: names.countries.at(found.holder.code, day), sector: found.sector } : null;
}

/** "the rebel leader's men" are rebels, a president's brother belongs to the elites. */
function sectorOfHolder(role: RoleEntry, held: { readonly sector: string | null } | null): string | null {
  if (held === null || held.sector === null) return null;
  if (KIN.test(role.role)) return "ELI";
  return role.isWeak && (role.kind === "people" || role.kind === "envoy") ? held.sector : null;
}

/** A former office holder belongs to the elites, whatever the office was. */
function sectorWithState(sector: string | null, isFormer: boolean, role: RoleEntry): string | null {
  const isOffice = role.kind === "office" || role.kind === "rank" || role.kind === "envoy";
  return isFormer && isOffice && sector !== null ? "ELI" : sector;
}

function skipDeterminer(doc: Document, start: number): number {
  let word = start;
  while (doc.upos[word] === POS.DET || doc.upos[word] === POS.NUM) word++;
  return word;
}

/** The proper name right after a title: "President | Slobodan Milosevic". */
function properAfter(scan: PhraseScan, role: Unit): Unit | null {
  if (!role.role!.isTitle || role.role!.isPlural || role.end >= scan.end) return null;
  const next = scan.units[scan.unitAt[role.end - scan.start]!];
  return next !== undefined && next.type === "proper" && next.start === role.end ? next : null;
}

/** A person's name in one line and with single blanks. */
function textOfName(doc: Document, unit: Unit): string {
  return doc.text.slice(doc.from[unit.start]!, doc.to[unit.end - 1]!).replace(/\s+/g, " ");
}

/** Words for what governments do and say: "a Russian proposal" is the government's. */
const STATECRAFT =
  /^(?:proposal|offer|demand|request|call|appeal|initiative|effort|mediation|diplomacy|policy|position|stance|decision|statement|warning|threat|pressure|pledge|promise|plan|support|opposition|objection|criticism|refusal|rejection|response|reaction|response|veto|sanction|ultimatum|invitation|visit|concession|assurance|acceptance|note|protest|condemnation|claim|denial|aid|assistance|recognition|intervention|involvement|participation|side|move|measure|embargo|blockade)$/;

function namePhrase(scan: PhraseScan, unit: Unit): void {
  const { doc } = scan;
  const sense = senseOf(scan.names, unit.entries, scan.day);
  if (sense === null) return;
  const head = headOf(doc, unit.start, unit.end);
  const isAdjective = isModifying(doc, unit, head) && isAdjectival(unit);
  const parent = doc.head[head]!;
  let { readings } = sense;
  const isPlural = /s$/.test(doc.form[unit.end - 1]!) && doc.upos[unit.end - 1] !== POS.ADJ;
  if (isAdjective && parent >= 0 && STATECRAFT.test(doc.lemma[parent]!)) readings = governmentFirst(readings);
  const isPeople =
    !isAdjective && unit.entries.some(({ form }) => form === "adjective" || form === "demonym");
  if (isPeople && sense.entry.kind === "state") readings = peopleReadings(readings);
  const first = readings[0]!;
  const kind: MentionKind = isPeople ? "group" : sense.kind;
  scan.drafts.push({
    start: unit.start,
    end: unit.end,
    head,
    sentence: scan.sentence,
    shape: isAdjective ? "adjective" : "name",
    kind,
    readings,
    code: first.code,
    sector: first.sector,
    name: first.name,
    entry: sense.entry,
    role: null,
    office: "",
    isFormer: false,
    isPlural,
    isDefinite: false,
    isOwned: true,
    ethnicity: sense.entry.kind === "ethnic" ? peopleOf(sense.entry) : null,
    religion: sense.entry.kind === "religious" ? sense.entry.name : null,
    owners: [],
    apposed: -1,
  });
}

function isModifying(doc: Document, unit: Unit, head: number): boolean {
  if (doc.upos[head] === POS.ADJ && !isDefinite(doc, head)) return true;
  if (doc.head[head]! >= unit.end && doc.upos[head] === POS.ADJ) return true;
  const rel = doc.deprel[head]!;
  return (
    (rel === REL.amod || rel === REL.compound || rel === REL["nmod:desc"]) && doc.head[head]! >= unit.end
  );
}

function governmentFirst(readings: readonly Reading[]): readonly Reading[] {
  const government = readings.filter(({ as }) => as === "government");
  return [...government, ...readings.filter(({ as }) => as !== "government")];
}

/** "The Russians said": the people or their side; the text does not say which, so the sector stays open. */
function peopleReadings(readings: readonly Reading[]): readonly Reading[] {
  const first = readings[0]!;
  return [{ ...first, as: "group", sector: null }, ...readings.filter(({ as }) => as === "government")];
}

function properPhrase(scan: PhraseScan, unit: Unit): void {
  const { doc } = scan;
  const foreign = unit.end - unit.start === 1 ? scan.foreign.get(doc.form[unit.start]!) : undefined;
  if (foreign !== undefined) {
    const isAdjective = foreign !== doc.form[unit.start] || /(?:an|ese)$/.test(foreign);
    scan.drafts.push(foreignDraft(scan, unit, isAdjective ? "adjective" : "name", foreign));
    return;
  }
  scan.drafts.push({
    start: unit.start,
    end: unit.end,
    head: headOf(doc, unit.start, unit.end),
    sentence: scan.sentence,
    shape: "proper",
    kind: "common",
    readings: [],
    code: null,
    sector: null,
    name: textOfName(doc, unit),
    entry: null,
    role: null,
    office: "",
    isFormer: false,
    isPlural: false,
    isDefinite: false,
    isOwned: false,
    ethnicity: null,
    religion: null,
    owners: [],
    apposed: -1,
  });
}

/** Whether a word has a determiner among its children that makes it definite. */
export function isDefinite(doc: Document, word: number): boolean {
  for (const child of children(doc, word))
    if (doc.upos[child] === POS.DET && /^(?:the|this|that|these|those)$/i.test(doc.form[child]!)) return true;
  return false;
}
