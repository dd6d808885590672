import type { Problem } from "../resource/index.ts";
import {
  type GivenFields,
  isFieldName,
  LONGEST_TEXT,
  type RawRow,
  type RowReading,
  rowSource,
} from "./rows.ts";

/**
 * Reads comma-, semicolon- or tab-separated values (RFC 4180) piece by piece, so that a large file need not be held:
 * `push` takes the next piece of text and gives the reports that are whole, `end` the rest.
 */
export class CsvReader {
  readonly #path: string;
  readonly #given: GivenFields;
  #delimiter = "";
  #columns: readonly string[] | null = null;
  #cells: string[] = [];
  #cell = "";
  #quoted = false;
  #afterQuote = false;
  #line = 1;
  #rowLine = 1;
  #size = 0;
  #head = "";
  #isStopped = false;
  /** Whether the row at hand is too large, and is passed over to its end. */
  #skips = false;
  #afterReturn = false;

  constructor(path: string, given: GivenFields) {
    this.#path = path;
    this.#given = given;
  }

  push(text: string): RowReading[] {
    if (this.#delimiter !== "") return this.#read(text);
    this.#head += text;
    if (!/[\r\n]/.test(this.#head) && this.#head.length < 10_000) return [];
    return this.#start();
  }

  end(): RowReading[] {
    const readings = this.#delimiter === "" ? this.#start() : [];
    if (this.#isStopped) return readings;
    if (this.#quoted) {
      const message = "A quoted cell is never closed; close it with a quotation mark.";
      return [...readings, this.#problem("open-quote", message)];
    }
    if (this.#cell !== "" || this.#cells.length > 0) readings.push(...this.#endRow());
    if (this.#columns === null && !this.#isStopped && readings.length === 0)
      readings.push(this.#problem("empty", "There is nothing in it; name the columns in the first line."));
    return readings;
  }

  #start(): RowReading[] {
    const head = this.#head.replace(/^\uFEFF/, "");
    this.#head = "";
    const [first = ""] = head.split(/[\r\n]/, 1);
    const counts = [",", ";", "\t"].map((mark) => ({ mark, count: first.split(mark).length }));
    this.#delimiter = counts.reduce((best, next) => (next.count > best.count ? next : best)).mark;
    return this.#read(head);
  }

  #read(text: string): RowReading[] {
    const readings: RowReading[] = [];
    for (let i = 0; i < text.length && !this.#isStopped; i++) {
      const mark = text[i]!;
      const endsReturn = this.#afterReturn && mark === "\n";
      this.#afterReturn = mark === "\r";
      const isEnd = mark === "\r" || (mark === "\n" && !endsReturn);
      if (isEnd) this.#line++;
      if (this.#quoted) this.#readQuoted(mark, readings);
      else if (mark === '"' && this.#afterQuote) {
        this.#add('"', readings);
        this.#quoted = true;
      } else if (mark === '"' && this.#cell === "") this.#quoted = true;
      else if (mark === this.#delimiter) {
        this.#endCell();
        this.#grow(readings);
      } else if (isEnd) readings.push(...this.#endRow());
      else if (mark !== "\n") this.#add(mark, readings);
      if (mark !== '"' || this.#quoted) this.#afterQuote = false;
    }
    return readings;
  }

  #readQuoted(mark: string, readings: RowReading[]): void {
    if (mark === '"') {
      this.#quoted = false;
      this.#afterQuote = true;
    } else this.#add(mark, readings);
  }

  #add(mark: string, readings: RowReading[]): void {
    if (this.#skips) return;
    this.#cell += mark;
    this.#grow(readings);
  }

  #grow(readings: RowReading[]): void {
    if (this.#skips || ++this.#size <= 2 * LONGEST_TEXT) return;
    readings.push(
      this.#problem("too-large", "The row is too large to be one report; is a quotation mark not closed?"),
    );
    this.#skips = true;
    this.#cells = [];
    // Not empty, so that a quotation mark in a cell that is passed over opens none.
    this.#cell = "…";
  }

  #endCell(): void {
    if (this.#skips) return;
    this.#cells.push(this.#cell);
    this.#cell = "";
    this.#afterQuote = false;
  }

  #endRow(): RowReading[] {
    this.#endCell();
    const cells = this.#cells;
    const line = this.#rowLine;
    this.#cells = [];
    this.#size = 0;
    this.#rowLine = this.#line;
    if (this.#skips) {
      this.#skips = false;
      this.#cell = "";
      this.#isStopped = this.#columns === null;
      return [];
    }
    if (cells.length === 1 && cells[0]!.trim() === "") return [];
    if (this.#columns === null) {
      this.#columns = cells.map((cell) => cell.trim().toLowerCase());
      if (this.#columns.includes("text")) return [];
      this.#isStopped = true;
      return [
        this.#problem(
          "no-text-column",
          "The first line names no column `text`; name the columns there.",
          line,
        ),
      ];
    }
    if (cells.length > this.#columns.length) {
      const message = `The row has ${cells.length} cells, the header ${this.#columns.length}; quote cells that hold the delimiter.`;
      return [this.#problem("bad-row", message, line)];
    }
    const row: RawRow = {};
    this.#columns.forEach((column, i) => {
      if (isFieldName(column) && cells[i] !== undefined) row[column] = cells[i];
    });
    return [rowSource(row, this.#path, line, this.#given)];
  }

  #problem(code: string, message: string, line = this.#rowLine): { problem: Problem } {
    return { problem: { code, path: this.#path, line, message } };
  }
}
