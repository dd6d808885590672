import { ACTOR_SCHEMAS } from "./schemas/actors.ts";
import { CODING_SCHEMAS } from "./schemas/coding.ts";
import { ONTOLOGY_SCHEMAS } from "./schemas/ontology.ts";
import { REPORT_SCHEMAS } from "./schemas/reports.ts";

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
