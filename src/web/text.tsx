import { useMemo } from "preact/hooks";
import type { ReadRecord } from "../record/index.ts";
import { reportAddress } from "./address.ts";
import type { ActMark, Cluster } from "./marks.ts";
import { shortParties } from "./party.tsx";
import { type Layer, type Paragraph, paragraphs, type Segment, segment } from "./segments.ts";

interface TextProps {
  readonly record: ReadRecord;
  readonly clusters: readonly Cluster[];
  /** What is shown beside the marks: citations, cues, roles of the selected act. */
  readonly layers: readonly Layer[];
  readonly active: ActMark | null;
  readonly onOpen: (mark: ActMark, byKeyboard: boolean) => void;
}

/** A report's text as published, every coded passage a link to its card. It is only ever text. */
export function ReportText({ record, clusters, layers, active, onOpen }: TextProps) {
  const { text } = record;
  const blocks = useMemo(() => paragraphs(text), [text]);
  const pieces = useMemo(() => {
    const all = [
      ...layers,
      ...blocks.map(({ from, to }): Layer => ({ from, to, name: paragraphName })),
      ...clusters.map(({ from, to }, i): Layer => ({ from, to, name: `${clusterPrefix}${i}` })),
    ];
    return byParagraph(segment(0, text.length, all));
  }, [text, blocks, clusters, layers]);
  return (
    <article class="text" lang={record.language === "und" ? undefined : record.language}>
      {pieces.map((runs, i) => (
        <p class={classOf(blocks[i])} key={runs[0]!.segments[0]!.from}>
          {runs.map((run) => {
            const words = run.segments.map((part) => <Words text={text} part={part} key={part.from} />);
            const cluster = run.cluster === null ? undefined : clusters[run.cluster];
            if (cluster === undefined) return words;
            return (
              <Mark
                record={record}
                cluster={cluster}
                active={active}
                onOpen={onOpen}
                key={`m${cluster.from}`}
              >
                {words}
              </Mark>
            );
          })}
        </p>
      ))}
    </article>
  );
}

function classOf(block: Paragraph | undefined): string | undefined {
  if (block === undefined || !block.isLines) return undefined;
  return block.isHeader ? "lines header" : "lines";
}

const paragraphName = "paragraph";
const clusterPrefix = "cluster ";

/** Segments of one paragraph that belong to one mark, or to none. */
interface Run {
  readonly cluster: number | null;
  readonly segments: Segment[];
}

function byParagraph(segments: readonly Segment[]): Run[][] {
  const found: Run[][] = [];
  let isInside = false;
  for (const part of segments) {
    if (!part.names.includes(paragraphName)) {
      isInside = false;
      continue;
    }
    if (!isInside) found.push([]);
    isInside = true;
    const name = part.names.find((n) => n.startsWith(clusterPrefix));
    const cluster = name === undefined ? null : Number(name.slice(clusterPrefix.length));
    const runs = found.at(-1)!;
    const last = runs.at(-1);
    if (last !== undefined && last.cluster === cluster) last.segments.push(part);
    else runs.push({ cluster, segments: [part] });
  }
  return found;
}

function Words({ text, part }: { text: string; part: Segment }) {
  const words = text.slice(part.from, part.to);
  const names = part.names.filter((name) => name !== paragraphName && !name.startsWith(clusterPrefix));
  return <span class={names.length === 0 ? undefined : names.join(" ")}>{words}</span>;
}

interface MarkProps extends Pick<TextProps, "record" | "active" | "onOpen"> {
  readonly cluster: Cluster;
  readonly children: preact.ComponentChildren;
}

function Mark({ record, cluster, active, onOpen, children }: MarkProps) {
  const { marks } = cluster;
  const at = marks.findIndex((mark) => mark.id === active?.id);
  const shown = marks[Math.max(at, 0)]!;
  const events = marks.filter((mark) => mark.standing === null).length;
  const open = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onOpen(at < 0 ? shown : marks[(at + 1) % marks.length]!, event.detail === 0);
  };
  return (
    <a
      class={`mark q${marks[0]!.act.quad_code} ${marks[0]!.standing === null ? "asserted" : "inner"}`}
      href={reportAddress(record.report, shown.id)}
      aria-current={at < 0 ? undefined : "true"}
      title={marks.map(describe).join("\n")}
      data-from={cluster.from}
      data-count={events > 1 ? events : undefined}
      draggable={false}
      onClick={open}
    >
      {children}
    </a>
  );
}

/** An act in one line, for titles and for screen readers. */
export function describe({ act, standing }: ActMark): string {
  const type = `${act.event.join(", ")}${act.mode.length === 0 ? "" : ` (${act.mode.join(", ")})`}`;
  const actors = act.actor.length === 0 ? "somebody" : shortParties(act.actor);
  const to = act.recipient.length === 0 ? "" : ` → ${shortParties(act.recipient)}`;
  return `${standing === null ? "" : `${standing}, not asserted: `}${type}: ${actors}${to}`;
}
