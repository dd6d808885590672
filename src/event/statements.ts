import { children, rangeOf, subtree } from "../document/index.ts";
import type { Act, Party, SentencePart, Statement } from "./act.ts";
import { fillersOf } from "./arguments.ts";
import { attributionsOf } from "./attribution.ts";
import { trimmed } from "./conditions.ts";
import { REL } from "./grammar.ts";
import { judgementsOf } from "./judgements.ts";
import type { Node } from "./links.ts";
import { isSameSide, partiesAt, partiesIn } from "./parties.ts";
import type { Work } from "./work.ts";

/** Positions, interests, relations and assessments that a document gives, in text order. */
export function statementsOf(
  work: Work,
  events: readonly Act[],
  parts: readonly SentencePart[],
): Statement[] {
  const found: Statement[] = [];
  const positions = events.flatMap((act) => {
    const position = positionOf(work, act);
    return position === null ? [] : [{ act, position }];
  });
  for (const { act, position } of positions) found.push(reversed(act, position, positions));
  found.push(...denials(work), ...judgementsOf(work, events, parts));
  return found.sort((one, other) => one.from - other.from || one.to - other.to);
}

/** An act that takes a side on a matter is a position of its actor. */
function positionOf(work: Work, act: Act): Statement | null {
  const node = work.graph.at.get(act.head);
  const holder = act.actors[0];
  if (node === undefined || holder === undefined) return null;
  const stance = stanceOf(act, node);
  if (stance === null) return null;
  const matter = matterOf(work, node);
  if (matter === null) return null;
  return {
    kind: "position",
    holder,
    toward: act.recipients[0] ?? null,
    matter: matter.text,
    stance: act.condition === null ? stance : "conditional",
    was: null,
    changed: null,
    by: act.attribution.at(-1)?.speaker ?? null,
    hedge: act.hedge?.cue ?? null,
    from: Math.min(act.trigger.from, matter.from),
    to: Math.max(act.trigger.to, matter.to),
  };
}

interface Taken {
  readonly act: Act;
  readonly position: Statement;
}

/** A stance that the text dates to an end ("until yesterday") and the opposite stance on the same party's doings: a reversal. */
function reversed(act: Act, position: Statement, positions: readonly Taken[]): Statement {
  const before = positions.find(
    (other) =>
      other.act !== act &&
      other.position.stance !== position.stance &&
      other.act.date?.edtf.startsWith("../") === true &&
      other.act.actors.some((party) => act.actors.some((actor) => isSameSide(actor, party))) &&
      concerned(other.act).some((party) => concerned(act).some((known) => isOneBody(known, party))),
  );
  if (before === undefined) return position;
  return { ...position, was: before.position.stance, changed: before.act.date?.last ?? null };
}

/** Those whose doings an act is about, its own actors apart. */
function concerned(act: Act): Party[] {
  const parties = [
    ...act.recipients,
    ...act.content.flatMap(({ actors, recipients }) => [...actors, ...recipients]),
  ];
  return parties.filter((party) => !act.actors.some((actor) => isSameSide(actor, party)));
}

/** One entity, or an organisation and its missions. */
function isOneBody(one: Party, other: Party): boolean {
  if (one.entity >= 0 && one.entity === other.entity) return true;
  if (one.code === null || one.code !== other.code || one.name === null || other.name === null) return false;
  return one.name.includes(other.name) || other.name.includes(one.name);
}

function stanceOf(act: Act, node: Node): "for" | "against" | null {
  const family = node.operator?.family;
  if (family === "oppose" || family === "reject" || family === "refuse") return "against";
  if (family === "back" || family === "accept") return "for";
  if (family === "judge") return act.type === "SUPPORT" ? "for" : "against";
  return null;
}

interface Matter {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** What an operator speaks of, in the words of the text. */
export function matterOf(work: Work, node: Node): Matter | null {
  const first = node.operands[0];
  if (first === undefined) return null;
  const { start, end } = subtree(work.doc, first.word);
  const last = trimmed(work.doc, start, end);
  const range = rangeOf(work.doc, skipCase(work, first.word, start), last);
  return { ...range, text: work.doc.text.slice(range.from, range.to) };
}

/** A phrase without the preposition that opens it. */
function skipCase(work: Work, word: number, start: number): number {
  for (const child of children(work.doc, word))
    if ((work.doc.deprel[child] === REL.case || work.doc.deprel[child] === REL.mark) && child === start)
      return start + 1;
  return start;
}

/** A denial is no event of PLOVER; it is the denier's position on what is said of him. */
function denials(work: Work): Statement[] {
  const found: Statement[] = [];
  for (const node of work.graph.nodes) {
    if (node.operator?.family !== "deny") continue;
    const holder = partiesIn(work, node.word, node.operator.actor, "actor").parties[0];
    const matter = matterOf(work, node);
    if (holder === undefined || matter === null) continue;
    const standing = work.standings.of(node);
    if (!standing.isAsserted || standing.factors.isNegated) continue;
    const by = attributionsOf(work, standing.speakers, work.sides, node.word).at(-1)?.speaker ?? null;
    found.push({
      kind: "position",
      holder,
      toward: otherParty(work, node, holder),
      matter: matter.text,
      stance: "against",
      was: null,
      changed: null,
      by,
      hedge: null,
      from: Math.min(work.doc.from[node.start]!, matter.from),
      to: Math.max(work.doc.to[node.end - 1]!, matter.to),
    });
  }
  return found;
}

function otherParty(work: Work, node: Node, holder: Party): Party | null {
  for (const { word } of node.operands)
    for (const slot of ["by", "poss", "name"])
      for (const head of fillersOf(work.doc, work.mentions, word, slot))
        for (const party of partiesAt(work, head, "recipient"))
          if (party.entity !== holder.entity) return party;
  return null;
}
