import type { Container } from "../resource/index.ts";
import { ownCopy } from "./hash.ts";
import { toInt16 } from "./matrix.ts";
import { spell } from "./spelling.ts";

/** What inputs are multiplied by to become 16-bit numbers. */
export const INPUT_SCALE = 2048;

/** Forms whose inputs are remembered. */
const MOST_KNOWN = 16_000;
const LONGEST_KNOWN = 64;

/** Rows of bytes with a scale each. */
class ByteTable {
  readonly #bytes: Int8Array;
  readonly #scales: Float32Array;
  readonly width: number;

  constructor(container: Container, name: string) {
    this.#bytes = container.section(`${name}-weights`) as Int8Array;
    this.#scales = container.section(`${name}-scales`) as Float32Array;
    this.width = this.#bytes.length / this.#scales.length;
  }

  addTo(target: Float64Array, at: number, row: number): void {
    const scale = this.#scales[row]!;
    for (let i = 0, from = row * this.width; i < this.width; i++)
      target[at + i] = target[at + i]! + this.#bytes[from + i]! * scale;
  }
}

/** Turns forms into the network's inputs and remembers them; bounded, so that hostile text cannot fill the memory. */
export class NetworkInput {
  readonly #words: ByteTable;
  readonly #pieces: ByteTable;
  readonly #shapes: ByteTable;
  readonly #ids: Map<number, number>;
  readonly #values: Float64Array;
  readonly #known = new Map<string, Int16Array>();

  constructor(container: Container) {
    this.#words = new ByteTable(container, "word");
    this.#pieces = new ByteTable(container, "piece");
    this.#shapes = new ByteTable(container, "shape");
    const hashes = container.section("word-hashes") as Uint32Array;
    this.#ids = new Map(Array.from(hashes, (hash, i) => [hash, i + 1]));
    this.#values = new Float64Array(this.#words.width + this.#pieces.width + this.#shapes.width);
  }

  of(form: string): Int16Array {
    const known = this.#known.get(form);
    if (known !== undefined) return known;
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    const input = this.#make(form);
    if (form.length <= LONGEST_KNOWN) this.#known.set(ownCopy(form), input);
    return input;
  }

  #make(form: string): Int16Array {
    const { word, pieces, shape } = spell(form);
    const values = this.#values.fill(0);
    this.#words.addTo(values, 0, this.#ids.get(word) ?? 0);
    for (const row of pieces) this.#pieces.addTo(values, this.#words.width, row);
    this.#shapes.addTo(values, this.#words.width + this.#pieces.width, shape);
    return Int16Array.from(values, (value) => toInt16(value * INPUT_SCALE));
  }
}
