/** What one pass over a page's tags tells, before any tree is built of them. */
export interface TagScan {
  /** How deep tags are nested; a scan ends at the first tag that is too deep. */
  readonly depth: number;
  /** How many tags, comments and entities the page has: a bound of the nodes of its tree. */
  readonly marks: number;
  /** Whether the page has a `html` and a `body` tag, which HTML lets be left out. */
  readonly isWhole: boolean;
}

const VOID = new Set(
  "area base br col embed hr img input link meta param source track wbr basefont frame keygen".split(" "),
);
/** Elements whose content is no markup. */
const RAW = new Set(["script", "style", "textarea", "title"]);
const BLOCK_TAGS =
  "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section table ul";
/** Which open elements a tag ends, where HTML lets their end tags be left out. */
const ENDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["li", new Set(["li", "p"])],
  ["dt", new Set(["dt", "dd", "p"])],
  ["dd", new Set(["dt", "dd", "p"])],
  ["tr", new Set(["tr", "th", "td", "p"])],
  ["td", new Set(["td", "th", "p"])],
  ["th", new Set(["td", "th", "p"])],
  ["thead", new Set(["tr", "td", "th", "p"])],
  ["tbody", new Set(["thead", "tr", "td", "th", "p"])],
  ["tfoot", new Set(["tbody", "tr", "td", "th", "p"])],
  ["option", new Set(["option"])],
  ["optgroup", new Set(["optgroup", "option"])],
  ["body", new Set(["head", "link", "script"])],
  ...BLOCK_TAGS.split(" ").map((name) => [name, new Set(["p"])] as const),
]);

/** Counts a page's tags and how deep they are nested, in one pass that ends at the first deeper than `deepest`. */
export function scanTags(html: string, deepest: number): TagScan {
  const open: string[] = [];
  const lower = html.toLowerCase();
  const seen = new Set<string>();
  let depth = 0;
  let marks = countOf(lower, "&");
  let foreign = 0;
  for (let at = lower.indexOf("<"); at >= 0; at = lower.indexOf("<", at)) {
    marks++;
    if (lower.startsWith("<!--", at)) {
      at = endOr(lower, "-->", at + 4);
      continue;
    }
    const closes = lower[at + 1] === "/";
    const name = tagName(lower, at + (closes ? 2 : 1));
    at++;
    if (name === "") continue;
    at = tagEnd(lower, at + name.length);
    if (closes) {
      const last = open.lastIndexOf(name);
      if (last >= 0) open.length = last;
      if (last < foreign) foreign = 0;
      continue;
    }
    seen.add(name);
    while (open.length > 0 && ENDS.get(name)?.has(open.at(-1)!)) open.pop();
    if (VOID.has(name) || (foreign > 0 && lower[at - 2] === "/")) continue;
    open.push(name);
    if (foreign === 0 && (name === "svg" || name === "math")) foreign = open.length;
    depth = Math.max(depth, open.length);
    if (depth > deepest) break;
    if (RAW.has(name)) at = endOr(lower, `</${name}`, at);
  }
  return { depth, marks, isWhole: seen.has("html") && seen.has("body") };
}

function countOf(html: string, mark: string): number {
  let count = 0;
  for (let at = html.indexOf(mark); at >= 0; at = html.indexOf(mark, at + 1)) count++;
  return count;
}

function endOr(html: string, mark: string, from: number): number {
  const end = html.indexOf(mark, from);
  return end < 0 ? html.length : end;
}

function tagName(html: string, from: number): string {
  let to = from;
  while (to < html.length && to < from + 20 && isNameUnit(html.charCodeAt(to), to > from)) to++;
  return html.slice(from, to);
}

function isNameUnit(unit: number, mayBeDigit: boolean): boolean {
  return (unit >= 97 && unit <= 122) || (mayBeDigit && ((unit >= 48 && unit <= 57) || unit === 45));
}

/** The offset after the `>` that ends a tag; one inside a quoted value does not. */
function tagEnd(html: string, from: number): number {
  for (let i = from; i < html.length; i++) {
    const unit = html.charCodeAt(i);
    if (unit === 62) return i + 1;
    if ((unit === 34 || unit === 39) && html.charCodeAt(i - 1) === 61) {
      i = html.indexOf(String.fromCharCode(unit), i + 1);
      if (i < 0) return html.length;
    }
  }
  return html.length;
}
