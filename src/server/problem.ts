import { z } from "@hono/zod-openapi";
import type { Problem } from "../resource/index.ts";

/** Every refusal of the API: what happened, in a stable word and in a sentence. */
export const ProblemShape = z
  .strictObject({
    status: z.int(),
    code: z.string().describe("A stable word for the kind of fault"),
    message: z.string().describe("What is wrong and what to do"),
    problems: z
      .array(
        z.strictObject({
          code: z.string(),
          path: z.string(),
          line: z.int().optional(),
          message: z.string(),
        }),
      )
      .optional()
      .describe("Each fault of the data that was sent"),
  })
  .openapi("Problem");

/** A refusal on its way to the one who asked. */
export class HttpError extends Error {
  readonly status: number;
  readonly code: string;
  readonly problems: readonly Problem[];

  constructor(status: number, code: string, message: string, options: HttpErrorOptions = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = "HttpError";
    this.status = status;
    this.code = code;
    this.problems = options.problems ?? [];
  }
}

export interface HttpErrorOptions {
  readonly problems?: readonly Problem[];
  readonly cause?: unknown;
}

/** The answer that carries a refusal. */
export function problemResponse(error: HttpError): Response {
  const { status, code, message, problems } = error;
  const body = { status, code, message, ...(problems.length === 0 ? {} : { problems }) };
  const headers: Record<string, string> = { "content-type": "application/problem+json; charset=utf-8" };
  if (status === 503) headers["retry-after"] = "2";
  return new Response(`${JSON.stringify(body)}\n`, { status, headers });
}
