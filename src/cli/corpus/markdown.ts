import { type CorpusCheck, percent } from "./check.ts";

/** The figures and tables of a check as Markdown, as they stand in the corpus' README. */
export function markdownOf(check: CorpusCheck): string {
  const { rotation: r } = check;
  const [least, q1, median, q3, most] = check.lengths;
  const figures = [
    `- ${check.items} items; ${percent(check.noEvent)} without an event; ${percent(check.fictional)} with fictional parties.`,
    `- ${check.second} items coded twice; of these ${check.settled.decided} settled by a person and ${check.settled.byRule} by rule, because nothing was left to decide.`,
    `- Words per item: ${least} to ${most}, quartiles ${q1}, ${median}, ${q3}. Items with an opening (first two words) of their own kind: ${percent(check.openings)}.`,
    `- Rotation test: from the parties alone (naive Bayes, ten folds by item, ${r.events} events) the type is guessed right in ${percent(r.accuracy)}, the commonest type is right in ${percent(r.base)}; difference ${points(r.accuracy - r.base)} points, 95 % interval ${points(r.low)} to ${points(r.high)}.`,
  ];
  const tables = check.tables.map(({ title, head, rows }) =>
    [`### ${title}`, "", line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n"),
  );
  return `${[figures.join("\n"), ...agreementTable(check), ...tables].join("\n\n")}\n`;
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

function line(cells: readonly (string | number)[]): string {
  return `| ${cells.join(" | ")} |`;
}

function points(share: number): string {
  return (share * 100).toFixed(1);
}
