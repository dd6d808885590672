import type { EventLine, ReadRecord } from "../record/index.ts";

/** What stands in place of a private person's name. */
const placeholder = "[private person]";
/** Fields that hold ids and names of files, never a person's name as text. */
const kept = new Set(["id", "report", "input", "entity", "parent", "same_as", "coder", "on_behalf_of"]);

/** A function that takes the names of a reading's private persons out of its event lines, or null where it has none. */
export function privateNames(record: ReadRecord): ((line: EventLine) => EventLine) | null {
  const persons = record.entities.filter(({ kind, public: isPublic }) => kind === "person" && !isPublic);
  const publicWords = new Set(record.entities.filter((e) => e.public).flatMap(({ name }) => nameWords(name)));
  const words = persons.flatMap(({ name }) => nameWords(name)).filter((word) => !publicWords.has(word));
  if (words.length === 0) return null;
  const alternatives = [...new Set(words)].map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const word = `(?<![\\p{L}\\p{N}])(?:${alternatives.join("|")})(?![\\p{L}\\p{N}])`;
  const pattern = new RegExp(`${word}(?:[ .’'-]+${word})*`, "gu");
  return (line) => replaceIn(line, pattern) as EventLine;
}

/** The capitalised words of a name: "Anna de Vries" has Anna and Vries. */
export function nameWords(name: string): string[] {
  return name.match(/\p{Lu}[\p{L}\p{M}’'-]*\p{L}/gu) ?? [];
}

function replaceIn(value: unknown, pattern: RegExp): unknown {
  if (typeof value === "string") return value.replace(pattern, placeholder);
  if (Array.isArray(value)) return value.map((item) => replaceIn(item, pattern));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, kept.has(key) ? item : replaceIn(item, pattern)]),
  );
}
