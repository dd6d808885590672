import { groupsOf } from "../../src/cli/corpus/duplicates.ts";
import { PART_SHARES } from "../../src/cli/corpus/tally.ts";
import { CORPUS_PARTS, type CorpusItem, type CorpusPart } from "../../src/record/index.ts";

const SHARES = PART_SHARES;
const PARTS = CORPUS_PARTS;

/**
 * A part for each new item: that of its near-duplicates and template, where they have one; else the part that lacks most
 * of its like (first type, difficulty, register, kind). A part once given is never changed.
 */
export function assignParts(
  items: readonly CorpusItem[],
  partOf: ReadonlyMap<string, CorpusPart>,
): Map<string, CorpusPart> {
  const parts = new Map<string, CorpusPart>();
  const stock = new Stock();
  for (const item of items) {
    const part = partOf.get(item.id);
    if (part === undefined) continue;
    parts.set(item.id, part);
    stock.add(item, part);
  }
  const groups = groupsOf(
    items.map(({ text }) => text),
    items.map(({ template }) => template),
  );
  const held = new Map<number, CorpusPart>();
  for (const [index, item] of items.entries()) {
    const part = parts.get(item.id);
    if (part !== undefined) held.set(groups[index]!, part);
  }
  for (const [index, item] of items.entries()) {
    if (parts.has(item.id)) continue;
    const part = held.get(groups[index]!) ?? stock.lacking(item);
    held.set(groups[index]!, part);
    parts.set(item.id, part);
    stock.add(item, part);
  }
  return parts;
}

/** What an item counts as, and how much each weighs in choosing its part. */
function kindsOf(item: CorpusItem): [string, number][] {
  const type = item.acts[0]?.type ?? "none";
  return [
    [`${type}/${item.difficulty}`, 1],
    [type, 1],
    [item.register, 0.5],
    [item.kind, 0.5],
    ["all", 0.25],
  ];
}

class Stock {
  readonly #counts = new Map<string, number>();

  add(item: CorpusItem, part: CorpusPart): void {
    for (const [kind] of kindsOf(item)) {
      const key = `${kind} ${part}`;
      this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    }
  }

  lacking(item: CorpusItem): CorpusPart {
    const lack = (part: CorpusPart) =>
      kindsOf(item).reduce((sum, [kind, weight]) => sum + weight * this.#lack(kind, part), 0);
    return PARTS.reduce((best, part) => (lack(part) > lack(best) ? part : best));
  }

  /** By how many items a part is short of its share, were this item put there last. */
  #lack(kind: string, part: CorpusPart): number {
    const count = (p: CorpusPart) => this.#counts.get(`${kind} ${p}`) ?? 0;
    const total = PARTS.reduce((sum, p) => sum + count(p), 0) + 1;
    return total * SHARES[part] - count(part);
  }
}
