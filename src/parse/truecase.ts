import { uposOf } from "../document/index.ts";
import { classAt, DIGIT, isWordClass, lowerCase, UPPER, upperCase } from "./characters.ts";
import { type Analysis, analyseAny } from "./engine.ts";
import type { Model } from "./model.ts";

/** So many words in capitals make a sentence one that is shouted, if no other word has small letters. */
const LEAST_WORDS = 3;
/** Names as short as this are acronyms more often than not, and keep their capitals in the lemma. */
const ACRONYM = 3;

type Forms = readonly string[];

/**
 * Analyses sentences with their case restored where a whole sentence stands in capitals, as headlines and old wires do.
 * There all is read in small letters first; what the tagger then takes for names gets its capital back, and so does a word
 * that is not in the vocabulary and passes for a name in capitals.
 */
export function analyseTruecased(model: Model, sentences: readonly Forms[]): Analysis[] {
  const shouted = sentences.flatMap((forms, s) => (isShouted(forms) ? [s] : []));
  if (shouted.length === 0) return analyseAny(model.engine, sentences);
  const small = shouted.map((s) => smallForms(sentences[s]!));
  const first = analyseAny(model.engine, small);
  const asWritten = analyseAny(
    model.engine,
    shouted.map((s) => sentences[s]!),
  );
  const restored = [...sentences];
  shouted.forEach((s, i) => {
    const isNameAt = (word: number, form: string) =>
      isName(model, first[i]!.tag[word]!) ||
      (isName(model, asWritten[i]!.tag[word]!) && !model.vocabulary.knows(form));
    restored[s] = small[i]!.map((form, word) => (isNameAt(word, form) ? withCapital(form) : form));
  });
  const found = analyseAny(model.engine, restored);
  for (const s of shouted) found[s] = withAcronyms(model, sentences[s]!, found[s]!);
  return found;
}

function isName(model: Model, tag: number): boolean {
  return model.tagUpos[tag] === uposOf("PROPN");
}

function isShouted(forms: Forms): boolean {
  let words = 0;
  for (const form of forms) {
    if (upperCase(form) !== form) return false;
    if (form.length > 1 && lowerCase(form) !== form) words++;
  }
  return words >= LEAST_WORDS;
}

/** Small letters, but for the sentence's first, "I", and what is written with dots or digits. */
function smallForms(forms: Forms): Forms {
  const start = forms.findIndex((form) => isWordClass(classAt(form, 0)));
  return forms.map((form, i) => {
    if (form === "I" || /[.\d]/.test(form)) return form;
    return i === start ? withCapital(lowerCase(form)) : lowerCase(form);
  });
}

function withCapital(form: string): string {
  return classAt(form, 0) === DIGIT ? form : upperCase(form.slice(0, 1)) + form.slice(1);
}

function withAcronyms(model: Model, forms: Forms, analysis: Analysis): Analysis {
  const lemma = analysis.lemma.map((text, word) => {
    const form = forms[word]!;
    const isAcronym = form.length > 1 && form.length <= ACRONYM && classAt(form, 0) === UPPER;
    return isAcronym && isName(model, analysis.tag[word]!) ? form : text;
  });
  return { ...analysis, lemma };
}
