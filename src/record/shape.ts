import { z } from "zod";

/**
 * The shapes of everything that leaves the program as JSON: types by inference, JSON Schemas for `docs/schema/`.
 * All offsets here are Unicode code points of the report's text, half-open, as R and Python count.
 */

const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe("Calendar day, YYYY-MM-DD");
const edtf = z.string().describe("What is known of the date, in EDTF level 1");
const offset = z.int().min(0);
const span = { start: offset, end: offset };

export const SpanShape = z.strictObject(span);
const TextSpanShape = z.strictObject({ text: z.string(), ...span });

export const EventTypeShape = z.enum([
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "COOPERATE",
  "AID",
  "RETREAT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
]);

export const RoleShape = z.enum(["conveyor", "mediator", "host", "guarantor", "envoy", "performer"]);

/** A party: an entity in a role, with the words that name it. */
export const PartyShape = z.strictObject({
  code: z.string().nullable().describe("Country or international code valid on the day: RUS, YUG, IGO, UNO"),
  sector: z.string().nullable().describe("PLOVER sector, null where the text leaves it open"),
  entity_text: z.string().describe("The phrase as the text has it"),
  identifier_text: z.string().nullable().describe("Standard name"),
  office: z.string().nullable(),
  ethnicity: z.string().nullable().describe("Of groups only, never of a named person"),
  religion: z.string().nullable().describe("Of groups only, never of a named person"),
  ...span,
  entity: z.string().nullable().describe("Id in entities[] of the report's reading"),
  role: RoleShape.optional().describe("Where it is not that of the doer"),
  on_behalf_of: z.string().optional().describe("Entity id of the principal of an envoy"),
});

export const AttributionShape = z.strictObject({
  speaker: PartyShape,
  addressee: PartyShape.nullable(),
  cue: z.string(),
  date: isoDate.nullable(),
  ...span,
});

export const HedgeShape = z.strictObject({
  cue: z.string(),
  scope: z.enum(["event", "actor", "recipient", "number", "date"]),
});

export const ConditionShape = z.strictObject({ cue: z.string(), text: z.string(), ...span });

const CountShape = z
  .strictObject({ min: z.int().nullable(), max: z.int().nullable(), text: z.string() })
  .nullable();

export const SizeShape = z.strictObject({
  dead: CountShape,
  injured: CountShape,
  arrested: CountShape,
  size: CountShape,
});

export const PlaceShape = z.strictObject({
  extracted_place: z.string(),
  resolved_place: z.string(),
  country_code: z.string().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  resolution: z.enum(["city", "province", "country"]).nullable(),
  ...span,
});

export const TraceShape = z.strictObject({
  rule: z.string(),
  source: z.string().nullable().describe("file:line of the lexicon row"),
  detail: z.string(),
  ...span,
});

export const AuxiliaryShape = z.enum(["historical", "future", "hypothetical", "negation"]);

export const DateBasisShape = z.enum([
  "stated",
  "relative",
  "same-meeting",
  "cross-reference",
  "inherited",
  "report",
]);

/** What every act has, whether it is asserted or stands inside another. */
const act = {
  id: z.string(),
  date: isoDate.nullable().describe("First day, null where it is not known to the day"),
  enddate: isoDate.nullable().describe("Last day, included"),
  date_edtf: edtf.nullable(),
  date_basis: DateBasisShape.nullable(),
  actor: z.array(PartyShape),
  recipient: z.array(PartyShape),
  event: z.array(EventTypeShape),
  mode: z.array(z.string()),
  context: z.array(z.string()),
  auxiliary: z.array(AuxiliaryShape),
  factuality: z.enum(["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "Uu"]),
  quad_code: z.int().min(1).max(4),
  event_scale: z.number().min(-10).max(10),
  cameo: z.string().nullable(),
  event_loc: PlaceShape.nullable(),
  event_text: z.array(z.string()).describe("The sentences that report it"),
  trigger: z.strictObject({ text: z.string(), ...span }),
  attribution: z.array(AttributionShape).describe("Who says so, outermost first"),
  hedge: HedgeShape.nullable(),
  condition: ConditionShape.nullable(),
  cause: z.array(TextSpanShape),
  iterated: z.boolean(),
  size_info: SizeShape,
  confidence: z.number().min(0).max(1),
  trace: z.array(TraceShape).optional().describe("With --explain: why it was coded so"),
};

const ActBaseShape = z.strictObject(act);

/** An act inside another: what is demanded, threatened, offered, denied, planned or aimed at. */
export interface InnerAct extends z.infer<typeof ActBaseShape> {
  content: InnerAct[];
  consequence: InnerAct | null;
  purpose: InnerAct[];
}

export const InnerActShape: z.ZodType<InnerAct> = z.strictObject({
  ...act,
  get content() {
    return z.array(InnerActShape);
  },
  get consequence() {
    return z.nullable(InnerActShape);
  },
  get purpose() {
    return z.array(InnerActShape);
  },
});

const AgencyShape = z.strictObject({ name: z.string(), date: isoDate.nullable() });

export const CiteShape = z.strictObject({
  publication: z.string().nullable(),
  volume: z.int().nullable(),
  issue: z.int().nullable(),
  title: z.string().nullable(),
  url: z.string().nullable(),
  language: z.string(),
  agencies: z.array(AgencyShape).describe("Agencies whose citation covers the passage"),
  cross_references: z.array(z.strictObject({ publication: z.string(), date: isoDate.nullable() })),
});

export const PartShape = z.enum(["report", "background", "analysis"]);

/** One event line: an act that the report, or somebody whom it quotes, asserts to have happened. */
export const EventLineShape = z.strictObject({
  ...act,
  report: z.string().describe("Content hash of the report"),
  input: z.string().describe("The id or file name as given"),
  part: PartShape,
  same_as: z.string().nullable().describe("Id of an earlier line that is the same happening"),
  parent: z.string().optional().describe("With --contents: id of the act that this one stands in"),
  text_info: z
    .strictObject({ sequence: z.int().min(1), ...span })
    .describe("Number and range of the sentence"),
  cite_info: CiteShape,
  coder: z.string(),
  codebook: z.literal("plover-2.0"),
  comment: z.string().nullable(),
  content: z.array(InnerActShape),
  consequence: InnerActShape.nullable(),
  purpose: z.array(InnerActShape),
});

const stance = z.enum(["for", "against", "conditional", "neutral", "unclear"]).nullable();

export const StatementShape = z.strictObject({
  kind: z.enum(["position", "reason", "interest", "relation", "assessment"]),
  holder: PartyShape.nullable(),
  toward: PartyShape.nullable(),
  matter: z.string().nullable(),
  stance,
  was: stance,
  changed: isoDate.nullable(),
  by: PartyShape.nullable().describe("Null: the publication itself"),
  hedge: z.string().nullable(),
  ...span,
});

export const DeadlineShape = z.strictObject({
  opens: z.string().nullable(),
  expires: z.string().nullable(),
  zone: z.string().nullable(),
  anchor: z.string().describe("report, speech, or an event's id"),
  rule: z.string(),
  text: z.string(),
  ...span,
});

export const ResponseShape = z.strictObject({
  party: PartyShape,
  response: z.enum([
    "accepted",
    "accepted-with-conditions",
    "refused",
    "countered",
    "welcomed",
    "complied",
    "complied-in-part",
  ]),
  event: z.string(),
});

export const EntryKindShape = z.enum([
  "demand",
  "threat",
  "warning",
  "proposal",
  "offer",
  "promise",
  "agreement",
]);

/** One entry of the ledger as one report tells it. */
export const EntryShape = z.strictObject({
  id: z.string(),
  kind: EntryKindShape,
  issuer: PartyShape.nullable().describe("Null if the text does not say whose terms they are"),
  conveyor: PartyShape.nullable(),
  conveyors: z.array(PartyShape),
  addressee: PartyShape.nullable(),
  performer: PartyShape.nullable(),
  threatener: PartyShape.nullable(),
  matter: z.string().nullable(),
  general: z.string().nullable().describe("Id of the demand that this one spells out"),
  text: z.string(),
  ...span,
  event: z.string().describe("Id of the event line that puts it on the table"),
  condition: ConditionShape.nullable(),
  consequence: InnerActShape.nullable(),
  deadline: DeadlineShape.nullable(),
  responses: z.array(ResponseShape),
});

export const UltimatumShape = z.strictObject({
  id: z.string(),
  demands: z.array(z.string()).describe("Ids of the specific demands"),
  general: z.string().nullable(),
  consequence: InnerActShape,
  issuer: PartyShape.nullable(),
  conveyors: z.array(PartyShape),
  threatener: PartyShape.nullable(),
  addressee: PartyShape.nullable(),
  deadline: DeadlineShape.nullable(),
});

export const MediationShape = z.strictObject({
  mediator: PartyShape,
  between: z.array(PartyShape),
  aim: z.string().nullable(),
  acts: z.array(z.string()),
  responses: z.array(z.string()),
});

export const AbstentionReasonShape = z.enum([
  "not-asserted",
  "no-actor",
  "no-recipient",
  "unknown-actor",
  "ambiguous",
  "discarded",
  "figurative",
  "not-english",
]);

/** Everything the program reads in one report: a line of `demarche read`. */
export const ReadRecordShape = z.strictObject({
  report: z.string().describe("SHA-256 of the report as given"),
  input: z.string(),
  title: z.string().nullable(),
  publication: z.string().nullable(),
  volume: z.int().nullable(),
  issue: z.int().nullable(),
  url: z.string().nullable(),
  date: isoDate.nullable(),
  date_edtf: edtf.nullable(),
  date_basis: z.enum(["header", "option", "citation", "profile", "none"]),
  language: z.string(),
  example: z.boolean().describe("Text made up for the example crisis"),
  coder: z.string(),
  text: z.string(),
  citations: z.array(
    z.strictObject({ agencies: z.array(AgencyShape), date: isoDate.nullable(), ...span, covers: SpanShape }),
  ),
  cross_references: z.array(
    z.strictObject({
      publication: z.string(),
      date: isoDate.nullable(),
      ...span,
      covers: SpanShape,
      report: z.string().optional(),
    }),
  ),
  sentences: z.array(z.strictObject({ ...span, part: PartShape })),
  entities: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      kind: z.enum(["person", "state", "government", "organization", "group", "role", "place", "other"]),
      code: z.string().nullable(),
      sector: z.string().nullable(),
      public: z.boolean().describe("False for a private person, who is no entity across reports"),
      offices: z.array(
        z.strictObject({ title: z.string(), since: z.string().nullable(), until: z.string().nullable() }),
      ),
      mentions: z.array(SpanShape),
      members: z.array(z.string()),
    }),
  ),
  events: z.array(EventLineShape),
  statements: z.array(StatementShape),
  ledger: z.array(EntryShape),
  ultimatums: z.array(UltimatumShape),
  mediations: z.array(MediationShape),
  abstentions: z.array(z.strictObject({ reason: AbstentionReasonShape, ...span })),
});

export type ReadRecord = z.infer<typeof ReadRecordShape>;
export type EventLine = z.infer<typeof EventLineShape>;
export type PartyRecord = z.infer<typeof PartyShape>;
export type EntryRecord = z.infer<typeof EntryShape>;
export type StatementRecord = z.infer<typeof StatementShape>;
export type UltimatumRecord = z.infer<typeof UltimatumShape>;
export type MediationRecord = z.infer<typeof MediationShape>;
