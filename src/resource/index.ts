export { checkReferences } from "./check.ts";
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
export {
  type Column,
  type ColumnKind,
  type FileSchema,
  LEXICON_NAMES,
  type LexiconName,
  SCHEMAS,
} from "./schema.ts";
export { listOf, makeTable, readTable, type Table, type TableReading } from "./table.ts";
