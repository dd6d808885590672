import type { EntryRecord, EventLine, InnerAct, PartyRecord, ReadRecord } from "../record/index.ts";

/** The codes of the records in plain words. Where a code is shown its words stand beside it. */

export type Quad = 1 | 2 | 3 | 4;

export const quadNames: Readonly<Record<number, string>> = {
  1: "verbal cooperation",
  2: "material cooperation",
  3: "verbal conflict",
  4: "material conflict",
};

/** Shape that stands for a quad class where colour does not reach: round for cooperation, filled for deeds. */
export const quadShapes: Readonly<Record<number, string>> = { 1: "○", 2: "●", 3: "◇", 4: "◆" };

const sectorNames: Readonly<Record<string, string>> = {
  AGR: "farmers",
  BUS: "business",
  COP: "police",
  CRM: "criminal",
  CVL: "civilians",
  EDU: "education",
  ELI: "former officials",
  GOV: "government",
  JRN: "media",
  JUD: "judiciary",
  LAB: "labour",
  LEG: "legislature",
  MED: "health",
  MIL: "military",
  OPP: "opposition",
  PRE: "partially recognised",
  PRM: "paramilitary",
  PTY: "party",
  REB: "armed group",
  REF: "refugees",
  REL: "religious",
  SOC: "civil society",
  SPY: "intelligence",
  UAF: "armed, unidentified",
  UNK: "unidentified",
};

/** Sector in words: "government". Several codes are joined as the record joins them. */
export function sectorName(sector: string): string {
  return sector
    .split(/[\s;,]+/)
    .map((code) => sectorNames[code] ?? code)
    .join(", ");
}

export const roleNames: Readonly<Record<NonNullable<PartyRecord["role"]>, string>> = {
  conveyor: "passes it on",
  mediator: "mediates",
  host: "hosts",
  guarantor: "guarantees",
  envoy: "is sent",
  performer: "would do it",
};

export const reportDateBasis: Readonly<Record<ReadRecord["date_basis"], string>> = {
  header: "stated in the report’s header",
  option: "given when the report was added",
  citation: "worked out from the dates of its citations",
  profile: "worked out from volume and issue",
  none: "",
};

export const eventDateBasis: Readonly<Record<NonNullable<EventLine["date_basis"]>, string>> = {
  stated: "the text names it",
  relative: "counted from the report’s date",
  "same-meeting": "same meeting as an act with a date",
  "cross-reference": "from the issue referred to",
  inherited: "carried over from the passage around it",
  report: "the report’s own date",
};

export const abstentionReasons: Readonly<Record<ReadRecord["abstentions"][number]["reason"], string>> = {
  "not-asserted": "not said to have happened",
  "no-actor": "no word of who did it",
  "no-recipient": "no word of whom it was done to",
  "unknown-actor": "the one who did it is in no lexicon",
  ambiguous: "can be read in more than one way",
  discarded: "not an event of this kind, by a discard rule",
  figurative: "meant figuratively",
  "not-english": "not in English",
};

/** How sure the innermost source is, as the end of a sentence. */
export const factualityNames: Readonly<Record<EventLine["factuality"], string>> = {
  "CT+": "as certain",
  "PR+": "as probable",
  "PS+": "as possible",
  "CT-": "as not having happened",
  "PR-": "as probably not having happened",
  "PS-": "as possibly not having happened",
  Uu: "without saying whether it happened",
};

export const partNames: Readonly<Record<EventLine["part"], string>> = {
  report: "reporting",
  background: "background",
  analysis: "the author’s analysis",
};

export const hedgeScopes: Readonly<Record<NonNullable<EventLine["hedge"]>["scope"], string>> = {
  event: "whether it happened",
  actor: "who did it",
  recipient: "whom it was done to",
  number: "how many",
  date: "when",
};

export const auxiliaryNames: Readonly<Record<InnerAct["auxiliary"][number], string>> = {
  historical: "past, told as background",
  future: "not yet",
  hypothetical: "hypothetical",
  negation: "said not to be so",
};

export const kindNames: Readonly<Record<EntryRecord["kind"], string>> = {
  demand: "Demand",
  threat: "Threat",
  warning: "Warning",
  proposal: "Proposal",
  offer: "Offer",
  promise: "Promise",
  agreement: "Agreement",
};

export const entityKinds: Readonly<Record<ReadRecord["entities"][number]["kind"], string>> = {
  person: "person",
  state: "state",
  government: "government",
  organization: "organization",
  group: "group",
  role: "role",
  place: "place",
  other: "other",
};

/** Where an act stands when it is not asserted: within another act, as what that one speaks of. */
export type Relation = "content" | "consequence" | "purpose";

/** What an act is for the act that speaks of it: "demanded", "threatened", "aimed at". */
export function standingOf(relation: Relation, parent: Pick<InnerAct, "event">, act: InnerAct): string {
  if (relation === "purpose") return "aimed at";
  const type = parent.event[0];
  if (relation === "consequence") return type === "AGREE" || type === "CONCEDE" ? "promised" : "threatened";
  if (act.auxiliary.includes("negation") && type !== "REJECT") return "denied";
  switch (type) {
    case "REQUEST":
    case "THREATEN":
      return "demanded";
    case "REJECT":
      return "refused";
    case "AGREE":
    case "CONCEDE":
      return "agreed or promised";
    case "ACCUSE":
      return "alleged";
    default:
      return "spoken of";
  }
}

/** An enumeration as prose: "a, b and c". */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** `3 events`, `1 event`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
