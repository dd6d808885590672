import { even, type RecurrentLayer } from "./encoder.ts";
import { ownCopy } from "./hash.ts";
import type { Kernel } from "./kernel.ts";
import type { Places } from "./matrix.ts";
import type { NetworkInput } from "./network-input.ts";

/** Forms whose sums are kept in each half of the table. */
const ROOM = 2048;

/**
 * The first layer's sums over the inputs hang on the form alone, so they are worked out once for each form and kept in the
 * kernel's memory, in a table of fixed size. Its halves are filled in turn: when one is full, what the other holds is
 * forgotten.
 */
export class Projections {
  readonly #kernel: Kernel;
  readonly #input: NetworkInput;
  readonly #layer: RecurrentLayer;
  /** For each half, the place of each form's sums. */
  readonly #places = [new Map<string, number>(), new Map<string, number>()] as const;
  readonly #starts: readonly [number, number];
  #filling: 0 | 1 = 0;

  constructor(kernel: Kernel, input: NetworkInput, layer: RecurrentLayer, places: Places) {
    this.#kernel = kernel;
    this.#input = input;
    this.#layer = layer;
    const bytes = (ROOM + 1) * layer.sumWidth * 4;
    this.#starts = [places.take(bytes), places.take(bytes)];
    kernel.reserve(places.end);
  }

  /** How much memory `find` needs for itself with so many words. */
  workspace(words: number): number {
    return even(Math.min(words, ROOM)) * this.#layer.inputWidth * 2;
  }

  /** The places of the sums of each word; `work` is the start of the workspace. */
  find(sentences: readonly (readonly string[])[], work: number): Uint32Array {
    const forms = sentences.flat();
    let missing = this.#missing(forms);
    if (this.#places[this.#filling].size + missing.length > ROOM) {
      this.#filling = this.#filling === 0 ? 1 : 0;
      this.#places[this.#filling].clear();
      missing = this.#missing(forms);
      if (missing.length > ROOM) throw new RangeError(`${missing.length} forms at once, more than ${ROOM}`);
    }
    if (missing.length > 0) this.#add(missing, work);
    return Uint32Array.from(forms, (form) => this.#place(form)!);
  }

  #place(form: string): number | undefined {
    return this.#places[0].get(form) ?? this.#places[1].get(form);
  }

  #missing(forms: readonly string[]): string[] {
    const missing = new Set<string>();
    for (const form of forms) if (this.#place(form) === undefined) missing.add(form);
    return [...missing];
  }

  #add(forms: readonly string[], work: number): void {
    const { inputWidth: width, sumWidth } = this.#layer;
    const inputs = new Int16Array(this.#kernel.buffer(), work, even(forms.length) * width).fill(0);
    const places = this.#places[this.#filling];
    const first = this.#starts[this.#filling] + places.size * sumWidth * 4;
    forms.forEach((form, i) => {
      inputs.set(this.#input.of(form), i * width);
      places.set(ownCopy(form), first + i * sumWidth * 4);
    });
    this.#layer.project(work, first, even(forms.length));
  }
}
