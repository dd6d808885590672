import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

/** Options that all commands of this folder share, as given or by default. */
export interface CommandOptions {
  /** Folder with the treebanks (`ewt-train.conllu.gz` …). */
  readonly data: string;
  /** Folder for what lies between the steps; git ignores it. */
  readonly work: string;
  readonly model: string;
  readonly seed: number;
  /** Folder with a trained network; without it the linear model is packed. */
  readonly network: string | undefined;
}

/** Reads the options of a command. */
export function readOptions(): CommandOptions {
  const { values } = parseArgs({
    options: {
      data: { type: "string", default: "../shared/data/ud" },
      work: { type: "string", default: "training/scratch" },
      model: { type: "string", default: "data/model/en.model" },
      seed: { type: "string", default: "1" },
      network: { type: "string" },
    },
  });
  mkdirSync(values.work, { recursive: true });
  return { ...values, network: values.network, seed: Number(values.seed) };
}

/** Reads a file of the work folder. */
export function readWork(options: CommandOptions, name: string): Buffer {
  return readFileSync(join(options.work, name));
}

/** Prints a line with the seconds since the start. */
export function progress(): (line: string) => void {
  const start = performance.now();
  return (line) => console.log(`${((performance.now() - start) / 1000).toFixed(0).padStart(5)} s  ${line}`);
}
