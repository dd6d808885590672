import type { PartyRecord } from "../record/index.ts";
import { roleNames, sectorName } from "./words.ts";

/** Somebody in a role: the words of the text, then code and sector as the codebook has them. */
export function Party({ party }: { party: PartyRecord }) {
  const { code, sector, entity_text, identifier_text, office, ethnicity, religion, role } = party;
  const also = [
    identifier_text !== null && !entity_text.includes(identifier_text) ? identifier_text : null,
    office !== null && !entity_text.toLowerCase().includes(office.toLowerCase()) ? office : null,
    ethnicity,
    religion,
  ].filter((words) => words !== null);
  return (
    <span class="party">
      <span class="name">{entity_text}</span> <PartyCode code={code} sector={sector} />
      {also.length > 0 && <span class="also"> {also.join(", ")}</span>}
      {role !== undefined && <span class="role"> {roleNames[role]}</span>}
    </span>
  );
}

/** `YUG · government`, with what is not known said so. */
export function PartyCode({ code, sector }: { code: string | null; sector: string | null }) {
  if (code === null && sector === null) return <span class="code unknown">no code</span>;
  return (
    <span class="code">
      {code}
      {code !== null && sector !== null && " · "}
      {sector !== null && <abbr title={sector}>{sectorName(sector)}</abbr>}
    </span>
  );
}

/** Several parties on one side, or the words for none. */
export function Parties({ parties, none }: { parties: readonly PartyRecord[]; none: string }) {
  if (parties.length === 0) return <span class="none">{none}</span>;
  return (
    <>
      {parties.map((party, i) => (
        <span class="one" key={`${party.start} ${i}`}>
          <Party party={party} />
        </span>
      ))}
    </>
  );
}

/** Parties in the fewest words, for lists. */
export function shortParties(parties: readonly PartyRecord[]): string {
  return parties.map(shortParty).join(", ");
}

const pronouns = /^(?:he|she|it|they|him|her|them|his|its|their|who|whom|which|that|both|we|i|us)$/i;

/** The words of the text, and after a pronoun whom it stands for, in brackets as editors put it: "It [NATO]". */
export function shortParty({ entity_text, identifier_text }: PartyRecord): string {
  if (identifier_text === null || !pronouns.test(entity_text)) return entity_text;
  return `${entity_text} [${identifier_text}]`;
}
