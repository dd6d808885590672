import { plainForm } from "./lexeme.ts";

/** How a lemma follows from a form: units to cut off at the end, what to put there, and whether small letters come first. */
interface EditRule {
  readonly cut: number;
  readonly add: string;
  readonly lower: boolean;
}

/** The longest suffix that rules are kept for. */
export const LONGEST_SUFFIX = 6;

/** Writes an edit rule, as the model stores it. */
export function ruleText(form: string, lemma: string): string | null {
  for (const lower of [false, true]) {
    const from = lower ? form.toLowerCase() : form;
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

/** The form that lemma rules and exceptions are looked up by. */
export function lemmaKey(form: string): string {
  return plainForm(form);
}

/** Finds lemmas: first the exceptions by form and tag, then the rule of the longest suffix known for the tag. */
export class Lemmatizer {
  readonly #exceptions = new Map<string, string>();
  readonly #rules = new Map<string, EditRule>();

  /** `exceptions` has lines of form, tag and lemma, `rules` of tag, suffix and rule; all by tabs. */
  constructor(exceptions: string, rules: string) {
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
    const key = lemmaKey(form);
    const exception = this.#exceptions.get(`${key}\t${tag}`);
    if (exception !== undefined) return exception;
    const lower = key.toLowerCase();
    for (let length = Math.min(LONGEST_SUFFIX, key.length); length >= 0; length--) {
      const rule = this.#rules.get(`${tag}\t${lower.slice(lower.length - length)}`);
      if (rule === undefined || rule.cut > key.length) continue;
      const base = rule.lower ? lower : key;
      return base.slice(0, base.length - rule.cut) + rule.add || key;
    }
    return key;
  }
}
