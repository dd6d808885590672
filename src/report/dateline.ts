import { monthNumber } from "../time/index.ts";
import type { Catalogue } from "./catalogue.ts";
import { type CitedDay, inYear } from "./citations.ts";
import { isSpace } from "./lines.ts";
import type { Range } from "./report.ts";

/** Place, day and agency at the head of a wire report, as read. */
export interface DatelineReading extends Range {
  readonly place: string | null;
  readonly day: CitedDay | null;
  readonly agency: string | null;
}

const LONGEST = 120;

/**
 * Reads a dateline at the start of a block: "ANKARA, March 3 (Reuters) - ", "GENEVA (AP) —", "Moscow, 4 Oct. /TASS/. ".
 * A place in capitals, an agency or a day must vouch for it; what is only a name and a dash is prose.
 */
export function readDateline(text: string, block: Range, catalogue: Catalogue): DatelineReading | null {
  const head = text.slice(block.from, Math.min(block.to, block.from + LONGEST));
  const dash = /\s*(?:--|[-–—:])\s+|\/\.?\s+|\)\s{0,2}(?=\p{Lu})/u.exec(head);
  if (dash === null) return null;
  const slashes = dash[0].startsWith("/");
  const closes = dash[0].startsWith(")");
  const label = head.slice(0, dash.index + (slashes || closes ? 1 : 0)).trim();
  const parts = readLabel(label);
  if (parts === null) return null;
  const { names, day, agency } = parts;
  const place = names.length === 0 ? null : names.join(", ");
  if (place !== null && !looksLikePlace(place)) return null;
  const capitals = place !== null && place === place.toUpperCase() && catalogue.isPlace(place);
  const vouched =
    agency !== null
      ? catalogue.agency(agency) !== null || capitals || day !== null
      : capitals || day !== null;
  if (!vouched || (place === null && agency === null)) return null;
  if (place === null && catalogue.agency(agency!) === null) return null;
  let to = block.from + dash.index + dash[0].length;
  while (to < block.to && isSpace(text.charCodeAt(to))) to++;
  if (to >= block.to) return null;
  return { from: block.from, to, place: place === null ? null : asName(place), day, agency };
}

function readLabel(label: string): { names: string[]; day: CitedDay | null; agency: string | null } | null {
  let rest = label;
  let agency: string | null = null;
  const marked = /\(([^()]{2,40})\)$|\/([^/]{2,30})\/$/.exec(label);
  if (marked !== null) {
    agency = (marked[1] ?? marked[2])!.trim();
    rest = label.slice(0, marked.index).trim().replace(/,$/, "");
  }
  if (
    /[()/.!?]/.test(
      rest.replace(/\b(?:[A-Z]\.){1,3}|\b\p{L}{3,4}\.(?=\s*\d|$)/gu, "").replace(/\d+\s+\p{L}{3,4}\./gu, ""),
    )
  )
    return null;
  const names: string[] = [];
  let day: CitedDay | null = null;
  for (const part of rest.split(",").map((item) => item.trim())) {
    if (part === "") continue;
    const read = readDay(part);
    if (read !== null) day = read;
    else if (/^\d{4}$/.test(part) && day !== null) day = inYear(day, Number(part));
    else if (!/^(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?$/.test(part))
      names.push(part);
  }
  return names.length > 3 ? null : { names, day, agency };
}

function readDay(part: string): CitedDay | null {
  const words = part.toLowerCase().split(/\s+/);
  if (words.length < 2 || words.length > 3) return null;
  const first = monthNumber(words[0]);
  const month = first > 0 ? first : monthNumber(words[1]);
  const day = Number(first > 0 ? words[1] : words[0]);
  if (month === 0 || !Number.isInteger(day) || day < 1 || day > 31) return null;
  if (words.length === 2) return { year: null, month, day };
  return /^\d{4}$/.test(words[2]!) ? { year: Number(words[2]), month, day } : null;
}

function looksLikePlace(place: string): boolean {
  const words = place.split(/[\s,]+/);
  return (
    words.length <= 6 &&
    words.every((word) => /^[\p{Lu}]/u.test(word) || /^(?:of|the|de|la|al|el|sur|am|upon)$/.test(word))
  );
}

/** "ANKARA" is Ankara; other spellings stay. */
function asName(place: string): string {
  if (place !== place.toUpperCase()) return place;
  return place
    .toLowerCase()
    .replace(/(^|[\s,'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
