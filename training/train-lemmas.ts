import { UPOS, XPOS } from "../src/document/index.ts";
import {
  type Folding,
  foldForm,
  foldingOf,
  Lemmatizer,
  LONGEST_SUFFIX,
  ruleText,
} from "../src/parse/lemmatize.ts";
import { plainForm } from "../src/parse/lexeme.ts";
import type { Sample } from "./corpus.ts";
import type { TagSet } from "./tag-set.ts";
import type { VerbForm } from "./verb-forms.ts";

/** The text sections of the lemmatizer. */
export interface LemmaTables {
  readonly exceptions: string;
  readonly rules: string;
}

/** What a treebank has so seldom may be a slip: the verb list is trusted more. */
const FEW = 5;

interface LemmaType {
  readonly form: string;
  readonly tag: number;
  readonly lemma: string;
  readonly count: number;
}

class Counts {
  readonly #counts = new Map<string, Map<string, number>>();

  add(key: string, value: string, by = 1): void {
    const ofKey = this.#counts.get(key) ?? new Map<string, number>();
    ofKey.set(value, (ofKey.get(value) ?? 0) + by);
    this.#counts.set(key, ofKey);
  }

  /** The commonest value of each key, with its count and the count of all. */
  *winners(): Generator<{ key: string; value: string; count: number; total: number }> {
    for (const [key, ofKey] of this.#counts) {
      const [value, count] = [...ofKey].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!;
      yield { key, value, count, total: [...ofKey.values()].reduce((a, b) => a + b, 0) };
    }
  }
}

/** How the joint tags treat capitals. */
export function foldingsOf(tags: Pick<TagSet, "upos">): Folding[] {
  return Array.from(tags.upos, (upos) => foldingOf(UPOS[upos]!));
}

/**
 * Learns edit rules by tag and suffix, and keeps as exceptions the forms that they get wrong: first forms with their
 * capitals folded, then the few whose capitals matter. `verbs` are known beside the samples.
 */
export function trainLemmas(
  samples: readonly Sample[],
  tags: TagSet,
  verbs: readonly VerbForm[],
): LemmaTables {
  const foldings = foldingsOf(tags);
  const asWritten = new Counts();
  const folded = new Counts();
  for (const { corpus, start, end } of samples)
    for (let i = start; i < end; i++) {
      const lemma = corpus.doc.lemma[i]!;
      const tag = tags.of(corpus.doc, i);
      const form = plainForm(corpus.doc.form[i]!);
      if (lemma === "_") continue;
      asWritten.add(`${form}\t${tag}`, lemma);
      folded.add(`${foldForm(form, foldings[tag]!)}\t${tag}`, lemma);
    }
  const seen = typesOf(folded);
  const listed = verbTypes(verbs, tags, seen);
  const listedKeys = new Set(listed.map(keyOf));
  const types = [...seen.filter((type) => !listedKeys.has(keyOf(type))), ...listed];
  const rules = learnRules(types);
  const exceptions: string[] = [];
  for (const known of [types, typesOf(asWritten).filter(({ count }) => count > FEW)]) {
    const soFar = new Lemmatizer(exceptions.join("\n"), rules, foldings);
    for (const { form, tag, lemma } of known)
      if (soFar.lemmatize(form, tag) !== lemma) exceptions.push(`${form}\t${tag}\t${lemma}`);
  }
  return { exceptions: [...new Set(exceptions)].sort().join("\n"), rules };
}

function typesOf(counts: Counts): LemmaType[] {
  return [...counts.winners()].map(({ key, value, count }) => {
    const [form, tag] = key.split("\t") as [string, string];
    return { form, tag: Number(tag), lemma: value, count };
  });
}

function keyOf({ form, tag }: LemmaType): string {
  return `${form}\t${tag}`;
}

/** Verb forms that the samples lack or have seldom, under the joint tag of verbs with that Penn tag. */
function verbTypes(verbs: readonly VerbForm[], tags: TagSet, seen: readonly LemmaType[]): LemmaType[] {
  const known = new Set(seen.filter(({ count }) => count > FEW).map(keyOf));
  const verb = UPOS.indexOf("VERB");
  const found = new Map<string, LemmaType>();
  for (const { form, xpos, lemma } of verbs) {
    const tag = tags.upos.findIndex((upos, i) => upos === verb && XPOS[tags.xpos[i]!] === xpos);
    const type = { form, tag, lemma, count: 1 };
    if (tag >= 0 && !known.has(keyOf(type)) && !found.has(keyOf(type))) found.set(keyOf(type), type);
  }
  return [...found.values()];
}

function learnRules(types: readonly LemmaType[]): string {
  const bySuffix = new Counts();
  for (const { form, tag, lemma } of types) {
    const rule = ruleText(form, lemma);
    if (rule === null) continue;
    const lower = form.toLowerCase();
    for (let length = 0; length <= Math.min(LONGEST_SUFFIX, lower.length); length++)
      bySuffix.add(`${tag}\t${lower.slice(lower.length - length)}`, rule);
  }
  const winners = [...bySuffix.winners()]
    .filter(({ key, total }) => total >= 2 || key.endsWith("\t"))
    .sort((a, b) => a.key.length - b.key.length || (a.key < b.key ? -1 : 1));
  const kept = new Map<string, string>();
  for (const { key, value } of winners) {
    const [tag, suffix] = key.split("\t") as [string, string];
    let shorter: string | undefined;
    for (let from = 1; from <= suffix.length && shorter === undefined; from++)
      shorter = kept.get(`${tag}\t${suffix.slice(from)}`);
    if (shorter !== value) kept.set(key, value);
  }
  return [...kept].map(([key, rule]) => `${key}\t${rule}`).join("\n");
}
