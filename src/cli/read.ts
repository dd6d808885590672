import type { Command } from "commander";
import { type InputOptions, takesReports, writeLine } from "./input.ts";

export function register(program: Command): void {
  takesReports(program.command("read"))
    .description("Print everything the program reads in each report: one JSON object a report")
    .option("--explain", "add to every act the rules, lexicon lines and spans that made it")
    .action(async (files: string[], options: InputOptions & { explain?: boolean }) => {
      const { recordsOf } = await import("./records.ts");
      for await (const record of recordsOf(files, options, options.explain ?? false)) {
        await writeLine(JSON.stringify(record));
      }
    });
}
