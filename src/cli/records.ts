import { loadResources } from "../node.ts";
import { analyze, analyzeParsed } from "../pipeline.ts";
import { countAbstentions, type ReadRecord, readRecord } from "../record/index.ts";
import type { Resources } from "../resource/index.ts";
import { parsedReports } from "./conllu.ts";
import { type InputOptions, reportProblem, sourcesOf } from "./input.ts";

/** The reading of every report named on the command line, in order; problems and counts go to standard error. */
export async function* recordsOf(
  files: readonly string[],
  options: InputOptions,
  explain: boolean,
): AsyncGenerator<ReadRecord> {
  const resources = loadResources({ overlay: options.overlay, onProblem: reportProblem });
  const counts = new Map<string, number>();
  for await (const record of readings(files, options, resources, explain)) {
    for (const [reason, count] of countAbstentions(record))
      counts.set(reason, (counts.get(reason) ?? 0) + count);
    yield record;
  }
  if (counts.size > 0) {
    const list = [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([reason, count]) => `${reason} ${count}`);
    process.stderr.write(`not coded: ${list.join(", ")}\n`);
  }
}

async function* readings(
  files: readonly string[],
  options: InputOptions,
  resources: Resources,
  explain: boolean,
): AsyncGenerator<ReadRecord> {
  if (options.input === "conllu") {
    for await (const { report, doc } of parsedReports(files, options, resources)) {
      yield readRecord(analyzeParsed(report, doc, resources), resources, { explain });
    }
    return;
  }
  for await (const source of sourcesOf(files, options)) {
    yield readRecord(analyze(source, resources), resources, { explain });
  }
}
