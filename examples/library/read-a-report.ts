// Reads one report with the library and prints who did what to whom, on whose word.
// In a project of your own: import { analyze, readRecord } from "demarche" and { loadResources } from "demarche/node".

import { analyze, readRecord } from "../../src/index.ts";
import { loadResources } from "../../src/node.ts";

const resources = loadResources();
const text =
  "The Finnish foreign minister met his Estonian counterpart in Tallinn on Monday and urged Estonia to reopen the border.";
const record = readRecord(analyze({ input: "example", text, date: "2024-03-06" }, resources), resources);

for (const event of record.events) {
  const names = (parties: typeof event.actor) =>
    parties.map((party) => party.identifier_text ?? party.entity_text).join(", ");
  const content = event.content.map((act) => `${act.event.join("/")} “${act.trigger.text}”`).join(", ");
  console.log(
    `${event.date ?? "date unknown"}  ${names(event.actor)} → ${names(event.recipient)}: ${event.event.join(", ")}`,
  );
  if (content !== "") console.log(`            asked for or spoken of: ${content}`);
}
