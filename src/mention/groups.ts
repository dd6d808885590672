import { children, type Document } from "../document/index.ts";
import type { Draft } from "./draft.ts";
import type { Cluster, Clusters } from "./entities.ts";
import { caseOf, REL } from "./words.ts";

/** Names and phrases that one "and" joins: "Ivanov and Sergeev", "Peru, Chile and Ecuador". */
export interface Coordination {
  readonly drafts: readonly Draft[];
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  /** The phrase with several owners that stands for all of them, if it is one. */
  readonly whole: Draft | null;
}

/** How many sentences back "the two governments" may reach. */
const REACH = 3;

/** All coordinations of those who can act, in text order; `drafts` are in text order. */
export function coordinationsOf(doc: Document, drafts: readonly Draft[]): Coordination[] {
  const found: Coordination[] = [];
  let run: Draft[] = [];
  let hasAnd = false;
  const close = (): void => {
    if (run.length > 1 && hasAnd) found.push(coordinationOf(run, null));
    run = [];
    hasAnd = false;
  };
  for (const draft of drafts) {
    if (draft.parts !== undefined) found.push(coordinationOf(draft.parts, draft));
    const last = run.at(-1);
    if (last !== undefined && draft.start < last.end) continue;
    if (!canJoin(doc, draft)) {
      close();
      continue;
    }
    const gap = last === undefined ? "" : gapBetween(doc, last, draft);
    if (last === undefined || hasAnd || gap === "" || isOtherClause(doc, last, draft)) close();
    else if (gap === "and") hasAnd = true;
    run.push(draft);
  }
  close();
  return found.sort((a, b) => a.start - b.start);
}

function coordinationOf(drafts: readonly Draft[], whole: Draft | null): Coordination {
  const first = whole ?? drafts[0]!;
  return { drafts, whole, start: first.start, end: (whole ?? drafts.at(-1)!).end, sentence: first.sentence };
}

/** Those who can act by themselves; a capital only where it does not stand as a place. */
function canJoin(doc: Document, draft: Draft): boolean {
  if (draft.shape === "adjective" || draft.shape === "pronoun" || draft.shape === "hint") return false;
  if (draft.kind !== "place") return draft.kind !== "common" || draft.shape === "proper";
  return draft.entry?.kind === "capital" && caseOf(doc, children(doc, draft.head)) === "";
}

/** "," or "and" where nothing else but an article stands between two drafts; "" otherwise. */
function gapBetween(doc: Document, left: Draft, right: Draft): string {
  if (left.sentence !== right.sentence || right.start - left.end > 3) return "";
  let gap = "";
  for (let word = left.end; word < right.start; word++) {
    const form = doc.form[word]!.toLowerCase();
    if (form === "and" || form === "&") gap = "and";
    else if (form === ",") gap ||= ",";
    else if (form !== "the") return "";
  }
  return gap;
}

/** "NATO warned Belgrade, and Moscow protested": the second is another verb's subject. */
function isOtherClause(doc: Document, left: Draft, right: Draft): boolean {
  const rel = doc.deprel[right.head]!;
  if (rel !== REL.nsubj && rel !== REL["nsubj:pass"]) return false;
  return doc.head[right.head] !== doc.head[left.head];
}

const NUMBERS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
};

const PERSONS =
  /^(?:leader|president|minister|envoy|diplomat|official|premier|general|commander|chancellor)$/;
const SIDES = /^(?:side|party|delegation)$/;
const STATES = /^(?:government|country|nation|state|capital|power|neighbor|neighbour)$/;

/** What a plural phrase without a name asks for. */
export interface Asked {
  readonly noun: string;
  readonly count: number | null;
}

/** Reads "the two governments", "both sides", "the parties"; null for any other phrase. */
export function askedBy(doc: Document, draft: Draft): Asked | null {
  if (draft.isOwned || draft.parts !== undefined) return null;
  const noun = doc.lemma[draft.head]!.toLowerCase();
  const form = doc.form[draft.head]!.toLowerCase();
  if (form === noun || !(PERSONS.test(noun) || SIDES.test(noun) || STATES.test(noun))) return null;
  if (doc.form[draft.head + 1] === "of") return null;
  let count: number | null = null;
  for (let word = draft.head - 1; word >= Math.max(0, draft.head - 4); word--) {
    const before = doc.form[word]!.toLowerCase();
    if (before === "both") return { noun, count: 2 };
    if (NUMBERS[before] !== undefined) count = NUMBERS[before]!;
    else if (before === "the" || before === "these" || before === "those" || before === "all")
      return count !== null || SIDES.test(noun) ? { noun, count } : null;
    else if (!/^(?:of|warring|foreign|prime|opposing|rival|neighboring|neighbouring|other)$/.test(before))
      return null;
  }
  return null;
}

/** The clusters that such a phrase stands for, the latest named together that fit; none where the text names none. */
export function membersMeant(
  clusters: Clusters,
  coordinations: readonly Coordination[],
  drafts: readonly Draft[],
  draft: Draft,
  asked: Asked,
): readonly Cluster[] {
  if (asked.noun === "delegation") return delegationsBefore(clusters, drafts, draft, asked.count ?? 2);
  for (let i = coordinations.length - 1; i >= 0; i--) {
    const one = coordinations[i]!;
    if (one.end > draft.start) continue;
    if (draft.sentence - one.sentence > REACH) break;
    const members = membersOf(clusters, one);
    if (members.length < 2 || (asked.count !== null && members.length !== asked.count)) continue;
    if (members.every((member) => fits(member, asked.noun))) return members;
  }
  return namedTogether(clusters, drafts, draft, asked);
}

/** "both delegations": just so many that the sentences before name. */
function delegationsBefore(
  clusters: Clusters,
  drafts: readonly Draft[],
  draft: Draft,
  wanted: number,
): readonly Cluster[] {
  const found = new Set<Cluster>();
  for (let i = lowerBound(drafts, draft.sentence - REACH); i < drafts.length; i++) {
    const other = drafts[i]!;
    if (other.start >= draft.start) break;
    const item = clusters.of.get(other);
    if (item !== undefined && other.role?.role === "delegation" && !other.isPlural) found.add(item);
  }
  return found.size === wanted ? [...found] : [];
}

/** "The six governments": those of the one organisation that the sentences before name. */
export function bodyMeant(
  clusters: Clusters,
  drafts: readonly Draft[],
  draft: Draft,
  asked: Asked,
): Cluster | undefined {
  if (asked.count === null || asked.count < 3 || !STATES.test(asked.noun)) return undefined;
  const bodies = new Set<Cluster>();
  for (
    let i = lowerBound(drafts, draft.sentence - 2);
    i < drafts.length && drafts[i]!.start < draft.start;
    i++
  ) {
    const item = clusters.of.get(drafts[i]!);
    if (item?.kind === "organization" && /^(?:IGO|EUR|UNO)$/.test(item.code ?? "")) bodies.add(item);
  }
  return bodies.size === 1 ? [...bodies][0] : undefined;
}

/** The clusters of a coordination's members, each once; none where one is unknown. */
export function membersOf(clusters: Clusters, { drafts }: Coordination): Cluster[] {
  const members = new Set<Cluster>();
  for (const draft of drafts) {
    const item = clusters.of.get(draft);
    if (item === undefined || (item.kind === "other" && draft.shape !== "proper")) return [];
    members.add(item);
  }
  return [...members];
}

function fits(item: Cluster, noun: string): boolean {
  const isPerson = item.kind === "person" || (item.kind === "role" && !item.isPlural);
  if (PERSONS.test(noun)) return isPerson || (noun === "leader" && item.kind === "group");
  if (SIDES.test(noun)) return item.kind !== "place" && (item.code !== null || item.kind !== "other");
  return (
    item.kind === "state" || item.kind === "government" || (item.kind === "role" && item.sector === "GOV")
  );
}

/** Just so many states, or people with an office, in one sentence: "Chad accused Sudan … the two countries". */
function namedTogether(
  clusters: Clusters,
  drafts: readonly Draft[],
  draft: Draft,
  asked: Asked,
): readonly Cluster[] {
  const bySentence = new Map<number, Map<string, Cluster>>();
  for (let i = lowerBound(drafts, draft.sentence - REACH); i < drafts.length; i++) {
    const other = drafts[i]!;
    if (other.start >= draft.start) break;
    const item = clusters.of.get(other);
    if (item === undefined || other.shape === "adjective" || !fits(item, asked.noun) || item.code === null)
      continue;
    if (SIDES.test(asked.noun) && item.kind === "organization") continue;
    const found = bySentence.get(other.sentence) ?? new Map<string, Cluster>();
    bySentence.set(other.sentence, found);
    const key = PERSONS.test(asked.noun) ? String(item.index) : item.code;
    if (!found.has(key)) found.set(key, item);
  }
  const wanted = asked.count ?? 2;
  for (let at = draft.sentence; at >= draft.sentence - REACH; at--) {
    const found = bySentence.get(at);
    if (found !== undefined && found.size === wanted) return [...found.values()];
  }
  return [];
}

function lowerBound(drafts: readonly Draft[], sentence: number): number {
  let low = 0;
  let high = drafts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (drafts[middle]!.sentence < sentence) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Puts a mention into the group of these members, which is opened where it is new. */
export function joinGroup(clusters: Clusters, draft: Draft, members: readonly Cluster[]): void {
  const key = `group|${members
    .map(({ index }) => index)
    .sort((a, b) => a - b)
    .join()}`;
  const first = members[0]!;
  const code = members.every((member) => member.code === first.code) ? first.code : null;
  const common = members.every((member) => member.sector === first.sector) ? first.sector : null;
  const isOpen = draft.role === null || SIDES.test(draft.role.role);
  const sector = common ?? (isOpen ? null : draft.role.sector);
  const name = members.map((member) => member.name).join(" and ");
  draft.isPlural = true;
  draft.code = code;
  draft.sector = sector;
  draft.readings = code === null ? [] : [{ as: "group", code, sector, name, source: "coordination" }];
  const known = clusters.find(key);
  if (known !== undefined) {
    clusters.join(known, draft);
    return;
  }
  const item = clusters.open(draft, "group", [key]);
  item.name = name;
  for (const member of members) item.members.add(member.index);
}
