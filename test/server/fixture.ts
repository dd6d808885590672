import type { EntryRecord, EventLine, InnerAct, PartyRecord, ReadRecord } from "../../src/record/index.ts";
import type { ReportPage, ReportQuery, ReportSummary, ReportsSource } from "../../src/server/index.ts";

/** A reading made by hand, so that server and page can be tried without the coder. */
export interface Given {
  readonly id: string;
  readonly text: string;
  readonly title?: string | null;
  readonly date?: string | null;
}

type Span = { start: number; end: number };

/** Range in code points of the n-th occurrence of some words. */
export function spanOf(text: string, words: string, nth = 0): Span {
  let at = -1;
  for (let i = 0; i <= nth; i++) {
    at = text.indexOf(words, at + 1);
    if (at < 0) throw new RangeError(`the text does not hold “${words}” ${nth + 1} times`);
  }
  const start = [...text.slice(0, at)].length;
  return { start, end: start + [...words].length };
}

export function partyOf(
  text: string,
  words: string,
  fields: Partial<PartyRecord> = {},
  nth = 0,
): PartyRecord {
  return {
    code: null,
    sector: null,
    entity_text: words,
    identifier_text: null,
    office: null,
    ethnicity: null,
    religion: null,
    ...spanOf(text, words, nth),
    entity: null,
    ...fields,
  };
}

/** An act of any shape with nothing known but its trigger. */
export function actOf(
  text: string,
  id: string,
  words: string,
  fields: Partial<InnerAct> = {},
  nth = 0,
): InnerAct {
  return {
    id,
    date: null,
    enddate: null,
    date_edtf: null,
    date_basis: null,
    actor: [],
    recipient: [],
    event: ["CONSULT"],
    mode: [],
    context: [],
    auxiliary: [],
    factuality: "CT+",
    quad_code: 1,
    event_scale: 2.5,
    cameo: null,
    event_loc: null,
    event_text: [words],
    trigger: { text: words, ...spanOf(text, words, nth) },
    attribution: [],
    hedge: null,
    condition: null,
    cause: [],
    iterated: false,
    size_info: { dead: null, injured: null, arrested: null, size: null },
    confidence: 0.75,
    content: [],
    consequence: null,
    purpose: [],
    ...fields,
  };
}

export function eventOf(record: Given, act: InnerAct, fields: Partial<EventLine> = {}): EventLine {
  return {
    ...act,
    report: record.id,
    input: "fixture",
    part: "report",
    same_as: null,
    text_info: { sequence: 1, start: 0, end: [...record.text].length },
    cite_info: {
      publication: null,
      volume: null,
      issue: null,
      title: null,
      url: null,
      language: "en",
      agencies: [],
      cross_references: [],
    },
    coder: "demarche 0.1.0 (fixture)",
    codebook: "plover-2.0",
    comment: null,
    ...fields,
  };
}

export function recordOf(given: Given, fields: Partial<ReadRecord> = {}): ReadRecord {
  const { id, text, title = null, date = null } = given;
  return {
    report: id,
    input: "fixture",
    title,
    publication: null,
    volume: null,
    issue: null,
    url: null,
    date,
    date_edtf: date,
    date_basis: date === null ? "none" : "option",
    language: "en",
    example: false,
    coder: "demarche 0.1.0 (fixture)",
    text,
    citations: [],
    cross_references: [],
    sentences: [{ start: 0, end: [...text].length, part: "report" }],
    entities: [],
    events: [],
    statements: [],
    ledger: [],
    ultimatums: [],
    mediations: [],
    abstentions: [],
    ...fields,
  };
}

export function entryOf(text: string, id: string, words: string, fields: Partial<EntryRecord>): EntryRecord {
  return {
    id,
    kind: "demand",
    issuer: null,
    conveyor: null,
    conveyors: [],
    addressee: null,
    performer: null,
    threatener: null,
    matter: null,
    general: null,
    text: words,
    ...spanOf(text, words),
    event: "",
    condition: null,
    consequence: null,
    deadline: null,
    responses: [],
    ...fields,
  };
}

function summaryOf(record: ReadRecord): ReportSummary {
  const { report, title, publication, date, date_edtf, date_basis, language, example, coder } = record;
  return {
    report,
    title,
    opening: [...record.text].slice(record.sentences[0]?.start ?? 0, 300).join(""),
    publication,
    date,
    date_edtf,
    date_basis,
    language,
    events: record.events.length,
    abstentions: record.abstentions.length,
    example,
    coder,
    machine_coded: true,
  };
}

/** A store in memory over readings made by hand. */
export function memoryStore(records: readonly ReadRecord[]): ReportsSource {
  const holds = (record: ReadRecord, words: readonly string[]) => {
    const text = `${record.title ?? ""} ${record.text}`.toLowerCase();
    return words.every((word) => text.includes(word.toLowerCase()));
  };
  return {
    async listReports({ limit, cursor, words }: ReportQuery): Promise<ReportPage> {
      const found = records.filter((record) => holds(record, words));
      const from = cursor === null ? 0 : Number(cursor);
      const next = from + limit < found.length ? String(from + limit) : null;
      return { reports: found.slice(from, from + limit).map(summaryOf), next, total: found.length };
    },
    async readRecord(id) {
      return records.find((record) => record.report === id) ?? null;
    },
    async findEvent(id) {
      return records.flatMap((record) => record.events).find((event) => event.id === id) ?? null;
    },
    async ledger(asOf) {
      const newest =
        records
          .map((record) => record.date ?? "")
          .sort()
          .at(-1) ?? null;
      return { asOf: asOf ?? newest, entries: records.flatMap((record) => record.ledger) };
    },
    async countReports() {
      return records.length;
    },
  };
}
