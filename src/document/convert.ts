import type { Problem, Range } from "../report/index.ts";
import { DocumentBuilder } from "./builder.ts";
import { CONLLU, type ConlluLine, type ConlluSentence } from "./conllu.ts";
import type { Document } from "./document.ts";
import { DEPREL, UPOS, XPOS } from "./tagset.ts";
import { deprelOf, sentenceCount, uposOf, xposOf } from "./words.ts";

/** A surface token of a CoNLL-U sentence with the lines of its words. */
interface Token {
  readonly form: string;
  readonly words: readonly ConlluLine[];
  readonly spaceAfter: boolean;
}

/**
 * Makes a document of CoNLL-U sentences. The text is rebuilt from the forms unless one is given in which the tokens stand
 * in order; where they do not, that is a problem and the rebuilt text is used.
 */
export function documentFromConllu(
  sentences: readonly ConlluSentence[],
  text?: string,
): { doc: Document; blocks: Range[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const tokens = sentences.map(tokensOf);
  const found = text === undefined ? undefined : locate(tokens, text);
  if (text !== undefined && found === undefined)
    problems.push({
      code: "text-mismatch",
      path: "conllu",
      message: "The tokens do not stand in the given text in this order; the text was rebuilt from them.",
    });
  const rebuilt = rebuild(sentences, tokens);
  const full = found === undefined ? rebuilt.text : text!;
  const starts = found ?? rebuilt.starts;
  const builder = new DocumentBuilder(full);
  const blocks: { from: number; to: number }[] = [];
  let next = 0;
  sentences.forEach((sentence, s) => {
    if (s === 0 || opensBlock(sentence)) blocks.push({ from: starts[next] ?? full.length, to: 0 });
    builder.startSentence(blocks.length - 1);
    const first = builder.wordCount;
    for (const token of tokens[s]!) {
      addToken(builder, token, starts[next++]!, first);
      blocks.at(-1)!.to = starts[next - 1]! + token.form.length;
    }
    for (const { kind, columns } of sentence.lines) checkLabels(kind, columns, sentence.line, problems);
  });
  return { doc: builder.build(), blocks, problems };
}

function opensBlock({ comments }: ConlluSentence): boolean {
  return comments.some((comment) => /^#\s*new(?:par|doc)\b/.test(comment));
}

function tokensOf(sentence: ConlluSentence): Token[] {
  const tokens: Token[] = [];
  const words = sentence.lines.filter(({ kind }) => kind === "word");
  let done = 0;
  for (const { kind, columns } of sentence.lines) {
    if (kind === "empty" || (kind === "word" && Number(columns[0]) <= done)) continue;
    const end = kind === "token" ? Number(columns[0]!.split("-")[1]) : Number(columns[0]);
    const spaceAfter = !columns[CONLLU.misc]!.split("|").includes("SpaceAfter=No");
    tokens.push({ form: columns[CONLLU.form]!, words: words.slice(done, end), spaceAfter });
    done = end;
  }
  return tokens;
}

/** Where each token starts in the text, or undefined where one is not found after the one before. */
function locate(sentences: readonly (readonly Token[])[], text: string): number[] | undefined {
  const starts: number[] = [];
  let cursor = 0;
  for (const { form } of sentences.flat()) {
    const at = text.indexOf(form, cursor);
    if (at < 0) return undefined;
    starts.push(at);
    cursor = at + form.length;
  }
  return starts;
}

function rebuild(
  sentences: readonly ConlluSentence[],
  tokens: readonly (readonly Token[])[],
): { text: string; starts: number[] } {
  const parts: string[] = [];
  const starts: number[] = [];
  let length = 0;
  const append = (part: string) => {
    parts.push(part);
    length += part.length;
  };
  let gap = "";
  sentences.forEach((sentence, s) => {
    if (s > 0) append(opensBlock(sentence) ? "\n\n" : gap);
    gap = "";
    for (const token of tokens[s]!) {
      append(gap);
      starts.push(length);
      append(token.form);
      gap = token.spaceAfter ? " " : "";
    }
  });
  return { text: parts.join(""), starts };
}

function addToken(builder: DocumentBuilder, token: Token, from: number, first: number): void {
  const ranges = splitToken(
    token.form,
    token.words.map(({ columns }) => columns[CONLLU.form]!),
  );
  token.words.forEach(({ columns }, i) => {
    const head = columns[CONLLU.head]!;
    builder.addWord({
      form: columns[CONLLU.form]!,
      from: from + ranges[i]!.from,
      to: from + ranges[i]!.to,
      joined: i + 1 < token.words.length,
      lemma: columns[CONLLU.lemma]!,
      upos: uposOf(columns[CONLLU.upos]!) >= 0 ? uposOf(columns[CONLLU.upos]!) : uposOf("X"),
      xpos: Math.max(xposOf(columns[CONLLU.xpos]!), 0),
      head: head === "0" || head === "_" ? -1 : first + Number(head) - 1,
      deprel: labelIndex(columns[CONLLU.deprel]!),
    });
  });
}

function labelIndex(label: string): number {
  const exact = deprelOf(label);
  if (exact >= 0) return exact;
  const base = deprelOf(label.split(":")[0]!);
  return base >= 0 ? base : deprelOf("dep");
}

function checkLabels(
  kind: ConlluLine["kind"],
  columns: readonly string[],
  line: number,
  problems: Problem[],
): void {
  if (kind !== "word") return;
  const complain = (code: string, value: string) =>
    problems.push({
      code,
      path: "conllu",
      line,
      message: `"${value}" is not known; a general label is used.`,
    });
  const [upos, deprel] = [columns[CONLLU.upos]!, columns[CONLLU.deprel]!];
  if (upos !== "_" && uposOf(upos) < 0) complain("unknown-upos", upos);
  if (deprel !== "_" && deprelOf(deprel.split(":")[0]!) < 0) complain("unknown-deprel", deprel);
}

/**
 * The stretch of a token that each of its words covers: exact where the words, put together, give the token; otherwise
 * every word that cannot be told apart covers the whole token.
 */
export function splitToken(token: string, words: readonly string[]): Range[] {
  if (words.join("").toLowerCase() === token.toLowerCase() && words.join("").length === token.length) {
    let from = 0;
    return words.map((word) => {
      const range = { from, to: from + word.length };
      from = range.to;
      return range;
    });
  }
  return words.map(() => ({ from: 0, to: token.length }));
}

/** Writes a document as CoNLL-U sentences; `offset` turns UTF-16 offsets into those of `TokenRange`. */
export function conlluFromDocument(
  doc: Document,
  offset: (utf16: number) => number = (utf16) => utf16,
): ConlluSentence[] {
  const sentences: ConlluSentence[] = [];
  for (let s = 0; s < sentenceCount(doc); s++) {
    const start = doc.sentenceStart[s]!;
    const end = doc.sentenceStart[s + 1]!;
    const lines: ConlluLine[] = [];
    let text = "";
    for (let i = start; i < end; ) {
      let last = i;
      while (last + 1 < end && doc.joined[last] === 1) last++;
      const surface = surfaceOf(doc, i, last);
      const glued = last + 1 < end && doc.from[last + 1] === doc.to[last];
      const range = `TokenRange=${offset(doc.from[i]!)}:${offset(doc.to[last]!)}`;
      const misc = glued ? `SpaceAfter=No|${range}` : range;
      if (last > i) lines.push(tokenLine(`${i - start + 1}-${last - start + 1}`, surface, misc));
      for (let word = i; word <= last; word++)
        lines.push({ kind: "word", columns: wordColumns(doc, word, start, last > i ? "_" : misc) });
      text += glued || last + 1 === end ? surface : `${surface} `;
      i = last + 1;
    }
    const comments = [`# sent_id = ${s + 1}`, `# text = ${text}`];
    if (s === 0 || doc.sentenceBlock[s] !== doc.sentenceBlock[s - 1]) comments.unshift("# newpar");
    sentences.push({ comments, lines, line: 0 });
  }
  return sentences;
}

/** A token as it stands in the text, but for the end of a line inside it. */
function surfaceOf(doc: Document, first: number, last: number): string {
  const written = doc.text.slice(doc.from[first]!, doc.to[last]!);
  return written.includes("\n") ? doc.form.slice(first, last + 1).join("") : written;
}

function tokenLine(id: string, form: string, misc: string): ConlluLine {
  return { kind: "token", columns: [id, form, "_", "_", "_", "_", "_", "_", "_", misc] };
}

function wordColumns(doc: Document, word: number, start: number, misc: string): string[] {
  const head = doc.head[word]!;
  return [
    String(word - start + 1),
    doc.form[word]!,
    doc.lemma[word]!,
    UPOS[doc.upos[word]!]!,
    XPOS[doc.xpos[word]!]!,
    "_",
    head < 0 ? "0" : String(head - start + 1),
    DEPREL[doc.deprel[word]!]!,
    "_",
    misc,
  ];
}

/**
 * The given sentences with lemma, tags and tree of a document that has the same words; comments, multiword tokens, empty
 * nodes and all other columns stay as they are.
 */
export function fillConllu(sentences: readonly ConlluSentence[], doc: Document): ConlluSentence[] {
  let next = 0;
  return sentences.map((sentence) => {
    const start = next;
    const lines = sentence.lines.map((line): ConlluLine => {
      if (line.kind !== "word") return line;
      const filled = wordColumns(doc, next++, start, "_");
      const columns = line.columns.map((old, column) => (FILLED.has(column) ? filled[column]! : old));
      return { kind: "word", columns };
    });
    return { ...sentence, lines };
  });
}

const FILLED = new Set<number>([CONLLU.lemma, CONLLU.upos, CONLLU.xpos, CONLLU.head, CONLLU.deprel]);
