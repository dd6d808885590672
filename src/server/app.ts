import { OpenAPIHono } from "@hono/zod-openapi";
import { HTTPException } from "hono/http-exception";
import { type AllowedHosts, hostCheck, sameOriginOnly, secureHeaders } from "./guard.ts";
import { addRoutes } from "./handlers.ts";
import { openApiDocument } from "./openapi.ts";
import { type Pages, servePages } from "./pages.ts";
import type { ReportAdder, ReportsSource } from "./ports.ts";
import { HttpError, problemResponse } from "./problem.ts";

export interface AppOptions {
  readonly store: ReportsSource;
  readonly pool: ReportAdder;
  /** Hash of lexicons and model, for `/api/health`. */
  readonly resourcesVersion: string;
  /** The built workbench; without it the API alone answers. */
  readonly pages?: Pages;
  /** Which `Host` headers are answered; `loopback` if not said otherwise. */
  readonly hosts?: AllowedHosts;
}

/** The workbench and its API as a function from request to response. */
export function createApp(options: AppOptions): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) throw badRequest(result.error.issues);
    },
  });
  app.use(secureHeaders());
  app.use(hostCheck(options.hosts ?? "loopback"));
  app.on(["POST", "PUT", "PATCH", "DELETE"], "*", sameOriginOnly());
  addRoutes(app, options);
  app.get("/api/openapi.json", (c) => c.json(openApiDocument(app)));
  app.all("/api/*", (c) => {
    throw new HttpError(404, "no-such-route", `the API has no ${c.req.method} ${c.req.path}`);
  });
  app.use(servePages(options.pages ?? new Map()));
  app.notFound((c) => problemResponse(new HttpError(404, "not-found", `there is nothing at ${c.req.path}`)));
  app.onError((error) => problemResponse(asHttpError(error)));
  return app;
}

function badRequest(issues: readonly { path: PropertyKey[]; message: string }[]): HttpError {
  const problems = issues.map(({ path, message }) => ({
    code: "bad-value",
    path: path.length === 0 ? "request" : path.map(String).join("."),
    message,
  }));
  return new HttpError(
    400,
    "bad-request",
    "the request is not of the form that /api/openapi.json describes",
    {
      problems,
    },
  );
}

/** What the outside world did wrong, as a refusal; a fault of ours is said to be one, and its details go to the log alone. */
function asHttpError(error: unknown): HttpError {
  if (error instanceof HttpError) return error;
  if (error instanceof HTTPException) return ofHono(error);
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : null;
  if (code === "store-busy") {
    return new HttpError(503, code, "another program holds the store; try again shortly", { cause: error });
  }
  if (code === "disk-full") {
    const message = "the disk is full: nothing was lost and nothing half written; make room and try again";
    return new HttpError(507, code, message, { cause: error });
  }
  process.stderr.write(
    `demarche: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  if (code === "too-slow" || code === "coder-crashed") {
    const message =
      "the coder gave up on this report: it took too long or broke down; the server's log says which";
    return new HttpError(422, code, message, { cause: error });
  }
  return new HttpError(500, "internal", "this should not happen; the server's log says more", {
    cause: error,
  });
}

function ofHono(error: HTTPException): HttpError {
  const { status, message } = error;
  if (status === 413) return new HttpError(413, "too-large", "a report may have at most 2 MB of text");
  if (status === 415) return new HttpError(415, "not-json", "send the report as application/json");
  if (status === 400) return new HttpError(400, "bad-json", "the body is not JSON");
  return new HttpError(status, "bad-request", message);
}
