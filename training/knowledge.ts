import type { AmbiguityTable } from "../src/parse/lexeme.ts";
import { readContainer, writeContainer } from "../src/resource/index.ts";
import type { Weight } from "./learner.ts";

/** The parts of the model that are learnt as weights. */
export const WEIGHT_PARTS = ["boundary", "tag", "move", "label"] as const;
export type WeightPart = (typeof WEIGHT_PARTS)[number];

/** Everything that training learns, before it is packed. */
export interface Knowledge {
  readonly ambiguity: AmbiguityTable;
  readonly tagUpos: Uint8Array;
  readonly tagXpos: Uint8Array;
  readonly lemmaExceptions: string;
  readonly lemmaRules: string;
  readonly weights: Readonly<Record<WeightPart, readonly Weight[]>>;
}

/** Keeps what was learnt in a file, so that packing can be tried again without training. */
export function knowledgeToBytes(knowledge: Knowledge): Uint8Array {
  const weights = WEIGHT_PARTS.flatMap((part) => {
    const list = knowledge.weights[part];
    return [
      [`${part}-rows`, Uint32Array.from(list, ({ row }) => row)],
      [`${part}-labels`, Uint8Array.from(list, ({ label }) => label)],
      [`${part}-values`, Float32Array.from(list, ({ value }) => value)],
    ] as const;
  });
  return writeContainer({
    kind: "knowledge",
    sections: {
      "ambiguity-hashes": knowledge.ambiguity.hashes,
      "ambiguity-classes": knowledge.ambiguity.classes,
      "tag-upos": knowledge.tagUpos,
      "tag-xpos": knowledge.tagXpos,
      "lemma-exceptions": knowledge.lemmaExceptions,
      "lemma-rules": knowledge.lemmaRules,
      ...Object.fromEntries(weights),
    },
  });
}

/** Reads what `knowledgeToBytes` wrote. */
export function knowledgeFromBytes(bytes: Uint8Array): Knowledge {
  const container = readContainer(bytes, "knowledge");
  const weightsOf = (part: WeightPart): Weight[] => {
    const rows = container.section(`${part}-rows`);
    const labels = container.section(`${part}-labels`);
    const values = container.section(`${part}-values`);
    return Array.from(rows, (row, i) => ({ row, label: labels[i]!, value: values[i]! }));
  };
  return {
    ambiguity: {
      hashes: container.section("ambiguity-hashes") as Int32Array,
      classes: container.section("ambiguity-classes") as Uint16Array,
    },
    tagUpos: container.section("tag-upos") as Uint8Array,
    tagXpos: container.section("tag-xpos") as Uint8Array,
    lemmaExceptions: container.text("lemma-exceptions"),
    lemmaRules: container.text("lemma-rules"),
    weights: {
      boundary: weightsOf("boundary"),
      tag: weightsOf("tag"),
      move: weightsOf("move"),
      label: weightsOf("label"),
    },
  };
}
