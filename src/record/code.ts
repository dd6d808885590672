import type { EventLine, InnerAct, ReadRecord } from "./shape.ts";

/**
 * The event lines of a report, as `demarche code` prints them. With `contents`, what each act demands, threatens, offers
 * or aims at follows it as lines of their own with `parent`; without, they stand only inside the act that speaks of them.
 */
export function codeLines(record: ReadRecord, options: { readonly contents?: boolean } = {}): EventLine[] {
  if (!(options.contents ?? false)) return record.events;
  const lines: EventLine[] = [];
  for (const event of record.events) {
    lines.push(event);
    addInner(lines, event, event);
  }
  return lines;
}

function addInner(lines: EventLine[], parent: EventLine | InnerAct, event: EventLine): void {
  const inner = [
    ...parent.content,
    ...(parent.consequence === null ? [] : [parent.consequence]),
    ...parent.purpose,
  ];
  for (const act of inner) {
    const { report, input, part, text_info, cite_info, coder, codebook } = event;
    const of = { report, input, part, text_info, cite_info, coder, codebook, same_as: null, comment: null };
    lines.push({ ...act, ...of, parent: parent.id });
    addInner(lines, act, event);
  }
}

/** Why things were left uncoded, counted by reason, in alphabetical order. */
export function countAbstentions(record: ReadRecord): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { reason } of record.abstentions) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
