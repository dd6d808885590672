import type { Resources } from "../resource/index.ts";
import { parseIsoDate } from "../time/index.ts";
import { bodyBlocks } from "./blocks.ts";
import { catalogueOf } from "./catalogue.ts";
import { type CitedDay, dayOf, findParentheses, type Parenthesis } from "./citations.ts";
import { type DatelineReading, readDateline } from "./dateline.ts";
import { type Header, readHeader } from "./header.ts";
import { reportId } from "./identity.ts";
import { languageOf } from "./language.ts";
import { linesOf, paragraphsOf } from "./lines.ts";
import { publicationDate } from "./publication-date.ts";
import type { Dateline, Range, Report, ReportSource } from "./report.ts";

/** Reads a report's head, body, citations, cross-references, dateline, language and day. Any text gives a report. */
export function readReport(source: ReportSource, resources: Pick<Resources, "lexicon">): Report {
  const catalogue = catalogueOf(resources.lexicon);
  const { text } = source;
  const paragraphs = paragraphsOf(text, linesOf(text));
  const header = readHeader(text, paragraphs);
  const blocks = bodyBlocks(text, bodyOf(paragraphs, header));
  const head = blocks[0];
  const dateline = head === undefined ? null : readDateline(text, head, catalogue);
  const parentheses = blocks.flatMap((block) => findParentheses(text, block, catalogue));
  const given = givenOf(source, header);
  const profile = given.publication === null ? null : catalogue.publication(given.publication);
  const published = publicationDate({
    given: given.date,
    givenBy: source.dateGivenBy ?? "option",
    field: header.date,
    dateline: dateline?.day ?? null,
    profile,
    volume: given.volume,
    cited: parentheses.flatMap((p) => (p.kind === "citation" && p.day !== null ? [p.day] : [])),
    saysYesterday: /\byesterday\b/i.test(text),
  });
  const anchor = published.date;
  const holes: Range[] = parentheses.map(({ from, to }) => ({ from, to }));
  if (dateline !== null) holes.unshift({ from: dateline.from, to: dateline.to });
  return {
    id: reportId(given),
    input: source.input,
    text,
    title: source.title ?? header.title,
    publication: profile?.name ?? given.publication,
    volume: given.volume,
    issue: given.issue,
    url: given.url,
    language: reportLanguage(source, text, blocks),
    ...published,
    dateline: dateline === null ? null : datelineOf(dateline, anchor),
    blocks,
    holes,
    citations: citationsOf(parentheses, anchor),
    crossReferences: crossReferencesOf(parentheses, anchor, profile?.name ?? given.publication),
  };
}

function bodyOf(paragraphs: readonly (readonly Range[])[], header: Header): (readonly Range[])[] {
  const body = paragraphs.slice(header.paragraphs);
  const [first, ...rest] = body;
  if (first === undefined || header.lines === 0) return [...body];
  return [first.slice(header.lines), ...rest];
}

/** What the header, the row or the caller says; the caller's word goes before the header's. */
function givenOf(source: ReportSource, header: Header) {
  return {
    text: source.text,
    publication: source.publication ?? header.publication,
    volume: source.volume ?? header.volume,
    issue: source.issue ?? header.issue,
    date: source.date == null ? null : parseIsoDate(source.date),
    url: source.url ?? header.url,
  };
}

function reportLanguage(source: ReportSource, text: string, blocks: readonly Range[]): string {
  const given = source.language?.toLowerCase().split(/[-_]/)[0];
  if (given !== undefined && given !== "" && given !== "en") return given;
  const body = blocks.map(({ from, to }) => text.slice(from, to)).join("\n");
  return languageOf(body);
}

function datelineOf({ from, to, place, day, agency }: DatelineReading, anchor: string | null): Dateline {
  const date = dayOf(day, anchor);
  const value = date === null ? null : { first: date, last: date, edtf: date };
  return { from, to, place, agency, date: value ?? partial(day) };
}

function partial(day: CitedDay | null): Dateline["date"] {
  if (day === null) return null;
  const edtf = `XXXX-${String(day.month).padStart(2, "0")}-${String(day.day).padStart(2, "0")}`;
  return { first: null, last: null, edtf };
}

function citationsOf(parentheses: readonly Parenthesis[], anchor: string | null): Report["citations"] {
  return parentheses.flatMap((p) => {
    if (p.kind !== "citation") return [];
    const agencies = p.agencies.map(({ name, day }) => ({ name, date: dayOf(day, anchor) }));
    return [{ from: p.from, to: p.to, agencies, date: dayOf(p.day, anchor) }];
  });
}

function crossReferencesOf(
  parentheses: readonly Parenthesis[],
  anchor: string | null,
  own: string | null,
): Report["crossReferences"] {
  return parentheses.flatMap((p) => {
    if (p.kind !== "cross-reference") return [];
    // "the Digest", in the Harbour Digest, is the Harbour Digest.
    const publication = own?.endsWith(` ${p.publication}`) ? own : p.publication;
    return [{ from: p.from, to: p.to, publication, date: dayOf(p.day, anchor) }];
  });
}
