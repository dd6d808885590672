import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fnv } from "../src/parse/spelling.ts";
import type { SectionArray } from "../src/resource/index.ts";

/** A tensor of the trainer. */
interface Tensor {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** A network as the trainer left it. */
export interface TrainedNetwork {
  readonly tensors: ReadonlyMap<string, Tensor>;
  readonly words: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly deprel: readonly string[];
  readonly args: Readonly<Record<string, string | number>>;
  readonly scores: unknown;
}

/** Reads `network.bin` and `network.json`, which `training/neural/export.py` writes. */
export function readNetwork(folder: string): TrainedNetwork {
  const described = JSON.parse(readFileSync(join(folder, "network.json"), "utf8"));
  const bytes = readFileSync(join(folder, "network.bin"));
  const tensors = new Map<string, Tensor>();
  let at = 0;
  for (const [name, shape] of Object.entries<number[]>(described.shapes)) {
    const length = shape.reduce((a, b) => a * b, 1);
    const values = new Float32Array(
      bytes.buffer.slice(bytes.byteOffset + at, bytes.byteOffset + at + length * 4),
    );
    tensors.set(name, { shape, values });
    at += length * 4;
  }
  return { ...described, tensors };
}

/** Rows of numbers with a bias each. */
interface Layer {
  readonly rows: Float32Array[];
  readonly bias: Float32Array;
}

/** The sections of the model file that hold a network: bytes with one scale a row. */
export function networkSections(network: TrainedNetwork): Record<string, SectionArray | string> {
  const tensor = (name: string): Tensor => {
    const found = network.tensors.get(name);
    if (found === undefined) throw new Error(`the network has no tensor ${name}`);
    return found;
  };
  const rowsOf = (name: string): Float32Array[] => {
    const { shape, values } = tensor(name);
    const width = values.length / shape[0]!;
    return Array.from({ length: shape[0]! }, (_, i) => values.subarray(i * width, (i + 1) * width));
  };
  const linear = (name: string): Layer => ({
    rows: rowsOf(`${name}.weight`),
    bias: tensor(`${name}.bias`).values,
  });
  const parts = ["arc_dep", "arc_head", "label_dep", "label_head", "upos", "xpos"].map(linear);
  const widths = Int32Array.of(
    parts[0]!.rows.length,
    parts[2]!.rows.length,
    parts[4]!.rows.length,
    parts[5]!.rows.length,
  );
  const hashes = network.words
    .map((word, id) => ({ hash: fnv(word, 0, word.length), id }))
    .slice(2)
    .sort((a, b) => a.hash - b.hash);
  const words = rowsOf("word.weight");
  return {
    "word-hashes": Uint32Array.from(hashes, ({ hash }) => hash),
    ...byteRows("word", [words[0]!, ...hashes.map(({ id }) => words[id]!)]),
    ...byteRows("piece", rowsOf("ngram.weight")),
    ...byteRows("shape", rowsOf("shape.weight")),
    ...recurrentSections("layer1", "lstm1", rowsOf, (name) => tensor(name).values),
    ...recurrentSections("layer2", "lstm2", rowsOf, (name) => tensor(name).values),
    ...layerSections("heads", {
      rows: parts.flatMap(({ rows }) => rows),
      bias: Float32Array.from(parts.flatMap(({ bias }) => [...bias])),
    }),
    ...layerSections("arcs", biaffine(rowsOf("arc"))),
    ...layerSections("relations", relationLayer(rowsOf("label"), widths[1]!)),
    parts: widths,
    "root-arc": rootArc(parts[1]!, tensor("root").values),
    "network-upos": network.upos.join(" "),
    "network-xpos": network.xpos.join(" "),
    "network-relations": network.deprel.join(" "),
  };
}

function recurrentSections(
  section: string,
  name: string,
  rowsOf: (name: string) => Float32Array[],
  valuesOf: (name: string) => Float32Array,
): Record<string, SectionArray> {
  const input = [...rowsOf(`${name}.weight_ih_l0`), ...rowsOf(`${name}.weight_ih_l0_reverse`)];
  const states = (["", "_reverse"] as const).map((direction) => {
    const recurrent = valuesOf(`${name}.bias_hh_l0${direction}`);
    return {
      rows: rowsOf(`${name}.weight_hh_l0${direction}`),
      bias: valuesOf(`${name}.bias_ih_l0${direction}`).map((value, i) => value + recurrent[i]!),
    };
  });
  return {
    ...layerSections(`${section}-input`, { rows: input, bias: new Float32Array(input.length) }),
    ...layerSections(`${section}-forward`, states[0]!),
    ...layerSections(`${section}-backward`, states[1]!),
  };
}

/** From "dependent with a one at its end, times a matrix" to a layer over the dependent. */
function biaffine(matrix: readonly Float32Array[]): Layer {
  const width = matrix.length - 1;
  const columns = matrix[0]!.length;
  return {
    rows: Array.from({ length: columns }, (_, j) =>
      Float32Array.from({ length: width }, (_, i) => matrix[i]![j]!),
    ),
    bias: matrix[width]!,
  };
}

/** One such layer for each relation, one below the other; `tensor` has a row a relation. */
function relationLayer(tensor: readonly Float32Array[], width: number): Layer {
  const side = width + 1;
  const layers = tensor.map((flat) =>
    biaffine(Array.from({ length: side }, (_, i) => flat.subarray(i * side, (i + 1) * side))),
  );
  return {
    rows: layers.flatMap(({ rows }) => rows),
    bias: Float32Array.from(layers.flatMap(({ bias }) => [...bias])),
  };
}

function rootArc({ rows, bias }: Layer, root: Float32Array): Float32Array {
  return Float32Array.from(rows, (row, i) =>
    Math.max(
      0,
      row.reduce((sum, weight, k) => sum + weight * root[k]!, bias[i]!),
    ),
  );
}

function layerSections(name: string, { rows, bias }: Layer): Record<string, SectionArray> {
  return { ...byteRows(name, rows), [`${name}-bias`]: bias };
}

/** Each row as bytes between -127 and 127 and the scale that makes numbers of them again. */
function byteRows(name: string, rows: readonly Float32Array[]): Record<string, SectionArray> {
  const width = rows[0]!.length;
  const bytes = new Int8Array(rows.length * width);
  const scales = Float32Array.from(rows, (row, i) => {
    const top = row.reduce((greatest, value) => Math.max(greatest, Math.abs(value)), 1e-12);
    row.forEach((value, k) => {
      bytes[i * width + k] = Math.round((value / top) * 127);
    });
    return top / 127;
  });
  return { [`${name}-weights`]: bytes, [`${name}-scales`]: scales };
}
