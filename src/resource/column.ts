/**
 * What a cell may hold. `list` is several texts with `|` between them; `date` is YYYY, YYYY-MM or YYYY-MM-DD; `flag` is
 * `yes` or empty; the others are what they say.
 */
export type ColumnKind = "text" | "list" | "date" | "number" | "integer" | "flag";

/** One column of a lexicon file. */
export interface Column {
  readonly name: string;
  /** Whether the column must stand in the header and hold something in every row. */
  readonly required: boolean;
  readonly kind: ColumnKind;
  /** The codes that may stand there, where they are a closed set. */
  readonly values?: readonly string[];
  /** A column of another file, `countries.code`, whose values (or those of `also`) may stand there. */
  readonly refers?: string;
  readonly also?: readonly string[];
  /** One line for the person who edits the file. */
  readonly meaning: string;
}

/** One lexicon file: where it lies, what its rows say, and its columns. */
export interface FileSchema {
  readonly name: string;
  readonly folder: "lexicon" | "ontology";
  readonly meaning: string;
  /** The columns that together tell a row from every other. */
  readonly key: readonly string[];
  readonly columns: readonly Column[];
}
