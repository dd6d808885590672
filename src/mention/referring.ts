import type { Document } from "../document/index.ts";
import type { IsoDate } from "../time/index.ts";
import type { Draft } from "./draft.ts";
import type { Cluster, Clusters } from "./entities.ts";
import type { Coordination } from "./groups.ts";
import type { Known } from "./mention.ts";
import type { Names } from "./names.ts";

/** What telling who is meant looks at, in one document. */
export interface Referring {
  readonly doc: Document;
  readonly names: Names;
  readonly day: IsoDate | null;
  readonly known: Known | undefined;
  readonly drafts: readonly Draft[];
  readonly clusters: Clusters;
  readonly coordinations: readonly Coordination[];
}

/** The last organisation or group before a definite noun that may stand for it. */
export function hinted(clusters: Clusters, draft: Draft, noun: string): Cluster | undefined {
  const item = clusters.lastHinted(noun);
  return item?.drafts.some(({ start }) => start < draft.start) ? item : undefined;
}

/** Makes a draft one more mention of what was named before. */
export function takeUp(clusters: Clusters, item: Cluster, draft: Draft): void {
  const first = item.drafts[0]!;
  draft.kind = first.kind;
  draft.readings = item.readings;
  draft.code = item.code;
  draft.sector = item.sector;
  clusters.join(item, draft);
}

/** Index of a draft in the list, which is in text order, by halving. */
export function indexAt(drafts: readonly Draft[], draft: Draft): number {
  let low = 0;
  let high = drafts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (drafts[middle]!.start < draft.start) low = middle + 1;
    else high = middle;
  }
  while (low < drafts.length && drafts[low] !== draft) low++;
  return low;
}
