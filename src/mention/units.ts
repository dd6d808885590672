import type { Document } from "../document/index.ts";
import type { NameEntry, Names, RoleEntry, Trie } from "./names.ts";
import { fold, pieces } from "./pieces.ts";
import { isCapital, NOT_A_NAME, POS } from "./words.ts";

/** A stretch of words that one lookup explained: a name, a role, a run of unknown proper names, or none of our business. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  readonly type: "name" | "role" | "proper" | "discard";
  readonly entries: readonly NameEntry[];
  readonly role: RoleEntry | null;
}

interface Pieces {
  readonly text: readonly string[];
  readonly lower: readonly string[];
  readonly word: readonly number[];
  /** First piece of each word, and the number of pieces at the end. */
  readonly first: Uint32Array;
}

function piecesOf(doc: Document, start: number, end: number): Pieces {
  const text: string[] = [];
  const lower: string[] = [];
  const word: number[] = [];
  const first = new Uint32Array(end - start + 1);
  for (let i = start; i < end; i++) {
    first[i - start] = text.length;
    for (const piece of pieces(doc.form[i]!)) {
      text.push(piece);
      lower.push(piece.toLowerCase());
      word.push(i);
    }
  }
  first[end - start] = text.length;
  return { text, lower, word, first };
}

interface Hit<T> {
  readonly end: number;
  readonly entries: readonly T[];
}

/** The longest phrase of the tree that begins with this word and ends with a word's last piece. */
function longest<T>(
  trie: Trie<T>,
  keys: readonly string[],
  all: Pieces,
  start: number,
  at: number,
): Hit<T> | null {
  let node: Trie<T> | undefined = trie;
  let best: Hit<T> | null = null;
  for (let i = all.first[at - start]!; i < keys.length; i++) {
    node = node.next?.get(keys[i]!);
    if (node === undefined) break;
    const word = all.word[i]!;
    if (node.entries !== null && all.first[word + 1 - start] === i + 1)
      best = { end: word + 1, entries: node.entries };
    if (node.next === null) break;
  }
  return best;
}

/** Cuts the words [start, end) of a sentence into units; words that mean nothing to us are in none. */
export function unitsOf(doc: Document, names: Names, start: number, end: number): Unit[] {
  const all = piecesOf(doc, start, end);
  const isShouted = shouted(doc, start, end);
  const units: Unit[] = [];
  for (let i = start; i < end; ) {
    const unit = unitAt(doc, names, all, start, end, i, isShouted);
    if (unit === null) i++;
    else {
      units.push(unit);
      i = unit.end;
    }
  }
  return joinNames(doc, units);
}

function unitAt(
  doc: Document,
  names: Names,
  all: Pieces,
  start: number,
  end: number,
  at: number,
  isShouted: boolean,
): Unit | null {
  const discard =
    longest(names.discards, all.text, all, start, at) ?? longest(names.discards, all.lower, all, start, at);
  const name = isShouted ? null : longest(names.names, all.text, all, start, at);
  if (discard !== null && discard.end >= (name?.end ?? 0))
    return { start: at, end: discard.end, type: "discard", entries: discard.entries, role: null };
  const role = longest(names.roles, all.lower, all, start, at);
  const isHour = /^[ap]\.?m\.?$/.test(doc.form[at]!);
  const isRole =
    role !== null &&
    !isHour &&
    (isNominal(doc, role.end - 1) || isElect(doc, role) || isRank(doc, role) || isLongOffice(doc, at, role));
  if (name !== null && (!isRole || name.end >= role.end))
    return { start: at, end: name.end, type: "name", entries: name.entries, role: null };
  if (isRole) return { start: at, end: role.end, type: "role", entries: [], role: role.entries[0]! };
  return properAt(doc, names, all, start, end, at);
}

/** "Gen. | Orlov", whatever the tagger makes of the abbreviation. */
function isRank(doc: Document, role: Hit<RoleEntry>): boolean {
  const form = doc.form[role.end - 1]!;
  return (
    /^\p{Lu}\p{Ll}+\.$/u.test(form) &&
    isCapital(doc.form[role.end] ?? "") &&
    role.entries.some(({ isTitle, kind }) => isTitle && kind !== "people")
  );
}

/** "the chief executive", "the attorney general": an office that ends with an adjective, where no noun follows. */
function isLongOffice(doc: Document, at: number, { end, entries }: Hit<RoleEntry>): boolean {
  if (end - at < 2 || doc.upos[end - 1] !== POS.ADJ || entries[0]!.kind === "people") return false;
  return doc.upos[end] !== POS.NOUN && doc.upos[end] !== POS.PROPN;
}

/** "Chancellor-elect", in one token or three. */
function isElect(doc: Document, role: Hit<RoleEntry>): boolean {
  return (
    /^(?:elect|designate)$/i.test(doc.form[role.end - 1]!) &&
    role.entries.some(({ kind }) => kind === "office")
  );
}

function isNominal(doc: Document, word: number): boolean {
  const upos = doc.upos[word]!;
  return (
    upos === POS.NOUN ||
    upos === POS.PROPN ||
    (upos === POS.ADJ &&
      /^(?:general|military|opposition)$/i.test(doc.form[word]!) &&
      isCapital(doc.form[word]!))
  );
}

/** A sentence in capitals: abbreviations cannot be told from words there. */
function shouted(doc: Document, start: number, end: number): boolean {
  let words = 0;
  let loud = 0;
  for (let i = start; i < end; i++) {
    const form = doc.form[i]!;
    if (form.length < 2 || !/\p{L}/u.test(form)) continue;
    words++;
    if (form === form.toUpperCase()) loud++;
  }
  return words > 3 && loud * 10 > words * 7;
}

const PARTICLES = new Set([
  "al",
  "el",
  "de",
  "da",
  "del",
  "della",
  "der",
  "den",
  "van",
  "von",
  "bin",
  "bint",
  "ibn",
  "ben",
  "abu",
  "ould",
  "dos",
  "di",
  "la",
  "le",
  "ter",
  "ul",
  "ur",
  "as",
  "ash",
  "y",
]);

/** A run of capitalised words that no list knows: "Slobodan Milosevic", "Omar al-Bashir". */
function properAt(
  doc: Document,
  names: Names,
  all: Pieces,
  start: number,
  end: number,
  at: number,
): Unit | null {
  if (!isProperWord(doc, names, at)) return null;
  let last = at;
  for (let i = at + 1; i < end; i++) {
    const form = doc.form[i]!;
    if (isProperWord(doc, names, i) || isHolderName(doc, names, at, i)) {
      if (startsKnown(names, all, start, i) && last === i - 1) break;
      last = i;
    } else if (form === "-" || form === "–" || PARTICLES.has(form.toLowerCase())) {
      if (i - last > 3) break;
    } else break;
  }
  return { start: at, end: last + 1, type: "proper", entries: [], role: null };
}

/** "Theresa | May": a surname that is a month or a day stands in the full name of an office holder. */
function isHolderName(doc: Document, names: Names, first: number, last: number): boolean {
  if (!NOT_A_NAME.has(doc.form[last]!)) return false;
  return names.holders.byName.has(pieces(doc.text.slice(doc.from[first]!, doc.to[last]!)).join(" "));
}

/** Abbreviations that only a person's name follows. */
const TITLE = /^(?:Gen|Col|Lt|Maj|Adm|Mr|Mrs|Ms|Dr|Capt|Sgt|Brig|Cmdr|Sen|Rep|Gov|Pres)\.$/;

function isProperWord(doc: Document, names: Names, word: number): boolean {
  const form = doc.form[word]!;
  if (!isCapital(form) || NOT_A_NAME.has(form)) return false;
  if (doc.upos[word] === POS.PROPN || names.holders.alone.has(fold(form))) return true;
  return doc.upos[word] === POS.NOUN && word > 0 && TITLE.test(doc.form[word - 1]!);
}

function startsKnown(names: Names, all: Pieces, start: number, word: number): boolean {
  return (
    longest(names.names, all.text, all, start, word) !== null ||
    longest(names.roles, all.lower, all, start, word) !== null
  );
}

const DIRECTION =
  /^(?:North|South|East|West|Northern|Southern|Eastern|Western|Central|Upper|Lower|Greater|Mainland|Northeastern|Northwestern|Southeastern|Southwestern)$/;

/**
 * A state or place with a proper name right beside it is part of that name: "Jordan Smith", "Michael Jordan",
 * "Georgia Tech"; so is a title after one ("Martin King"). A direction is not: "southern Lebanon", "South Lebanon".
 */
function joinNames(doc: Document, units: readonly Unit[]): Unit[] {
  const joined: Unit[] = [];
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!;
    const last = joined.at(-1);
    if (last !== undefined && last.end === unit.start && isOneName(doc, last, unit, units[i + 1])) {
      joined.pop();
      joined.push({ start: last.start, end: unit.end, type: "proper", entries: [], role: null });
    } else joined.push(unit);
  }
  return joined;
}

function isOneName(doc: Document, left: Unit, right: Unit, next: Unit | undefined): boolean {
  if (left.type === "name" && right.type === "proper")
    return isPlainPlace(left) && !DIRECTION.test(doc.form[right.start]!);
  if (left.type === "proper" && right.type === "name") {
    if (left.end - left.start === 1 && DIRECTION.test(doc.form[left.start]!)) return false;
    return isPlainPlace(right);
  }
  if (left.type !== "proper" || right.type !== "role") return false;
  const { kind, isTitle, isPlural } = right.role!;
  const isFollowed = next !== undefined && next.start === right.end && next.type === "proper";
  const isName =
    (kind === "rank" || kind === "office" || kind === "honorific") && isTitle && !isPlural && !isFollowed;
  return isName && right.end - right.start === 1 && isCapital(doc.form[right.start]!);
}

function isPlainPlace(unit: Unit): boolean {
  return unit.entries.every(
    ({ kind, form }) =>
      form === "name" && (kind === "state" || kind === "capital" || kind === "place" || kind === "contested"),
  );
}
