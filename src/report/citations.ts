import { type IsoDate, monthNumber, nearestDay } from "../time/index.ts";
import type { Catalogue } from "./catalogue.ts";
import { isSpace } from "./lines.ts";
import type { Range } from "./report.ts";

/** A month and day as a citation gives them, with the year where it does. */
export interface CitedDay {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** What stands in a pair of parentheses, when it is no part of the prose. */
export type Parenthesis =
  | (Range & {
      readonly kind: "citation";
      readonly agencies: readonly { readonly name: string; readonly day: CitedDay | null }[];
      readonly day: CitedDay | null;
    })
  | (Range & {
      readonly kind: "cross-reference";
      readonly publication: string;
      readonly day: CitedDay | null;
    });

const LONGEST = 240;

/** Finds the citations and cross-references of a block. One pass; nested parentheses are never one of them. */
export function findParentheses(text: string, block: Range, catalogue: Catalogue): Parenthesis[] {
  const found: Parenthesis[] = [];
  let open = -1;
  for (let i = block.from; i < block.to; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 40 || unit === 91) open = i;
    else if ((unit === 41 || unit === 93) && open >= 0) {
      const range = { from: open, to: i + 1 };
      open = -1;
      if (range.to - range.from > LONGEST) continue;
      const inside = text.slice(range.from + 1, range.to - 1);
      const parenthesis =
        readCrossReference(inside, range, catalogue) ??
        (spellsOut(text, range, inside)
          ? null
          : readCitation(inside, range, catalogue, endsSentence(text, range, block)));
      if (parenthesis !== null) found.push(parenthesis);
    }
  }
  return found;
}

/** The same day with the year that stands apart from it: "October 5, 1998". */
export function inYear(day: CitedDay, year: number): CitedDay {
  return { ...day, year };
}

/** The day in the year that lies nearest to a known one; null where no year can be had. */
export function dayOf(cited: CitedDay | null, anchor: IsoDate | null): IsoDate | null {
  if (cited === null) return null;
  if (cited.year !== null) return `${pad(cited.year, 4)}-${pad(cited.month, 2)}-${pad(cited.day, 2)}`;
  return anchor === null ? null : nearestDay(cited.month, cited.day, anchor);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

function readCrossReference(inside: string, range: Range, catalogue: Catalogue): Parenthesis | null {
  const match = /^(?:see(?: also)?|cf\.)\s+(?:the\s+)?(.+)$/i.exec(inside.trim());
  if (match === null) return null;
  const { names, day } = readItems(match[1]!);
  const [name] = names;
  if (name === undefined || !/^\p{Lu}/u.test(name)) return null;
  const profile = catalogue.publication(name);
  if (day === null && profile === null) return null;
  return { kind: "cross-reference", ...range, publication: profile?.name ?? name, day };
}

function readCitation(
  inside: string,
  range: Range,
  catalogue: Catalogue,
  atEnd: boolean,
): Parenthesis | null {
  const agencies: { name: string; day: CitedDay | null }[] = [];
  let last: CitedDay | null = null;
  let known = 0;
  let isVague = false;
  for (const group of inside.split(";")) {
    const { names, day } = readItems(group);
    last = day ?? last;
    for (const name of names.flatMap(expand)) {
      const isKnown = catalogue.agency(name) !== null || isKind(name);
      if (!isKnown && (!looksLikeAgency(name) || catalogue.isPlace(name))) return null;
      if (isKnown) known++;
      else if (!name.includes(" ")) isVague = true;
      agencies.push({ name, day });
    }
  }
  if (agencies.length === 0) return null;
  // A name that nobody knows is an agency only beside a date, at the end of the sentence that it vouches for; one word
  // alone may be a town as well.
  const isVouched = known === agencies.length ? last !== null || atEnd : last !== null && atEnd;
  if (!isVouched || (isVague && known === 0)) return null;
  const day = last;
  return { kind: "citation", ...range, agencies: agencies.map((a) => ({ ...a, day: a.day ?? day })), day };
}

/** The comma-separated items of a group: names, and at most one day. */
function readItems(group: string): { names: string[]; day: CitedDay | null } {
  const names: string[] = [];
  let day: CitedDay | null = null;
  for (const item of group.split(",").map((part) => part.trim().replace(/\s+/g, " "))) {
    if (item === "") continue;
    const year = /^\d{4}$/.test(item) ? Number(item) : null;
    const read = readDay(item);
    if (read !== null) day = read;
    else if (year !== null && day !== null) day = inYear(day, year);
    else names.push(item);
  }
  return { names, day };
}

/** "October 5", "Oct. 5", "5 October", "5 October 1998", "October 4-5" (the last day counts). */
function readDay(item: string): CitedDay | null {
  const words = item.toLowerCase().split(" ");
  if (words.length < 2 || words.length > 3) return null;
  const monthFirst = monthNumber(words[0]);
  const month = monthFirst > 0 ? monthFirst : monthNumber(words[1]);
  const days = /^(\d{1,2})(?:st|nd|rd|th)?(?:[-–](\d{1,2}))?$/.exec(monthFirst > 0 ? words[1]! : words[0]!);
  if (month === 0 || days === null) return null;
  const day = Number(days[2] ?? days[1]);
  if (day < 1 || day > 31) return null;
  if (words.length === 2) return { year: null, month, day };
  return /^\d{4}$/.test(words[2]!) ? { year: Number(words[2]), month, day } : null;
}

const KIND =
  /^(?:news )?(?:agencies|agency reports|media|press|wire services|newspapers|news reports|broadcasters|wires)$/i;

/** Whether the parentheses hold the initials of the words before them: "Ghana News Agency (GNA)". */
function spellsOut(text: string, range: Range, inside: string): boolean {
  if (!/^\p{Lu}{2,8}$/u.test(inside)) return false;
  const before = text.slice(Math.max(0, range.from - 120), range.from).match(/\p{L}+/gu) ?? [];
  const initials = before.filter((word) => /^\p{Lu}/u.test(word)).map((word) => word[0]);
  return initials.join("").endsWith(inside);
}

/** "Russian and Western agencies" is "Russian agencies" and "Western agencies"; "Reuters and AP" is both. */
function expand(name: string): string[] {
  const parts = name.split(/\s+(?:and|&)\s+/);
  if (parts.length === 1) return [name];
  const kind = /^\S+\s+(.+)$/.exec(parts.at(-1)!)?.[1];
  if (kind === undefined || !KIND.test(kind)) return parts;
  return parts.map((part, i) => (i + 1 < parts.length && !/\s/.test(part) ? `${part} ${kind}` : part));
}

function isKind(item: string): boolean {
  return KIND.test(item) || KIND.test(item.replace(/^\S+\s+/, ""));
}

/** At most five words, the first with a capital, no verb-like or lower-case words but small ones. */
function looksLikeAgency(item: string): boolean {
  const words = item.split(" ");
  if (words.length > 5 || !/^[\p{Lu}]/u.test(item) || /[?!:“”"]/.test(item)) return false;
  return (
    isKind(item) ||
    words.every((word) => /^[\p{Lu}\d&]/u.test(word) || /^(?:of|the|and|de|la|al|el|for)$/.test(word))
  );
}

/** Whether a sentence ends before or right after the parentheses. */
function endsSentence(text: string, range: Range, block: Range): boolean {
  let after = range.to;
  while (after < block.to && isSpace(text.charCodeAt(after))) after++;
  if (after >= block.to || /[.!?;]/.test(text[after]!)) return true;
  let before = range.from - 1;
  while (before >= block.from && isSpace(text.charCodeAt(before))) before--;
  return before >= block.from && /[.!?”"’]/.test(text[before]!);
}
