import type { Document } from "../document/index.ts";
import type { IsoDate } from "../time/index.ts";
import type { Draft } from "./draft.ts";
import type { ForeignStates } from "./foreign.ts";
import type { Names } from "./names.ts";
import type { Unit } from "./units.ts";

/** What the phrases of one sentence are built from. */
export interface PhraseScan {
  readonly doc: Document;
  readonly names: Names;
  readonly day: IsoDate | null;
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly units: readonly Unit[];
  /** Index into `units` of the unit that a word is in, by word minus `start`; -1 for none. */
  readonly unitAt: Int32Array;
  readonly drafts: Draft[];
  /** Units that a phrase has taken up as its name, title or modifier. */
  readonly taken: Set<Unit>;
  readonly foreign: ForeignStates;
  /** Members of phrases with several owners; they come after the names themselves. */
  readonly parts: Draft[];
}

/** A person's name in one line and with single blanks. */
export function textOfName(doc: Document, unit: Unit): string {
  return doc.text.slice(doc.from[unit.start]!, doc.to[unit.end - 1]!).replace(/\s+/g, " ");
}
