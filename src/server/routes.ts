import { createRoute, z } from "@hono/zod-openapi";
import type { EventLine, ReadRecord } from "../record/index.ts";
import { schemaRef } from "./openapi.ts";
import { ReportSummaryShape } from "./ports.ts";
import { ProblemShape } from "./problem.ts";

/** The passage around an event, with its range in code points of the report's text. */
export interface Excerpt {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const isoDay = z.iso.date("must be a calendar day, YYYY-MM-DD");
/** Records are checked where they are made; here they are only described. */
const reading = z.custom<ReadRecord>().openapi({ type: "object", allOf: [schemaRef("ReadRecord")] });
const eventWithExcerpt = z
  .custom<{ event: EventLine; excerpt: Excerpt | null }>()
  .openapi({ type: "object", allOf: [schemaRef("EventWithExcerpt")] });
const json = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { "application/json": { schema } },
});
const refusal = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: ProblemShape } },
});
const busy = { 503: refusal("Another program holds the store; Retry-After says when to ask again") };
const idParam = z.object({ id: z.string().min(1).max(500) });

export const listRoute = createRoute({
  method: "get",
  path: "/api/reports",
  summary: "The reports in the store, newest first",
  request: {
    query: z.object({
      q: z.string().max(200).optional().describe("Words that a report must hold, all of them"),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: z.string().min(1).max(500).optional().describe("`next` of the page before"),
    }),
  },
  responses: {
    200: json(
      z.object({
        reports: z.array(ReportSummaryShape.openapi("ReportSummary")),
        next: z.string().nullable(),
        total: z.int(),
      }),
      "One page of reports",
    ),
    400: refusal("A parameter is not of its form"),
    ...busy,
  },
});

export const reportRoute = createRoute({
  method: "get",
  path: "/api/reports/{id}",
  summary: "Everything read in a report, as `demarche read --explain` prints it",
  request: { params: idParam },
  responses: {
    200: json(reading, "The reading"),
    404: refusal("The store has no such report"),
    ...busy,
  },
});

export const eventRoute = createRoute({
  method: "get",
  path: "/api/events/{id}",
  summary: "An event with the passage it was coded from",
  request: { params: idParam },
  responses: {
    200: json(eventWithExcerpt, "The event line, and the sentences of its report around it"),
    404: refusal("The store has no such event"),
    ...busy,
  },
});

export const ledgerRoute = createRoute({
  method: "get",
  path: "/api/ledger",
  summary: "Demands, threats, offers and promises with their states, as of a day",
  request: {
    query: z.object({
      as_of: isoDay.optional().describe("By default the date of the newest report in the store"),
    }),
  },
  responses: {
    200: json(
      z.object({
        as_of: isoDay.nullable(),
        entries: z.array(z.looseObject({}).describe("As `demarche ledger --format jsonl` prints it")),
      }),
      "The ledger",
    ),
    400: refusal("as_of is no day"),
    ...busy,
  },
});

export const addRoute = createRoute({
  method: "post",
  path: "/api/reports",
  summary: "Add a report; answers when it is coded",
  request: {
    body: {
      required: true,
      content: {
        "application/json": {
          schema: z.strictObject({
            text: z.string().min(1, "there is no text"),
            title: z.string().max(1000).nullish(),
            date: isoDay.nullish(),
            publication: z.string().max(300).nullish(),
          }),
        },
      },
    },
  },
  responses: {
    200: json(z.object({ report: z.string(), added: z.literal(false) }), "The store had this report already"),
    201: json(z.object({ report: z.string(), added: z.literal(true) }), "Coded and stored"),
    400: refusal("The text cannot be read, and why"),
    403: refusal("Asked by a page of another site"),
    413: refusal("More than 2 MB of text"),
    415: refusal("Not application/json"),
    422: refusal("The coder gave up on the report"),
    507: refusal("The disk is full"),
    ...busy,
  },
});

export const healthRoute = createRoute({
  method: "get",
  path: "/api/health",
  summary: "Whether the store can be read, and what codes it",
  responses: {
    200: json(
      z.object({ ok: z.literal(true), version: z.string(), resources: z.string(), reports: z.int() }),
      "It can",
    ),
    ...busy,
  },
});
