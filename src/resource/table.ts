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
