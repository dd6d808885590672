import { classAt, DIGIT, HYPHEN, isWordClass, LETTER, lowerCase, UPPER } from "./characters.ts";
import { finish, hashText, mix, ownCopy } from "./hash.ts";

/** What the features need to know of a form; hashes are 32-bit. */
export interface Lexeme {
  /** Quotes and dashes made plain, soft hyphens taken out. */
  readonly plain: string;
  readonly form: number;
  readonly lower: number;
  /** Hashes of the last 1 to 5 and of the first 1 to 3 units of the small-letter form. */
  readonly suffix: Int32Array;
  readonly prefix: Int32Array;
  /** Hash of the run-length-free shape: "Xx", "d-d", "x'x". */
  readonly shape: number;
  /** 0 no letters, 1 small, 2 Capital, 3 CAPITALS, 4 miXed. */
  readonly casing: number;
  /** Which tags the form has in the training data, as an arbitrary number; 0 for unknown forms. */
  readonly ambiguity: number;
}

/** Form hash to ambiguity class, sorted by hash. */
export interface AmbiguityTable {
  readonly hashes: Int32Array;
  readonly classes: Uint16Array;
}

const PLAIN = new Map<string, string>([
  ["’", "'"],
  ["‘", "'"],
  ["ʼ", "'"],
  ["`", "'"],
  ["“", '"'],
  ["”", '"'],
  ["„", '"'],
  ["«", '"'],
  ["»", '"'],
  ["''", '"'],
  ["``", '"'],
  ["’’", '"'],
  ["‘‘", '"'],
  ["‐", "-"],
  ["‑", "-"],
  ["—", "--"],
  ["–", "--"],
  ["…", "..."],
  ["\u00ad", "-"],
]);

const SPECIAL = /’|ʼ|‐|‑|\u00ad|\u200b|\u200c|\u200d|\ufe0f|\n/;
const INVISIBLE = /\u00ad|\u200b|\u200c|\u200d|\ufe0f|\n/g;

/** The form as the features see it. */
export function plainForm(form: string): string {
  const whole = PLAIN.get(form);
  if (whole !== undefined) return whole;
  if (!SPECIAL.test(form)) return form;
  return form.replace(/[’ʼ]/g, "'").replace(/[‐‑]/g, "-").replace(INVISIBLE, "") || form;
}

/** Longer forms are not remembered. */
const LONGEST_KEPT = 64;

/** Looks forms up once and remembers them; bounded, so that hostile text cannot fill the memory. */
export class Vocabulary {
  readonly #lexemes = new Map<string, Lexeme>();
  readonly #ambiguity: AmbiguityTable;

  constructor(ambiguity: AmbiguityTable) {
    this.#ambiguity = ambiguity;
  }

  /** Whether the form is in the vocabulary of the training data, however it is written. */
  knows(form: string): boolean {
    return this.lookup(form).ambiguity !== 0;
  }

  lookup(form: string): Lexeme {
    const known = this.#lexemes.get(form);
    if (known !== undefined) return known;
    if (this.#lexemes.size > 60_000) this.#lexemes.clear();
    const own = ownCopy(form);
    const lexeme = makeLexeme(own, this.#ambiguity);
    if (form.length <= LONGEST_KEPT) this.#lexemes.set(own, lexeme);
    return lexeme;
  }
}

/** All digits count as the same, but in very long forms. */
function withoutDigits(plain: string): string {
  return plain.length < 40 && /[0-9]/.test(plain) ? plain.replace(/[0-9]/g, "0") : plain;
}

/** The hash under which the ambiguity table holds a form. */
export function lowerHash(form: string): number {
  const lower = lowerCase(withoutDigits(plainForm(form)));
  return hashText(lower, 0, lower.length);
}

function makeLexeme(form: string, ambiguity: AmbiguityTable): Lexeme {
  const plain = plainForm(form);
  const digits = withoutDigits(plain);
  const lower = lowerCase(digits);
  const length = lower.length;
  const suffix = new Int32Array(5);
  for (let n = 1; n <= 5; n++) suffix[n - 1] = n <= length ? hashText(lower, length - n, length) : n;
  const prefix = new Int32Array(3);
  for (let n = 1; n <= 3; n++) prefix[n - 1] = n <= length ? hashText(lower, 0, n) : n;
  const lowerHash = hashText(lower, 0, length);
  return {
    plain,
    form: hashText(digits, 0, digits.length),
    lower: lowerHash,
    suffix,
    prefix,
    shape: shapeOf(plain),
    casing: casingOf(plain),
    ambiguity: findClass(ambiguity, lowerHash),
  };
}

function findClass({ hashes, classes }: AmbiguityTable, hash: number): number {
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = hashes[middle]!;
    if (found === hash) return classes[middle]!;
    if (found < hash) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

function shapeOf(plain: string): number {
  let hash = 7;
  let last = -1;
  const length = Math.min(plain.length, 24);
  for (let i = 0; i < length; i++) {
    const unit = classAt(plain, i);
    const sign = isWordClass(unit) || unit === HYPHEN ? unit : plain.charCodeAt(i) + 16;
    if (sign !== last) hash = mix(hash, sign);
    last = sign;
  }
  return finish(hash);
}

function casingOf(plain: string): number {
  const first = classAt(plain, 0);
  let upper = 0;
  let lower = 0;
  for (let i = 0; i < plain.length; i++) {
    const unit = classAt(plain, i);
    if (unit === UPPER) upper++;
    else if (unit === LETTER) lower++;
  }
  if (upper + lower === 0) return first === DIGIT ? 5 : 0;
  if (upper === 0) return 1;
  if (lower === 0) return upper > 1 ? 3 : 2;
  return first === UPPER && upper === 1 ? 2 : 4;
}
