import { type Command, Option } from "commander";
import type { Store } from "../store/index.ts";
import { CliError } from "./error.ts";
import { keepInputs, openOutput, replaceFile } from "./output.ts";
import { takesStore, withStore } from "./store.ts";

interface ExportOptions {
  readonly store: string;
  readonly profile: "demarche";
  readonly format: "parquet" | "csv" | "jsonl";
  readonly out: string;
  readonly contents?: boolean;
}

export function register(program: Command): void {
  takesStore(program.command("export"))
    .description("Write the events of a store for other programs, without the names of private persons")
    .addOption(new Option("--profile <name>", "whose form").choices(["demarche"]).default("demarche"))
    .addOption(
      new Option("--format <format>", "parquet and csv are a flat table, jsonl has whole event lines")
        .choices(["parquet", "csv", "jsonl"])
        .default("jsonl"),
    )
    .option("--out <file>", "where to write; - is standard output", "-")
    .option("--contents", "write what acts demand, threaten, offer or aim at too, with `parent`")
    .action(async (options: ExportOptions) => {
      if (options.format === "parquet" && options.out === "-") {
        throw new CliError("a Parquet file is not written to a terminal or pipe; name one with --out FILE");
      }
      keepInputs(options.out, [options.store]);
      const count = await withStore(options.store, {}, (store) => exportEvents(store, options));
      process.stderr.write(`${count} rows\n`);
    });
}

async function exportEvents(
  store: Store,
  { format, out: path, contents = false }: ExportOptions,
): Promise<number> {
  if (format === "parquet") return replaceFile(path, (part) => store.exportParquet(part, { contents }));
  const out = await openOutput(path);
  let count = 0;
  if (format === "jsonl") {
    for await (const line of store.eventLines({ contents })) {
      await out.write(JSON.stringify(line));
      count += 1;
    }
  } else {
    const { csvHeader, csvLine } = await import("../record/index.ts");
    await out.write(csvHeader());
    for await (const rows of store.flatEvents({ contents })) {
      for (const row of rows) await out.write(csvLine(row));
      count += rows.length;
    }
  }
  await out.close();
  return count;
}
