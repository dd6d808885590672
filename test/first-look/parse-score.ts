/**
 * Compares sentences and trees that the program gives with answer keys.
 *
 *   npx tsx test/first-look/parse-score.ts [--misses] test/first-look/issue-3/texts.jsonl
 *
 * A line of the key is a text with its sentences, exactly as they stand there, and `facts`: a predicate word and its
 * arguments by relation, or a noun and its `nmod`; lists are alternatives. Each argument counts once. A coordinated
 * predicate without a subject of its own takes that of the first.
 */
import { readFileSync } from "node:fs";
import { DEPREL, type Document, parseReport, readReport } from "../../src/index.ts";
import { loadResources } from "../../src/node.ts";
import { wilson } from "./score.ts";

const KINDS = [
  "subject",
  "passive_subject",
  "object",
  "indirect_object",
  "agent",
  "obl",
  "xcomp",
  "ccomp",
  "advcl",
  "nmod",
] as const;
type Kind = (typeof KINDS)[number];
type Words = string | readonly string[];

type Fact = { readonly sentence: number; readonly predicate?: string; readonly noun?: string } & {
  readonly [K in Kind]?: Words;
};

interface Key {
  readonly id: string;
  readonly text: string;
  readonly sentences: readonly string[];
  readonly facts: readonly Fact[];
}

interface Count {
  right: number;
  all: number;
}

/** A word without the hyphen of a line end, case and a closing full stop. */
function plain(word: string): string {
  return word
    .replace(/[-\u00ad]\s*\n\s*/g, "")
    .toLowerCase()
    .replace(/\.$/, "");
}

function isOneOf(word: string, words: Words): boolean {
  return [words].flat().some((wanted) => plain(wanted) === plain(word));
}

function label(doc: Document, word: number): string {
  return DEPREL[doc.deprel[word]!]!;
}

function base(doc: Document, word: number): string {
  return label(doc, word).split(":")[0]!;
}

function childrenOf(doc: Document, word: number): number[] {
  return [...doc.head.keys()].filter((child) => doc.head[child] === word);
}

/** The subjects of a word, or of the first conjunct where it has none of its own. */
function subjects(doc: Document, word: number, passive: boolean): number[] {
  const isPassive = (at: number) => childrenOf(doc, at).some((child) => label(doc, child) === "aux:pass");
  let at = word;
  for (;;) {
    const own = childrenOf(doc, at).filter((child) => ["nsubj", "csubj"].includes(base(doc, child)));
    if (own.length > 0)
      return at === word
        ? own.filter((child) => label(doc, child).endsWith(":pass") === passive)
        : isPassive(word) === passive
          ? own
          : [];
    if (base(doc, at) !== "conj") return [];
    at = doc.head[at]!;
  }
}

function argumentsOf(doc: Document, word: number, kind: Kind, fact: Fact): number[] {
  if (kind === "subject" || kind === "passive_subject")
    return subjects(doc, word, kind === "passive_subject");
  return childrenOf(doc, word).filter((child) => {
    const relation = base(doc, child);
    // UD treebanks differ on whom one tells that something is so: either is right beside a ccomp.
    if (kind === "object") return relation === "obj" || (relation === "iobj" && fact.ccomp !== undefined);
    if (kind === "indirect_object") return relation === "iobj";
    if (kind === "agent")
      return relation === "obl" && childrenOf(doc, child).some((by) => plain(doc.form[by]!) === "by");
    return relation === kind;
  });
}

/** The kinds of a fact that the tree has, for the reading of the predicate word that gives most. */
function foundOf(doc: Document, fact: Fact, from: number, to: number): { found: Set<Kind>; shown: string } {
  const wanted = KINDS.filter((kind) => fact[kind] !== undefined);
  let best: { found: Set<Kind>; shown: string } = { found: new Set(), shown: "predicate not found" };
  for (let word = 0; word < doc.wordCount; word++) {
    if (doc.from[word]! < from || doc.to[word]! > to) continue;
    if (!isOneOf(doc.form[word]!, fact.predicate ?? fact.noun!)) continue;
    const found = new Set(
      wanted.filter((kind) =>
        argumentsOf(doc, word, kind, fact).some((at) => isOneOf(doc.form[at]!, fact[kind]!)),
      ),
    );
    if (best.found.size < found.size || best.shown === "predicate not found") {
      const own = childrenOf(doc, word).map((child) => `${label(doc, child)}=${doc.form[child]}`);
      const head = doc.head[word]! < 0 ? "-" : doc.form[doc.head[word]!];
      best = { found, shown: `${label(doc, word)} of ${head}; ${own.join(" ")}` };
    }
  }
  return best;
}

function sentencesOf(doc: Document): string[] {
  return [...doc.sentenceBlock.keys()].map((sentence) => {
    const start = doc.sentenceStart[sentence]!;
    const end = doc.sentenceStart[sentence + 1]!;
    return doc.text.slice(doc.from[start], doc.to[end - 1]);
  });
}

function share(name: string, { right, all }: Count): string {
  const { low, high } = wilson(right, all);
  const percent = (value: number): string => (100 * value).toFixed(1);
  const figures = `${right}/${all}`.padStart(8);
  return `  ${name.padEnd(28)}${figures}  ${percent(right / all).padStart(5)} %  [${percent(low)}, ${percent(high)}]`;
}

function scoreTexts(keys: readonly Key[]): { rows: string[]; misses: string[] } {
  const resources = loadResources();
  const misses: string[] = [];
  const kinds = new Map<Kind, Count>(KINDS.map((kind) => [kind, { right: 0, all: 0 }]));
  const total: Count = { right: 0, all: 0 };
  const whole: Count = { right: 0, all: 0 };
  const sentences = { right: 0, key: 0, given: 0 };
  for (const key of keys) {
    const doc = parseReport(readReport({ input: key.id, text: key.text }, resources), resources);
    const given = sentencesOf(doc);
    const left = [...given];
    let at = 0;
    const ranges = key.sentences.map((sentence) => {
      const from = key.text.indexOf(sentence, at);
      if (from < 0) throw new RangeError(`${key.id}: no such sentence: ${sentence}`);
      at = from + sentence.length;
      const index = left.indexOf(sentence);
      if (index < 0) misses.push(`${key.id}\tsentence\twanted: ${JSON.stringify(sentence)}`);
      else {
        left.splice(index, 1);
        sentences.right++;
      }
      return { from, to: at };
    });
    sentences.key += key.sentences.length;
    sentences.given += given.length;
    for (const sentence of left) misses.push(`${key.id}\tsentence\tgiven: ${JSON.stringify(sentence)}`);
    for (const fact of key.facts) {
      const { from, to } = ranges[fact.sentence]!;
      const { found, shown } = foundOf(doc, fact, from, to);
      whole.all++;
      let complete = true;
      for (const kind of KINDS) {
        if (fact[kind] === undefined) continue;
        const count = kinds.get(kind)!;
        count.all++;
        total.all++;
        if (found.has(kind)) {
          count.right++;
          total.right++;
          continue;
        }
        complete = false;
        misses.push(
          `${key.id}\t${kind}\t${fact.predicate ?? fact.noun} → ${[fact[kind]].flat().join("/")}\tgiven: ${shown}`,
        );
      }
      if (complete) whole.right++;
    }
  }
  const f1 = (200 * sentences.right) / (sentences.key + sentences.given);
  const rows = [
    `${keys.length} texts, ${sentences.key} sentences in the key, ${sentences.given} given; Wilson 95 %`,
    share("sentences found", { right: sentences.right, all: sentences.key }),
    share("sentences right (precision)", { right: sentences.right, all: sentences.given }),
    `  ${"sentences, F1".padEnd(28)}${f1.toFixed(1).padStart(16)} %`,
    ...[...kinds].filter(([, count]) => count.all > 0).map(([kind, count]) => share(kind, count)),
    share("arguments together", total),
    share("facts with all arguments", whole),
  ];
  return { rows, misses };
}

function main(args: readonly string[]): void {
  const paths = args.filter((arg) => !arg.startsWith("--"));
  if (paths.length === 0) throw new RangeError("no answer keys: name a .jsonl file");
  for (const path of paths) {
    const lines = readFileSync(path, "utf8").split("\n").filter(Boolean);
    const { rows, misses } = scoreTexts(lines.map((line) => JSON.parse(line) as Key));
    process.stdout.write(`${path}: ${rows.join("\n")}\n`);
    if (args.includes("--misses")) process.stdout.write(`${misses.join("\n")}\n`);
  }
}

main(process.argv.slice(2));
