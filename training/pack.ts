// Packs what was trained and writes its manifest:
// npx tsx training/pack.ts [--network FOLDER] [--work FOLDER] [--model FILE]
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { readModel } from "../src/parse/index.ts";
import { readOptions, readWork } from "./command.ts";
import { readCorpus } from "./corpus.ts";
import { knowledgeFromBytes } from "./knowledge.ts";
import { LEARN_DEFAULTS } from "./learn.ts";
import { LEAST_WEIGHT, packModel } from "./model-file.ts";
import { readNetwork } from "./network-file.ts";
import { MEASURES, newsOf, type Scores, scoreGivenWords, scoreRawText } from "./score.ts";

const PYTHON = "/usr/bin/python3 training/neural";
const SCRATCH = "training/scratch";
/** The three teachers, and the student that starts from the first of them. */
const DISTILLED = [
  `${PYTHON}/train.py --out ${SCRATCH}/teacher-a --seed 11 --hidden 200 --dropout 0.36 --word-dropout 0.18 --stop 20`,
  `${PYTHON}/train.py --out ${SCRATCH}/teacher-b --seed 12 --hidden 200 --dropout 0.36 --word-dropout 0.25 --ngram 128 --stop 20`,
  `${PYTHON}/train.py --out ${SCRATCH}/teacher-c --seed 1`,
  "npx tsx training/plain.ts",
  `${PYTHON}/distill.py --start ${SCRATCH}/teacher-a --teachers ${SCRATCH}/teacher-a ${SCRATCH}/teacher-b ${SCRATCH}/teacher-c --plain ${SCRATCH}/plain.txt --out ${SCRATCH}/network --seed 3`,
];
const PACKING = [
  `${PYTHON}/export.py --model ${SCRATCH}/network --out ${SCRATCH}/network`,
  `npx tsx training/pack.ts --network ${SCRATCH}/network`,
];

const options = readOptions();
const network = options.network === undefined ? undefined : readNetwork(options.network);
const bytes = packModel(knowledgeFromBytes(readWork(options, "knowledge.bin")), network);
writeFileSync(options.model, bytes);
console.log(`${options.model}: ${bytes.length} bytes, ${brotliCompressSync(bytes).length} with brotli`);

const model = readModel(new Uint8Array(readFileSync(options.model)));
const ewt = readCorpus(join(options.work, "ewt-dev.conllu"), "EWT");
const gum = readCorpus(join(options.work, "gum-dev.conllu"), "GUM");
const rounded = (scores: Scores) =>
  Object.fromEntries(MEASURES.map((measure) => [measure, Math.round(scores[measure] * 100) / 100]));
const scores = Object.fromEntries(
  [ewt, gum, newsOf(gum)].map((corpus) => [
    `${corpus.name} dev`,
    {
      givenWords: rounded(scoreGivenWords(corpus, model)),
      rawText: rounded(scoreRawText(corpus, model)),
    },
  ]),
);
const manifest = {
  model: "en",
  bytes: bytes.length,
  sha256: createHash("sha256").update(bytes).digest("hex"),
  licence: "CC BY-SA 4.0: trained on the treebanks below",
  engine: model.engine.name,
  commands: ["npx tsx training/assemble.ts", "npx tsx training/train.ts", ...commandsOf(network)],
  seed: options.seed,
  linear: { ...LEARN_DEFAULTS, leastWeight: LEAST_WEIGHT },
  ...(network === undefined ? {} : { network: networkOptions(network.args) }),
  corpora: JSON.parse(readWork(options, "corpora.json").toString("utf8")),
  note: "Scores are those of this packed file on the treebanks' development files; test files were not used.",
  scores,
};
writeFileSync(options.model.replace(/\.model$/, ".json"), `${JSON.stringify(manifest, null, 2)}\n`);
console.log(JSON.stringify(scores, null, 1));

function commandsOf(trained: typeof network): readonly string[] {
  if (trained === undefined) return ["npx tsx training/pack.ts"];
  const isDistilled = "distilled" in trained;
  return [...(isDistilled ? DISTILLED : [`${PYTHON}/train.py --out ${SCRATCH}/network`]), ...PACKING];
}

/** The trainer's options without the paths of the machine it ran on. */
function networkOptions(args: Readonly<Record<string, string | number>>) {
  return Object.fromEntries(Object.entries(args).filter(([name]) => name !== "data" && name !== "out"));
}
