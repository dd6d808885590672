/** What a UTF-16 unit can do inside a token. */
export const BLANK = 0;
export const UPPER = 1;
/** Small and caseless letters, combining marks, ideographs. */
export const LETTER = 2;
export const DIGIT = 3;
export const APOSTROPHE = 4;
export const HYPHEN = 5;
export const DOT = 6;
/** Punctuation and symbols. */
export const MARK = 7;
/** Soft hyphen, joiners, variation selectors: they stay with what stands before them. */
export const JOINER = 8;
/** First half of an emoji or another pictograph outside the basic plane. */
export const PICTURE = 9;

/** Ranges of punctuation and symbols above ASCII, fixed here so that every engine agrees. */
const MARKS: readonly (readonly [number, number])[] = [
  [0xa1, 0xa9],
  [0xab, 0xac],
  [0xae, 0xb1],
  [0xb4, 0xb4],
  [0xb6, 0xb8],
  [0xbb, 0xbb],
  [0xbf, 0xbf],
  [0xd7, 0xd7],
  [0xf7, 0xf7],
  [0x37e, 0x37e],
  [0x55a, 0x55f],
  [0x589, 0x58a],
  [0x5be, 0x5be],
  [0x60c, 0x60d],
  [0x61b, 0x61f],
  [0x66a, 0x66d],
  [0x6d4, 0x6d4],
  [0x964, 0x965],
  [0x2012, 0x2018],
  [0x201a, 0x2027],
  [0x2030, 0x205e],
  [0x207a, 0x207e],
  [0x208a, 0x208e],
  [0x20a0, 0x20cf],
  [0x2116, 0x2117],
  [0x2120, 0x2123],
  [0x2190, 0x2bff],
  [0x3001, 0x3004],
  [0x3008, 0x3020],
  [0x3030, 0x3030],
  [0xfe10, 0xfe6b],
  [0xff01, 0xff0f],
  [0xff1a, 0xff20],
  [0xff3b, 0xff40],
  [0xff5b, 0xff65],
  [0xffe0, 0xffee],
];

const BLANKS = [0xa0, 0x1680, 0x180e, 0x200b, 0x2028, 0x2029, 0x202f, 0x205f, 0x2060, 0x3000, 0xfeff];
const JOINERS = [0xad, 0x200c, 0x200d, 0x200e, 0x200f, 0x20e3, 0xfe0e, 0xfe0f];

const table = makeTable();

function makeTable(): Uint8Array {
  const classes = new Uint8Array(65536).fill(LETTER);
  const letter = (code: number) => String.fromCharCode(code);
  for (let code = 0x41; code < 0x530; code++)
    if (letter(code).toLowerCase() !== letter(code)) classes[code] = UPPER;
  classes.fill(BLANK, 0, 0x21).fill(BLANK, 0x7f, 0xa1).fill(BLANK, 0x2000, 0x200b);
  classes.fill(BLANK, 0x202a, 0x202f).fill(BLANK, 0x2066, 0x2070);
  for (const code of BLANKS) classes[code] = BLANK;
  for (const code of '!"#$%&()*+,/:;<=>?@[\\]^`{|}~') classes[code.charCodeAt(0)] = MARK;
  for (const [first, last] of MARKS) classes.fill(MARK, first, last + 1);
  for (const code of JOINERS) classes[code] = JOINER;
  classes.fill(DIGIT, 0x30, 0x3a);
  for (const code of [0x27, 0x2019, 0x2bc]) classes[code] = APOSTROPHE;
  for (const code of [0x2d, 0x2010, 0x2011]) classes[code] = HYPHEN;
  classes[0x2e] = DOT;
  classes.fill(PICTURE, 0xd83c, 0xd83f);
  return classes;
}

/** The class of the UTF-16 unit at a place in the text; BLANK beyond its end. */
export function classAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? table[text.charCodeAt(at)]! : BLANK;
}

/** Whether the unit is a letter or a digit. */
export function isWordClass(unit: number): boolean {
  return unit === UPPER || unit === LETTER || unit === DIGIT;
}

/** Whether a place in the text holds a blank: whitespace, a control character or a zero-width space. */
export function isBlank(text: string, at: number): boolean {
  return classAt(text, at) === BLANK;
}

/** Scripts that still gain letters; engines know them or not by their age, so their case is left alone. */
const CHANGING = /[\u1c80-\u1dff\u2c00-\ufeff\ufff0-\uffff]/;
const SETTLED = /[^\u1c80-\u1dff\u2c00-\ufeff\ufff0-\uffff]+/g;

/** Small letters, the same in engines of every age. */
export function lowerCase(text: string): string {
  return CHANGING.test(text) ? text.replace(SETTLED, (part) => part.toLowerCase()) : text.toLowerCase();
}

/** Capital letters, the same in engines of every age. */
export function upperCase(text: string): string {
  return CHANGING.test(text) ? text.replace(SETTLED, (part) => part.toUpperCase()) : text.toUpperCase();
}
