import { z } from "zod";
import type { Relation } from "../event/index.ts";
import type { Resources } from "../resource/index.ts";
import { scaleOf } from "./scale.ts";
import { EventTypeShape } from "./shape.ts";

/** One line of `demarche relation`. */
export const RelationShape = z.strictObject({
  id: z.union([z.string(), z.number(), z.null()]).describe("As given"),
  event: EventTypeShape,
  mode: z.string().nullable(),
  quad_code: z.int().min(1).max(4),
  cameo: z.string().nullable(),
  basis: z.string().describe("The rule that decided"),
  confidence: z.number().min(0).max(1),
});

export type RelationRecord = z.infer<typeof RelationShape>;

/**
 * The relation between two marked parties in its printed form. Labelled sets of relations are older than the manual of 2.0
 * and go by CAMEO's roots (concessions in prospect are AGREE, a conviction ACCUSE, a blockade ASSAULT), so their type is
 * printed; event lines follow the manual.
 */
export function relationRecord(id: unknown, relation: Relation, resources: Resources): RelationRecord {
  const { cameo, basis } = relation;
  const scale = scaleOf(resources.lexicon);
  const published = scale.publishedType(cameo);
  const event = published ?? relation.event;
  const mode = published === null ? relation.mode : null;
  const quad_code = scale.quadOf(event);
  const confidence = Math.round(relation.confidence * 1000) / 1000;
  return {
    id: typeof id === "string" || typeof id === "number" ? id : null,
    event,
    mode,
    quad_code,
    cameo,
    basis,
    confidence,
  };
}
