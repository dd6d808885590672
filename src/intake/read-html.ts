import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { type GivenFields, LONGEST_TEXT, type RowReading } from "../report/index.ts";
import { readMetadata } from "./html-metadata.ts";
import { scanTags } from "./html-scan.ts";
import { textOf } from "./html-text.ts";

const DEEPEST = 256;
/** Readability's work grows with the square of the nodes that stand side by side: 10,000 elements take half a second. */
const MOST_MARKS = 20_000;
/** A tree of more nodes than this takes seconds and hundreds of megabytes. */
const MOST_MARKS_OF_A_PAGE = 250_000;

/** Reads a saved page: its article's text, a paragraph a block, and what its metadata say. Markup never reaches the text. */
export function readHtml(html: string, path: string, given: GivenFields): RowReading {
  const fault = (code: string, message: string): RowReading => ({ problem: { code, path, message } });
  const scan = scanTags(html, DEEPEST);
  if (scan.depth > DEEPEST)
    return fault(
      "too-deep",
      `Its tags are nested more than ${DEEPEST} deep, which is not read. Save the article as text.`,
    );
  if (scan.marks > MOST_MARKS_OF_A_PAGE)
    return fault(
      "too-large",
      `It has ${scan.marks} tags; at most ${MOST_MARKS_OF_A_PAGE} are read. Save the article as text.`,
    );
  const { document } = parseHTML(scan.isWhole ? html : wholePage(html));
  const metadata = readMetadata(document);
  const text = articleText(document, scan.marks <= MOST_MARKS);
  if (text === "") return fault("empty", "The page holds no text; save the article as text.");
  if (text.length > LONGEST_TEXT)
    return fault(
      "too-large",
      `Its article has ${text.length} characters; at most ${LONGEST_TEXT} are read. Split it.`,
    );
  return {
    source: {
      input: path,
      text,
      title: metadata.title,
      publication: metadata.publication ?? given.publication ?? null,
      date: metadata.date ?? given.date ?? null,
      dateGivenBy: metadata.date === null ? "option" : "header",
      url: metadata.url,
      language: metadata.language,
    },
  };
}

/** HTML lets the tags `html`, `head` and `body` be left out; the parser needs them. Theirs inside others do no harm. */
function wholePage(html: string): string {
  return `<!doctype html><html><head></head><body>${html}</body></html>`;
}

/** The article's text, or the whole page's where none stands out. Readability rewrites the document it is given. */
function articleText(document: Document, findsArticle: boolean): string {
  const whole = textOf(document.querySelector("body") ?? document.documentElement);
  if (!findsArticle || whole === "") return whole;
  const options = { charThreshold: 100, serializer: (node: Node) => node };
  const article = new Readability(document, options).parse();
  const text = article?.content == null ? "" : textOf(article.content);
  return text === "" ? whole : text;
}
