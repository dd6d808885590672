import type { ReadRecord } from "../record/index.ts";
import { cursorOf, type ReportRow } from "../view/index.ts";
import type { Work } from "./file.ts";
import { restoredRecord, type StoredFacts } from "./project.ts";

/** What a list of reports is asked for. */
export interface ReportQuery {
  readonly limit: number;
  /** As `next` of the page before gave it, or null for the first page. */
  readonly cursor: string | null;
  /** Only reports that hold all of these words, case apart. */
  readonly words: readonly string[];
}

/** One page of the list, newest report first. */
export interface ReportPage {
  readonly reports: readonly ReportRow[];
  readonly next: string | null;
  readonly total: number;
}

const day = "coalesce(c.date::VARCHAR, '0000-00-00')";

/** The page of `reportsView` that a query asks for, without loading the other pages. */
export async function listReports(w: Work, { limit, cursor, words }: ReportQuery): Promise<ReportPage> {
  const conditions = words.map(
    (_, i) => `contains(lower(concat_ws(' ', c.title, c.publication, r.text)), lower($word${i}))`,
  );
  const values = Object.fromEntries(words.map((word, i) => [`word${i}`, word]));
  const matching = conditions.length === 0 ? "true" : conditions.join(" AND ");
  const source = `FROM current_coding c ${words.length > 0 ? "JOIN report r ON r.id = c.report" : ""} WHERE ${matching}`;
  const [count] = await w.all<{ total: number }>(`SELECT count(*)::INTEGER AS total ${source}`, values);
  const after =
    cursor === null ? "" : `AND (${day} < $cursor_day OR (${day} = $cursor_day AND c.report > $cursor_id))`;
  const place = cursor === null ? {} : { cursor_day: cursor.slice(0, 10), cursor_id: cursor.slice(11) };
  const rows = await w.all<ReportRow>(
    `SELECT c.report, c.title, c.opening, c.publication, c.date::VARCHAR AS date, c.date_edtf, c.date_basis, c.language,
       c.events, c.abstentions, c.example, c.coder, true AS machine_coded
     ${source} ${after} ORDER BY ${day} DESC, c.report LIMIT ${limit + 1}`,
    { ...values, ...place },
  );
  const reports = rows.slice(0, limit);
  const next = rows.length > limit ? cursorOf(reports.at(-1)!) : null;
  return { reports, next, total: count?.total ?? 0 };
}

interface RecordRow {
  readonly record: string;
  readonly text: string;
  readonly input: string;
}

/** Codings that meet a condition on `c`, with their reports; cross-references lead to the report they mean where it is there. */
export async function loadRecords(
  w: Work,
  condition: string,
  values: Record<string, string | number>,
): Promise<ReadRecord[]> {
  const rows = await w.all<RecordRow>(
    `SELECT c.record, r.text, (SELECT min(i.input) FROM report_input i WHERE i.report = c.report) AS input
     FROM coding c JOIN report r ON r.id = c.report WHERE ${condition} ORDER BY c.date, c.report`,
    values,
  );
  const records: ReadRecord[] = [];
  for (const { record, text, input } of rows) {
    records.push(await withReferences(w, restoredRecord(record, text, input)));
  }
  return records;
}

/** Volume and issue are no key, and a day's issue holds several reports: a reference is resolved where it has one answer. */
async function withReferences(w: Work, record: ReadRecord): Promise<ReadRecord> {
  if (!record.cross_references.some(({ date }) => date !== null)) return record;
  const references: ReadRecord["cross_references"] = [];
  for (const reference of record.cross_references) {
    const { publication, date } = reference;
    const found =
      date === null
        ? []
        : await w.all<{ report: string }>(
            "SELECT report FROM current_coding WHERE date = $date::DATE AND publication = $publication AND report <> $own LIMIT 2",
            { date, publication, own: record.report },
          );
    const [only] = found;
    references.push(
      found.length === 1 && only !== undefined ? { ...reference, report: only.report } : reference,
    );
  }
  return { ...record, cross_references: references };
}

/** The report that an event, or what stands inside one, is in. */
export async function reportOfEvent(w: Work, event: string): Promise<string | null> {
  const [row] = await w.all<{ report: string }>(
    `SELECT report FROM (SELECT report, coding FROM event WHERE id = $event
       UNION ALL SELECT report, coding FROM content WHERE id = $event)
     WHERE coding IN (SELECT sequence FROM current_coding) LIMIT 1`,
    { event },
  );
  return row?.report ?? null;
}

/** Sequence numbers of all current codings, by date of the report: a snapshot, because codings are never changed. */
export async function currentCodings(w: Work): Promise<number[]> {
  const rows = await w.all<{ sequence: number }>(
    "SELECT sequence FROM current_coding ORDER BY date NULLS LAST, report",
  );
  return rows.map(({ sequence }) => sequence);
}

/** What these codings bring to the ledger. */
export async function loadFacts(w: Work, codings: readonly number[]): Promise<StoredFacts[]> {
  const rows = await w.all<{ facts: string }>(
    "SELECT facts FROM coding WHERE sequence IN (SELECT unnest(from_json($codings, '[\"INTEGER\"]')))",
    { codings: JSON.stringify(codings) },
  );
  return rows.map(({ facts }) => JSON.parse(facts) as StoredFacts);
}
