import type { Range } from "./report.ts";

/** What the head of a text says of the report. */
export interface Header {
  readonly title: string | null;
  readonly publication: string | null;
  readonly volume: number | null;
  readonly issue: number | null;
  /** The words of a date field, not yet read. */
  readonly date: string | null;
  readonly url: string | null;
  /** How many paragraphs, and lines of the next one, belong to the head and not to the body. */
  readonly paragraphs: number;
  readonly lines: number;
}

type Field = "title" | "publication" | "volume" | "issue" | "date" | "url" | "other";

const KEYS: Readonly<Record<string, Field>> = {
  publication: "publication",
  source: "publication",
  volume: "volume",
  "vol.": "volume",
  vol: "volume",
  issue: "issue",
  number: "issue",
  "no.": "issue",
  title: "title",
  headline: "title",
  subject: "title",
  date: "date",
  published: "date",
  sent: "date",
  url: "url",
  link: "url",
  by: "other",
  byline: "other",
  author: "other",
  from: "other",
  to: "other",
  language: "other",
  section: "other",
  copyright: "other",
};

const BOILERPLATE =
  /^(?:for immediate release|press release|press statement|news release|statement|embargoed\b.*|media advisory|contact\b.*)$/i;
const MOST_HEAD_LINES = 8;
const LONGEST_HEAD_LINE = 160;

/** Reads the head of a text: labelled lines, then a title and the like that stand before the first prose. */
export function readHeader(text: string, paragraphs: readonly (readonly Range[])[]): Header {
  const fields = new Map<Field, string>();
  let lines = 0;
  const first = paragraphs[0] ?? [];
  for (const line of first) {
    const found = labelledFields(text.slice(line.from, line.to));
    if (found === null) break;
    for (const [field, value] of found) if (!fields.has(field)) fields.set(field, value);
    lines++;
  }
  const taken = lines > 0 && lines === first.length ? { paragraphs: 1, lines: 0 } : { paragraphs: 0, lines };
  const head = unlabelledHead(text, paragraphs, taken);
  return {
    title: fields.get("title") ?? head.title,
    publication: fields.get("publication") ?? null,
    volume: wholeNumber(fields.get("volume")),
    issue: wholeNumber(fields.get("issue")),
    date: fields.get("date") ?? null,
    url: fields.get("url") ?? null,
    paragraphs: head.paragraphs,
    lines: head.lines,
  };
}

/** The fields of a line such as "Publication: Monitor Volume: 4 Issue: 183"; null where it does not begin with one. */
function labelledFields(line: string): Map<Field, string> | null {
  if (line.length > LONGEST_HEAD_LINE * 2) return null;
  const starts: { field: Field; from: number; value: number }[] = [];
  for (const match of line.matchAll(/([A-Za-z]+\.?):(?=\s|$)/g)) {
    const key = match[1]!.toLowerCase();
    if (!Object.hasOwn(KEYS, key)) continue;
    if (match.index > 0 && line[match.index - 1] !== " " && line[match.index - 1] !== "\t") continue;
    starts.push({ field: KEYS[key]!, from: match.index, value: match.index + match[0].length });
  }
  if (starts[0]?.from !== 0) return null;
  // "By: …" and "To: …" may open prose too; alone they make a head only where the line is short.
  if (starts.every(({ field }) => field === "other") && line.length > 80) return null;
  const fields = new Map<Field, string>();
  starts.forEach(({ field, value }, i) => {
    const text = line.slice(value, starts[i + 1]?.from ?? line.length).trim();
    if (text !== "" && !fields.has(field)) fields.set(field, text);
  });
  return fields;
}

function wholeNumber(value: string | undefined): number | null {
  return value !== undefined && /^\d{1,6}$/.test(value) ? Number(value) : null;
}

interface Taken {
  readonly paragraphs: number;
  readonly lines: number;
}

/** Short lines without a full stop before the first prose: a title, "PRESS RELEASE", "Period covered: …". */
function unlabelledHead(
  text: string,
  paragraphs: readonly (readonly Range[])[],
  taken: Taken,
): Taken & { title: string | null } {
  let title: string | null = null;
  let count = 0;
  for (let p = taken.paragraphs; p < paragraphs.length; p++) {
    const rest = p === taken.paragraphs ? paragraphs[p]!.slice(taken.lines) : paragraphs[p]!;
    if (rest.some((line) => isProse(text, line))) {
      return count === 0 ? { ...taken, title } : { paragraphs: p, lines: 0, title };
    }
    count += rest.length;
    if (count > MOST_HEAD_LINES) break;
    for (const line of rest) {
      const words = text.slice(line.from, line.to);
      if (title === null && !BOILERPLATE.test(words)) title = words;
    }
  }
  // Nothing but short lines: they are the text.
  return { ...taken, title: null };
}

function isProse(text: string, { from, to }: Range): boolean {
  if (to - from > LONGEST_HEAD_LINE) return true;
  const line = text.slice(from, to);
  if (/^(?:\d{1,3}[.)]|[•*]|\([a-z0-9]{1,3}\))\s/.test(line)) return true;
  // A clause that a list follows, or an item of one.
  if (/[:;]$/.test(line) && line.split(/\s+/).length > 3) return true;
  return /[.!?…][”"'’)\]]*$/.test(line) && /\s/.test(line) && !/\b(?:No|Vol)\.$/.test(line);
}
