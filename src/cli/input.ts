import { existsSync } from "node:fs";
import { type Command, Option } from "commander";
import type { InputFormat } from "../intake/index.ts";
import type { Problem, ReportSource } from "../report/index.ts";
import { CliError } from "./error.ts";

/** Options that every command has which reads reports. */
export interface InputOptions {
  readonly date?: string;
  readonly publication?: string;
  readonly input?: InputFormat | "conllu";
  readonly overlay?: string;
}

/** Adds FILE… and the options of `InputOptions` to a command. */
export function takesReports(command: Command): Command {
  return command
    .argument("<file...>", "text, HTML, CSV or JSON lines files or folders; - is standard input")
    .option("--date <YYYY-MM-DD>", "publication date of reports that do not give one", isoDate)
    .option("--publication <name>", "publication of reports that do not name one")
    .addOption(
      new Option("--input <format>", "format of the files (default: by file name; - is text)").choices([
        "text",
        "html",
        "csv",
        "jsonl",
        "conllu",
      ]),
    )
    .addOption(overlayOption());
}

/** `--overlay FOLDER`; a folder that is not there is a call gone wrong. */
export function overlayOption(): Option {
  return new Option(
    "--overlay <folder>",
    "lexicon lines and publication profiles of your own, beside the ones that ship",
  ).argParser((folder: string) => {
    if (existsSync(folder)) return folder;
    throw new CliError(`there is no folder ${folder}; name the one that holds your lexicon lines`);
  });
}

/** Checks a day given on the command line. */
export function isoDate(value: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  const date = new Date(`${value}T00:00:00Z`);
  if (
    parts === null ||
    parts[1] === "0000" ||
    Number.isNaN(date.getTime()) ||
    date.toISOString().slice(0, 10) !== value
  ) {
    throw new CliError(`${value} is not a calendar day; write it as YYYY-MM-DD`);
  }
  return value;
}

/** Says on standard error what could not be read, and remembers it in the exit code. */
export function reportProblem(problem: Problem): void {
  const line = problem.line === undefined ? "" : `:${problem.line}`;
  process.stderr.write(`${problem.path}${line}: ${problem.code} ${problem.message}\n`);
  process.exitCode = 1;
}

/** The reports of the files named on the command line, one by one; problems go to standard error. */
export async function* sourcesOf(
  paths: readonly string[],
  options: InputOptions,
): AsyncGenerator<ReportSource> {
  const { readPaths } = await import("../intake/index.ts");
  const { date, publication, input } = options;
  const given = {
    ...(date === undefined ? {} : { date }),
    ...(publication === undefined ? {} : { publication }),
    ...(input === undefined || input === "conllu" ? {} : { input }),
  };
  for await (const item of readPaths(paths, given)) {
    if ("problem" in item) reportProblem(item.problem);
    else yield item.source;
  }
}

/** Writes a line to standard output and waits where the reader is slower than we are. */
export async function writeLine(line: string): Promise<void> {
  if (process.stdout.write(`${line}\n`)) return;
  await new Promise<void>((resolve) => process.stdout.once("drain", () => resolve()));
}
