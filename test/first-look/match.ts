import type { EntryKey, EventKey, Key, PartiesKey, PartyKey, Span } from "./key.ts";

/** An entity as event lines and ledger entries print it; only what is judged. */
export interface EntityLine {
  readonly code?: string | null;
  readonly sector?: string | null;
  readonly entity_text?: string | null;
  readonly identifier_text?: string | null;
  readonly role?: string;
}

/** An event line, or a content inside one; only what is judged. */
export interface EventLine {
  readonly input?: string;
  readonly parent?: string | null;
  readonly trigger: Span;
  readonly event: readonly string[];
  readonly mode?: readonly string[] | null;
  readonly actor?: readonly EntityLine[] | null;
  readonly recipient?: readonly EntityLine[] | null;
  readonly date?: string | null;
  readonly enddate?: string | null;
  readonly content?: readonly EventLine[] | null;
  readonly consequence?: EventLine | null;
}

/** An entry of the ledger as `read` prints it; only what is judged. */
export interface EntryLine extends Span {
  readonly kind: string;
  readonly issuer?: EntityLine | null;
  readonly addressee?: EntityLine | null;
}

/** What the program gave for one text; `ledger` and `ultimatums` come with `read` only. */
export interface Output {
  readonly events: readonly EventLine[];
  readonly contents: readonly EventLine[];
  readonly ledger: readonly EntryLine[] | undefined;
  readonly ultimatums: number | undefined;
}

/** How one recorded act was found: which of its fields are right on the line that was matched with it. */
export interface Found {
  readonly key: EventKey;
  readonly line: EventLine | null;
  readonly type: boolean;
  readonly actor: boolean;
  readonly recipient: boolean;
}

/** The comparison of one text. `neutral` lines are those that a careful reader may record or leave out. */
export interface Match {
  readonly found: readonly Found[];
  readonly neutral: readonly EventLine[];
  readonly extra: readonly EventLine[];
  readonly violations: readonly { readonly says: string; readonly line: EventLine }[];
}

const inside = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;
const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The passage of a key in which a trigger lies, if any. */
function passageOf(key: { readonly passages: readonly Span[] }, trigger: Span): Span | undefined {
  return key.passages.find((passage) => inside(trigger, passage));
}

function initials(name: string): string {
  return (name.match(/\p{Lu}/gu) ?? []).join("");
}

function isNamed(entity: EntityLine, name: string): boolean {
  const wanted = name.toLowerCase();
  const texts = [entity.entity_text, entity.identifier_text].filter((text) => typeof text === "string");
  return texts.some((text) => text.toLowerCase().includes(wanted) || initials(text) === name);
}

function isParty(entity: EntityLine, party: PartyKey): boolean {
  if (party.code !== null && entity.code !== party.code) return false;
  if (party.sector !== null && !(entity.sector ?? "").includes(party.sector)) return false;
  return party.name === null || isNamed(entity, party.name);
}

/**
 * Whether a list of entities is the one wanted: each wanted party is there, and nobody else. An entity of a wanted code is
 * nobody else (a second force of one country), nor is one without a code, nor one whose role says that it is no doer.
 */
export function isRight(wanted: PartiesKey, entities: readonly EntityLine[]): boolean {
  const parties = wanted.flat();
  const isKnown = (entity: EntityLine): boolean =>
    !entity.code ||
    entity.role !== undefined ||
    parties.some((party) => party.code === null || party.code === entity.code);
  return (
    wanted.every((group) => entities.some((entity) => group.some((party) => isParty(entity, party)))) &&
    entities.every(isKnown)
  );
}

function compare(key: EventKey, line: EventLine): Found {
  const actors = line.actor ?? [];
  const recipients = line.recipient ?? [];
  const type = line.event.some((name) => key.types.includes(name));
  if (key.reciprocal) {
    const all = [...(key.actor ?? []), ...(key.recipient ?? [])];
    const isJudged = key.actor !== undefined || key.recipient !== undefined;
    const right = !isJudged || isRight(all, [...actors, ...recipients]);
    return { key, line, type, actor: right, recipient: right };
  }
  const actor = key.actor === undefined || isRight(key.actor, actors);
  const recipient = key.recipient === undefined || isRight(key.recipient, recipients);
  return { key, line, type, actor, recipient };
}

/** Gives as many keys as possible a line of their own, by augmenting paths; earlier pairs stay. */
function assign(
  keys: readonly EventKey[],
  lines: readonly EventLine[],
  fits: (key: EventKey, line: EventLine) => boolean,
  pairs: Map<EventKey, EventLine>,
): void {
  const taken = new Set(pairs.values());
  const holder = new Map<EventLine, EventKey>();
  const place = (key: EventKey, seen: Set<EventLine>): boolean => {
    for (const line of lines) {
      if (taken.has(line) || seen.has(line) || !fits(key, line)) continue;
      seen.add(line);
      const other = holder.get(line);
      if (other && !place(other, seen)) continue;
      holder.set(line, key);
      return true;
    }
    return false;
  };
  for (const key of keys) if (!pairs.has(key)) place(key, new Set());
  for (const [line, key] of holder) pairs.set(key, line);
}

function violationOf(key: Key, line: EventLine): { says: string; line: EventLine } | null {
  for (const not of key.notEvents) {
    const passage = passageOf(not, line.trigger);
    if (!passage) continue;
    const isMeant = key.events.some((event) => {
      const own = passageOf(event, line.trigger);
      return own !== undefined && inside(own, passage);
    });
    if (!isMeant) return { says: not.says, line };
  }
  return null;
}

/** Compares the event lines of one text with its key. A line is matched with at most one act, and an act with one line. */
export function matchEvents(key: Key, lines: readonly EventLine[]): Match {
  const violations = lines.map((line) => violationOf(key, line)).filter((violation) => violation !== null);
  const violating = new Set(violations.map((violation) => violation.line));
  const free = lines.filter((line) => !violating.has(line));
  const pairs = new Map<EventKey, EventLine>();
  const isAt = (event: EventKey, line: EventLine): boolean => passageOf(event, line.trigger) !== undefined;
  const isTyped = (event: EventKey, line: EventLine): boolean =>
    isAt(event, line) && compare(event, line).type;
  const isAll = (event: EventKey, line: EventLine): boolean => {
    const found = compare(event, line);
    return isAt(event, line) && found.type && found.actor && found.recipient;
  };
  const required = key.events.filter((event) => !event.optional);
  const optional = key.events.filter((event) => event.optional);
  assign(required, free, isAll, pairs);
  assign(optional, free, isAll, pairs);
  assign(required, free, isTyped, pairs);
  assign(optional, free, isTyped, pairs);
  assign(required, free, isAt, pairs);
  const found = required.map((event) => {
    const line = pairs.get(event);
    return line
      ? compare(event, line)
      : { key: event, line: null, type: false, actor: false, recipient: false };
  });
  const neutral = optional.map((event) => pairs.get(event)).filter((line) => line !== undefined);
  const used = new Set(pairs.values());
  return { found, neutral, violations, extra: free.filter((line) => !used.has(line)) };
}

/** Whether a recorded content is among the contents of a text, with one of its types where the key names any. */
export function hasContent(key: EventKey, contents: readonly EventLine[]): boolean {
  return contents.some(
    (line) =>
      passageOf(key, line.trigger) !== undefined &&
      (key.types.length === 0 || line.event.some((name) => key.types.includes(name))),
  );
}

function isEntry(key: EntryKey, line: EntryLine): boolean {
  return key.kind === line.kind && key.passages.some((passage) => overlaps(passage, line));
}

function hasParties(key: EntryKey, line: EntryLine): boolean {
  const sides = [
    [key.issuer, line.issuer],
    [key.addressee, line.addressee],
  ] as const;
  return sides.every(([wanted, given]) => wanted === undefined || isRight(wanted, given ? [given] : []));
}

/** Compares the ledger of one text with its key: entries of the right kind and place, and those with the right parties too. */
export function matchLedger(
  keys: readonly EntryKey[],
  lines: readonly EntryLine[],
): { placed: number; right: number; extra: number; missed: readonly EntryKey[] } {
  const used = new Set<EntryLine>();
  const take = (key: EntryKey, fits: (line: EntryLine) => boolean): boolean => {
    const line = lines.find(
      (candidate) => !used.has(candidate) && isEntry(key, candidate) && fits(candidate),
    );
    if (line) used.add(line);
    return line !== undefined;
  };
  const right = keys.filter((key) => take(key, (line) => hasParties(key, line)));
  const placed = keys.filter((key) => !right.includes(key) && take(key, () => true));
  const count = (list: readonly EntryKey[]): number => list.filter((key) => !key.optional).length;
  const missed = keys.filter((key) => !key.optional && !right.includes(key) && !placed.includes(key));
  return {
    placed: count(right) + count(placed),
    right: count(right),
    extra: lines.length - used.size,
    missed,
  };
}
