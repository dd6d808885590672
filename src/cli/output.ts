import { open } from "node:fs/promises";
import { CliError } from "./error.ts";
import { writeLine } from "./input.ts";

/** Where a command writes its lines. */
export interface Output {
  write(line: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens a file for writing, or standard output for `-`. */
export async function openOutput(path: string): Promise<Output> {
  if (path === "-") return { write: writeLine, close: async () => {} };
  try {
    const file = await open(path, "w");
    return { write: async (line) => void (await file.write(`${line}\n`)), close: () => file.close() };
  } catch (cause) {
    throw new CliError(`${path} cannot be written: ${cause instanceof Error ? cause.message : cause}`, 2, {
      cause,
    });
  }
}
