import { DEPREL, deprelOf, UPOS, uposOf, XPOS } from "../document/index.ts";
import { type Container, readContainer } from "../resource/index.ts";
import { FEATURES_VERSION } from "./features.ts";
import { Lemmatizer } from "./lemmatize.ts";
import { Vocabulary } from "./lexeme.ts";
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
  readonly tagger: Tagger;
  readonly lemmatizer: Lemmatizer;
  readonly parser: TreeParser;
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

/** Unpacks a model. Refuses one that was trained with other features or other labels, and names both (`RangeError`). */
export function readModel(bytes: Uint8Array): Model {
  const container = readContainer(bytes, "model");
  checkMeta(container, "features", FEATURES_VERSION);
  checkMeta(container, "labels", labelSignature());
  const tagUpos = container.section("tag-upos") as Uint8Array;
  return {
    digest: container.digest,
    vocabulary: new Vocabulary({
      hashes: container.section("ambiguity-hashes") as Int32Array,
      classes: container.section("ambiguity-classes") as Uint16Array,
    }),
    splitter: new Splitter(readWeights(container, "boundary", BOUNDARY_BITS)),
    tagger: new Tagger(readWeights(container, "tag", TAG_BITS), tagUpos.length),
    lemmatizer: new Lemmatizer(container.text("lemma-exceptions"), container.text("lemma-rules")),
    parser: new TreeParser(
      readWeights(container, "move", MOVE_BITS),
      readWeights(container, "label", LABEL_BITS),
      DEPREL.length,
      deprelOf("root"),
    ),
    tagUpos,
    tagXpos: container.section("tag-xpos") as Uint8Array,
  };
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
