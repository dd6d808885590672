import { VERSION } from "../version.ts";
import { StoreError } from "./error.ts";
import type { Units, Work } from "./file.ts";
import { schemaStatements } from "./tables.ts";

/** Version of the tables; a program refuses a store whose version is higher than its own. */
export const SCHEMA_VERSION = 1;

/** Makes the tables where there are none, and refuses a store that this program does not know. */
export async function prepareSchema(file: Units, options: { readonly create: boolean }): Promise<void> {
  const found = await file.read(schemaVersion).catch((error: unknown) => {
    if (options.create && error instanceof StoreError && error.code === "no-store") return "empty" as const;
    throw error;
  });
  if (found === "empty") {
    if (!options.create) throw new StoreError("no-store", `${file.path} is empty; add reports to it first`);
    await file.write(async (w) => {
      if ((await schemaVersion(w)) === "empty") await createSchema(w);
    });
    return;
  }
  if (found === "foreign") {
    throw new StoreError("not-a-store", `${file.path} holds other tables; name another file with --store`);
  }
  if (found > SCHEMA_VERSION) {
    const message = `${file.path} was written by a newer program: its tables are of version ${found}, this program (${VERSION}) knows version ${SCHEMA_VERSION}; update demarche`;
    throw new StoreError("newer-schema", message);
  }
}

async function schemaVersion(w: Work): Promise<number | "empty" | "foreign"> {
  const tables = await w.all<{ name: string }>(
    "SELECT table_name AS name FROM duckdb_tables() WHERE database_name = 'store'",
  );
  if (tables.length === 0) return "empty";
  if (!tables.some(({ name }) => name === "meta")) return "foreign";
  const [row] = await w.all<{ value: string }>("SELECT value FROM meta WHERE key = 'schema'");
  return row === undefined ? "foreign" : Number(row.value);
}

async function createSchema(w: Work): Promise<void> {
  for (const statement of schemaStatements()) await w.run(statement);
  await w.append("meta", [
    { key: "schema", value: String(SCHEMA_VERSION) },
    { key: "made_by", value: `demarche ${VERSION}` },
  ]);
}
