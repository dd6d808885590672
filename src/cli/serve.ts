import { existsSync } from "node:fs";
import { type Command, InvalidArgumentError } from "commander";
import type { Listening } from "../server/index.ts";
import { CliError } from "./error.ts";
import { overlayOption } from "./input.ts";
import { takesStore, withStore } from "./store.ts";

interface ServeOptions {
  readonly store: string;
  readonly port: number;
  readonly host: string;
  readonly overlay?: string;
}

const loopback = new Set(["127.0.0.1", "localhost", "::1"]);

export function register(program: Command): void {
  takesStore(program.command("serve"))
    .description("Serve the workbench and its HTTP API, on this machine alone unless told otherwise")
    .option("--port <number>", "port to listen on; 0 takes a free one", portNumber, 4110)
    .option(
      "--host <address>",
      "address to listen on; others than loopback open the store to your network",
      "127.0.0.1",
    )
    .addOption(overlayOption())
    .action(serve);
}

async function serve({ store: path, port, host, overlay }: ServeOptions): Promise<void> {
  const { createApp, listen, readPages } = await import("../server/index.ts");
  const { addReport, AnalysisPool } = await import("../intake/index.ts");
  const isLocal = loopback.has(host);
  const pages = orUnbuilt(readPages);
  const analyzer = new AnalysisPool({ ...(overlay === undefined ? {} : { overlay }) });
  try {
    if (!existsSync(path)) process.stderr.write(`There is no store ${path} yet; a new one is made.\n`);
    await withStore(path, { create: true }, async (store) => {
      const { lexicon } = await analyzer.version();
      const app = createApp({
        store,
        pool: { addReport: (source) => addReport(source, { store, analyzer }) },
        resourcesVersion: lexicon,
        pages,
        hosts: isLocal ? "loopback" : "any",
      });
      const server = await listen(app, { host, port }).catch((error: unknown) => {
        throw listenError(error, host, port);
      });
      if (!isLocal) {
        process.stderr.write("There is no login: whoever reaches this address can read and add reports.\n");
      }
      process.stdout.write(`${server.address}\n`);
      await untilStopped(server);
    });
  } finally {
    await analyzer.close();
  }
}

/** Waits for Ctrl-C or an orderly end, then answers what has been asked and closes; a second Ctrl-C does not wait. */
async function untilStopped(server: Listening): Promise<void> {
  await new Promise<void>((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
  process.once("SIGINT", () => process.exit(130));
  await server.close();
}

function portNumber(value: string): number {
  const port = Number(value);
  if (!/^\d{1,5}$/.test(value) || port > 65_535)
    throw new InvalidArgumentError("a port is a number up to 65535.");
  return port;
}

function orUnbuilt<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!isNodeError(error) || error.code !== "ENOENT") throw error;
    throw new CliError("the workbench is not built; run: npm run build", 2, { cause: error });
  }
}

function listenError(error: unknown, host: string, port: number): unknown {
  if (!isNodeError(error)) return error;
  if (error.code === "EADDRINUSE") {
    const message = `port ${port} is taken, perhaps by another \`demarche serve\`; end that, or name another with --port`;
    return new CliError(message, 1, { cause: error });
  }
  if (error.code === "EACCES")
    return new CliError(`port ${port} is not for you to open; name one above 1023`, 1);
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
    return new CliError(`this machine has no address ${host}; name another with --host`, 1, { cause: error });
  }
  return error;
}

function isNodeError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error;
}
