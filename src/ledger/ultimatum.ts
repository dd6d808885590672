import { hasUpos } from "../document/index.ts";
import type { Act, Party } from "../event/index.ts";
import { GENERAL_NOUN, GENERAL_VERB } from "./cues.ts";
import { backwardCondition, consequenceOf, isAvoidance, voicesOf } from "./drafts.ts";
import type { Ultimatum } from "./entry.ts";
import { type Draft, headOf, isHarm, lemmaOf, type Scope, wordsIn } from "./scope.ts";
import { distinct, isSameCountry, isSameSide } from "./sides.ts";

/** Demands and a consequence that one act ties together. */
interface Tie {
  readonly act: Act;
  readonly demands: readonly Draft[];
  readonly consequence: Act;
  readonly threatener: Party | null;
  readonly addressee: Party | null;
}

/** Joins the demands and consequences that the text ties into ultimatums; versions told of one are one. */
export function ultimatumsOf(scope: Scope, drafts: readonly Draft[]): Ultimatum[] {
  const groups: Tie[][] = [];
  for (const act of scope.coding.events) {
    const tie = tieOf(scope, drafts, act);
    if (tie === null) continue;
    const group = groups.find((ties) => ties.every((other) => isSameUltimatum(other, tie)));
    if (group === undefined) groups.push([tie]);
    else group.push(tie);
  }
  return groups.map((ties) => joined(scope, ties));
}

function tieOf(scope: Scope, drafts: readonly Draft[], act: Act): Tie | null {
  if (act.type !== "REQUEST" && act.type !== "THREATEN") return null;
  const own = drafts.filter((draft) => draft.act.id === act.id && draft.kind === "demand");
  const isAvoiding = act.condition !== null && isAvoidance(act.condition.cue);
  const known = matchingThreat(drafts, act, own);
  const consequence = consequenceOf(scope, act) ?? (isAvoiding ? (known?.consequence ?? null) : null);
  if (consequence === null || !isHarm(consequence)) return null;
  const demands = own.length > 0 ? own : backwardCondition(scope, act) ? earlierDemands(drafts, act) : [];
  if (demands.length === 0) return null;
  const threatener = consequence.actors[0] ?? known?.threatener ?? (isAvoiding ? null : voicesOf(act).issuer);
  const addressee =
    demands.find((demand) => demand.addressee !== null)?.addressee ?? act.recipients[0] ?? null;
  return { act, demands, consequence, threatener, addressee };
}

/** The threat in the same report that an attack to be avoided refers to. */
function matchingThreat(drafts: readonly Draft[], act: Act, own: readonly Draft[]): Draft | null {
  const addressee = own[0]?.addressee ?? act.recipients[0] ?? null;
  return (
    drafts.find(
      (draft) =>
        draft.kind === "threat" &&
        draft.consequence !== null &&
        draft.threatener !== null &&
        isSameCountry(draft.addressee ?? draft.consequence.recipients[0] ?? null, addressee),
    ) ?? null
  );
}

/** Demands made before, to the one who is threatened now, by the one who threatens. */
function earlierDemands(drafts: readonly Draft[], act: Act): Draft[] {
  const { issuer } = voicesOf(act);
  const target = act.recipients[0] ?? act.consequence?.recipients[0] ?? null;
  return drafts.filter(
    (draft) =>
      draft.kind === "demand" &&
      draft.act.sentence <= act.sentence &&
      (issuer === null || isSameSide(draft.issuer, issuer)) &&
      (target === null || isSameCountry(draft.addressee, target)),
  );
}

function isSameUltimatum(one: Tie, other: Tie): boolean {
  const sameTarget = isSameCountry(one.addressee, other.addressee) || one.addressee === other.addressee;
  const sameThreat =
    one.threatener === null || other.threatener === null || isSameSide(one.threatener, other.threatener);
  return sameTarget && sameThreat;
}

function joined(scope: Scope, ties: readonly Tie[]): Ultimatum {
  const demands: Draft[] = [];
  for (const tie of ties)
    for (const demand of tie.demands) if (!demands.includes(demand)) demands.push(demand);
  const general = generalOf(scope, demands);
  const specific = demands.filter((demand) => demand !== general);
  if (general !== null) for (const demand of specific) demand.general = general.id;
  const [first] = ties;
  const issuers = distinct(ties.flatMap(({ act }) => voicesOf(act).issuer ?? []));
  const conveyors = distinct(ties.flatMap(({ act }) => voicesOf(act).conveyors));
  const threatener = ties.find((tie) => tie.threatener !== null)?.threatener ?? null;
  for (const demand of demands) {
    demand.threatener ??= threatener;
    demand.consequence ??= first!.consequence;
  }
  return {
    id: `${first!.act.id}/ultimatum`,
    demands: specific.map(({ id }) => id),
    general: general?.id ?? null,
    consequence: first!.consequence,
    issuer: issuers.length === 1 ? issuers[0]! : null,
    conveyors,
    threatener,
    addressee: ties.find((tie) => tie.addressee?.sector != null)?.addressee ?? first!.addressee,
    deadline: demands.find(({ deadline }) => deadline !== null)?.deadline ?? null,
  };
}

/** The demand that leaves open what is to be done: "decisive measures", "comply". */
function generalOf(scope: Scope, demands: readonly Draft[]): Draft | null {
  return demands.find((demand) => isGeneral(scope, demand)) ?? null;
}

function isGeneral({ doc }: Scope, demand: Draft): boolean {
  const { start, end } = wordsIn(doc, demand, demand.act.sentence);
  if (end <= start) return false;
  const root = headOf(doc, start, end);
  if (!hasUpos(doc, root, "VERB")) return GENERAL_NOUN.has(lemmaOf(doc, root));
  let isObjectGeneral = false;
  let hasObject = false;
  for (let i = start; i < end; i++) {
    if (doc.head[i] !== root || i < root) continue;
    const isNoun = hasUpos(doc, i, "NOUN") || hasUpos(doc, i, "PROPN") || hasUpos(doc, i, "PRON");
    if (!isNoun) continue;
    hasObject = true;
    if (GENERAL_NOUN.has(lemmaOf(doc, i))) isObjectGeneral = true;
  }
  return isObjectGeneral || (!hasObject && GENERAL_VERB.has(lemmaOf(doc, root)));
}
