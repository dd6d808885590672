import type { Analysis, Engine } from "./engine.ts";
import type { Lemmatizer } from "./lemmatize.ts";
import type { Network, NetworkResult } from "./network.ts";

/** So many words go through the network at once: enough to fill it, few enough for the caches. */
const BATCH_WORDS = 1000;

/** For each joint tag, the places of its universal and of its Penn tag in a row of scores; -1 for none. */
export interface TagPairs {
  readonly upos: Int32Array;
  readonly xpos: Int32Array;
}

/** The network engine: tags, trees and relations in one go, over many sentences at once. */
export class NetworkEngine implements Engine {
  readonly name = "accurate";
  readonly #network: Network;
  readonly #lemmatizer: Lemmatizer;
  readonly #pairs: TagPairs;
  /** For each relation of the network, its index into `DEPREL`. */
  readonly #labels: Uint8Array;

  constructor(network: Network, lemmatizer: Lemmatizer, pairs: TagPairs, labels: Uint8Array) {
    this.#network = network;
    this.#lemmatizer = lemmatizer;
    this.#pairs = pairs;
    this.#labels = labels;
  }

  analyse(sentences: readonly (readonly string[])[]): Analysis[] {
    const found = new Array<Analysis>(sentences.length);
    for (const batch of batchesOf(sentences)) {
      const results = this.#network.analyse(batch.map((index) => sentences[index]!));
      batch.forEach((index, i) => {
        found[index] = this.#finish(sentences[index]!, results[i]!);
      });
    }
    return found;
  }

  #finish(sentence: readonly string[], { tags, head, label }: NetworkResult): Analysis {
    const width = tags.length / sentence.length;
    const tag = sentence.map((_, i) => this.#bestTag(tags, i * width));
    return {
      tag,
      lemma: sentence.map((form, i) => this.#lemmatizer.lemmatize(form, tag[i]!)),
      head,
      label: Uint8Array.from(label, (relation) => this.#labels[relation]!),
    };
  }

  /** The pair of tags with the highest sum; only pairs that occur are looked at, so the two always agree. */
  #bestTag(scores: Float64Array, from: number): number {
    const { upos, xpos } = this.#pairs;
    let found = 0;
    let highest = Number.NEGATIVE_INFINITY;
    for (let pair = 0; pair < upos.length; pair++) {
      const score = scores[from + upos[pair]!]! + (xpos[pair]! < 0 ? -1000 : scores[from + xpos[pair]!]!);
      if (score > highest) {
        found = pair;
        highest = score;
      }
    }
    return found;
  }
}

/** Indexes of sentences that go through the network together, the longest first: of like length, so that all stay busy. */
function* batchesOf(sentences: readonly (readonly string[])[]): Generator<number[]> {
  const order = sentences.map((_, index) => index);
  order.sort((a, b) => sentences[b]!.length - sentences[a]!.length || a - b);
  let batch: number[] = [];
  let words = 0;
  for (const index of order) {
    const { length } = sentences[index]!;
    if (words > 0 && words + length > BATCH_WORDS) {
      yield batch;
      batch = [];
      words = 0;
    }
    batch.push(index);
    words += length;
  }
  if (batch.length > 0) yield batch;
}
