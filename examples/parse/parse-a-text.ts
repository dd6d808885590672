// Prints words, lemmas, tags and the tree of a text. In a project of your own the imports are "demarche" and "demarche/node".

import { DEPREL, parseReport, readReport, UPOS } from "../../src/index.ts";
import { loadResources } from "../../src/node.ts";

const resources = loadResources();
const text = process.argv[2] ?? "The two sides didn't sign the cease-fire, but talks will go on in Geneva.";
const doc = parseReport(readReport({ input: "example", text }, resources), resources);
for (let i = 0; i < doc.wordCount; i++) {
  const head = doc.head[i]! < 0 ? "-" : doc.form[doc.head[i]!];
  console.log([doc.form[i], doc.lemma[i], UPOS[doc.upos[i]!], DEPREL[doc.deprel[i]!], head].join("\t"));
}
