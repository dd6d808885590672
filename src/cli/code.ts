import { type Command, Option } from "commander";
import { CliError } from "./error.ts";
import { type InputOptions, takesReports } from "./input.ts";
import { keepInputs, openOutput, replaceFile } from "./output.ts";

interface CodeOptions extends InputOptions {
  readonly explain?: boolean;
  readonly contents?: boolean;
  readonly format: "jsonl" | "csv" | "parquet";
  readonly out: string;
}

export function register(program: Command): void {
  takesReports(program.command("code"))
    .description("Print the events that each report asserts: one JSON line each, in text order")
    .option("--explain", "add to every act the rules, lexicon lines and spans that made it")
    .option("--contents", "print what acts demand, threaten, offer or aim at too, with `parent`")
    .addOption(
      new Option("--format <format>", "form of the output; csv and parquet are a flat table")
        .choices(["jsonl", "csv", "parquet"])
        .default("jsonl"),
    )
    .option("--out <file>", "where to write; - is standard output", "-")
    .action(async (files: string[], options: CodeOptions) => {
      if (options.format === "parquet" && options.out === "-") {
        throw new CliError("a Parquet file is not written to a terminal or pipe; name one with --out FILE");
      }
      keepInputs(options.out, files);
      await code(files, options);
    });
}

async function code(files: readonly string[], options: CodeOptions): Promise<void> {
  const { recordsOf } = await import("./records.ts");
  const { codeLines, csvHeader, csvLine, flatRow } = await import("../record/index.ts");
  const contents = options.contents ?? false;
  const lines = async function* () {
    for await (const record of recordsOf(files, options, options.explain ?? false)) {
      yield* codeLines(record, { contents });
    }
  };
  if (options.format === "parquet") {
    const { writeParquet } = await import("../store/index.ts");
    await replaceFile(options.out, (part) => writeParquet(part, lines()));
    return;
  }
  const out = await openOutput(options.out);
  if (options.format === "csv") await out.write(csvHeader());
  for await (const line of lines()) {
    await out.write(options.format === "csv" ? csvLine(flatRow(line)) : JSON.stringify(line));
  }
  await out.close();
}
