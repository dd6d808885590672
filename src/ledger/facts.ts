import type { EntryKind, EntryState, Response } from "./entry.ts";

/*
 * What settling needs of a stored reading: the forms that `demarche read` prints, as far as they are looked at here. They are
 * plain JSON, so that a store can settle its ledger without analysing a text again. Offsets count code points.
 */

export interface PartyFacts {
  readonly code: string | null;
  readonly sector: string | null;
  readonly entity_text: string;
  readonly identifier_text: string | null;
}

export interface ActFacts {
  readonly id: string;
  readonly date: string | null;
  readonly actor: readonly PartyFacts[];
  readonly recipient: readonly PartyFacts[];
  readonly event: readonly string[];
  readonly mode: readonly string[];
  readonly auxiliary: readonly string[];
  readonly factuality: string;
  readonly cameo: string | null;
  readonly event_loc: { readonly resolved_place: string } | null;
  readonly trigger: { readonly text: string; readonly start: number; readonly end: number };
  readonly event_text: readonly string[];
  readonly content: readonly ActFacts[];
}

export interface DeadlineFacts {
  readonly opens: string | null;
  readonly expires: string | null;
}

export interface ResponseFacts<P extends PartyFacts = PartyFacts> {
  readonly party: P;
  readonly response: Response;
  readonly event: string;
}

export interface EntryFacts<P extends PartyFacts = PartyFacts> {
  readonly id: string;
  readonly kind: EntryKind;
  readonly issuer: P | null;
  readonly conveyor: P | null;
  readonly conveyors: readonly P[];
  readonly addressee: P | null;
  readonly performer: P | null;
  readonly threatener: P | null;
  readonly matter: string | null;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Id of the event that puts it on the table. */
  readonly event: string;
  readonly consequence: Pick<ActFacts, "event" | "mode" | "actor" | "recipient"> | null;
  readonly deadline: DeadlineFacts | null;
  readonly responses: readonly ResponseFacts<P>[];
}

/** One report's reading, as far as the ledger over several reports needs it. */
export interface ReportFacts<E extends EntryFacts = EntryFacts> {
  /** The report's id. */
  readonly report: string;
  readonly date: string | null;
  readonly ledger: readonly E[];
  readonly events: readonly ActFacts[];
}

/** What one report tells of an entry, in its own words, and what it adds to or drops from the first telling. */
export interface Telling<P extends PartyFacts = PartyFacts> {
  readonly report: string;
  readonly by: P | null;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly added: readonly string[];
  readonly dropped: readonly string[];
}

export interface HistoryStep {
  readonly date: string | null;
  readonly state: EntryState;
  readonly event_id: string;
}

type PartyOf<E extends EntryFacts> = NonNullable<E["issuer"]>;

/** An entry over all reports: the first telling's fields, every telling, the answers, and the state they give. */
export type LedgerRow<E extends EntryFacts = EntryFacts> = Omit<E, "responses" | "deadline"> & {
  readonly report: string;
  readonly deadline: E["deadline"];
  /** What the calendar says at `as_of`; null where there is no deadline that can be reckoned. */
  readonly deadline_passed: boolean | null;
  /** Null for a warning, which has no state. */
  readonly state: EntryState | null;
  readonly responses: readonly ResponseFacts<PartyOf<E>>[];
  readonly tellings: readonly Telling<PartyOf<E>>[];
  readonly history: readonly HistoryStep[];
};
