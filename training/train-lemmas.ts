import { Lemmatizer, LONGEST_SUFFIX, lemmaKey, ruleText } from "../src/parse/lemmatize.ts";
import type { Sample } from "./corpus.ts";
import type { TagSet } from "./tag-set.ts";

/** The text sections of the lemmatizer. */
export interface LemmaTables {
  readonly exceptions: string;
  readonly rules: string;
}

class Counts {
  readonly #counts = new Map<string, Map<string, number>>();

  add(key: string, value: string): void {
    const ofKey = this.#counts.get(key) ?? new Map<string, number>();
    ofKey.set(value, (ofKey.get(value) ?? 0) + 1);
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

/** Learns edit rules by tag and suffix, and keeps as exceptions the forms that they get wrong. */
export function trainLemmas(samples: readonly Sample[], tags: TagSet): LemmaTables {
  const forms = new Counts();
  for (const { corpus, start, end } of samples)
    for (let i = start; i < end; i++) {
      const lemma = corpus.doc.lemma[i]!;
      if (lemma !== "_") forms.add(`${lemmaKey(corpus.doc.form[i]!)}\t${tags.of(corpus.doc, i)}`, lemma);
    }
  const types = [...forms.winners()].map(({ key, value }) => {
    const [form, tag] = key.split("\t") as [string, string];
    return { form, tag, lemma: value };
  });
  const rules = learnRules(types);
  const byRule = new Lemmatizer("", rules);
  const exceptions = types
    .filter(({ form, tag, lemma }) => byRule.lemmatize(form, Number(tag)) !== lemma)
    .map(({ form, tag, lemma }) => `${form}\t${tag}\t${lemma}`)
    .sort();
  return { exceptions: exceptions.join("\n"), rules };
}

function learnRules(types: readonly { form: string; tag: string; lemma: string }[]): string {
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
