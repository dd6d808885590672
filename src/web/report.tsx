import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ReadRecord } from "../record/index.ts";
import { reportAddress } from "./address.ts";
import { fetchReport } from "./api.ts";
import { Card } from "./card.tsx";
import { utf16Offsets } from "./code-points.ts";
import { datesWords } from "./dates.ts";
import { useLoading } from "./loading.ts";
import { type ActMark, actMarks, clusters, roleLayers, standingLayers } from "./marks.ts";
import { ExampleNotice, Failure, MachineNotice, Waiting } from "./message.tsx";
import { navigate, useKeys } from "./navigation.ts";
import { Overview } from "./overview.tsx";
import type { Layer } from "./segments.ts";
import { describe, ReportText } from "./text.tsx";
import { quadNames, quadShapes, reportDateBasis } from "./words.ts";

/** One report: its text with what was coded in it, and beside it a card or the overview. */
export function ReportPage({ id, act }: { id: string; act: string | null }) {
  const [loading, retry] = useLoading(id, (signal) => fetchReport(id, signal));
  if (loading.state === "waiting") return <Waiting>Reading the report …</Waiting>;
  if (loading.state === "failed") {
    return <Failure error={loading.error} what="The report could not be read" onRetry={retry} />;
  }
  return <Reading record={loading.value} act={act} />;
}

interface Spot {
  readonly start: number;
  readonly end: number;
}

function Reading({ record, act }: { record: ReadRecord; act: string | null }) {
  const offset = useMemo(() => utf16Offsets(record.text), [record.text]);
  const cut = useCallback(
    ({ start, end }: Spot) => record.text.slice(offset(start), offset(end)),
    [record, offset],
  );
  const marks = useMemo(() => actMarks(record, offset), [record, offset]);
  const groups = useMemo(() => clusters(marks), [marks]);
  const standing = useMemo(() => standingLayers(record, offset), [record, offset]);
  const active = marks.find((mark) => mark.id === act) ?? null;
  const [spot, setSpot] = useState<Spot | null>(null);
  const layers = useMemo(() => {
    const shown: Layer[] = [...standing];
    if (active !== null) shown.push(...roleLayers(active.act, offset));
    if (spot !== null) shown.push({ name: "spot", from: offset(spot.start), to: offset(spot.end) });
    return shown;
  }, [standing, active, spot, offset]);
  const open = useOpening(
    record,
    groups.flatMap((group) => group.marks),
    active,
  );
  useEffect(() => {
    document.title = `${titleOf(record)} · Demarche`;
  }, [record]);
  useEffect(() => {
    if (spot !== null) document.querySelector(".text .spot")?.scrollIntoView({ block: "center" });
  }, [spot]);
  return (
    <div class={`report-page ${active === null ? "" : "has-card"}`}>
      <div class="reading">
        <ReportHead record={record} />
        <ReportText record={record} clusters={groups} layers={layers} active={active} onOpen={open} />
      </div>
      <aside class="side" aria-label={active === null ? "What was read in this report" : "Selected passage"}>
        {active === null ? (
          <Overview
            record={record}
            cut={cut}
            onSpot={(span) => setSpot({ start: span.start, end: span.end })}
          />
        ) : (
          <>
            <CardBar record={record} marks={groups.flatMap((group) => group.marks)} active={active} />
            <Card record={record} mark={active} cut={cut} />
          </>
        )}
      </aside>
      <p class="unseen" role="status">
        {active !== null && describe(active)}
      </p>
    </div>
  );
}

/** Opens cards by click and by key, and keeps the selected passage in view. */
function useOpening(record: ReadRecord, marks: readonly ActMark[], active: ActMark | null) {
  const focusCard = useRef(false);
  const last = useRef<ActMark | null>(null);
  const open = useCallback(
    (mark: ActMark, byKeyboard: boolean) => {
      focusCard.current = byKeyboard;
      navigate(reportAddress(record.report, mark.id), { replace: active !== null });
    },
    [record.report, active !== null],
  );
  useKeys(
    useCallback(
      (event: KeyboardEvent) => {
        const by = steps[event.key];
        if (event.key === "Escape" && active !== null) {
          navigate(reportAddress(record.report), { replace: true });
        } else if (by !== undefined && marks.length > 0) {
          const at = active === null ? startOf(marks, by) : marks.indexOf(active) + by;
          const next = marks[(at + marks.length) % marks.length]!;
          open(next, false);
          if (document.activeElement?.classList.contains("mark"))
            elementOf(next)?.focus({ preventScroll: true });
        } else return;
        event.preventDefault();
      },
      [marks, active, open, record.report],
    ),
  );
  useEffect(() => {
    if (active !== null) {
      elementOf(active)?.scrollIntoView({ block: "nearest" });
      if (focusCard.current) document.getElementById("card-title")?.focus({ preventScroll: true });
    } else if (last.current !== null && isLost(document.activeElement)) {
      elementOf(last.current)?.focus({ preventScroll: true });
    }
    focusCard.current = false;
    last.current = active;
  }, [active]);
  return open;
}

const steps: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, j: 1, ArrowLeft: -1, k: -1 };

/** Where stepping begins without a card: at the mark that has the focus, or at the first or the last. */
function startOf(marks: readonly ActMark[], by: 1 | -1): number {
  const from = document.activeElement?.getAttribute("data-from") ?? null;
  const at = from === null ? -1 : marks.findIndex((mark) => String(mark.from) === from);
  return at >= 0 ? at : by === 1 ? 0 : marks.length - 1;
}

function isLost(element: Element | null): boolean {
  return element === null || element === document.body;
}

function elementOf(mark: ActMark): HTMLElement | null {
  const elements = document.querySelectorAll<HTMLElement>(".text .mark");
  let found: HTMLElement | null = null;
  for (const element of elements) {
    if (Number(element.dataset["from"]) > mark.from) break;
    found = element;
  }
  return found;
}

/** Which of the marks the card shows, the way to the next, and the way out. */
function CardBar({
  record,
  marks,
  active,
}: {
  record: ReadRecord;
  marks: readonly ActMark[];
  active: ActMark;
}) {
  const at = marks.indexOf(active);
  const link = (by: 1 | -1) =>
    reportAddress(record.report, marks[(at + by + marks.length) % marks.length]!.id);
  return (
    <nav class="card-bar" aria-label="Coded passages">
      <a href={reportAddress(record.report)}>All of the report</a>
      <span class="steps">
        <a href={link(-1)} aria-label="Previous passage">
          ←
        </a>
        <span>
          {at + 1} of {marks.length}
        </span>
        <a href={link(1)} aria-label="Next passage">
          →
        </a>
      </span>
    </nav>
  );
}

function titleOf(record: ReadRecord): string {
  if (record.title !== null) return record.title;
  const named = [record.publication, datesWords(record)].filter((part) => part !== null);
  return named.length === 0 ? "Report without a title" : named.join(", ");
}

function ReportHead({ record }: { record: ReadRecord }) {
  const { publication, volume, issue, url, language } = record;
  const isExample = record.example || /^example text\b/im.test(record.text);
  const number = [volume === null ? null : `volume ${volume}`, issue === null ? null : `issue ${issue}`];
  // A report without a title goes by its publication and day, which need not be said twice.
  const named = [record.title === null ? null : (publication ?? "no publication named"), ...number];
  return (
    <header class="report-head">
      <h1>{titleOf(record)}</h1>
      <p class="facts-line">
        {named.some((part) => part !== null) && (
          <span>{named.filter((part) => part !== null).join(", ")}</span>
        )}
        <PublicationDate record={record} />
        {url !== null && <Source url={url} />}
      </p>
      {isExample && <ExampleNotice />}
      {language !== "en" && (
        <p class="notice" role="note">
          <strong>Not coded.</strong> The text is not recognised as English ({language}); only English is
          coded.
        </p>
      )}
      <MachineNotice coder={record.coder} />
      {record.events.length > 0 && <Legend />}
    </header>
  );
}

/** The day of publication, unless the title says it, and how it is known. */
function PublicationDate({ record }: { record: ReadRecord }) {
  const date = datesWords(record);
  if (date === null) return <span>date not known</span>;
  const basis = record.date_basis === "header" ? "" : reportDateBasis[record.date_basis];
  if (record.title !== null) {
    return (
      <span>
        {date}
        {basis !== "" && <span class="how">, {basis}</span>}
      </span>
    );
  }
  return basis === "" ? null : <span class="how">date {basis}</span>;
}

/** The page that the report was published on; an address that is no web address stays text. */
function Source({ url }: { url: string }) {
  if (!/^https?:\/\//i.test(url)) return <span>{url}</span>;
  return (
    <a href={url} rel="noreferrer noopener external" target="_blank">
      as published
    </a>
  );
}

function Legend() {
  return (
    <ul class="legend" aria-label="How passages are marked">
      {[1, 2, 3, 4].map((quad) => (
        <li class={`q${quad}`} key={quad}>
          <span class="shape" aria-hidden="true">
            {quadShapes[quad]}
          </span>{" "}
          <span class="sample">{quadNames[quad]}</span>
        </li>
      ))}
      <li class="inner">
        <span class="sample">dashed</span>: demanded, threatened, offered; not said to have happened
      </li>
    </ul>
  );
}
