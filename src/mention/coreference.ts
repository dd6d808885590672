import { children, type Document } from "../document/index.ts";
import type { IsoDate } from "../time/index.ts";
import { hasPossessor } from "./context.ts";
import type { Draft } from "./draft.ts";
import { type Cluster, Clusters, knownOffice, surnameOf } from "./entities.ts";
import { askedBy, bodyMeant, coordinationsOf, joinGroup, membersMeant } from "./groups.ts";
import { placeHint } from "./hints.ts";
import type { Entity, Known, MentionKind } from "./mention.ts";
import type { Names } from "./names.ts";
import { addMembers, placeRole } from "./offices.ts";
import { pronounAntecedent } from "./pronouns.ts";
import { indexAt, type Referring, takeUp } from "./referring.ts";
import { caseOf } from "./words.ts";

/** Says which mentions refer to the same: drafts in text order, each given to a cluster. */
export function cluster(
  doc: Document,
  names: Names,
  day: IsoDate | null,
  drafts: readonly Draft[],
  known: Known | undefined,
): Clusters {
  const clusters = new Clusters();
  const reading: Referring = {
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
function placeGroup({ doc, clusters, coordinations, drafts }: Referring, draft: Draft): boolean {
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

function placePerson({ clusters, known, day }: Referring, draft: Draft): void {
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

function placeProper(reading: Referring, draft: Draft): void {
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

function placeName(reading: Referring, draft: Draft): void {
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

function definesAlias({ drafts }: Referring, draft: Draft): boolean {
  const beside = drafts[draft.apposed];
  return beside !== undefined && beside.shape === "proper" && beside.start === draft.end + 1;
}

/** "the Lake Basin Commission (LBC)": the abbreviation is another name of it from here on. */
function adoptAlias({ drafts, clusters }: Referring, item: Cluster, draft: Draft): void {
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
function adoptPossessor(reading: Referring, draft: Draft): void {
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

function placePronoun({ doc, clusters, drafts, coordinations }: Referring, draft: Draft): void {
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
