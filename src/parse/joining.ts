import { classAt, HYPHEN, LETTER, lowerCase, UPPER } from "./characters.ts";

/** Says whether a form is in the vocabulary. */
export type Knows = (form: string) => boolean;

/** Where no vocabulary is at hand. */
export const knowsNothing: Knows = () => false;

/** Parts that keep a hyphen inside the word: "re-elected", "anti-tank". Every other hyphen stands alone. */
export const PREFIXES: ReadonlySet<string> = new Set(
  (
    "anti arch bi co counter cross de e em ex extra hyper infra inter intra macro mega meta micro mid mini mono multi neo " +
    "non over pan para post pre pro proto pseudo psycho quasi re semi socio sub super trans tri ultra un under uni vice"
  ).split(" "),
);

const BREAK = /^([^\n]*?)([-‐\u00ad])[^\S\n]*\r?\n[^\S\n]*([^\n]*)$/;
const AFTER_BREAK = /[^\S\n]*\r?\n[^\S\n]*(?=[a-zß-öø-ÿ]{2})/y;
const LONGEST_PART = 24;

/**
 * Where a word goes on after a hyphen at `end` and the end of its line: the place of the rest's first letter, or -1 if the two
 * are no word. "govern-⏎ment" is one, "cease-⏎fire" are two.
 */
export function acrossBreak(text: string, at: number, end: number, to: number, knows: Knows): number {
  const isSoft = text.charCodeAt(end - 1) === 0xad;
  if (!isSoft && classAt(text, end) !== HYPHEN) return -1;
  AFTER_BREAK.lastIndex = isSoft ? end : end + 1;
  if (end - at > LONGEST_PART || !AFTER_BREAK.test(text) || AFTER_BREAK.lastIndex >= to) return -1;
  const next = AFTER_BREAK.lastIndex;
  const first = text.slice(at, isSoft ? end - 1 : end);
  if (first.length < 2 || !isLetters(first)) return -1;
  let last = next;
  while (last < to && classAt(text, last) === LETTER && last - next < LONGEST_PART) last++;
  const second = text.slice(next, last);
  const isWord =
    isSoft || knows(first + second) || PREFIXES.has(lowerCase(first)) || !knows(first) || !knows(second);
  return isWord ? next : -1;
}

function isLetters(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = classAt(text, i);
    if (unit !== LETTER && unit !== UPPER) return false;
  }
  return true;
}

/** A form without the end of a line inside it; the hyphen before it goes too, unless it parts a prefix and a word. */
export function unbroken(form: string, knows: Knows): string {
  if (!form.includes("\n")) return form;
  const [, first, mark, second] = BREAK.exec(form) ?? [];
  if (first === undefined || second === undefined) return form;
  const isPrefix =
    mark !== "\u00ad" && PREFIXES.has(lowerCase(first)) && !knows(first + second) && knows(second);
  return isPrefix ? `${first}-${second}` : first + second;
}

const TWO_WORDS =
  /^(?:about|after|and|at|before|by|for|from|in|into|is|of|on|over|that|to|under|was|were|with)(?=the$)/;

/**
 * Where a word of small letters divides that scanning has run together out of two: after "of" of "ofthe", after "the" of
 * "theenvoy"; -1 where it does not.
 */
export function runTogether(token: string, knows: Knows): number {
  if (token.length < 5 || token.length > LONGEST_PART || !/^[a-z]+$/.test(token)) return -1;
  if (!token.startsWith("the") && !token.endsWith("the")) return -1;
  if (knows(token)) return -1;
  const first = TWO_WORDS.exec(token);
  if (first !== null) return first[0].length;
  return token.length >= 7 && token.startsWith("the") && knows(token.slice(3)) ? 3 : -1;
}
