import type { Document } from "../document/index.ts";
import type { Draft, DraftShape } from "./draft.ts";
import type { Names } from "./names.ts";
import { isDefinite, POS, REL } from "./words.ts";

const PRONOUN =
  /^(?:he|him|his|himself|she|her|hers|herself|they|them|their|theirs|themselves|it|its|itself)$/i;

/** Nouns that take up a place or a state again, and which sort they may take up. */
export const PLACE_NOUNS: Readonly<Record<string, readonly string[]>> = {
  region: ["province", "region", "contested"],
  province: ["province", "contested"],
  territory: ["province", "region", "contested"],
  enclave: ["province", "region", "contested", "city"],
  peninsula: ["province", "region", "contested"],
  island: ["province", "region", "state"],
  republic: ["state", "province", "contested"],
  country: ["state"],
  nation: ["state"],
  city: ["city"],
  town: ["city"],
  capital: ["city"],
};

/** Pronouns, and definite nouns that stand for a name ("the alliance", "the province"). */
export function anaphorsOf(
  doc: Document,
  names: Names,
  sentence: { readonly index: number; readonly start: number; readonly end: number },
  isTaken: (word: number) => boolean,
  drafts: Draft[],
): void {
  for (let word = sentence.start; word < sentence.end; word++) {
    if (isTaken(word)) continue;
    const upos = doc.upos[word]!;
    if (upos === POS.PRON || (upos === POS.DET && /^(?:his|her|their|its)$/i.test(doc.form[word]!))) {
      if (PRONOUN.test(doc.form[word]!) && doc.deprel[word] !== REL.expl)
        drafts.push(anaphor(doc, sentence.index, word, word + 1, "pronoun"));
    } else if (upos === POS.NOUN) {
      const lemma = doc.lemma[word]!.toLowerCase();
      const owner = word > sentence.start && /^(?:his|her|their|its)$/i.test(doc.form[word - 1]!);
      if ((names.hints.has(lemma) || Object.hasOwn(PLACE_NOUNS, lemma)) && (owner || isDefinite(doc, word)))
        drafts.push(anaphor(doc, sentence.index, word, word + 1, "hint"));
    }
  }
}

function anaphor(doc: Document, sentence: number, start: number, end: number, shape: DraftShape): Draft {
  return {
    start,
    end,
    head: start,
    sentence,
    shape,
    kind: shape === "pronoun" ? "pronoun" : "common",
    readings: [],
    code: null,
    sector: null,
    name: doc.form[start]!,
    entry: null,
    role: null,
    office: "",
    isFormer: false,
    isPlural: /^(?:they|them|their|theirs|themselves)$/i.test(doc.form[start]!),
    isDefinite: true,
    isOwned: false,
    ethnicity: null,
    religion: null,
    owners: [],
    apposed: -1,
  };
}
