import type { Analysis, Engine } from "./engine.ts";
import type { Lemmatizer } from "./lemmatize.ts";
import type { Network, NetworkResult } from "./network.ts";

/** So many words go through the network at once: enough to fill it, few enough for the caches. */
const BATCH_WORDS = 1000;

/** The network engine: tags, trees and relations in one go, over many sentences at once. */
export class NetworkEngine implements Engine {
  readonly name = "accurate";
  readonly #network: Network;
  readonly #lemmatizer: Lemmatizer;
  /** For each joint tag, its places among the network's universal and Penn tags. */
  readonly #pairs: readonly (readonly [number, number])[];
  /** For each relation of the network, its index into `DEPREL`. */
  readonly #labels: Uint8Array;

  constructor(
    network: Network,
    lemmatizer: Lemmatizer,
    pairs: readonly (readonly [number, number])[],
    labels: Uint8Array,
  ) {
    this.#network = network;
    this.#lemmatizer = lemmatizer;
    this.#pairs = pairs;
    this.#labels = labels;
  }

  analyse(sentences: readonly (readonly string[])[]): Analysis[] {
    const found = new Array<Analysis>(sentences.length);
    let batch: number[] = [];
    let words = 0;
    const flush = () => {
      batch.sort((a, b) => sentences[b]!.length - sentences[a]!.length || a - b);
      const results = this.#network.analyse(batch.map((index) => sentences[index]!));
      batch.forEach((index, i) => {
        found[index] = this.#finish(sentences[index]!, results[i]!);
      });
      batch = [];
      words = 0;
    };
    sentences.forEach((sentence, index) => {
      if (words > 0 && words + sentence.length > BATCH_WORDS) flush();
      batch.push(index);
      words += sentence.length;
    });
    if (batch.length > 0) flush();
    return found;
  }

  #finish(sentence: readonly string[], result: NetworkResult): Analysis {
    const tag = sentence.map((_, i) => this.#bestTag(result, i, sentence.length));
    return {
      tag,
      lemma: sentence.map((form, i) => this.#lemmatizer.lemmatize(form, tag[i]!)),
      head: result.head,
      label: result.label.map((label) => this.#labels[label]!),
    };
  }

  /** The pair of tags with the highest sum; only pairs that occur are looked at, so the two always agree. */
  #bestTag({ upos, xpos }: NetworkResult, word: number, size: number): number {
    const uposFrom = (upos.length / size) * word;
    const xposFrom = (xpos.length / size) * word;
    let found = 0;
    let highest = Number.NEGATIVE_INFINITY;
    this.#pairs.forEach(([u, x], index) => {
      const score = upos[uposFrom + u]! + (x < 0 ? -1000 : xpos[xposFrom + x]!);
      if (score > highest) {
        found = index;
        highest = score;
      }
    });
    return found;
  }
}
