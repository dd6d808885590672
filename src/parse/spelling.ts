import { classAt, DIGIT, isWordClass, lowerCase, upperCase } from "./characters.ts";

/** Rows of the table of character sequences. */
export const PIECE_ROWS = 1 << 15;
const MOST_PIECES = 64;
const LONGEST_FORM = 24;

/** Form, case and characters of a word as the network sees them. */
export interface Spelling {
  /** Hash of the normal form: small letters, every digit a 0, plain quotes and hyphens. */
  readonly word: number;
  /** Rows of its sequences of 2 to 5 characters, beginning and end marked. */
  readonly pieces: readonly number[];
  /** Which of seven ways it is written in. */
  readonly shape: number;
}

/** Describes the form of a word; `training/neural/spelling.py` has the same definition. */
export function spell(form: string): Spelling {
  const normal = normalForm(form);
  return { word: fnv(normal, 0, normal.length), pieces: piecesOf(normal), shape: shapeOf(form) };
}

/** The form under which the network knows a word. */
export function normalForm(form: string): string {
  const plain = form
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[–—]/g, "-")
    .replace(/\u00ad|\u200b|\u200c|\u200d/g, "");
  return lowerCase(plain).replace(/[0-9²³¹]/g, "0");
}

/** FNV-1a over the bytes of the UTF-16 units, low byte first, as an unsigned number. */
export function fnv(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    hash = Math.imul(hash ^ unit, 0x01000193);
  }
  return hash >>> 0;
}

function piecesOf(normal: string): number[] {
  const signs = ["^", ...Array.from(normal).slice(0, LONGEST_FORM), "$"];
  const marked = signs.join("");
  // Places of the signs in UTF-16 units, of which a sign outside the basic plane has two.
  const places = [0];
  for (const sign of signs) places.push(places.at(-1)! + sign.length);
  const rows = new Set<number>();
  for (let length = 2; length <= 5; length++)
    for (let from = 0; from + length <= signs.length; from++)
      rows.add(fnv(marked, places[from]!, places[from + length]!) & (PIECE_ROWS - 1));
  const sorted = [...rows].sort((a, b) => a - b).slice(0, MOST_PIECES);
  return sorted.length > 0 ? sorted : [0];
}

/** Neither letters nor digits, though they stand in words: the underscore, fractions and combining marks. */
const NO_LETTER = /_|[²³¹]|¼|½|¾|[\u0300-\u036f]|[\ud800-\udfff]/g;

function shapeOf(form: string): number {
  let upper = 0;
  let cased = 0;
  for (const sign of form) {
    if (lowerCase(sign) !== sign) upper++;
    else if (upperCase(sign) === sign) continue;
    cased++;
  }
  const first = form.slice(0, 1);
  if (cased > 0 && upper === cased) return form.length > 1 ? 1 : 2;
  if (lowerCase(first) !== first) return 3;
  if (upper > 0) return 4;
  if (classAt(form, 0) === DIGIT || /^[²³¹]/.test(form)) return 5;
  return lettersOf(form.replace(NO_LETTER, "")) === form.length ? 0 : 6;
}

function lettersOf(form: string): number {
  let letters = 0;
  for (let i = 0; i < form.length; i++) {
    const unit = classAt(form, i);
    if (isWordClass(unit) && unit !== DIGIT) letters++;
  }
  return letters;
}
