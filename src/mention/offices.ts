import type { Draft } from "./draft.ts";
import type { Cluster, Clusters } from "./entities.ts";
import type { Entity } from "./mention.ts";
import { hinted, type Referring, takeUp } from "./referring.ts";

const LEADERS: ReadonlySet<string> = new Set([
  "leader",
  "ruler",
  "military ruler",
  "strongman",
  "dictator",
  "head of state",
]);
const HEADS =
  /\b(?:president|prime minister|premier|king|queen|emir|sultan|chancellor|supreme leader|shah|ruler|leader|chairman)\b/i;

/** Gives a role to the person who holds it, to the body it takes up, or to a cluster of its own. */
export function placeRole(reading: Referring, draft: Draft): void {
  const { clusters, drafts, names } = reading;
  const role = draft.role!;
  const again = draft.again === undefined ? undefined : clusters.of.get(draft.again);
  if (again !== undefined) {
    clusters.join(again, draft);
    return;
  }
  const beside = drafts[draft.apposed];
  const named = beside === undefined ? undefined : clusters.of.get(beside);
  if (named !== undefined && named.kind === "person") {
    clusters.join(named, draft);
    clusters.addOffice(named, draft);
    return;
  }
  const isOffice =
    role.kind === "office" || role.kind === "rank" || role.kind === "spokesman" || role.kind === "envoy";
  if (isOffice && !draft.isPlural && !draft.isFormer) {
    const holder = holderOf(clusters, draft);
    if (holder !== undefined) {
      clusters.join(holder, draft);
      return;
    }
  }
  if (!draft.isOwned && draft.isDefinite && names.hints.has(role.role)) {
    const item = hinted(clusters, draft, role.role);
    if (item !== undefined) {
      takeUp(clusters, item, draft);
      return;
    }
  }
  const key = `role|${roleKey(draft)}|${draft.code ?? ""}|${draft.sector ?? ""}|${draft.ethnicity ?? ""}`;
  const same = draft.isDefinite || draft.isOwned ? clusters.find(key) : undefined;
  const group = same ?? sameDelegation(clusters, draft);
  if (group !== undefined) clusters.join(group, draft);
  else clusters.open(draft, roleKind(draft), [key]);
}

function roleKind(draft: Draft): Entity["kind"] {
  const { role, sector } = draft.role!;
  if (/^(?:government|regime|administration|authority|leadership|cabinet)$/.test(role) && sector === "GOV")
    return "government";
  return draft.isPlural || draft.role!.kind === "people" ? "group" : "role";
}

/** "government ministers" and "ministers" are one kind; "forces" and "security forces" are two. */
function roleKey(draft: Draft): string {
  const { role, kind } = draft.role!;
  return kind === "office" ? (role.split(" ").at(-1) ?? role) : role;
}

/** The person in the report who holds the office that a phrase without a name speaks of. */
function holderOf(clusters: Clusters, draft: Draft): Cluster | undefined {
  const { role } = draft.role!;
  let best: Cluster | undefined;
  for (const item of clusters.holders(draft.code)) {
    if (!hasBefore(item, draft)) continue;
    const isOpen = item.code === null && draft.sentence - item.drafts[0]!.sentence <= 1;
    if (draft.code !== null ? item.code !== draft.code && !isOpen : !draft.isDefinite) continue;
    const isHolder = item.offices.some(({ title }) => isOffice(title, role));
    if (isHolder && (best === undefined || lastBefore(item, draft) > lastBefore(best, draft))) best = item;
  }
  return best;
}

function isOffice(title: string, role: string): boolean {
  if (/^former /i.test(title)) return false;
  const office = title.toLowerCase();
  if (office === role) return true;
  if (LEADERS.has(role)) return HEADS.test(office);
  return office.endsWith(` ${role}`) && !/^(?:vice|deputy)/.test(office);
}

function hasBefore(item: Cluster, draft: Draft): boolean {
  return item.drafts.some(({ start }) => start < draft.start);
}

function lastBefore(item: Cluster, draft: Draft): number {
  let last = -1;
  for (const { start } of item.drafts) if (start < draft.start && start > last) last = start;
  return last;
}

/** "the Russian delegation" after "Russian ministers" and the like, in the sentences just before. */
function sameDelegation(clusters: Clusters, draft: Draft): Cluster | undefined {
  if (draft.code === null || draft.sector !== "GOV") return undefined;
  const isDelegation = draft.role!.role === "delegation";
  // Three sentences hold far fewer new entities than this.
  const oldest = Math.max(0, clusters.all.length - 300);
  for (let i = clusters.all.length - 1; i >= oldest; i--) {
    const item = clusters.all[i]!;
    if (item.code !== draft.code || item.sector !== "GOV") continue;
    const near = item.drafts.some(
      ({ sentence, start }) => start < draft.start && draft.sentence - sentence <= 3,
    );
    if (!near) continue;
    const isGroup = item.drafts.some(
      ({ role, isPlural, shape }) => shape === "role" && isPlural && role?.kind === "office",
    );
    const hasDelegation = item.drafts.some(({ role }) => role?.role === "delegation");
    if (isDelegation ? isGroup : draft.isPlural && draft.role!.kind === "office" && hasDelegation)
      return item;
  }
  return undefined;
}

/** "the ministers" are the ministers of that state whom the report names. */
export function addMembers({ clusters }: Referring, item: Cluster): void {
  if (item.code === null) return;
  for (const { shape, isPlural, role } of item.drafts) {
    if (shape !== "role" || !isPlural || role?.kind !== "office") continue;
    const noun = role.role.split(" ").at(-1)!;
    for (const person of clusters.all)
      if (
        person.kind === "person" &&
        person.code === item.code &&
        person.offices.some(({ title }) => isMember(title, noun))
      )
        item.members.add(person.index);
  }
}

function isMember(title: string, noun: string): boolean {
  if (/^former /i.test(title)) return false;
  return title.toLowerCase().split(" ").at(-1) === noun && !/prime minister$/i.test(title);
}
