import { rangeOf } from "../document/index.ts";
import type { Party } from "../event/index.ts";
import type { Mention } from "../mention/index.ts";
import type { Scope } from "./scope.ts";

/** The party that a mention names, by its entity. */
export function partyOf({ doc, mentions }: Scope, mention: Mention): Party {
  const entity = mentions.entities[mention.entity];
  const range = rangeOf(doc, mention.start, mention.end);
  return {
    ...range,
    head: mention.head,
    entity: mention.entity,
    code: entity?.code ?? null,
    sector: entity?.sector ?? null,
    text: doc.text.slice(range.from, range.to),
    name: entity?.name ?? null,
    office: null,
    role: null,
    ethnicity: mention.ethnicity,
    religion: mention.religion,
    onBehalfOf: -1,
  };
}
