// Measures adding many short reports to a store: npx tsx bench/store.ts [--reports 10000] [--coder real|fake] [--keep FILE]
// `fake` leaves the reading of texts out and measures the store alone; `real` needs a built program.
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { addSources } from "../src/intake/add.ts";
import { AnalysisPool } from "../src/intake/pool.ts";
import type { ReportSource } from "../src/report/index.ts";
import { StoreFile, type Units } from "../src/store/file.ts";
import { openStore, Store } from "../src/store/index.ts";
import { fakeAnalyzer } from "../test/store/fake-coder.ts";

const { values } = parseArgs({
  options: {
    reports: { type: "string", default: "10000" },
    coder: { type: "string", default: "real" },
    keep: { type: "string" },
  },
});

const count = Number(values.reports);
const folder = mkdtempSync(join(tmpdir(), "demarche-bench-"));
const path = values.keep ?? join(folder, "bench.duckdb");

const titles = ["President", "Prime Minister", "Foreign Minister", "Defense Minister"];
const countries = ["Norway", "Chile", "Kenya", "Nepal", "Portugal", "Ghana", "Uruguay", "Mongolia"];
const given = ["Ada", "Ivo", "Lea", "Tarik", "Mina", "Oskar", "Ruta", "Selim", "Tove", "Yara"];
const syllables = ["ber", "dal", "fen", "gar", "hol", "kor", "lin", "mar", "nor", "rus", "sel", "tav"];

/** The nth of a series of made-up reports: some 400 names, ten years of days. */
function reportOf(n: number): ReportSource {
  const person = (i: number) => {
    const surname = syllables[i % 12]! + syllables[Math.floor(i / 12) % 12]!;
    return `${given[i % 10]} ${surname[0]!.toUpperCase()}${surname.slice(1)}en`;
  };
  const [a, b] = [(n * 7) % 40, (n * 11 + 3) % 40];
  const [first, second] = [countries[a % 8], countries[(b + 1) % 8]];
  const day = new Date(Date.UTC(1995, 0, 1 + (n % 3650))).toISOString().slice(0, 10);
  const text = `${titles[a % 4]} ${person(a)} of ${first} met envoys of ${second} on Monday to discuss fishing permit ${n}. ${person(a).split(" ")[1]} warned that ${first} would close its harbors unless ${second} withdraws its patrol boats from the strait within ${2 + (n % 20)} days. The government of ${second} rejected the demand, and asked the United Nations to send observers (Meridian Wire, ${day}).`;
  return { input: `report-${n}`, text, date: day, publication: "Bench Digest" };
}

const milliseconds: number[] = [];
/** The same units of work, with how long the file was open for each. */
function timed(units: Units): Units {
  const wrap =
    (name: "read" | "write"): Units["read"] =>
    async (work) => {
      const start = performance.now();
      const result = await units[name](work);
      milliseconds.push(performance.now() - start);
      return result;
    };
  return { path: units.path, read: wrap("read"), write: wrap("write") };
}

function say(what: string, start: number): void {
  console.log(`${what}: ${((performance.now() - start) / 1000).toFixed(2)} s`);
}

function* items(): Generator<{ source: ReportSource }> {
  for (let n = 0; n < count; n++) yield { source: reportOf(n) };
}

await openStore(path, { create: true });
const store = new Store(timed(StoreFile.of(path).units(10_000)));
const pool = values.coder === "real" ? new AnalysisPool() : null;
const analyzer = pool ?? fakeAnalyzer();
const start = performance.now();
let steps = 0;
const onStep = () => {
  steps += 1;
  if (steps % 1000 === 0) say(`${steps} steps, ${Math.round(process.memoryUsage().rss / 1e6)} MB`, start);
};
console.log(await addSources(items(), { store, analyzer, onStep }));
say(`adding ${count} reports`, start);
const again = performance.now();
await addSources(items(), { store, analyzer });
say("adding them again", again);
await pool?.close();
const sorted = milliseconds.toSorted((a, b) => a - b);
const at = (share: number) =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!);
console.log(
  `${sorted.length} units of work: median ${at(0.5)} ms, 99 % ${at(0.99)} ms, longest ${at(1)} ms, waiting included`,
);
for (const [what, ask] of [
  ["list", () => store.listReports({ limit: 50, cursor: null, words: [] })],
  ["search", () => store.listReports({ limit: 50, cursor: null, words: ["harbors", "permit 777"] })],
  ["what is to be learnt", () => store.staleReports()],
  ["ledger", () => store.ledger(null)],
  ["export", () => store.exportParquet(join(folder, "bench.parquet"))],
] as const) {
  const begin = performance.now();
  await ask();
  say(what, begin);
}
console.log(`store ${(statSync(path).size / 1e6).toFixed(1)} MB`);
rmSync(folder, { recursive: true });
