import { realpathSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { CliError } from "./error.ts";
import { writeLine } from "./input.ts";

/** Where a command writes its lines. */
export interface Output {
  write(line: string): Promise<void>;
  /** Puts the file in its place; until then nothing under its name has changed. */
  close(): Promise<void>;
}

/** Opens a file for writing, or standard output for `-`. */
export async function openOutput(path: string): Promise<Output> {
  if (path === "-") return { write: writeLine, close: async () => {} };
  const part = partOf(path);
  try {
    const file = await open(part, "w");
    return {
      write: async (line) => void (await file.write(`${line}\n`)),
      close: async () => {
        await file.close();
        await rename(part, path);
      },
    };
  } catch (cause) {
    throw unwritable(path, cause);
  }
}

/** Lets somebody write a whole file beside the one named, and puts it in its place when that is done. */
export async function replaceFile<T>(path: string, write: (part: string) => Promise<T>): Promise<T> {
  const part = partOf(path);
  try {
    const result = await write(part);
    await rename(part, path);
    return result;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** Refuses to write over what the command reads. */
export function keepInputs(out: string, inputs: readonly string[]): void {
  const target = out === "-" ? null : realPath(out);
  if (target === null || inputs.every((input) => realPath(input) !== target)) return;
  throw new CliError(`--out ${out} is what the command reads; name another file`);
}

function partOf(path: string): string {
  return `${path}.part`;
}

/** The file behind a path; null where there is none yet. */
function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}

function unwritable(path: string, cause: unknown): CliError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new CliError(`${path} cannot be written: ${reason}`, 2, { cause });
}
