import type { EventType } from "../event/index.ts";
import type { Lexicon } from "../resource/index.ts";

/** Quad class and score of PLOVER types and modes. */
export interface Scale {
  quadOf(type: EventType): number;
  /**
   * Score of a type with its modes, -10 (conflict) to 10 (cooperation): the type's own without a scored mode, else the
   * mode's farthest from zero. PLOVER 2.0 publishes the table without a procedure for several modes.
   */
  scoreOf(type: EventType, modes: readonly string[]): number;
  /** The type that the published CAMEO map gives to a code where the manual of PLOVER 2.0 has another; null elsewhere. */
  publishedType(cameo: string | null): EventType | null;
}

const made = new WeakMap<Lexicon, Scale>();

/** The scale of a lexicon, made at the first call. */
export function scaleOf(lexicon: Lexicon): Scale {
  let scale = made.get(lexicon);
  if (scale === undefined) {
    scale = compile(lexicon);
    made.set(lexicon, scale);
  }
  return scale;
}

/** Reads the scale from the ontology files. */
function compile(lexicon: Lexicon): Scale {
  const types = lexicon["plover-types"];
  const modes = lexicon["plover-modes"];
  const quad = new Map<string, number>();
  const score = new Map<string, number>();
  for (let row = 0; row < types.rowCount; row++) {
    quad.set(types.cell(row, "type"), Number(types.cell(row, "quad")));
    score.set(types.cell(row, "type"), Number(types.cell(row, "score")));
  }
  for (let row = 0; row < modes.rowCount; row++) {
    const value = modes.cell(row, "score");
    if (value !== "") score.set(`${modes.cell(row, "type")} ${modes.cell(row, "mode")}`, Number(value));
  }
  const published = new Map<string, EventType>();
  for (let row = 0; row < lexicon.cameo.rowCount; row++) {
    const type = lexicon.cameo.cell(row, "published");
    if (type !== "") published.set(lexicon.cameo.cell(row, "code"), type as EventType);
  }
  return {
    publishedType: (cameo) => (cameo === null ? null : (published.get(cameo) ?? null)),
    quadOf: (type) => known(quad, type),
    scoreOf(type, ofModes) {
      let best: number | null = null;
      for (const mode of ofModes) {
        const value = score.get(`${type} ${mode}`);
        if (value !== undefined && (best === null || Math.abs(value) > Math.abs(best))) best = value;
      }
      return best ?? known(score, type);
    },
  };
}

function known(map: ReadonlyMap<string, number>, type: string): number {
  const value = map.get(type);
  if (value === undefined) throw new RangeError(`PLOVER type ${type} is not in plover-types.tsv`);
  return value;
}
