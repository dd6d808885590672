import { classAt, lowerCase, UPPER } from "./characters.ts";
import type { Knows } from "./joining.ts";
import { plainForm } from "./lexeme.ts";

/** How a lemma follows from a form: units to cut off at the end, what to put there, and whether small letters come first. */
interface EditRule {
  readonly cut: number;
  readonly add: string;
  readonly lower: boolean;
}

/**
 * What becomes of capital letters before anything else: they `stay` (names), one at the beginning is made small (`first`,
 * for nouns, whose capitals may be an acronym's), or all are (`all`).
 */
export type Folding = "stay" | "first" | "all";

/** How the capitals of a word with this universal tag are treated. */
export function foldingOf(upos: string): Folding {
  if (["PROPN", "X", "SYM", "PUNCT", "NUM"].includes(upos)) return "stay";
  return upos === "NOUN" || upos === "INTJ" ? "first" : "all";
}

/** Addresses and names of files have no inflection. */
const ADDRESS = /@|:\/\/|[A-Za-z0-9]\.[A-Za-z]{2}/;

/** The longest suffix that rules are kept for. */
export const LONGEST_SUFFIX = 6;

/** Writes an edit rule, as the model stores it, or null where form and lemma have nothing in common. */
export function ruleText(form: string, lemma: string): string | null {
  for (const lower of [false, true]) {
    const from = lower ? lowerCase(form) : form;
    let same = 0;
    while (same < from.length && same < lemma.length && from[same] === lemma[same]) same++;
    if (same > 0 || from.length === 0) return `${from.length - same},${lower ? 1 : 0},${lemma.slice(same)}`;
  }
  return null;
}

function readRule(text: string): EditRule {
  const [cut, lower, ...add] = text.split(",");
  return { cut: Number(cut), lower: lower === "1", add: add.join(",") };
}

/** The form with its capitals treated as the tag wants it. */
export function foldForm(plain: string, folding: Folding): string {
  if (folding === "stay" || classAt(plain, 0) !== UPPER || plain === "I") return plain;
  const lower = lowerCase(plain);
  return folding === "all" || plain.slice(1) === lower.slice(1) ? lower : plain;
}

/**
 * Finds lemmas: an exception for the very form and tag, or for the form in small letters, or else the rule of the longest
 * suffix known for the tag.
 */
export class Lemmatizer {
  readonly #exceptions = new Map<string, string>();
  readonly #rules = new Map<string, EditRule>();
  readonly #foldings: readonly Folding[];
  readonly #knows: Knows;

  /**
   * `exceptions` has lines of form, tag and lemma, `rules` of tag, suffix and rule; all by tabs. `foldings` has an entry
   * for each joint tag. With `knows`, lemmas that rules give are corrected where only a neighbour is in the vocabulary.
   */
  constructor(exceptions: string, rules: string, foldings: readonly Folding[], knows?: Knows) {
    this.#foldings = foldings;
    this.#knows = knows ?? (() => true);
    for (const line of exceptions.split("\n")) {
      const [form, tag, lemma] = line.split("\t");
      if (lemma !== undefined) this.#exceptions.set(`${form}\t${tag}`, lemma);
    }
    for (const line of rules.split("\n")) {
      const [tag, suffix, rule] = line.split("\t");
      if (rule !== undefined) this.#rules.set(`${tag}\t${suffix}`, readRule(rule));
    }
  }

  /** `tag` is the index of the joint tag. */
  lemmatize(form: string, tag: number): string {
    const plain = plainForm(form);
    const folding = this.#foldings[tag] ?? "stay";
    const exact = this.#exceptions.get(`${plain}\t${tag}`);
    if (exact !== undefined) return folding === "first" ? withoutNewCapital(plain, exact) : exact;
    const folded = foldForm(plain, folding);
    return this.#exceptions.get(`${folded}\t${tag}`) ?? this.#bySuffix(folded, tag);
  }

  #bySuffix(folded: string, tag: number): string {
    if (ADDRESS.test(folded)) return folded;
    const lower = lowerCase(folded);
    for (let length = Math.min(LONGEST_SUFFIX, folded.length); length >= 0; length--) {
      const rule = this.#rules.get(`${tag}\t${lower.slice(lower.length - length)}`);
      if (rule === undefined || rule.cut > folded.length) continue;
      const base = rule.lower ? lower : folded;
      const lemma = base.slice(0, base.length - rule.cut) + rule.add || folded;
      return lemma === base || this.#knows(lemma) ? lemma : this.#corrected(base, lemma);
    }
    return folded;
  }

  /** "time" for "tim" of "timed", "smell" for "smel", "potato" for "potatoe", "apply" for "applie". */
  #corrected(form: string, lemma: string): string {
    const near = [`${lemma}e`, lemma + lemma.slice(-1)];
    if (lemma.endsWith("e")) near.push(lemma.slice(0, -1));
    if (lemma.endsWith("ie")) near.push(`${lemma.slice(0, -2)}y`);
    return near.find((other) => other.length > 3 && other !== form && this.#knows(other)) ?? lemma;
  }
}

/** A noun in small letters has none but small letters in its lemma, whatever the treebank had beside it. */
function withoutNewCapital(form: string, lemma: string): string {
  const isNew = classAt(lemma, 0) === UPPER && classAt(form, 0) !== UPPER;
  return isNew ? lowerCase(lemma) : lemma;
}
