import type { Command } from "commander";
import { CliError } from "./error.ts";
import { overlayOption, reportProblem, writeLine } from "./input.ts";

export function register(program: Command): void {
  program
    .command("relation")
    .description(
      "Say which PLOVER type holds between two marked parties of a sentence: JSON lines in, one line out for each",
    )
    .argument(
      "<file...>",
      'JSON lines {"id", "text", "actor": [start, end], "recipient": [start, end]}; - is standard input',
    )
    .addOption(overlayOption())
    .action(relations);
}

interface Question {
  readonly id: unknown;
  readonly text: string;
  readonly actor: readonly [number, number] | null;
  readonly recipient: readonly [number, number] | null;
}

async function relations(files: string[], { overlay }: { overlay?: string }): Promise<void> {
  const { loadResources } = await import("../node.ts");
  const { relationRecord } = await import("../record/index.ts");
  const { relate } = await import("../pipeline.ts");
  const { readText } = await import("./conllu.ts");
  const resources = loadResources({ overlay, onProblem: reportProblem });
  for (const file of files) {
    const text = await readText(file);
    if (text === null) continue;
    for (const [i, line] of text.split(/\r?\n/).entries()) {
      if (line.trim() === "") continue;
      const question = readQuestion(line, file, i + 1);
      if (question === null) continue;
      const units = utf16Offsets(question.text);
      const range = (span: Question["actor"]) =>
        span === null ? null : { from: units(span[0]), to: units(span[1]) };
      const parties = { actor: range(question.actor), recipient: range(question.recipient) };
      const relation = relate(question.text, parties, resources);
      await writeLine(JSON.stringify(relationRecord(question.id, relation, resources)));
    }
  }
}

function readQuestion(line: string, path: string, number: number): Question | null {
  const fault = (message: string) => {
    reportProblem({ code: "bad-question", path, line: number, message });
    return null;
  };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return fault("The line is not JSON; mend it.");
  }
  if (typeof value !== "object" || value === null) return fault("The line is no object.");
  const { id, text, actor = null, recipient = null } = value as Record<string, unknown>;
  if (typeof text !== "string") return fault("The line has no `text`.");
  const length = [...text].length;
  if (!isSpan(actor, length))
    return fault("`actor` is not [start, end] in code points of the text, nor null.");
  if (!isSpan(recipient, length))
    return fault("`recipient` is not [start, end] in code points of the text, nor null.");
  return { id: id ?? null, text, actor, recipient };
}

function isSpan(value: unknown, length: number): value is [number, number] | null {
  if (value === null) return true;
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [start, end] = value as unknown[];
  return (
    Number.isInteger(start) &&
    Number.isInteger(end) &&
    0 <= (start as number) &&
    (start as number) < (end as number) &&
    (end as number) <= length
  );
}

/** UTF-16 offset of a code point offset. */
function utf16Offsets(text: string): (point: number) => number {
  const offsets: number[] = [];
  let at = 0;
  for (const point of text) {
    offsets.push(at);
    at += point.length;
  }
  offsets.push(at);
  return (point) => {
    const offset = offsets[point];
    if (offset === undefined)
      throw new CliError(`${point} lies outside a text of ${offsets.length - 1} code points`);
    return offset;
  };
}
