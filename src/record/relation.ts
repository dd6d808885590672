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

/** The relation between two marked parties in its printed form. */
export function relationRecord(id: unknown, relation: Relation, resources: Resources): RelationRecord {
  const { event, mode, cameo, basis } = relation;
  const quad_code = scaleOf(resources.lexicon).quadOf(event);
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
