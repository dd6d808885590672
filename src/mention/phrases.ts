import type { Document } from "../document/index.ts";
import type { IsoDate } from "../time/index.ts";
import type { Draft } from "./draft.ts";
import type { ForeignStates } from "./foreign.ts";
import type { MentionKind, Reading } from "./mention.ts";
import { foreignDraft, isAdjectival, modifiersOf, peopleOf } from "./modifiers.ts";
import type { Names } from "./names.ts";
import { heldBy, ownerAfter, ownersFollowing, partsOf } from "./owners.ts";
import { senseOf } from "./readings.ts";
import { type PhraseScan, textOfName } from "./scan.ts";
import { DELEGATES, sectorOf, sectorOfHolder, sectorWithState } from "./sectors.ts";
import type { Unit } from "./units.ts";
import { headOf, isCapital, isDefinite, POS, REL } from "./words.ts";

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
