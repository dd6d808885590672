import type { Document } from "../document/index.ts";
import type { Reading } from "./mention.ts";
import type { Names } from "./names.ts";
import { pieces } from "./pieces.ts";
import { isCapital, NOT_A_NAME, POS } from "./words.ts";

/** States that no list has, by each form in which the text names them; the value is the standard name. */
export type ForeignStates = ReadonlyMap<string, string>;

/** What only a state has. */
const OF_STATE =
  /^(?:government|army|troop|soldier|artillery|navy|parliament|ambassador|embassy|premier|president|minister|ministry|border|air|foreign|prime|defen[cs]e|armed|consulate|warship|warplane|territory|capital|cabinet|spokesman|spokeswoman|delegation|envoy|diplomat|negotiator|commander|general|officer|force|authority|regime)s?$/;

/** Adjectives in capitals that are of no state. */
const NO_STATE =
  /^(?:Victorian|Orwellian|Parisian|Guardian|Christian|Civilian|Republican|Lutheran|Anglican|Presbyterian|Roman|Elizabethan|Edwardian|Mediterranean|European|Caribbean|Eurasian|Balkan|Martian|Puritan|Franciscan|Episcopalian|Unitarian|Marxian|Keynesian|Hawaiian|Californian|Texan|Bavarian|Sicilian|Prussian|Scandinavian|Equatorian|Egyptian|Median|Dominican|Human|German|Metropolitan|Urban|Arabian|Persian|Asian|African|American|Communist|Clan|Ban|Olympian|Draconian|Machiavellian|Utopian|Wilsonian|Reaganite|Hegelian|Trojan|Samaritan|Suburban|Slovenian|Pan)$/;

/** Reads which states without a row the text speaks of: by their people's name before what only states have, or "X's army". */
export function foreignStates(doc: Document, names: Names): ForeignStates {
  const proper = new Set<string>();
  const inNames = new Set<string>();
  for (let word = 0; word < doc.wordCount; word++) {
    if (doc.upos[word] !== POS.PROPN || !isCapital(doc.form[word]!)) continue;
    proper.add(doc.form[word]!);
    if (word > 0 && doc.upos[word - 1] === POS.PROPN && isCapital(doc.form[word - 1]!))
      inNames.add(doc.form[word]!);
    if (doc.upos[word + 1] === POS.PROPN && isUnknown(names, doc.form[word + 1] ?? ""))
      inNames.add(doc.form[word]!);
  }
  const found = new Map<string, string>();
  for (let word = 0; word + 1 < doc.wordCount; word++) {
    const form = doc.form[word]!;
    if (!isCapital(form) || found.has(form) || NOT_A_NAME.has(form) || !isUnknown(names, form)) continue;
    if (isPeoples(form) && isOfState(doc, word + 1) && isAttribute(doc, word)) {
      const name = stateOf(form, proper);
      found.set(form, name);
      found.set(name, name);
    } else if (
      proper.has(form) &&
      !inNames.has(form) &&
      /(?:ia|stan|land|ova)$/.test(form) &&
      ownsState(doc, word)
    )
      found.set(form, form);
  }
  return found;
}

function isPeoples(form: string): boolean {
  return /^\p{Lu}\p{Ll}{2,}(?:ian|ean|an|ese)$/u.test(form) && !NO_STATE.test(form);
}

function isUnknown(names: Names, form: string): boolean {
  let node: Names["names"] | undefined = names.names;
  for (const piece of pieces(form)) node = node?.next?.get(piece);
  return node?.entries === undefined || node.entries === null;
}

function isOfState(doc: Document, word: number): boolean {
  const lemma = doc.lemma[word]!.toLowerCase();
  if (OF_STATE.test(lemma) || OF_STATE.test(doc.form[word]!.toLowerCase())) return true;
  return doc.upos[word] === POS.ADJ && OF_STATE.test(doc.lemma[word + 1]?.toLowerCase() ?? "");
}

/** An adjective, or a name that is part of no longer one: "Ivan Varnian" is nobody's adjective. */
function isAttribute(doc: Document, word: number): boolean {
  if (doc.upos[word] === POS.VERB) return false;
  const isAfterName = word > 0 && doc.upos[word - 1] === POS.PROPN && isCapital(doc.form[word - 1]!);
  return !isAfterName && doc.head[word]! > word;
}

/** "Varnia's army", "the government of Varnia". */
function ownsState(doc: Document, word: number): boolean {
  if (/^['’]s?$/.test(doc.form[word + 1]!) && word + 2 < doc.wordCount) return isOfState(doc, word + 2);
  return word > 1 && doc.form[word - 1] === "of" && OF_STATE.test(doc.lemma[word - 2]!.toLowerCase());
}

/** The state's name as the text has it: "Varnia" of "Varnian"; the adjective itself where it has none. */
function stateOf(form: string, proper: ReadonlySet<string>): string {
  const stem = form.replace(/(?:ian|ean|an|ese)$/, "");
  for (const end of ["ia", "a", "", "ea", "o", "e", "y", "ya", "an", "stan"])
    if (proper.has(stem + end) && stem + end !== form) return stem + end;
  return form;
}

/** A state with a name and no code. */
export function foreignReadings(name: string): Reading[] {
  const source = "people's name";
  return [
    { as: "state", code: null, sector: null, name, source },
    { as: "government", code: null, sector: "GOV", name, source },
  ];
}
