#!/usr/bin/env node
import { existsSync } from "node:fs";

const freshness = new URL("../scripts/freshness.mjs", import.meta.url);
if (existsSync(freshness)) {
  const { staleness } = await import(freshness.href);
  const why = staleness();
  if (why !== null) {
    process.stderr.write(`demarche: ${why}; run: npm run build\n`);
    process.exit(2);
  }
}
// Whoever reads our output may stop reading, as `head` does; that is no fault.
process.stdout.on("error", (error) => {
  if (error.code === "EPIPE") process.exit(0);
  process.stderr.write(`demarche: standard output cannot be written (${error.code})\n`);
  process.exit(1);
});
const { main } = await import("../dist/cli/main.js");
process.exitCode = await main(process.argv.slice(2));
