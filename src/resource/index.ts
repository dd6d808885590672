export { checkReferences } from "./check.ts";
export type { Column, ColumnKind, FileSchema } from "./column.ts";
export {
  CONTAINER_VERSION,
  type Container,
  type ContainerSource,
  readContainer,
  type SectionArray,
  writeContainer,
} from "./container.ts";
export type { Problem } from "./problem.ts";
export {
  compileLexicon,
  type Lexicon,
  type ResourceBytes,
  type Resources,
  readResources,
} from "./resources.ts";
export { LEXICON_NAMES, type LexiconName, SCHEMAS } from "./schema.ts";
export { listOf, makeTable, readTable, type Table, type TableReading } from "./table.ts";
