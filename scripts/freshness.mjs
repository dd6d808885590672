import { existsSync, readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Root of the checkout, with a slash at its end. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** What `dist` is made from. */
const sources = [
  "src",
  "data",
  "package-lock.json",
  "tsconfig.base.json",
  "tsconfig.build.json",
  "vite.config.ts",
];

/** Why `dist` can't be used as it is, or null when it is as new as its sources. */
export function staleness() {
  const stamp = `${root}dist/.stamp`;
  if (!existsSync(stamp)) return "the program is not built yet";
  const built = statSync(stamp).mtimeMs;
  for (const name of sources) {
    const newer = newerThan(root + name, built);
    if (newer !== null) return `${newer.slice(root.length)} is newer than the built program`;
  }
  return null;
}

function newerThan(path, time) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return null;
  if (!stat.isDirectory()) return stat.mtimeMs > time ? path : null;
  if (stat.mtimeMs > time) return path;
  for (const name of readdirSync(path)) {
    const newer = newerThan(`${path}/${name}`, time);
    if (newer !== null) return newer;
  }
  return null;
}
