import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readLexiconFiles } from "../../scripts/lexicon-files.ts";
import { type Act, codeEvents, compileFrames, type Party } from "../../src/event/index.ts";
import { compileNames, findMentions } from "../../src/mention/index.ts";
import type { Lexicon, Resources } from "../../src/resource/index.ts";
import { reportOf, testParse } from "./support.ts";

const folder = new URL("../../../shared/cases/moscow-warns-milosevic/", import.meta.url);
const isHere = existsSync(folder);

interface Key {
  readonly events: readonly {
    id: string;
    says: string;
    actor: string;
    recipient?: string;
    event: readonly string[];
  }[];
  readonly not_events: readonly { says: string }[];
}

function code(text: string): readonly Act[] {
  const { tables } = readLexiconFiles(new URL("../../", import.meta.url).pathname);
  const lexicon = Object.fromEntries(tables.map((table) => [table.name, table])) as Lexicon;
  const resources: Resources = { version: "test", lexicon, model: new Uint8Array() };
  const range = (match: RegExpMatchArray) => ({ from: match.index!, to: match.index! + match[0].length });
  const report = {
    ...reportOf(text, "1998-10-06"),
    blocks: [...text.matchAll(/^(?!Publication:).+$/gm)].map(range),
    holes: [...text.matchAll(/ \((?:Reuters|Russian and|see)[^)]*\)/g)].map(range),
  };
  const doc = testParse(report);
  return codeEvents(doc, report, findMentions(doc, report, compileNames(resources)), compileFrames(resources))
    .events;
}

const fits = (parties: readonly Party[], wanted: string): boolean => {
  const [code, sector] = wanted.split(" ");
  return parties.some(
    (party) =>
      party.code === code && (sector === undefined || sector.startsWith("(") || party.sector === sector),
  );
};

describe.skipIf(!isHere)("the worked case (skipped where ../shared is not there)", () => {
  const text = isHere ? readFileSync(new URL("report.txt", folder), "utf8") : "";
  const key = isHere
    ? (JSON.parse(readFileSync(new URL("expected.json", folder), "utf8")) as Key)
    : { events: [], not_events: [] };
  const acts = isHere ? code(text) : [];

  it("finds at least nine of its fifteen events with type, actor and recipient", () => {
    const found = key.events.filter(({ says, actor, recipient, event }) => {
      const from = text.indexOf(says);
      return acts.some(
        (act) =>
          act.trigger.from >= from &&
          act.trigger.to <= from + says.length &&
          event.includes(act.type) &&
          fits(act.actors, actor) &&
          (recipient === undefined ||
            fits([...act.recipients, ...(act.type === "CONSULT" ? act.actors : [])], recipient)),
      );
    });
    expect(found.length).toBeGreaterThanOrEqual(9);
  });

  it("codes nothing that did not happen", () => {
    for (const { says } of key.not_events) {
      const from = text.indexOf(says);
      const inside = acts.filter((act) => act.trigger.from >= from && act.trigger.to <= from + says.length);
      expect(inside.map((act) => text.slice(act.trigger.from, act.trigger.to))).toEqual([]);
    }
  });

  it("gives every act a reason that leads to a lexicon line and to characters of the report", () => {
    for (const act of acts) {
      expect(act.trace[0]?.source).toMatch(/^(?:frames|operators)\.tsv:\d+$/);
      for (const { from, to } of act.trace) expect(text.slice(from, to).length).toBeGreaterThan(0);
    }
    expect(new Set(acts.map(({ id }) => id)).size).toBe(acts.length);
  });
});
