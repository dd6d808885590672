export { DocumentBuilder, type WordColumns } from "./builder.ts";
export { CONLLU, type ConlluLine, type ConlluSentence, readConllu, writeConllu } from "./conllu.ts";
export { conlluFromDocument, documentFromConllu, fillConllu, splitToken } from "./convert.ts";
export type { Document } from "./document.ts";
export { DEPREL, type Deprel, UPOS, type Upos, XPOS, type Xpos } from "./tagset.ts";
export {
  children,
  childrenWith,
  childWith,
  deprelOf,
  hasDeprel,
  hasUpos,
  hasXpos,
  isBelow,
  rangeOf,
  rootOf,
  sentenceCount,
  sentenceOf,
  sentenceRange,
  sentenceWords,
  subtree,
  textOf,
  uposOf,
  xposOf,
} from "./words.ts";
