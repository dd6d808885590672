import type { RoleEntry } from "./names.ts";
import type { NameSense } from "./readings.ts";

export const DELEGATES: ReadonlySet<string> = new Set([
  "delegation",
  "side",
  "delegate",
  "negotiating team",
  "mediation team",
  "negotiator",
  "peace negotiator",
  "chief negotiator",
  "chief",
  "head",
  "authority",
  "director",
  "chairman",
  "secretary",
  "commissioner",
  "representative",
  "envoy",
  "special envoy",
  "peace envoy",
  "personal envoy",
  "special representative",
  "mediator",
  "spokesman",
  "coalition",
  "office",
  "board",
  "department",
  "bureau",
  "service",
  "directorate",
  "secretariat",
  "agency",
  "administrator",
]);

/** What people are whatever they do; with a body of many states they are its own. */
const ANYBODY = /^(?:GOV|ELI|LAB|CVL|SOC|BUS)$/;

/** Those who have a place in public life through a relative. */
const KIN =
  /^(?:brother|sister|son|daughter|wife|husband|cousin|nephew|niece|uncle|aunt|widow|in-law|brother-in-law|father-in-law|son-in-law|mother|relative)$/;
const OF_OFFICE = /^(?:GOV|MIL|LEG|ELI|REB|OPP)$/;

/** "rebel soldiers", "police commandos": the modifier says whose they are. */
const FACTION = /^(?:REB|PRM|COP|OPP)$/;

const INTERNATIONAL: ReadonlySet<string> = new Set(["IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"]);

/** Those who speak for a people are no government. */
const LEADING =
  /^(?:leader|leadership|delegation|delegate|negotiator|negotiating team|representative|side|team|community|spokesman|official)$/;

/** The sector that a role has with this owner: of a state, of an organisation, of a group. */
export function sectorOf(
  role: RoleEntry,
  inner: readonly RoleEntry[],
  owner: NameSense | null,
): string | null {
  const own =
    owner !== null && owner.entry.kind !== "state" && owner.entry.kind !== "capital" ? owner.sector : null;
  const isForeign = owner !== null && INTERNATIONAL.has(owner.code ?? "");
  if (role.sector !== null && !role.isWeak) {
    if (isForeign && ANYBODY.test(role.sector)) return own;
    const faction = inner.find(({ sector }) => FACTION.test(sector ?? ""));
    if (faction !== undefined && (role.sector === "MIL" || role.sector === "GOV")) return faction.sector;
    if (
      KIN.test(role.role) &&
      inner.some(({ sector, kind }) => kind !== "body" && OF_OFFICE.test(sector ?? ""))
    )
      return "ELI";
    return role.sector;
  }
  if (owner?.entry.kind === "ethnic" && owner.code !== null && LEADING.test(role.role)) return "CVL";
  const innerSector = inner.find(({ sector }) => sector !== null)?.sector ?? null;
  if (innerSector !== null) return innerSector;
  if (own !== null && own !== "CVL") return own;
  if (role.sector !== null) return isForeign && ANYBODY.test(role.sector) ? null : role.sector;
  const isOfState = owner !== null && /^(?:state|government|capital|contested)$/.test(owner.entry.kind);
  return isOfState && DELEGATES.has(role.role) ? "GOV" : null;
}

/** "the rebel leader's men" are rebels, a president's brother belongs to the elites. */
export function sectorOfHolder(
  role: RoleEntry,
  held: { readonly sector: string | null } | null,
): string | null {
  if (held === null || held.sector === null) return null;
  if (KIN.test(role.role)) return "ELI";
  return role.isWeak && (role.kind === "people" || role.kind === "envoy") ? held.sector : null;
}

/** A former office holder belongs to the elites, whatever the office was. */
export function sectorWithState(sector: string | null, isFormer: boolean, role: RoleEntry): string | null {
  const isOffice = role.kind === "office" || role.kind === "rank" || role.kind === "envoy";
  return isFormer && isOffice && sector !== null ? "ELI" : sector;
}
