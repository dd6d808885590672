const BLOCKS = new Set(
  "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tr ul".split(
    " ",
  ),
);
const CELLS = new Set(["td", "th"]);
const UNSEEN = new Set(
  "button form frameset head iframe math nav noscript object script select style svg template textarea title".split(
    " ",
  ),
);

/** The text of an element: its blocks with an empty line between them, without what a reader does not see. */
export function textOf(root: Node): string {
  const blocks: string[] = [];
  let current = "";
  // Whether nothing but white space follows a line break.
  let isBroken = false;
  const flush = () => {
    const block = current.replace(/\s+/g, " ").trim();
    if (block !== "") blocks.push(block);
    current = "";
    isBroken = false;
  };
  const addText = (text: string, isPreformatted: boolean) => {
    if (text.trim() !== "") isBroken = false;
    const [first = "", ...others] = isPreformatted ? text.split(/\n[ \t\r]*\n/) : [text];
    current += first.replace(/\s+/g, " ");
    for (const other of others) {
      flush();
      current = other.replace(/\s+/g, " ");
    }
  };
  const visit = (node: Node, isPreformatted: boolean): void => {
    if (node.nodeType === 3) addText(node.nodeValue ?? "", isPreformatted);
    if (node.nodeType !== 1) return;
    const name = node.nodeName.toLowerCase();
    if (UNSEEN.has(name) || isHidden(node as Element)) return;
    // A line break is a space, and two of them end a block.
    if (name === "br") {
      if (isBroken) flush();
      current += " ";
      isBroken = true;
      return;
    }
    const isBlock = BLOCKS.has(name);
    if (isBlock) flush();
    for (const child of node.childNodes) visit(child, isPreformatted || name === "pre");
    if (isBlock) flush();
    else if (CELLS.has(name)) current += " ";
  };
  visit(root, false);
  flush();
  return blocks.join("\n\n");
}

function isHidden(element: Element): boolean {
  return element.hasAttribute("hidden") || element.getAttribute("aria-hidden") === "true";
}
