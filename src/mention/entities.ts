import type { IsoDate } from "../time/index.ts";
import type { Draft } from "./draft.ts";
import { sameOffice } from "./holders.ts";
import type { Entity, KnownOffice, Office, Reading } from "./mention.ts";

/** An entity while the mentions that refer to it are still being gathered. */
export interface Cluster {
  readonly index: number;
  name: string;
  kind: Entity["kind"];
  code: string | null;
  sector: string | null;
  readonly offices: Office[];
  readonly drafts: Draft[];
  readonly members: Set<number>;
  isPlural: boolean;
  isPublic: boolean;
  gender: "he" | "she" | null;
  /** Readings that a mention without any of its own takes over. */
  readings: readonly Reading[];
  ethnicity: string | null;
  religion: string | null;
}

/** The entities of one report, with the ways to find them again. */
export class Clusters {
  readonly all: Cluster[] = [];
  readonly of = new Map<Draft, Cluster>();
  readonly #byKey = new Map<string, Cluster>();
  readonly #bySurname = new Map<string, Cluster[]>();

  readonly #byHint = new Map<string, Cluster>();
  #byCode = new Map<string | null, Cluster[]>();

  /** The organisation or group named last that this common noun may take up. */
  lastHinted(noun: string): Cluster | undefined {
    return this.#byHint.get(noun);
  }

  /** Sorts the persons gathered so far by their state, for `holders`. */
  indexHolders(): void {
    this.#byCode = new Map();
    for (const item of this.all) {
      if (item.kind !== "person" || item.offices.length === 0) continue;
      const list = this.#byCode.get(item.code);
      if (list === undefined) this.#byCode.set(item.code, [item]);
      else list.push(item);
    }
  }

  /** Persons with an office of this state, and those whose state the text left open; without a state, all of them. */
  holders(code: string | null): readonly Cluster[] {
    if (code === null) return [...this.#byCode.values()].flat();
    const own = this.#byCode.get(code) ?? [];
    return [...own, ...(this.#byCode.get(null) ?? [])];
  }

  find(key: string): Cluster | undefined {
    return this.#byKey.get(key);
  }

  /** Persons with this last name, the latest named last. */
  surnamed(name: string): readonly Cluster[] {
    return this.#bySurname.get(name) ?? [];
  }

  open(draft: Draft, kind: Entity["kind"], keys: readonly string[] = []): Cluster {
    const cluster: Cluster = {
      index: this.all.length,
      name: draft.name,
      kind,
      code: draft.code,
      sector: draft.sector,
      offices: [],
      drafts: [],
      members: new Set(),
      isPlural: draft.isPlural,
      isPublic: kind !== "person" && kind !== "other",
      gender: null,
      readings: draft.readings,
      ethnicity: null,
      religion: null,
    };
    this.all.push(cluster);
    for (const key of keys) this.#byKey.set(key, cluster);
    this.join(cluster, draft);
    return cluster;
  }

  name(cluster: Cluster, key: string): void {
    this.#byKey.set(key, cluster);
  }

  addSurname(cluster: Cluster): void {
    const surname = surnameOf(cluster.name);
    const list = this.#bySurname.get(surname) ?? [];
    if (!list.includes(cluster)) this.#bySurname.set(surname, [...list, cluster]);
  }

  join(cluster: Cluster, draft: Draft): void {
    cluster.drafts.push(draft);
    for (const hint of draft.entry?.hints ?? []) this.#byHint.set(hint, cluster);
    this.of.set(draft, cluster);
    cluster.code ??= draft.code;
    if (cluster.sector === null && draft.shape !== "hint" && cluster.kind !== "state")
      cluster.sector = draft.sector;
    cluster.ethnicity ??= draft.ethnicity;
    cluster.religion ??= draft.religion;
  }

  addOffice(cluster: Cluster, draft: Draft): void {
    const { office, holder } = draft;
    if (draft.role?.isPublic || holder !== undefined) cluster.isPublic = true;
    if (holder !== undefined) cluster.gender ??= holder.gender;
    if (office === "") return;
    const title = draft.isFormer ? `former ${office}` : office;
    if (!cluster.offices.some((known) => known.title.toLowerCase() === title.toLowerCase()))
      cluster.offices.push({ title, ...tenureOf(draft) });
  }
}

/** The dates of the tenure that the lexicon has, where the office is that one. */
function tenureOf({ office, holder, isFormer }: Draft): Pick<Office, "since" | "until"> {
  const isIt = holder !== undefined && !isFormer && sameOffice(office, holder.office);
  return { since: (isIt && holder.since) || null, until: (isIt && holder.to) || null };
}

/** "Slobodan Milosevic" → "Milosevic"; "Omar al-Bashir" → "al-Bashir" and "Bashir" lead to one. */
export function surnameOf(name: string): string {
  const last = name.split(" ").at(-1) ?? name;
  return last.replace(/^(?:al|el)-/i, "");
}

/** What earlier reports say of a person, the latest that is not later than the report; null for nothing. */
export function knownOffice(
  offices: readonly KnownOffice[],
  name: string,
  day: IsoDate | null,
): KnownOffice | null {
  let best: KnownOffice | null = null;
  for (const office of offices) {
    if (office.name !== name || (day !== null && office.date > day)) continue;
    if (best === null || office.date > best.date) best = office;
  }
  return best;
}
