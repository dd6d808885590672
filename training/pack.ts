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

const NETWORK_COMMANDS = [
  "/usr/bin/python3 training/neural/train.py --out training/scratch/network",
  "/usr/bin/python3 training/neural/export.py --model training/scratch/network --out training/scratch/network",
  "npx tsx training/pack.ts --network training/scratch/network",
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
  commands: [
    "npx tsx training/assemble.ts",
    "npx tsx training/train.ts",
    ...(network === undefined ? ["npx tsx training/pack.ts"] : NETWORK_COMMANDS),
  ],
  seed: options.seed,
  linear: { ...LEARN_DEFAULTS, leastWeight: LEAST_WEIGHT },
  ...(network === undefined ? {} : { network: networkOptions(network.args) }),
  corpora: JSON.parse(readWork(options, "corpora.json").toString("utf8")),
  note: "Scores are those of this packed file on the treebanks' development files; test files were not used.",
  scores,
};
writeFileSync(options.model.replace(/\.model$/, ".json"), `${JSON.stringify(manifest, null, 2)}\n`);
console.log(JSON.stringify(scores, null, 1));

/** The trainer's options without the paths of the machine it ran on. */
function networkOptions(args: Readonly<Record<string, string | number>>) {
  return Object.fromEntries(Object.entries(args).filter(([name]) => name !== "data" && name !== "out"));
}
