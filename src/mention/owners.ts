import type { Document } from "../document/index.ts";
import type { Draft } from "./draft.ts";
import { heldOffice } from "./holders.ts";
import { isAdjectival, type Modifiers } from "./modifiers.ts";
import type { RoleEntry } from "./names.ts";
import { type NameSense, senseOf } from "./readings.ts";
import { type PhraseScan, textOfName } from "./scan.ts";
import { sectorOf, sectorWithState } from "./sectors.ts";
import type { Unit } from "./units.ts";
import { headOf, POS } from "./words.ts";

/** One draft for each owner of "British and French diplomats" where their codes differ; none where there is one side. */
export function partsOf(
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
export function ownersFollowing(
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
export function ownerAfter(scan: PhraseScan, role: Unit): { unit: Unit; sense: NameSense | null } | null {
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

/** "the Clinton administration", "Clinton's envoy": what the one named serves on the day. */
export function heldBy(
  { doc, names, day }: PhraseScan,
  unit: Unit,
): { readonly code: string; readonly sector: string | null } | null {
  const found = heldOffice(names.holders, textOfName(doc, unit), day, null);
  return found?.isHeld ? { code: names.countries.at(found.holder.code, day), sector: found.sector } : null;
}
