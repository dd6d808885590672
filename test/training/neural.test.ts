import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readModel, scalarKernel } from "../../src/parse/index.ts";
import { corpusFromText } from "../../training/corpus.ts";
import { learn } from "../../training/learn.ts";
import { packModel } from "../../training/model-file.ts";
import { readNetwork } from "../../training/network-file.ts";
import { scoreGivenWords } from "../../training/score.ts";
import { read, root } from "../checkout.ts";

// The whole way of the network on sentences of our own, where this Python has PyTorch: train a tiny one, export it, pack it, and
// score it by the program. The trainer's scores and the program's must agree but for what packing into bytes costs.
const python = "/usr/bin/python3";
const hasTorch = spawnSync(python, ["-c", "import torch"]).status === 0;
if (!hasTorch) process.stderr.write("no PyTorch on this machine: the network's training is not tested\n");

const LONG = 120_000;
const TINY =
  "--epochs 60 --batch 150 --word 24 --ngram 24 --hidden 24 --arc 24 --label 16 --dropout 0.1 --rate 0.02";
const own = read("test/training/own.conllu");
let folder = "";

/** The treebank's documents as two files: those to learn from and one to be scored on. */
function parts(): { seen: string; unseen: string } {
  const documents = own.split(/(?=^# newdoc id)/m);
  return { seen: documents.slice(0, -1).join(""), unseen: documents.at(-1)! };
}

describe.skipIf(!hasTorch)("a tiny network (skipped without PyTorch)", () => {
  beforeAll(() => {
    folder = mkdtempSync(`${tmpdir()}/demarche-neural-`);
    const { seen, unseen } = parts();
    for (const [name, text] of [
      ["ewt-train", seen],
      ["gum-train", ""],
      ["ewt-dev", unseen],
      ["gum-dev", unseen.replace("newdoc id = ", "newdoc id = own_news_")],
    ] as const)
      writeFileSync(`${folder}/${name}.conllu.gz`, gzipSync(text));
    const run = (script: string, ...args: string[]) =>
      execFileSync(python, [`${root}training/neural/${script}`, ...args, "--out", folder], { stdio: "pipe" });
    run("train.py", "--data", folder, ...TINY.split(" "));
    run("export.py", "--model", folder);
  }, LONG);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("is packed, learnt its sentences, and scores as the trainer says", { timeout: LONG }, () => {
    const { seen, unseen } = parts();
    const knowledge = learn([corpusFromText(seen, "seen")], {
      seed: 7,
      folds: 2,
      tagEpochs: 2,
      treeEpochs: 1,
      boundaryEpochs: 2,
      verbs: [],
      report: () => {},
    });
    const network = readNetwork(folder);
    const model = readModel(packModel(knowledge, network));
    expect(model.engine.name).toBe("accurate");
    const learnt = scoreGivenWords(corpusFromText(seen, "seen"), model);
    expect(learnt.upos).toBeGreaterThan(85);
    expect(learnt.las).toBeGreaterThan(80);

    const trainer = JSON.parse(readFileSync(`${folder}/model.json`, "utf8")).scores.ewt;
    const corpus = corpusFromText(unseen, "unseen");
    const program = scoreGivenWords(corpus, model);
    const oneWord = 100 / corpus.doc.wordCount;
    // The program takes the best pair of tags and one root; the trainer each tag alone and the best of three roots.
    expect(Math.abs(program.uas - trainer.uas)).toBeLessThan(3 * oneWord);
    expect(Math.abs(program.las - trainer.las)).toBeLessThan(3 * oneWord);
    expect(Math.abs(program.upos - trainer.upos)).toBeLessThan(5 * oneWord);

    const scalar = readModel(packModel(knowledge, network), scalarKernel());
    expect(scoreGivenWords(corpus, scalar)).toEqual(program);
  });
});
