// How large the package and the page may be; a limit is raised on purpose, with its reason, or not at all.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { root } from "./freshness.mjs";

const limits = [
  ["package, packed", 16_000_000, () => packed()],
  ["page's scripts and styles, gzipped", 120_000, () => gzipped("dist/web", /\.(js|css)$/)],
  ["sentence model", 12_000_000, () => statSync(`${root}dist/data/en.model`).size],
  ["compiled lexicons", 4_000_000, () => statSync(`${root}dist/data/lexicon.bin`).size],
];

let failed = false;
for (const [name, limit, measure] of limits) {
  const size = measure();
  const over = size > limit;
  failed ||= over;
  console.log(
    `${over ? "TOO LARGE" : "ok"} ${name}: ${size.toLocaleString("en")} of ${limit.toLocaleString("en")} bytes`,
  );
}
process.exitCode = failed ? 1 : 0;

function packed() {
  const [pack] = JSON.parse(
    execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }),
  );
  return pack.size;
}

function gzipped(folder, pattern) {
  return readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" })
    .filter((name) => pattern.test(name))
    .reduce((sum, name) => sum + gzipSync(readFileSync(`${root}${folder}/${name}`)).length, 0);
}
