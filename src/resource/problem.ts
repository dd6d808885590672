/** Something wrong in data that somebody handed over: said, counted, and never thrown at the first. */
export interface Problem {
  /** A stable word for the kind of fault, such as `too-large`, `not-text`, `bad-json`. */
  readonly code: string;
  /** File or row as the user named it. */
  readonly path: string;
  /** 1-based line, where there is one. */
  readonly line?: number;
  /** What is wrong and what to do, in one sentence. */
  readonly message: string;
}
