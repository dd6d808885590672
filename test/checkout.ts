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
