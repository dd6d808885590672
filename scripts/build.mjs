// Builds dist/: the library and the command (tsc), the compiled lexicons and the model (build-data), the pages (Vite).
// It is built beside the old one and swapped in at the end, so that a failed build leaves a program that runs.

import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { root } from "./freshness.mjs";
import { needPackages, step } from "./setup.mjs";

const started = new Date();
needPackages();
const next = `${root}dist.next`;
rmSync(next, { recursive: true, force: true });
mkdirSync(next);
const bin = `${root}node_modules/.bin/`;
step(`${bin}tsc`, ["-p", "tsconfig.build.json", "--outDir", next], "the types do not check; see above");
step(`${bin}tsx`, ["scripts/build-data.ts", `${next}/data`], "a lexicon has faults; see the lines above");
step(
  `${bin}vite`,
  ["build", "--outDir", `${next}/web`, "--logLevel", "warn"],
  "the pages could not be built; see above",
);
writeFileSync(`${next}/.stamp`, "");
utimesSync(`${next}/.stamp`, started, started);
rmSync(`${root}dist`, { recursive: true, force: true });
renameSync(next, `${root}dist`);
