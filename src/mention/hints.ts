import { PLACE_NOUNS } from "./anaphors.ts";
import type { Draft } from "./draft.ts";
import type { Cluster } from "./entities.ts";
import type { Names } from "./names.ts";
import { hinted, indexAt, type Referring, takeUp } from "./referring.ts";

/** Gives "the alliance", "the province", "his country" to what the text named before. */
export function placeHint(reading: Referring, draft: Draft): void {
  const { doc, clusters } = reading;
  const noun = doc.lemma[draft.head]!.toLowerCase();
  const sorts = PLACE_NOUNS[noun];
  const item = sorts === undefined ? hinted(clusters, draft, noun) : placeMeant(reading, draft, sorts);
  if (item !== undefined) takeUp(clusters, item, draft);
  else if (noun === "country" || noun === "nation") openCountry(reading, draft);
  else clusters.open(draft, "other");
}

/** "his country", where the state has no mention of its own yet. */
function openCountry({ clusters, drafts, names }: Referring, draft: Draft): void {
  const owner = drafts[indexAt(drafts, draft) - 1];
  const code = owner?.shape === "pronoun" && owner.end === draft.start ? clusters.of.get(owner)?.code : null;
  const name = code ? names.countries.nameOf(code) : null;
  if (!code || name === null) {
    clusters.open(draft, "other");
    return;
  }
  draft.kind = "state";
  draft.code = code;
  draft.readings = [{ as: "state", code, sector: null, name, source: "possessor" }];
  const item = clusters.open(draft, "state", [`state|${name}|${code}`]);
  item.name = name;
}

/** "the province", "his country": the last place of that sort; with a possessive, the possessor's state. */
function placeMeant(reading: Referring, draft: Draft, sorts: readonly string[]): Cluster | undefined {
  const { doc, clusters, names, drafts } = reading;
  const at = indexAt(drafts, draft);
  const isOwned = drafts[at - 1]?.shape === "pronoun" && drafts[at - 1]!.end === draft.start;
  const ownerCode = isOwned ? clusters.of.get(drafts[at - 1]!)?.code : undefined;
  for (let i = at - 1; i >= 0 && drafts[i]!.sentence >= draft.sentence - PLACE_REACH; i--) {
    const other = drafts[i]!;
    const item = clusters.of.get(other);
    if (item === undefined || other.shape === "pronoun" || other.shape === "hint") continue;
    if (isOwned) {
      if (ownerCode && item.kind === "state" && item.code === ownerCode && other.shape !== "role")
        return item;
      continue;
    }
    if (!sorts.includes(sortOf(names, other))) continue;
    if (doc.lemma[draft.head] !== "capital" || item.kind === "place") return item;
  }
  return undefined;
}

/** How many sentences back "the province" may reach. */
const PLACE_REACH = 12;

/** Province, region, city, state; a state's name on a day before the state was one is a province of another. */
function sortOf(names: Names, draft: Draft): string {
  const { entry } = draft;
  if (entry === null || draft.shape === "adjective") return "";
  if (entry.kind === "capital") return "city";
  if (entry.kind === "contested") return "contested";
  if (entry.kind === "place") return entry.sort;
  if (entry.kind !== "state") return "";
  const isWhole = entry.code === draft.code || names.countries.nameOf(entry.code ?? "") === null;
  return isWhole ? "state" : "province";
}
