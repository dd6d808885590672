import type { Act, Condition, Party } from "../event/index.ts";
import type { Range } from "../report/index.ts";

/** What an act puts on the table. */
export type EntryKind = "demand" | "threat" | "warning" | "proposal" | "offer" | "promise" | "agreement";

/** How a party answers an entry. */
export type Response =
  | "accepted"
  | "accepted-with-conditions"
  | "refused"
  | "countered"
  | "welcomed"
  | "complied"
  | "complied-in-part";

/** State of an entry; which are possible depends on its kind (ARCHITECTURE.md, the ledger). */
export type EntryState =
  | "open"
  | "complied"
  | "complied-in-part"
  | "refused"
  | "withdrawn"
  | "superseded"
  | "carried-out"
  | "carried-out-in-part"
  | "suspended"
  | "accepted"
  | "accepted-with-conditions"
  | "countered"
  | "kept"
  | "kept-in-part"
  | "broken"
  | "unclear";

/** By when: an interval with its zone, what it is counted from, and the rule that gave it. */
export interface Deadline extends Range {
  /** ISO 8601 instants or days; null where open. */
  readonly opens: string | null;
  readonly expires: string | null;
  readonly zone: string | null;
  /** `report`, `speech`, or the id of an event. */
  readonly anchor: string;
  readonly rule: string;
  readonly text: string;
}

export interface EntryResponse {
  readonly party: Party;
  readonly response: Response;
  /** Id of the event that is the evidence. */
  readonly event: string;
}

/** One demand, threat, warning, proposal, offer, promise or agreement, as one report tells it. */
export interface Entry extends Range {
  readonly id: string;
  readonly kind: EntryKind;
  /** Whom the text makes the author of the terms; null if it does not say, never the conveyor by default. */
  readonly issuer: Party | null;
  readonly conveyors: readonly Party[];
  readonly addressee: Party | null;
  /** Who would do what is demanded or offered, where that is not the addressee. */
  readonly performer: Party | null;
  /** Who would carry out the consequence. */
  readonly threatener: Party | null;
  readonly matter: string | null;
  /** Id of the general demand that this one spells out, or null. */
  readonly general: string | null;
  readonly text: string;
  readonly condition: Condition | null;
  readonly consequence: Act | null;
  readonly deadline: Deadline | null;
  readonly responses: readonly EntryResponse[];
  /** The event that puts it on the table, and the content in it that it is. */
  readonly act: Act;
  readonly content: Act | null;
}

/** A demand and a consequence toward the same addressee, tied by the text itself. It joins entries; it is no kind of one. */
export interface Ultimatum {
  readonly id: string;
  readonly demands: readonly string[];
  readonly general: string | null;
  readonly consequence: Act;
  readonly issuer: Party | null;
  readonly conveyors: readonly Party[];
  readonly threatener: Party | null;
  readonly addressee: Party | null;
  readonly deadline: Deadline | null;
}

/** Who mediates between whom, to what end, by which acts, and how the parties respond. */
export interface Mediation {
  readonly mediator: Party;
  readonly between: readonly Party[];
  readonly aim: string | null;
  readonly acts: readonly string[];
  readonly responses: readonly string[];
}

/** What one report puts into the ledger. */
export interface ReportLedger {
  readonly entries: readonly Entry[];
  readonly ultimatums: readonly Ultimatum[];
  readonly mediations: readonly Mediation[];
}
