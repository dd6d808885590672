import { z } from "zod";
import { AuxiliaryShape, EventTypeShape, RoleShape } from "../shape.ts";

/**
 * The form of the corpus of coded sentences: one JSON object a line. Offsets are code points of the item's text, half-open.
 * What is absent is empty: no parties, no modes, factuality CT+.
 */

const spanFields = { text: z.string().min(1), start: z.int().min(0), end: z.int().min(1) };
const bound = z.int().min(0).nullable();

export const CorpusSpanShape = z.strictObject(spanFields);

export const CorpusPartyShape = z.strictObject({
  ...spanFields,
  code: z.string().nullable().describe("State valid in the item's year, or an international code"),
  sector: z.string().nullable(),
  also: z.array(z.string()).default([]).describe("Further sectors: OPP, PRE"),
  role: RoleShape.optional(),
});

const CorpusCountShape = z.strictObject({ ...spanFields, min: bound, max: bound });

export const CorpusAttributionShape = z.strictObject({
  speaker: CorpusPartyShape,
  cue: CorpusSpanShape,
  addressee: CorpusPartyShape.nullable().default(null),
});

const actFields = {
  type: EventTypeShape,
  modes: z.array(z.string()).default([]),
  cameo: z.string().nullable().default(null),
  trigger: CorpusSpanShape,
  actors: z.array(CorpusPartyShape).default([]),
  recipients: z.array(CorpusPartyShape).default([]),
  factuality: z.enum(["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "Uu"]).default("CT+"),
  auxiliary: z.array(AuxiliaryShape).default([]),
  attribution: z.array(CorpusAttributionShape).default([]),
  hedge: z
    .strictObject({ ...spanFields, scope: z.enum(["event", "actor", "recipient", "number", "date"]) })
    .nullable()
    .default(null),
  condition: z
    .strictObject({ ...spanFields, cue: z.string() })
    .nullable()
    .default(null),
  contexts: z.array(z.string()).default([]),
  iterated: z.boolean().default(false),
  place: z
    .strictObject({ ...spanFields, country: z.string().nullable() })
    .nullable()
    .default(null),
  date: CorpusSpanShape.nullable().default(null),
  dead: CorpusCountShape.nullable().default(null),
  injured: CorpusCountShape.nullable().default(null),
  arrested: CorpusCountShape.nullable().default(null),
  size: CorpusCountShape.nullable().default(null),
};

const ActBaseShape = z.strictObject(actFields);

/** One act of the corpus, with those that stand inside it. */
export interface CorpusAct extends z.infer<typeof ActBaseShape> {
  content: CorpusAct[];
  consequence: CorpusAct | null;
  purpose: CorpusAct[];
}

export const CorpusActShape: z.ZodType<CorpusAct, unknown> = z.strictObject({
  ...actFields,
  get content() {
    return z.array(CorpusActShape).default([]);
  },
  get consequence() {
    return z.nullable(CorpusActShape).default(null);
  },
  get purpose() {
    return z.array(CorpusActShape).default([]);
  },
});

/** One sentence or passage with its settled coding. */
export const CorpusItemShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+-\d{2,3}$/),
  text: z.string().min(1),
  kind: z.enum(["sentence", "passage"]),
  register: z.enum(["wire", "digest", "release", "sitrep", "transcript"]),
  spelling: z.enum(["us", "uk"]),
  year: z.int().min(1990).max(2030),
  difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  template: z.string().nullable().default(null),
  coder: z.string().min(1).describe("Who wrote the coding below"),
  settler: z
    .string()
    .nullable()
    .default(null)
    .describe("Who decided between first and second coding; `rule` if nothing was left to decide"),
  acts: z.array(CorpusActShape).default([]),
});

/** One coder's coding of an item, kept apart from the settled one. */
export const CorpusCodingShape = z.strictObject({
  id: z.string(),
  coder: z.string().min(1),
  acts: z.array(CorpusActShape).default([]),
});

export const CORPUS_PARTS = ["train", "dev", "test"] as const;

/** The event types by name, in the order of the codebook. */
export const EVENT_TYPES = EventTypeShape.options;

export type CorpusPart = (typeof CORPUS_PARTS)[number];
export type CorpusSpan = z.infer<typeof CorpusSpanShape>;
export type CorpusParty = z.infer<typeof CorpusPartyShape>;
export type CorpusItem = z.infer<typeof CorpusItemShape>;
export type CorpusCoding = z.infer<typeof CorpusCodingShape>;
