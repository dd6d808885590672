import { boundaryFeatures, Rows } from "./features.ts";
import type { Lexeme } from "./lexeme.ts";
import type { Scorer } from "./weights.ts";

/** How many bits of a hash pick the row of a boundary feature. */
export const BOUNDARY_BITS = 18;

/** No sentence has more tokens: longer ones are cut, so that no step works on more at once. */
export const LONGEST_SENTENCE = 400;

/** The tokens of a block, with what stands between them. */
export interface Block {
  readonly lexemes: readonly Lexeme[];
  /** 1 where no blank stands between a token and the next. */
  readonly glued: ArrayLike<number>;
}

/** What the boundary features need to know of the sentence so far. */
export class BoundaryContext {
  glued = 0;
  sinceStart = 0;
  openBrackets = 0;

  /** Takes in the next token of the sentence. */
  add(lexeme: Lexeme, glued: number): void {
    this.glued = glued;
    this.sinceStart++;
    if (lexeme.plain === "(" || lexeme.plain === "[") this.openBrackets = 1;
    if (lexeme.plain === ")" || lexeme.plain === "]") this.openBrackets = 0;
  }

  /** Begins a new sentence. */
  reset(): void {
    this.sinceStart = 0;
    this.openBrackets = 0;
  }
}

/** Abbreviations after which a sentence may well end, unlike titles, and words that begin a sentence but no name. */
const CLOSING = /^(?:(?:[A-Za-z]\.){2,}|(?:Co|Corp|Inc|Ltd|Bros|Jr|Sr|etc|Esq)\.)$/;
const OPENING =
  /^(?:He|She|It|They|We|You|This|These|Those|There|His|Her|Its|Their|But|However|Meanwhile|Nobody)$/;

const HALF_DAY = /^[AaPp]\.?[Mm]\.?$/;
/** What follows the time of a day within its sentence. */
const ZONE =
  /^(?:GMT|UTC|[A-Z]{1,3}[SD]T|CET|CEST|Moscow|Beijing|Eastern|Pacific|Greenwich|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/;

/**
 * Where a rule is surer than what was learnt: after "Co. It", after the stop of "ended.The" and before a quotation, not after
 * a title or a single word that goes on in small letters; null elsewhere.
 */
function ruledEnd(
  lexemes: readonly Lexeme[],
  i: number,
  { glued, sinceStart }: BoundaryContext,
  nextGlued: boolean,
): boolean | null {
  const [before, w, after] = [lexemes[i - 1], lexemes[i]!, lexemes[i + 1]!];
  // "PM Okello" is no time of the day, and "5 p.m. GMT" goes on.
  if (HALF_DAY.test(w.plain))
    if (ZONE.test(after.plain) || (w.plain.length === 2 && before?.casing !== DIGITS)) return false;
  if (w.plain === "." && glued === 0 && nextGlued && after.plain === '"' && sinceStart > 2) return true;
  if (CLOSING.test(w.plain) && OPENING.test(after.plain)) return true;
  if (w.plain === "." && glued === 1 && sinceStart > 2 && before?.casing === SMALL && before.plain.length > 2)
    if (after.plain.length > 1 && (after.casing === CAPITAL || after.casing === SMALL)) return true;
  if (sinceStart === 1 && after.casing === SMALL && w.casing !== 0 && w.casing !== DIGITS) return false;
  return null;
}

const [SMALL, CAPITAL, DIGITS] = [1, 2, 5];

/** Finds where the sentences of a block end. */
export class Splitter {
  readonly #rows = new Rows(BOUNDARY_BITS);
  readonly #scores = new Int32Array(2);
  readonly #scorer: Scorer;

  constructor(scorer: Scorer) {
    this.#scorer = scorer;
  }

  /** The token after the last of each sentence, in order; the last entry is the number of tokens. */
  split({ lexemes, glued }: Block): number[] {
    const ends: number[] = [];
    const context = new BoundaryContext();
    for (let i = 0; i < lexemes.length; i++) {
      context.add(lexemes[i]!, glued[i]!);
      if (
        i + 1 < lexemes.length &&
        context.sinceStart < LONGEST_SENTENCE &&
        !this.#ends(lexemes, i, context, glued[i + 1] === 1)
      )
        continue;
      ends.push(i + 1);
      context.reset();
    }
    return ends;
  }

  #ends(lexemes: readonly Lexeme[], i: number, context: BoundaryContext, nextGlued: boolean): boolean {
    const ruled = ruledEnd(lexemes, i, context, nextGlued);
    if (ruled !== null) return ruled;
    boundaryFeatures(this.#rows, lexemes, i, context);
    this.#scorer.score(this.#rows, this.#scores);
    return this.#scores[1]! > this.#scores[0]!;
  }
}
