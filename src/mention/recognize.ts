import type { IsoDate } from "../time/index.ts";
import type { Draft } from "./draft.ts";
import { type HeldOffice, type Holders, heldOffice } from "./holders.ts";
import { pieces } from "./pieces.ts";

/**
 * Puts what the lexicon knows of office holders into the drafts of persons and of proper names. A surname without a title
 * is left to coreference where the text has somebody of that name in full.
 */
export function recognizeHolders(
  drafts: Draft[],
  holders: Holders,
  day: IsoDate | null,
  codeAt: (code: string, day: IsoDate | null) => string,
): void {
  const surnames = new Set<string>();
  for (const { shape, name } of drafts)
    if ((shape === "person" || shape === "proper") && name.includes(" ")) surnames.add(pieces(name).at(-1)!);
  for (const [i, draft] of drafts.entries()) {
    if (draft.shape !== "person" && draft.shape !== "proper") continue;
    const isTitled = draft.shape === "person" && draft.role?.kind !== "honorific";
    const isLone = !draft.name.includes(" ");
    if (isLone && !isTitled && surnames.has(pieces(draft.name).at(-1) ?? "")) continue;
    const office = draft.shape === "proper" ? null : isTitled && !draft.isFormer ? draft.office : "";
    const found = heldOffice(holders, draft.name, day, office);
    if (found === null) continue;
    const code = codeAt(found.holder.code, day);
    if (draft.code !== null && draft.code !== code) continue;
    drafts[i] = withHolder(draft, found, code);
  }
}

function withHolder(draft: Draft, { holder, sector, isHeld }: HeldOffice, code: string): Draft {
  const isTitled = draft.shape === "person" && draft.role?.kind !== "honorific";
  // "Captain" is the army's word; whoever leads rebels by that rank is a rebel.
  const isRank = draft.role?.kind === "rank" && isHeld && sector !== null;
  const own = isTitled && draft.sector !== null && !isRank ? draft.sector : draft.isFormer ? "ELI" : sector;
  return {
    ...draft,
    shape: "person",
    kind: "person",
    code,
    sector: own,
    isOwned: true,
    readings: [{ as: "person", code, sector: own, name: holder.name, source: holder.source }],
    office: draft.office !== "" ? draft.office : isHeld ? holder.office : "",
    holder,
  };
}
