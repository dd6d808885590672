import { rangeOf } from "../document/index.ts";
import type { AbstentionReason, Act, Party } from "./act.ts";
import { fillersOf } from "./arguments.ts";
import { buildAct, type Making } from "./build.ts";
import { committed, isHostile, isTransparent, type Typed } from "./compose.ts";
import { conditionOn } from "./conditions.ts";
import { isPassive, isVerbal, REL } from "./grammar.ts";
import { isPunished, type Node, typeOf } from "./links.ts";
import { isSameSide, partiesIn } from "./parties.ts";
import { type Inherited, isDistributive, NOBODY, rolesOf } from "./roles.ts";
import type { Standing } from "./standing.ts";
import type { Work } from "./work.ts";

/**
 * The event lines of a node: none where it is no act ("held": another node answers for it), null where the text does not
 * assert it (it may stand in another act), a reason where it was given up.
 */
export function linesOf(work: Work, node: Node): Act[] | AbstentionReason | "held" | null {
  if (node.operator !== null && isTransparent(node.operator.family)) return "held";
  if (work.absorbed.has(node)) return "held";
  const typed = typeOf(work.doc, node, work.types);
  if (typed === null) return node.operator === null && node.sense?.type === null ? "figurative" : "held";
  const standing = work.standings.of(node);
  const turnedDown = turnedDownLine(work, node, typed, standing);
  if (turnedDown !== null) return turnedDown;
  if (node.operator?.family === "propose" && !isUttered(work, node, standing))
    return standing.isAsserted ? "held" : null;
  if (!standing.isAsserted) return null;
  const { factors } = standing;
  if (factors.isNegated || factors.isCounterfactual) return null;
  if (factors.isFuture) return forecast(work, node, typed, standing);
  if (factors.isDeontic || factors.isPossible) return null;
  return asserted(work, node, typed, standing);
}

/** "rejected the king's offer of talks": whose offer was turned down made it, to the one who turns it down. */
function turnedDownLine(work: Work, node: Node, typed: Typed, standing: Standing): Act[] | null {
  const { parent } = standing;
  const family = parent?.operator?.family;
  if (node.operator?.family !== "propose" || isVerbal(work.doc, node.word)) return null;
  if (standing.slot !== "content" || typed.type !== "AGREE") return null;
  if (parent === null || (family !== "reject" && family !== "refuse")) return null;
  const above = work.standings.of(parent);
  const { factors } = above;
  if (!above.isAsserted || factors.isNegated || factors.isFuture || factors.isPossible || factors.isDeontic)
    return null;
  const makers = partiesIn(work, node.word, ["poss", "name", "by", "from"], "actor").parties;
  const answering = rolesOf(work, parent, above.carriers, NOBODY).actors;
  if (makers.length === 0 || answering.length === 0) return null;
  if (makers.some((maker) => answering.some((party) => isSameSide(maker, party)))) return null;
  const made = asserted(work, node, typed, standing);
  if (typeof made === "string") return null;
  return made.map((act) => (act.recipients.length > 0 ? act : { ...act, recipients: answering }));
}

/** A proposal is an event where somebody makes it ("made an offer"); elsewhere it is what others speak of. */
function isUttered(work: Work, node: Node, standing: Standing): boolean {
  if (isVerbal(work.doc, node.word) || isReported(work, node)) return true;
  return standing.carriers.some(({ word }) => UTTERING.has(work.doc.lemma[word]!));
}

const REPORTING: ReadonlySet<string> = new Set(["confirm", "report", "announce", "acknowledge", "disclose"]);

/** "confirmed an offer by Peru": news of an offer, where it says whose. */
function isReported(work: Work, node: Node): boolean {
  const { doc } = work;
  if (isKnownRequest(work, node)) return true;
  const verb = doc.head[node.word]!;
  if (doc.deprel[node.word] !== REL.obj || verb < 0 || !REPORTING.has(doc.lemma[verb]!)) return false;
  return partiesIn(work, node.word, ["by", "poss", "from"], "actor").parties.length > 0;
}

const ASKING: ReadonlySet<string> = new Set(["request", "appeal", "plea", "call", "ultimatum"]);

/** "at the request of Kenya", "followed an appeal by the bishops for calm": asked, as the text takes for granted. */
function isKnownRequest(work: Work, node: Node): boolean {
  if (!ASKING.has(work.doc.lemma[node.word]!) || node.operands.length === 0) return false;
  const slots =
    work.doc.lemma[node.word] === "request" ? ["by", "poss", "from", "of"] : ["by", "poss", "from"];
  return partiesIn(work, node.word, slots, "actor").parties.length > 0;
}

const UTTERING: ReadonlySet<string> = new Set([
  "make",
  "issue",
  "launch",
  "put",
  "table",
  "present",
  "float",
  "submit",
  "send",
  "extend",
  "deliver",
  "circulate",
  "renew",
  "voice",
  "repeat",
  "reiterate",
  "convey",
  "relay",
  "file",
  "lodge",
]);

function asserted(work: Work, node: Node, typed: Typed, standing: Standing): Act[] | AbstentionReason {
  const making: Making = {
    carriers: standing.carriers,
    inherited: NOBODY,
    factuality: "CT+",
    auxiliary: [],
    isContent: false,
    standing,
  };
  const merged = withAbsorbed(work, node, typed);
  const partners = partnersOf(work, node, merged, standing);
  if (partners.length > 1) {
    const acts: Act[] = [];
    for (const partner of partners) {
      const act = buildAct(work, node, merged, { ...making, partner });
      if (typeof act === "string") return act;
      acts.push(act);
    }
    return acts;
  }
  const act = buildAct(work, node, merged, making);
  if (typeof act === "string") return act;
  const prison = imprisonment(work, node, merged, act);
  return prison === null ? [act] : [{ ...act, ...prison.verdict }, prison.act];
}

const PRISON: ReadonlySet<string> = new Set([
  ...[
    "year",
    "month",
    "week",
    "life",
    "prison",
    "jail",
    "imprisonment",
    "term",
    "labor",
    "labour",
    "detention",
  ],
]);
const SENTENCING: ReadonlySet<string> = new Set(["sentence", "jail", "imprison", "condemn", "send"]);

/** A verdict that brings prison is two acts: the conviction, and the arrest that the words for the term tell. */
function imprisonment(
  work: Work,
  node: Node,
  typed: Typed,
  act: Act,
): { act: Act; verdict: Pick<Act, "type" | "modes" | "cameo"> } | null {
  const { doc } = work;
  const isVerdict = typed.type === "SANCTION" && typed.modes.includes("convict");
  const isArrest = typed.type === "COERCE" && typed.modes.includes("arrest");
  if (!isVerdict && !(isArrest && act.actors.some(({ sector }) => sector === "JUD"))) return null;
  if (!isVerbal(doc, node.word) || !SENTENCING.has(doc.lemma[node.word]!)) return null;
  const [term] = ["to", "for", "obj"]
    .flatMap((slot) => fillersOf(doc, work.mentions, node.word, slot))
    .filter((word) => word > node.word && PRISON.has(doc.lemma[word]!));
  if (term === undefined) return null;
  const range = rangeOf(doc, term, term + 1);
  const id = `${act.id}+prison`;
  return {
    act: { ...act, id, trigger: range, head: term, type: "COERCE", modes: ["arrest"], cameo: "173" },
    verdict: { type: "SANCTION", modes: ["convict"], cameo: "116" },
  };
}

/** The modes of triggers that repeat the happening belong to it. */
function withAbsorbed(work: Work, node: Node, typed: Typed): Typed {
  let modes = typed.modes;
  let cameo = typed.cameo;
  for (const [repeated, keeper] of work.absorbed) {
    if (keeper !== node) continue;
    const other = typeOf(work.doc, repeated, work.types);
    if (other === null) continue;
    if (modes.length === 0 && other.modes.length > 0) cameo = other.cameo ?? cameo;
    modes = [...modes, ...other.modes.filter((mode) => !modes.includes(mode))];
  }
  return { type: typed.type, modes, cameo };
}

/** The partners of calls or separate talks, one event for each; none where all sat together. */
function partnersOf(work: Work, node: Node, typed: Typed, standing: Standing): Party[] {
  if (typed.type !== "CONSULT") return [];
  if (!typed.modes.includes("phone") && !isDistributive(work, node, typed)) return [];
  const initiators = rolesOf(work, node, standing.carriers, NOBODY).actors;
  const [first] = initiators;
  if (first === undefined) return [];
  const found: Party[] = [];
  for (const slot of ["with", "to", "obj"]) {
    if (found.length > 0) break;
    for (const at of [node, ...repeats(work, node)])
      for (const party of partiesIn(work, at.word, [slot], "recipient").parties)
        if (!isSameSide(party, first) && !found.some((known) => known.head === party.head)) found.push(party);
  }
  return found;
}

function repeats(work: Work, node: Node): Node[] {
  const found: Node[] = [];
  for (const [repeated, keeper] of work.absorbed) if (keeper === node) found.push(repeated);
  return found;
}

/** What is said to come: cooperation is AGREE, giving ground CONCEDE; harm a threat only where a condition is set. */
function forecast(work: Work, node: Node, typed: Typed, standing: Standing): Act[] | AbstentionReason | null {
  const { doc } = work;
  const modal = standing.factors.modal;
  const operator = work.frames.operators.get("will")?.find(({ pattern }) => pattern.pos === "m");
  if (operator === undefined || modal < 0) return null;
  if (WOULD.has(doc.form[modal]!.toLowerCase()) && standing.speakers.length === 0) return null;
  const wrapped = committed(typed, false);
  if (wrapped === null) return null;
  const isTold = isHostile(wrapped.type) && isThreatTold(work, node, standing);
  if (isHostile(wrapped.type) && !isTold) {
    if (standing.speakers.length > 0 || conditionOn(doc, [node.word, ...standing.clauses]) === null)
      return null;
  }
  const outer: Node = {
    ...node,
    start: Math.min(modal, node.start),
    operator,
    sense: null,
    operands: [{ word: node.word, via: "modal", nodes: [node] }],
  };
  const act = buildAct(work, outer, wrapped, {
    carriers: standing.carriers,
    inherited: isTold ? speakingOf(work, standing) : NOBODY,
    factuality: "CT+",
    auxiliary: [],
    isContent: false,
    standing,
  });
  return typeof act === "string" ? act : [act];
}

/** "the nurses will be killed unless the ransom is paid, the rebels said": harm told by those who would do it. */
function isThreatTold(work: Work, node: Node, standing: Standing): boolean {
  const speaker = standing.speakers.at(-1);
  if (speaker === undefined || !isPassive(work.doc, node.word)) return false;
  if (conditionOn(work.doc, [node.word, speaker.word, ...standing.clauses]) === null) return false;
  return isPunished(work.doc, work.mentions, speaker, node.word);
}

function speakingOf(work: Work, standing: Standing): Inherited {
  const speaker = standing.speakers.at(-1)!;
  return { actors: partiesIn(work, speaker.word, speaker.operator!.actor, "actor").parties, recipients: [] };
}

const WOULD: ReadonlySet<string> = new Set(["would", "'d", "’d"]);
