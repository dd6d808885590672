import { parseIsoDate, resolveDate } from "../time/index.ts";

/** What a page says of itself. */
export interface PageMetadata {
  readonly title: string | null;
  readonly date: string | null;
  readonly publication: string | null;
  readonly url: string | null;
  readonly language: string | null;
}

/** The elements of a page that speak of it, gathered in one walk. */
interface Gathered {
  readonly meta: Map<string, string>;
  readonly scripts: string[];
  title: string | null;
  canonical: string | null;
  time: string | null;
}

/** Reads JSON-LD first, then meta tags, then the page's own elements. */
export function readMetadata(document: Document): PageMetadata {
  const found = gather(document);
  const article = articleOf(found.scripts);
  const meta = (...names: string[]): string | null => {
    for (const name of names) if (found.meta.has(name)) return found.meta.get(name)!;
    return null;
  };
  const dates = [
    wordsOf(article?.["datePublished"]),
    meta("article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date"),
    meta("parsely-pub-date", "pubdate", "publishdate", "publish-date", "sailthru.date"),
    found.time,
  ];
  return {
    title:
      wordsOf(article?.["headline"]) ?? meta("og:title", "twitter:title", "dc.title", "title") ?? found.title,
    date: firstOf(dates, dayOf),
    publication: nameOf(article?.["publisher"]) ?? meta("og:site_name", "application-name", "dc.publisher"),
    url: firstOf([wordsOf(article?.["url"]), found.canonical, meta("og:url")], addressOf),
    language:
      wordsOf(document.documentElement?.getAttribute("lang")) ??
      wordsOf(article?.["inLanguage"]) ??
      meta("og:locale", "content-language", "dc.language"),
  };
}

function firstOf<T>(values: readonly (string | null)[], read: (value: string) => T | null): T | null {
  for (const value of values) {
    const result = value === null ? null : read(value);
    if (result !== null) return result;
  }
  return null;
}

function gather(document: Document): Gathered {
  const found: Gathered = { meta: new Map(), scripts: [], title: null, canonical: null, time: null };
  const visit = (node: Node, isInArticle: boolean): void => {
    if (node.nodeType !== 1) return;
    const element = node as Element;
    const name = element.nodeName.toLowerCase();
    note(element, name, isInArticle, found);
    for (const child of element.childNodes)
      visit(child, isInArticle || name === "article" || name === "main");
  };
  for (const child of document.childNodes) visit(child, false);
  return found;
}

function note(element: Element, name: string, isInArticle: boolean, found: Gathered): void {
  if (name === "meta") {
    const content = wordsOf(element.getAttribute("content"));
    for (const attribute of ["property", "name", "itemprop", "http-equiv"]) {
      const key = element.getAttribute(attribute)?.toLowerCase();
      if (key != null && content !== null && !found.meta.has(key)) found.meta.set(key, content);
    }
  } else if (name === "script") {
    if (/^\s*application\/ld\+json\b/i.test(element.getAttribute("type") ?? ""))
      found.scripts.push(element.textContent ?? "");
  } else if (name === "title") found.title ??= wordsOf(element.textContent);
  else if (name === "link") {
    if (element.getAttribute("rel")?.toLowerCase() === "canonical")
      found.canonical ??= wordsOf(element.getAttribute("href"));
  } else if (name === "time") {
    // A time outside of the article may be that of another one, or of the page's making.
    const isOwn =
      isInArticle || element.hasAttribute("pubdate") || element.getAttribute("itemprop") === "datePublished";
    if (isOwn) found.time ??= wordsOf(element.getAttribute("datetime"));
  }
}

/** The day of "1998-10-06T08:00:00Z", "19981006" or "October 6, 1998". */
function dayOf(value: string): string | null {
  const numbers = /^(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(value);
  if (numbers !== null) return parseIsoDate(`${numbers[1]}-${numbers[2]}-${numbers[3]}`);
  const words = value
    .slice(0, 60)
    .replace(/^(?:mon|tues?|wed(?:nes)?|thurs?|fri|satur|sat|sun)(?:day)?,? /i, "");
  const day = /^(?:\p{L}+\.? \d{1,2},? \d{4}|\d{1,2} \p{L}+\.? \d{4})/u.exec(words);
  const resolved = day === null ? null : resolveDate(day[0], null);
  return resolved === null || resolved.value.first !== resolved.value.last ? null : resolved.value.first;
}

/** An address that may be shown as a link; one of another scheme, or without its host, is none. */
function addressOf(value: string): string | null {
  return /^https?:\/\/[^\s<>"]+$/i.test(value) ? value : null;
}

type Fields = Readonly<Record<string, unknown>>;

/** The first article among the page's JSON-LD objects, at any depth of lists and graphs but not deeper than eight. */
function articleOf(scripts: readonly string[]): Fields | null {
  for (const script of scripts) {
    const found = findArticle(parsed(script), 0);
    if (found !== null) return found;
  }
  return null;
}

/** A page's JSON-LD is often broken; what cannot be read says nothing, and the meta tags are asked. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function findArticle(value: unknown, depth: number): Fields | null {
  if (typeof value !== "object" || value === null || depth > 8) return null;
  if (Array.isArray(value)) {
    for (const item of value) {
      const found = findArticle(item, depth + 1);
      if (found !== null) return found;
    }
    return null;
  }
  const fields = value as Fields;
  const types = [fields["@type"]].flat();
  if (types.some((type) => typeof type === "string" && /(?:Article|^Report|^BlogPosting)$/.test(type)))
    return fields;
  return findArticle(fields["@graph"] ?? fields["mainEntity"], depth + 1);
}

function wordsOf(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const words = value.replace(/\s+/g, " ").trim();
  return words === "" ? null : words;
}

function nameOf(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first === "object" && first !== null) return wordsOf((first as Fields)["name"]);
  return wordsOf(first);
}
