import { children, type Document } from "../document/index.ts";
import type { IsoDate } from "../time/index.ts";
import { PLACE_NOUNS } from "./anaphors.ts";
import { hasPossessor } from "./context.ts";
import type { Draft } from "./draft.ts";
import { type Cluster, Clusters, knownOffice, surnameOf } from "./entities.ts";
import { askedBy, bodyMeant, type Coordination, coordinationsOf, joinGroup, membersMeant } from "./groups.ts";
import type { Entity, Known, MentionKind } from "./mention.ts";
import type { Names } from "./names.ts";
import { pronounAntecedent } from "./pronouns.ts";
import { caseOf } from "./words.ts";

interface Reading {
  readonly doc: Document;
  readonly names: Names;
  readonly day: IsoDate | null;
  readonly known: Known | undefined;
  readonly drafts: readonly Draft[];
  readonly clusters: Clusters;
  readonly coordinations: readonly Coordination[];
}

/** Says which mentions refer to the same: drafts in text order, each given to a cluster. */
export function cluster(
  doc: Document,
  names: Names,
  day: IsoDate | null,
  drafts: readonly Draft[],
  known: Known | undefined,
): Clusters {
  const clusters = new Clusters();
  const reading: Reading = {
    doc,
    names,
    day,
    known,
    drafts,
    clusters,
    coordinations: coordinationsOf(doc, drafts),
  };
  // Persons first, so that a surname finds its bearer also where the full name comes later ("Berg … said Prime Minister Anna Berg").
  for (const draft of drafts) if (draft.shape === "person") placePerson(reading, draft);
  for (const draft of drafts)
    if (draft.shape === "name" && definesAlias(reading, draft)) placeName(reading, draft);
  const proper = drafts.filter(({ shape }) => shape === "proper");
  for (const draft of proper)
    if (draft.name.includes(" ") && !clusters.of.has(draft)) placeProper(reading, draft);
  for (const draft of proper) if (!clusters.of.has(draft)) placeProper(reading, draft);
  clusters.indexHolders();
  for (const draft of drafts) {
    if (clusters.of.has(draft) || placeGroup(reading, draft)) continue;
    if (draft.shape === "name" || draft.shape === "adjective") placeName(reading, draft);
    else if (draft.shape === "role") {
      adoptPossessor(reading, draft);
      placeRole(reading, draft);
    } else if (draft.shape === "hint") placeHint(reading, draft);
    else if (draft.shape === "pronoun") placePronoun(reading, draft);
  }
  for (const draft of drafts)
    for (const part of draft.parts ?? []) clusters.of.get(draft)!.members.add(clusters.of.get(part)!.index);
  for (const item of clusters.all)
    if (item.kind === "role" || item.kind === "group") addMembers(reading, item);
  return clusters;
}

/** "the two governments", "both sides": those last named together. */
function placeGroup({ doc, clusters, coordinations, drafts }: Reading, draft: Draft): boolean {
  if (draft.shape !== "role" && draft.shape !== "hint") return false;
  const asked = askedBy(doc, draft);
  if (asked === null) return false;
  const members = membersMeant(clusters, coordinations, drafts, draft, asked);
  if (members.length > 1) {
    joinGroup(clusters, draft, members);
    return true;
  }
  const body = bodyMeant(clusters, drafts, draft, asked);
  if (body !== undefined) {
    takeUp(clusters, body, draft);
    return true;
  }
  if (draft.shape === "role" && !OPEN_SIDES.test(asked.noun)) return false;
  draft.isPlural = true;
  draft.code = null;
  draft.sector = null;
  draft.readings = [];
  clusters.open(draft, draft.shape === "role" ? "group" : "other");
  return true;
}

/** Nouns that say nothing of a state or a sector by themselves. */
const OPEN_SIDES = /^(?:side|party|delegation)$/;

function placePerson({ clusters, known, day }: Reading, draft: Draft): void {
  const key = `person|${draft.name}`;
  let found = clusters.find(key);
  if (found === undefined && !draft.name.includes(" "))
    found = latest(clusters.surnamed(surnameOf(draft.name)), draft);
  if (found === undefined) {
    found = clusters.open(draft, "person", [key]);
    clusters.addSurname(found);
    if (draft.code === null && draft.holder === undefined) learn(found, draft, known, day);
  } else {
    clusters.join(found, draft);
    if (draft.name.length > found.name.length) found.name = draft.name;
  }
  if (draft.role !== null && /^(?:mrs\.|queen|princess|lady|dame)$/.test(draft.role.role))
    found.gender = "she";
  if (draft.office.endsWith("woman")) found.gender = "she";
  if (draft.role?.role === "mr." || draft.office.endsWith("man")) found.gender ??= "he";
  clusters.addOffice(found, draft);
}

/** The bearer of a surname who was named last before the mention, else the first after it. */
function latest(candidates: readonly Cluster[], draft: Draft): Cluster | undefined {
  let best: Cluster | undefined;
  let bestStart = -1;
  for (const candidate of candidates)
    for (const { start } of candidate.drafts)
      if (start < draft.start && start > bestStart) {
        best = candidate;
        bestStart = start;
      }
  return best ?? candidates[0];
}

function learn(item: Cluster, draft: Draft, known: Known | undefined, day: IsoDate | null): boolean {
  const fact = knownOffice(known?.offices ?? [], draft.name, day);
  if (fact === null) return false;
  item.kind = "person";
  item.code = fact.code;
  item.sector ??= fact.sector;
  item.isPublic = true;
  if (item.offices.length === 0) item.offices.push({ title: fact.title, since: null, until: null });
  item.readings = [{ as: "person", code: fact.code, sector: fact.sector, name: draft.name, source: "known" }];
  return true;
}

function placeProper(reading: Reading, draft: Draft): void {
  const { clusters, drafts, known, day } = reading;
  const found =
    clusters.find(`alias|${draft.name}`) ??
    clusters.find(`person|${draft.name}`) ??
    latest(
      clusters.surnamed(surnameOf(draft.name)).filter((item) => fits(item.name, draft.name)),
      draft,
    );
  if (found !== undefined) {
    if (found.kind === "person") draft.kind = "person";
    clusters.join(found, draft);
    return;
  }
  const beside = drafts[draft.apposed];
  if (beside !== undefined && beside.shape === "role" && !clusters.of.has(beside)) {
    draft.kind = "person";
    const item = clusters.open(draft, "person", [`person|${draft.name}`]);
    clusters.addSurname(item);
    item.code = beside.code;
    item.sector = beside.sector;
    item.readings = [
      { as: "person", code: beside.code, sector: beside.sector, name: draft.name, source: "apposition" },
    ];
    clusters.join(item, beside);
    clusters.addOffice(item, beside);
    return;
  }
  if (beside !== undefined && draft.start > beside.start && beside.shape !== "proper") return;
  const item = clusters.open(draft, "other", [`alias|${draft.name}`]);
  if (learn(item, draft, known, day)) {
    draft.kind = "person";
    clusters.addSurname(item);
    clusters.name(item, `person|${draft.name}`);
  }
}

/** A lone surname fits its bearer; two full names with one surname are two people. */
function fits(full: string, name: string): boolean {
  return !name.includes(" ") || !full.includes(" ");
}

const ENTITY_KIND: Readonly<Record<MentionKind, Entity["kind"]>> = {
  person: "person",
  state: "state",
  organization: "organization",
  group: "group",
  role: "role",
  place: "place",
  pronoun: "other",
  common: "other",
};

const LOCAL = new Set([
  "in",
  "at",
  "to",
  "near",
  "from",
  "outside",
  "around",
  "into",
  "through",
  "toward",
  "towards",
  "inside",
  "across",
  "over",
  "via",
  "on",
]);

/** Whether a name that may be a place or a government stands where a place stands. */
function isPlaced(doc: Document, draft: Draft): boolean {
  return LOCAL.has(caseOf(doc, children(doc, draft.head)));
}

function placeName(reading: Reading, draft: Draft): void {
  const { doc, clusters } = reading;
  let kind = ENTITY_KIND[draft.kind];
  if (draft.entry?.kind === "capital") {
    const isPlace = isPlaced(doc, draft) || !draft.readings.some(({ as }) => as === "government");
    kind = isPlace ? "place" : "government";
    if (isPlace) {
      draft.readings = [...draft.readings].sort(
        (a, b) => Number(b.as === "place") - Number(a.as === "place"),
      );
      draft.sector = null;
    }
  } else if (draft.entry?.kind === "government") kind = "government";
  const people = draft.kind === "group" && draft.entry?.kind === "state" ? "people|" : "";
  const key = `${people}${kind}|${draft.name}|${draft.code ?? ""}`;
  const beside = reading.drafts[draft.apposed];
  const known = clusters.find(key) ?? (isAbbreviating(draft, beside) ? clusters.of.get(beside!) : undefined);
  if (known === undefined) {
    const item = clusters.open(draft, kind, [key]);
    if (kind === "state" && draft.shape === "adjective") item.sector = null;
    adoptAlias(reading, item, draft);
  } else {
    clusters.join(known, draft);
    clusters.name(known, key);
  }
}

function isAbbreviating(draft: Draft, beside: Draft | undefined): boolean {
  return (
    beside !== undefined &&
    beside.end + 1 === draft.start &&
    beside.shape !== "role" &&
    beside.shape !== "person"
  );
}

function definesAlias({ drafts }: Reading, draft: Draft): boolean {
  const beside = drafts[draft.apposed];
  return beside !== undefined && beside.shape === "proper" && beside.start === draft.end + 1;
}

/** "the Lake Basin Commission (LBC)": the abbreviation is another name of it from here on. */
function adoptAlias({ drafts, clusters }: Reading, item: Cluster, draft: Draft): void {
  const beside = drafts[draft.apposed];
  if (beside === undefined || beside.shape !== "proper" || beside.start !== draft.end + 1) return;
  if (!clusters.of.has(beside)) {
    beside.kind = draft.kind;
    beside.readings = draft.readings;
    clusters.join(item, beside);
  }
  clusters.name(item, `alias|${beside.name}`);
}

/** "its army", "the alliance's secretary general": the phrase takes its possessor's code. */
function adoptPossessor(reading: Reading, draft: Draft): void {
  const { doc, drafts, clusters } = reading;
  if (draft.code !== null || draft.isOwned || draft.parts !== undefined || !hasPossessor(doc, draft)) return;
  const at = indexAt(drafts, draft);
  const isPronoun = /^(?:its|their)$/i.test(doc.form[draft.start]!);
  const owner = isPronoun
    ? drafts.slice(at + 1, at + 4).find(({ shape, start }) => shape === "pronoun" && start === draft.start)
    : drafts.slice(Math.max(0, at - 4), at).find(({ end }) => end === draft.start - 1);
  if (owner === undefined) return;
  if (isPronoun && !clusters.of.has(owner)) placePronoun(reading, owner);
  const item = clusters.of.get(owner);
  if (item === undefined || item.code === null || item.kind === "place") return;
  const isForeign = /^(?:IGO|UNO|EUR|NGO)$/.test(item.code);
  if (draft.sector === null && draft.role?.kind === "people") return;
  draft.code = item.code;
  if (isForeign && (draft.sector === "GOV" || draft.sector === "ELI")) draft.sector = item.sector;
  draft.readings = [
    { as: "role", code: draft.code, sector: draft.sector, name: draft.name, source: "possessor" },
  ];
}

const LEADERS: ReadonlySet<string> = new Set([
  "leader",
  "ruler",
  "military ruler",
  "strongman",
  "dictator",
  "head of state",
]);
const HEADS =
  /\b(?:president|prime minister|premier|king|queen|emir|sultan|chancellor|supreme leader|shah|ruler|leader|chairman)\b/i;

function placeRole(reading: Reading, draft: Draft): void {
  const { clusters, drafts, names } = reading;
  const role = draft.role!;
  const again = draft.again === undefined ? undefined : clusters.of.get(draft.again);
  if (again !== undefined) {
    clusters.join(again, draft);
    return;
  }
  const beside = drafts[draft.apposed];
  const named = beside === undefined ? undefined : clusters.of.get(beside);
  if (named !== undefined && named.kind === "person") {
    clusters.join(named, draft);
    clusters.addOffice(named, draft);
    return;
  }
  const isOffice =
    role.kind === "office" || role.kind === "rank" || role.kind === "spokesman" || role.kind === "envoy";
  if (isOffice && !draft.isPlural && !draft.isFormer) {
    const holder = holderOf(clusters, draft);
    if (holder !== undefined) {
      clusters.join(holder, draft);
      return;
    }
  }
  if (!draft.isOwned && draft.isDefinite && names.hints.has(role.role)) {
    const item = hinted(clusters, draft, role.role);
    if (item !== undefined) {
      takeUp(clusters, item, draft);
      return;
    }
  }
  const key = `role|${roleKey(draft)}|${draft.code ?? ""}|${draft.sector ?? ""}|${draft.ethnicity ?? ""}`;
  const same = draft.isDefinite || draft.isOwned ? clusters.find(key) : undefined;
  const group = same ?? sameDelegation(clusters, draft);
  if (group !== undefined) clusters.join(group, draft);
  else clusters.open(draft, roleKind(draft), [key]);
}

function roleKind(draft: Draft): Entity["kind"] {
  const { role, sector } = draft.role!;
  if (/^(?:government|regime|administration|authority|leadership|cabinet)$/.test(role) && sector === "GOV")
    return "government";
  return draft.isPlural || draft.role!.kind === "people" ? "group" : "role";
}

/** "government ministers" and "ministers" are one kind; "forces" and "security forces" are two. */
function roleKey(draft: Draft): string {
  const { role, kind } = draft.role!;
  return kind === "office" ? (role.split(" ").at(-1) ?? role) : role;
}

/** The person in the report who holds the office that a phrase without a name speaks of. */
function holderOf(clusters: Clusters, draft: Draft): Cluster | undefined {
  const { role } = draft.role!;
  let best: Cluster | undefined;
  for (const item of clusters.holders(draft.code)) {
    if (!hasBefore(item, draft)) continue;
    const isOpen = item.code === null && draft.sentence - item.drafts[0]!.sentence <= 1;
    if (draft.code !== null ? item.code !== draft.code && !isOpen : !draft.isDefinite) continue;
    const isHolder = item.offices.some(({ title }) => isOffice(title, role));
    if (isHolder && (best === undefined || lastBefore(item, draft) > lastBefore(best, draft))) best = item;
  }
  return best;
}

function isOffice(title: string, role: string): boolean {
  if (/^former /i.test(title)) return false;
  const office = title.toLowerCase();
  if (office === role) return true;
  if (LEADERS.has(role)) return HEADS.test(office);
  return office.endsWith(` ${role}`) && !/^(?:vice|deputy)/.test(office);
}

function hasBefore(item: Cluster, draft: Draft): boolean {
  return item.drafts.some(({ start }) => start < draft.start);
}

function lastBefore(item: Cluster, draft: Draft): number {
  let last = -1;
  for (const { start } of item.drafts) if (start < draft.start && start > last) last = start;
  return last;
}

/** "the Russian delegation" after "Russian ministers" and the like, in the sentences just before. */
function sameDelegation(clusters: Clusters, draft: Draft): Cluster | undefined {
  if (draft.code === null || draft.sector !== "GOV") return undefined;
  const isDelegation = draft.role!.role === "delegation";
  // Three sentences hold far fewer new entities than this.
  const oldest = Math.max(0, clusters.all.length - 300);
  for (let i = clusters.all.length - 1; i >= oldest; i--) {
    const item = clusters.all[i]!;
    if (item.code !== draft.code || item.sector !== "GOV") continue;
    const near = item.drafts.some(
      ({ sentence, start }) => start < draft.start && draft.sentence - sentence <= 3,
    );
    if (!near) continue;
    const isGroup = item.drafts.some(
      ({ role, isPlural, shape }) => shape === "role" && isPlural && role?.kind === "office",
    );
    const hasDelegation = item.drafts.some(({ role }) => role?.role === "delegation");
    if (isDelegation ? isGroup : draft.isPlural && draft.role!.kind === "office" && hasDelegation)
      return item;
  }
  return undefined;
}

/** The last organisation or group before a definite noun that may stand for it. */
function hinted(clusters: Clusters, draft: Draft, noun: string): Cluster | undefined {
  const item = clusters.lastHinted(noun);
  return item?.drafts.some(({ start }) => start < draft.start) ? item : undefined;
}

function takeUp(clusters: Clusters, item: Cluster, draft: Draft): void {
  const first = item.drafts[0]!;
  draft.kind = first.kind;
  draft.readings = item.readings;
  draft.code = item.code;
  draft.sector = item.sector;
  clusters.join(item, draft);
}

function placeHint(reading: Reading, draft: Draft): void {
  const { doc, clusters } = reading;
  const noun = doc.lemma[draft.head]!.toLowerCase();
  const sorts = PLACE_NOUNS[noun];
  const item = sorts === undefined ? hinted(clusters, draft, noun) : placeMeant(reading, draft, sorts);
  if (item !== undefined) takeUp(clusters, item, draft);
  else if (noun === "country" || noun === "nation") openCountry(reading, draft);
  else clusters.open(draft, "other");
}

/** "his country", where the state has no mention of its own yet. */
function openCountry({ clusters, drafts, names }: Reading, draft: Draft): void {
  const owner = drafts[indexAt(drafts, draft) - 1];
  const code = owner?.shape === "pronoun" && owner.end === draft.start ? clusters.of.get(owner)?.code : null;
  const name = code ? names.countries.nameOf(code) : null;
  if (!code || name === null) {
    clusters.open(draft, "other");
    return;
  }
  draft.kind = "state";
  draft.code = code;
  draft.readings = [{ as: "state", code, sector: null, name, source: "possessor" }];
  const item = clusters.open(draft, "state", [`state|${name}|${code}`]);
  item.name = name;
}

/** "the province", "his country": the last place of that sort; with a possessive, the possessor's state. */
function placeMeant(reading: Reading, draft: Draft, sorts: readonly string[]): Cluster | undefined {
  const { doc, clusters, names, drafts } = reading;
  const at = indexAt(drafts, draft);
  const isOwned = drafts[at - 1]?.shape === "pronoun" && drafts[at - 1]!.end === draft.start;
  const ownerCode = isOwned ? clusters.of.get(drafts[at - 1]!)?.code : undefined;
  for (let i = at - 1; i >= 0 && drafts[i]!.sentence >= draft.sentence - PLACE_REACH; i--) {
    const other = drafts[i]!;
    const item = clusters.of.get(other);
    if (item === undefined || other.shape === "pronoun" || other.shape === "hint") continue;
    if (isOwned) {
      if (ownerCode && item.kind === "state" && item.code === ownerCode && other.shape !== "role")
        return item;
      continue;
    }
    if (!sorts.includes(sortOf(names, other))) continue;
    if (doc.lemma[draft.head] !== "capital" || item.kind === "place") return item;
  }
  return undefined;
}

/** How many sentences back "the province" may reach. */
const PLACE_REACH = 12;

/** Index of a draft in the list, which is in text order, by halving. */
function indexAt(drafts: readonly Draft[], draft: Draft): number {
  let low = 0;
  let high = drafts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (drafts[middle]!.start < draft.start) low = middle + 1;
    else high = middle;
  }
  while (low < drafts.length && drafts[low] !== draft) low++;
  return low;
}

/** Province, region, city, state; a state's name on a day before the state was one is a province of another. */
function sortOf(names: Names, draft: Draft): string {
  const { entry } = draft;
  if (entry === null || draft.shape === "adjective") return "";
  if (entry.kind === "capital") return "city";
  if (entry.kind === "contested") return "contested";
  if (entry.kind === "place") return entry.sort;
  if (entry.kind !== "state") return "";
  const isWhole = entry.code === draft.code || names.countries.nameOf(entry.code ?? "") === null;
  return isWhole ? "state" : "province";
}

function placePronoun({ doc, clusters, drafts, coordinations }: Reading, draft: Draft): void {
  const antecedent = pronounAntecedent(doc, clusters, drafts, coordinations, draft);
  if (Array.isArray(antecedent)) {
    joinGroup(clusters, draft, antecedent);
    return;
  }
  if (antecedent === undefined) {
    clusters.open(draft, "other");
    return;
  }
  draft.readings = antecedent.readings;
  draft.code = antecedent.code;
  draft.sector = antecedent.sector;
  clusters.join(antecedent, draft);
}

/** "the ministers" are the ministers of that state whom the report names. */
function addMembers({ clusters }: Reading, item: Cluster): void {
  if (item.code === null) return;
  for (const { shape, isPlural, role } of item.drafts) {
    if (shape !== "role" || !isPlural || role?.kind !== "office") continue;
    const noun = role.role.split(" ").at(-1)!;
    for (const person of clusters.all)
      if (
        person.kind === "person" &&
        person.code === item.code &&
        person.offices.some(({ title }) => isMember(title, noun))
      )
        item.members.add(person.index);
  }
}

function isMember(title: string, noun: string): boolean {
  if (/^former /i.test(title)) return false;
  return title.toLowerCase().split(" ").at(-1) === noun && !/prime minister$/i.test(title);
}
