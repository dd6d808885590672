import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { ReportRow } from "../view/index.ts";
import { listAddress, reportAddress } from "./address.ts";
import { fetchReports, type ReportPage } from "./api.ts";
import { datesWords } from "./dates.ts";
import { asApiError, useLoading } from "./loading.ts";
import { Failure, Waiting } from "./message.tsx";
import { navigate, useKeys } from "./navigation.ts";
import { counted } from "./words.ts";

/** The reports in the store, with a filter. */
export function ListPage({ words }: { words: string }) {
  const [loading, retry, replace] = useLoading(words, (signal) => fetchReports(words, null, signal));
  const rows = useRef<HTMLOListElement>(null);
  const filter = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.title = "Reports · Demarche";
  }, []);
  useKeys(
    useCallback((event: KeyboardEvent) => {
      if (event.key === "j" || event.key === "k") {
        moveFocus(rows.current, event.key === "j" ? 1 : -1);
        event.preventDefault();
      } else if (event.key === "/") {
        filter.current?.focus();
        event.preventDefault();
      }
    }, []),
  );
  return (
    <div class="list-page">
      <div class="list-head">
        <h1>Reports</h1>
        <Filter words={words} input={filter} />
      </div>
      {loading.state === "waiting" && <Waiting>Reading the store …</Waiting>}
      {loading.state === "failed" && (
        <Failure error={loading.error} what="The list could not be read" onRetry={retry} />
      )}
      {loading.state === "here" && <Rows page={loading.value} words={words} list={rows} onMore={replace} />}
    </div>
  );
}

/** Moves the focus by one row, from the first or the last where none has it. */
function moveFocus(list: HTMLElement | null, by: 1 | -1): void {
  const links = [...(list?.querySelectorAll<HTMLElement>("a.row") ?? [])];
  const at = links.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 ? (by === 1 ? 0 : links.length - 1) : at + by;
  links[Math.min(Math.max(next, 0), links.length - 1)]?.focus();
}

function Filter({ words, input }: { words: string; input: { current: HTMLInputElement | null } }) {
  const [typed, setTyped] = useState(words);
  useEffect(() => setTyped(words), [words]);
  useEffect(() => {
    const trimmed = typed.trim();
    if (trimmed === words) return;
    const timer = setTimeout(() => navigate(listAddress(trimmed), { replace: true }), 250);
    return () => clearTimeout(timer);
  }, [typed, words]);
  return (
    <search class="filter">
      <label for="filter">Reports with the words</label>
      <input
        id="filter"
        ref={input}
        type="search"
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
        placeholder="Filter"
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") event.currentTarget.blur();
        }}
      />
      <span class="key" aria-hidden="true">
        /
      </span>
    </search>
  );
}

interface RowsProps {
  readonly page: ReportPage;
  readonly words: string;
  readonly list: { current: HTMLOListElement | null };
  readonly onMore: (page: ReportPage) => void;
}

function Rows({ page, words, list, onMore }: RowsProps) {
  if (page.reports.length === 0) return words === "" ? <EmptyStore /> : <NoneFound words={words} />;
  return (
    <>
      <p class="count" role="status">
        <span>
          {counted(page.total, "report")}
          {words !== "" && <> with “{words}”</>}. Machine-coded and unchecked
          {page.reports.some((report) => !report.machine_coded) ? " where not said otherwise." : "."}
        </span>
        <span class="keys" aria-hidden="true">
          <kbd>j</kbd> <kbd>k</kbd> move, <kbd>Enter</kbd> opens
        </span>
      </p>
      <ol class="rows" ref={list}>
        {page.reports.map((report) => (
          <li key={report.report}>
            <Row report={report} />
          </li>
        ))}
      </ol>
      {page.next !== null && <More page={page} words={words} onMore={onMore} />}
    </>
  );
}

function Row({ report }: { report: ReportRow }) {
  const date = datesWords(report);
  return (
    <a class="row" href={reportAddress(report.report)}>
      <span class="when">
        <span class="date">{date ?? "no date"}</span>
        <span class="publication">{report.publication ?? "no publication named"}</span>
      </span>
      <span class="what">
        {report.title !== null && <span class="title">{report.title}</span>}
        <span class={`opening ${report.title === null ? "alone" : ""}`}>{report.opening}</span>
        <span class="tags">
          {report.example && <span class="tag example">example text</span>}
          {report.language !== "en" && <span class="tag">not English ({report.language})</span>}
          {date !== null && (report.date_basis === "citation" || report.date_basis === "profile") && (
            <span class="tag">date worked out</span>
          )}
        </span>
      </span>
      <span class="counts">
        <span class="events">
          <b>{report.events}</b> {report.events === 1 ? "event" : "events"}
        </span>
        <span class="uncoded">{report.abstentions} left uncoded</span>
        {!report.machine_coded && <span class="by">checked by a person</span>}
      </span>
    </a>
  );
}

function More({ page, words, onMore }: Omit<RowsProps, "list">) {
  const [state, setState] = useState<"idle" | "waiting" | string>("idle");
  const more = () => {
    setState("waiting");
    fetchReports(words, page.next, new AbortController().signal).then(
      (next) => {
        setState("idle");
        onMore({ ...next, reports: [...page.reports, ...next.reports] });
      },
      (error: unknown) => setState(asApiError(error).message),
    );
  };
  return (
    <p class="more">
      <button type="button" onClick={more} disabled={state === "waiting"}>
        {state === "waiting" ? "Reading …" : `Show more of ${page.total}`}
      </button>
      {state !== "idle" && state !== "waiting" && <span role="alert">{state}</span>}
    </p>
  );
}

function EmptyStore() {
  return (
    <section class="message">
      <h2>No reports yet</h2>
      <p>
        Paste one under <a href="/add">Add a text</a>, or add files and folders in a terminal:
      </p>
      <pre>
        <code>demarche add FOLDER --store FILE</code>
      </pre>
    </section>
  );
}

function NoneFound({ words }: { words: string }) {
  return (
    <section class="message">
      <h2>No report has the words “{words}”</h2>
      <p>
        Every word must be in the report as it is written. <a href="/">Show all reports</a>
      </p>
    </section>
  );
}
