import type { Document } from "../document/index.ts";
import type { Draft } from "./draft.ts";
import { foreignReadings } from "./foreign.ts";
import type { NameEntry, RoleEntry } from "./names.ts";
import { type NameSense, senseOf } from "./readings.ts";
import type { PhraseScan } from "./scan.ts";
import type { Unit } from "./units.ts";
import { FORMER, headOf, isCapital, NOT_A_NAME, POS, REL } from "./words.ts";

export interface Modifiers {
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
export function modifiersOf(scan: PhraseScan, role: Unit): Modifiers {
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

export function isAdjectival(unit: Unit): boolean {
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

export function foreignDraft(
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
export function peopleOf(entry: NameEntry): string {
  return entry.sort === "ethnic" && entry.code !== null
    ? (entry.name.split(" ").at(-1) ?? entry.name)
    : entry.name;
}
