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
const { main } = await import("../dist/cli/main.js");
process.exitCode = await main(process.argv.slice(2));
