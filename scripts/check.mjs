// `npm run check`: format, lint, types, tests (documents among them) and size; the last line counts them all.

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { root } from "./freshness.mjs";
import { needBuild } from "./setup.mjs";

needBuild();
const bin = `${root}node_modules/.bin/`;
const counts = { passed: 0, failed: 0, skipped: 0 };

check("format and lint", `${bin}biome`, ["ci", "--error-on-warnings", "."]);
check("types of the core, without Node or DOM", `${bin}tsc`, ["-p", "tsconfig.core.json"]);
check("types of the page", `${bin}tsc`, ["-p", "tsconfig.web.json"]);
check("types of everything else", `${bin}tsc`, ["-p", "tsconfig.json"]);
check("size", process.execPath, ["scripts/check-size.mjs"]);
runTests(process.argv.slice(2));

const skipped = counts.skipped === 0 ? "" : `, ${counts.skipped} skipped`;
console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exitCode = counts.failed === 0 ? 0 : 1;

function check(name, command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: "utf8" });
  const passed = status === 0;
  console.log(`${passed ? "ok    " : "FAILED"} ${name}`);
  if (!passed) console.log(stdout + stderr);
  counts[passed ? "passed" : "failed"] += 1;
}

function runTests(filters) {
  const results = `${root}.vitest.json`;
  rmSync(results, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
  const { status } = spawnSync(`${bin}vitest`, ["run", ...reporters, ...filters], {
    cwd: root,
    stdio: "inherit",
  });
  if (!existsSync(results)) {
    counts.failed += 1;
    return;
  }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numFailedTestSuites } = JSON.parse(
    readFileSync(results, "utf8"),
  );
  rmSync(results);
  counts.passed += numPassedTests;
  counts.failed += numFailedTests;
  counts.skipped += numPendingTests + numTodoTests;
  // A file that fails outside its tests, or an unhandled error, fails the run without a failed test.
  if (numFailedTests === 0 && (status !== 0 || numFailedTestSuites > 0)) counts.failed += 1;
}
