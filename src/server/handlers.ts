import type { OpenAPIHono } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import type { ReadRecord } from "../record/index.ts";
import type { ReportSource } from "../report/index.ts";
import { VERSION } from "../version.ts";
import type { ReportAdder, ReportsSource } from "./ports.ts";
import { HttpError } from "./problem.ts";
import {
  addRoute,
  type Excerpt,
  eventRoute,
  healthRoute,
  ledgerRoute,
  listRoute,
  reportRoute,
} from "./routes.ts";

/** Largest text of a report, in bytes of UTF-8. */
const maxTextBytes = 2_000_000;
/** Largest body of a request: the text, what JSON's escapes add to it, and the other fields. */
const maxBodyBytes = 2_500_000;

/** What the routes draw on. */
export interface RouteOptions {
  readonly store: ReportsSource;
  readonly pool: ReportAdder;
  readonly resourcesVersion: string;
}

/** Puts the API's routes on an app. */
export function addRoutes(app: OpenAPIHono, { store, pool, resourcesVersion }: RouteOptions): void {
  app.openapi(healthRoute, async (c) => {
    const reports = await store.countReports();
    return c.json({ ok: true as const, version: VERSION, resources: resourcesVersion, reports }, 200);
  });
  app.openapi(listRoute, async (c) => {
    const { q = "", limit, cursor = null } = c.req.valid("query");
    const words = q.split(/\s+/u).filter((word) => word !== "");
    const page = await store.listReports({ limit, cursor, words });
    return c.json({ reports: [...page.reports], next: page.next, total: page.total }, 200);
  });
  app.openapi(reportRoute, async (c) => {
    const { id } = c.req.valid("param");
    const record = await store.readRecord(id);
    if (record === null) throw new HttpError(404, "no-such-report", "the store has no report of this id");
    return c.json(record, 200);
  });
  app.openapi(eventRoute, async (c) => {
    const { id } = c.req.valid("param");
    const event = await store.findEvent(id);
    if (event === null) throw new HttpError(404, "no-such-event", "the store has no event of this id");
    const record = await store.readRecord(event.report);
    return c.json(
      { event, excerpt: record === null ? null : excerptOf(record, event.text_info.sequence) },
      200,
    );
  });
  app.openapi(ledgerRoute, async (c) => {
    const { as_of = null } = c.req.valid("query");
    const ledger = await store.ledger(as_of);
    return c.json({ as_of: ledger.asOf, entries: ledger.entries.map((entry) => ({ ...entry })) }, 200);
  });
  const limit = bodyLimit({ maxSize: maxBodyBytes, onError: tooLarge });
  app.use("/api/reports", async (c, next) => {
    if (c.req.method === "GET" || c.req.method === "HEAD") return next();
    if (c.req.method !== "POST") {
      throw new HttpError(405, "no-such-method", "reports are listed with GET and added with POST");
    }
    if (c.req.raw.body === null)
      throw new HttpError(400, "bad-json", "the request has no body; send the report as JSON");
    return limit(c, next);
  });
  app.openapi(addRoute, async (c) => {
    const { text, ...fields } = c.req.valid("json");
    const { report, added } = await pool.addReport(sourceOf(text, fields));
    const headers = { location: `/api/reports/${encodeURIComponent(report)}` };
    return added ? c.json({ report, added }, 201, headers) : c.json({ report, added }, 200, headers);
  });
}

type Given = { [K in "title" | "date" | "publication"]?: string | null | undefined };

/** The report that somebody sent; header lines in its text count as in a file. */
function sourceOf(text: string, given: Given): ReportSource {
  if (new TextEncoder().encode(text).byteLength > maxTextBytes) throw tooLarge();
  const fields = Object.entries({ ...given, text });
  const problems = fields.flatMap(([path, value]) => {
    if (typeof value !== "string" || !notText.test(value)) return [];
    return [
      {
        code: "not-text",
        path,
        message: "holds characters that no text has: NUL, or half of a surrogate pair",
      },
    ];
  });
  if (problems.length > 0) throw new HttpError(400, "not-text", "this is not text", { problems });
  const { title, date, publication } = given;
  return {
    input: "page",
    text,
    ...(isGiven(title) ? { title } : {}),
    ...(isGiven(date) ? { date, dateGivenBy: "option" } : {}),
    ...(isGiven(publication) ? { publication } : {}),
  };
}

const notText = /[\0\p{Surrogate}]/u;

function isGiven(value: string | null | undefined): value is string {
  return value !== undefined && value !== null && value.trim() !== "";
}

function tooLarge(): never {
  throw new HttpError(413, "too-large", "a report may have at most 2 MB of text");
}

/** The sentence of an event with the one before and the one after it, as the text has them. */
function excerptOf(record: ReadRecord, sequence: number): Excerpt {
  const first = record.sentences[Math.max(0, sequence - 2)];
  const last = record.sentences[Math.min(record.sentences.length - 1, sequence)];
  const start = first?.start ?? 0;
  const end = last?.end ?? start;
  return { text: [...record.text].slice(start, end).join(""), start, end };
}
