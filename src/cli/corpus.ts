import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { CliError } from "./error.ts";

export function register(program: Command): void {
  const corpus = program.command("corpus").description("Work with the corpus of coded sentences");
  corpus
    .command("check")
    .description(
      "Check form, spans, codes, parts, duplicates, balance, and whether the parties give the type away",
    )
    .argument("[folder]", "folder of the corpus (default: the one that ships with the program)")
    .option("--tables", "print the figures and tables of the corpus as Markdown")
    .exitOverride()
    .action(async (folder: string | undefined, options: { tables?: boolean }) => {
      await check(folder, options.tables ?? false);
    });
}

async function check(folder: string | undefined, tables: boolean): Promise<void> {
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
  for (const { path, line, id, code, message } of result.problems) {
    const at = [path, line, id].filter((part) => part !== undefined).join(":");
    process.stderr.write(`${at}: ${code} ${message}\n`);
  }
  const { rotation: r } = result;
  process.stderr.write(
    `${result.items} items, ${result.problems.length} problems; rotation ${percent(r.accuracy)} against a base of ${percent(r.base)}\n`,
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
