import { FEATURES_VERSION } from "../src/parse/features.ts";
import { labelSignature } from "../src/parse/model.ts";
import { type SectionArray, writeContainer } from "../src/resource/index.ts";
import { type Knowledge, WEIGHT_PARTS, type WeightPart } from "./knowledge.ts";
import { networkSections, type TrainedNetwork } from "./network-file.ts";
import { quantize } from "./quantize.ts";

/** Weights below this part of the greatest are left out of the packed model. */
export const LEAST_WEIGHT: Readonly<Record<WeightPart, number>> = {
  boundary: 0.002,
  tag: 0.018,
  move: 0.05,
  label: 0.04,
};

/** Packs what was learnt as the bytes of a model file: with the network where one is given, else with the linear model. */
export function packModel(knowledge: Knowledge, network?: TrainedNetwork, least = LEAST_WEIGHT): Uint8Array {
  const sections: Record<string, SectionArray | string> = {
    "ambiguity-hashes": knowledge.ambiguity.hashes,
    "ambiguity-classes": knowledge.ambiguity.classes,
    "tag-upos": knowledge.tagUpos,
    "tag-xpos": knowledge.tagXpos,
    "lemma-exceptions": knowledge.lemmaExceptions,
    "lemma-rules": knowledge.lemmaRules,
  };
  for (const part of network === undefined ? WEIGHT_PARTS : (["boundary"] as const)) {
    const { gaps, counts, labels, codes, levels } = quantize(knowledge.weights[part], least[part]);
    Object.assign(sections, {
      [`${part}-gaps`]: gaps,
      [`${part}-counts`]: counts,
      [`${part}-labels`]: labels,
      [`${part}-codes`]: codes,
      [`${part}-levels`]: levels,
    });
  }
  if (network !== undefined) Object.assign(sections, networkSections(network));
  return writeContainer({
    kind: "model",
    meta: { features: FEATURES_VERSION, labels: labelSignature() },
    sections,
  });
}
