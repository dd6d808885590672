import type { Table } from "./table.ts";

/**
 * Everything that the engine knows before it reads: lexicons, gazetteer, publication profiles, agencies, ontology and
 * the trained model. Made from bytes by `readResources`; the engine never finds its own data.
 */
export interface Resources {
  /** SHA-256 in hex over the compiled lexicon and the model: the "same lexicon, same version" of a coding. */
  readonly version: string;
  readonly lexicon: Lexicon;
  /** The packed sentence model, as bytes; `parse` reads it. */
  readonly model: Uint8Array;
}

/** The lexicon files of `data/lexicon` and `data/ontology`, by file name without ending. */
export type Lexicon = Readonly<Record<LexiconName, Table>>;

/** Every lexicon and ontology file; `docs/lexicon-format.md` documents their columns. */
export type LexiconName =
  | "countries"
  | "places"
  | "organizations"
  | "groups"
  | "roles"
  | "agencies"
  | "publications"
  | "contested"
  | "frames"
  | "operators"
  | "plover-types"
  | "plover-modes"
  | "plover-contexts"
  | "plover-sectors"
  | "cameo";
