import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { loadCorpus } from "../../src/cli/corpus/files.ts";
import { CONLLU, type ConlluSentence, conlluFromDocument, readConllu } from "../../src/document/index.ts";
import { parseText, readModel } from "../../src/parse/index.ts";
import { seeded } from "../../src/record/index.ts";

/**
 * npx tsx training/corpus/variety.ts [FOLDER of treebanks]
 *
 * Compares the corpus with the news of two treebanks, figure by figure, and writes the table into data/corpus/README.md
 * between its marks. Trees of the corpus are our parser's, those of the treebanks their own.
 */
const root = fileURLToPath(new URL("../../", import.meta.url));
const treebanks = process.argv[2] ?? join(root, "../shared/data/ud");
const MARKS = ["<!-- made by training/corpus/variety.ts -->\n", "<!-- until here -->\n"] as const;
/** Sentences of each text in the figures that grow with the amount of text. */
const SAMPLE = 600;

interface Word {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly feats: string;
  /** 0 for the root, else the 1-based number of the head. */
  readonly head: number;
  readonly deprel: string;
}

type Sentence = readonly Word[];

interface Measure {
  readonly name: string;
  readonly of: (sentences: readonly Sentence[]) => string;
}

const model = readModel(new Uint8Array(readFileSync(join(root, "data/model/en.model"))));
const { items } = loadCorpus(join(root, "data/corpus"));
const ours = items.flatMap(({ item }) => wordsOf(conlluFromDocument(parseText(item.text, model))));
const texts: readonly (readonly [string, readonly Sentence[]])[] = [
  ["this corpus", ours],
  ["GUM news", treebank("gum-train", /_news_/)],
  ["EWT newsgroups", treebank("ewt-train", /^newsgroup/)],
];

function treebank(name: string, wanted: RegExp): Sentence[] {
  const text = gunzipSync(readFileSync(join(treebanks, `${name}.conllu.gz`))).toString("utf8");
  let document = "";
  const chosen = readConllu(text, name).sentences.filter(({ comments }) => {
    for (const comment of comments) document = /^# newdoc id = (.*)$/.exec(comment)?.[1] ?? document;
    return wanted.test(document);
  });
  return wordsOf(chosen);
}

/** Sentences of four words or more; headings and datelines of one or two words compare nothing. */
function wordsOf(sentences: readonly ConlluSentence[]): Sentence[] {
  return sentences
    .map(({ lines }) =>
      lines
        .filter(({ kind }) => kind === "word")
        .map(({ columns }) => ({
          form: columns[CONLLU.form]!,
          lemma: columns[CONLLU.lemma]!.toLowerCase(),
          upos: columns[CONLLU.upos]!,
          feats: columns[CONLLU.feats]!,
          head: Number(columns[CONLLU.head]),
          deprel: columns[CONLLU.deprel]!,
        })),
    )
    .filter((sentence) => sentence.filter(isWord).length >= 4);
}

function isWord({ upos }: Word): boolean {
  return upos !== "PUNCT";
}

function base({ deprel }: Word): string {
  return deprel.split(":")[0]!;
}

function depthOf(sentence: Sentence): number {
  const depth = (index: number, seen = 0): number =>
    index === 0 || seen > 200 ? 0 : 1 + depth(sentence[index - 1]!.head, seen + 1);
  return Math.max(...sentence.map((_, index) => depth(index + 1)));
}

const CLAUSES = ["ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis"];

function clausesOf(sentence: Sentence): number {
  const inner = sentence.filter(
    (word) => CLAUSES.includes(base(word)) || (base(word) === "conj" && ["VERB", "AUX"].includes(word.upos)),
  );
  return 1 + inner.length;
}

/** What stands before the root's own words: subject, adverbial, clause, something else. */
function openingOf(sentence: Sentence): string {
  const top = sentence.findIndex(({ head }) => head === 0) + 1;
  let at = 1 + sentence.findIndex(isWord);
  if (at === top) return "root";
  for (let step = 0; step < 200 && sentence[at - 1]!.head !== top && sentence[at - 1]!.head !== 0; step++)
    at = sentence[at - 1]!.head;
  return base(sentence[at - 1]!);
}

const share = (name: string, has: (sentence: Sentence) => boolean): Measure => ({
  name,
  of: (sentences) => percent(sentences.filter(has).length / sentences.length),
});

const spread = (name: string, of: (sentence: Sentence) => number): Measure => ({
  name,
  of: (sentences) => {
    const values = sentences.map(of).sort((a, b) => a - b);
    return [0.1, 0.25, 0.5, 0.75, 0.9].map((at) => values[Math.floor(values.length * at)]).join(" ");
  },
});

/** How many of a sample's sentences differ in something, as a share. */
const distinct = (name: string, of: (sentence: Sentence) => string): Measure => ({
  name,
  of: (sentences) => {
    const chosen = sampled(sentences);
    return percent(new Set(chosen.map(of)).size / chosen.length);
  },
});

const hasRelation = (wanted: RegExp) => (sentence: Sentence) =>
  sentence.some(({ deprel }) => wanted.test(deprel));
const hasForm = (wanted: RegExp) => (sentence: Sentence) => sentence.some(({ form }) => wanted.test(form));

const measures: readonly Measure[] = [
  { name: "sentences", of: (sentences) => String(sentences.length) },
  spread("words: 10, 25, 50, 75, 90 %", (sentence) => sentence.filter(isWord).length),
  spread("depth of tree: 10, 25, 50, 75, 90 %", depthOf),
  spread("clauses: 10, 25, 50, 75, 90 %", clausesOf),
  share("one clause", (sentence) => clausesOf(sentence) === 1),
  share("passive", hasRelation(/:pass/)),
  share("relative clause", hasRelation(/^acl:relcl/)),
  share("participle or infinitive at a noun", hasRelation(/^acl$/)),
  share("adverbial clause", hasRelation(/^advcl/)),
  share("content clause", hasRelation(/^ccomp/)),
  share("verbs joined", (sentence) => sentence.some((w) => base(w) === "conj" && w.upos === "VERB")),
  share("apposition", hasRelation(/^appos/)),
  share("copula", hasRelation(/^cop/)),
  share("no verb at the top", (sentence) =>
    sentence.some(
      ({ head, upos }, index) =>
        head === 0 &&
        !["VERB", "AUX"].includes(upos) &&
        !sentence.some((word) => word.head === index + 1 && base(word) === "cop"),
    ),
  ),
  share("negation", hasForm(/^(not|n't|n’t|no|never|nobody|nothing|neither|nor|none)$/i)),
  share("number", (sentence) => sentence.some(({ upos }) => upos === "NUM")),
  share("name", (sentence) => sentence.some(({ upos }) => upos === "PROPN")),
  share("pronoun of a person", hasForm(/^(he|she|they|him|her|them|his|their|we|us|our|I|you)$/i)),
  share("quotation marks", hasForm(/^["“”]|^(``|'')$/)),
  share("dash, colon or semicolon", hasForm(/^(-|–|—|--|:|;)$/)),
  share("question or exclamation", hasForm(/^[?!]+$/)),
  share("begins with the subject", (sentence) => openingOf(sentence) === "nsubj"),
  share("begins with an adverbial", (sentence) => ["obl", "advmod"].includes(openingOf(sentence))),
  share("begins with a clause", (sentence) => ["advcl", "ccomp", "csubj"].includes(openingOf(sentence))),
  share("begins with a conjunction", (sentence) => ["cc", "mark"].includes(openingOf(sentence))),
  {
    name: "commonest first word",
    of: (sentences) => {
      const firsts = countsOf(sentences.map((sentence) => sentence[0]!.form.toLowerCase()));
      return firsts
        .slice(0, 3)
        .map(([word, count]) => `${word} ${percent(count / sentences.length)}`)
        .join(", ");
    },
  },
  distinct(`distinct first two words in ${SAMPLE}`, (sentence) =>
    sentence
      .slice(0, 2)
      .map(({ form }) => form.toLowerCase())
      .join(" "),
  ),
  distinct(`distinct first four word classes in ${SAMPLE}`, (sentence) =>
    sentence
      .slice(0, 4)
      .map(({ upos }) => upos)
      .join(" "),
  ),
  distinct(`distinct main verbs in ${SAMPLE}`, (sentence) => sentence.find(({ head }) => head === 0)!.lemma),
  {
    name: "distinct lemmas in 500 running words",
    of: (sentences) => {
      const lemmas = sentences.flatMap((sentence) => sentence.filter(isWord).map(({ lemma }) => lemma));
      const windows: number[] = [];
      for (let at = 0; at + 500 <= lemmas.length; at += 250)
        windows.push(new Set(lemmas.slice(at, at + 500)).size);
      return (windows.reduce((a, b) => a + b, 0) / windows.length).toFixed(0);
    },
  },
  {
    name: "nouns a verb",
    of: (sentences) => {
      const count = (...tags: string[]) => sentences.flat().filter(({ upos }) => tags.includes(upos)).length;
      return (count("NOUN", "PROPN") / count("VERB")).toFixed(2);
    },
  },
  {
    name: "adjectives a noun",
    of: (sentences) => {
      const count = (tag: string) => sentences.flat().filter(({ upos }) => upos === tag).length;
      return (count("ADJ") / count("NOUN")).toFixed(2);
    },
  },
];

function countsOf(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function sampled(sentences: readonly Sentence[]): Sentence[] {
  const random = seeded(3);
  const left = [...sentences];
  return Array.from(
    { length: Math.min(SAMPLE, left.length) },
    () => left.splice(Math.floor(random() * left.length), 1)[0]!,
  );
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`;
}

const rows = measures.map(({ name, of }) => [name, ...texts.map(([, sentences]) => of(sentences))]);
const head = ["sentences with, or", ...texts.map(([name]) => name)];
const table = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
const path = join(root, "data/corpus/README.md");
const readme = readFileSync(path, "utf8");
const [before, rest] = readme.split(MARKS[0]);
const after = rest?.split(MARKS[1])[1];
if (after === undefined) process.stdout.write(`${table}\n`);
else writeFileSync(path, `${before}${MARKS[0]}\n${table}\n\n${MARKS[1]}${after}`);
