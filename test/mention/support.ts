import { expect } from "vitest";
import { type Read, readText, wordsText } from "../support/read.ts";

/** What a check may set: the report's day, its dateline. */
export interface Setting {
  readonly date?: string | null;
  readonly place?: string;
}

function describe({ doc, mentions }: Read, phrase: string): string {
  const fitting = mentions.mentions.filter(({ start, end }) => wordsText(doc, start, end) === phrase);
  const found = fitting.at(-1);
  if (found === undefined) return "none";
  const entity = mentions.entities[found.entity]!;
  const reading = found.readings[0];
  const parts = [found.kind, reading?.code ?? entity.code ?? "-", reading?.sector ?? "-"];
  const more = [entity.offices[0]?.title, found.ethnicity, found.religion].filter((part) => part);
  return [parts.join(" "), ...more].join(" | ");
}

/**
 * Each bracket of the marked text is a phrase and what the first reading of the mention with just these words must be:
 * `[the Kremlin's|kind CODE SECTOR | office | ethnicity | religion]`, `-` for nothing, `none` for no mention at all.
 */
export function checkMarks(marked: string, setting: Setting = {}): void {
  const wanted: string[] = [];
  const phrases: string[] = [];
  const text = marked.replace(/\[([^\]|]+)\|([^\]]+)\]/g, (_, phrase: string, mark: string) => {
    phrases.push(phrase);
    wanted.push(`${phrase} = ${mark.trim()}`);
    return phrase;
  });
  const read = readText(text, setting);
  expect(phrases.map((phrase) => `${phrase} = ${describe(read, phrase)}`)).toEqual(wanted);
}

/** Each list of phrases must be one entity, and no two lists the same; `phrase#2` is the second one with these words. */
export function checkEntities(
  text: string,
  groups: readonly (readonly string[])[],
  setting: Setting = {},
): void {
  const { doc, mentions } = readText(text, setting);
  const entityOf = (wanted: string): number => {
    const [phrase = "", nth = "1"] = wanted.split("#");
    const fitting = mentions.mentions.filter(({ start, end }) => wordsText(doc, start, end) === phrase);
    return fitting[Number(nth) - 1]?.entity ?? -1;
  };
  const found = groups.map((group) => group.map((phrase) => ({ phrase, entity: entityOf(phrase) })));
  for (const group of found)
    expect(group).toEqual(group.map(({ phrase }) => ({ phrase, entity: group[0]!.entity })));
  const firsts = found.map((group) => group[0]!.entity);
  expect(firsts).not.toContain(-1);
  expect(new Set(firsts).size).toBe(firsts.length);
}
