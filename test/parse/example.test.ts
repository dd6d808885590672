import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { chromium } from "playwright-core";
import { build } from "vite";
import { describe, expect, it } from "vitest";
import { settings } from "../../examples/parse/settings.ts";
import { readConllu } from "../../src/index.ts";
import { chromiumFlags, chromiumPath, root } from "../checkout.ts";

const example = `${root}examples/parse/`;

describe("the example of a parsed text", () => {
  it("runs in Node", { timeout: 60_000 }, () => {
    const args = ["--import", "tsx", `${example}parse-a-text.ts`, "The talks didn't fail."];
    const output = execFileSync(process.execPath, args, { cwd: root, encoding: "utf8" });
    expect(output.trim().split("\n")).toEqual([
      "The\tthe\tDET\tdet\ttalks",
      "talks\ttalk\tNOUN\tnsubj\tfail",
      "did\tdo\tAUX\taux\tfail",
      "n't\tnot\tPART\tadvmod\tfail",
      "fail\tfail\tVERB\troot\t-",
      ".\t.\tPUNCT\tpunct\tfail",
    ]);
  });

  it.skipIf(chromiumPath === null)(
    "runs in a page (skipped where no Chromium is installed)",
    { timeout: 120_000 },
    async () => {
      const folder = mkdtempSync(`${tmpdir()}/demarche-example-`);
      await build({
        ...settings,
        logLevel: "error",
        build: { outDir: folder, emptyOutDir: true },
      });
      const server = await serve(folder);
      const browser = await chromium.launch({ executablePath: chromiumPath!, args: chromiumFlags });
      try {
        const page = await browser.newPage();
        const faults: string[] = [];
        page.on("pageerror", (error) => faults.push(String(error)));
        await page.goto(server.url);
        await page.waitForFunction(() => document.querySelector("pre")!.textContent!.includes("sent_id"));
        await page.fill("textarea", "The envoy left Tarn.");
        const { sentences, problems } = readConllu((await page.textContent("pre"))!);
        expect(problems).toEqual([]);
        expect(sentences[0]!.lines.map(({ columns }) => columns.slice(1, 4).join(" "))).toEqual([
          "The the DET",
          "envoy envoy NOUN",
          "left leave VERB",
          "Tarn Tarn PROPN",
          ". . PUNCT",
        ]);
        expect(faults).toEqual([]);
      } finally {
        await browser.close();
        server.close();
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});

/** The files of a folder on a free port. */
async function serve(folder: string): Promise<{ url: string; close(): void }> {
  const types: Record<string, string> = { html: "text/html; charset=utf-8", js: "text/javascript" };
  const server = createServer((request, response) => {
    const name = request.url === "/" ? "/index.html" : request.url!;
    const path = folder + name;
    const isThere = !name.includes("..") && existsSync(path);
    const type = types[name.split(".").at(-1)!] ?? "application/octet-stream";
    response.writeHead(isThere ? 200 : 404, { "content-type": type });
    response.end(isThere ? readFileSync(path) : undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the test's server has no port");
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}
