import { readFile } from "node:fs/promises";
import { type Document, documentFromConllu, readConllu } from "../document/index.ts";
import { type Report, readReport } from "../report/index.ts";
import type { Resources } from "../resource/index.ts";
import { type InputOptions, reportProblem } from "./input.ts";

/** So many faults of one file are listed; more tell nothing new. */
export const MOST_PROBLEMS = 20;

/** The text of a file, or of standard input for `-`; null, and a problem said, where it cannot be read. */
export async function readText(path: string): Promise<string | null> {
  try {
    if (path !== "-") return await readFile(path, "utf8");
    process.stdin.setEncoding("utf8");
    let text = "";
    for await (const chunk of process.stdin) text += chunk;
    return text;
  } catch (error) {
    const message = `cannot be read (${(error as NodeJS.ErrnoException).code ?? error}); check its name and rights`;
    reportProblem({ code: "unreadable", path, message });
    return null;
  }
}

/** Reports whose words, sentences and trees come from CoNLL-U files of any parser: one a file. */
export async function* parsedReports(
  files: readonly string[],
  options: InputOptions,
  resources: Resources,
): AsyncGenerator<{ report: Report; doc: Document }> {
  for (const path of files) {
    const conllu = await readText(path);
    if (conllu === null) continue;
    const { sentences, problems } = readConllu(conllu, path);
    const { doc, problems: faults } = documentFromConllu(sentences);
    for (const problem of [...problems, ...faults].slice(0, MOST_PROBLEMS))
      reportProblem({ ...problem, path });
    if (sentences.length === 0) {
      const message = "It holds no CoNLL-U sentence that can be read; give ten tab-separated columns a word.";
      reportProblem({ code: "no-sentence", path, message });
      continue;
    }
    const given = { date: options.date ?? null, publication: options.publication ?? null };
    yield { report: readReport({ input: path, text: doc.text, ...given }, resources), doc };
  }
}
