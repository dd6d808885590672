import { groupsOf } from "../../src/cli/corpus/duplicates.ts";
import type { CorpusItem, CorpusPart } from "../../src/record/index.ts";

const SHARES: Readonly<Record<CorpusPart, number>> = { train: 0.7, dev: 0.1, test: 0.2 };
const PARTS = Object.keys(SHARES) as CorpusPart[];

/**
 * A part for each new item: that of its near-duplicates and template, where they have one; else the part that lacks most
 * of its kind (first type and difficulty), then of all. A part once given is never changed.
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

class Stock {
  readonly #counts = new Map<string, number>();

  add(item: CorpusItem, part: CorpusPart): void {
    for (const kind of [kindOf(item), item.acts[0]?.type ?? "none", "all"]) {
      const key = `${kind} ${part}`;
      this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    }
  }

  lacking(item: CorpusItem): CorpusPart {
    const lack = (part: CorpusPart) =>
      this.#lack(kindOf(item), part) +
      this.#lack(item.acts[0]?.type ?? "none", part) +
      this.#lack("all", part) / 4;
    return PARTS.reduce((best, part) => (lack(part) > lack(best) ? part : best));
  }

  /** By how many items a part is short of its share, were this item put there last. */
  #lack(kind: string, part: CorpusPart): number {
    const count = (p: CorpusPart) => this.#counts.get(`${kind} ${p}`) ?? 0;
    const total = PARTS.reduce((sum, p) => sum + count(p), 0) + 1;
    return total * SHARES[part] - count(part);
  }
}

function kindOf(item: CorpusItem): string {
  return `${item.acts[0]?.type ?? "none"}/${item.difficulty}`;
}
