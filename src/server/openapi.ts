import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { EventLineShape, InnerActShape, ReadRecordShape } from "../record/index.ts";
import { VERSION } from "../version.ts";

type SchemaName = "ReadRecord" | "EventLine" | "InnerAct" | "EventWithExcerpt";

/** A reference to one of the schemas that `openApiDocument` adds. */
export function schemaRef(name: SchemaName): { $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}

/** The API's description. Zod itself writes the schemas of records, which refer to themselves. */
export function openApiDocument(app: OpenAPIHono): object {
  const document = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Demarche",
      version: VERSION,
      description:
        "Reports in a store, what was read in them, and the ledger. All offsets count Unicode code points.",
    },
  });
  const schemas = { ...recordSchemas(), ...document.components?.schemas };
  return { ...document, components: { ...document.components, schemas } };
}

function recordSchemas(): Record<string, object> {
  const registry = z.registry<{ id: string }>();
  registry.add(ReadRecordShape, { id: "ReadRecord" });
  registry.add(EventLineShape, { id: "EventLine" });
  registry.add(InnerActShape, { id: "InnerAct" });
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` });
  const excerpt = { text: { type: "string" }, start: { type: "integer" }, end: { type: "integer" } };
  return {
    ...Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, withoutIds(schema)])),
    EventWithExcerpt: {
      type: "object",
      required: ["event", "excerpt"],
      properties: {
        event: schemaRef("EventLine"),
        excerpt: { anyOf: [{ type: "object", properties: excerpt }, { type: "null" }] },
      },
    },
  };
}

/** Inside an OpenAPI document a schema's place is its id. */
function withoutIds(schema: object): object {
  const { $id: _id, $schema: _schema, ...rest } = schema as Record<string, unknown>;
  return rest;
}
