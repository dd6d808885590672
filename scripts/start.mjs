// `npm start`: sets up what is missing, codes the example crisis into a store, and serves the workbench.

import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { root } from "./freshness.mjs";
import { needBuild, needNode, needPackages, step } from "./setup.mjs";

const store = ".demarche/example.duckdb";
const args = process.argv.slice(2);
const serves = !args.includes("--no-serve");
needNode();
needPackages();
needBuild();
mkdirSync(`${root}.demarche`, { recursive: true });
step(
  process.execPath,
  ["bin/demarche.js", "add", ...dispatches(), "--store", store],
  "the example could not be coded",
);
if (serves) {
  const rest = args.filter((arg) => arg !== "--no-serve");
  const { status } = spawnSync(process.execPath, ["bin/demarche.js", "serve", "--store", store, ...rest], {
    cwd: root,
    stdio: "inherit",
  });
  process.exitCode = status ?? 1;
}

function dispatches() {
  const folder = "examples/kosovo-1998";
  const names = readdirSync(`${root}${folder}`).filter((name) => name.endsWith(".txt"));
  return names.sort().map((name) => `${folder}/${name}`);
}
