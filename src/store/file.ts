import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { DuckDBConnection, DuckDBInstance, DuckDBValue } from "@duckdb/node-api";
import { isLockConflict, lockHolder, messageOf, StoreError, storeErrorOf } from "./error.ts";
import { appendRows } from "./rows.ts";
import type { Row, TableName } from "./tables.ts";

/** What a unit of work may do while the file is open. */
export interface Work {
  all<R>(sql: string, values?: Record<string, DuckDBValue>): Promise<R[]>;
  run(sql: string, values?: Record<string, DuckDBValue>): Promise<void>;
  append<T extends TableName>(table: T, rows: readonly Row<T>[]): Promise<void>;
}

/** A file in which units of work can be done. */
export interface Units {
  readonly path: string;
  /** Runs a unit of work that only reads; several processes may read at once. */
  read<T>(work: (w: Work) => Promise<T>): Promise<T>;
  /** Runs a unit of work in one transaction: all of it is in the store afterwards, or nothing. */
  write<T>(work: (w: Work) => Promise<T>): Promise<T>;
}

interface Unit<T> {
  readonly mode: "read" | "write";
  readonly waitMs: number;
  readonly work: (w: Work) => Promise<T>;
}

const files = new Map<string, StoreFile>();

/**
 * The file of a store, opened for one unit of work at a time and closed in between, so that other processes get their
 * turn. There is one of them per file in a process: two would not see each other's lock. The file is attached to an
 * instance in memory, and nothing here ever reads it by other means: closing any other handle would drop the lock.
 */
export class StoreFile {
  readonly path: string;
  #queue: Promise<unknown> = Promise.resolve();
  #engine: { instance: DuckDBInstance; connection: DuckDBConnection } | null = null;

  private constructor(path: string) {
    this.path = path;
  }

  /** The one StoreFile of this path, whatever links lead to it. */
  static of(path: string): StoreFile {
    const real = realPath(path);
    let file = files.get(real);
    if (file === undefined) {
      file = new StoreFile(real);
      files.set(real, file);
    }
    return file;
  }

  /** Units of work that wait so long for other processes before they give up. */
  units(waitMs: number): Units {
    return {
      path: this.path,
      read: (work) => this.#enqueue({ mode: "read", waitMs, work }),
      write: (work) => this.#enqueue({ mode: "write", waitMs, work }),
    };
  }

  #enqueue<T>(unit: Unit<T>): Promise<T> {
    const turn = this.#queue.then(() => this.#run(unit));
    this.#queue = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  }

  async #run<T>({ mode, waitMs, work }: Unit<T>): Promise<T> {
    try {
      const connection = await this.#attach(mode, waitMs);
      const w = workOn(connection);
      let result: T;
      try {
        if (mode === "write") await w.run("BEGIN");
        result = await work(w);
        if (mode === "write") await w.run("COMMIT");
      } catch (error) {
        if (mode === "write") await rollBack(w);
        await this.#detach(connection);
        throw error;
      }
      await this.#detach(connection);
      return result;
    } catch (error) {
      throw storeErrorOf(error, this.path);
    }
  }

  /** Opens the file, and waits where another process holds it. */
  async #attach(mode: Unit<unknown>["mode"], waitMs: number): Promise<DuckDBConnection> {
    const connection = await this.#connect();
    const options =
      mode === "read" ? "READ_ONLY" : "ROW_GROUP_SIZE 2048, BLOCK_SIZE 16384, STORAGE_VERSION 'v1.2.0'";
    const statement = `ATTACH '${this.path.replaceAll("'", "''")}' AS store (TYPE duckdb, ${options})`;
    const giveUpAt = performance.now() + waitMs;
    for (let pauseMs = 5; ; pauseMs = Math.min(pauseMs * 2, 40)) {
      try {
        await connection.run(statement);
        await connection.run("USE store");
        return connection;
      } catch (error) {
        if (!isLockConflict(error)) throw error;
        if (performance.now() >= giveUpAt) throw this.#busy(error, waitMs);
        await sleep(pauseMs / 2 + Math.random() * pauseMs);
      }
    }
  }

  #busy(error: unknown, waitMs: number): StoreError {
    const seconds = Math.ceil(waitMs / 1000);
    const message = `${this.path} is held by ${lockHolder(error)} and was not free within ${seconds} s; close it there, or wait and try again`;
    return new StoreError("store-busy", message, { cause: error });
  }

  /**
   * Closes the file. A checkpoint that fails here (a full disk) takes nothing from a transaction that is committed: it is
   * in the write-ahead log, and the next one who opens the file reads it there. Any other failure drops the engine, and
   * the lock with it.
   */
  async #detach(connection: DuckDBConnection): Promise<void> {
    try {
      await connection.run("USE memory");
      await connection.run("DETACH store");
    } catch (error) {
      if (messageOf(error).includes("CHECKPOINT during DETACH failed")) return;
      this.#close();
    }
  }

  async #connect(): Promise<DuckDBConnection> {
    if (this.#engine === null) {
      const instance = await openMemory(`${this.path}.tmp`);
      this.#engine = { instance, connection: await instance.connect() };
    }
    return this.#engine.connection;
  }

  #close(): void {
    this.#engine?.connection.closeSync();
    this.#engine?.instance.closeSync();
    this.#engine = null;
  }
}

/** A DuckDB in memory that asks the network for nothing and loads nothing on its own. */
export async function openMemory(spillFolder: string): Promise<DuckDBInstance> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  return DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    allow_community_extensions: "false",
    threads: "2",
    memory_limit: "1GB",
    temp_directory: spillFolder,
  });
}

export function workOn(connection: DuckDBConnection): Work {
  return {
    async all<R>(sql: string, values?: Record<string, DuckDBValue>) {
      const reader = await connection.runAndReadAll(sql, values);
      return reader.getRowObjectsJson() as R[];
    },
    async run(sql, values) {
      await connection.run(sql, values);
    },
    append: (table, rows) => appendRows(connection, table, rows),
  };
}

/** Ends a transaction that failed; DuckDB has often ended it already, and says so. */
async function rollBack(w: Work): Promise<void> {
  try {
    await w.run("ROLLBACK");
  } catch (error) {
    if (!/no transaction is active|has been invalidated/i.test(messageOf(error))) throw error;
  }
}

/** The path with its links followed, without opening the file. */
function realPath(path: string): string {
  const absolute = resolve(path);
  if (existsSync(absolute)) return realpathSync(absolute);
  const folder = dirname(absolute);
  if (!existsSync(folder)) {
    throw new StoreError(
      "no-store",
      `there is no folder ${folder} to hold ${basename(absolute)}; make it first`,
    );
  }
  return join(realpathSync(folder), basename(absolute));
}
