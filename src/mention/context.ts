import { children, type Document } from "../document/index.ts";
import type { Report } from "../report/index.ts";
import type { IsoDate } from "../time/index.ts";
import type { Draft } from "./draft.ts";
import type { Names } from "./names.ts";
import { pieces } from "./pieces.ts";
import { senseOf } from "./readings.ts";
import { caseOf, REL } from "./words.ts";

const INTERNATIONAL: ReadonlySet<string> = new Set(["IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"]);

/** Sectors whose bearers belong to a state even where the phrase does not name it. */
const INHERITING: ReadonlySet<string> = new Set([
  "GOV",
  "MIL",
  "COP",
  "LEG",
  "JUD",
  "SPY",
  "OPP",
  "REB",
  "PRM",
  "PTY",
  "CVL",
  "EDU",
  "LAB",
  "AGR",
  "CRM",
  "MED",
  "REL",
  "JRN",
  "BUS",
  "SOC",
  "ELI",
]);
const OF_STATE: ReadonlySet<string> = new Set(["GOV", "MIL", "COP", "LEG", "JUD", "SPY", "OPP", "PTY"]);

/** The country in whose name a report's dateline speaks. */
export function datelineCode(report: Report, names: Names, day: IsoDate | null): string | null {
  const place = report.dateline?.place;
  if (!place) return null;
  const titled = place.replace(/\p{L}+/gu, (word, at: number) => {
    const lower = word.toLowerCase();
    return at > 0 && /^(?:of|the|au|de|la|es|el|al)$/.test(lower)
      ? lower
      : word[0]!.toUpperCase() + lower.slice(1);
  });
  for (const text of [place, titled]) {
    let node: typeof names.names | undefined = names.names;
    for (const piece of pieces(text)) node = node?.next?.get(piece);
    const sense = senseOf(names, node?.entries ?? [], day);
    if (sense !== null && sense.code !== null && !INTERNATIONAL.has(sense.code)) return sense.code;
  }
  return null;
}

/**
 * Gives a state to people and offices that the text leaves without: "the government", "rebels", "Foreign Minister Berg".
 * From the phrase that governs them, from an official who speaks of them, from a place in the sentence, or from the one
 * country that the text before is about. `drafts` are in text order.
 */
export function inheritCountries(doc: Document, drafts: readonly Draft[], dateline: string | null): void {
  const draftOfHead = new Map<number, Draft>();
  for (const draft of drafts) if (!draftOfHead.has(draft.head)) draftOfHead.set(draft.head, draft);
  const focus = new Focus(dateline);
  const owned = new Map<string, Draft[]>();
  let sentence: Draft[] = [];
  for (let i = 0; i <= drafts.length; i++) {
    const draft = drafts[i];
    if (draft !== undefined && (sentence.length === 0 || sentence[0]!.sentence === draft.sentence)) {
      sentence.push(draft);
      continue;
    }
    for (const member of sentence) {
      if (takesUp(doc, member, owned)) continue;
      if (!needsCountry(member) || hasPossessor(doc, member) || isFromOutside(doc, member)) continue;
      const code = countryOf(doc, member, sentence, draftOfHead, focus);
      if (code !== null) adopt(member, code);
    }
    focus.add(sentence);
    for (const member of sentence) rememberOwned(member, owned);
    sentence = draft === undefined ? [] : [draft];
  }
}

/** "its army", "the alliance's secretary general": whose it is, is known once the possessor is. */
export function hasPossessor(doc: Document, { shape, start }: Draft): boolean {
  if (shape !== "role") return false;
  return /^(?:its|their)$/i.test(doc.form[start]!) || (start > 0 && /^['’]s?$/.test(doc.form[start - 1]!));
}

/** "foreign troops", "an international force": of other states than the one that the text is about. */
function isFromOutside(doc: Document, { shape, start, end }: Draft): boolean {
  if (shape !== "role") return false;
  for (let word = start; word < end - 1; word++) {
    if (!/^(?:foreign|international|outside|multinational|peacekeeping|allied)$/i.test(doc.form[word]!))
      continue;
    if (!/^(?:minister|ministry|secretary|policy|affairs)/i.test(doc.form[word + 1]!)) return true;
  }
  return false;
}

/** How many sentences back "the ministers" may reach. */
const REACH = 4;

function nounOf(draft: Draft): string {
  return draft.role?.role.split(" ").at(-1) ?? "";
}

function rememberOwned(draft: Draft, owned: Map<string, Draft[]>): void {
  if (draft.shape !== "role" || !draft.isPlural || (!draft.isOwned && draft.parts === undefined)) return;
  const list = owned.get(nounOf(draft)) ?? [];
  owned.set(nounOf(draft), [...list.slice(-3), draft]);
}

/** "The ministers" after "foreign ministers of the Contact Group", where the text has spoken of no others. */
function takesUp(doc: Document, draft: Draft, owned: ReadonlyMap<string, readonly Draft[]>): boolean {
  if (draft.shape !== "role" || !draft.isPlural || draft.isOwned || !draft.isDefinite) return false;
  const isBare = draft.end - draft.start === 2 && /^(?:the|these|those)$/i.test(doc.form[draft.start]!);
  if (!isBare || doc.form[draft.end] === "of" || draft.role?.kind === "people") return false;
  const near = (owned.get(nounOf(draft)) ?? []).filter(({ sentence }) => draft.sentence - sentence <= REACH);
  const last = near.at(-1);
  if (last === undefined || near.some(({ code, parts }) => code !== last.code || parts !== last.parts))
    return false;
  draft.again = last;
  draft.code = last.code;
  draft.sector = last.sector;
  draft.readings = last.readings;
  return true;
}

function needsCountry(draft: Draft): boolean {
  if (
    draft.code !== null ||
    draft.role === null ||
    draft.entry !== null ||
    draft.parts !== undefined ||
    draft.isOwned
  )
    return false;
  if (draft.shape === "person") return draft.sector !== null || draft.role.kind === "spokesman";
  return draft.shape === "role" && draft.sector !== null && INHERITING.has(draft.sector);
}

function adopt(draft: Draft, code: string): void {
  draft.code = code;
  draft.isAdopted = true;
  draft.readings = draft.readings.map((reading) => ({ ...reading, code }));
}

function countryOf(
  doc: Document,
  draft: Draft,
  sentence: readonly Draft[],
  draftOfHead: ReadonlyMap<number, Draft>,
  focus: Focus,
): string | null {
  const below = placeBelow(doc, draft, draftOfHead);
  if (below !== null) return below;
  const above = codeAbove(doc, draft, draftOfHead);
  if (above !== null) return above;
  if (draft.shape === "person") return focus.only(sentence, draft);
  const isOfficial = OF_STATE.has(draft.sector ?? "");
  const near = isOfficial ? officialBefore(draft, sentence) : placeIn(doc, draft, sentence);
  return near ?? focus.only(sentence, draft) ?? (isOfficial ? placeIn(doc, draft, sentence) : null);
}

function isCountry(code: string | null): code is string {
  return code !== null && !INTERNATIONAL.has(code);
}

/** "rebels in Aceh", "the army of Chad"; judges in The Hague are those of the states' common courts. */
function placeBelow(doc: Document, draft: Draft, draftOfHead: ReadonlyMap<number, Draft>): string | null {
  for (const child of children(doc, draft.head)) {
    const rel = doc.deprel[child]!;
    if (rel !== REL.nmod && rel !== REL["nmod:poss"]) continue;
    const place = draftOfHead.get(child);
    if (place === undefined || place === draft || !isCountry(place.code)) continue;
    return draft.sector === "JUD" && place.name === "The Hague" ? "IGO" : place.code;
  }
  return null;
}

/** "the Russian delegation, which was led by Foreign Minister Berg": what governs the phrase, and its first conjunct. */
function codeAbove(doc: Document, draft: Draft, draftOfHead: ReadonlyMap<number, Draft>): string | null {
  if (draft.shape !== "person") return null;
  let word = draft.head;
  for (let step = 0; step < 6; step++) {
    const marker = caseOf(doc, children(doc, word));
    const isTie = doc.deprel[word] === REL.conj || marker === "by" || marker === "of" || marker === "from";
    if (step === 0 && !isTie) return null;
    const parent = doc.head[word]!;
    if (parent < 0) return null;
    const above = draftOfHead.get(parent);
    const isSame = doc.deprel[word] === REL.conj && above?.shape === "person";
    if (
      above !== undefined &&
      above !== draft &&
      isCountry(above.code) &&
      (isSame || above.shape !== "person")
    )
      return above.code;
    word = parent;
  }
  return null;
}

/** An official who stands before in the sentence and speaks for his own state: "Berg said that the government …". */
function officialBefore(draft: Draft, sentence: readonly Draft[]): string | null {
  for (let i = sentence.indexOf(draft) - 1; i >= 0; i--) {
    const other = sentence[i]!;
    const isOfficial =
      other.shape === "person" || (other.shape === "role" && OF_STATE.has(other.sector ?? ""));
    if (isOfficial && isCountry(other.code)) return other.code;
  }
  return null;
}

const INSIDE = new Set(["in", "near", "outside", "inside", "from", "across", "at", "around", "of"]);

/** A place or state in the sentence that the act is said to be in. */
function placeIn(doc: Document, draft: Draft, sentence: readonly Draft[]): string | null {
  for (const other of sentence) {
    if (other === draft || !isCountry(other.code)) continue;
    const isPlace = other.kind === "place" || other.kind === "state";
    if (isPlace && INSIDE.has(caseOf(doc, children(doc, other.head)))) return other.code;
  }
  return null;
}

/** Which countries the text has been about so far. */
class Focus {
  readonly #counts = new Map<string, number>();

  constructor(dateline: string | null) {
    if (dateline !== null) this.#counts.set(dateline, 2);
  }

  add(drafts: readonly Draft[]): void {
    for (const { code, shape, owners, isAdopted } of drafts)
      if (isCountry(code) && !isAdopted && shape !== "pronoun" && owners.length === 0)
        this.#counts.set(code, (this.#counts.get(code) ?? 0) + 1);
  }

  /** The country that leads by twice the next one's count and that no other country in the sentence disputes. */
  only(sentence: readonly Draft[], draft: Draft): string | null {
    let best: string | null = null;
    let bestCount = 0;
    let second = 0;
    for (const [code, count] of this.#counts) {
      if (count > bestCount) {
        second = bestCount;
        best = code;
        bestCount = count;
      } else if (count > second) second = count;
    }
    const codes = new Set(
      sentence.filter((other) => other !== draft && isCountry(other.code)).map(({ code }) => code),
    );
    const isPerson = draft.shape === "person";
    const isOffice = draft.role?.kind === "office" && !draft.isPlural;
    const single = codes.size === 1 ? [...codes][0]! : null;
    if (best === null) return isPerson ? null : single;
    if (bestCount < 2 && (isPerson || (isOffice && single === null))) return null;
    if (bestCount < 2 * second) return isPerson ? null : single;
    return codes.size === 0 || codes.has(best) ? best : null;
  }
}
