import { type AmbiguityTable, lowerHash } from "../src/parse/lexeme.ts";
import { formsOf, type Sample } from "./corpus.ts";
import type { TagSet } from "./tag-set.ts";

/** A form must stand this often in the training data to have a class: once would give its tag away. */
const LEAST_COUNT = 3;
/** A tag counts for a form from this part of its occurrences on. */
const LEAST_PART = 0.05;

/** The sets of tags that forms have, as a table from form hash to class. */
export function learnAmbiguity(samples: readonly Sample[], tags: TagSet): AmbiguityTable {
  const counts = new Map<number, Map<number, number>>();
  for (const sample of samples) {
    formsOf(sample).forEach((form, i) => {
      const hash = lowerHash(form);
      const ofForm = counts.get(hash) ?? new Map<number, number>();
      const tag = tags.of(sample.corpus.doc, sample.start + i);
      ofForm.set(tag, (ofForm.get(tag) ?? 0) + 1);
      counts.set(hash, ofForm);
    });
  }
  const classes = new Map<string, number>();
  const rows: [number, number][] = [];
  for (const [hash, ofForm] of counts) {
    const total = [...ofForm.values()].reduce((a, b) => a + b, 0);
    if (total < LEAST_COUNT) continue;
    const common = [...ofForm].filter(([, count]) => count >= total * LEAST_PART);
    const order = common.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 3);
    const key = `${order.map(([tag]) => tag).join(" ")} ${order[0]![1] > total * 0.9 ? "sure" : ""}`;
    if (!classes.has(key)) classes.set(key, classes.size + 1);
    rows.push([hash, classes.get(key)!]);
  }
  rows.sort((a, b) => a[0] - b[0]);
  return {
    hashes: Int32Array.from(rows, ([hash]) => hash),
    classes: Uint16Array.from(rows, ([, number]) => number),
  };
}
