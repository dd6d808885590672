import type { Act, Auxiliary, EventType, Factuality } from "./act.ts";
import { isHostile } from "./compose.ts";
import type { Family } from "./frames.ts";

/** How sure, and in which auxiliary mode, the acts are that an operator of this family speaks of. */
const FORECAST: Partial<Record<Family, { factuality: Factuality; auxiliary: readonly Auxiliary[] }>> = {
  commit: { factuality: "PR+", auxiliary: ["future"] },
  announce: { factuality: "PR+", auxiliary: ["future"] },
  plan: { factuality: "PR+", auxiliary: ["future"] },
  accept: { factuality: "PR+", auxiliary: ["future"] },
  allow: { factuality: "PR+", auxiliary: ["future"] },
  threaten: { factuality: "PS+", auxiliary: ["hypothetical"] },
  warn: { factuality: "PS+", auxiliary: ["hypothetical"] },
  refuse: { factuality: "CT-", auxiliary: ["negation"] },
  reject: { factuality: "PR-", auxiliary: ["negation"] },
  deny: { factuality: "CT-", auxiliary: ["negation"] },
  accuse: { factuality: "PR+", auxiliary: [] },
  judge: { factuality: "CT+", auxiliary: [] },
};

const OPPOSITE: Readonly<Record<Factuality, Factuality>> = {
  "CT+": "CT-",
  "PR+": "PR-",
  "PS+": "PS-",
  "CT-": "CT+",
  "PR-": "PR+",
  "PS-": "PS+",
  Uu: "Uu",
};

/** Factuality and auxiliary mode of an act that stands inside another. */
export function forecastOf(
  family: Family,
  isNegated: boolean,
): { factuality: Factuality; auxiliary: readonly Auxiliary[] } {
  const usual = FORECAST[family] ?? { factuality: "Uu" as const, auxiliary: ["hypothetical" as const] };
  if (!isNegated) return usual;
  const auxiliary = usual.auxiliary.includes("negation")
    ? usual.auxiliary
    : [...usual.auxiliary, "negation" as const];
  return { factuality: OPPOSITE[usual.factuality], auxiliary };
}

/** What is threatened is the consequence; what is demanded, promised, refused or denied the content. */
export function contentSlot(holder: EventType, act: Act): "content" | "consequence" {
  return holder === "THREATEN" && (isHostile(act.type) || act.type === "REJECT") ? "consequence" : "content";
}
