import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { parseText, readModel, scalarKernel, simdKernel } from "../../src/parse/index.ts";
import { madeText } from "./made-text.ts";

/** What an engine made of the made text: a hash of all columns, and what shows that something was read. */
export interface MadeReading {
  readonly kernel: string;
  readonly sentences: number;
  readonly words: number;
  readonly hash: string;
}

/** Reads a thousand made-up paragraphs with one of the kernels. Runs in every engine, so it touches neither Node nor page. */
export function readMade(modelBytes: Uint8Array, kernelName: "simd" | "scalar"): MadeReading {
  const kernel = kernelName === "simd" ? simdKernel() : scalarKernel();
  if (kernel === null) throw new Error("this engine has no SIMD");
  const doc = parseText(madeText(20261124), readModel(modelBytes, kernel));
  const columns = Object.entries(doc).map(([name, column]) =>
    typeof column === "object" ? [name, ...column] : [name, column],
  );
  return {
    kernel: kernel.name,
    sentences: doc.sentenceBlock.length,
    words: doc.wordCount,
    hash: bytesToHex(sha256(utf8ToBytes(JSON.stringify(columns)))),
  };
}
