import type { Document } from "../document/index.ts";
import { subjectsOf } from "./arguments.ts";
import type { Typed } from "./compose.ts";
import { childOf, isGerund, isNominal, isVerbal, REL } from "./grammar.ts";
import { type Graph, type Node, typeOf } from "./links.ts";

/**
 * Triggers that tell of a happening which another trigger of the sentence tells of already: "met for talks", "killed two
 * in an attack", "shelled the town, wounding six". The verb keeps the event; modes, parties and numbers are shared.
 */
export function findAbsorbed(doc: Document, graph: Graph, types: Map<Node, Typed | null>): Map<Node, Node> {
  const absorbed = new Map<Node, Node>();
  for (const node of graph.nodes) {
    if (node.operator !== null || node.parent !== null) continue;
    const type = typeOf(doc, node, types)?.type;
    if (type === undefined) continue;
    const keeper = isNominal(doc, node.word) ? nounKeeper(doc, graph, node) : verbKeeper(doc, graph, node);
    if (keeper === null || keeper === node || absorbed.get(keeper) === node) continue;
    if (typeOf(doc, keeper, types)?.type === type) absorbed.set(node, absorbed.get(keeper) ?? keeper);
  }
  return absorbed;
}

/** The nearest trigger above a noun, inside its clause. */
function nounKeeper(doc: Document, graph: Graph, node: Node): Node | null {
  let word = node.word;
  for (let depth = 0; depth < 6; depth++) {
    const rel = doc.deprel[word]!;
    if (rel !== REL.obl && rel !== REL.obj && rel !== REL.nmod && rel !== REL.conj && rel !== REL.oblUnmarked)
      return null;
    word = doc.head[word]!;
    if (word < 0) return null;
    const above = graph.at.get(word);
    if (above !== undefined && above.operator === null) return above;
    if (isVerbal(doc, word)) return null;
  }
  return null;
}

/** "air strikes killed six", "nine were wounded by shelling": the noun tells what was done, the verb what came of it. */
function toldBySubject(doc: Document, graph: Graph, verb: number): Node | null {
  if (!isVerbal(doc, verb)) return null;
  const [subject = -1] = subjectsOf(doc, verb);
  const node = subject < 0 ? undefined : graph.at.get(subject);
  return node === undefined || node.operator !== null || node.sense?.type !== "ASSAULT" ? null : node;
}

/** "killing ten" after "attacked"; "attacked and killed" without a subject of its own. */
function verbKeeper(doc: Document, graph: Graph, node: Node): Node | null {
  const { word } = node;
  const rel = doc.deprel[word]!;
  const told = toldBySubject(doc, graph, word);
  if (told !== null) return told;
  const isAdded = rel === REL.advcl && isGerund(doc, word);
  const isJoined = rel === REL.conj && childOf(doc, word, REL.nsubj, REL.nsubjPass) < 0;
  if (!isAdded && !isJoined) return null;
  const above = graph.at.get(doc.head[word]!);
  if (above === undefined || above.operator !== null) return null;
  if (isJoined && !isVerbal(doc, above.word)) return null;
  const isResult =
    /^(?:wound|injure|hurt|maim)$/.test(doc.lemma[word]!) &&
    isGerund(doc, word) &&
    doc.deprel[above.word] === REL.advcl &&
    isGerund(doc, above.word);
  if (isJoined && isResult) return verbKeeper(doc, graph, above) ?? above;
  if (isJoined && childOf(doc, above.word, REL.obj, REL.nsubjPass) >= 0 && childOf(doc, word, REL.obj) >= 0)
    return null;
  return above;
}
