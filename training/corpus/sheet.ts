import type { CorpusCoding, CorpusItem } from "../../src/record/index.ts";

/**
 * The writers' sheet: a text form of corpus items in which spans are quotations.
 *
 *     # batch b001 coder w1
 *     ## 01 wire us 1996 2 [passage] [template=NAME]
 *     Text of the item on one line.
 *     E ASSAULT firearms 193 | opened fire on | a Gunmen=-/UAF | r a convoy=NGO/- | date on Tuesday
 *     .c RETREAT withdraw 0874 | withdraw | a …
 *
 * Dots tell the depth, the letter what the act is to the one above it (see RELATIONS). `words#2` is the second occurrence.
 */

interface Relation {
  readonly slot: "content" | "consequence" | "purpose" | "event";
  readonly auxiliary: readonly string[];
  readonly factuality: string;
}

/** What the letter before an act says of it: where it stands, and the auxiliary and factuality it has unless told. */
export const RELATIONS: Readonly<Record<string, Relation>> = {
  E: { slot: "event", auxiliary: [], factuality: "CT+" },
  c: { slot: "content", auxiliary: ["hypothetical"], factuality: "Uu" },
  f: { slot: "content", auxiliary: ["future"], factuality: "Uu" },
  n: { slot: "content", auxiliary: ["negation"], factuality: "CT-" },
  k: { slot: "content", auxiliary: [], factuality: "PR+" },
  i: { slot: "content", auxiliary: [], factuality: "PS+" },
  x: { slot: "consequence", auxiliary: ["hypothetical"], factuality: "Uu" },
  p: { slot: "purpose", auxiliary: ["hypothetical"], factuality: "Uu" },
};

const AUXILIARY: Readonly<Record<string, string>> = {
  hist: "historical",
  future: "future",
  hyp: "hypothetical",
  neg: "negation",
};

type Json = Record<string, unknown>;

export interface SheetItem {
  readonly line: number;
  readonly item: CorpusItem;
}

export interface SheetReading {
  readonly batch: string;
  readonly coder: string;
  readonly items: readonly Json[];
  readonly problems: readonly string[];
}

/** Reads a sheet; what cannot be resolved is told by line, and its item left out. */
export function readSheet(text: string, path = "sheet"): SheetReading {
  const lines = text.split("\n");
  const head = /^# batch (\S+) coder (\S+)/.exec(lines[0] ?? "");
  if (head === null)
    return { batch: "", coder: "", items: [], problems: [`${path}:1: no “# batch … coder …”`] };
  const [, batch, coder] = head as unknown as [string, string, string];
  const items: Json[] = [];
  const problems: string[] = [];
  for (const block of blocksOf(lines)) {
    try {
      items.push(readBlock(block, batch, coder));
    } catch (error) {
      problems.push(`${path}:${block.line}: ${(error as Error).message}`);
    }
  }
  return { batch, coder, items, problems };
}

interface Block {
  readonly line: number;
  readonly head: string;
  readonly rest: string[];
}

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.startsWith("## ")) blocks.push({ line: index + 1, head: line.slice(3), rest: [] });
    else if (line.trim() !== "" && !line.startsWith("#")) blocks.at(-1)?.rest.push(line);
  }
  return blocks;
}

function readBlock({ head, rest }: Block, batch: string, coder: string): Json {
  const [number, register, spelling, year, difficulty, ...flags] = head.trim().split(/\s+/);
  const [text, ...lines] = rest;
  if (text === undefined || difficulty === undefined) throw new Error(`“${head}” is no item`);
  const template = flags.find((flag) => flag.startsWith("template="))?.slice("template=".length);
  return {
    id: `${batch}-${number}`,
    text: text.trim(),
    kind: flags.includes("passage") ? "passage" : "sentence",
    register,
    spelling,
    year: Number(year),
    difficulty: Number(difficulty),
    ...(template === undefined ? {} : { template }),
    coder,
    acts: readActs(lines, text.trim()),
  };
}

/** The acts that lines of a sheet write, over the text that they quote. */
export function readActs(lines: readonly string[], text: string): Json[] {
  const roots: Json[] = [];
  const path: Json[] = [];
  for (const line of lines) {
    const match = /^(\.*)([A-Za-z]) (.*)$/.exec(line.trim());
    const relation = match === null ? undefined : RELATIONS[match[2]!];
    if (match === null || relation === undefined) throw new Error(`no act: ${line}`);
    const depth = match[1]!.length;
    if ((relation.slot === "event") !== (depth === 0) || depth > path.length)
      throw new Error(`depth of: ${line}`);
    const act = readAct(match[3]!, relation, text);
    path.length = depth;
    if (depth === 0) roots.push(act);
    else attach(path[depth - 1]!, relation.slot, act);
    path.push(act);
  }
  return roots;
}

function attach(above: Json, slot: string, act: Json): void {
  if (slot === "consequence") above["consequence"] = act;
  else above[slot] = [...((above[slot] as Json[] | undefined) ?? []), act];
}

function readAct(line: string, relation: Relation, text: string): Json {
  const [codes, trigger, ...fields] = line.split(" | ").map((field) => field.trim());
  const [type, modes = "-", cameo = "-"] = codes!.split(/\s+/);
  if (trigger === undefined) throw new Error(`no trigger: ${line}`);
  const act: Json = { type };
  if (modes !== "-") act["modes"] = modes.split(",");
  if (cameo !== "-") act["cameo"] = cameo;
  act["trigger"] = spanOf(trigger, text);
  if (relation.factuality !== "CT+") act["factuality"] = relation.factuality;
  if (relation.auxiliary.length > 0) act["auxiliary"] = [...relation.auxiliary];
  for (const field of fields) readField(act, field, text);
  return act;
}

function readField(act: Json, field: string, text: string): void {
  const space = field.indexOf(" ");
  const key = space < 0 ? field : field.slice(0, space);
  const value = space < 0 ? "" : field.slice(space + 1).trim();
  const push = (name: string, entry: Json) => {
    act[name] = [...((act[name] as Json[] | undefined) ?? []), entry];
  };
  if (key === "a") push("actors", partyOf(value, text));
  else if (key === "r") push("recipients", partyOf(value, text));
  else if (key === "say") push("attribution", attributionOf(value, text));
  else if (key === "hedge") act["hedge"] = { ...spanOf(before(value), text), scope: after(value) };
  else if (key === "if") act["condition"] = { ...spanOf(after(value), text), cue: before(value) };
  else if (key === "place") act["place"] = placeOf(value, text);
  else if (key === "date") act["date"] = spanOf(value, text);
  else if (key === "ctx") act["contexts"] = value.split(",");
  else if (key === "fact") act["factuality"] = value;
  else if (key === "aux")
    act["auxiliary"] = value === "-" ? [] : value.split(",").map((a) => AUXILIARY[a] ?? a);
  else if (key === "iter") act["iterated"] = true;
  else if (key in COUNTS) act[COUNTS[key]!] = countOf(value, text);
  else throw new Error(`no field “${key}”: ${field}`);
}

const COUNTS: Readonly<Record<string, string>> = {
  dead: "dead",
  inj: "injured",
  arr: "arrested",
  size: "size",
};

function before(value: string): string {
  return value.split(" @ ")[0]!.trim();
}

function after(value: string): string {
  const [, second] = value.split(" @ ");
  if (second === undefined) throw new Error(`no @ in “${value}”`);
  return second.trim();
}

function spanOf(quoted: string, text: string): Json {
  const [, words, count] = /^(.*?)(?:#(\d+))?$/.exec(quoted) as unknown as [
    string,
    string,
    string | undefined,
  ];
  let at = -1;
  for (let n = 0; n < Number(count ?? 1); n++) {
    at = findWords(text, words, at + 1);
    if (at < 0) throw new Error(`the text does not have “${quoted}”`);
  }
  const start = [...text.slice(0, at)].length;
  return { text: words, start, end: start + [...words].length };
}

/** The next place where the words stand whole, not inside a longer word. */
function findWords(text: string, words: string, from: number): number {
  const letter = /[\p{L}\p{N}]/u;
  for (let at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + 1)) {
    const inWord =
      (letter.test(text[at - 1] ?? " ") && letter.test(words[0]!)) ||
      (letter.test(text[at + words.length] ?? " ") && letter.test(words.at(-1)!));
    if (!inWord) return at;
  }
  return -1;
}

function partyOf(value: string, text: string): Json {
  const match = /^(.*)=([A-Z]{3}|-)(?:\/([A-Z]{3}|-)((?:\+[A-Z]{3})*))?(?::([a-z]+))?$/.exec(value);
  if (match === null) throw new Error(`no party: “${value}”`);
  const [, words, code, sector = "-", also = "", role] = match as unknown as string[];
  const party: Json = { ...spanOf(words!.trim(), text), code: code === "-" ? null : code };
  party["sector"] = sector === "-" ? null : sector;
  if (also !== "") party["also"] = also.slice(1).split("+");
  if (role !== undefined) party["role"] = role;
  return party;
}

function attributionOf(value: string, text: string): Json {
  const [speaker, cue, addressee] = value.split(" @ ").map((part) => part.trim());
  if (cue === undefined) throw new Error(`no cue: “${value}”`);
  const said: Json = { speaker: partyOf(speaker!, text), cue: spanOf(cue, text) };
  if (addressee !== undefined) said["addressee"] = partyOf(addressee, text);
  return said;
}

function placeOf(value: string, text: string): Json {
  const match = /^(.*)=([A-Z]{3}|-)$/.exec(value);
  if (match === null) throw new Error(`no place: “${value}”`);
  return { ...spanOf(match[1]!.trim(), text), country: match[2] === "-" ? null : match[2] };
}

/** `at least three=3..`, `two dozen=24`, `scores=..`: the words and their bounds. */
function countOf(value: string, text: string): Json {
  const match = /^(.*)=(\d*)(\.\.)?(\d*)$/.exec(value);
  if (match === null) throw new Error(`no number: “${value}”`);
  const number = (digits: string) => (digits === "" ? null : Number(digits));
  const min = number(match[2]!);
  return { ...spanOf(match[1]!.trim(), text), min, max: match[3] === undefined ? min : number(match[4]!) };
}

/** The sheet of items, for mending them or for coding them again; without acts for a coder who may not see any. */
export function writeSheet(
  batch: string,
  coder: string,
  items: readonly CorpusItem[],
  codingOf: (item: CorpusItem) => CorpusCoding["acts"],
): string {
  const lines = [`# batch ${batch} coder ${coder}`];
  for (const item of items) {
    const flags = [
      item.kind === "passage" ? "passage" : "",
      item.template === null ? "" : `template=${item.template}`,
    ];
    const head = [
      item.id.slice(batch.length + 1),
      item.register,
      item.spelling,
      item.year,
      item.difficulty,
      ...flags,
    ];
    lines.push("", `## ${head.join(" ").trim()}`, item.text);
    for (const act of codingOf(item)) writeAct(act, "E", 0, item.text, lines);
  }
  return `${lines.join("\n")}\n`;
}

type Act = CorpusCoding["acts"][number];
type Span = Act["trigger"];

/** An act as the sheet writes it, field by field; null where it says nothing. */
export interface ActFields {
  readonly codes: string;
  readonly trigger: string;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly attribution: readonly string[];
  readonly hedge: string | null;
  readonly condition: string | null;
  readonly place: string | null;
  readonly date: string | null;
  readonly numbers: Readonly<Record<"dead" | "inj" | "arr" | "size", string | null>>;
  readonly contexts: string | null;
}

/** The words of an act's fields, without what its letter says (see RELATIONS). */
export function fieldsOf(act: Act, text: string): ActFields {
  const quote = (span: Span) => quotationOf(span, text);
  const party = (p: Act["actors"][number]) =>
    `${quote(p)}=${p.code ?? "-"}/${p.sector ?? "-"}${p.also.map((s) => `+${s}`).join("")}${p.role ? `:${p.role}` : ""}`;
  const { hedge, condition, place, date } = act;
  const number = (key: keyof ActFields["numbers"]): string | null => {
    const count = act[COUNTS[key] as "dead" | "injured" | "arrested" | "size"];
    if (count === null) return null;
    const one = count.min !== null && count.min === count.max;
    return `${key} ${quote(count)}=${one ? count.min : `${count.min ?? ""}..${count.max ?? ""}`}`;
  };
  return {
    codes: `${act.type} ${act.modes.join(",") || "-"} ${act.cameo ?? "-"}`,
    trigger: quote(act.trigger),
    actors: act.actors.map((p) => `a ${party(p)}`),
    recipients: act.recipients.map((p) => `r ${party(p)}`),
    attribution: act.attribution.map(
      ({ speaker, cue, addressee }) =>
        `say ${party(speaker)} @ ${quote(cue)}${addressee === null ? "" : ` @ ${party(addressee)}`}`,
    ),
    hedge: hedge && `hedge ${quote(hedge)} @ ${hedge.scope}`,
    condition: condition && `if ${condition.cue} @ ${quote(condition)}`,
    place: place && `place ${quote(place)}=${place.country ?? "-"}`,
    date: date && `date ${quote(date)}`,
    numbers: { dead: number("dead"), inj: number("inj"), arr: number("arr"), size: number("size") },
    contexts: act.contexts.length > 0 ? `ctx ${act.contexts.join(",")}` : null,
  };
}

/** The lines of an act and of what stands inside it. */
export function writeAct(act: Act, letter: string, depth: number, text: string, lines: string[]): void {
  const relation = RELATIONS[letter]!;
  const { codes, numbers, ...words } = fieldsOf(act, text);
  const fields: (string | null)[] = [
    `${".".repeat(depth)}${letter} ${codes}`,
    words.trigger,
    ...words.actors,
    ...words.recipients,
    ...words.attribution,
    words.hedge,
    words.condition,
    words.place,
    words.date,
    ...Object.values(numbers),
    words.contexts,
    act.iterated ? "iter" : null,
    act.auxiliary.join() === relation.auxiliary.join() ? null : `aux ${act.auxiliary.join(",") || "-"}`,
    act.factuality === relation.factuality ? null : `fact ${act.factuality}`,
  ];
  lines.push(fields.filter((field) => field !== null).join(" | "));
  for (const inner of act.content) writeAct(inner, contentLetter(inner), depth + 1, text, lines);
  if (act.consequence !== null) writeAct(act.consequence, "x", depth + 1, text, lines);
  for (const inner of act.purpose) writeAct(inner, "p", depth + 1, text, lines);
}

/** The letter of a content by its auxiliary and factuality: c, f, n, k or i; c where none fits. */
export function contentLetter(act: Pick<Act, "factuality" | "auxiliary">): string {
  const fitting = Object.entries(RELATIONS).find(
    ([, r]) =>
      r.slot === "content" && r.factuality === act.factuality && r.auxiliary.join() === act.auxiliary.join(),
  );
  return fitting?.[0] ?? "c";
}

function quotationOf(span: Span, text: string): string {
  for (let n = 1; n < 99; n++) {
    const quoted = n === 1 ? span.text : `${span.text}#${n}`;
    if (spanOf(quoted, text)["start"] === span.start) return quoted;
  }
  throw new Error(`“${span.text}” is not where it should be`);
}
