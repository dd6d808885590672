import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Root of the checkout, with a slash at its end. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** Material beside the checkout that some tests need; they skip, and say so, where it is not there. */
export const shared = fileURLToPath(new URL("../../shared/", import.meta.url));
export const hasShared = existsSync(shared);

/** Files below a folder of the checkout whose path matches, sorted, relative to the root. */
export function filesBelow(folder: string, pattern: RegExp): string[] {
  return readdirSync(root + folder, { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name}`)
    .filter((name) => pattern.test(name) && !name.includes("node_modules"))
    .sort();
}

export function read(path: string): string {
  return readFileSync(root + path, "utf8");
}

/** The system's Chromium, which the browser tests need, or null. */
export const chromiumPath =
  ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
    existsSync(path),
  ) ?? null;
if (chromiumPath === null)
  process.stderr.write("no Chromium on this machine: the browser tests are skipped\n");

/** Flags for a Chromium that runs as root and asks the network for nothing. */
export const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
