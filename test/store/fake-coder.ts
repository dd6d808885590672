import { createHash } from "node:crypto";
import type { Analyzer } from "../../src/intake/analyzer.ts";
import type { Known } from "../../src/mention/index.ts";
import {
  type EventLine,
  type PartyRecord,
  type ReadRecord,
  ReadRecordShape,
} from "../../src/record/index.ts";
import type { ReportSource } from "../../src/report/index.ts";

/**
 * A coder for tests of what happens to codings. It knows people by "President Ada Berg" and later by "Berg" alone, events
 * by "met" and demands by "must"; so the store's part can be tested without that of the real coder.
 */
export function fakeAnalyzer(
  options: { lexicon?: string; onAnalyze?: (source: ReportSource, known?: Known) => void } = {},
): Analyzer {
  const { lexicon = "lexicon-1", onAnalyze } = options;
  return {
    size: 1,
    version: async () => ({ coder: "test 1", lexicon }),
    identify: async (source) => idOf(source),
    analyze: async (source, known) => {
      onAnalyze?.(source, known);
      return ReadRecordShape.parse(fakeRecord(source, known));
    },
  };
}

/** A short report about people of a made-up country. */
export function fakeSource(n: number, fields: Partial<ReportSource> = {}): ReportSource {
  const day = String(1 + (n % 28)).padStart(2, "0");
  return {
    input: `report-${n}.txt`,
    text: `President Ada Berg met envoys in Hafen. Number ${n} said that Corin must leave the valley of Tarn ${n}.`,
    date: `2001-03-${day}`,
    publication: "Test Digest",
    ...fields,
  };
}

export function idOf({ text, publication, date, url }: ReportSource): string {
  return createHash("sha256")
    .update(JSON.stringify([text, publication ?? null, date ?? null, url ?? null]))
    .digest("hex");
}

export function fakeRecord(source: ReportSource, known?: Known): ReadRecord {
  const report = idOf(source);
  const { text } = source;
  const entities = entitiesOf(text, known);
  const sentences = [...text.matchAll(/\S[^.]*\./gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    part: "report" as const,
  }));
  const events: EventLine[] = sentences.flatMap(({ start, end }, i) => {
    const sentence = text.slice(start, end);
    const verb = /\b(met|must)\b/.exec(sentence);
    if (verb === null) return [];
    return [eventOf({ source, report, entities, sentence, start, verb, sequence: i + 1 })];
  });
  return {
    ...{ report, input: source.input, title: source.title ?? null, publication: source.publication ?? null },
    ...{ volume: source.volume ?? null, issue: source.issue ?? null, url: source.url ?? null },
    ...{
      date: source.date ?? null,
      date_edtf: source.date ?? null,
      date_basis: source.date ? "option" : "none",
    },
    ...{ language: "en", example: false, coder: "test 1", text, citations: [] },
    cross_references: [...text.matchAll(/\(see the (\w+), (\d{4}-\d{2}-\d{2})\)/g)].map((match) => ({
      ...{ publication: match[1]!, date: match[2]!, start: match.index, end: match.index + match[0].length },
      covers: { start: 0, end: match.index },
    })),
    ...{ sentences, entities, events, statements: [] },
    ledger: events
      .filter(({ event }) => event[0] === "REQUEST")
      .map((event) => ({
        ...{ id: `${event.id}:demand`, kind: "demand", issuer: event.actor[0] ?? null, conveyor: null },
        ...{ conveyors: [], addressee: event.recipient[0] ?? null, performer: null, threatener: null },
        ...{ matter: "leave", general: null, text: event.event_text[0]!, start: event.trigger.start },
        ...{ end: event.trigger.end, event: event.id, condition: null, consequence: null, deadline: null },
        responses: [],
      })),
    ...{ ultimatums: [], mediations: [], abstentions: [{ reason: "no-actor", start: 0, end: 3 }] },
  };
}

function entitiesOf(text: string, known: Known | undefined): ReadRecord["entities"] {
  const named = [...text.matchAll(/(President|Minister|Farmer) (\p{Lu}\p{L}+ (\p{Lu}\p{L}+))/gu)].map(
    (match) => {
      const isPublic = match[1] !== "Farmer";
      return entityOf(
        match[2]!,
        match.index,
        isPublic ? { title: match[1]!, code: "TST", sector: "GOV" } : null,
      );
    },
  );
  const taught = (known?.offices ?? []).flatMap(({ name, title, code, sector }) => {
    if (named.some((entity) => entity.name === name)) return [];
    return [entityOf(name, text.indexOf(name.split(" ").at(-1)!), { title, code, sector })];
  });
  return [...named, ...taught];
}

function entityOf(
  name: string,
  start: number,
  office: { title: string; code: string | null; sector: string | null } | null,
): ReadRecord["entities"][number] {
  return {
    ...{ id: `e${start}-${start + name.length}`, name, kind: "person", code: office?.code ?? null },
    ...{ sector: office?.sector ?? null, public: office !== null },
    offices: office === null ? [] : [{ title: office.title, since: null, until: null }],
    ...{ mentions: [{ start, end: start + name.length }], members: [] },
  };
}

interface Found {
  readonly source: ReportSource;
  readonly report: string;
  readonly entities: ReadRecord["entities"];
  readonly sentence: string;
  readonly start: number;
  readonly verb: RegExpExecArray;
  readonly sequence: number;
}

function eventOf({ source, report, entities, sentence, start, verb, sequence }: Found): EventLine {
  const at = start + verb.index;
  const trigger = { text: verb[0], start: at, end: at + verb[0].length };
  const isDemand = verb[0] === "must";
  const actor = entities[0] === undefined ? [] : [partyOf(entities[0])];
  const content = isDemand ? [innerOf(`${report}:${at}:content`, trigger, sentence)] : [];
  return {
    ...innerOf(`${report}:${at}`, trigger, sentence),
    ...{ actor, content, event: isDemand ? ["REQUEST"] : ["CONSULT"] },
    ...{ date: source.date ?? null, date_edtf: source.date ?? null },
    ...{
      report,
      input: source.input,
      part: "report",
      same_as: null,
      coder: "test 1",
      codebook: "plover-2.0",
    },
    text_info: { sequence, start, end: start + sentence.length },
    cite_info: {
      ...{ publication: source.publication ?? null, volume: null, issue: null, title: null, url: null },
      ...{ language: "en", agencies: [], cross_references: [] },
    },
    comment: null,
    trace: [{ rule: "test", source: null, detail: "the word", start: trigger.start, end: trigger.end }],
  };
}

function innerOf(id: string, trigger: EventLine["trigger"], sentence: string): EventLine["content"][number] {
  return {
    ...{ id, date: null, enddate: null, date_edtf: null, date_basis: null, actor: [], recipient: [] },
    ...{
      event: ["RETREAT"],
      mode: ["withdraw"],
      context: [],
      auxiliary: [],
      factuality: "CT+",
      quad_code: 1,
    },
    ...{ event_scale: 1, cameo: "010", event_loc: null, event_text: [sentence], trigger, attribution: [] },
    ...{ hedge: null, condition: null, cause: [], iterated: false, confidence: 0.5 },
    size_info: { dead: null, injured: null, arrested: null, size: null },
    ...{ content: [], consequence: null, purpose: [] },
  };
}

function partyOf(entity: ReadRecord["entities"][number]): PartyRecord {
  return {
    ...{ code: entity.code, sector: entity.sector, entity_text: entity.name, identifier_text: entity.name },
    ...{ office: entity.offices[0]?.title ?? null, ethnicity: null, religion: null, start: 0, end: 1 },
    entity: entity.id,
  };
}
