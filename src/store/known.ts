import type { Known, KnownOffice } from "../mention/index.ts";
import type { ReportSource } from "../report/index.ts";
import type { Work } from "./file.ts";

/** The newest coding of each report that was read on its own: only these teach. */
const aloneCodings = "SELECT max(sequence) FROM coding WHERE known = '' GROUP BY report";

/**
 * Each fact that some report teaches, read on its own, with its earliest evidence. A report knows the facts whose
 * earliest evidence is dated before it and whose name it mentions, unless it says them itself; the choice of the earliest makes that the same for
 * every order of adding, and leaves later reports alone when a fact is told again.
 */
const facts = `
  SELECT t.word, t.name, t.title, t.code, t.sector, min(t.date) AS date, arg_min(t.report, (t.date, t.report)) AS report
  FROM teaching t
  WHERE t.coding IN (${aloneCodings})
  GROUP BY ALL`;

const lines = `
  SELECT c.report, f.name, f.title, f.code, f.sector, f.date, f.report AS evidence,
    concat_ws(chr(9), f.name, f.title, coalesce(f.code, ''), coalesce(f.sector, ''), f.date::VARCHAR, f.report) AS line
  FROM (${facts}) f JOIN report_word w ON w.word = f.word JOIN current_dates c ON c.report = w.report
  WHERE f.date < c.date AND NOT EXISTS (FROM teaching own WHERE own.report = c.report AND own.name = f.name
    AND own.title = f.title AND own.code IS NOT DISTINCT FROM f.code AND own.sector IS NOT DISTINCT FROM f.sector
    AND own.coding IN (${aloneCodings}))`;

const currentDates = `
  SELECT report, date, known, sequence FROM coding
  WHERE sequence IN (SELECT max(sequence) FROM coding GROUP BY report)`;

/** A report to be read again, with what it now knows. */
export interface Relearning {
  readonly source: ReportSource;
  readonly known: Known;
  /** Hash of `known`, for the coding; empty where nothing is known any more. */
  readonly hash: string;
}

/** Ids of the reports whose coding rests on something else than what the store knows now, oldest first. */
export async function staleReports(w: Work): Promise<string[]> {
  const rows = await w.all<{ report: string }>(`
    WITH current_dates AS (${currentDates}),
      hashes AS (SELECT report, sha256(string_agg(line, chr(10) ORDER BY line)) AS hash FROM (${lines}) GROUP BY report)
    SELECT c.report FROM current_dates c LEFT JOIN hashes h ON h.report = c.report
    WHERE c.known <> coalesce(h.hash, '') ORDER BY c.date, c.report`);
  return rows.map(({ report }) => report);
}

interface RelearningRow {
  readonly id: string;
  readonly input: string;
  readonly text: string;
  readonly given: string;
  readonly hash: string | null;
  readonly facts: string | null;
}

/** What these reports know now, and the reports as they were handed over. */
export async function loadRelearnings(w: Work, reports: readonly string[]): Promise<Relearning[]> {
  const rows = await w.all<RelearningRow>(
    `WITH wanted AS (SELECT unnest(from_json($ids, '["VARCHAR"]')) AS id),
      current_dates AS (SELECT * FROM (${currentDates}) WHERE report IN (SELECT id FROM wanted)),
      known AS (SELECT report, sha256(string_agg(line, chr(10) ORDER BY line)) AS hash,
          to_json(list({'name': name, 'title': title, 'code': code, 'sector': sector, 'date': date::VARCHAR,
            'report': evidence} ORDER BY line))::VARCHAR AS facts
        FROM (${lines}) GROUP BY report)
    SELECT r.id, r.text, r.given, k.hash, k.facts,
      (SELECT min(i.input) FROM report_input i WHERE i.report = r.id) AS input
    FROM report r LEFT JOIN known k ON k.report = r.id WHERE r.id IN (SELECT id FROM wanted) ORDER BY r.id`,
    { ids: JSON.stringify(reports) },
  );
  return rows.map(({ input, text, given, hash, facts }) => ({
    source: { ...(JSON.parse(given) as Omit<ReportSource, "input" | "text">), input, text },
    known: { offices: facts === null ? [] : (JSON.parse(facts) as KnownOffice[]) },
    hash: hash ?? "",
  }));
}
