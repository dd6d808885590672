import type { Problem } from "../report/index.ts";

/** One line of a CoNLL-U sentence: a word (`3`), a multiword token (`3-4`) or an empty node (`8.1`). */
export interface ConlluLine {
  readonly kind: "word" | "token" | "empty";
  /** The ten columns as they stand in the file. */
  readonly columns: readonly string[];
}

/** One sentence of a CoNLL-U file with everything that stands in it. */
export interface ConlluSentence {
  /** Comment lines as they stand, with their `#`. */
  readonly comments: readonly string[];
  readonly lines: readonly ConlluLine[];
  /** 1-based line of the file on which the sentence begins. */
  readonly line: number;
}

/** The columns of a CoNLL-U line by name. */
export const CONLLU = {
  id: 0,
  form: 1,
  lemma: 2,
  upos: 3,
  xpos: 4,
  feats: 5,
  head: 6,
  deprel: 7,
  deps: 8,
  misc: 9,
} as const;

const KINDS = [
  { kind: "word", pattern: /^[1-9][0-9]*$/ },
  { kind: "token", pattern: /^[1-9][0-9]*-[1-9][0-9]*$/ },
  { kind: "empty", pattern: /^(?:0|[1-9][0-9]*)\.[1-9][0-9]*$/ },
] as const;

/**
 * Reads a CoNLL-U file. A sentence with a faulty line is left out and each fault is a problem; all others are kept whole,
 * so that `writeConllu` gives them back byte for byte.
 */
export function readConllu(
  text: string,
  path = "conllu",
): { sentences: ConlluSentence[]; problems: Problem[] } {
  const sentences: ConlluSentence[] = [];
  const problems: Problem[] = [];
  const rows = text.replace(/^\uFEFF/, "").split("\n");
  let first = 0;
  for (let i = 0; i <= rows.length; i++) {
    const row = rows[i]?.replace(/\r$/, "") ?? "";
    if (row.trim() !== "" && i < rows.length) continue;
    if (i > first) readSentence(rows.slice(first, i), first + 1, path, sentences, problems);
    first = i + 1;
  }
  return { sentences, problems };
}

function readSentence(
  rows: readonly string[],
  line: number,
  path: string,
  sentences: ConlluSentence[],
  problems: Problem[],
): void {
  const comments: string[] = [];
  const lines: ConlluLine[] = [];
  const before = problems.length;
  const complain = (at: number, code: string, message: string) =>
    problems.push({ code, path, line: at, message });
  rows.forEach((raw, offset) => {
    const row = raw.replace(/\r$/, "");
    if (row.startsWith("#")) {
      if (lines.length > 0) complain(line + offset, "late-comment", "A comment stands after the first word.");
      comments.push(row);
      return;
    }
    const columns = row.split("\t");
    if (columns.length !== 10) {
      complain(line + offset, "bad-columns", `The line has ${columns.length} columns instead of 10.`);
      return;
    }
    const kind = KINDS.find(({ pattern }) => pattern.test(columns[0]!))?.kind;
    if (kind === undefined) complain(line + offset, "bad-id", `"${columns[0]}" is no word id.`);
    else if (columns.includes("")) complain(line + offset, "empty-column", "A column is empty; write _.");
    else lines.push({ kind, columns });
  });
  if (problems.length > before || lines.length === 0) return;
  checkTree(lines, line + comments.length, complain);
  if (problems.length === before) sentences.push({ comments, lines, line });
}

/** Ids count up from 1, token ranges fit, one root, every head exists and leads to the root. */
function checkTree(
  lines: readonly ConlluLine[],
  firstLine: number,
  complain: (at: number, code: string, message: string) => void,
): void {
  const heads: number[] = [];
  const wordLine: number[] = [];
  const wordTotal = lines.filter(({ kind }) => kind === "word").length;
  let rangeEnd = 0;
  lines.forEach(({ kind, columns }, offset) => {
    if (kind === "token") {
      const [start, end] = columns[0]!.split("-").map(Number) as [number, number];
      const fits = start === heads.length + 1 && end >= start && end <= wordTotal && start > rangeEnd;
      if (!fits) complain(firstLine + offset, "bad-range", `The token range ${columns[0]} does not fit.`);
      rangeEnd = end;
    }
    if (kind !== "word") return;
    if (Number(columns[0]) !== heads.length + 1)
      complain(firstLine + offset, "bad-id", `Word ${columns[0]} should be ${heads.length + 1}.`);
    const head = columns[CONLLU.head]!;
    heads.push(/^[0-9]+$/.test(head) ? Number(head) : -1);
    wordLine.push(firstLine + offset);
    if (head !== "_" && (heads.at(-1)! < 0 || heads.at(-1)! > wordTotal))
      complain(firstLine + offset, "bad-head", `Head ${head} is no word of the sentence.`);
  });
  if (wordTotal === 0) complain(firstLine, "no-words", "The sentence has no words.");
  if (heads.every((head) => head < 0)) return;
  const faulty = heads.findIndex((head) => head < 0);
  if (faulty >= 0) complain(wordLine[faulty]!, "bad-head", "Some words have a head and others none.");
  else if (heads.filter((head) => head === 0).length !== 1)
    complain(firstLine, "bad-root", "A sentence has exactly one root.");
  else if (hasCycle(heads)) complain(firstLine, "cycle", "The heads form a cycle.");
}

function hasCycle(heads: readonly number[]): boolean {
  const seenBy = new Int32Array(heads.length + 1);
  for (let start = 1; start <= heads.length; start++) {
    for (let word = start; word > 0 && word <= heads.length; word = heads[word - 1]!) {
      if (seenBy[word] === start) return true;
      if (seenBy[word] !== 0) break;
      seenBy[word] = start;
    }
  }
  return false;
}

/** Writes sentences as a CoNLL-U file, each closed by an empty line. */
export function writeConllu(sentences: readonly ConlluSentence[]): string {
  return sentences
    .map(({ comments, lines }) =>
      [...comments, ...lines.map(({ columns }) => columns.join("\t")), "", ""].join("\n"),
    )
    .join("");
}
