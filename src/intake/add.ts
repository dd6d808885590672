import type { ReadRecord } from "../record/index.ts";
import type { Problem, ReportSource } from "../report/index.ts";
import type { CoderVersion, NewReport, Store, Written } from "../store/index.ts";
import { AnalysisError, type Analyzer } from "./analyzer.ts";

/** What a reader of paths gives, one by one. */
export type SourceItem = { readonly source: ReportSource } | { readonly problem: Problem };

/** What happened to a report; said when it is in the store, or when it is clear that it won't be. */
export type Step =
  | {
      readonly step: Written | "relearned";
      readonly report: string;
      readonly input: string;
      readonly events: number | null;
    }
  | { readonly step: "problem"; readonly problem: Problem };

type DoneStep = Exclude<Step["step"], "problem">;

export interface AddOptions {
  readonly store: Store;
  readonly analyzer: Analyzer;
  readonly onStep?: (step: Step) => void;
  /** Ends after the reports at hand; what was added stays. */
  readonly signal?: AbortSignal;
}

/** How many reports came to what. */
export interface AddCounts {
  added: number;
  recoded: number;
  relearned: number;
  unchanged: number;
  problems: number;
}

/** Reports and UTF-16 units of text that are analysed together and committed in one unit of work. */
const groupReports = 32;
const groupText = 200_000;
/** How long a unit of work may take before the next one gets fewer reports. */
const unitMs = 200;
/** Fewer than these are not worth a unit: opening, committing and closing take most of its time. */
const leastReports = 8;

/**
 * Adds reports to a store, and reads those again that learn something by it. While one group is committed the next is
 * analysed, and no more than these two are held. It may be stopped at any moment and run again.
 */
export async function addSources(
  items: AsyncIterable<SourceItem> | Iterable<SourceItem>,
  options: AddOptions,
): Promise<AddCounts> {
  const run = new AddRun(options, await options.analyzer.version());
  let commit: Promise<void> = Promise.resolve();
  for await (const group of groupsOf(items, run)) {
    const analysed = run.analyse(group);
    const [reports] = await Promise.all([analysed, commit]);
    commit = run.commit(reports);
    commit.catch(() => undefined);
    if (run.isStopped) break;
  }
  await commit;
  if (!run.isStopped) await run.relearn();
  return run.counts;
}

/** Adds one report, such as somebody pasted, and gives its id. */
export async function addReport(
  source: ReportSource,
  options: Pick<AddOptions, "store" | "analyzer">,
): Promise<{ readonly report: string; readonly added: boolean }> {
  const steps: Step[] = [];
  await addSources([{ source }], { ...options, onStep: (step) => steps.push(step) });
  for (const step of steps) {
    if (step.step === "problem") {
      const code = step.problem.code === "too-slow" ? "too-slow" : "coder-crashed";
      throw new AnalysisError(code, step.problem.message);
    }
    if (step.step !== "relearned") return { report: step.report, added: step.step === "added" };
  }
  throw new AnalysisError("coder-crashed", "the report was neither added nor refused");
}

interface Analysed {
  readonly fresh: readonly NewReport[];
  readonly unchanged: readonly { report: string; input: string }[];
}

/** One run of adding: where it goes to, and what has come of it. */
class AddRun {
  readonly counts: AddCounts = { added: 0, recoded: 0, relearned: 0, unchanged: 0, problems: 0 };
  readonly #options: AddOptions;
  readonly #version: CoderVersion;
  #unitSize = groupReports;

  constructor(options: AddOptions, version: CoderVersion) {
    this.#options = options;
    this.#version = version;
  }

  get isStopped(): boolean {
    return this.#options.signal?.aborted ?? false;
  }

  problem(problem: Problem): void {
    this.counts.problems += 1;
    this.#options.onStep?.({ step: "problem", problem });
  }

  /** Reads what the store does not have in this version. */
  async analyse(sources: readonly ReportSource[]): Promise<Analysed> {
    const { store, analyzer } = this.#options;
    const ids = await Promise.all(sources.map((source) => this.#attempt(source, analyzer.identify(source))));
    const present = await store.findReports(
      ids.filter((id) => id !== null),
      this.#version,
    );
    const begun = new Set<string>();
    const unchanged: { report: string; input: string }[] = [];
    const readings = sources.map(async (source, i) => {
      const id = ids[i] ?? null;
      if (id === null) return null;
      if (present.get(id) === "current" || begun.has(id)) {
        unchanged.push({ report: id, input: source.input });
        return null;
      }
      begun.add(id);
      const record = await this.#attempt(source, analyzer.analyze(source));
      return record === null ? null : { source, record, known: "", ...this.#version };
    });
    const fresh = (await Promise.all(readings)).filter((reading) => reading !== null);
    return { fresh, unchanged };
  }

  /** Writes a group; what is said of it is said when it is in the store. */
  async commit({ fresh, unchanged }: Analysed): Promise<void> {
    await this.#write(fresh, (written) => written);
    if (unchanged.length > 0) await this.#options.store.addInputs(unchanged);
    for (const { report, input } of unchanged) this.#say("unchanged", input, report, null);
  }

  /** Reads those reports again for which what earlier ones teach has changed. */
  async relearn(): Promise<void> {
    const { store, analyzer } = this.#options;
    const stale = await store.staleReports();
    for (let i = 0; i < stale.length && !this.isStopped; i += groupReports) {
      const relearnings = await store.loadRelearnings(stale.slice(i, i + groupReports));
      const readings = relearnings.map(async ({ source, known, hash }) => {
        const knows = hash === "" ? undefined : known;
        const record = await this.#attempt(source, analyzer.analyze(source, knows));
        return record === null ? null : { source, record, known: hash, ...this.#version };
      });
      const fresh = (await Promise.all(readings)).filter((reading) => reading !== null);
      if (fresh.length > 0) await store.addReports(fresh);
      for (const { record, source } of fresh) this.#say("relearned", source.input, record.report, record);
    }
  }

  /** Writes reports in as many units of work as it takes to hold the file for a short time only. */
  async #write(fresh: readonly NewReport[], stepOf: (written: Written) => DoneStep): Promise<void> {
    for (let i = 0; i < fresh.length; ) {
      const unit = fresh.slice(i, i + this.#unitSize);
      const start = performance.now();
      const written = await this.#options.store.addReports(unit);
      const elapsedMs = performance.now() - start;
      if (elapsedMs > unitMs) this.#unitSize = Math.max(leastReports, Math.floor(this.#unitSize / 2));
      else if (elapsedMs < unitMs / 3) this.#unitSize = Math.min(groupReports, this.#unitSize * 2);
      unit.forEach(({ record, source }, k) => {
        this.#say(stepOf(written[k]!), source.input, record.report, record);
      });
      i += unit.length;
    }
  }

  #say(step: DoneStep, input: string, report: string, record: ReadRecord | null): void {
    this.counts[step] += 1;
    this.#options.onStep?.({ step, report, input, events: record?.events.length ?? null });
  }

  /** The outcome, or null and a problem where the coder gave up on this report. */
  async #attempt<T>(source: ReportSource, outcome: Promise<T>): Promise<T | null> {
    try {
      return await outcome;
    } catch (error) {
      if (!(error instanceof AnalysisError)) throw error;
      this.problem({ code: error.code, path: source.input, message: error.message });
      return null;
    }
  }
}

/** Reports in groups that are small enough to be committed at once; what could not be read is said as it comes. */
async function* groupsOf(
  items: AsyncIterable<SourceItem> | Iterable<SourceItem>,
  run: AddRun,
): AsyncGenerator<ReportSource[]> {
  let group: ReportSource[] = [];
  let size = 0;
  for await (const item of items) {
    if (run.isStopped) break;
    if ("problem" in item) {
      run.problem(item.problem);
      continue;
    }
    group.push(item.source);
    size += item.source.text.length;
    if (group.length < groupReports && size < groupText) continue;
    yield group;
    group = [];
    size = 0;
  }
  if (group.length > 0) yield group;
}
