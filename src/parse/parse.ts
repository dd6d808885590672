import { type Document, DocumentBuilder, type WordColumns } from "../document/index.ts";
import type { Range, Report } from "../report/index.ts";
import { wordLengths } from "./contraction.ts";

import { type Knows, unbroken } from "./joining.ts";
import type { Model } from "./model.ts";
import { type Tokens, tokenize } from "./tokenize.ts";
import { analyseTruecased } from "./truecase.ts";

/** Words of one sentence, before they are analysed. */
type Word = Pick<WordColumns, "form" | "from" | "to"> & { readonly joined: boolean };

/** A sentence that waits for its analysis. */
interface Sentence {
  readonly block: number;
  readonly words: readonly Word[];
}

/** Makes a document of a report: tokens, sentences, tags, lemmas and trees of everything in its blocks but its holes. */
export function parse(report: Pick<Report, "text" | "blocks" | "holes">, model: Model): Document {
  const holes = [...report.holes].sort((a, b) => a.from - b.from);
  const sentences: Sentence[] = [];
  let passed = 0;
  report.blocks.forEach((block, index) => {
    while (passed < holes.length && holes[passed]!.to <= block.from) passed++;
    let reached = passed;
    while (reached < holes.length && holes[reached]!.from < block.to) reached++;
    for (const words of sentencesOf(report.text, block, holes.slice(passed, reached), model))
      sentences.push({ block: index, words });
  });
  return analyse(report.text, sentences, model);
}

/** Parses a plain text whose paragraphs are parted by empty lines. */
export function parseText(text: string, model: Model): Document {
  const blocks: Range[] = [];
  let from = 0;
  for (const gap of text.matchAll(/\n[^\S\n]*\n\s*/g)) {
    blocks.push({ from, to: gap.index });
    from = gap.index + gap[0].length;
  }
  blocks.push({ from, to: text.length });
  return parse({ text, blocks, holes: [] }, model);
}

/** Fills in tags, lemmas and trees for words and sentences that are given; all else stays as it is. */
export function tagAndParse(doc: Document, model: Model): Document {
  const sentences = Array.from(doc.sentenceBlock, (block, s): Sentence => {
    const words: Word[] = [];
    for (let i = doc.sentenceStart[s]!; i < doc.sentenceStart[s + 1]!; i++)
      words.push({ form: doc.form[i]!, from: doc.from[i]!, to: doc.to[i]!, joined: doc.joined[i] === 1 });
    return { block, words };
  });
  return analyse(doc.text, sentences, model);
}

/** The tokens of a block that stand in none of the holes, which come in text order. */
export function tokensOf(text: string, block: Range, holes: readonly Range[], knows?: Knows): Tokens {
  const tokens: Tokens = { from: [], to: [] };
  let from = block.from;
  for (const hole of holes) {
    if (hole.to <= from || hole.from >= block.to) continue;
    if (hole.from > from) tokenize(text, from, hole.from, tokens, knows);
    from = hole.to;
  }
  if (from < block.to) tokenize(text, from, block.to, tokens, knows);
  return tokens;
}

function* sentencesOf(text: string, block: Range, holes: readonly Range[], model: Model): Generator<Word[]> {
  const knows = (form: string) => model.vocabulary.knows(form);
  const tokens = tokensOf(text, block, holes, knows);
  const count = tokens.from.length;
  if (count === 0) return;
  const lexemes = tokens.from.map((from, i) =>
    model.vocabulary.lookup(unbroken(text.slice(from, tokens.to[i]!), knows)),
  );
  const glued = tokens.to.map((to, i) => (tokens.from[i + 1] === to ? 1 : 0));
  let start = 0;
  for (const end of model.splitter.split({ lexemes, glued })) {
    const words: Word[] = [];
    for (let i = start; i < end; i++) addWords(text, tokens.from[i]!, tokens.to[i]!, words, knows);
    start = end;
    yield words;
  }
}

function addWords(text: string, from: number, to: number, words: Word[], knows: Knows): void {
  const token = text.slice(from, to);
  const lengths = wordLengths(token);
  if (lengths === null) {
    words.push({ form: unbroken(token, knows), from, to, joined: false });
    return;
  }
  let at = from;
  lengths.forEach((length, i) => {
    words.push({
      form: unbroken(text.slice(at, at + length), knows),
      from: at,
      to: at + length,
      joined: i + 1 < lengths.length,
    });
    at += length;
  });
}

function analyse(text: string, sentences: readonly Sentence[], model: Model): Document {
  const builder = new DocumentBuilder(text);
  const forms = sentences.map(({ words }) => words.map(({ form }) => form));
  analyseTruecased(model, forms).forEach(({ tag, lemma, head, label }, s) => {
    const { block, words } = sentences[s]!;
    builder.startSentence(block);
    const first = builder.wordCount;
    for (let i = 0; i < words.length; i++) {
      const { form, from, to, joined } = words[i]!;
      builder.addWord({
        form,
        from,
        to,
        joined,
        lemma: lemma[i]!,
        upos: model.tagUpos[tag[i]!]!,
        xpos: model.tagXpos[tag[i]!]!,
        head: head[i] === words.length ? -1 : first + head[i]!,
        deprel: label[i]!,
      });
    }
  });
  return builder.build();
}
