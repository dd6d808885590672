import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import type { CorpusProblem } from "../record/index.ts";
import { CliError } from "./error.ts";

export function register(program: Command): void {
  const corpus = program.command("corpus").description("Work with the corpus of coded sentences");
  corpus
    .command("check")
    .description(
      "Check form, spans, codes, parts, duplicates, balance, and whether the parties give the type away",
    )
    .argument("[folder]", "folder of the corpus (default: the one that ships with the program)")
    .option("--doubts", "list what coders should look at again, though it is not wrong in form")
    .option("--tables", "print the figures and tables of the corpus as Markdown")
    .exitOverride()
    .action(async (folder: string | undefined, options: Options) => {
      await check(folder, options);
    });
}

interface Options {
  readonly tables?: boolean;
  readonly doubts?: boolean;
}

async function check(folder: string | undefined, { tables = false, doubts = false }: Options): Promise<void> {
  const { checkCorpus, percent } = await import("./corpus/check.ts");
  const { markdownOf } = await import("./corpus/markdown.ts");
  const data = fileURLToPath(new URL("../../data/", import.meta.url));
  let result: ReturnType<typeof checkCorpus>;
  try {
    result = checkCorpus(folder ?? `${data}corpus`, data);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new CliError(`no corpus there: ${(error as Error).message}`, 1);
  }
  for (const problem of result.problems) process.stderr.write(lineOf(problem));
  if (doubts) for (const doubt of result.doubts) process.stderr.write(lineOf(doubt));
  process.stderr.write(
    `${result.items} items, ${result.problems.length} problems, ${result.doubts.length} doubts\n`,
  );
  for (const { items, sight, model, accuracy, base } of result.rotation)
    process.stderr.write(
      `rotation\t${items}\t${sight}\t${model}\t${percent(accuracy)} against a base of ${percent(base)}\n`,
    );
  process.stderr.write(
    `${result.second} items coded twice, ${result.settled.decided} settled by a person, ${result.settled.byRule} by rule\n`,
  );
  for (const { field, measure, count, value, low, high, alpha } of result.agreement) {
    const figures = [percent(value), `${percent(low)} to ${percent(high)}`, alpha?.toFixed(2) ?? "-"];
    process.stderr.write(`${[field, measure, count, ...figures].join("\t")}\n`);
  }
  if (tables) process.stdout.write(markdownOf(result));
  if (result.problems.length > 0) process.exitCode = 1;
}

function lineOf({ path, line, id, code, message }: CorpusProblem): string {
  const at = [path, line, id].filter((part) => part !== undefined).join(":");
  return `${at}: ${code} ${message}\n`;
}
