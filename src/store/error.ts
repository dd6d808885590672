/** What went wrong with a store: each code has its own remedy. */
export type StoreErrorCode =
  | "store-busy"
  | "disk-full"
  | "no-store"
  | "not-a-store"
  | "newer-schema"
  | "store-failed";

/** An error of the outside world at the store's file; the message says what to do. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "StoreError";
    this.code = code;
  }
}

/** Whether another process holds the lock of the file. */
export function isLockConflict(error: unknown): boolean {
  return messageOf(error).includes("Could not set lock on file");
}

/** The process that holds the file, as DuckDB names it: `/usr/bin/R (PID 4711)`. */
export function lockHolder(error: unknown): string {
  return /held in (.+? \(PID \d+\))/.exec(messageOf(error))?.[1] ?? "another process";
}

/** The error of ours that an error of DuckDB means. */
export function storeErrorOf(error: unknown, path: string): StoreError {
  if (error instanceof StoreError) return error;
  const message = messageOf(error);
  const options = { cause: error };
  if (/No space left on device|File too large|disk (?:is )?full|Disk quota exceeded/i.test(message)) {
    return new StoreError(
      "disk-full",
      `the disk of ${path} is full: nothing was lost, and nothing half written; make room and run the command again (reading still works)`,
      options,
    );
  }
  if (message.includes("database does not exist")) {
    return new StoreError(
      "no-store",
      `there is no store at ${path}; make one with: demarche add FILE… --store ${path}`,
      options,
    );
  }
  if (message.includes("not a valid DuckDB database")) {
    return new StoreError("not-a-store", `${path} is no store; name another file with --store`, options);
  }
  return new StoreError("store-failed", `${path}: ${message.trim()}`, options);
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
