import type { Command, Option } from "commander";
import { z } from "zod";
import { makeProgram } from "../src/cli/main.ts";
import { EventLineShape, ReadRecordShape, RelationShape } from "../src/record/index.ts";
import { LedgerRowShape } from "../src/view/index.ts";
import { lexiconFormat } from "./lexicon-format.ts";

/** The documents that are made from the program itself, by path; a test compares them with what is in the checkout. */
export function documents(): Map<string, string> {
  return new Map([
    ["docs/commands.md", commandsPage()],
    ["docs/lexicon-format.md", lexiconFormat()],
    ["docs/schema/read.json", schema("demarche read", ReadRecordShape)],
    ["docs/schema/code.json", schema("demarche code", EventLineShape)],
    ["docs/schema/relation.json", schema("demarche relation", RelationShape)],
    ["docs/schema/ledger.json", schema("demarche ledger", LedgerRowShape)],
  ]);
}

function schema(command: string, shape: z.ZodType): string {
  const made = z.toJSONSchema(shape, { target: "draft-2020-12" });
  return `${JSON.stringify({ title: `One line of \`${command}\``, ...made }, null, 2)}\n`;
}

function commandsPage(): string {
  const program = makeProgram();
  const lines = [
    "# Commands",
    "",
    "Made from the program by `npm run docs`. Every command reads `-` as standard input where it takes files, writes results to",
    "standard output and everything else to standard error, and exits 0, 1 (some input was bad; the rest was done) or 2 (called",
    "wrongly). The forms of the output are in [schema/](schema/).",
    "",
  ];
  for (const command of program.commands) lines.push(...commandSection(command));
  return `${lines.join("\n").trimEnd()}\n`;
}

function commandSection(command: Command): string[] {
  const usage = `demarche ${command.name()} ${command.usage()}`;
  const lines = [`## ${command.name()}`, "", `${command.description()}.`, "", "```", usage, "```", ""];
  if (command.options.length === 0) return lines;
  lines.push("| option | meaning | default |", "|---|---|---|");
  for (const option of command.options)
    lines.push(`| \`${option.flags}\` | ${meaning(option)} | ${standard(option)} |`);
  lines.push("");
  return lines;
}

function meaning(option: Option): string {
  const choices = option.argChoices === undefined ? "" : ` (${option.argChoices.join(", ")})`;
  return `${option.description}${choices}`.replaceAll("|", "\\|");
}

function standard(option: Option): string {
  return option.defaultValue === undefined ? "" : `\`${String(option.defaultValue)}\``;
}
