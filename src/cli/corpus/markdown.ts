import { type CorpusCheck, percent } from "./check.ts";
import { groupBy } from "./tally.ts";

/** The figures and tables of a check as Markdown, as they stand in the corpus' README. */
export function markdownOf(check: CorpusCheck): string {
  const doubts = [...groupBy(check.doubts, ({ code }) => code)].map(([code, of]) => `${code} ${of.length}`);
  const [least, q1, median, q3, most] = check.lengths;
  const figures = [
    `- ${check.items} items; ${percent(check.noEvent)} without an event; ${percent(check.fictional)} with fictional parties.`,
    `- ${check.second} items coded twice; of these ${check.settled.decided} settled by a person and ${check.settled.byRule} by rule, because nothing was left to decide: ${(["train", "dev", "test"] as const).map((part) => `${percent(check.settled.parts[part])} of ${part}`).join(", ")}. The others have the first coder's acts.`,
    `- Words per item: ${least} to ${most}, quartiles ${q1}, ${median}, ${q3}. Items with an opening (first two words) of their own kind: ${percent(check.openings)}.`,
    `- Near-duplicates, names and numbers apart: none; the two most alike items of different parts have ${percent(check.likeness.highest)} of their runs of four words in common. Of ${check.likeness.runs} runs of six words ${check.likeness.sharedRuns} stand in more than one item.`,
    `- Doubts of \`demarche corpus check --doubts\` (most are false alarms): ${doubts.length === 0 ? "none" : doubts.join(", ")}.`,
  ];
  const tables = check.tables.map(({ title, head, rows }) =>
    [`### ${title}`, "", line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n"),
  );
  return `${[figures.join("\n"), ...agreementTable(check), rotationTable(check), ...tables].join("\n\n")}\n`;
}

function agreementTable({ agreement }: CorpusCheck): string[] {
  if (agreement.length === 0) return [];
  const head = ["field", "compared", "agreement", "95 % interval", "alpha"];
  const rows = agreement.map(({ field, measure, count, value, low, high, alpha }) => [
    field,
    count,
    `${percent(value)}${measure === "f1" ? " F1" : ""}`,
    `${points(low)} to ${points(high)}`,
    alpha === null ? "" : alpha.toFixed(2),
  ]);
  return [
    ["### Consistency of one maker", "", line(head), line(head.map(() => "---")), ...rows.map(line)].join(
      "\n",
    ),
  ];
}

function rotationTable({ rotation }: CorpusCheck): string {
  const head = [
    "items",
    "what is seen",
    "model",
    "events",
    "right",
    "masked",
    "commonest type",
    "points more",
    "95 % interval",
  ];
  const rows = rotation.map(
    ({ items, sight, model, events, accuracy, masked, commonest, base, low, high }) => [
      ...[items, sight === "all" ? "states, organisations, listed names" : sight, model, events],
      ...[
        percent(accuracy),
        percent(masked),
        percent(commonest),
        points(accuracy - base),
        `${points(low)} to ${points(high)}`,
      ],
    ],
  );
  const title = "### Rotation test: the type of an event guessed from its parties alone, ten folds by item";
  const note =
    "“Masked”: naive Bayes sees how many parties there are on each side, not who. “More” is over the better of masked and commonest.";
  return [title, "", note, "", line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function line(cells: readonly (string | number)[]): string {
  return `| ${cells.join(" | ")} |`;
}

function points(share: number): string {
  return (share * 100).toFixed(1);
}
