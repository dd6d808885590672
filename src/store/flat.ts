import type { DuckDBConnection } from "@duckdb/node-api";
import { type EventLine, FLAT_COLUMNS, type FlatColumn, flatRow } from "../record/index.ts";
import { storeErrorOf } from "./error.ts";
import { openMemory, type Work } from "./file.ts";
import { appendTo } from "./rows.ts";
import type { Cell } from "./tables.ts";

/** Cells of the flat event table by column. */
export type FlatCells = Readonly<Record<FlatColumn, Cell>>;

const columnNames = Object.keys(FLAT_COLUMNS);

/** Writes event lines as a Parquet file. */
export async function writeParquet(
  path: string,
  lines: AsyncIterable<EventLine> | Iterable<EventLine>,
): Promise<void> {
  await writeFlat(path, batchesOf(lines));
}

async function* batchesOf(
  lines: AsyncIterable<EventLine> | Iterable<EventLine>,
): AsyncGenerator<FlatCells[]> {
  let batch: FlatCells[] = [];
  for await (const line of lines) {
    batch.push(flatRow(line));
    if (batch.length === 2000) {
      yield batch;
      batch = [];
    }
  }
  yield batch;
}

/** Writes rows of the flat event table as a Parquet file; gives their number. */
export async function writeFlat(path: string, batches: AsyncIterable<readonly FlatCells[]>): Promise<number> {
  const instance = await openMemory(`${path}.tmp`);
  const connection = await instance.connect();
  try {
    const count = await fillTable(connection, batches);
    const file = path.replaceAll("'", "''");
    await connection.run(`COPY flat TO '${file}' (FORMAT parquet, COMPRESSION zstd)`);
    return count;
  } catch (error) {
    throw storeErrorOf(error, path);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function fillTable(
  connection: DuckDBConnection,
  batches: AsyncIterable<readonly FlatCells[]>,
): Promise<number> {
  const columns = Object.entries(FLAT_COLUMNS).map(([name, type]) => `"${name}" ${type}`);
  await connection.run(`CREATE TABLE flat (${columns.join(", ")})`);
  let count = 0;
  for await (const rows of batches) {
    await appendTo(connection, { table: "flat", catalog: null, columns: FLAT_COLUMNS }, rows);
    count += rows.length;
  }
  return count;
}

/** The flat rows of these codings by date of the report and in text order; `input` as the reports were found. */
export async function loadFlat(w: Work, codings: readonly number[], contents: boolean): Promise<FlatCells[]> {
  const columns = columnNames.map((name) => (name === "input" ? "i.input" : `e."${name}"`)).join(", ");
  const tables = contents ? "(FROM event UNION ALL FROM content)" : "event";
  const rows = await w.all<FlatCells>(
    `SELECT ${columns} FROM ${tables} e
     JOIN (SELECT report, min(input) AS input FROM report_input GROUP BY report) i ON i.report = e.report
     JOIN coding c ON c.sequence = e.coding
     WHERE e.coding IN (SELECT unnest(from_json($codings, '["INTEGER"]')))
     ORDER BY c.date NULLS LAST, c.report, e.ordinal`,
    { codings: JSON.stringify(codings) },
  );
  return rows;
}
