import { type Command, Option } from "commander";
import type { PartyRecord } from "../record/index.ts";
import type { LedgerLine } from "../view/index.ts";
import { isoDate, writeLine } from "./input.ts";
import { takesStore, withStore } from "./store.ts";

interface LedgerOptions {
  readonly store: string;
  readonly asOf?: string;
  readonly format: "jsonl" | "table";
}

export function register(program: Command): void {
  takesStore(program.command("ledger"))
    .description("Print what was demanded, threatened, offered and promised, and what became of it")
    .option(
      "--as-of <day>",
      "only what was published by then; today, or YYYY-MM-DD (default: the newest report)",
      asOf,
    )
    .addOption(
      new Option("--format <format>", "form of the output").choices(["jsonl", "table"]).default("jsonl"),
    )
    .action(async (options: LedgerOptions) => {
      const ledger = await withStore(options.store, {}, (store) => store.ledger(options.asOf ?? null));
      if (options.format === "jsonl")
        for (const entry of ledger.entries) await writeLine(JSON.stringify(entry));
      else for (const line of table(ledger.entries)) await writeLine(line);
      process.stderr.write(
        `${ledger.entries.length} entries as of ${ledger.asOf ?? "no day: no report has a date"}\n`,
      );
    });
}

function asOf(value: string): string {
  if (value !== "today") return isoDate(value);
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

const columns = ["kind", "state", "since", "deadline", "from", "to", "text"] as const;
const widest = 60;

/** The ledger as a text table for reading, in order of the day that its last state is of. */
function table(entries: readonly LedgerLine[]): string[] {
  const rows = [...columns.flatMap((name) => [name.toUpperCase()])];
  const cells = entries.map(cellsOf).sort((a, b) => (a[2]! < b[2]! ? -1 : a[2]! > b[2]! ? 1 : 0));
  const widths = columns.map((_, i) => Math.max(...[rows, ...cells].map((row) => [...row[i]!].length)));
  return [rows, ...cells].map((row) =>
    row
      .map((cell, i) => cell + " ".repeat(widths[i]! - [...cell].length))
      .join("  ")
      .trimEnd(),
  );
}

function cellsOf(entry: LedgerLine): string[] {
  const { kind, state, history, deadline, deadline_passed, issuer, conveyor, addressee, text } = entry;
  const from = issuer === null && conveyor !== null ? `? via ${partyName(conveyor)}` : partyName(issuer);
  const expires = deadline?.expires ?? "";
  const passed = deadline_passed === true ? " (passed)" : "";
  const cells = [
    kind,
    state ?? "",
    history.at(-1)?.date ?? "",
    expires + passed,
    from,
    partyName(addressee),
    text,
  ];
  return cells.map((cell) => shortened(cell.replace(/[\s\p{Cc}]+/gu, " ")));
}

function partyName(party: PartyRecord | null): string {
  if (party === null) return "?";
  return party.identifier_text ?? party.entity_text;
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= widest ? text : `${characters.slice(0, widest - 1).join("")}…`;
}
