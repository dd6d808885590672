import { addSources } from "../../src/intake/add.ts";
import { openStore } from "../../src/store/index.ts";
import { fakeAnalyzer, fakeSource } from "../store/fake-coder.ts";

/** Run as a process of its own: child.ts STORE FROM TO adds reports FROM to TO, and says each step on a line. */
const [path = "", from = "0", to = "0"] = process.argv.slice(2);
const numbers = Array.from({ length: Number(to) - Number(from) }, (_, i) => Number(from) + i);
const store = await openStore(path, { create: true });
await addSources(
  numbers.map((n) => ({ source: fakeSource(n) })),
  { store, analyzer: fakeAnalyzer(), onStep: (step) => process.stdout.write(`${JSON.stringify(step)}\n`) },
);
