import { parentPort, workerData } from "node:worker_threads";
import { loadResources } from "../node.ts";
import { analyze } from "../pipeline.ts";
import { readRecord } from "../record/index.ts";
import { readReport } from "../report/index.ts";
import type { Resources } from "../resource/index.ts";
import { VERSION } from "../version.ts";
import type { Answer, Task, WorkerOptions } from "./messages.ts";

if (parentPort === null) throw new TypeError("this file runs in a worker, started by AnalysisPool");
const port = parentPort;
const say = (answer: Answer) => port.postMessage(answer);

const resources = load();
if (resources !== null) {
  port.on("message", (task: Task) => say(answerTo(task, resources)));
  say({ kind: "ready", version: { coder: `demarche ${VERSION}`, lexicon: resources.version } });
}

/** The overlay's problems are said once, by the thread that started this one. */
function load(): Resources | null {
  try {
    const { overlay } = workerData as WorkerOptions;
    return loadResources({ overlay, onProblem: () => {} });
  } catch (error) {
    say({ kind: "unusable", message: error instanceof Error ? error.message : String(error) });
    return null;
  }
}

function answerTo(task: Task, resources: Resources): Answer {
  try {
    if (task.kind === "identify") return { kind: "identified", id: readReport(task.source, resources).id };
    const analysis = analyze(task.source, resources, task.known);
    return { kind: "analyzed", record: readRecord(analysis, resources, { explain: true }) };
  } catch (error) {
    return {
      kind: "failed",
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}
