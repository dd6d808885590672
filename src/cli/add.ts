import type { Command } from "commander";
import type { AddCounts, AnalysisPool, Step } from "../intake/index.ts";
import { CliError } from "./error.ts";
import { type InputOptions, reportProblem, takesReports } from "./input.ts";
import { takesStore, withStore } from "./store.ts";

interface AddOptions extends InputOptions {
  readonly store: string;
  readonly workers?: number;
}

export function register(program: Command): void {
  takesStore(takesReports(program.command("add")))
    .description("Read reports and keep them in a store; safe to stop at any moment and to run again")
    .option(
      "--workers <n>",
      "how many reports are read at once (default: one a core, 4 at most)",
      workerCount,
    )
    .action(async (paths: string[], options: AddOptions) => {
      if (options.input === "conllu")
        throw new CliError("add takes reports as published; CoNLL-U has no report");
      await add(paths, options);
    });
}

function workerCount(value: string): number {
  const count = Number(value);
  if (Number.isInteger(count) && count >= 1 && count <= 64) return count;
  throw new CliError(`--workers takes a number from 1 to 64, not ${value}`);
}

async function add(paths: readonly string[], options: AddOptions): Promise<void> {
  const { addSources, AnalysisPool, readPaths } = await import("../intake/index.ts");
  const { date, publication, input, overlay, workers } = options;
  if (overlay !== undefined) await checkOverlay(overlay);
  const given = {
    ...(date === undefined ? {} : { date }),
    ...(publication === undefined ? {} : { publication }),
    ...(input === undefined || input === "conllu" ? {} : { input }),
  };
  const analyzer = new AnalysisPool({
    ...(overlay === undefined ? {} : { overlay }),
    ...(workers === undefined ? {} : { size: workers }),
  });
  const progress = process.stdout.isTTY ? progressLine() : jsonLines();
  const stop = stopSignal();
  try {
    await usable(analyzer);
    const counts = await withStore(options.store, { create: true }, (store) =>
      addSources(readPaths(paths, given), { store, analyzer, onStep: progress.step, signal: stop.signal }),
    );
    progress.done(counts);
    if (stop.signal.aborted) throw new CliError("stopped; run the same command again to add the rest", 1);
  } finally {
    stop.release();
    await analyzer.close();
  }
}

/** The workers read the overlay each for itself and in silence; what is wrong in it is said here, once. */
async function checkOverlay(overlay: string): Promise<void> {
  const { loadResources } = await import("../node.ts");
  loadResources({ overlay, onProblem: reportProblem });
}

async function usable(analyzer: AnalysisPool): Promise<void> {
  try {
    await analyzer.version();
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new CliError(`the coder does not start: ${detail}`, 2, { cause });
  }
}

/** Ctrl-C ends after the reports at hand; a second one ends at once, which loses nothing either. */
function stopSignal(): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  return {
    signal: controller.signal,
    release: () => {
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
    },
  };
}

interface Progress {
  step(step: Step): void;
  done(counts: AddCounts): void;
}

function jsonLines(): Progress {
  const write = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
  return {
    step: (step) => {
      if (step.step === "problem") reportProblem(step.problem);
      write(step);
    },
    done: (counts) => write({ step: "done", ...counts }),
  };
}

/** One line on the terminal that grows with the reports. */
function progressLine(): Progress {
  const counts = new Map<string, number>();
  const clear = "\r\u001b[K";
  const show = () => [...counts].map(([name, count]) => `${count} ${name}`).join(", ");
  return {
    step: (step) => {
      if (step.step === "problem") {
        process.stderr.write(clear);
        reportProblem(step.problem);
      }
      counts.set(step.step, (counts.get(step.step) ?? 0) + 1);
      const name = step.step === "problem" ? "" : ` · ${step.input.replace(/\p{Cc}/gu, " ").slice(-40)}`;
      process.stderr.write(`${clear}${show()}${name}`);
    },
    done: ({ added, recoded, relearned, unchanged, problems }) => {
      process.stderr.write(
        `${clear}${added} added, ${recoded} coded anew, ${relearned} read again with what earlier reports teach, ${unchanged} there already, ${problems} with problems\n`,
      );
    },
  };
}
