import type { DateRange, IsoDate } from "../time/index.ts";

/** What sort of thing a mention names. A `place` may still act as a government: the frame decides by its role. */
export type MentionKind =
  | "person"
  | "state"
  | "organization"
  | "group"
  | "role"
  | "place"
  | "pronoun"
  | "common";

/**
 * One way to read a name. A capital has two (the city, and the government that sits there); "Georgia" has three. The
 * role in the frame picks one, in `event`.
 */
export interface Reading {
  /** What the reading makes of the name. `government` is a state acting through its seat or its authorities. */
  readonly as: "state" | "government" | "place" | "organization" | "group" | "person" | "role";
  /** Country or international code valid on the report's day (RUS, YUG, IGO, UNO …), or null. */
  readonly code: string | null;
  /** PLOVER sector (GOV, MIL, CVL …), or null where the text leaves it open. */
  readonly sector: string | null;
  /** Standard name, as the lexicon or the report itself has it. */
  readonly name: string;
  /** `file:line` of the lexicon row, or the rule that made the reading ("title", "apposition", "known"). */
  readonly source: string;
  /** Where it lies, on readings as a place. */
  readonly place?: PlaceFacts;
}

/** What the gazetteer has of a place; degrees north and east. */
export interface PlaceFacts {
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly precision: "city" | "province" | "country";
}

/** A stretch of words that refers to somebody or something that can act, suffer or be a place. */
export interface Mention {
  readonly index: number;
  /** Words [start, end) and, inside them, the head of the phrase. */
  readonly start: number;
  readonly end: number;
  readonly head: number;
  readonly kind: MentionKind;
  /** All readings of it, the likeliest first; empty where nothing is known. */
  readonly readings: readonly Reading[];
  /** Index into `Mentions.entities`. */
  readonly entity: number;
  /** The mentions that this one stands for as a group ("the ministers"), or that a coordination joins. */
  readonly members: readonly number[];
  /** Attributes of a group in the text itself: "ethnic Albanian refugees". Never of a named person. */
  readonly ethnicity: string | null;
  readonly religion: string | null;
}

/** An office as the text gives it: "Chancellor-elect", "former". */
export interface Office {
  readonly title: string;
  readonly since: IsoDate | null;
  readonly until: IsoDate | null;
}

/** What several mentions of one report refer to. */
export interface Entity {
  readonly index: number;
  readonly name: string;
  readonly kind: "person" | "state" | "government" | "organization" | "group" | "role" | "place" | "other";
  readonly code: string | null;
  readonly sector: string | null;
  readonly offices: readonly Office[];
  /** Indexes of its mentions, in text order. */
  readonly mentions: readonly number[];
  /** Entities that are its members, where the text says so. */
  readonly members: readonly number[];
  /** False for a private person: no entity across reports, no name in exports. */
  readonly isPublic: boolean;
}

/** A date expression in the text with its value on the report's day. */
export interface TimeMention {
  readonly start: number;
  readonly end: number;
  readonly head: number;
  readonly value: DateRange;
  /** `stated` names the day itself, `relative` hangs on the report's date. */
  readonly basis: "stated" | "relative";
  /** "until" and "since" open an interval at one end. */
  readonly bound: "at" | "until" | "since" | "by" | "for";
  readonly rule: string;
}

/** A number of people or things: "at least 12 civilians", "dozens of". */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  /** The word that is counted. */
  readonly counted: number;
  readonly min: number | null;
  readonly max: number | null;
}

/** Who, where, when and how many, in one document. */
export interface Mentions {
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  /** Index of the innermost mention whose head is this word, or -1. */
  readonly mentionOfHead: Int32Array;
  readonly times: readonly TimeMention[];
  readonly quantities: readonly Quantity[];
}

/**
 * What earlier reports teach: who held which office, with dates and evidence. Each fact was learnt from one report's own
 * text, so that the store is a function of the set of reports and not of the order of adding.
 */
export interface Known {
  readonly offices: readonly KnownOffice[];
}

export interface KnownOffice {
  readonly name: string;
  readonly title: string;
  readonly code: string | null;
  readonly sector: string | null;
  readonly date: IsoDate;
  /** Id of the report that says so. */
  readonly report: string;
}
