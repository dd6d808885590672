import type { Column, FileSchema } from "./column.ts";
import type { Problem } from "./problem.ts";

/**
 * One lexicon file in memory: rows of strings under named columns. `line` leads from a row back to the line of the file
 * that a person edits, so that every coding can name the lexicon line that decided it.
 */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rowCount: number;
  /** The cell, "" where it is empty. */
  cell(row: number, column: string): string;
  /** 1-based line of a row in its source file. */
  line(row: number): number;
  /** `file:line` of a row: `frames.tsv:120`, or with an overlay's folder. */
  source(row: number): string;
}

/** What a table is made of. */
export interface TableParts {
  readonly name: string;
  /** File as a user would name it: `countries.tsv`, `my-overlay/countries.tsv`. */
  readonly path: string;
  readonly columns: readonly string[];
  readonly cells: readonly (readonly string[])[];
  readonly lines: ArrayLike<number>;
}

/** A table over rows that have been read already. */
export function makeTable({ name, path, columns, cells, lines }: TableParts): Table {
  const position = new Map(columns.map((column, index) => [column, index]));
  return {
    name,
    columns,
    rowCount: cells.length,
    cell: (row, column) => cells[row]?.[position.get(column) ?? -1] ?? "",
    line: (row) => lines[row] ?? 0,
    source: (row) => `${path}:${lines[row] ?? 0}`,
  };
}

/** The rows of one table and then those of another, each with its own source; the first wins where order decides. */
export function joinTables(first: Table, second: Table): Table {
  const at = (row: number): [Table, number] =>
    row < first.rowCount ? [first, row] : [second, row - first.rowCount];
  const call = <T>(row: number, read: (table: Table, row: number) => T): T => read(...at(row));
  return {
    name: second.name,
    columns: second.columns,
    rowCount: first.rowCount + second.rowCount,
    cell: (row, column) => call(row, (table, i) => table.cell(i, column)),
    line: (row) => call(row, (table, i) => table.line(i)),
    source: (row) => call(row, (table, i) => table.source(i)),
  };
}

/** The members of a `list` cell: separated by `|`, blanks trimmed, empty ones dropped. */
export function listOf(cell: string): string[] {
  if (cell === "") return [];
  return cell
    .split("|")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** What `readTable` gives: the rows that are sound, and what is wrong with the others. */
export interface TableReading {
  readonly table: Table;
  readonly problems: readonly Problem[];
}

/**
 * Reads a lexicon file: `#` comment lines (the first ones state licence and origin), then a line of column names, then
 * one row a line with tabs between the cells. A row with a problem is left out and named by file and line; the rest is read.
 */
export function readTable(
  name: string,
  tsvText: string,
  schema: FileSchema,
  path = `${name}.tsv`,
): TableReading {
  const problems: Problem[] = [];
  const report = (line: number, code: string, message: string) =>
    problems.push({ code, path, line, message });
  const lines = tsvText.split(/\r?\n/);
  const header = lines.findIndex((line) => line.trim() !== "" && !line.startsWith("#"));
  if (header < 0) {
    report(1, "no-header", `the file has no line of column names; the first is "${schema.columns[0]?.name}"`);
    return { table: makeTable({ name, path, columns: [], cells: [], lines: [] }), problems };
  }
  if (!/licen[cs]e/i.test(lines.slice(0, header).join("\n"))) {
    report(1, "no-licence", "the comment at the head of the file must state its licence and origin");
  }
  const columns = readHeader(lines[header]!, schema, (code, message) => report(header + 1, code, message));
  const cells: string[][] = [];
  const rowLines: number[] = [];
  const seen = new Map<string, number>();
  for (let i = header + 1; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.trim() === "" || line.startsWith("#")) continue;
    const row = line.split("\t").map((cell) => cell.trim().normalize("NFC"));
    const faults = rowFaults(row, columns, schema);
    for (const fault of faults) report(i + 1, fault.code, fault.message);
    if (faults.length > 0) continue;
    const key = schema.key.map((column) => row[columns.indexOf(column)] ?? "").join(" · ");
    const earlier = seen.get(key);
    if (earlier !== undefined) {
      report(i + 1, "duplicate-key", `"${key}" stands in line ${earlier} already; join the two rows`);
      continue;
    }
    seen.set(key, i + 1);
    cells.push(row);
    rowLines.push(i + 1);
  }
  return { table: makeTable({ name, path, columns, cells, lines: rowLines }), problems };
}

type Complain = (code: string, message: string) => void;

function readHeader(line: string, schema: FileSchema, complain: Complain): string[] {
  const columns = line.split("\t").map((cell) => cell.trim());
  const known = schema.columns.map((column) => column.name);
  for (const [i, column] of columns.entries()) {
    if (!known.includes(column))
      complain("unknown-column", `"${column}" is no column of ${schema.name}: ${known.join(", ")}`);
    if (columns.indexOf(column) !== i) complain("duplicate-column", `"${column}" stands twice`);
  }
  for (const column of schema.columns) {
    if (column.required && !columns.includes(column.name))
      complain("missing-column", `the column "${column.name}" is required`);
  }
  return columns;
}

interface Fault {
  readonly code: string;
  readonly message: string;
}

function rowFaults(row: readonly string[], columns: readonly string[], schema: FileSchema): Fault[] {
  if (row.length !== columns.length) {
    const message = `the row has ${row.length} cells and the header ${columns.length}; empty cells need their tabs`;
    return [{ code: "column-count", message }];
  }
  const faults: Fault[] = [];
  for (const column of schema.columns) {
    const cell = row[columns.indexOf(column.name)] ?? "";
    const fault = cell === "" ? emptyFault(column) : cellFault(column, cell);
    if (fault) faults.push(fault);
  }
  return faults;
}

function emptyFault(column: Column): Fault | null {
  return column.required ? { code: "empty-cell", message: `"${column.name}" must not be empty` } : null;
}

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const NUMBER = /^-?\d+(\.\d+)?$/;
const INTEGER = /^-?\d+$/;

function cellFault(column: Column, cell: string): Fault | null {
  const { name, kind, values } = column;
  if (kind === "date" && !DATE.test(cell))
    return { code: "bad-date", message: `"${name}" is "${cell}"; write YYYY, YYYY-MM or YYYY-MM-DD` };
  if (kind === "number" && !NUMBER.test(cell))
    return { code: "bad-number", message: `"${name}" is "${cell}"; write a number such as -7.5` };
  if (kind === "integer" && !INTEGER.test(cell))
    return { code: "bad-number", message: `"${name}" is "${cell}"; write a whole number` };
  if (kind === "flag" && cell !== "yes")
    return { code: "bad-flag", message: `"${name}" is "${cell}"; write yes or leave it empty` };
  const members = kind === "list" ? listOf(cell) : [cell];
  const unknown = values ? members.find((member) => !values.includes(member)) : undefined;
  if (unknown !== undefined)
    return { code: "unknown-code", message: `"${name}" is "${unknown}"; known are ${values!.join(", ")}` };
  return null;
}
