// The same in a page, as CoNLL-U: nothing leaves it. `lexicon.bin` and `en.model` come from the package's dist/data.

import { conlluFromDocument, parseReport, readReport, readResources, writeConllu } from "../../src/index.ts";

const bytes = async (name: string) => new Uint8Array(await (await fetch(name)).arrayBuffer());
const resources = readResources({ lexicon: await bytes("lexicon.bin"), model: await bytes("en.model") });
const [input, output] = [document.querySelector("textarea")!, document.querySelector("pre")!];
const show = () => {
  const doc = parseReport(readReport({ input: "page", text: input.value }, resources), resources);
  output.textContent = writeConllu(conlluFromDocument(doc));
};
input.addEventListener("input", show);
show();
