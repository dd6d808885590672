import type { Command } from "commander";
import type { Store } from "../store/index.ts";
import { CliError } from "./error.ts";

/** Adds `--store FILE` to a command. */
export function takesStore(command: Command): Command {
  return command.requiredOption("--store <file>", "the store: one file, made by `demarche add`");
}

/** Opens a store for a command and closes what it used; errors of the store end the command with what to do. */
export async function withStore<T>(
  path: string,
  options: { readonly create?: boolean },
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const { openStore, StoreError } = await import("../store/index.ts");
  try {
    return await work(await openStore(path, options));
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const isCall = ["no-store", "not-a-store", "newer-schema"].includes(error.code);
    throw new CliError(error.message, isCall ? 2 : 1, { cause: error });
  }
}
