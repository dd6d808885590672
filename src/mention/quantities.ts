import { type Document, XPOS } from "../document/index.ts";
import type { Quantity } from "./mention.ts";
import { POS, REL } from "./words.ts";

const ONES: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const SCALES: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1000,
  million: 1_000_000,
  billion: 1_000_000_000,
};
/** The least that a vague word says: "dozens" is two dozen or more. */
const VAGUE: Readonly<Record<string, number>> = {
  dozens: 24,
  scores: 40,
  hundreds: 200,
  thousands: 2000,
  millions: 2_000_000,
  several: 3,
  many: 3,
};

interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly min: number;
  readonly max: number | null;
}

/** The counts of a document: "at least 12 civilians", "dozens of villagers", "between 10 and 15 soldiers". */
export function quantitiesOf(doc: Document): Quantity[] {
  const found: Quantity[] = [];
  for (let i = 0; i < doc.wordCount; ) {
    const numeral = numeralAt(doc, i);
    if (numeral === null) {
      i++;
      continue;
    }
    const range = rangeFrom(doc, numeral);
    const counted = countedBy(doc, range);
    if (counted >= 0) found.push(bounded(doc, range, counted));
    i = range.end;
  }
  return found;
}

function numberOf(form: string): number | null {
  const lower = form.toLowerCase();
  if (/^\d{1,3}(?:,\d{3})+$/.test(form)) return Number(form.replaceAll(",", ""));
  if (/^\d+(?:\.\d+)?$/.test(form)) return Number(form);
  if (Object.hasOwn(ONES, lower)) return ONES[lower]!;
  const [tens, ones] = lower.split("-");
  if (ones !== undefined && Object.hasOwn(ONES, tens!) && Object.hasOwn(ONES, ones))
    return ONES[tens!]! + ONES[ones]!;
  return null;
}

/** A number in figures or words that begins here, scales included: "two hundred", "12", "half a dozen". */
function numeralAt(doc: Document, at: number): Numeral | null {
  const lower = doc.form[at]!.toLowerCase();
  if (Object.hasOwn(VAGUE, lower)) return { start: at, end: at + 1, min: VAGUE[lower]!, max: null };
  const next = doc.form[at + 1]?.toLowerCase() ?? "";
  if (lower === "half" && next === "a" && doc.form[at + 2]?.toLowerCase() === "dozen")
    return exact(at, at + 3, 6);
  if ((lower === "a" || lower === "an") && Object.hasOwn(SCALES, next))
    return exact(at, at + 2, SCALES[next]!);
  const value = numberOf(doc.form[at]!);
  if (value === null) return null;
  return scaled(doc, at, value);
}

function exact(start: number, end: number, value: number): Numeral {
  return { start, end, min: value, max: value };
}

function scaled(doc: Document, at: number, value: number): Numeral {
  let total = 0;
  let current = value;
  let end = at + 1;
  for (; end < doc.wordCount; end++) {
    const lower = doc.form[end]!.toLowerCase();
    if (Object.hasOwn(SCALES, lower)) {
      const scale = SCALES[lower]!;
      if (scale >= 1000) {
        total += current * scale;
        current = 0;
      } else current *= scale;
      continue;
    }
    const isJoined = (lower === "-" || lower === "and") && doc.form[end + 1] !== undefined;
    const more = isJoined ? wordValue(doc.form[end + 1]!) : wordValue(doc.form[end]!);
    const isTens = lower === "-" ? current % 10 === 0 && current >= 20 && current < 100 : end > at + 1;
    if (more === null || !isTens || (lower === "and" && current < 100 && total === 0)) break;
    current += more;
    if (isJoined) end++;
  }
  return exact(at, end, total + current);
}

function wordValue(form: string): number | null {
  return /^\p{L}/u.test(form) ? numberOf(form) : null;
}

/** "10 to 15", "10-15", "between 10 and 15". */
function rangeFrom(doc: Document, first: Numeral): Numeral {
  const link = doc.form[first.end]?.toLowerCase() ?? "";
  const isBetween = doc.form[first.start - 1]?.toLowerCase() === "between" && link === "and";
  if (!isBetween && link !== "to" && link !== "-" && link !== "–" && link !== "or") return first;
  const second = numeralAt(doc, first.end + 1);
  if (second === null || second.max === null || second.min <= first.min) return first;
  return {
    start: isBetween ? first.start - 1 : first.start,
    end: second.end,
    min: first.min,
    max: second.max,
  };
}

/** What is counted: the noun that the number hangs on, or the one after "of". */
function countedBy(doc: Document, numeral: Numeral): number {
  const after = doc.form[numeral.end]?.toLowerCase();
  for (let i = numeral.start; i < numeral.end; i++) {
    const head = doc.head[i]!;
    const isOutside = head < numeral.start || head >= numeral.end;
    if (
      isOutside &&
      head >= 0 &&
      (doc.deprel[i] === REL.nummod || doc.deprel[i] === REL.amod) &&
      isNoun(doc, head)
    )
      return head;
  }
  if (after === "of") return nounFrom(doc, numeral.end + 1);
  if (after === undefined || /^[%$€£]/.test(after)) return -1;
  const noun = nounFrom(doc, numeral.end);
  return noun >= 0 && noun - numeral.end <= 3 ? noun : -1;
}

function isNoun(doc: Document, word: number): boolean {
  return doc.upos[word] === POS.NOUN || (doc.upos[word] === POS.PROPN && XPOS[doc.xpos[word]!] === "NNPS");
}

/** The last noun of the phrase that begins here. */
function nounFrom(doc: Document, start: number): number {
  let noun = -1;
  for (let i = start; i < doc.wordCount; i++) {
    const upos = doc.upos[i]!;
    if (isNoun(doc, i)) noun = i;
    else if (noun >= 0 || (upos !== POS.ADJ && upos !== POS.DET && upos !== POS.NUM && doc.form[i] !== "-"))
      break;
  }
  return noun;
}

const CUES: readonly { readonly words: readonly string[]; readonly bound: "min" | "max" | "about" }[] = [
  { words: ["at", "least"], bound: "min" },
  { words: ["more", "than"], bound: "min" },
  { words: ["no", "fewer", "than"], bound: "min" },
  { words: ["no", "less", "than"], bound: "min" },
  { words: ["over"], bound: "min" },
  { words: ["at", "most"], bound: "max" },
  { words: ["up", "to"], bound: "max" },
  { words: ["as", "many", "as"], bound: "max" },
  { words: ["fewer", "than"], bound: "max" },
  { words: ["less", "than"], bound: "max" },
  { words: ["no", "more", "than"], bound: "max" },
  { words: ["nearly"], bound: "max" },
  { words: ["almost"], bound: "max" },
  { words: ["some"], bound: "about" },
  { words: ["about"], bound: "about" },
  { words: ["around"], bound: "about" },
  { words: ["roughly"], bound: "about" },
  { words: ["approximately"], bound: "about" },
  { words: ["an", "estimated"], bound: "about" },
];

/** The number with the cue before it taken in: "at least" leaves the upper bound open, "up to" the lower one. */
function bounded(doc: Document, numeral: Numeral, counted: number): Quantity {
  let { start, min, max }: { start: number; min: number | null; max: number | null } = numeral;
  let longest = 0;
  for (const { words, bound } of CUES) {
    const from = numeral.start - words.length;
    if (from < 0 || words.length <= longest) continue;
    if (!words.every((word, i) => doc.form[from + i]!.toLowerCase() === word)) continue;
    longest = words.length;
    start = from;
    min = bound === "max" ? null : numeral.min;
    max = bound === "min" ? null : numeral.max;
  }
  return { start, end: numeral.end, counted, min, max };
}
