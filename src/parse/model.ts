import { DEPREL, deprelOf, UPOS, uposOf, XPOS, xposOf } from "../document/index.ts";
import { type Container, readContainer } from "../resource/index.ts";
import type { Engine } from "./engine.ts";
import { FEATURES_VERSION } from "./features.ts";
import { fastestKernel, type Kernel } from "./kernel.ts";
import { foldingOf, Lemmatizer } from "./lemmatize.ts";
import { Vocabulary } from "./lexeme.ts";
import { LinearEngine } from "./linear-engine.ts";
import { Network } from "./network.ts";
import { NetworkEngine } from "./network-engine.ts";
import { BOUNDARY_BITS, Splitter } from "./sentence.ts";
import { TAG_BITS, Tagger } from "./tag.ts";
import { LABEL_BITS, MOVE_BITS, TreeParser } from "./tree.ts";
import type { TagKinds } from "./tree-features.ts";
import { PackedWeights } from "./weights.ts";

/** The trained model, unpacked and ready to parse with. */
export interface Model {
  /** SHA-256 of the packed sections. */
  readonly digest: string;
  readonly vocabulary: Vocabulary;
  readonly splitter: Splitter;
  readonly engine: Engine;
  /** Universal and Penn tag of each joint tag. */
  readonly tagUpos: Uint8Array;
  readonly tagXpos: Uint8Array;
}

/** Says of a universal tag what the tree features count between two words. */
export const TAG_KINDS: TagKinds = {
  comma: (upos) => upos === uposOf("PUNCT"),
  verb: (upos) => upos === uposOf("VERB") || upos === uposOf("AUX"),
  conjunction: (upos) => upos === uposOf("CCONJ") || upos === uposOf("SCONJ"),
};

/**
 * Unpacks a model. Refuses one that was trained with other features or other labels, and names both (`RangeError`). The
 * kernel is that of the network; a model without one does not use it.
 */
export function readModel(bytes: Uint8Array, kernel?: Kernel): Model {
  const container = readContainer(bytes, "model");
  checkMeta(container, "features", FEATURES_VERSION);
  checkMeta(container, "labels", labelSignature());
  const vocabulary = new Vocabulary({
    hashes: container.section("ambiguity-hashes") as Int32Array,
    classes: container.section("ambiguity-classes") as Uint16Array,
  });
  const tagUpos = container.section("tag-upos") as Uint8Array;
  const tagXpos = container.section("tag-xpos") as Uint8Array;
  const lemmatizer = new Lemmatizer(
    container.text("lemma-exceptions"),
    container.text("lemma-rules"),
    Array.from(tagUpos, (upos) => foldingOf(UPOS[upos]!)),
    (lemma) => vocabulary.knows(lemma),
  );
  const known = { vocabulary, lemmatizer, tagUpos, tagXpos };
  return {
    digest: container.digest,
    vocabulary,
    splitter: new Splitter(readWeights(container, "boundary", BOUNDARY_BITS)),
    engine: container.has("parts")
      ? networkEngine(container, known, kernel ?? fastestKernel())
      : linearEngine(container, known),
    tagUpos,
    tagXpos,
  };
}

interface Known {
  readonly vocabulary: Vocabulary;
  readonly lemmatizer: Lemmatizer;
  readonly tagUpos: Uint8Array;
  readonly tagXpos: Uint8Array;
}

function linearEngine(container: Container, { vocabulary, lemmatizer, tagUpos }: Known): LinearEngine {
  const tagger = new Tagger(readWeights(container, "tag", TAG_BITS), tagUpos.length);
  const moves = readWeights(container, "move", MOVE_BITS);
  const labels = readWeights(container, "label", LABEL_BITS);
  const parser = new TreeParser(moves, labels, DEPREL.length, deprelOf("root"));
  return new LinearEngine({ vocabulary, tagger, lemmatizer, parser, tagUpos, kinds: TAG_KINDS });
}

function networkEngine(
  container: Container,
  { lemmatizer, tagUpos, tagXpos }: Known,
  kernel: Kernel,
): NetworkEngine {
  const list = (name: string) => container.text(name).split(" ");
  const relations = list("network-relations");
  const upos = list("network-upos").map(uposOf);
  const xpos = list("network-xpos").map(xposOf);
  const xposPlace = (tag: number) => (xpos.includes(tag) ? upos.length + xpos.indexOf(tag) : -1);
  const pairs = {
    upos: Int32Array.from(tagUpos, (tag) => upos.indexOf(tag)),
    xpos: Int32Array.from(tagXpos, xposPlace),
  };
  return new NetworkEngine(
    new Network(container, kernel, relations.indexOf("root")),
    lemmatizer,
    pairs,
    Uint8Array.from(relations, deprelOf),
  );
}

/** All labels that the indexes in a model stand for. */
export function labelSignature(): string {
  return `${UPOS.join(" ")} | ${XPOS.join(" ")} | ${DEPREL.join(" ")}`;
}

function checkMeta(container: Container, name: string, expected: string | number): void {
  const found = container.meta[name];
  if (found === expected) return;
  throw new RangeError(
    `the model was trained with ${name} ${found ?? "(none)"}, this program has ${name} ${expected}; use the model of the same release`,
  );
}

function readWeights(container: Container, name: string, bits: number): PackedWeights {
  return new PackedWeights(
    bits,
    container.section(`${name}-gaps`) as Uint16Array,
    container.section(`${name}-counts`) as Uint8Array,
    container.section(`${name}-labels`) as Uint8Array,
    container.section(`${name}-codes`) as Uint8Array,
    container.section(`${name}-levels`) as Int32Array,
  );
}
