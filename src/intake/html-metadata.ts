/** What a page says of itself. */
export interface PageMetadata {
  readonly title: string | null;
  readonly date: string | null;
  readonly publication: string | null;
  readonly url: string | null;
  readonly language: string | null;
}

/** Reads JSON-LD first, then meta tags, then the page's own elements. */
export function readMetadata(document: Document): PageMetadata {
  const article = articleOf(document);
  const meta = (...names: string[]): string | null => {
    for (const name of names) {
      for (const attribute of ["property", "name", "itemprop"]) {
        const content = document.querySelector(`meta[${attribute}="${name}"]`)?.getAttribute("content");
        if (content != null && content.trim() !== "") return content.trim();
      }
    }
    return null;
  };
  const date =
    text(article?.["datePublished"]) ??
    meta(
      "article:published_time",
      "datePublished",
      "date",
      "dc.date",
      "DC.date.issued",
      "parsely-pub-date",
    ) ??
    document.querySelector("time[datetime]")?.getAttribute("datetime") ??
    null;
  return {
    title: text(article?.["headline"]) ?? meta("og:title", "twitter:title", "dc.title") ?? titleOf(document),
    date: date === null ? null : (/^\d{4}-\d{2}-\d{2}/.exec(date.trim())?.[0] ?? null),
    publication: nameOf(article?.["publisher"]) ?? meta("og:site_name", "application-name", "dc.publisher"),
    url:
      text(article?.["url"]) ??
      meta("og:url") ??
      document.querySelector('link[rel="canonical"]')?.getAttribute("href") ??
      null,
    language:
      document.documentElement?.getAttribute("lang") ?? text(article?.["inLanguage"]) ?? meta("og:locale"),
  };
}

function titleOf(document: Document): string | null {
  const title = document.querySelector("title")?.textContent?.replace(/\s+/g, " ").trim() ?? "";
  return title === "" ? null : title;
}

type Fields = Readonly<Record<string, unknown>>;

/** The first article among the page's JSON-LD objects, at any depth of lists and graphs but not deeper than eight. */
function articleOf(document: Document): Fields | null {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const found = findArticle(parsed(script.textContent ?? ""), 0);
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
  if (
    types.some((type) => typeof type === "string" && /Article$|^Report$|^BlogPosting$|^WebPage$/.test(type))
  )
    return fields;
  return findArticle(fields["@graph"], depth + 1);
}

function text(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.replace(/\s+/g, " ").trim() : null;
}

function nameOf(value: unknown): string | null {
  const [first] = [value].flat();
  if (typeof first === "object" && first !== null) return text((first as Fields)["name"]);
  return text(first);
}
