import type { DuckDBAppender, DuckDBConnection, DuckDBDateValue } from "@duckdb/node-api";
import { type Cell, type ColumnType, type Row, TABLES, type TableName } from "./tables.ts";

type MakeDate = new (days: number) => DuckDBDateValue;

/** Adds rows to a table of the store. */
export async function appendRows<T extends TableName>(
  connection: DuckDBConnection,
  table: T,
  rows: readonly Row<T>[],
): Promise<void> {
  await appendTo(connection, { table, catalog: "store", columns: TABLES[table] }, rows);
}

/** Adds rows to a table of any catalog, with columns in the table's order. */
export async function appendTo(
  connection: DuckDBConnection,
  target: {
    readonly table: string;
    readonly catalog: string | null;
    readonly columns: Record<string, ColumnType>;
  },
  rows: readonly Readonly<Record<string, Cell>>[],
): Promise<void> {
  if (rows.length === 0) return;
  const { DuckDBDateValue } = await import("@duckdb/node-api");
  const appender = await connection.createAppender(target.table, null, target.catalog);
  const columns = Object.entries(target.columns);
  for (const row of rows) {
    for (const [column, type] of columns) appendCell(appender, row[column] ?? null, type, DuckDBDateValue);
    appender.endRow();
  }
  appender.closeSync();
}

function appendCell(appender: DuckDBAppender, value: Cell, type: ColumnType, makeDate: MakeDate): void {
  if (value === null) appender.appendNull();
  else if (type === "VARCHAR") appender.appendVarchar(String(value));
  else if (type === "INTEGER") appender.appendInteger(Number(value));
  else if (type === "DOUBLE") appender.appendDouble(Number(value));
  else if (type === "BOOLEAN") appender.appendBoolean(Boolean(value));
  else appender.appendDate(new makeDate(Date.parse(`${value}T00:00:00Z`) / 86_400_000));
}
