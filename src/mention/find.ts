import type { Document } from "../document/index.ts";
import type { Report } from "../report/index.ts";
import { anaphorsOf } from "./anaphors.ts";
import { tieAppositions } from "./apposition.ts";
import { datelineCode, inheritCountries } from "./context.ts";
import { cluster } from "./coreference.ts";
import type { Draft } from "./draft.ts";
import type { Cluster, Clusters } from "./entities.ts";
import { foreignStates } from "./foreign.ts";
import type { Entity, Known, Mention, Mentions } from "./mention.ts";
import type { Names } from "./names.ts";
import { buildPhrases } from "./phrases.ts";
import { quantitiesOf } from "./quantities.ts";
import { recognizeHolders } from "./recognize.ts";
import { timesOf } from "./times.ts";
import { unitsOf } from "./units.ts";
import { POS } from "./words.ts";

/**
 * Who, where, when and how many in a document. `known` is what earlier reports teach of offices; the text's own word
 * goes before it.
 */
export function findMentions(doc: Document, report: Report, names: Names, known?: Known): Mentions {
  const day = report.date;
  const drafts = draftsOf(doc, names, report);
  recognizeHolders(drafts, names.holders, day, names.countries.at);
  tieAppositions(doc, drafts);
  inheritCountries(doc, drafts, datelineCode(report, names, day));
  const clusters = cluster(doc, names, day, drafts, known);
  return { ...settle(doc, drafts, clusters), times: timesOf(doc, report), quantities: quantitiesOf(doc) };
}

/** All drafts in text order, the wider first where two begin together. */
function draftsOf(doc: Document, names: Names, report: Report): Draft[] {
  const drafts: Draft[] = [];
  if (report.language !== "en") return drafts;
  const foreign = foreignStates(doc, names);
  const isUsed = new Uint8Array(doc.wordCount);
  for (let index = 0; index + 1 < doc.sentenceStart.length; index++) {
    const sentence = { index, start: doc.sentenceStart[index]!, end: doc.sentenceStart[index + 1]! };
    const units = unitsOf(doc, names, sentence.start, sentence.end);
    for (const unit of units) isUsed.fill(1, unit.start, unit.end);
    buildPhrases(doc, names, report.date, sentence, units, foreign, drafts);
    anaphorsOf(doc, names, sentence, (word) => isUsed[word] === 1, drafts);
  }
  return drafts.sort((a, b) => a.start - b.start || b.end - a.end);
}

function settle(
  doc: Document,
  drafts: readonly Draft[],
  clusters: Clusters,
): Pick<Mentions, "mentions" | "entities" | "mentionOfHead"> {
  const rest: Draft[] = drafts.filter((draft) => clusters.of.has(draft));
  const indexOf = new Map(rest.map((draft, index) => [draft, index]));
  const mentions = rest.map((draft, index) => mentionOf(draft, index, clusters, indexOf));
  const mentionOfHead = new Int32Array(doc.wordCount).fill(-1);
  for (const { index, start, end, head } of mentions) {
    const other = mentions[mentionOfHead[head]!];
    if (other === undefined || end - start < other.end - other.start) mentionOfHead[head] = index;
  }
  for (const mention of mentions) claimHeads(doc, mention, mentionOfHead);
  for (const mention of mentions) if (mention.kind === "role") claimAbove(doc, mention, mentionOfHead);
  const entities = clusters.all.map((item) => entityOf(item, indexOf));
  return { mentions, entities, mentionOfHead };
}

/** Where the parser gave a phrase two heads, each leads to the mention. */
function claimHeads(doc: Document, { index, start, end }: Mention, mentionOfHead: Int32Array): void {
  for (let word = start; word < end; word++) {
    const head = doc.head[word]!;
    const isOutside = head < start || head >= end;
    if (isOutside && mentionOfHead[word] === -1 && isNominal(doc, word)) mentionOfHead[word] = index;
  }
}

/** "the Varnian | junta": where the tree hangs the noun on its adjective, the adjective stands for the phrase. */
function claimAbove(doc: Document, { index, start, end, head }: Mention, mentionOfHead: Int32Array): void {
  if (mentionOfHead[head] !== index) return;
  for (let word = doc.head[head]!, step = 0; word >= start && word < end && step < 4; step++) {
    mentionOfHead[word] = index;
    word = doc.head[word]!;
  }
}

function isNominal(doc: Document, word: number): boolean {
  return doc.upos[word] === POS.NOUN || doc.upos[word] === POS.PROPN;
}

function mentionOf(
  draft: Draft,
  index: number,
  clusters: Clusters,
  indexOf: ReadonlyMap<Draft, number>,
): Mention {
  const item = clusters.of.get(draft)!;
  const members: number[] = (draft.parts ?? [])
    .map((part) => indexOf.get(part) ?? -1)
    .filter((at) => at >= 0);
  for (const member of item.members) {
    const first = clusters.all[member]!.drafts.map((other) => indexOf.get(other) ?? -1).sort(
      (a, b) => a - b,
    )[0];
    if (draft.parts === undefined && first !== undefined && first >= 0 && draft.isPlural) members.push(first);
  }
  const isSilent = draft.readings.length === 0 || item.kind === "person";
  const isGroup = item.kind !== "person";
  return {
    index,
    start: draft.start,
    end: draft.end,
    head: draft.head,
    kind: draft.kind,
    readings: isSilent ? inherited(item, draft) : draft.readings,
    entity: item.index,
    members,
    ethnicity: isGroup ? draft.ethnicity : null,
    religion: isGroup ? draft.religion : null,
  };
}

/** A surname or a pronoun has the readings of what it refers to. */
function inherited(item: Cluster, draft: Draft): Mention["readings"] {
  if (item.kind === "person")
    return [
      {
        as: "person",
        code: item.code,
        sector: item.sector,
        name: item.name,
        source: draft.readings[0]?.source ?? "coreference",
      },
    ];
  if (item.readings.length > 0) return item.readings;
  return item.code === null && item.sector === null
    ? draft.readings
    : [{ as: "role", code: item.code, sector: item.sector, name: item.name, source: "coreference" }];
}

function entityOf(item: Cluster, indexOf: ReadonlyMap<Draft, number>): Entity {
  const mentions = item.drafts.map((draft) => indexOf.get(draft)!).sort((a, b) => a - b);
  return {
    index: item.index,
    name: item.name,
    kind: item.kind,
    code: item.code,
    sector: item.sector,
    offices: item.offices,
    mentions,
    members: [...item.members].sort((a, b) => a - b),
    isPublic: item.isPublic,
  };
}
