import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { type GivenFields, LONGEST_TEXT, type RowReading } from "../report/index.ts";
import { readMetadata } from "./html-metadata.ts";

const DEEPEST = 256;
const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));
const RAW = new Set(["script", "style", "textarea", "title", "noscript", "template"]);
const BLOCKS = new Set(
  "p div section article li ul ol table tr h1 h2 h3 h4 h5 h6 blockquote pre figure figcaption header footer dl dt dd".split(
    " ",
  ),
);
const UNSEEN = new Set("script style noscript template iframe object svg head nav form button".split(" "));

/** Reads a saved page: its article's text, a paragraph a block, and what its metadata say. Markup never reaches the text. */
export function readHtml(html: string, path: string, given: GivenFields): RowReading {
  const fault = (code: string, message: string): RowReading => ({ problem: { code, path, message } });
  const depth = depthOf(html);
  if (depth > DEEPEST)
    return fault(
      "too-deep",
      `Its tags are nested ${depth} deep; at most ${DEEPEST} are read. Save the article as text.`,
    );
  const { document } = parseHTML(html);
  const metadata = readMetadata(document);
  const text = articleText(html, document);
  if (text.trim() === "") return fault("empty", "The page holds no text.");
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

/** How deep tags are nested, counted in one pass before any tree is built of them. */
export function depthOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  const lower = html.toLowerCase();
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", at + 1)) {
    if (html.startsWith("<!--", at)) {
      const end = html.indexOf("-->", at);
      if (end < 0) break;
      at = end;
      continue;
    }
    const closes = html[at + 1] === "/";
    const name = tagName(html, at + (closes ? 2 : 1));
    if (name === "" || VOID.has(name)) continue;
    if (closes) depth = Math.max(0, depth - 1);
    else {
      deepest = Math.max(deepest, ++depth);
      if (RAW.has(name)) at = Math.max(at, lower.indexOf(`</${name}`, at) - 1);
    }
  }
  return deepest;
}

function tagName(html: string, from: number): string {
  let to = from;
  while (to < html.length && to < from + 20 && /[a-zA-Z0-9]/.test(html[to]!)) to++;
  return html.slice(from, to).toLowerCase();
}

function articleText(html: string, document: Document): string {
  // Readability rewrites the document it is given.
  const { document: copy } = parseHTML(html);
  const article = new Readability(copy as unknown as globalThis.Document, { charThreshold: 100 }).parse();
  const content = article?.content ?? null;
  const root =
    content === null ? document.body : parseHTML(`<!doctype html><body>${content}</body>`).document.body;
  return blocksOf(root ?? document.documentElement).join("\n\n");
}

/** The text of an element as blocks, without what is not shown. */
function blocksOf(root: Node): string[] {
  const blocks: string[] = [];
  let current = "";
  const flush = () => {
    const block = current.replace(/\s+/g, " ").trim();
    if (block !== "") blocks.push(block);
    current = "";
  };
  const visit = (node: Node): void => {
    if (node.nodeType === 3) current += node.textContent ?? "";
    if (node.nodeType !== 1) return;
    const name = node.nodeName.toLowerCase();
    if (UNSEEN.has(name)) return;
    if (name === "br") current += " ";
    const isBlock = BLOCKS.has(name);
    if (isBlock) flush();
    for (const child of node.childNodes) visit(child);
    if (isBlock) flush();
  };
  for (const child of root.childNodes) visit(child);
  flush();
  return blocks;
}
