import { Command, CommanderError } from "commander";
import { VERSION } from "../version.ts";
import { register as add } from "./add.ts";
import { register as code } from "./code.ts";
import { register as corpus } from "./corpus.ts";
import { CliError } from "./error.ts";
import { register as exportEvents } from "./export.ts";
import { register as ledger } from "./ledger.ts";
import { register as parse } from "./parse.ts";
import { register as read } from "./read.ts";
import { register as relation } from "./relation.ts";
import { register as serve } from "./serve.ts";

/** The whole command line, for running and for the test that every command and option is documented. */
export function makeProgram(): Command {
  const program = new Command("demarche")
    .description(
      "Reads reports of a crisis and keeps a sourced, dated record of who did what to whom, and who said so.",
    )
    .version(VERSION)
    .showHelpAfterError("(demarche COMMAND --help tells more)")
    .enablePositionalOptions();
  for (const register of [parse, relation, read, code, add, ledger, exportEvents, corpus, serve])
    register(program);
  for (const command of program.commands) command.exitOverride();
  return program.exitOverride();
}

/** Runs a command line and gives its exit code: 0 done, 1 some input was bad and the rest is done, 2 called wrongly. */
export async function main(args: readonly string[]): Promise<number> {
  process.exitCode = 0;
  try {
    await makeProgram().parseAsync([...args], { from: "user" });
    return process.exitCode;
  } catch (error) {
    return exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof CliError) {
    process.stderr.write(`demarche: ${error.message}\n`);
    return error.exitCode;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `demarche: this should not happen; please report it with the lines below\n${detail}\n`,
  );
  return 1;
}
