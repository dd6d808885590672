import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import {
  LEXICON_NAMES,
  type LexiconName,
  type Problem,
  type Resources,
  readResources,
  readTable,
  SCHEMAS,
  type Table,
} from "./resource/index.ts";

export * from "./index.ts";
export { openStore } from "./store/index.ts";

export interface LoadOptions {
  /** Folder of the user's own lexicon lines and publication profiles: files named as those of `data/lexicon`. */
  readonly overlay?: string | undefined;
  /** Is told what is wrong in the overlay, line by line; the rest of it is used. By default, a warning of the process. */
  readonly onProblem?: (problem: Problem) => void;
}

/** Loads the lexicons and the model that ship with the package, and a user's overlay beside them. */
export function loadResources({ overlay, onProblem = warn }: LoadOptions = {}): Resources {
  const overlays = overlay === undefined ? [] : readOverlay(overlay, onProblem);
  const lexicon = readFileSync(new URL("../dist/data/lexicon.bin", import.meta.url));
  const model = readFileSync(new URL("../dist/data/en.model", import.meta.url));
  return readResources({ lexicon, model, overlays });
}

function warn({ path, line, code, message }: Problem): void {
  process.emitWarning(`${path}${line === undefined ? "" : `:${line}`}: ${code} ${message}`);
}

function readOverlay(folder: string, onProblem: (problem: Problem) => void): Table[] {
  if (!existsSync(folder)) {
    onProblem({
      code: "no-overlay",
      path: folder,
      message: "There is no such folder; name one with --overlay.",
    });
    return [];
  }
  const tables: Table[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith(".tsv")) continue;
    const name = basename(file, ".tsv");
    const path = join(folder, file);
    if (!(LEXICON_NAMES as readonly string[]).includes(name)) {
      const message = `No lexicon is called ${name}; name it as one of ${LEXICON_NAMES.join(", ")}.`;
      onProblem({ code: "unknown-lexicon", path, message });
      continue;
    }
    const reading = readTable(name, readFileSync(path, "utf8"), SCHEMAS[name as LexiconName], path);
    // What a user keeps for himself need not state a licence.
    for (const problem of reading.problems) if (problem.code !== "no-licence") onProblem(problem);
    tables.push(reading.table);
  }
  return tables;
}
