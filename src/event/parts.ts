import {
  children,
  type Document,
  rootOf,
  sentenceCount,
  sentenceOf,
  sentenceWords,
} from "../document/index.ts";
import type { Act, SentencePart } from "./act.ts";
import { daysBetween, latestDay } from "./dates.ts";
import { isPastTense, isPresentTense, REL } from "./grammar.ts";
import type { Work } from "./work.ts";

const JUDGING = new Set([
  "appear",
  "seem",
  "suggest",
  "imply",
  "reflect",
  "signal",
  "mean",
  "underscore",
  "highlight",
]);
const JUDGING_ADVERBS = new Set([
  "arguably",
  "evidently",
  "clearly",
  "presumably",
  "undoubtedly",
  "probably",
]);
const LISTING = new Set(["one", "other", "first", "second", "third", "another"]);
const SPEECH_FAMILIES = new Set(["say"]);

/** Days after which something ended counts as background. */
const BACKGROUND_DAYS = 30;

/** For each sentence, whether it reports, recalls or judges. */
export function partsOf(work: Work, lines: readonly Act[]): SentencePart[] {
  const { doc } = work;
  const count = sentenceCount(doc);
  const coded = new Set(lines.map(({ sentence }) => sentence));
  const spoken = spokenSentences(work);
  const old = oldSentences(work);
  const parts: SentencePart[] = [];
  for (let sentence = 0; sentence < count; sentence++) {
    const before = sentence > 0 && sameBlock(doc, sentence) ? parts[sentence - 1]! : "report";
    parts.push(
      partOf(doc, sentence, before, {
        isCoded: coded.has(sentence),
        isSpoken: spoken.has(sentence),
        isOld: old.has(sentence),
      }),
    );
  }
  return parts;
}

interface Signs {
  readonly isCoded: boolean;
  readonly isSpoken: boolean;
  readonly isOld: boolean;
}

function partOf(doc: Document, sentence: number, before: SentencePart, signs: Signs): SentencePart {
  const root = rootOf(doc, sentence);
  if (signs.isOld) return "background";
  if (signs.isSpoken) return "report";
  if (isJudgement(doc, root)) return "analysis";
  if (before === "analysis" && (isListed(doc, sentence) || isPresentTense(doc, mainVerb(doc, root))))
    return "analysis";
  const perfect = isPerfect(doc, root);
  if (perfect && !signs.isCoded && doc.sentenceBlock[sentence]! > 0) return "background";
  return "report";
}

function sameBlock(doc: Document, sentence: number): boolean {
  return doc.sentenceBlock[sentence] === doc.sentenceBlock[sentence - 1];
}

function spokenSentences(work: Work): Set<number> {
  const found = new Set<number>();
  for (const node of work.graph.nodes)
    if (node.operator !== null && node.operands.length > 0 && SPEECH_FAMILIES.has(node.operator.family))
      found.add(node.sentence);
  for (const { cue } of work.sides) found.add(sentenceOf(work.doc, cue));
  return found;
}

/** Sentences whose main clause is dated more than thirty days before the report. */
function oldSentences(work: Work): Set<number> {
  const found = new Set<number>();
  const { doc, report } = work;
  if (report.date === null) return found;
  for (const time of work.mentions.times) {
    const day = time.value.last ?? latestDay(time.value) ?? time.value.first;
    const start = day ?? startOf(time.value.edtf);
    if (start === null || daysBetween(start, report.date) <= BACKGROUND_DAYS) continue;
    if (isMain(doc, time.head)) found.add(sentenceOf(doc, time.start));
  }
  return found;
}

/** The first day that an open interval allows: `1998-02/..` begins on 1998-02-01. */
function startOf(edtf: string): string | null {
  const first = edtf.split("/")[0]!;
  if (/^\d{4}-\d{2}-\d{2}$/.test(first)) return first;
  if (/^\d{4}-\d{2}$/.test(first)) return `${first}-28`;
  return /^\d{4}$/.test(first) ? `${first}-12-31` : null;
}

function isMain(doc: Document, word: number): boolean {
  let here = word;
  for (let depth = 0; depth < 4; depth++) {
    const rel = doc.deprel[here]!;
    if (rel === REL.root) return true;
    if (rel === REL.advcl || rel === REL.relcl || rel === REL.acl || rel === REL.ccomp || rel === REL.xcomp)
      return false;
    here = doc.head[here]!;
    if (here < 0) return true;
  }
  return false;
}

function isJudgement(doc: Document, root: number): boolean {
  if (JUDGING.has(doc.lemma[root]!.toLowerCase())) return true;
  for (const child of children(doc, root))
    if (doc.deprel[child] === REL.advmod && JUDGING_ADVERBS.has(doc.lemma[child]!.toLowerCase())) return true;
  return false;
}

/** "One is …", "The other …": a sentence that goes on with a list. */
function isListed(doc: Document, sentence: number): boolean {
  const { start, end } = sentenceWords(doc, sentence);
  for (let i = start; i < Math.min(start + 2, end); i++)
    if (LISTING.has(doc.lemma[i]!.toLowerCase())) return true;
  return false;
}

function mainVerb(doc: Document, root: number): number {
  for (const child of children(doc, root)) if (doc.deprel[child] === REL.cop) return child;
  return root;
}

function isPerfect(doc: Document, root: number): boolean {
  if (isPastTense(doc, root)) return false;
  for (const child of children(doc, root))
    if (doc.deprel[child] === REL.aux && doc.lemma[child] === "have") return true;
  return false;
}
