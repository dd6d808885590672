import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { type Document, documentFromConllu, readConllu, sentenceCount } from "../src/document/index.ts";
import type { Range } from "../src/report/index.ts";

/** A treebank file as a document with its paragraphs. */
export interface Corpus {
  readonly name: string;
  readonly doc: Document;
  readonly blocks: readonly Range[];
  /** Name of the source document of each sentence. */
  readonly source: readonly string[];
}

/** Reads a CoNLL-U file, packed with gzip or not; a fault in it stops the training. */
export function readCorpus(path: string, name: string): Corpus {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return corpusFromText(text, name);
}

/** Makes a corpus of the text of a CoNLL-U file. */
export function corpusFromText(text: string, name: string): Corpus {
  const { sentences, problems } = readConllu(text, name);
  const { doc, blocks, problems: more } = documentFromConllu(sentences);
  const first = [...problems, ...more][0];
  if (first !== undefined) throw new Error(`${first.path}:${first.line ?? "?"}: ${first.message}`);
  let document = name;
  const source = sentences.map(({ comments }) => {
    for (const comment of comments) document = /^# newdoc id = (.*)$/.exec(comment)?.[1] ?? document;
    return document;
  });
  return { name, doc, blocks, source };
}

/** One sentence to learn from, by its place in a corpus. */
export interface Sample {
  readonly corpus: Corpus;
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
}

/** All sentences of some corpora. */
export function samplesOf(corpora: readonly Corpus[]): Sample[] {
  return corpora.flatMap((corpus) =>
    Array.from({ length: sentenceCount(corpus.doc) }, (_, sentence) => ({
      corpus,
      sentence,
      start: corpus.doc.sentenceStart[sentence]!,
      end: corpus.doc.sentenceStart[sentence + 1]!,
    })),
  );
}

/** The forms of a sample. */
export function formsOf({ corpus, start, end }: Sample): readonly string[] {
  return corpus.doc.form.slice(start, end);
}

/** Heads of a sample counted within the sentence, the root as its size. */
export function headsOf({ corpus, start, end }: Sample): Int32Array {
  return Int32Array.from({ length: end - start }, (_, i) => {
    const head = corpus.doc.head[start + i]!;
    return head < 0 ? end - start : head - start;
  });
}
