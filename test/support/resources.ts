import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readLexiconFiles } from "../../scripts/lexicon-files.ts";
import { compileLexicon, type Resources, readResources } from "../../src/resource/index.ts";

const root = join(import.meta.dirname, "..", "..");
let resources: Resources | undefined;

/** The resources of this checkout, straight from the files that people edit; the model is empty where there is none. */
export function testResources(): Resources {
  if (resources) return resources;
  const model = join(root, "data", "model", "en.model");
  resources = readResources({
    lexicon: compileLexicon(readLexiconFiles(root).tables),
    model: existsSync(model) ? readFileSync(model) : new Uint8Array(0),
  });
  return resources;
}
