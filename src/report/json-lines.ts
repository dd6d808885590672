import { type GivenFields, jsonLineSource, LONGEST_TEXT, type RowReading } from "./rows.ts";

/** Reads JSON lines piece by piece: `push` takes the next piece and gives the reports that are whole, `end` the rest. */
export class JsonLinesReader {
  readonly #path: string;
  readonly #given: GivenFields;
  #rest = "";
  #line = 1;
  #skips = false;
  #isEmpty = true;

  constructor(path: string, given: GivenFields) {
    this.#path = path;
    this.#given = given;
  }

  push(text: string): RowReading[] {
    const readings: RowReading[] = [];
    const lines = text.split("\n");
    for (const [i, line] of lines.entries()) {
      if (!this.#skips) this.#rest += line;
      if (this.#rest.length > 4 * LONGEST_TEXT) {
        const message = "The line is too large to be one report; write one object a line.";
        readings.push({ problem: { code: "too-large", path: this.#path, line: this.#line, message } });
        this.#rest = "";
        this.#skips = true;
        this.#isEmpty = false;
      }
      if (i < lines.length - 1) readings.push(...this.#endLine());
    }
    return readings;
  }

  end(): RowReading[] {
    const readings = this.#endLine();
    if (!this.#isEmpty || readings.length > 0) return readings;
    const message = "There is nothing in it; write one object a line.";
    return [{ problem: { code: "empty", path: this.#path, message } }];
  }

  #endLine(): RowReading[] {
    const json = this.#rest.replace(/^\uFEFF/, "").replace(/\r$/, "");
    const reading = this.#skips ? null : jsonLineSource(json, this.#path, this.#line, this.#given);
    this.#rest = "";
    this.#skips = false;
    this.#line++;
    if (reading !== null) this.#isEmpty = false;
    return reading === null ? [] : [reading];
  }
}
