import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { MiddlewareHandler } from "hono";

/** A built file of the workbench. */
export interface Page {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/** The built workbench: address of each file to its bytes. What is not in the map is not served, whatever its path. */
export type Pages = ReadonlyMap<string, Page>;

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  wasm: "application/wasm",
  bin: "application/octet-stream",
};

/** Addresses that the workbench itself makes sense of: they all get its one page. */
const addresses = /^\/(?:add|reports\/[^/]+(?:\/acts\/[^/]+)?)?$/;

/** Folder of the built workbench, seen from `src` and from `dist` alike. */
export const pagesFolder = fileURLToPath(new URL("../../dist/web/", import.meta.url));

/** Reads the built workbench into memory. */
export function readPages(folder: string = pagesFolder): Pages {
  const pages = new Map<string, Page>();
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const type = types[name.slice(name.lastIndexOf(".") + 1)];
    if (type === undefined) continue;
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    pages.set(`/${name.replaceAll("\\", "/")}`, { bytes, type });
  }
  return pages;
}

/** Serves the workbench's files; passes on what is none of them. */
export function servePages(pages: Pages): MiddlewareHandler {
  return async (c, next) => {
    const path = addresses.test(c.req.path) ? "/index.html" : c.req.path;
    const page = pages.get(path);
    if (page === undefined || (c.req.method !== "GET" && c.req.method !== "HEAD")) return await next();
    return c.body(page.bytes, 200, {
      "content-type": page.type,
      "cache-control": path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
    });
  };
}
