import type { Context, MiddlewareHandler } from "hono";
import { HttpError } from "./problem.ts";

/** Which `Host` headers are answered: the loopback names, names of the user's choice, or all. */
export type AllowedHosts = "loopback" | "any" | readonly string[];

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const headers: readonly (readonly [string, string])[] = [
  ["Content-Security-Policy", contentSecurityPolicy],
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "no-referrer"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Cross-Origin-Resource-Policy", "same-origin"],
  ["X-Frame-Options", "DENY"],
];

/** Puts the headers on every answer that keep report text from becoming anything but text. */
export function secureHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    for (const [name, value] of headers) c.res.headers.set(name, value);
    if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", "no-store");
  };
}

/** Refuses requests under a name that is not ours: a page elsewhere may have pointed its own name at this machine. */
export function hostCheck(hosts: AllowedHosts): MiddlewareHandler {
  const names = new Set(hosts === "loopback" ? ["localhost", "127.0.0.1", "[::1]"] : hosts);
  return async (c, next) => {
    if (hosts !== "any" && !names.has(hostName(hostOf(c)))) {
      throw new HttpError(403, "wrong-host", "this server answers only under the address that it printed");
    }
    await next();
  };
}

/** Refuses requests that a page of another site makes in the reader's browser; programs send neither header. */
export function sameOriginOnly(): MiddlewareHandler {
  return async (c, next) => {
    const site = c.req.header("sec-fetch-site");
    const origin = c.req.header("origin");
    const isForeign = site !== undefined && site !== "same-origin";
    if (isForeign || (origin !== undefined && originHost(origin) !== hostOf(c))) {
      throw new HttpError(403, "other-site", "only the workbench's own page and programs may add reports");
    }
    await next();
  };
}

function hostOf(c: Context): string {
  return (c.req.header("host") ?? new URL(c.req.url).host).toLowerCase();
}

function hostName(host: string): string {
  return host.replace(/:\d{1,5}$/, "");
}

function originHost(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
