// A worker for tests of the pool: its text says what it does.
import { parentPort, workerData } from "node:worker_threads";

if (workerData.overlay === "unusable")
  parentPort.postMessage({ kind: "unusable", message: "no lexicon here" });
else {
  parentPort.on("message", ({ kind, source }) => {
    if (kind === "identify")
      return parentPort.postMessage({ kind: "identified", id: `id of ${source.text}` });
    if (source.text === "hang") for (;;);
    if (source.text === "exit") process.exit(3);
    if (source.text === "fail") return parentPort.postMessage({ kind: "failed", message: "cannot" });
    parentPort.postMessage({ kind: "analyzed", record: { text: source.text } });
  });
  parentPort.postMessage({ kind: "ready", version: { coder: "fake", lexicon: "none" } });
}
