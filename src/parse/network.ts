import type { Container } from "../resource/index.ts";
import { type Batch, fours, RecurrentLayer, STATE_SCALE } from "./encoder.ts";
import type { Kernel } from "./kernel.ts";
import { type Matrix, Places, readMatrix, toInt16 } from "./matrix.ts";
import { INPUT_SCALE, NetworkInput } from "./network-input.ts";
import { spanningTree } from "./spanning-tree.ts";

/** What the outputs of the heads are multiplied by to become 16-bit numbers. */
export const HEAD_SCALE = 1024;
/** The same for dependents once they have gone through the arc matrix. */
const ARC_SCALE = 512;
/** Words whose relations are worked out at once. */
const LABEL_GROUP = 32;

/** The widths of the parts of the last layer, in their order. */
interface Parts {
  readonly arc: number;
  readonly label: number;
  readonly upos: number;
  readonly xpos: number;
}

/** What the network makes of one sentence. Heads count the root as the sentence's size. */
export interface NetworkResult {
  /** Scores of universal and of Penn tags, in the model's order, one row a word. */
  readonly upos: Float64Array;
  readonly xpos: Float64Array;
  readonly head: Int32Array;
  /** Index into the model's relations. */
  readonly label: Int32Array;
}

/**
 * Two bidirectional recurrent layers with heads for tags, arcs and relations (Dozat and Manning's biaffine parser). All
 * sums of products are of whole numbers and all else is plain double arithmetic and table look-up, so the result is the
 * same with every kernel and engine.
 */
export class Network {
  readonly #kernel: Kernel;
  readonly #input: NetworkInput;
  readonly #layers: readonly RecurrentLayer[];
  readonly #heads: Matrix;
  readonly #arcs: Matrix;
  readonly #labels: Matrix;
  readonly #parts: Parts;
  readonly #rootArc: Int16Array;
  readonly #rootLabelIndex: number;
  readonly #labelCount: number;
  readonly #workspace: number;

  constructor(container: Container, kernel: Kernel, rootLabelIndex: number) {
    const places = new Places();
    const curve = (name: string) => Float64Array.from(container.section(name));
    const curves = { sigmoid: curve("sigmoid"), tanh: curve("tanh") };
    this.#kernel = kernel;
    this.#input = new NetworkInput(container);
    this.#layers = [INPUT_SCALE, STATE_SCALE].map(
      (inputScale, i) =>
        new RecurrentLayer(container, `layer${i + 1}`, kernel, places, { inputScale, ...curves }),
    );
    this.#heads = readMatrix(container, "heads", kernel, places, STATE_SCALE);
    this.#arcs = readMatrix(container, "arcs", kernel, places, HEAD_SCALE);
    this.#labels = readMatrix(container, "relations", kernel, places, HEAD_SCALE);
    const [arc, label, upos, xpos] = container.section("parts") as Int32Array;
    this.#parts = { arc: arc!, label: label!, upos: upos!, xpos: xpos! };
    this.#rootArc = Int16Array.from(container.section("root-arc"), (value) => toInt16(value * HEAD_SCALE));
    this.#rootLabelIndex = rootLabelIndex;
    this.#labelCount = this.#labels.rows / (this.#parts.label + 1);
    this.#workspace = places.end;
  }

  /** Works out all sentences of one batch; they come with the longest first. */
  analyse(sentences: readonly (readonly string[])[]): NetworkResult[] {
    const batch = makeBatch(sentences);
    const states = this.#encode(sentences, batch);
    const work = new Places(states + fours(batch.total + 4) * this.#heads.width * 2);
    const { total, lengths } = batch;
    const outputs = work.take(fours(total) * this.#heads.rows * 4);
    const dependents = work.take(fours(total + 4) * this.#parts.arc * 2);
    const heads = work.take((total + lengths.length) * this.#parts.arc * 2);
    const labelDependents = work.take(fours(total + LABEL_GROUP) * this.#parts.label * 2);
    const rest = work.end;
    const widest = fours(lengths[0] ?? 0) * ((lengths[0] ?? 0) + 1) * 4;
    const arcSums = fours(total) * this.#parts.arc * 4;
    this.#kernel.reserve(rest + Math.max(widest, arcSums, LABEL_GROUP * this.#labels.rows * 4));
    this.#kernel.multiply(states, this.#heads.at, outputs, fours(total), this.#heads.rows, this.#heads.width);
    const tags = this.#readOutputs(batch, { outputs, dependents, heads, labelDependents });
    this.#turnDependents(total, dependents, rest);
    const found = lengths.map((length, i) =>
      this.#tree(batch.starts[i]!, length, i, { dependents, heads, rest }),
    );
    const labels = this.#relations(batch, found, tags.labelHeads, { labelDependents, rest });
    const { upos, xpos } = this.#parts;
    return lengths.map((length, i) => {
      const start = batch.starts[i]!;
      return {
        upos: tags.upos.slice(start * upos, (start + length) * upos),
        xpos: tags.xpos.slice(start * xpos, (start + length) * xpos),
        head: found[i]!,
        label: labels.slice(start, start + length),
      };
    });
  }

  /** Runs the recurrent layers and gives the place of their last output. */
  #encode(sentences: readonly (readonly string[])[], batch: Batch): number {
    const places = new Places(this.#workspace);
    const rows = fours(batch.total + 4);
    const states = this.#layers.map((layer) => places.take(rows * layer.hidden * 4));
    const input = places.take(rows * this.#layers[0]!.inputWidth * 2);
    const work = places.end;
    this.#kernel.reserve(work + Math.max(...this.#layers.map((layer) => layer.workspace(batch))));
    const width = this.#layers[0]!.inputWidth;
    const memory = new Int16Array(this.#kernel.buffer(), input, rows * width).fill(0);
    let word = 0;
    for (const sentence of sentences)
      for (const form of sentence) memory.set(this.#input.of(form), word++ * width);
    this.#layers[0]!.run(batch, input, states[0]!, work);
    this.#layers[1]!.run(batch, states[0]!, states[1]!, work);
    return states[1]!;
  }

  /** Takes the outputs of the last layer apart. */
  #readOutputs(
    { total, starts, lengths }: Batch,
    at: { outputs: number; dependents: number; heads: number; labelDependents: number },
  ): { upos: Float64Array; xpos: Float64Array; labelHeads: Float64Array } {
    const { arc, label, upos, xpos } = this.#parts;
    const { rows, scale, bias } = this.#heads;
    const buffer = this.#kernel.buffer();
    const outputs = new Int32Array(buffer, at.outputs, total * rows);
    const dependents = new Int16Array(buffer, at.dependents, fours(total + 4) * arc);
    const heads = new Int16Array(buffer, at.heads, (total + lengths.length) * arc);
    const labelDependents = new Int16Array(buffer, at.labelDependents, total * label);
    const found = {
      upos: new Float64Array(total * upos),
      xpos: new Float64Array(total * xpos),
      labelHeads: new Float64Array(total * label),
    };
    const copy = (word: number, first: number, count: number, put: (i: number, value: number) => void) => {
      for (let i = 0, from = word * rows + first; i < count; i++)
        put(i, outputs[from + i]! * scale[first + i]! + bias[first + i]!);
    };
    const half = (value: number) => (value > 0 ? toInt16(value * HEAD_SCALE) : 0);
    starts.forEach((start, s) => {
      heads.set(this.#rootArc, (start + s) * arc);
      for (let word = start; word < start + lengths[s]!; word++) {
        const headRow = (word + s + 1) * arc;
        copy(word, 0, arc, (i, value) => {
          dependents[word * arc + i] = half(value);
        });
        copy(word, arc, arc, (i, value) => {
          heads[headRow + i] = half(value);
        });
        copy(word, 2 * arc, label, (i, value) => {
          labelDependents[word * label + i] = half(value);
        });
        copy(word, 2 * arc + label, label, (i, value) => {
          found.labelHeads[word * label + i] = value > 0 ? value : 0;
        });
        copy(word, 2 * (arc + label), upos, (i, value) => {
          found.upos[word * upos + i] = value;
        });
        copy(word, 2 * (arc + label) + upos, xpos, (i, value) => {
          found.xpos[word * xpos + i] = value;
        });
      }
    });
    return found;
  }

  /** Sends the dependents through the arc matrix, in place. */
  #turnDependents(total: number, dependents: number, work: number): void {
    const { rows, scale, bias, at, width } = this.#arcs;
    this.#kernel.multiply(dependents, at, work, fours(total), rows, width);
    const sums = new Int32Array(this.#kernel.buffer(), work, total * rows);
    const turned = new Int16Array(this.#kernel.buffer(), dependents, total * rows);
    for (let word = 0; word < total; word++)
      for (let i = 0, from = word * rows; i < rows; i++)
        turned[from + i] = toInt16((sums[from + i]! * scale[i]! + bias[i]!) * ARC_SCALE);
  }

  #tree(
    start: number,
    length: number,
    sentence: number,
    at: { dependents: number; heads: number; rest: number },
  ): Int32Array {
    const { arc } = this.#parts;
    const count = length + 1;
    const left = at.dependents + start * arc * 2;
    const right = at.heads + (start + sentence) * arc * 2;
    this.#kernel.multiply(left, right, at.rest, fours(length), count, arc);
    const scores = new Int32Array(this.#kernel.buffer(), at.rest, length * count);
    const heads = spanningTree(length, (dependent, head) => scores[(dependent - 1) * count + head]!);
    return heads.map((head) => (head === 0 ? length : head - 1));
  }

  /** The best relation of every word to the head that the tree gives it. */
  #relations(
    batch: Batch,
    trees: readonly Int32Array[],
    labelHeads: Float64Array,
    at: { labelDependents: number; rest: number },
  ): Int32Array {
    const { label: width } = this.#parts;
    const headOf = new Int32Array(batch.total);
    trees.forEach((tree, i) => {
      const start = batch.starts[i]!;
      tree.forEach((head, word) => {
        headOf[start + word] = head === tree.length ? -1 : start + head;
      });
    });
    const labels = new Int32Array(batch.total);
    const { rows } = this.#labels;
    for (let first = 0; first < batch.total; first += LABEL_GROUP) {
      const count = Math.min(LABEL_GROUP, batch.total - first);
      const from = at.labelDependents + first * width * 2;
      this.#kernel.multiply(from, this.#labels.at, at.rest, fours(count), rows, this.#labels.width);
      const sums = new Int32Array(this.#kernel.buffer(), at.rest, count * rows);
      for (let i = 0; i < count; i++) {
        const head = headOf[first + i]!;
        labels[first + i] =
          head < 0 ? this.#rootLabelIndex : this.#bestLabel(sums, i * rows, labelHeads, head * width);
      }
    }
    return labels;
  }

  #bestLabel(sums: Int32Array, from: number, labelHeads: Float64Array, headFrom: number): number {
    const { scale, bias } = this.#labels;
    const { label: width } = this.#parts;
    let found = -1;
    let highest = 0;
    for (let label = 0, row = 0; label < this.#labelCount; label++) {
      let score = 0;
      for (let j = 0; j < width; j++, row++) {
        const factor = labelHeads[headFrom + j]!;
        if (factor !== 0) score += (sums[from + row]! * scale[row]! + bias[row]!) * factor;
      }
      score += sums[from + row]! * scale[row]! + bias[row]!;
      row++;
      if (label === this.#rootLabelIndex) continue;
      if (found < 0 || score > highest) {
        found = label;
        highest = score;
      }
    }
    return found;
  }
}

function makeBatch(sentences: readonly (readonly string[])[]): Batch {
  const starts: number[] = [];
  let total = 0;
  for (const sentence of sentences) {
    starts.push(total);
    total += sentence.length;
  }
  return { lengths: sentences.map((sentence) => sentence.length), starts, total };
}
