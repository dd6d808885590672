import type { ReadRecord } from "../record/index.ts";
import type { ReportRow } from "../view/index.ts";

export interface ReportPage {
  readonly reports: readonly ReportRow[];
  readonly next: string | null;
  readonly total: number;
}

/** What somebody pasted into the form. */
export interface NewReport {
  readonly text: string;
  readonly title: string;
  readonly date: string;
  readonly publication: string;
}

/** A refusal of the server, or no answer at all (`code` is then `unreachable`). */
export class ApiError extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ApiError";
    this.code = code;
  }
}

/** One page of the reports that hold all the words. */
export function fetchReports(words: string, cursor: string | null, signal: AbortSignal): Promise<ReportPage> {
  const query = new URLSearchParams();
  if (words !== "") query.set("q", words);
  if (cursor !== null) query.set("cursor", cursor);
  return request(`/api/reports?${query}`, { signal });
}

/** Everything read in a report. */
export function fetchReport(report: string, signal: AbortSignal): Promise<ReadRecord> {
  return request(`/api/reports/${encodeURIComponent(report)}`, { signal });
}

/** Has a text coded and stored; gives the id of its report. */
export function addReport(given: NewReport): Promise<{ report: string; added: boolean }> {
  const fields = Object.entries(given).filter(([name, value]) => name === "text" || value.trim() !== "");
  return request("/api/reports", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(Object.fromEntries(fields)),
  });
}

async function request<T>(address: string, init: RequestInit): Promise<T> {
  const response = await fetch(address, init).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new ApiError("unreachable", "the program does not answer: is `demarche serve` still running?", {
      cause,
    });
  });
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return body as T;
  throw asApiError(body, response.status);
}

function asApiError(body: unknown, status: number): ApiError {
  if (typeof body !== "object" || body === null || !("code" in body) || !("message" in body)) {
    return new ApiError("unexpected", `the program answered ${status} and did not say why`);
  }
  const problems = "problems" in body && Array.isArray(body.problems) ? body.problems : [];
  const details = problems.map((problem: { path: string; message: string }) => {
    return `${problem.path}: ${problem.message}`;
  });
  return new ApiError(String(body.code), [String(body.message), ...details].join("\n"));
}
