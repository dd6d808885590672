import type { Range } from "../report/index.ts";
import type { DateRange } from "../time/index.ts";

/** The sixteen event types of PLOVER 2.0. */
export type EventType =
  | "AGREE"
  | "CONSULT"
  | "SUPPORT"
  | "CONCEDE"
  | "COOPERATE"
  | "AID"
  | "RETREAT"
  | "REQUEST"
  | "ACCUSE"
  | "REJECT"
  | "THREATEN"
  | "PROTEST"
  | "SANCTION"
  | "MOBILIZE"
  | "COERCE"
  | "ASSAULT";

/** How sure the innermost source is that it happened (FactBank): certain, probable, possible; + or -; Uu unknown. */
export type Factuality = "CT+" | "PR+" | "PS+" | "CT-" | "PR-" | "PS-" | "Uu";

/** PLOVER's auxiliary modes. */
export type Auxiliary = "historical" | "future" | "hypothetical" | "negation";

/** Roles that PLOVER lacks and mediation needs. */
export type PartyRole = "conveyor" | "mediator" | "host" | "guarantor" | "envoy" | "performer";

/** One side of an act, or one of several on the same side. */
export interface Party extends Range {
  /** Words [startWord, endWord) and the head of the phrase that fills the role. */
  readonly head: number;
  /** Index into `Mentions.entities`, or -1 where the phrase is no entity. */
  readonly entity: number;
  readonly code: string | null;
  readonly sector: string | null;
  /** The phrase as the text has it. */
  readonly text: string;
  /** Standard name, where there is one. */
  readonly name: string | null;
  readonly office: string | null;
  readonly role: PartyRole | null;
  readonly ethnicity: string | null;
  readonly religion: string | null;
  /** Entity index of the principal of an envoy, or -1. */
  readonly onBehalfOf: number;
}

/** Who says so, outermost first. */
export interface Attribution extends Range {
  readonly speaker: Party;
  readonly addressee: Party | null;
  /** The reporting word: told, said, according to. */
  readonly cue: string;
  readonly date: DateRange | null;
}

/** A word that weakens what is said, and what it weakens. */
export interface Hedge extends Range {
  readonly cue: string;
  readonly scope: "event" | "actor" | "recipient" | "number" | "date";
}

/** "unless he takes measures": a clause on which the act, or what it speaks of, hangs. */
export interface Condition extends Range {
  readonly cue: string;
}

/** Counts with bounds; null where the text gives none. */
export interface Count {
  readonly min: number | null;
  readonly max: number | null;
  readonly text: string;
}

export interface Sizes {
  readonly dead: Count | null;
  readonly injured: Count | null;
  readonly arrested: Count | null;
  readonly size: Count | null;
}

export interface EventPlace extends Range {
  readonly text: string;
  readonly name: string;
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly precision: "city" | "province" | "country" | null;
}

/** How an act's date is known. */
export type EventDateBasis =
  | "stated"
  | "relative"
  | "same-meeting"
  | "cross-reference"
  | "inherited"
  | "report";

/** Why the act was coded as it was: the rule, what it rests on, and the lexicon line. */
export interface TraceStep extends Range {
  /** Name of the rule or operator. */
  readonly rule: string;
  /** `file:line` of the lexicon row, or null where the rule needs none. */
  readonly source: string | null;
  readonly detail: string;
}

/**
 * The one record for an act: for events that a report asserts, for what such an act demands, threatens, offers, denies or
 * plans (`content`), for its `consequence` and `purpose`, and for the entries of the ledger. Only acts in
 * `Coding.events` are asserted; every act below them hangs on the act that speaks of it.
 */
export interface Act {
  readonly id: string;
  readonly trigger: Range;
  /** Word index of the trigger's head. */
  readonly head: number;
  readonly sentence: number;
  readonly type: EventType;
  readonly modes: readonly string[];
  readonly contexts: readonly string[];
  /** CAMEO code where the text allows one, in its own right. */
  readonly cameo: string | null;
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
  readonly factuality: Factuality;
  readonly auxiliary: readonly Auxiliary[];
  readonly attribution: readonly Attribution[];
  readonly hedge: Hedge | null;
  readonly condition: Condition | null;
  readonly consequence: Act | null;
  readonly content: readonly Act[];
  readonly purpose: readonly Act[];
  readonly cause: readonly Range[];
  readonly iterated: boolean;
  readonly date: DateRange | null;
  readonly dateBasis: EventDateBasis | null;
  readonly place: EventPlace | null;
  readonly sizes: Sizes;
  /** Id of an earlier event line that is the same happening. */
  readonly sameAs: string | null;
  /** 0 to 1. */
  readonly confidence: number;
  readonly trace: readonly TraceStep[];
}

/** Of a sentence: does it report, recall, or judge? */
export type SentencePart = "report" | "background" | "analysis";

/** What might have been an event and was not coded, with the reason. Reasons are counted. */
export interface Abstention extends Range {
  readonly reason: AbstentionReason;
}

export type AbstentionReason =
  | "not-asserted"
  | "no-actor"
  | "no-recipient"
  | "unknown-actor"
  | "ambiguous"
  | "discarded"
  | "figurative"
  | "not-english";

/** A position held, a reason given, an interest ascribed, a standing relation, an assessment. */
export interface Statement extends Range {
  readonly kind: "position" | "reason" | "interest" | "relation" | "assessment";
  readonly holder: Party | null;
  readonly toward: Party | null;
  /** What it is about, in the text's own words. */
  readonly matter: string | null;
  readonly stance: "for" | "against" | "conditional" | "neutral" | "unclear" | null;
  readonly was: "for" | "against" | "conditional" | "neutral" | "unclear" | null;
  readonly changed: string | null;
  /** Who says so, or null for the publication itself. */
  readonly by: Party | null;
  readonly hedge: string | null;
}

/** Everything that `event` makes of a document. */
export interface Coding {
  readonly events: readonly Act[];
  readonly statements: readonly Statement[];
  readonly abstentions: readonly Abstention[];
  /** One for each sentence of the document. */
  readonly parts: readonly SentencePart[];
}
