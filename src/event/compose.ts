import type { EventType } from "./act.ts";
import type { Family, Operator } from "./frames.ts";

/** What a word or a composition of words reports: an event type with its modes and CAMEO code. */
export interface Typed {
  readonly type: EventType;
  readonly modes: readonly string[];
  readonly cameo: string | null;
}

const COOPERATIVE: ReadonlySet<EventType> = new Set(["AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"]);
const YIELDING: ReadonlySet<EventType> = new Set(["CONCEDE", "RETREAT"]);
const HOSTILE: ReadonlySet<EventType> = new Set([
  "THREATEN",
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
]);
const FORCEFUL: ReadonlySet<EventType> = new Set(["SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]);

export function isCooperative(type: EventType): boolean {
  return COOPERATIVE.has(type);
}
export function isYielding(type: EventType): boolean {
  return YIELDING.has(type);
}
export function isHostile(type: EventType): boolean {
  return HOSTILE.has(type);
}

/** Families whose operand is the act itself: they add time, attempt or a voice, and no act of their own. */
const TRANSPARENT: ReadonlySet<Family> = new Set(["do", "hedge", "say", "attribute", "try", "need", "face"]);

export function isTransparent(family: Family): boolean {
  return TRANSPARENT.has(family);
}

function typed(type: EventType, mode: string | null, cameo: string | null): Typed {
  return { type, modes: mode === null ? [] : [mode], cameo };
}

/** What the operator means by itself, where its operand is no coded act. */
export function plain(operator: Operator): Typed | null {
  if (operator.type === null) return null;
  return { type: operator.type, modes: operator.modes, cameo: operator.cameo };
}

/**
 * The type of an operator with its operand, by the decision rules of PLOVER: a promised concession is CONCEDE and a
 * promised meeting AGREE; what is refused, sought or threatened gives REJECT, REQUEST and THREATEN their modes.
 */
export function compose(operator: Operator, operand: Typed | null, isNegated: boolean): Typed | null {
  const own = plain(operator);
  if (operand === null) return own;
  switch (operator.family) {
    case "commit":
      return committed(operand, isNegated) ?? own;
    case "announce":
      return isHostile(operand.type) || operand.type === "ACCUSE"
        ? operand
        : (committed(operand, isNegated) ?? operand);
    case "plan":
    case "want":
      return isNegated || isHostile(operand.type) ? null : committed(operand, false);
    case "refuse":
      return refused(operand, isNegated, operator);
    case "reject":
      return rejected(operand, operator);
    case "demand":
    case "appeal":
    case "order":
      return sought(operand, isNegated, operator);
    case "threaten":
      return isNegated ? committed(operand, true) : (threatened(operand) ?? own);
    case "warn":
      return isHostile(operand.type) ? (threatened(operand) ?? own) : own;
    case "accept":
      return accepted(operand, own);
    case "propose":
      return own?.type === "REQUEST" ? sought(operand, isNegated, operator) : proposed(operand, own);
    case "cease":
      return ceased(operand) ?? own;
    case "delay":
      return delayed(operand);
    case "cancel":
      return cancelled(operand);
    case "allow":
      return isHostile(operand.type) && !isNegated ? null : (own ?? operand);
    case "oppose":
      return own;
    case "back":
      return own;
    case "accuse":
    case "judge":
      return own;
    case "deny":
    case "fail":
    case "avert":
    case "fear":
    case "discuss":
      return own;
    default:
      return operand;
  }
}

/** AGREE-1 to AGREE-4, CONCEDE-4: cooperation to come is AGREE, giving ground to come CONCEDE, harm to come THREATEN. */
export function committed(operand: Typed, isNegated: boolean): Typed | null {
  const { type, modes, cameo } = operand;
  if (isNegated) {
    if (isHostile(type)) return typed("CONCEDE", null, type === "ASSAULT" ? "0356" : "035");
    return isCooperative(type) || isYielding(type) ? refusal(operand) : null;
  }
  switch (type) {
    case "CONSULT":
      return typed("AGREE", null, cameo === "045" ? "039" : "036");
    case "SUPPORT":
      return typed("AGREE", null, "032");
    case "COOPERATE":
      return typed("AGREE", null, INTENT[cameo ?? ""] ?? "031");
    case "AID":
      return typed("AGREE", null, INTENT[cameo ?? ""] ?? "033");
    case "AGREE":
      return typed("AGREE", null, cameo ?? "030");
    case "CONCEDE":
    case "RETREAT":
      return typed("CONCEDE", null, yieldCode("035", modes, cameo));
    case "ACCUSE":
      return modes.includes("investigate") ? operand : null;
    case "REQUEST":
    case "REJECT":
      return type === "REJECT" ? operand : null;
    default:
      return threatened(operand);
  }
}

/** An act that the text says is not done, read as withheld: cooperation refused, harm forgone. */
export function withheld(operand: Typed): Typed | null {
  return committed(operand, true);
}

const INTENT: Readonly<Record<string, string>> = {
  "061": "0311",
  "062": "0312",
  "063": "0313",
  "064": "0314",
  "071": "0331",
  "072": "0332",
  "073": "0333",
  "074": "0334",
};

/** The code under a root of yielding ("035", "105", "025", "124") for the concession that an operand is. */
function yieldCode(root: string, modes: readonly string[], cameo: string | null): string {
  const order = root === "124" ? ["1241", "1242", "1243", "1244", "1245", "1246"] : null;
  const code = (n: number): string => order?.[n - 1] ?? `${root}${n}`;
  if (modes.includes("release") || cameo?.startsWith("084")) return code(3);
  if (modes.includes("access") || cameo?.startsWith("086")) return code(5);
  if (modes.includes("ceasefire") || modes.includes("withdraw") || modes.includes("disarm")) return code(6);
  if (cameo?.startsWith("087")) return code(6);
  if (cameo === "085") return code(4);
  if (cameo?.startsWith("081")) return code(1);
  if (cameo === "082") return code(2);
  return root;
}

function refusal(operand: Typed): Typed {
  const { type, modes, cameo } = operand;
  switch (type) {
    case "CONSULT":
      return typed("REJECT", "meet", cameo === "045" ? "126" : "125");
    case "AID":
      return typed("REJECT", "assist", { "071": "1221", "072": "1222", "073": "1223" }[cameo ?? ""] ?? "122");
    case "COOPERATE":
      return typed("REJECT", "assist", { "061": "1211", "062": "1212" }[cameo ?? ""] ?? "121");
    case "SUPPORT":
      return typed("REJECT", cameo === "057" ? "meet" : "assist", cameo === "057" ? "127" : "121");
    case "CONCEDE":
    case "RETREAT":
      if (modes.includes("resign")) return typed("REJECT", "change", "1231");
      if (cameo?.startsWith("083")) return typed("REJECT", "change", `123${cameo.slice(3)}`);
      if (type === "CONCEDE" && cameo?.startsWith("035") && cameo.length === 4)
        return typed("REJECT", "yield", `124${cameo.slice(3)}`);
      return typed("REJECT", "yield", yieldCode("124", modes, cameo));
    default:
      return typed("REJECT", null, "120");
  }
}

/** REJECT-1 to REJECT-4: what is not granted, by kind. */
function refused(operand: Typed, isNegated: boolean, operator: Operator): Typed | null {
  if (isNegated || operand.type === "REJECT") return plain(operator);
  if (operand.type === "REQUEST" || operand.type === "ACCUSE") return typed("REJECT", null, "120");
  return refusal(operand);
}

/** A rejected proposal or demand has the mode of what was proposed. */
function rejected(operand: Typed, operator: Operator): Typed | null {
  const { type, modes } = operand;
  if (type === "REQUEST") {
    const mode = modes[0] ?? null;
    const code = { assist: "121", change: "123", yield: "124", meet: "125" }[mode ?? ""] ?? "120";
    return typed("REJECT", mode, code);
  }
  if (type === "AGREE") return offered(operand.cameo ?? "") ?? plain(operator);
  return type === "REJECT" ? plain(operator) : refusal(operand);
}

/** A rejected offer has the mode of what was offered, which its code tells. */
function offered(cameo: string): Typed | null {
  if (cameo === "036" || cameo === "037") return typed("REJECT", "meet", "125");
  if (cameo === "038" || cameo === "039") return typed("REJECT", "meet", "126");
  if (cameo.startsWith("033")) return typed("REJECT", "assist", "122");
  return cameo.startsWith("031") || cameo === "032" ? typed("REJECT", "assist", "121") : null;
}

const SOFT: ReadonlySet<Family> = new Set(["appeal", "propose"]);

/** REQUEST by what is sought; an appeal has the codes of CAMEO 02, a demand or order those of 10. */
function sought(operand: Typed, isNegated: boolean, operator: Operator): Typed | null {
  const soft = SOFT.has(operator.family);
  const root = (code: string): string => (soft ? `02${code}` : `10${code}`);
  const { type, modes, cameo } = operand;
  if (isHostile(type))
    return isNegated ? typed("REQUEST", "yield", root("56")) : typed("REQUEST", null, root("0"));
  if (isNegated) return typed("REQUEST", null, root("0"));
  switch (type) {
    case "CONSULT":
      return typed("REQUEST", "meet", root(cameo === "045" ? "8" : "6"));
    case "AID":
      return typed(
        "REQUEST",
        "assist",
        root(`3${{ "071": "1", "072": "2", "073": "3", "074": "4" }[cameo ?? ""] ?? ""}`),
      );
    case "COOPERATE":
      return typed(
        "REQUEST",
        "assist",
        root(`1${{ "061": "1", "062": "2", "063": "3", "064": "4" }[cameo ?? ""] ?? ""}`),
      );
    case "SUPPORT":
      return cameo === "057" ? typed("REQUEST", "meet", root("7")) : typed("REQUEST", "assist", root("2"));
    case "AGREE":
      return typed("REQUEST", null, root("7"));
    case "CONCEDE":
    case "RETREAT":
      if (modes.includes("resign")) return typed("REQUEST", "change", root("41"));
      if (cameo?.startsWith("083")) return typed("REQUEST", "change", root(`4${cameo.slice(3)}`));
      return typed("REQUEST", "yield", yieldCode(root("5"), modes, cameo));
    default:
      return typed("REQUEST", null, root("0"));
  }
}

/** THREATEN, its mode the kind of harm; null where nothing is threatened. */
export function threatened(operand: Typed): Typed | null {
  const { type, modes } = operand;
  const has = (mode: string): boolean => modes.includes(mode);
  switch (type) {
    case "ASSAULT":
      return typed("THREATEN", "violence", has("unconventional") ? "1385" : "138");
    case "MOBILIZE":
      return typed("THREATEN", "violence", "138");
    case "COERCE":
      if (has("arrest")) return typed("THREATEN", "arrest", "137");
      if (has("deport")) return typed("THREATEN", "expel", "130");
      if (operand.cameo === "192") return typed("THREATEN", "territory", "1382");
      if (operand.cameo === "191") return typed("THREATEN", "restrict", "1381");
      return typed("THREATEN", "restrict", has("curfew") ? "1323" : has("martial-law") ? "1324" : "132");
    case "SANCTION":
      if (has("expel")) return typed("THREATEN", "expel", "136");
      if (operand.cameo?.startsWith("162")) return typed("THREATEN", "relations", "1311");
      if (operand.cameo === "163") return typed("THREATEN", "restrict", "1312");
      return typed("THREATEN", "relations", operand.cameo === "164" ? "134" : "1313");
    case "REJECT":
      return typed("THREATEN", "relations", has("meet") ? "134" : "130");
    case "PROTEST":
      return typed("THREATEN", has("demo") || has("riot") ? "relations" : "restrict", "133");
    case "THREATEN":
      return operand;
    default:
      return null;
  }
}

/** Accepting a proposal is AGREE, giving in to a demand CONCEDE. */
function accepted(operand: Typed, own: Typed | null): Typed | null {
  if (operand.type === "REQUEST") {
    if (operand.modes.includes("change")) return typed("CONCEDE", null, "083");
    return operand.modes.includes("meet") ? typed("AGREE", null, "036") : typed("CONCEDE", null, "080");
  }
  if (isYielding(operand.type)) return typed("CONCEDE", null, yieldCode("035", operand.modes, operand.cameo));
  if (operand.type === "AGREE") return operand.cameo === "030" ? own : operand;
  return isCooperative(operand.type) ? committed(operand, false) : own;
}

/** A noun such as "proposal" or "offer" is typed by what is proposed. */
function proposed(operand: Typed, own: Typed | null): Typed | null {
  return isHostile(operand.type) ? own : (committed(operand, false) ?? own);
}

/** Ending something: fire gives a ceasefire, a protest or restriction a concession, help or ties a sanction. */
function ceased(operand: Typed): Typed | null {
  const { type, modes, cameo } = operand;
  switch (type) {
    case "ASSAULT":
      return typed("RETREAT", "ceasefire", "0871");
    case "MOBILIZE":
      return typed("RETREAT", "disarm", "087");
    case "PROTEST":
      return typed("CONCEDE", null, "082");
    case "THREATEN":
      return typed("CONCEDE", null, "080");
    case "COERCE":
      if (cameo === "191") return typed("RETREAT", "withdraw", "0872");
      if (cameo === "192") return typed("RETREAT", "withdraw", "0874");
      if (modes.includes("curfew")) return typed("CONCEDE", null, "0813");
      if (modes.includes("martial-law")) return typed("CONCEDE", null, "0814");
      return typed("CONCEDE", null, "081");
    case "SANCTION":
      return cameo === "163" ? typed("RETREAT", null, "085") : typed("CONCEDE", null, "080");
    case "AID":
      return typed(
        "SANCTION",
        "discontinue",
        { "071": "1621", "072": "1622", "073": "1623" }[cameo ?? ""] ?? "162",
      );
    case "COOPERATE":
    case "SUPPORT":
      return typed("SANCTION", "discontinue", "160");
    case "CONSULT":
      return typed("SANCTION", "withdraw", cameo === "045" ? "165" : "164");
    case "ACCUSE":
      return modes.includes("investigate") ? null : typed("CONCEDE", null, "080");
    case "RETREAT":
      return modes.includes("ceasefire") ? typed("REJECT", "yield", "1246") : null;
    default:
      return null;
  }
}

/** Putting off: help, a meeting or a concession is withheld (REJECT); harm is held back (CONCEDE). */
function delayed(operand: Typed): Typed | null {
  if (isHostile(operand.type)) return typed("CONCEDE", null, FORCEFUL.has(operand.type) ? "0356" : "080");
  return operand.type === "ACCUSE" || operand.type === "REQUEST" || operand.type === "REJECT"
    ? null
    : refusal(operand);
}

/** Calling off: a meeting is REJECT (SANCTION-3), ties and help SANCTION, harm CONCEDE. */
function cancelled(operand: Typed): Typed | null {
  const { type } = operand;
  if (type === "CONSULT") return typed("REJECT", "meet", "125");
  if (type === "AGREE" || type === "SUPPORT") return typed("SANCTION", "discontinue", "160");
  if (type === "PROTEST") return typed("CONCEDE", null, "082");
  if (isYielding(type)) return refusal(operand);
  if (isHostile(type)) return ceased(operand) === null ? null : typed("CONCEDE", null, "080");
  return ceased(operand);
}

/** The fields of an act that its type fills. */
export function typeName(typed: Typed): { type: EventType; modes: readonly string[]; cameo: string | null } {
  return { type: typed.type, modes: typed.modes, cameo: typed.cameo };
}
