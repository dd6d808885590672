import type { ReportSource } from "../report/index.ts";
import type { Work } from "./file.ts";
import { type CoderVersion, capitalisedWords, codingRows, type NewCoding, type Rows } from "./project.ts";
import type { TableName } from "./tables.ts";

/** A report with the reading that comes with it. */
export interface NewReport extends NewCoding {
  readonly source: ReportSource;
}

/** What became of a report that was written: new to the store, or known to it and coded anew. */
export type Written = "added" | "recoded" | "unchanged";

/** A report whose rows are made, all but the coding's number, so that the file is open for the writing alone. */
export interface PreparedReport {
  readonly id: string;
  readonly input: string;
  readonly version: CodingVersion;
  readonly reportRows: Rows;
  readonly codingRows: Rows;
}

export function prepareReport({ source, ...coding }: NewReport): PreparedReport {
  const { coder, lexicon, known, record } = coding;
  return {
    id: record.report,
    input: source.input,
    version: { coder, lexicon, known },
    reportRows: reportRows(source, record.report),
    codingRows: codingRows(coding, 0),
  };
}

/** Writes reports with their codings; one that the store has in this version and with this knowledge stays as it is. */
export async function writeReports(w: Work, reports: readonly PreparedReport[]): Promise<Written[]> {
  const present = await codingVersions(
    w,
    reports.map(({ id }) => id),
  );
  const rows: Rows = {};
  let sequence = await lastSequence(w);
  const outcomes: Written[] = [];
  for (const { id, version, reportRows: own, codingRows: coded } of reports) {
    const before = present.get(id);
    if (before !== undefined && isSameVersion(before, version) && before.known === version.known) {
      outcomes.push("unchanged");
      continue;
    }
    sequence += 1;
    if (before === undefined) addTo(rows, own);
    addTo(rows, numbered(coded, sequence));
    outcomes.push(before === undefined ? "added" : "recoded");
    present.set(id, version);
  }
  await writeRows(w, rows);
  await writeInputs(
    w,
    reports.map(({ id, input }) => ({ report: id, input })),
  );
  return outcomes;
}

/** The rows of a coding with its number. */
function numbered(rows: Rows, sequence: number): Rows {
  return Object.fromEntries(
    Object.entries(rows).map(([table, list]) => {
      const column = table === "coding" ? "sequence" : "coding";
      return [table, list.map((row) => ({ ...row, [column]: sequence }))];
    }),
  );
}

/** Remembers under which names reports were handed over. */
export async function writeInputs(
  w: Work,
  inputs: readonly { report: string; input: string }[],
): Promise<void> {
  const rows = await w.all<{ report: string; input: string }>(
    "SELECT report, input FROM report_input WHERE report IN (SELECT unnest(from_json($ids, '[\"VARCHAR\"]')))",
    { ids: JSON.stringify(inputs.map(({ report }) => report)) },
  );
  const seen = new Set(rows.map(({ report, input }) => `${report} ${input}`));
  const fresh = inputs.filter(({ report, input }) => {
    const key = `${report} ${input}`;
    return !seen.has(key) && seen.add(key);
  });
  await w.append("report_input", fresh);
}

interface CodingVersion extends CoderVersion {
  readonly known: string;
}

/** The versions of the current codings of those of these reports that the store has. */
export async function codingVersions(w: Work, ids: readonly string[]): Promise<Map<string, CodingVersion>> {
  const rows = await w.all<CodingVersion & { report: string }>(
    `SELECT report, coder, lexicon, known FROM coding WHERE sequence IN (SELECT max(sequence) FROM coding
       WHERE report IN (SELECT unnest(from_json($ids, '["VARCHAR"]'))) GROUP BY report)`,
    { ids: JSON.stringify(ids) },
  );
  return new Map(rows.map(({ report, ...version }) => [report, version]));
}

export function isSameVersion(a: CoderVersion, b: CoderVersion): boolean {
  return a.coder === b.coder && a.lexicon === b.lexicon;
}

async function lastSequence(w: Work): Promise<number> {
  const [row] = await w.all<{ last: number }>(
    "SELECT coalesce(max(sequence), 0)::INTEGER AS last FROM coding",
  );
  return row?.last ?? 0;
}

function reportRows({ text, input: _input, ...given }: ReportSource, id: string): Rows {
  return {
    report: [{ id, text, given: JSON.stringify(given) }],
    report_word: capitalisedWords(text).map((word) => ({ report: id, word })),
  };
}

function addTo(all: Rows, more: Rows): void {
  for (const [table, rows] of Object.entries(more) as [TableName, never[]][]) {
    const target: unknown[] = all[table] ?? [];
    for (const row of rows) target.push(row);
    Object.assign(all, { [table]: target });
  }
}

async function writeRows(w: Work, rows: Rows): Promise<void> {
  for (const [table, list] of Object.entries(rows) as [TableName, never[]][]) await w.append(table, list);
}
