import type { Container } from "../resource/index.ts";
import { type Batch, even, RecurrentLayer } from "./encoder.ts";
import type { Kernel } from "./kernel.ts";
import { STATE_SCALE } from "./kernel-steps.ts";
import { type Matrix, Places, readMatrix, toInt16 } from "./matrix.ts";
import { INPUT_SCALE, NetworkInput } from "./network-input.ts";
import { Projections } from "./projections.ts";
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
  /** Scores of the universal and then of the Penn tags, in the model's order, one row a word. */
  readonly tags: Float64Array;
  readonly head: Int32Array;
  /** Index into the model's relations. */
  readonly label: Int32Array;
}

/** Where a batch's numbers lie in the kernel's memory. */
interface Areas {
  readonly outputs: number;
  readonly dependents: number;
  readonly heads: number;
  readonly labelDependents: number;
  readonly labelHeads: number;
  /** Room for whatever is worked on. */
  readonly rest: number;
}

/**
 * Two bidirectional recurrent layers with heads for tags, arcs and relations (Dozat and Manning's biaffine parser). What
 * the kernel does not do is plain double arithmetic, so the result is the same with every kernel and engine.
 */
export class Network {
  readonly #kernel: Kernel;
  readonly #projections: Projections;
  readonly #layers: readonly [RecurrentLayer, RecurrentLayer];
  readonly #heads: Matrix;
  readonly #arcs: Matrix;
  readonly #labels: Matrix;
  /** Places of the single-precision factors and additions of those three. */
  readonly #factors: Readonly<Record<"heads" | "arcs" | "labels", number>>;
  readonly #parts: Parts;
  readonly #rootArc: Int16Array;
  readonly #rootLabelIndex: number;
  readonly #labelCount: number;
  readonly #workspace: number;

  constructor(container: Container, kernel: Kernel, rootLabelIndex: number) {
    const places = new Places();
    this.#kernel = kernel;
    this.#layers = [
      new RecurrentLayer(container, "layer1", kernel, places, INPUT_SCALE),
      new RecurrentLayer(container, "layer2", kernel, places, STATE_SCALE),
    ];
    this.#heads = readMatrix(container, "heads", kernel, places, STATE_SCALE);
    this.#arcs = readMatrix(container, "arcs", kernel, places, HEAD_SCALE);
    this.#labels = readMatrix(container, "relations", kernel, places, HEAD_SCALE);
    const [arc, label, upos, xpos] = container.section("parts") as Int32Array;
    this.#parts = { arc: arc!, label: label!, upos: upos!, xpos: xpos! };
    if (arc! % 8 !== 0 || label! % 8 !== 0)
      throw new RangeError(`the model's heads are ${arc} and ${label} wide; both must be a multiple of 8`);
    const narrowed = 2 * arc! + label!;
    this.#factors = {
      heads: this.#placeFactors(this.#heads, places, (row) => (row < narrowed ? HEAD_SCALE : 1)),
      arcs: this.#placeFactors(this.#arcs, places, () => ARC_SCALE),
      labels: this.#placeFactors(this.#labels, places, () => 1),
    };
    this.#rootArc = Int16Array.from(container.section("root-arc"), (value) => toInt16(value * HEAD_SCALE));
    this.#rootLabelIndex = rootLabelIndex;
    this.#labelCount = this.#labels.rows / (label! + 1);
    this.#projections = new Projections(kernel, new NetworkInput(container), this.#layers[0], places);
    this.#workspace = places.end;
  }

  /** Works out all sentences of one batch; they come with the longest first. */
  analyse(sentences: readonly (readonly string[])[]): NetworkResult[] {
    const batch = makeBatch(sentences);
    const { total, lengths } = batch;
    const { arc, label } = this.#parts;
    const states = this.#encode(sentences, batch);
    const work = new Places(states + even(total) * this.#heads.width * 2);
    const areas: Areas = {
      outputs: work.take(even(total) * this.#heads.rows * 4),
      dependents: work.take(even(total) * arc * 2),
      heads: work.take((total + lengths.length) * arc * 2),
      labelDependents: work.take(even(total + LABEL_GROUP) * label * 2),
      labelHeads: work.take(total * label * 4),
      rest: work.end,
    };
    const longest = lengths[0] ?? 0;
    const arcSums = even(total) * arc * 4;
    const labelSums = (LABEL_GROUP * this.#labels.rows + this.#labelCount) * 4;
    this.#kernel.reserve(areas.rest + Math.max(even(longest) * (longest + 1) * 4, arcSums, labelSums));
    this.#multiply(states, this.#heads, areas.outputs, total);
    const tags = this.#readOutputs(batch, areas);
    this.#turnDependents(total, areas);
    const found = lengths.map((length, i) => this.#tree(batch.starts[i]!, length, i, areas));
    const labels = this.#relations(batch, found, areas);
    const width = this.#parts.upos + this.#parts.xpos;
    return lengths.map((length, i) => {
      const start = batch.starts[i]!;
      return {
        tags: tags.subarray(start * width, (start + length) * width),
        head: found[i]!,
        label: labels.subarray(start, start + length),
      };
    });
  }

  /** Runs the recurrent layers and gives the place of their last output. */
  #encode(sentences: readonly (readonly string[])[], batch: Batch): number {
    const [first, second] = this.#layers;
    const { total } = batch;
    const places = new Places(this.#workspace);
    // The last output comes first, so that what follows can use the rest anew.
    const output = places.take(even(total) * second.hidden * 4);
    const between = places.take(even(total) * first.hidden * 4);
    const sums = places.take(even(total) * second.sumWidth * 4);
    const work = places.end;
    const needed = [first.workspace(batch), second.workspace(batch), this.#projections.workspace(total)];
    this.#kernel.reserve(work + Math.max(...needed));
    const projected = this.#projections.find(sentences, work);
    first.run(batch, (word) => projected[word]!, between, new Places(work));
    second.project(between, sums, even(total));
    second.run(batch, (word) => sums + word * second.sumWidth * 4, output, new Places(work));
    return output;
  }

  #multiply(left: number, { at, rows, width }: Matrix, out: number, count: number): void {
    this.#kernel.multiply(left, at, out, even(count), rows, width);
  }

  /** Takes the outputs of the last layer apart; gives the scores of the tags. */
  #readOutputs({ total, starts, lengths }: Batch, areas: Areas): Float64Array {
    const { arc, label, upos, xpos } = this.#parts;
    const { rows, scale, bias } = this.#heads;
    const buffer = this.#kernel.buffer();
    const outputs = new Int32Array(buffer, areas.outputs, total * rows);
    const heads = new Int16Array(buffer, areas.heads, (total + lengths.length) * arc);
    const labelHeads = new Float32Array(buffer, areas.labelHeads, total * label);
    const tags = new Float64Array(total * (upos + xpos));
    const narrow = (word: number, first: number, out: number, count: number) =>
      this.#kernel.narrow(
        areas.outputs + (word * rows + first) * 4,
        this.#factors.heads + first * 4,
        rows * 4,
        out,
        count,
        0,
      );
    starts.forEach((start, s) => {
      heads.set(this.#rootArc, (start + s) * arc);
      for (let word = start; word < start + lengths[s]!; word++) {
        narrow(word, 0, areas.dependents + word * arc * 2, arc);
        narrow(word, arc, areas.heads + (word + s + 1) * arc * 2, arc);
        narrow(word, 2 * arc, areas.labelDependents + word * label * 2, label);
        let row = 2 * arc + label;
        for (let i = word * label, from = word * rows; i < (word + 1) * label; i++, row++) {
          const value = outputs[from + row]! * scale[row]! + bias[row]!;
          labelHeads[i] = value > 0 ? value : 0;
        }
        for (let i = word * (upos + xpos), from = word * rows; row < rows; i++, row++)
          tags[i] = outputs[from + row]! * scale[row]! + bias[row]!;
      }
    });
    return tags;
  }

  /** Sends the dependents through the arc matrix, in place. */
  #turnDependents(total: number, { dependents, rest }: Areas): void {
    const { rows } = this.#arcs;
    this.#multiply(dependents, this.#arcs, rest, total);
    for (let word = 0; word < total; word++) {
      const at = dependents + word * rows * 2;
      this.#kernel.narrow(rest + word * rows * 4, this.#factors.arcs, rows * 4, at, rows, -32768);
    }
  }

  #tree(start: number, length: number, sentence: number, { dependents, heads, rest }: Areas): Int32Array {
    const { arc } = this.#parts;
    const count = length + 1;
    const right = heads + (start + sentence) * arc * 2;
    this.#kernel.multiply(dependents + start * arc * 2, right, rest, even(length), count, arc);
    const scores = new Int32Array(this.#kernel.buffer(), rest, length * count);
    const found = spanningTree(length, (dependent, head) => scores[(dependent - 1) * count + head]!);
    return found.map((head) => (head === 0 ? length : head - 1));
  }

  /** The best relation of every word to the head that the tree gives it. */
  #relations(batch: Batch, trees: readonly Int32Array[], areas: Areas): Int32Array {
    const { label: width } = this.#parts;
    const { rows } = this.#labels;
    const headOf = new Int32Array(batch.total);
    trees.forEach((tree, i) => {
      const start = batch.starts[i]!;
      for (let word = 0; word < tree.length; word++)
        headOf[start + word] = tree[word] === tree.length ? -1 : start + tree[word]!;
    });
    const labels = new Int32Array(batch.total);
    const out = areas.rest + LABEL_GROUP * rows * 4;
    const scores = new Float32Array(this.#kernel.buffer(), out, this.#labelCount);
    for (let first = 0; first < batch.total; first += LABEL_GROUP) {
      const count = Math.min(LABEL_GROUP, batch.total - first);
      this.#multiply(areas.labelDependents + first * width * 2, this.#labels, areas.rest, count);
      for (let i = 0; i < count; i++) {
        const head = headOf[first + i]!;
        labels[first + i] = this.#rootLabelIndex;
        if (head < 0) continue;
        const at = areas.labelHeads + head * width * 4;
        this.#kernel.relations(
          areas.rest + i * rows * 4,
          this.#factors.labels,
          at,
          out,
          this.#labelCount,
          width,
        );
        labels[first + i] = this.#bestLabel(scores);
      }
    }
    return labels;
  }

  /** No word but the sentence's root is called its root. */
  #bestLabel(scores: Float32Array): number {
    let found = -1;
    for (let label = 0; label < scores.length; label++)
      if (label !== this.#rootLabelIndex && (found < 0 || scores[label]! > scores[found]!)) found = label;
    return found;
  }

  /** Puts a matrix's factors and then its additions into memory, both times what the results are multiplied by. */
  #placeFactors({ rows, scale, bias }: Matrix, places: Places, times: (row: number) => number): number {
    const at = places.take(rows * 8);
    this.#kernel.reserve(places.end);
    const factors = new Float32Array(this.#kernel.buffer(), at, rows * 2);
    for (let row = 0; row < rows; row++) {
      factors[row] = scale[row]! * times(row);
      factors[rows + row] = bias[row]! * times(row);
    }
    return at;
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
