import type { Document } from "../document/index.ts";
import type { Draft } from "./draft.ts";
import type { Cluster, Clusters } from "./entities.ts";
import { type Coordination, membersOf } from "./groups.ts";
import { REL } from "./words.ts";

/** How many sentences back a pronoun may reach. */
const REACH = 2;

/**
 * What a pronoun refers to: the nearest mention before it that agrees in kind and number, with subjects before others
 * and the same clause's subject never for its own object. Undefined where none agrees.
 */
export function pronounAntecedent(
  doc: Document,
  clusters: Clusters,
  drafts: readonly Draft[],
  coordinations: readonly Coordination[],
  pronoun: Draft,
): Cluster | Cluster[] | undefined {
  const form = doc.form[pronoun.start]!.toLowerCase();
  const isPossessive = /^(?:his|her|their|its)$/.test(form);
  let best: Cluster | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let i = firstNear(drafts, pronoun); i < drafts.length; i++) {
    const draft = drafts[i]!;
    if (draft.start >= pronoun.start) break;
    const item = clusters.of.get(draft);
    if (item === undefined || !agrees(form, draft, item) || isOwnArgument(doc, draft, pronoun, form))
      continue;
    const distance = (pronoun.start - draft.end) * (isPossessive ? 0.3 : 0.12);
    const score = salience(doc, draft) - (pronoun.sentence - draft.sentence) * 20 - distance;
    if (score > bestScore) {
      best = item;
      bestScore = score;
    }
  }
  if (!/^(?:they|them|their|theirs|themselves)$/.test(form)) return best;
  return joinedBefore(doc, clusters, coordinations, pronoun, bestScore) ?? best;
}

/** Those joined by "and" in reach of a plural pronoun, where they are likelier than this score. */
function joinedBefore(
  doc: Document,
  clusters: Clusters,
  coordinations: readonly Coordination[],
  pronoun: Draft,
  least: number,
): Cluster[] | undefined {
  let best: Cluster[] | undefined;
  let bestScore = least;
  for (let i = coordinations.length - 1; i >= 0; i--) {
    const one = coordinations[i]!;
    if (one.end > pronoun.start || one.whole !== null) continue;
    if (pronoun.sentence - one.sentence > REACH) break;
    const first = one.drafts[0]!;
    if (isOwnArgument(doc, first, pronoun, doc.form[pronoun.start]!.toLowerCase())) continue;
    const members = membersOf(clusters, one);
    const score =
      salience(doc, first) - (pronoun.sentence - one.sentence) * 20 - (pronoun.start - one.end) * 0.12;
    if (members.length > 1 && score > bestScore) {
      best = members;
      bestScore = score;
    }
  }
  return best;
}

/** Index of the first draft within reach, by halving: drafts are in text order. */
function firstNear(drafts: readonly Draft[], pronoun: Draft): number {
  let low = 0;
  let high = drafts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (drafts[middle]!.sentence < pronoun.sentence - REACH) low = middle + 1;
    else high = middle;
  }
  return low;
}

function agrees(form: string, draft: Draft, item: Cluster): boolean {
  if (draft.shape === "adjective") return false;
  if (/^(?:he|him|his|himself)$/.test(form)) return isPerson(draft, item) && item.gender !== "she";
  if (/^(?:she|her|hers|herself)$/.test(form)) return isPerson(draft, item) && item.gender !== "he";
  if (/^(?:they|them|their|theirs|themselves)$/.test(form))
    return (
      item.isPlural || item.kind === "group" || (item.kind === "organization" && draft.shape !== "pronoun")
    );
  if (isPerson(draft, item) || item.isPlural) return false;
  return (
    item.kind === "state" ||
    item.kind === "government" ||
    item.kind === "organization" ||
    item.kind === "group" ||
    item.kind === "role"
  );
}

function isPerson(draft: Draft, item: Cluster): boolean {
  if (item.kind === "person") return true;
  const kind = draft.role?.kind;
  return draft.shape === "role" && !draft.isPlural && kind !== undefined && kind !== "body";
}

function salience(doc: Document, draft: Draft): number {
  const rel = doc.deprel[draft.head]!;
  if (rel === REL.nsubj || rel === REL["nsubj:pass"]) return 6;
  if (rel === REL.obj || rel === REL.iobj) return 4;
  if (rel === REL["nmod:poss"]) return 2;
  return 1;
}

/** "NATO said it would attack them": an object is not its own clause's subject. */
function isOwnArgument(doc: Document, draft: Draft, pronoun: Draft, form: string): boolean {
  if (/self$|selves$|^(?:his|her|their|its)$/.test(form)) return false;
  return doc.head[draft.head] === doc.head[pronoun.head] && doc.head[draft.head]! >= 0;
}
