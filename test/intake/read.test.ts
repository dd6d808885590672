import { execFileSync } from "node:child_process";
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type ReadOptions, readPaths } from "../../src/intake/read-paths.ts";
import { type ReportSource, readReport } from "../../src/report/index.ts";
import { testResources } from "../support/resources.ts";

const folder = mkdtempSync(join(tmpdir(), "read-"));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;

/** Writes a file of its own folder and gives its path. */
function file(name: string, content: string | Uint8Array): string {
  const own = join(folder, String(files++));
  mkdirSync(own);
  writeFileSync(join(own, name), content);
  return join(own, name);
}

async function check(paths: string | string[], options: ReadOptions = {}) {
  const sources: ReportSource[] = [];
  const faults: string[] = [];
  for await (const item of readPaths([paths].flat(), options)) {
    if ("source" in item) sources.push(item.source);
    else {
      faults.push(item.problem.code);
      expect(item.problem.message).toMatch(/[.?]$/);
      expect(item.problem.path).not.toBe("");
    }
  }
  return { sources, faults };
}

const PROSE =
  "The envoy met the minister in the capital on Tuesday, and they spoke of the terms of a truce for three hours.";

function page(body: string, head = "<title>Talks</title>"): string {
  return `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
}

/** The text of a page, or the code of what is wrong with it. */
async function textOf(html: string): Promise<string> {
  const { sources, faults } = await check(file("page.html", html));
  return sources[0]?.text ?? faults[0]!;
}

describe("folders and files", () => {
  it("are read in the order of names, without what is hidden, of another kind, or a README", async () => {
    const root = join(folder, "tree");
    mkdirSync(join(root, "b", "deep"), { recursive: true });
    mkdirSync(join(root, ".git"));
    for (const name of [
      "c.txt",
      "a.TXT",
      "b/deep/d.text",
      ".e.txt",
      ".git/f.txt",
      "README.txt",
      "g.pdf",
      "h.md",
    ])
      writeFileSync(join(root, name), name);
    writeFileSync(join(root, "b", "rows.csv"), "id,text\nx,One\ny,Two\n");
    symlinkSync(root, join(root, "loop"));
    const { sources, faults } = await check(root);
    expect(faults).toEqual([]);
    expect(sources.map(({ text }) => text)).toEqual(["a.TXT", "b/deep/d.text", "One", "Two", "c.txt"]);
    expect(sources.map(({ input }) => input)).toEqual([
      join(root, "a.TXT"),
      join(root, "b", "deep", "d.text"),
      "x",
      "y",
      join(root, "c.txt"),
    ]);
  });

  it("are read by the format that is asked for, else by name, else as text", async () => {
    const path = file("notes", '{"text": "One"}');
    expect((await check(path)).sources[0]?.text).toBe('{"text": "One"}');
    expect((await check(path, { input: "jsonl" })).sources[0]?.text).toBe("One");
    expect((await check(file("README.md", "Words."))).sources[0]?.text).toBe("Words.");
  });

  it("get the day and the publication that the caller gives, where they do not say it", async () => {
    const path = file(
      "rows.jsonl",
      '{"text":"One"}\n{"text":"Two","date":"1999-01-02","publication":"Gazette"}',
    );
    const { sources } = await check(path, { date: "1998-10-06", publication: "Digest" });
    expect(sources.map(({ date, dateGivenBy, publication }) => [date, dateGivenBy, publication])).toEqual([
      ["1998-10-06", "option", "Digest"],
      ["1999-01-02", "header", "Gazette"],
    ]);
  });

  it("that are not there, or hold nothing to read, are named, and the others are read", async () => {
    const empty = join(folder, "nothing");
    mkdirSync(empty);
    const { sources, faults } = await check([join(folder, "missing.txt"), empty, file("one.txt", "One")]);
    expect(faults).toEqual(["unreadable", "no-files"]);
    expect(sources.map(({ text }) => text)).toEqual(["One"]);
  });

  it("that vanish while a folder is read are named, and the others are read", async () => {
    const root = join(folder, "vanishing");
    mkdirSync(join(root, "b"), { recursive: true });
    for (const name of ["a.txt", "b/x.txt", "c.txt", "d.txt"]) writeFileSync(join(root, name), name);
    const seen: string[] = [];
    for await (const item of readPaths([root])) {
      if (seen.length === 0) {
        rmSync(join(root, "b"), { recursive: true });
        rmSync(join(root, "c.txt"));
      }
      seen.push("source" in item ? item.source.text : item.problem.code);
    }
    expect(seen).toEqual(["a.txt", "unreadable", "unreadable", "d.txt"]);
  });

  it("are read from standard input for -", () => {
    const script = `import { readPaths } from ${JSON.stringify(join(import.meta.dirname, "../../src/intake/read-paths.ts"))};
      for await (const item of readPaths(["-"], { input: process.argv[1] })) console.log(JSON.stringify(item));`;
    const read = (format: string, input: string) =>
      execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script, format], {
        input,
        encoding: "utf8",
        cwd: join(import.meta.dirname, "../.."),
      });
    expect(JSON.parse(read("text", "Words.\n"))).toMatchObject({ source: { input: "-", text: "Words.\n" } });
    expect(JSON.parse(read("csv", "id,text\n7,Words.\n"))).toMatchObject({
      source: { input: "7", text: "Words." },
    });
  });
});

describe("bytes", () => {
  const bytes = (...parts: (string | number[])[]) =>
    Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))));
  const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16();

  it.each<[string, Uint8Array]>([
    ["UTF-8", bytes("Żubr – “no”")],
    ["UTF-8 with its mark", bytes([0xef, 0xbb, 0xbf], "Żubr – “no”")],
    ["UTF-16, little end first", bytes([0xff, 0xfe], [...Buffer.from("Żubr – “no”", "utf16le")])],
    ["UTF-16, big end first", bytes([0xfe, 0xff], [...utf16be("Żubr – “no”")])],
  ])("of %s are read", async (_, content) => {
    const { sources, faults } = await check(file("a.txt", content));
    expect(faults).toEqual([]);
    expect(sources[0]?.text).toBe("Żubr – “no”");
  });

  it("of UTF-16 are read in rows too", async () => {
    const content = bytes([0xff, 0xfe], [...Buffer.from("id\ttext\n1\tŻubr\n", "utf16le")]);
    expect((await check(file("a.tsv", content))).sources[0]?.text).toBe("Żubr");
  });

  it("that are broken are replaced, and said to be", async () => {
    for (const [name, text] of [
      ["a.txt", "Ż|ubr left, and the talks went on."],
      ["a.jsonl", '{"text":"Ż|ubr left, and the talks went on."}'],
    ] as const) {
      const [before = "", after = ""] = text.split("|");
      const { sources, faults } = await check(file(name, bytes(before, [0xff, 0xc3], after)));
      expect(faults).toEqual(["broken-utf8"]);
      expect(sources[0]?.text).toBe("Ż\uFFFD\uFFFDubr left, and the talks went on.");
    }
  });

  it("of a text that holds U+FFFD itself are not broken", async () => {
    expect((await check(file("a.txt", "Ż\uFFFDubr"))).faults).toEqual([]);
  });

  it("of half a UTF-16 unit are read as far as they go", async () => {
    const { sources } = await check(file("a.txt", bytes([0xfe, 0xff], [...utf16be("One")], [0])));
    expect(sources[0]?.text).toBe("One\uFFFD");
  });

  it.each([
    ["a.txt", bytes("PK", [3, 4, 0, 0, 0, 8, 0], "words")],
    ["b.html", bytes("<p>words", [0, 1, 2])],
    ["c.csv", bytes("id,text\n1,wo", [0, 0], "rds\n")],
    ["d.jsonl", bytes('{"text":"wo', [0], 'rds"}\n')],
    ["e.txt", Buffer.from(Array.from({ length: 3000 }, (_, i) => 128 + ((i * 37) % 128)))],
  ])("of no text are refused (%s)", async (name, content) => {
    const { sources, faults } = await check(file(name, content));
    expect(sources).toEqual([]);
    expect(faults.filter((fault) => fault !== "broken-utf8")).toEqual(["not-text"]);
  });
});

describe("size", () => {
  it.each(["a.txt", "a.html", "a.csv", "a.jsonl"])("nothing in %s is refused", async (name) => {
    expect(await check(file(name, ""))).toEqual({ sources: [], faults: ["empty"] });
  });

  it.each([
    ["a.txt", "too-large"],
    ["a.html", "too-large"],
    ["a.csv", "too-large"],
    ["a.jsonl", "too-large"],
  ])("50 MB on one line of %s are refused", async (name, fault) => {
    const path = file(name, "");
    const output = openSync(path, "w");
    for (let i = 0; i < 50; i++) writeSync(output, "word and ".repeat(116_509));
    closeSync(output);
    const { sources, faults } = await check(path);
    expect(sources).toEqual([]);
    expect(faults).toEqual([fault]);
  });

  it("an archive of many rows is read, except for the row that is too large", async () => {
    const path = file("archive.jsonl", "");
    const output = openSync(path, "w");
    for (let i = 0; i < 300; i++) {
      const text = (i === 7 ? "word " : "").padEnd(i === 7 ? 2_500_000 : 50_000, "word ");
      writeSync(output, `${JSON.stringify({ id: i, text })}\n`);
    }
    closeSync(output);
    const { sources, faults } = await check(path);
    expect(faults).toEqual(["too-large"]);
    expect(sources).toHaveLength(299);
  });

  it("a page is measured after its article is taken out", async () => {
    const script = `<script>${"x = 1;\n".repeat(500_000)}</script>`;
    expect(await textOf(page(`<p>${PROSE}</p>${script}`))).toBe(PROSE);
    expect(await textOf(page(`<p>${PROSE.repeat(20_000)}</p>`))).toBe("too-large");
  });
});

describe("pages", () => {
  it("give the article, a paragraph a block, without what stands around it", async () => {
    const text = await textOf(
      page(
        `<nav><ul><li><a href="/">Home</a></ul></nav><div class="sidebar"><a href="/x">Most read</a></div>
        <article><h1>Talks</h1><p>${PROSE}</p><p>${PROSE} <b>Bold</b><i> words</i>, and a&nbsp;line<br>that breaks.</p>
        <blockquote><p>${PROSE}</p></blockquote></article><footer>All rights reserved</footer>`,
      ),
    );
    const blocks = text.split("\n\n").filter((block) => block !== "Talks");
    expect(blocks).toEqual([PROSE, `${PROSE} Bold words, and a line that breaks.`, PROSE]);
  });

  it.each([
    ["no tags at all", PROSE, PROSE],
    ["tags for paragraphs alone", `<p>${PROSE}<p>Second.`, `${PROSE}\n\nSecond.`],
    ["no html or body tag", `<!doctype html><title>T</title><p>${PROSE}</p>`, PROSE],
    ["two line breaks", page(`One<br>goes on.<br> <br>Two.`), "One goes on.\n\nTwo."],
    ["preformatted text", page("<pre>One\ngoes on.\n\nTwo.</pre>"), "One goes on.\n\nTwo."],
    ["cells of a table", page("<table><tr><td>One<td>two<tr><td>three</table>"), "One two\n\nthree"],
    ["entities", page("<p>Salt &amp; pepper &lt;b&gt; &#x201C;no&rdquo;</p>"), "Salt & pepper <b> “no”"],
    ["what is hidden", page(`<p>Seen.</p><p hidden>Not.</p><template>Not.</template>`), "Seen."],
    ["a comment that never ends", page(`<p>Seen.</p><!-- <p>Not.</p>`), "Seen."],
  ])("of %s are read", async (_, html, text) => {
    expect(await textOf(html)).toBe(text);
  });

  it("never give scripts or styles to the text", async () => {
    const html = page(
      `<p>${PROSE}<script>alert("bad")</script></p><style>p { color: bad }</style><svg><script>bad()</script></svg>
      <noscript>bad</noscript><p onclick="bad()">Second.</p><iframe srcdoc="<p>bad">bad</iframe><textarea>bad</textarea>`,
    );
    expect(await textOf(html)).toBe(`${PROSE}\n\nSecond.`);
  });

  it("keep a script in a title as the words of the title", async () => {
    const html = page(`<p>${PROSE}</p>`, "<title><script>alert(1)</script></title>");
    const { sources } = await check(file("a.html", html));
    expect(sources[0]).toMatchObject({ title: "<script>alert(1)</script>", text: PROSE });
  });

  it("are decoded as they say, where they are not UTF-8", async () => {
    const html = Buffer.from(page("<p>Z\u00fcrich</p>", '<meta charset="iso-8859-1">'), "latin1");
    const { sources, faults } = await check(file("a.html", html));
    expect(faults).toEqual([]);
    expect(sources[0]?.text).toBe("Z\u00fcrich");
  });
});

describe("metadata of a page", () => {
  const metadata = async (head: string, body = "") => {
    const { sources } = await check(file("a.html", page(`${body}<p>${PROSE}</p>`, head)), {
      date: "2001-01-01",
    });
    return sources[0];
  };
  const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
  const META =
    '<title>Title | Site</title><meta property="og:title" content="Meta title"><meta property="article:published_time" content="1999-03-05T22:10:00+01:00"><meta property="og:site_name" content="Meta site"><link rel="canonical" href="https://digest.example/meta">';

  it("comes from JSON-LD first", async () => {
    const article = {
      "@context": "https://schema.org",
      "@graph": [
        { "@type": "Organization", name: "Nobody" },
        {
          "@type": ["NewsArticle"],
          headline: "A  headline",
          datePublished: "1999-03-04T08:00:00Z",
          publisher: { "@type": "Organization", name: "Digest" },
          url: "https://digest.example/1",
        },
      ],
    };
    expect(await metadata(META + ld(article))).toMatchObject({
      title: "A headline",
      date: "1999-03-04",
      dateGivenBy: "header",
      publication: "Digest",
      url: "https://digest.example/1",
      language: "en",
    });
  });

  it.each([
    ["there is none", ""],
    ["it is broken", '<script type="application/ld+json">{"@type": "NewsArticle", </script>'],
    ["it speaks of something else", ld({ "@type": "WebSite", name: "Nobody", headline: "No" })],
    ["its fields are of other types", ld({ "@type": "Article", headline: 7, publisher: [], url: {} })],
  ])("comes from meta tags where %s", async (_, script) => {
    expect(await metadata(script + META)).toMatchObject({
      title: "Meta title",
      date: "1999-03-05",
      publication: "Meta site",
      url: "https://digest.example/meta",
    });
  });

  it.each([
    ['<meta name="date" content="October 6, 1998">', "1998-10-06"],
    ['<meta name="DC.date.issued" content="19981006">', "1998-10-06"],
    ['<meta name="pubdate" content="Tue, 06 Oct 1998 10:00:00 GMT">', "1998-10-06"],
    ['<meta name="date" content="1998-13-06">', "2001-01-01"],
    ['<meta name="date" content="October 1998">', "2001-01-01"],
    ['<meta name="date" content="soon">', "2001-01-01"],
    ['<meta name="date" content="1998-02-30"><meta name="pubdate" content="1998-03-02">', "1998-03-02"],
  ])("has a day or none: %s", async (head, date) => {
    expect((await metadata(head))?.date).toBe(date);
  });

  it("takes the time of the article, not that of another", async () => {
    const other = '<div><time datetime="2020-01-01">';
    expect((await metadata("", `${other}1 January</time></div>`))?.date).toBe("2001-01-01");
    const own = '<article><time datetime="1998-10-06">6 October</time><p>Words.</p></article>';
    expect((await metadata("", `${other}1 January</time></div>${own}`))?.date).toBe("1998-10-06");
  });

  it("has no address that could run", async () => {
    expect((await metadata('<link rel="canonical" href="javascript:alert(1)">'))?.url).toBeNull();
    expect((await metadata('<link rel="canonical" href="/relative">'))?.url).toBeNull();
  });
});

describe("nesting", () => {
  it.each([
    ["20,000 tags", "<div>".repeat(20_000)],
    ["20,000 tags that are closed", `${"<div>".repeat(20_000)}x${"</div>".repeat(20_000)}`],
    ["tags behind a value that holds >", `${'<div title="a>b">'.repeat(400)}x`],
    ["tags of fonts that are never closed", "<font>x".repeat(400)],
  ])("of %s is refused before a tree is built", async (_, html) => {
    expect(await textOf(html)).toBe("too-deep");
  });

  it.each([
    ["paragraphs whose end tags are left out", "<p>Words.".repeat(400)],
    ["items whose end tags are left out", `<ul>${"<li>Words.".repeat(400)}</ul>`],
    ["rows whose end tags are left out", `<table>${"<tr><td>Words.".repeat(400)}</table>`],
    ["tags inside values", `${'<p title="<div><div>">Words.</p>'.repeat(400)}`],
    ["tags inside scripts", `<script>"${"<div>".repeat(400)}"</script><p>Words.</p>`],
    ["tags inside comments", `<!--${"<div>".repeat(400)}--><p>Words.</p>`],
    ["shapes that close themselves", `<svg>${'<path d="M0"/>'.repeat(400)}</svg><p>Words.</p>`],
    ["200 tags", `${"<div>".repeat(200)}Words.${"</div>".repeat(200)}`],
  ])("of %s is none, or not too deep", async (_, html) => {
    expect(await textOf(html)).toMatch(/^Words\./);
  });

  it.each([
    ["100,000 elements side by side", "<div>a</div>".repeat(100_000), /^a\n\na/],
    ["50,000 line breaks", "line<br>".repeat(50_000), /^line line/],
    ["200,000 signs that open no tag", "<".repeat(200_000), /^<<<|^too-large$/],
    ["200,000 entities", "&amp;".repeat(200_000), /^&&&/],
    ["20,000 scripts that never end", "<script>".repeat(20_000), /^empty$/],
    ["100,000 values that never end", '<a href="'.repeat(100_000), /^empty$/],
    ["100,000 comments that never end", "<!--".repeat(100_000), /^empty$/],
    ["a million elements", "<p>a</p>".repeat(1_000_000), /^too-large$/],
  ])(
    "is not what makes %s slow",
    async (_, html, text) => {
      expect((await textOf(page(html))).slice(0, 20)).toMatch(text);
    },
    20_000,
  );

  it("of a thousand parentheses is read", async () => {
    const text = `${PROSE} ${"(".repeat(1000)}Reuters, October 5${")".repeat(1000)}\n\n${"((a) ".repeat(100_000)}`;
    const { sources, faults } = await check(file("a.txt", text), { date: "1998-10-06" });
    expect(faults).toEqual([]);
    const report = readReport(sources[0]!, testResources());
    expect(report.text).toBe(text);
    expect(report.blocks).not.toEqual([]);
  });
});
