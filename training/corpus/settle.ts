import {
  type ActMatch,
  type CorpusAct,
  type CorpusParty,
  type CorpusSpan,
  type FlatAct,
  isSameSpan,
  matchActs,
  matchParties,
  overlap,
  preferred,
  type SpanKind,
} from "../../src/record/index.ts";
import { contentLetter, fieldsOf, RELATIONS, writeAct } from "./sheet.ts";

/**
 * Two codings of one item made into one. What differs is a Difference that a settler decides, in the words of the sheet;
 * what differs by nothing that matters (see trivial.ts) is settled by rule and counted.
 */
export interface Settlement {
  readonly differences: readonly Difference[];
  readonly trivial: number;
  /** The lines of the settled acts: a choice for each difference, "1", "2" or an own value in the words of the sheet. */
  settle(choices: readonly string[]): string[];
}

export interface Difference {
  readonly about: string;
  readonly first: string;
  readonly second: string;
}

/** A field of the settled act: words that are fixed, or those of a difference. */
type Choice = { readonly fixed: string | null } | { readonly difference: number };

interface Node {
  readonly first: FlatAct | null;
  readonly second: FlatAct | null;
  /** Decides whether an act that one coder alone found stays. */
  readonly kept: number | null;
  /** Whether it stands inside an act that one coder alone found too, and goes with it. */
  readonly inside: boolean;
  readonly stands: Choice | null;
  readonly certainty: Choice;
  readonly fields: readonly Choice[];
}

/** Words that carry no type when they stand alone. */
const LIGHT = new Set([
  ...["have", "has", "had", "hold", "held", "make", "made", "take", "took", "taken", "give", "gave", "given"],
  ...[
    "put",
    "set",
    "get",
    "got",
    "go",
    "goes",
    "went",
    "gone",
    "come",
    "came",
    "bring",
    "brought",
    "do",
    "did",
  ],
  ...["open", "opened", "call", "called", "break", "broke", "broken", "pay", "paid", "send", "sent", "keep"],
  ...[
    "kept",
    "let",
    "say",
    "said",
    "will",
    "would",
    "turn",
    "turned",
    "be",
    "been",
    "was",
    "were",
    "is",
    "are",
  ],
  ...["to", "on", "off", "out", "up", "down", "in", "for", "with", "of", "by", "the", "a", "an", "not", "no"],
]);

/** What does not belong to a party's words: a phrase of place or dress, a clause, an apposition. */
const TAIL =
  /^(,| (in|at|on|with|from|near|outside|inside|aboard|across|around|along|under|against|who|whom|whose|which|that|carrying|armed|loyal|accused|believed|wearing)\b)/;

function isWithin(inner: CorpusSpan, outer: CorpusSpan): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function settlementOf(
  text: string,
  acts: readonly CorpusAct[],
  others: readonly CorpusAct[],
): Settlement {
  return new Desk(text, matchActs(acts, others)).settlement();
}

class Desk {
  readonly #text: string;
  readonly #match: ActMatch;
  readonly #differences: Difference[] = [];
  readonly #known = new Map<string, number>();
  #trivial = 0;

  constructor(text: string, match: ActMatch) {
    this.#text = text;
    this.#match = match;
  }

  settlement(): Settlement {
    const { first, second, pairs, onlyFirst, onlySecond } = this.#match;
    const nodes: Node[] = [
      ...pairs.map((pair) => this.#paired(first[pair.first]!, second[pair.second]!)),
      ...onlyFirst.map((index) => this.#single(first[index]!, "first")),
      ...onlySecond.map((index) => this.#single(second[index]!, "second")),
    ];
    return {
      differences: this.#differences,
      trivial: this.#trivial,
      settle: (choices) => this.#write(nodes, choices),
    };
  }

  #paired(a: FlatAct, b: FlatAct): Node {
    const about = `“${a.act.trigger.text}”`;
    const one = fieldsOf(a.act, this.#text);
    const other = fieldsOf(b.act, this.#text);
    const sameStand = a.slot === b.slot && this.#sameParent(a, b);
    const stands = sameStand
      ? null
      : this.#decide(`${about} stands`, this.#standOf(a, "first"), this.#standOf(b, "second"), true);
    const certainty = sameStand
      ? this.#choose(`${about} certainty`, certaintyOf(a.act), certaintyOf(b.act))
      : { fixed: null };
    const fields: Choice[] = [
      ...this.#codes(about, a.act, b.act),
      this.#triggerOf(`${about} trigger`, one.trigger, other.trigger, a.act, b.act),
      ...this.#parties(`${about} a`, a.act.actors, b.act.actors, one.actors, other.actors),
      ...this.#parties(`${about} r`, a.act.recipients, b.act.recipients, one.recipients, other.recipients),
      ...this.#attribution(about, a.act, b.act),
      this.#part(about, one.hedge, other.hedge, a.act.hedge, b.act.hedge, "other", (h) => h.scope),
      this.#part(about, one.condition, other.condition, a.act.condition, b.act.condition, "other", () => ""),
      this.#part(about, one.place, other.place, a.act.place, b.act.place, "place", (p) => `${p.country}`),
      this.#part(about, one.date, other.date, a.act.date, b.act.date, "date", () => ""),
      ...this.#numbers(about, a.act, b.act),
      this.#set(about, one.contexts, other.contexts, a.act.contexts, b.act.contexts),
      this.#choose(about, a.act.iterated ? "iter" : null, b.act.iterated ? "iter" : null),
    ];
    return { first: a, second: b, kept: null, inside: false, stands, certainty, fields };
  }

  #single(flat: FlatAct, side: "first" | "second"): Node {
    const lines: string[] = [];
    const letter = letterOf(flat.slot, flat.act);
    writeAct({ ...flat.act, content: [], consequence: null, purpose: [] }, letter, 0, this.#text, lines);
    const words = `${lines[0]}${flat.slot === "event" ? "" : ` (${this.#standOf(flat, side)})`}`;
    const holder = flat.parent < 0 ? null : this.#singleHolding(flat.parent, side);
    const kept =
      holder ?? this.#add(`only ${side}`, side === "first" ? words : "-", side === "first" ? "-" : words);
    this.#singles.set(`${side} ${this.#match[side].indexOf(flat)}`, kept);
    const { codes, numbers, ...rest } = fieldsOf(flat.act, this.#text);
    const fixed = [
      codes,
      rest.trigger,
      ...rest.actors,
      ...rest.recipients,
      ...rest.attribution,
      ...[rest.hedge, rest.condition, rest.place, rest.date],
      ...Object.values(numbers),
      rest.contexts,
      flat.act.iterated ? "iter" : null,
    ];
    const base = { kept, inside: holder !== null, stands: null, certainty: { fixed: certaintyOf(flat.act) } };
    const fields = fixed.map((words) => ({ fixed: words }));
    return { first: null, second: null, [side]: flat, ...base, fields } as Node;
  }

  readonly #singles = new Map<string, number>();

  /** What stands inside an act that one coder alone found goes with it. */
  #singleHolding(parent: number, side: "first" | "second"): number | null {
    return this.#singles.get(`${side} ${parent}`) ?? null;
  }

  #sameParent(a: FlatAct, b: FlatAct): boolean {
    if (a.parent < 0 || b.parent < 0) return a.parent === b.parent;
    return this.#match.pairs.some(({ first, second }) => first === a.parent && second === b.parent);
  }

  #standOf(flat: FlatAct, side: "first" | "second"): string {
    const holder = flat.parent < 0 ? "" : ` of “${this.#match[side][flat.parent]!.act.trigger.text}”`;
    return `${letterOf(flat.slot, flat.act)}${holder} ${certaintyOf(flat.act)}`;
  }

  /** Modes and CAMEO code hang on the type: with two types they are one difference. */
  #codes(about: string, a: CorpusAct, b: CorpusAct): Choice[] {
    const all = (act: Pick<CorpusAct, "type" | "modes" | "cameo">) =>
      `${act.type} ${act.modes.join(",") || "-"} ${act.cameo ?? "-"}`;
    if (a.type !== b.type) return [this.#choose(`${about} type`, all(a), all(b))];
    const modes = this.#choose(`${about} modes`, sorted(a.modes), sorted(b.modes));
    const cameo = this.#cameo(`${about} cameo`, a.cameo ?? "-", b.cameo ?? "-");
    if ("fixed" in modes && "fixed" in cameo) return [{ fixed: all({ ...a, cameo: cameo.fixed }) }];
    return [{ fixed: `${a.type} ` }, modes, cameo];
  }

  /** Of two codes one under the other the more specific is taken. */
  #cameo(about: string, one: string, other: string): Choice {
    const stem = (code: string) => code.replace(/^(\d\d)0$/, "$1");
    if (one !== other && one !== "-" && other !== "-") {
      if (one.startsWith(stem(other))) return this.#trivially(one, other, true);
      if (other.startsWith(stem(one))) return this.#trivially(one, other, false);
    }
    return this.#choose(about, one, other);
  }

  #parties(
    about: string,
    parties: readonly CorpusParty[],
    others: readonly CorpusParty[],
    words: readonly string[],
    otherWords: readonly string[],
  ): Choice[] {
    const { pairs, onlyFirst, onlySecond } = matchParties(parties, others);
    const one = (party: CorpusParty) => words[parties.indexOf(party)]!;
    const other = (party: CorpusParty) => otherWords[others.indexOf(party)]!;
    const rivals = Math.min(onlyFirst.length, onlySecond.length);
    return [
      ...pairs.map(([a, b]) => this.#party(about, one(a), other(b), a, b)),
      ...onlyFirst.slice(0, rivals).map((a, k) => this.#decide(about, one(a), other(onlySecond[k]!))),
      ...onlyFirst.slice(rivals).map((party) => this.#decide(about, one(party), "-", true)),
      ...onlySecond.slice(rivals).map((party) => this.#decide(about, "-", other(party), true)),
    ];
  }

  #party(about: string, one: string, other: string, a: CorpusParty, b: CorpusParty): Choice {
    const codes = (p: CorpusParty) => `${p.code}/${p.sector} ${sorted(p.also)} ${p.role ?? ""}`;
    if (codes(a) !== codes(b)) return this.#choose(about, one, other);
    if (isSameSpan(a, b, "party")) return this.#trivially(one, other, preferred(a, b, "party") === a);
    if (a.start !== b.start) return this.#choose(about, one, other);
    const [shorter, longer] = a.end < b.end ? [a, b] : [b, a];
    const tail = [...longer.text].slice([...shorter.text].length).join("");
    if (!TAIL.test(tail)) return this.#choose(about, one, other);
    return this.#trivially(one, other, shorter === a);
  }

  #attribution(about: string, a: CorpusAct, b: CorpusAct): Choice[] {
    const one = fieldsOf(a, this.#text).attribution;
    const other = fieldsOf(b, this.#text).attribution;
    const left = new Set(b.attribution.keys());
    const choices: Choice[] = a.attribution.map((said, index) => {
      const twin = [...left].find((k) => overlap(b.attribution[k]!.speaker, said.speaker) > 0);
      if (twin === undefined) return this.#decide(`${about} say`, one[index]!, "-");
      left.delete(twin);
      const same = b.attribution[twin]!;
      const codes = ({ speaker, addressee }: typeof said) =>
        `${speaker.code}/${speaker.sector} ${addressee?.start} ${addressee?.code}/${addressee?.sector}`;
      const alike =
        codes(said) === codes(same) &&
        isSameSpan(said.speaker, same.speaker, "party") &&
        isSameSpan(said.cue, same.cue, "trigger");
      if (!alike) return this.#choose(`${about} say`, one[index]!, other[twin]!);
      return this.#trivially(one[index]!, other[twin]!, true);
    });
    return [...choices, ...[...left].map((index) => this.#decide(`${about} say`, "-", other[index]!))];
  }

  #numbers(about: string, a: CorpusAct, b: CorpusAct): Choice[] {
    const one = fieldsOf(a, this.#text).numbers;
    const other = fieldsOf(b, this.#text).numbers;
    const names = { dead: "dead", inj: "injured", arr: "arrested", size: "size" } as const;
    return (["dead", "inj", "arr", "size"] as const).map((key) => {
      const [x, y] = [a[names[key]], b[names[key]]];
      const alike = x !== null && y !== null && x.min === y.min && x.max === y.max && overlap(x, y) > 0;
      if (alike) return this.#trivially(one[key]!, other[key]!, x.end - x.start <= y.end - y.start);
      return this.#choose(about, one[key], other[key]);
    });
  }

  /** A field of one span, with something else that must agree for a difference in words to be trivial. */
  #part<T extends CorpusSpan>(
    about: string,
    one: string | null,
    other: string | null,
    a: T | null,
    b: T | null,
    kind: SpanKind,
    key: (value: T) => string,
  ): Choice {
    if (a === null || b === null || key(a) !== key(b)) return this.#choose(about, one, other);
    if (isSameSpan(a, b, kind)) return this.#trivially(one!, other!, preferred(a, b, kind) === a);
    if (isWithin(a, b)) return this.#trivially(one!, other!, false);
    if (isWithin(b, a)) return this.#trivially(one!, other!, true);
    return this.#choose(about, one, other);
  }

  /** Of two triggers one within the other the shorter is taken, unless a light verb alone would be left. */
  #triggerOf(about: string, one: string, other: string, a: CorpusAct, b: CorpusAct): Choice {
    if (isSameSpan(a.trigger, b.trigger, "trigger"))
      return this.#trivially(one, other, preferred(a.trigger, b.trigger, "trigger") === a.trigger);
    const [shorter, longer] = one.length <= other.length ? [a.trigger, b.trigger] : [b.trigger, a.trigger];
    const within = longer.start <= shorter.start && shorter.end <= longer.end;
    const bare = shorter.text.toLowerCase().split(" ");
    if (!within || a.type !== b.type || bare.every((word) => LIGHT.has(word)))
      return this.#choose(about, one, other);
    return this.#trivially(one, other, shorter === a.trigger);
  }

  #set(
    about: string,
    one: string | null,
    other: string | null,
    a: readonly string[],
    b: readonly string[],
  ): Choice {
    if (sorted(a) === sorted(b)) return { fixed: one };
    if (a.length === 0 || b.length === 0) return this.#trivially(one ?? "-", other ?? "-", a.length > 0);
    const shared = a.filter((value) => b.includes(value));
    if (shared.length === 0) return this.#choose(about, one, other);
    this.#trivial++;
    return { fixed: `ctx ${shared.join(",")}` };
  }

  #trivially(one: string, other: string, takeFirst: boolean): Choice {
    if (one !== other) this.#trivial++;
    return { fixed: takeFirst ? one : other };
  }

  #choose(about: string, one: string | null, other: string | null): Choice {
    return one === other ? { fixed: one } : this.#decide(about, one ?? "-", other ?? "-");
  }

  /** A difference in the same words as one of before in the item is decided with it, unless it is `apart`. */
  #decide(about: string, first: string, second: string, apart = false): Choice {
    const key = `${about.replace(/“.*” ?/, "")} ${first} | ${second}`;
    const known = this.#known.get(key);
    if (known !== undefined && !apart) return { difference: known };
    const difference = this.#add(about, first, second);
    this.#known.set(key, difference);
    return { difference };
  }

  #add(about: string, first: string, second: string): number {
    return this.#differences.push({ about, first, second }) - 1;
  }

  #write(nodes: readonly Node[], choices: readonly string[]): string[] {
    if (choices.length !== this.#differences.length)
      throw new Error(`${choices.length} decisions for ${this.#differences.length} differences`);
    const answer = (index: number): string | null => {
      const { first, second } = this.#differences[index]!;
      const choice = choices[index]!;
      const words = choice === "1" ? first : choice === "2" ? second : choice;
      return words === "-" ? null : words;
    };
    const chosen = (choice: Choice) => ("fixed" in choice ? choice.fixed : answer(choice.difference));
    const isOwn = (index: number) => choices[index] !== "1" && choices[index] !== "2";
    const stays = nodes.filter(
      ({ kept, inside }) => kept === null || (answer(kept) !== null && !(inside && isOwn(kept))),
    );
    const lines: string[] = [];
    const writeInside = (holder: Node | null, depth: number): void => {
      for (const node of stays) {
        const stand = this.#placeOf(node, stays, choices);
        if (stand.holder !== holder) continue;
        lines.push(lineOf(node, stand, depth, chosen, choices));
        writeInside(node, depth + 1);
      }
    };
    writeInside(null, 0);
    return lines;
  }

  /** Where a node stands after the decisions: its slot, its holder, and whose word that is. */
  #placeOf(node: Node, stays: readonly Node[], choices: readonly string[]): Place {
    const wanted =
      node.stands !== null && "difference" in node.stands ? choices[node.stands.difference] : null;
    const sides: ("first" | "second")[] = wanted === "2" ? ["second", "first"] : ["first", "second"];
    for (const side of sides) {
      const flat = node[side];
      if (flat === null) continue;
      if (flat.parent < 0) return { slot: flat.slot, holder: null, act: flat.act };
      const parent = this.#match[side][flat.parent]!;
      const holder = stays.find((other) => other[side] === parent);
      if (holder !== undefined) return { slot: flat.slot, holder, act: flat.act };
    }
    const { trigger } = (node.first ?? node.second)!.act;
    throw new Error(
      `“${trigger.text}” hangs on an act that was dropped: write the acts of this item in full`,
    );
  }
}

interface Place {
  readonly slot: FlatAct["slot"];
  readonly holder: Node | null;
  readonly act: CorpusAct;
}

function lineOf(
  node: Node,
  { slot, act }: Place,
  depth: number,
  chosen: (choice: Choice) => string | null,
  choices: readonly string[],
): string {
  const own = node.kept === null ? null : choices[node.kept]!;
  if (own !== null && own !== "1" && own !== "2") return `${".".repeat(depth)}${own}`;
  const certainty = node.stands === null ? chosen(node.certainty) : certaintyOf(act);
  const [factuality, auxiliary] = (certainty ?? certaintyOf(act)).split(" ") as [string, string];
  const marks = auxiliary === "-" ? [] : auxiliary.split(",");
  const letter = letterOf(slot, { factuality, auxiliary: marks } as Pick<
    CorpusAct,
    "factuality" | "auxiliary"
  >);
  const relation = RELATIONS[letter]!;
  const [codes, ...fields] = node.fields.map(chosen);
  const separate = codes!.endsWith(" ");
  const head = separate ? `${codes}${fields.shift() ?? "-"} ${fields.shift() ?? "-"}` : codes!;
  return [
    `${".".repeat(depth)}${letter} ${head}`,
    ...fields.filter((field) => field !== null),
    ...(marks.join() === relation.auxiliary.join() ? [] : [`aux ${auxiliary}`]),
    ...(factuality === relation.factuality ? [] : [`fact ${factuality}`]),
  ].join(" | ");
}

function letterOf(slot: FlatAct["slot"], act: Pick<CorpusAct, "factuality" | "auxiliary">): string {
  if (slot === "event") return "E";
  if (slot === "consequence") return "x";
  return slot === "purpose" ? "p" : contentLetter(act);
}

function certaintyOf(act: CorpusAct): string {
  return `${act.factuality} ${act.auxiliary.join(",") || "-"}`;
}

function sorted(values: readonly string[]): string {
  return [...values].sort().join(",") || "-";
}

/** What a settler wrote for one item: decisions by number, or the acts in full. */
export interface Decisions {
  readonly id: string;
  readonly choices: readonly string[];
  readonly lines: readonly string[] | null;
}

/** The sheet of what two codings of a batch differ in; a settler fills the lines that begin with =. */
export function writeSettling(
  batch: string,
  coder: string,
  items: readonly { id: string; text: string; settlement: Settlement }[],
): string {
  const lines = [`# settle ${batch} coder ${coder}`, "# one answer a difference: 1, 2 or {own words}"];
  for (const { id, text, settlement } of items) {
    if (settlement.differences.length === 0) continue;
    lines.push("", `## ${id.slice(batch.length + 1)}`, text);
    for (const [index, { about, first, second }] of settlement.differences.entries())
      lines.push(`${index + 1} ${about}: ${first}  ||  ${second}`);
    lines.push(`=${settlement.differences.map(() => " _").join("")}`);
  }
  return `${lines.join("\n")}\n`;
}

/** Reads a filled sheet. Items without an answer, or with one that is not filled in, are left out. */
export function readSettling(text: string): { batch: string; coder: string; items: Decisions[] } {
  const lines = text.split("\n");
  const head = /^# settle (\S+) coder (\S+)/.exec(lines[0] ?? "");
  if (head === null) throw new Error("no “# settle … coder …” in the first line");
  const items: { id: string; choices: string[]; lines: string[] | null }[] = [];
  for (const line of lines) {
    const item = /^## (\d+)\s*(=.*)?$/.exec(line.trim());
    if (item !== null) items.push({ id: `${head[1]}-${item[1]}`, choices: [], lines: null });
    const last = items.at(-1);
    const answers = item === null ? /^=(.*)$/.exec(line)?.[0] : item[2];
    if (last === undefined) continue;
    if (answers !== undefined && /^= *none *$/.test(answers)) last.lines = [];
    else if (answers !== undefined) last.choices.push(...choicesOf(answers.slice(1)));
    else if (/^(E|\.+[a-z]) [A-Z]/.test(line)) last.lines = [...(last.lines ?? []), line];
  }
  const filled = items.filter(({ choices, lines }) => lines !== null || !choices.includes("_"));
  return { batch: head[1]!, coder: head[2]!, items: filled };
}

/** `1 2 {own words} 1` or `12`. */
function choicesOf(answers: string): string[] {
  return [...answers.matchAll(/\{([^}]*)\}|(\S+)/g)].flatMap(([, own, word]) =>
    own !== undefined ? [own.trim()] : /^[12_]+$/.test(word!) ? [...word!] : [word!],
  );
}
