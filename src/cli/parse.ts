import type { Command } from "commander";
import { CliError } from "./error.ts";
import { type InputOptions, reportProblem, sourcesOf, takesReports } from "./input.ts";

export function register(program: Command): void {
  takesReports(program.command("parse"))
    .description(
      "Print tokens, tags, lemmas and dependency trees as CoNLL-U; with --input conllu, fill in those of given words",
    )
    .action(async (files: string[], options: InputOptions) => {
      const isGiven = (file: string) =>
        options.input === undefined ? /\.conllu?$/i.test(file) : options.input === "conllu";
      // In the order given; files of one kind that follow on each other are read together.
      for (let from = 0; from < files.length; ) {
        let to = from + 1;
        while (to < files.length && isGiven(files[to]!) === isGiven(files[from]!)) to++;
        const alike = files.slice(from, to);
        if (isGiven(files[from]!)) await fillGiven(alike);
        else await parseText(alike, options);
        from = to;
      }
    });
}

async function parseText(files: readonly string[], options: InputOptions): Promise<void> {
  const { loadResources } = await import("../node.ts");
  const { conlluFromDocument, writeConllu } = await import("../document/index.ts");
  const { codePointOffsets, readReport } = await import("../report/index.ts");
  const { parseReport } = await import("../pipeline.ts");
  const resources = loadResources({ overlay: options.overlay, onProblem: reportProblem });
  for await (const source of sourcesOf(files, options)) {
    const report = readReport(source, resources);
    const sentences = conlluFromDocument(parseReport(report, resources), codePointOffsets(report.text));
    const [first] = sentences;
    if (first !== undefined)
      sentences[0] = { ...first, comments: [`# newdoc id = ${source.input}`, ...first.comments] };
    process.stdout.write(writeConllu(sentences));
  }
}

async function fillGiven(files: readonly string[]): Promise<void> {
  const { loadResources } = await import("../node.ts");
  const { readConllu, writeConllu } = await import("../document/index.ts");
  const { parseGiven } = await import("../pipeline.ts");
  const { MOST_PROBLEMS, readText } = await import("./conllu.ts");
  const resources = loadResources();
  for (const file of files) {
    const text = await readText(file);
    if (text === null) continue;
    const { sentences, problems } = readConllu(text, file);
    for (const problem of problems.slice(0, MOST_PROBLEMS)) reportProblem(problem);
    if (sentences.length === 0 && problems.length === 0)
      throw new CliError(`${file} holds no CoNLL-U sentence`, 1);
    process.stdout.write(writeConllu(parseGiven(sentences, resources)));
  }
}
