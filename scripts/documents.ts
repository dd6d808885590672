import type { Command, Option } from "commander";
import { z } from "zod";
import { makeProgram } from "../src/cli/main.ts";
import { EventLineShape, ReadRecordShape, RelationShape } from "../src/record/index.ts";
import { createApp, type ReportAdder, type ReportsSource } from "../src/server/index.ts";
import { LedgerRowShape } from "../src/view/index.ts";
import { lexiconFormat } from "./lexicon-format.ts";

/** The documents that are made from the program itself, by path; a test compares them with what is in the checkout. */
export async function documents(): Promise<Map<string, string>> {
  return new Map([
    ["docs/commands.md", commandsPage()],
    ["docs/api.md", await apiPage()],
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

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly { name: string; in: string; required?: boolean; description?: string }[];
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}

/** The HTTP API as its own description has it. Nothing is asked of the store for that. */
async function apiPage(): Promise<string> {
  const app = createApp({
    store: {} as ReportsSource,
    pool: {} as ReportAdder,
    resourcesVersion: "",
    hosts: "any",
  });
  const response = await app.request("/api/openapi.json");
  const { paths } = (await response.json()) as { paths: Record<string, Record<string, Operation>> };
  const lines = [
    "# HTTP API",
    "",
    "Made from the program by `npm run docs`. `demarche serve` answers these on your own machine; `/api/openapi.json` describes them in",
    "full. Errors are `application/problem+json` with `status`, `code` and `message`.",
    "",
  ];
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(methods))
      lines.push(...routeSection(path, method, operation));
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

function routeSection(path: string, method: string, operation: Operation): string[] {
  const lines = [`## ${method.toUpperCase()} ${path}`, ""];
  const about = operation.description ?? operation.summary;
  if (about !== undefined) lines.push(about, "");
  for (const { name, description = "" } of operation.parameters ?? [])
    lines.push(`- \`${name}\`: ${description}`);
  if ((operation.parameters ?? []).length > 0) lines.push("");
  lines.push("| status | meaning |", "|---|---|");
  for (const [status, { description }] of Object.entries(operation.responses))
    lines.push(`| ${status} | ${description} |`);
  lines.push("");
  return lines;
}
