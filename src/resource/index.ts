export type { Problem } from "./problem.ts";
export type { Lexicon, LexiconName, Resources } from "./resources.ts";
export type { Table } from "./table.ts";
