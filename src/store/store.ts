import { codeLines, type EventLine, type ReadRecord } from "../record/index.ts";
import { asOfDay, eventsView, type LedgerLine, ledgerView } from "../view/index.ts";
import { StoreFile, type Units } from "./file.ts";
import { type FlatCells, loadFlat, writeFlat } from "./flat.ts";
import { loadRelearnings, type Relearning, staleReports } from "./known.ts";
import { privateNames } from "./private.ts";
import { type CoderVersion, type StoredFacts, withoutTrace } from "./project.ts";
import {
  currentCodings,
  listReports,
  loadFacts,
  loadRecords,
  type ReportPage,
  type ReportQuery,
  reportOfEvent,
} from "./read.ts";
import { prepareSchema } from "./schema.ts";
import {
  codingVersions,
  isSameVersion,
  type NewReport,
  prepareReport,
  type Written,
  writeInputs,
  writeReports,
} from "./write.ts";

export interface StoreOptions {
  /** Makes the store where there is none; without it, a missing file is an error. */
  readonly create?: boolean;
  /** How long to wait for another process that holds the file; 10 s if not said otherwise. */
  readonly waitMs?: number;
}

/** How many codings one unit of work reads. */
const pageSize = 500;

/** Opens the store of a file. The file itself is open only while something is read or written. */
export async function openStore(
  path: string,
  { create = false, waitMs = 10_000 }: StoreOptions = {},
): Promise<Store> {
  const file = StoreFile.of(path).units(waitMs);
  await prepareSchema(file, { create });
  return new Store(file);
}

/** Reports with what was read in them, in one file. Every method is a unit of work, or several. */
export class Store {
  readonly #file: Units;

  constructor(file: Units) {
    this.#file = file;
  }

  get path(): string {
    return this.#file.path;
  }

  /** Adds reports with their codings, in one transaction: all of them are there afterwards, or none. */
  async addReports(reports: readonly NewReport[]): Promise<Written[]> {
    const prepared = reports.map(prepareReport);
    return this.#file.write((w) => writeReports(w, prepared));
  }

  /** Remembers names under which reports that the store has already were handed over. */
  addInputs(inputs: readonly { report: string; input: string }[]): Promise<void> {
    return this.#file.write((w) => writeInputs(w, inputs));
  }

  /** Which of these reports the store has, and whether each was coded by this version. */
  findReports(ids: readonly string[], version: CoderVersion): Promise<Map<string, "current" | "outdated">> {
    return this.#file.read(async (w) => {
      const versions = await codingVersions(w, ids);
      return new Map(
        [...versions].map(([id, coded]) => [id, isSameVersion(coded, version) ? "current" : "outdated"]),
      );
    });
  }

  /** Reports that are to be read again because what earlier ones teach has changed, oldest first. */
  staleReports(): Promise<string[]> {
    return this.#file.read(staleReports);
  }

  /** These reports with what the store now knows of the names in them. */
  loadRelearnings(reports: readonly string[]): Promise<Relearning[]> {
    return this.#file.read((w) => loadRelearnings(w, reports));
  }

  listReports(query: ReportQuery): Promise<ReportPage> {
    return this.#file.read((w) => listReports(w, query));
  }

  async countReports(): Promise<number> {
    const { total } = await this.listReports({ limit: 1, cursor: null, words: [] });
    return total;
  }

  /** Everything read in a report, with its trace, or null where the store has no such report. */
  async readRecord(report: string): Promise<ReadRecord | null> {
    const newest = "c.sequence = (SELECT max(sequence) FROM coding WHERE report = $report)";
    const [record] = await this.#file.read((w) => loadRecords(w, newest, { report }));
    return record ?? null;
  }

  /** The line of an event, or of an act inside one, or null. */
  async findEvent(event: string): Promise<EventLine | null> {
    const report = await this.#file.read((w) => reportOfEvent(w, event));
    const record = report === null ? null : await this.readRecord(report);
    if (record === null) return null;
    return codeLines(record, { contents: true }).find(({ id }) => id === event) ?? null;
  }

  /** All current readings, by date of the report, a page at a time. */
  async *records(): AsyncGenerator<ReadRecord> {
    for await (const page of this.#pages(50)) {
      const list = JSON.stringify(page);
      yield* await this.#file.read((w) =>
        loadRecords(w, `c.sequence IN (SELECT unnest(from_json($list, '["INTEGER"]')))`, { list }),
      );
    }
  }

  /** The ledger as of a day: that of the newest report where null. */
  async ledger(asOf: string | null): Promise<{ asOf: string | null; entries: LedgerLine[] }> {
    const facts: StoredFacts[] = [];
    for await (const page of this.#pages(pageSize)) {
      for (const fact of await this.#file.read((w) => loadFacts(w, page))) facts.push(fact);
    }
    return { asOf: asOfDay(facts, asOf), entries: ledgerView.rows(facts, { as_of: asOf }) };
  }

  /** Writes the flat event table as a Parquet file; gives the number of rows. */
  exportParquet(path: string, options: { contents?: boolean } = {}): Promise<number> {
    return writeFlat(path, this.flatEvents(options));
  }

  /** Event lines for others: by date of the report, without trace and without the names of private persons. */
  async *eventLines(options: { contents?: boolean } = {}): AsyncGenerator<EventLine> {
    for await (const record of this.records()) {
      const mask = privateNames(record);
      for (const line of eventsView.rows([record], { contents: options.contents ?? false })) {
        yield withoutTrace(mask === null ? line : mask(line));
      }
    }
  }

  /** The flat event table by date of the report and in text order, a page at a time. */
  async *flatEvents({ contents = false }: { contents?: boolean } = {}): AsyncGenerator<FlatCells[]> {
    for await (const page of this.#pages(pageSize)) {
      yield await this.#file.read((w) => loadFlat(w, page, contents));
    }
  }

  /** Current codings in pages. As codings are never changed, all pages together are one moment of the store. */
  async *#pages(size: number): AsyncGenerator<number[]> {
    const codings = await this.#file.read(currentCodings);
    for (let i = 0; i < codings.length; i += size) yield codings.slice(i, i + size);
  }
}
