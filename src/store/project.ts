import type { ActFacts, PartyFacts, ReportFacts } from "../ledger/index.ts";
import {
  codeLines,
  type EntryRecord,
  type EventLine,
  flatRow,
  type InnerAct,
  type PartyRecord,
  type ReadRecord,
} from "../record/index.ts";
import { nameWords, privateNames } from "./private.ts";
import type { Row, TableName } from "./tables.ts";

/** Which version of what coded a report. */
export interface CoderVersion {
  /** Program and version. */
  readonly coder: string;
  /** Hash over lexicons and model. */
  readonly lexicon: string;
}

/** A reading on its way into the store. `known` is the hash of what earlier reports taught it, empty where nothing did. */
export interface NewCoding extends CoderVersion {
  readonly record: ReadRecord;
  readonly known: string;
}

/** What a stored reading brings to the ledger over all reports. */
export type StoredFacts = ReportFacts<EntryRecord>;

/** Rows by table. */
export type Rows = { [T in TableName]?: Row<T>[] };

/** All rows of a coding: the record itself, and the flat tables projected from it. */
export function codingRows(coding: NewCoding, sequence: number): Rows {
  const { record } = coding;
  const report = record.report;
  const lines = codeLines(record, { contents: true });
  const mask = privateNames(record) ?? ((line: EventLine) => line);
  const rowOf = (line: EventLine, ordinal: number) => ({ coding: sequence, ordinal, ...flatRow(mask(line)) });
  const events = lines.map(rowOf);
  return {
    coding: [codingRow(coding, sequence)],
    event: events.filter(({ parent }) => parent === null),
    content: events.filter(({ parent }) => parent !== null),
    entity: record.entities.map(({ id, name, kind, code, sector, public: isPublic, mentions }) => {
      return {
        coding: sequence,
        report,
        id,
        name,
        kind,
        code,
        sector,
        public: isPublic,
        mentions: mentions.length,
      };
    }),
    office: record.entities.flatMap(({ id, offices }) =>
      offices.map(({ title, since, until }) => ({
        coding: sequence,
        report,
        entity: id,
        title,
        since,
        until,
      })),
    ),
    attribution: lines.flatMap((line) => attributionRows(line, sequence)),
    statement: statementRows(record, sequence),
    ledger_entry: entryRows(record, sequence),
    abstention: record.abstentions.map((abstention) => ({ coding: sequence, report, ...abstention })),
    teaching: coding.known === "" ? teachingRows(record, sequence) : [],
  };
}

/** The record as it is stored: without the text, which the report's own row has, and without the place it was found. */
export function storedRecord(record: ReadRecord): string {
  return JSON.stringify({
    ...record,
    input: "",
    text: "",
    events: record.events.map((line) => ({ ...line, input: "" })),
  });
}

/** The record as it was before `storedRecord`. */
export function restoredRecord(json: string, text: string, input: string): ReadRecord {
  const record = JSON.parse(json) as ReadRecord;
  return { ...record, input, text, events: record.events.map((line) => ({ ...line, input })) };
}

/** Words of a text by which it may mention somebody: the capitalised ones of three letters and more. */
export function capitalisedWords(text: string): string[] {
  return [...new Set(nameWords(text).map(nameKey))].filter((word) => word.length >= 3);
}

/** A name's last word, by which a later report may mention the same person; without a possessive ending. */
export function nameKey(name: string): string {
  const last = nameWords(name).at(-1) ?? "";
  return last.replace(/[’']s$/, "");
}

function codingRow({ record, coder, lexicon, known }: NewCoding, sequence: number): Row<"coding"> {
  const { report, title, publication, volume, issue, url, date, date_edtf, date_basis, language } = record;
  return {
    ...{ sequence, report, coder, lexicon, known },
    ...{ title, publication, volume, issue, url, date, date_edtf, date_basis, language },
    example: record.example,
    opening: openingOf(record),
    events: record.events.length,
    abstentions: record.abstentions.length,
    facts: JSON.stringify(ledgerFacts(record)),
    record: storedRecord(record),
  };
}

/** What the ledger over several reports needs of a reading, without what explains it. */
function ledgerFacts({ report, date, ledger, events }: ReadRecord): StoredFacts {
  return { report, date, ledger: ledger.map((entry) => withoutTrace(entry)), events: events.map(actFacts) };
}

/** A copy without the trace of any act in it. */
export function withoutTrace<T extends EntryRecord | EventLine>(record: T): T {
  return JSON.parse(JSON.stringify(record, (key, value) => (key === "trace" ? undefined : value))) as T;
}

function actFacts(act: InnerAct): ActFacts {
  const { id, date, event, mode, auxiliary, factuality, cameo, event_loc: place, trigger, event_text } = act;
  return {
    ...{ id, date, event, mode, auxiliary, factuality, cameo, trigger, event_text },
    event_loc: place === null ? null : { resolved_place: place.resolved_place },
    actor: act.actor.map(partyFacts),
    recipient: act.recipient.map(partyFacts),
    content: act.content.map(actFacts),
  };
}

function partyFacts({ code, sector, entity_text, identifier_text }: PartyRecord): PartyFacts {
  return { code, sector, entity_text, identifier_text };
}

/** The first sentences up to some 200 characters. */
function openingOf(record: ReadRecord): string {
  const characters = [...record.text.slice(0, 100_000)];
  const start = record.sentences[0]?.start ?? 0;
  const words = characters
    .slice(start, start + 240)
    .join("")
    .replace(/\s+/gu, " ")
    .trim();
  if (words.length <= 200) return words;
  return `${words.slice(0, words.lastIndexOf(" ", 200)) || [...words].slice(0, 200).join("")} …`;
}

type PartyCells<P extends string> = Record<`${P}_${"code" | "sector" | "text" | "name"}`, string | null>;

function partyCells<P extends string>(prefix: P, party: PartyRecord | null): PartyCells<P> {
  return {
    [`${prefix}_code`]: party?.code ?? null,
    [`${prefix}_sector`]: party?.sector ?? null,
    [`${prefix}_text`]: party?.entity_text ?? null,
    [`${prefix}_name`]: party?.identifier_text ?? null,
  } as PartyCells<P>;
}

function attributionRows(line: EventLine, coding: number): Row<"attribution">[] {
  return line.attribution.map(({ speaker, addressee, cue, date, start, end }, ordinal) => ({
    ...{ coding, report: line.report, event: line.id, ordinal },
    ...partyCells("speaker", speaker),
    ...partyCells("addressee", addressee),
    ...{ cue, date, start, end },
  }));
}

function statementRows(record: ReadRecord, coding: number): Row<"statement">[] {
  return record.statements.map((statement, ordinal) => {
    const { kind, holder, toward, by, matter, stance, was, changed, hedge, start, end } = statement;
    return {
      ...{ coding, report: record.report, ordinal, kind },
      ...partyCells("holder", holder),
      ...partyCells("toward", toward),
      ...partyCells("by", by),
      ...{ matter, stance, was, changed, hedge, start, end },
    };
  });
}

function entryRows(record: ReadRecord, coding: number): Row<"ledger_entry">[] {
  return record.ledger.map((entry, ordinal) => {
    const { id, kind, matter, general, text, event, deadline, start, end } = entry;
    return {
      ...{ coding, report: record.report, ordinal, id, kind },
      ...partyCells("issuer", entry.issuer),
      ...partyCells("conveyor", entry.conveyor),
      ...partyCells("addressee", entry.addressee),
      ...partyCells("performer", entry.performer),
      ...partyCells("threatener", entry.threatener),
      ...{ matter, general, text, event, expires: deadline?.expires ?? null, start, end },
    };
  });
}

/** What a report read on its own teaches later ones: the offices of the people in public office whom it names. */
function teachingRows(record: ReadRecord, coding: number): Row<"teaching">[] {
  const { report, date } = record;
  if (date === null) return [];
  return record.entities
    .filter(({ kind, public: isPublic }) => kind === "person" && isPublic)
    .flatMap(({ name, code, sector, offices }) => {
      const word = nameKey(name);
      if (word.length < 3) return [];
      return offices.map(({ title }) => ({ coding, report, date, word, name, title, code, sector }));
    });
}
