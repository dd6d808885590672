import compromise from "compromise";
import winkModel from "wink-eng-lite-web-model";
import winkNlp, { type ItsFunction } from "wink-nlp";
import type { Corpus } from "../training/corpus.ts";

/** A word as another analyser has it. */
export interface OtherWord {
  readonly from: number;
  readonly to: number;
  /** The universal tag that the analyser's own comes to; empty where there is none. */
  readonly upos: string;
  /** All universal tags that its own, coarser tag may stand for. */
  readonly lenient: readonly string[];
  readonly lemma: string;
}

/** An analyser that is measured beside ours. */
export interface Other {
  readonly name: string;
  /** What it finds out, for tables. */
  readonly does: string;
  /** Finds words (compromise: none that are punctuation) with the spans of sentences. */
  read(text: string): { readonly words: OtherWord[]; readonly sentences: [number, number][] };
  /** Does all of that but gives back no more than a count, so that it can be timed. */
  work(text: string): number;
}

const wink = winkNlp(winkModel, ["sbd", "pos"]);

/** Its types say that it needs the model's parts; they are given by itself. */
const winkLemma = wink.its.lemma as unknown as ItsFunction<string>;

const winkOther: Other = {
  name: "wink-nlp 2.4.0",
  does: "tokens, sentences, tags, lemmas",
  read(text) {
    const { its } = wink;
    const doc = wink.readDoc(text);
    const tokens = doc.tokens();
    const forms: string[] = tokens.out(its.value);
    const tags: string[] = tokens.out(its.pos);
    const lemmas: string[] = tokens.out(winkLemma);
    let at = 0;
    const words = forms.map((form, i) => {
      const from = text.indexOf(form, at);
      at = from + form.length;
      const upos = tags[i]!;
      return { from, to: at, upos, lenient: [upos], lemma: lemmas[i]! };
    });
    const sentences = doc
      .sentences()
      .out(its.span)
      .map((span): [number, number] => {
        const [first, last] = span as unknown as [number, number];
        return [words[first]!.from, words[last]!.to];
      });
    return { words, sentences };
  },
  work(text) {
    const doc = wink.readDoc(text);
    return doc.tokens().out(wink.its.pos).length + doc.tokens().out(winkLemma).length;
  },
};

/** compromise's tags as universal ones: the first that a term has decides. */
const TERMS: readonly (readonly [tag: string, upos: string, lenient: string])[] = [
  ["Copula", "AUX", "AUX VERB"],
  ["Modal", "AUX", "AUX VERB"],
  ["Auxiliary", "AUX", "AUX VERB"],
  ["Negative", "PART", "PART ADV DET INTJ"],
  ["Pronoun", "PRON", "PRON DET"],
  ["QuestionWord", "PRON", "PRON ADV DET SCONJ"],
  ["Determiner", "DET", "DET PRON"],
  ["Possessive", "PRON", "PRON PART PROPN NOUN"],
  ["ProperNoun", "PROPN", "PROPN NOUN ADJ"],
  ["Acronym", "PROPN", "PROPN NOUN"],
  ["Month", "PROPN", "PROPN NOUN"],
  ["WeekDay", "PROPN", "PROPN NOUN"],
  ["Ordinal", "ADJ", "ADJ NUM NOUN"],
  ["Value", "NUM", "NUM NOUN ADJ"],
  ["Expression", "INTJ", "INTJ"],
  ["Conjunction", "CCONJ", "CCONJ SCONJ ADP PART"],
  ["Preposition", "ADP", "ADP SCONJ PART ADV"],
  ["Adverb", "ADV", "ADV"],
  ["Adjective", "ADJ", "ADJ"],
  ["Verb", "VERB", "VERB AUX"],
  ["Noun", "NOUN", "NOUN PROPN PRON"],
];

interface Term {
  readonly text: string;
  readonly normal: string;
  readonly tags: readonly string[];
  readonly root?: string;
  readonly implicit?: string;
  readonly offset: { readonly start: number; readonly length: number };
}

const TERM_OUTPUT = {
  offset: true,
  terms: { text: true, normal: true, tags: true, root: true, offset: true },
};

const compromiseOther: Other = {
  name: "compromise 14.17.0",
  does: "tokens, sentences, tags, roots",
  read(text) {
    const view = compromise(text);
    view.compute("root");
    const found = view.json(TERM_OUTPUT) as { offset: Term["offset"]; terms: Term[] }[];
    const words: OtherWord[] = [];
    for (const { terms } of found)
      for (const { normal, tags, root, implicit, offset } of terms) {
        // Contractions come as one term with the text and empty ones for the rest: no tag fits the whole.
        if (implicit !== undefined || offset.length === 0) continue;
        const kind = TERMS.find(([tag]) => tags.includes(tag));
        const [, upos = "", lenient = ""] = kind ?? [];
        words.push({
          from: offset.start,
          to: offset.start + offset.length,
          upos,
          lenient: lenient.split(" "),
          lemma: root ?? normal,
        });
      }
    const sentences = found.map(({ offset }): [number, number] => [
      offset.start,
      offset.start + text.slice(offset.start, offset.start + offset.length).trimEnd().length,
    ]);
    return { words, sentences };
  },
  work(text) {
    const view = compromise(text);
    view.compute("root");
    return view.termList().length;
  },
};

/** The analysers of the JavaScript world that ours is measured beside. */
export const OTHERS: readonly Other[] = [winkOther, compromiseOther];

/** A corpus's paragraphs joined to texts of about so many characters, as long as a report. */
export function reportsOf({ doc, blocks }: Corpus, size = 4000): string[] {
  const reports: string[] = [];
  let current = "";
  for (const { from, to } of blocks) {
    if (current !== "" && current.length + to - from > size) {
      reports.push(current);
      current = "";
    }
    current += (current === "" ? "" : "\n\n") + doc.text.slice(from, to);
  }
  if (current !== "") reports.push(current);
  return reports;
}
