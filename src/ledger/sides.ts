import type { Party } from "../event/index.ts";

/** Codes that many organizations share, so that their names must agree too. */
const SHARED = new Set(["IGO", "NGO", "MNC", "REB"]);

/** Whether two parties belong to one side: the same entity, or one country or organization and no other sector. */
export function isSameSide(one: Party | null, other: Party | null): boolean {
  if (one === null || other === null) return false;
  if (one.entity >= 0 && one.entity === other.entity) return true;
  if (!isSameCountry(one, other)) return false;
  return one.sector === null || other.sector === null || one.sector === other.sector;
}

/** Whether two parties have one country or organization, whatever their sectors. */
export function isSameCountry(one: Party | null, other: Party | null): boolean {
  if (one === null || other === null) return false;
  if (one.entity >= 0 && one.entity === other.entity) return true;
  if (one.code === null || one.code !== other.code) return false;
  return (
    !SHARED.has(one.code) ||
    organizationName(one.name ?? one.text) === organizationName(other.name ?? other.text)
  );
}

const STAFF =
  /\s+(?:officials?|missions?|monitors?|observers?|forces?|troops|commanders?|diplomats?|envoys?|leaders?|members?|ministers?|spokesm[ae]n|spokeswom[ae]n|peacekeepers?|headquarters)$/i;

const STAFF_OF =
  /^(?:foreign |defen[cs]e |senior )?(?:ministers|officials|leaders|members|representatives|diplomats|envoys) (?:of|from) (?:the )?/i;

/** The organization in a name that also says which of its people are meant: "NATO officials" are NATO. */
export function organizationName(name: string): string {
  return name
    .replace(/^the\s+/i, "")
    .replace(STAFF_OF, "")
    .replace(STAFF, "")
    .toLowerCase();
}

/** Whether a party speaks for the same side as one of several. */
export function isAmong(party: Party | null, parties: readonly Party[]): boolean {
  return parties.some((other) => isSameSide(party, other));
}

/** The parties without those that are there already. */
export function distinct(parties: readonly Party[]): Party[] {
  const found: Party[] = [];
  for (const party of parties) if (!isAmong(party, found)) found.push(party);
  return found;
}
