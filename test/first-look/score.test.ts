import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  type EventKey,
  findPassages,
  type Key,
  type PartiesKey,
  readKey,
  readKeys,
  readParties,
} from "./key.ts";
import { type EntityLine, type EventLine, isRight, matchEvents, matchLedger } from "./match.ts";
import { assignOutput, scoreSet, wilson } from "./score.ts";

const modes: Readonly<Record<string, string>> = {
  AGREE: "",
  CONSULT: "visit third-party multilateral phone",
  SUPPORT: "",
  CONCEDE: "",
  COOPERATE: "",
  AID: "",
  RETREAT: "withdraw release disarm ceasefire access resign",
  REQUEST: "assist change yield meet",
  ACCUSE: "disapprove investigate allege",
  REJECT: "assist change yield meet",
  THREATEN: "restrict arrest relations expel territory violence",
  PROTEST: "demo riot strike hunger boycott obstruct vandalize",
  SANCTION: "convict expel withdraw discontinue",
  MOBILIZE: "troops weapons police militia",
  COERCE: "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
  ASSAULT:
    "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons crowd-control unconventional",
};

const here = import.meta.dirname;
const dispatches = join(here, "../../examples/kosovo-1998");
const worked = join(here, "../../../shared/cases/moscow-warns-milosevic");
const sets = [join(here, "issue-2/sentences.jsonl"), join(here, "issue-2/reports"), dispatches];
if (existsSync(worked)) sets.push(worked);

function entitiesOf(parties: PartiesKey | undefined): EntityLine[] {
  const first = (parties ?? []).flatMap((group) => group.slice(0, 1));
  return first.map(({ code, sector, name }) => ({ code: code ?? "XXX", sector, entity_text: name }));
}

/** The line that a perfect program would print for a recorded act: its trigger is the first character of the passage. */
function lineOf(key: EventKey): EventLine {
  const { start } = key.passages[0]!;
  return {
    trigger: { start, end: start + 1 },
    event: key.types.slice(0, 1),
    mode: key.mode ? [key.mode] : [],
    actor: entitiesOf(key.actor),
    recipient: entitiesOf(key.recipient),
    date: key.date ?? null,
    enddate: key.enddate ?? null,
  };
}

const plain = readKey("plain", "Peru asked Ecuador to remove a post. Ecuador refused.", {
  events: [
    { id: "asked", says: "asked Ecuador to remove", actor: "PER", recipient: "ECU GOV", event: ["REQUEST"] },
    { id: "refused", says: "Ecuador refused", actor: "ECU", event: ["REJECT"] },
  ],
  not_events: [{ says: "remove a post", why: "demanded" }],
});

function line(trigger: string, event: string, actor: string | null, recipient: string | null): EventLine {
  const [passage] = findPassages(plain.text, trigger);
  const sides = { actor: entitiesOf(readParties(actor)), recipient: entitiesOf(readParties(recipient)) };
  return { trigger: passage!, event: [event], ...sides };
}

describe.each(sets)("answer keys of %s", (path) => {
  const keys = readKeys(path);

  it("use the types and modes of the codebook", () => {
    for (const key of keys) {
      for (const event of [...key.events, ...key.contents]) {
        for (const type of event.types) expect(Object.keys(modes), `${key.id} ${event.id}`).toContain(type);
        if (event.mode === undefined) continue;
        const known = event.types.flatMap((type) => modes[type]!.split(" "));
        expect(known, `${key.id} ${event.id}`).toContain(event.mode);
      }
    }
  });

  it("ask for no event inside a passage that holds none, and for each id once", () => {
    expect(new Set(keys.map((key) => key.id)).size).toBe(keys.length);
    for (const key of keys) {
      const within = key.events.filter((event) =>
        key.notEvents.some((not) => not.says !== event.says && not.says.includes(event.says)),
      );
      expect(within.map((event) => `${key.id} ${event.id}`)).toEqual([]);
    }
  });

  it("give full marks to the perfect program, and none to the silent one", () => {
    for (const key of keys) {
      const required = key.events.filter((event) => !event.optional);
      const perfect = matchEvents(key, required.map(lineOf));
      expect(perfect.extra, key.id).toEqual([]);
      expect(perfect.violations, key.id).toEqual([]);
      const wrong = perfect.found.filter((found) => !(found.type && found.actor && found.recipient));
      expect(
        wrong.map((found) => found.key.id),
        key.id,
      ).toEqual([]);
    }
    const { tally } = scoreSet(keys, new Map());
    expect(tally.located).toBe(0);
    expect(tally.violated).toBe(0);
  });
});

describe("the sentences", () => {
  const keys = readKeys(sets[0]!);

  it("are 80: three for each type, and 32 without any event", () => {
    expect(keys.length).toBe(80);
    for (const type of Object.keys(modes)) {
      const own = keys.filter((key) => key.id.startsWith(`${type.toLowerCase()}-`));
      expect(own.length, type).toBe(3);
      expect(
        own.every((key) => key.events.some((event) => event.types.includes(type))),
        type,
      ).toBe(true);
    }
    const silent = keys.filter((key) => key.events.every((event) => event.optional));
    expect(silent.length).toBe(32);
  });
});

describe("the dispatches", () => {
  const files = readdirSync(dispatches).filter((name) => name.endsWith(".txt"));

  it("are eight, with 90 to 160 words, no quotation, and the mark of example text", () => {
    expect(files.length).toBe(8);
    for (const name of files) {
      const [, ...paragraphs] = readFileSync(join(dispatches, name), "utf8").trim().split("\n\n");
      expect(paragraphs.pop(), name).toMatch(/^Example text\b/);
      const words = paragraphs.join(" ").split(/\s+/).length;
      expect(words, name).toBeGreaterThanOrEqual(90);
      expect(words, name).toBeLessThanOrEqual(160);
      expect(paragraphs.join(" "), name).not.toMatch(/["“”«»]/);
    }
  });
});

describe("the comparison", () => {
  it("takes a line for right only with its type, actor and recipient", () => {
    const found = (event: EventLine) => matchEvents(plain, [event]).found[0]!;
    expect(found(line("asked", "REQUEST", "PER GOV", "ECU GOV"))).toMatchObject({
      type: true,
      actor: true,
      recipient: true,
    });
    expect(found(line("asked", "REQUEST", "PER", "ECU"))).toMatchObject({
      type: true,
      actor: true,
      recipient: false,
    });
    expect(found(line("asked", "REQUEST", "ECU GOV", "PER"))).toMatchObject({
      actor: false,
      recipient: false,
    });
    expect(found(line("asked", "ACCUSE", "PER", "ECU GOV"))).toMatchObject({ type: false });
    expect(found(line("asked", "REQUEST", "PER + RUS", "ECU GOV"))).toMatchObject({ actor: false });
  });

  it("counts what is only demanded as a violation, and what nobody recorded as extra", () => {
    const match = matchEvents(plain, [
      line("remove", "RETREAT", "ECU", null),
      line("refused", "REJECT", "ECU", null),
      line("refused", "REJECT", "ECU", null),
      line("Peru", "CONSULT", "PER", null),
    ]);
    expect(match.violations.map((violation) => violation.says)).toEqual(["remove a post"]);
    expect(match.extra.length).toBe(2);
    expect(match.found.map((found) => found.line !== null)).toEqual([false, true]);
  });

  it("gives lines with one trigger to nested passages, each its own", () => {
    const calls = readKey("calls", "He rang Rome and Bern.", {
      events: [
        { says: "rang Rome", actor: "ITA", event: ["CONSULT"], mode: "phone" },
        { says: "rang Rome and Bern", actor: "CHE", event: ["CONSULT"], mode: "phone" },
      ],
    });
    const trigger = findPassages(calls.text, "rang")[0]!;
    const lines = ["CHE", "ITA"].map((code) => ({ trigger, event: ["CONSULT"], actor: [{ code }] }));
    const { found, extra } = matchEvents(calls, lines);
    expect(found.every((one) => one.actor)).toBe(true);
    expect(extra).toEqual([]);
  });

  it("reads parties: alternatives, several, names and their initials", () => {
    const nato = readParties("IGO (NATO) / IGO (North Atlantic Council) + USA")!;
    const named = (entity_text: string): EntityLine => ({ code: "IGO", sector: null, entity_text });
    const usa = { code: "USA", sector: "GOV" };
    expect(isRight(nato, [named("North Atlantic Treaty Organization"), usa])).toBe(true);
    expect(isRight(nato, [named("the North Atlantic Council"), usa])).toBe(true);
    expect(isRight(nato, [named("OSCE"), usa])).toBe(false);
    expect(isRight(nato, [usa])).toBe(false);
    expect(isRight(readParties(null)!, [])).toBe(true);
    expect(isRight(readParties(null)!, [usa])).toBe(false);
    expect(() => readParties("Russia")).toThrow(RangeError);
  });

  it("finds output by id, file name, folder or text, and counts code points", () => {
    const key: Key = { ...plain, id: "1999-01-01-plain" };
    const event = { ...line("refused", "REJECT", "ECU", null), input: "x/1999-01-01-plain.txt" };
    expect(assignOutput([key], [event]).get(key)?.events.length).toBe(1);
    expect(assignOutput([key], [{ ...event, input: "1999-01-01-plain/report.txt" }]).size).toBe(1);
    expect(assignOutput([key], [{ ...event, input: "other.txt" }]).size).toBe(0);
    const record = { input: "-", text: key.text, events: [event], ledger: [], ultimatums: [] };
    expect(assignOutput([key], [record]).get(key)?.ledger).toEqual([]);
    expect(findPassages("😀 he left", "left")).toEqual([{ start: 5, end: 9 }]);
  });

  it("judges the ledger by kind, place and parties", () => {
    const { ledger } = readKey("ledger", plain.text, {
      ledger: [{ kind: "demand", issuer: "PER", addressee: "ECU", says: "remove a post" }],
    });
    const [place] = findPassages(plain.text, "to remove a post");
    const right = { kind: "demand", ...place!, issuer: { code: "PER" }, addressee: { code: "ECU" } };
    expect(matchLedger(ledger!, [right])).toMatchObject({ placed: 1, right: 1, extra: 0 });
    expect(matchLedger(ledger!, [{ ...right, issuer: null }])).toMatchObject({
      placed: 1,
      right: 0,
      extra: 0,
    });
    expect(matchLedger(ledger!, [{ ...right, kind: "threat" }])).toMatchObject({
      placed: 0,
      right: 0,
      extra: 1,
    });
  });

  it("gives the interval of Wilson", () => {
    const { low, high } = wilson(8, 10);
    expect(low).toBeCloseTo(0.4902, 3);
    expect(high).toBeCloseTo(0.9433, 3);
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });
});
