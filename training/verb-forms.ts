/** A form of a verb with its Penn tag. */
export interface VerbForm {
  readonly form: string;
  readonly xpos: string;
  readonly lemma: string;
}

/** Reads `verbs.txt`: lines of three columns for irregular verbs, all other lines lists of regular ones. */
export function verbForms(text: string): VerbForm[] {
  const forms: VerbForm[] = [];
  for (const line of text.split("\n")) {
    if (line.startsWith("#")) continue;
    const words = line.split(" ").filter((word) => word !== "");
    if (words.length === 3) forms.push(...irregular(words[0]!, words[1]!, words[2]!));
    else for (const verb of words) forms.push(...present(verb), ...regularPast(verb));
  }
  return forms;
}

function irregular(lemma: string, past: string, participle: string): VerbForm[] {
  return [
    ...present(lemma),
    ...past.split("/").map((form) => ({ form, xpos: "VBD", lemma })),
    ...participle.split("/").map((form) => ({ form, xpos: "VBN", lemma })),
  ];
}

function present(lemma: string): VerbForm[] {
  const third = /(?:[sxz]|ch|sh|o)$/.test(lemma)
    ? `${lemma}es`
    : /[^aeiou]y$/.test(lemma)
      ? `${lemma.slice(0, -1)}ies`
      : `${lemma}s`;
  const ing = /ie$/.test(lemma) ? [`${lemma.slice(0, -2)}ying`] : stems(lemma).map((stem) => `${stem}ing`);
  return [
    { form: lemma, xpos: "VB", lemma },
    { form: lemma, xpos: "VBP", lemma },
    { form: third, xpos: "VBZ", lemma },
    ...ing.map((form) => ({ form, xpos: "VBG", lemma })),
  ];
}

function regularPast(lemma: string): VerbForm[] {
  const past = /[^aeiou]y$/.test(lemma)
    ? [`${lemma.slice(0, -1)}ied`]
    : stems(lemma).map((stem) => `${stem}ed`);
  return past.flatMap((form) => [
    { form, xpos: "VBD", lemma },
    { form, xpos: "VBN", lemma },
  ]);
}

/** What stands before "-ed" and "-ing": a silent e falls, a last consonant may double ("admitted", "travelled"). */
function stems(lemma: string): string[] {
  if (/(?:ee|oe|ye)$/.test(lemma)) return /ee$/.test(lemma) ? [lemma, lemma.slice(0, -1)] : [lemma];
  if (lemma.endsWith("e")) return [lemma.slice(0, -1)];
  const doubled = `${lemma}${lemma.at(-1)}`;
  if (/^[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]$/.test(lemma)) return [doubled];
  return /[^aeiou](?:qu)?[aeiou][^aeiouwxy]$/.test(lemma) ? [lemma, doubled] : [lemma];
}
