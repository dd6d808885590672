import { DuckDBInstance } from "@duckdb/node-api";

/** Runs statements on a file as another program would; gives the rows of the last one. */
export async function inFile(path: string, statements: readonly string[]): Promise<object[]> {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  try {
    let rows: object[] = [];
    for (const statement of statements) {
      rows = (await connection.runAndReadAll(statement)).getRowObjectsJson();
    }
    return rows;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
