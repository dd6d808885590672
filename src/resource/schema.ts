import { ACTOR_SCHEMAS } from "./schemas/actors.ts";
import { CODING_SCHEMAS } from "./schemas/coding.ts";
import { ONTOLOGY_SCHEMAS } from "./schemas/ontology.ts";
import { REPORT_SCHEMAS } from "./schemas/reports.ts";

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

/**
 * The columns of every lexicon file: the one source for the validator, the compiler and docs/lexicon-format.md. A new
 * file is one more object in `schemas/`.
 */
export const SCHEMAS = {
  ...ACTOR_SCHEMAS,
  ...REPORT_SCHEMAS,
  ...CODING_SCHEMAS,
  ...ONTOLOGY_SCHEMAS,
} as const;

/** Every lexicon and ontology file, by file name without ending. */
export type LexiconName = keyof typeof SCHEMAS;

/** The names of all lexicon files, in the order of the documentation. */
export const LEXICON_NAMES = Object.keys(SCHEMAS) as LexiconName[];
