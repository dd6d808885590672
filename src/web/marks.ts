import type { EventLine, InnerAct, ReadRecord } from "../record/index.ts";
import type { Layer } from "./segments.ts";
import { type Relation, standingOf } from "./words.ts";

/** An act of a report with its place in the text: an event, or what stands inside one. */
export interface ActMark {
  readonly id: string;
  readonly act: EventLine | InnerAct;
  /** The event line that it belongs to: itself, if it is asserted. */
  readonly event: EventLine;
  /** The act that speaks of it, or null for an event. */
  readonly parent: EventLine | InnerAct | null;
  /** `null` for an event; else what it is for its parent: demanded, threatened … */
  readonly standing: string | null;
  /** Trigger in UTF-16 units. */
  readonly from: number;
  readonly to: number;
}

/** Marks whose words touch or overlap: they are one thing to click on. */
export interface Cluster {
  readonly from: number;
  readonly to: number;
  readonly marks: readonly ActMark[];
}

/** The acts of a record: each event, followed by what it demands, threatens, offers or aims at. */
export function actMarks(record: ReadRecord, offset: (codePoint: number) => number): ActMark[] {
  const marks: ActMark[] = [];
  const add = (
    act: EventLine | InnerAct,
    event: EventLine,
    parent: ActMark["parent"],
    as: Relation | null,
  ) => {
    const standing = as === null || parent === null ? null : standingOf(as, parent, act);
    const { start, end } = act.trigger;
    marks.push({ id: act.id, act, event, parent, standing, from: offset(start), to: offset(end) });
    for (const inner of act.content) add(inner, event, act, "content");
    if (act.consequence !== null) add(act.consequence, event, act, "consequence");
    for (const inner of act.purpose) add(inner, event, act, "purpose");
  };
  for (const event of record.events) add(event, event, null, null);
  return marks;
}

/** Joins marks that overlap, in text order; in each, asserted events come first. */
export function clusters(marks: readonly ActMark[]): Cluster[] {
  const sorted = marks.filter((mark) => mark.from < mark.to).sort((a, b) => a.from - b.from || b.to - a.to);
  const found: { from: number; to: number; marks: ActMark[] }[] = [];
  for (const mark of sorted) {
    const last = found.at(-1);
    if (last !== undefined && mark.from < last.to) {
      last.to = Math.max(last.to, mark.to);
      last.marks.push(mark);
    } else {
      found.push({ from: mark.from, to: mark.to, marks: [mark] });
    }
  }
  for (const cluster of found) {
    cluster.marks.sort(
      (a, b) => Number(a.standing !== null) - Number(b.standing !== null) || a.from - b.from,
    );
  }
  return found;
}

/** What is shown of a text whatever is selected: parts, citations, cross-references, words of attribution. */
export function standingLayers(record: ReadRecord, offset: (codePoint: number) => number): Layer[] {
  const layer = (name: string, { start, end }: { start: number; end: number }): Layer => {
    return { name, from: offset(start), to: offset(end) };
  };
  return [
    ...record.sentences.filter(({ part }) => part !== "report").map((s) => layer(s.part, s)),
    ...record.citations.map((citation) => layer("citation", citation)),
    ...record.cross_references.map((reference) => layer("citation", reference)),
    ...record.events.flatMap((event) => event.attribution.map((a) => layer("cue", a))),
  ];
}

/** The words that fill the roles of a selected act. */
export function roleLayers(act: EventLine | InnerAct, offset: (codePoint: number) => number): Layer[] {
  const layers: Layer[] = [];
  const add = (name: string, span: { start: number; end: number } | null) => {
    if (span !== null) layers.push({ name, from: offset(span.start), to: offset(span.end) });
  };
  for (const party of act.actor) add("actor", party);
  for (const party of act.recipient) add("recipient", party);
  for (const { speaker } of act.attribution) add("speaker", speaker);
  add("place", act.event_loc);
  add("condition", act.condition);
  return layers;
}
