import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { build } from "vite";
import { type AppOptions, createApp, listen, pagesFolder, readPages } from "../../src/server/index.ts";
import { chromiumFlags, chromiumPath, root } from "../checkout.ts";

export { chromiumPath } from "../checkout.ts";

/** Starts the browser that the tests share. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath!, args: ["--headless", ...chromiumFlags] });
}

/** The built workbench: as it lies in `dist` where that is as new as its sources, else built into a temporary folder. */
export async function builtPages(): Promise<ReturnType<typeof readPages>> {
  const built = statSync(`${pagesFolder}index.html`, { throwIfNoEntry: false });
  if (built !== undefined && built.mtimeMs > newest(`${root}src/web`)) return readPages();
  const folder = mkdtempSync(`${tmpdir()}/demarche-web-`);
  try {
    await build({
      configFile: `${root}vite.config.ts`,
      logLevel: "error",
      build: { outDir: folder, emptyOutDir: true },
    });
    return readPages(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function newest(folder: string): number {
  const times = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => {
    return statSync(`${folder}/${name}`).mtimeMs;
  });
  return Math.max(...times, statSync(`${root}vite.config.ts`).mtimeMs);
}

/** The app on a free port. */
export async function serveApp(options: AppOptions) {
  return await listen(createApp(options), { host: "127.0.0.1", port: 0 });
}

/** A page that remembers everything that went wrong on it: errors, refusals of the policy, failed loads. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return { page, complaints, close: () => context.close() };
}

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** What axe-core objects to on a page, one line each. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe;
    return (await run.run()).violations;
  });
  return results.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}
