import { type Document, isBelow, rangeOf, sentenceRange } from "../document/index.ts";
import type { Mentions } from "../mention/index.ts";
import { codePointOffsets, type Report } from "../report/index.ts";
import { findAbsorbed } from "./absorb.ts";
import type { Abstention, AbstentionReason, Act, Coding, SentencePart } from "./act.ts";
import { sideSources } from "./attribution.ts";
import { isTransparent, type Typed } from "./compose.ts";
import { contextsOf } from "./contexts.ts";
import { indexTimes } from "./dates.ts";
import type { Frames } from "./frames.ts";
import { linesOf } from "./lines.ts";
import { linkNodes, type Node, typeOf } from "./links.ts";
import { findMatches } from "./match.ts";
import { partsOf } from "./parts.ts";
import { repairTree } from "./repair.ts";
import { settle } from "./settle.ts";
import { Standings } from "./standing.ts";
import { statementsOf } from "./statements.ts";
import type { Work } from "./work.ts";

/** Codes a document: event lines, statements, abstentions and the part of each sentence. */
export function codeEvents(doc: Document, report: Report, mentions: Mentions, frames: Frames): Coding {
  if (report.language !== "en" && report.language !== "und") return foreign(doc);
  const work = prepare(doc, report, mentions, frames);
  const lines: Act[] = [];
  const open: Node[] = [];
  for (const node of work.graph.nodes) {
    const made = linesOf(work, node);
    if (typeof made === "string") {
      if (made !== "held") work.abstentions.push(abstention(work, node, made));
    } else if (made === null) open.push(node);
    else lines.push(...made);
  }
  for (const node of open)
    if (!work.placed.has(node)) work.abstentions.push(abstention(work, node, "not-asserted"));
  const parts = partsOf(work, lines);
  const events = settle(work, lines, parts);
  work.abstentions.sort((one, other) => one.from - other.from || one.to - other.to);
  return { events, statements: statementsOf(work, events, parts), abstentions: work.abstentions, parts };
}

function foreign(doc: Document): Coding {
  const count = doc.sentenceBlock.length;
  const abstentions: Abstention[] = [];
  for (let sentence = 0; sentence < count; sentence++)
    abstentions.push({ ...sentenceRange(doc, sentence), reason: "not-english" });
  return { events: [], statements: [], abstentions, parts: new Array<SentencePart>(count).fill("report") };
}

function abstention(work: Work, node: Node, reason: AbstentionReason): Abstention {
  return { ...rangeOf(work.doc, node.start, node.end), reason };
}

/** Finds and joins the triggers, and lays out what coding will ask for. */
export function prepare(parsed: Document, report: Report, mentions: Mentions, frames: Frames): Work {
  const doc = repairTree(parsed, frames);
  const matches = findMatches(doc, mentions, frames);
  const graph = linkNodes(doc, mentions, frames, matches);
  const standings = new Standings(doc, mentions, graph);
  const types = new Map<Node, Typed | null>();
  const contexts = new Map<number, readonly string[]>();
  return {
    doc,
    report,
    mentions,
    frames,
    graph,
    standings,
    types,
    times: indexTimes(doc, mentions, (word) => graph.at.has(word)),
    sides: sideSources(doc),
    dependents: dependentsOf(doc, graph.nodes, standings, types),
    absorbed: findAbsorbed(doc, graph, types),
    contexts: (sentence) => {
      const known = contexts.get(sentence) ?? contextsOf(doc, sentence, frames.contexts);
      contexts.set(sentence, known);
      return known;
    },
    codePoint: codePointOffsets(doc.text),
    placed: new Set(),
    abstentions: [],
  };
}

function dependentsOf(
  doc: Document,
  nodes: readonly Node[],
  standings: Standings,
  types: Map<Node, Typed | null>,
): Map<Node, Node[]> {
  const found = new Map<Node, Node[]>();
  for (const node of nodes) {
    if (node.operator !== null && isTransparent(node.operator.family)) continue;
    if (typeOf(doc, node, types) === null) continue;
    const standing = standings.of(node);
    if (standing.isAsserted || standing.parent === null) continue;
    if (standing.slot !== "purpose" && standing.slot !== "averted") continue;
    if (isBelow(doc, standing.parent.word, node.word)) continue;
    const list = found.get(standing.parent);
    if (list === undefined) found.set(standing.parent, [node]);
    else list.push(node);
  }
  return found;
}
