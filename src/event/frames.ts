import { listOf, type Resources, type Table } from "../resource/index.ts";
import type { EventType } from "./act.ts";
import { type ContextCues, compileContexts } from "./contexts.ts";

/** The word class of a trigger: verb, noun, adjective, or a modal (which no word is matched with by itself). */
export type TriggerPos = "v" | "n" | "a" | "m";

/** A trigger with its further words: "call off", "state of emergency". The head is found by its lemma. */
export interface Pattern {
  readonly head: string;
  readonly pos: TriggerPos;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What an argument must be for a lexicon line to fit. */
export interface Restriction {
  readonly slot: string;
  readonly negated: boolean;
  /** Lemmas that fit; null where the argument must only be there. */
  readonly lemmas: ReadonlySet<string> | null;
  /** `actor` or `place`: the argument must be a mention that can act, or a place. */
  readonly kinds: readonly string[];
}

/** How several parties stand to each other: all of them in `actor`, or one event for each pair. */
export type Layout = "directed" | "reciprocal" | "visit" | "host";

/** One line of `frames.tsv`: a trigger in one sense, with the event it reports and the places of its parties. */
export interface Sense {
  readonly pattern: Pattern;
  readonly restrictions: readonly Restriction[];
  readonly type: EventType | null;
  readonly modes: readonly string[];
  readonly cameo: string | null;
  readonly actor: readonly string[];
  readonly recipient: readonly string[];
  readonly layout: Layout;
  readonly source: string;
}

/** What an operator does to its operand; `compose.ts` says what follows for type, factuality and place. */
export type Family =
  | "commit"
  | "refuse"
  | "demand"
  | "appeal"
  | "order"
  | "threaten"
  | "warn"
  | "face"
  | "accept"
  | "reject"
  | "deny"
  | "fail"
  | "cease"
  | "delay"
  | "cancel"
  | "avert"
  | "allow"
  | "do"
  | "say"
  | "hedge"
  | "try"
  | "plan"
  | "want"
  | "fear"
  | "need"
  | "accuse"
  | "judge"
  | "oppose"
  | "back"
  | "propose"
  | "attribute"
  | "discuss"
  | "announce";

/** One line of `operators.tsv`: a word that changes what the act below it asserts. */
export interface Operator {
  readonly pattern: Pattern;
  readonly restrictions: readonly Restriction[];
  readonly family: Family;
  /** Where the operand stands: `inf`, `that`, `ger`, `obj`, `subj`, `head`, or a preposition. */
  readonly operand: readonly string[];
  /** Whose act the operand is: the operator's subject, the one addressed, or whoever the operand names itself. */
  readonly performer: "subj" | "addr" | "own";
  readonly actor: readonly string[];
  readonly addressee: readonly string[];
  /** What the operator means where its operand is no coded act. */
  readonly type: EventType | null;
  readonly modes: readonly string[];
  readonly cameo: string | null;
  readonly source: string;
}

/** Frames and operators by the lemma of their head, the more specific first. */
export interface Frames {
  readonly senses: ReadonlyMap<string, readonly Sense[]>;
  readonly operators: ReadonlyMap<string, readonly Operator[]>;
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly contexts: ContextCues;
  readonly version: string;
}

const NOUN_ACTOR = ["poss", "name", "by", "subj"];
const NOUN_RECIPIENT = ["on", "against", "of", "to"];
const VERB_RECIPIENT = ["obj"];

/** Makes the lookup tables that coding needs from the lexicon's rows. */
export function compileFrames(resources: Pick<Resources, "lexicon" | "version">): Frames {
  const { lexicon } = resources;
  const classes = compileClasses(lexicon.classes);
  const senses = new Map<string, Sense[]>();
  const operators = new Map<string, Operator[]>();
  each(lexicon.frames, (row) => {
    for (const pattern of patternsOf(row("trigger"), posOf(row("pos")))) {
      add(senses, pattern.head, readSense(row, pattern, classes));
    }
  });
  each(lexicon.operators, (row) => {
    for (const pattern of patternsOf(row("trigger"), posOf(row("pos")))) {
      add(operators, pattern.head, readOperator(row, pattern, classes));
    }
  });
  for (const list of senses.values()) list.sort(bySpecificity);
  for (const list of operators.values()) list.sort(bySpecificity);
  return {
    senses,
    operators,
    classes,
    contexts: compileContexts(lexicon.contexts),
    version: resources.version,
  };
}

type Row = ((column: string) => string) & { source: string };

function each(table: Table, read: (row: Row) => void): void {
  for (let i = 0; i < table.rowCount; i++) {
    const row = (column: string) => table.cell(i, column);
    read(Object.assign(row, { source: table.source(i) }));
  }
}

function add<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}

function compileClasses(table: Table): Map<string, Set<string>> {
  const classes = new Map<string, Set<string>>();
  each(table, (row) => {
    const words = classes.get(row("class")) ?? new Set<string>();
    for (const word of listOf(row("words"))) {
      if (word.startsWith("@")) for (const member of classes.get(word.slice(1)) ?? []) words.add(member);
      else words.add(word);
    }
    classes.set(row("class"), words);
  });
  return classes;
}

function posOf(cell: string): TriggerPos {
  return cell === "n" || cell === "a" || cell === "m" ? cell : "v";
}

/** "cease-fire" is one token or three, as the tokenizer has it; both are looked for. */
function patternsOf(trigger: string, pos: TriggerPos): Pattern[] {
  const written = [trigger.split(" ")];
  if (trigger.includes("-")) written.push(trigger.replaceAll("-", " - ").split(" "));
  return written.map((words) => {
    const verbAt = pos === "v" ? words.lastIndexOf("-") + 1 : 0;
    const headAt = pos !== "n" || words.includes("of") ? verbAt : words.length - 1;
    return { head: words[headAt]!, pos, before: words.slice(0, headAt), after: words.slice(headAt + 1) };
  });
}

function readSense(row: Row, pattern: Pattern, classes: Map<string, Set<string>>): Sense {
  const isNoun = pattern.pos === "n";
  const layout = row("layout");
  return {
    pattern,
    restrictions: restrictionsOf(row("restrict"), classes),
    type: row("type") === "" ? null : (row("type") as EventType),
    modes: listOf(row("mode")),
    cameo: row("cameo") === "" ? null : row("cameo"),
    actor: slotsOf(row("actor"), isNoun ? NOUN_ACTOR : ["subj"]),
    recipient: slotsOf(row("recipient"), isNoun ? NOUN_RECIPIENT : VERB_RECIPIENT),
    layout: layout === "reciprocal" || layout === "visit" || layout === "host" ? layout : "directed",
    source: row.source,
  };
}

function readOperator(row: Row, pattern: Pattern, classes: Map<string, Set<string>>): Operator {
  const isNoun = pattern.pos === "n";
  const performer = row("performer");
  return {
    pattern,
    restrictions: restrictionsOf(row("restrict"), classes),
    family: row("family") as Family,
    operand: listOf(row("operand")),
    performer: performer === "addr" || performer === "own" ? performer : "subj",
    actor: slotsOf(row("actor"), isNoun ? NOUN_ACTOR : ["subj"]),
    addressee: slotsOf(row("addressee"), []),
    type: row("type") === "" ? null : (row("type") as EventType),
    modes: listOf(row("mode")),
    cameo: row("cameo") === "" ? null : row("cameo"),
    source: row.source,
  };
}

/** An empty cell means the usual places, `-` none. */
function slotsOf(cell: string, usual: readonly string[]): readonly string[] {
  if (cell === "") return usual;
  return cell === "-" ? [] : listOf(cell);
}

/** `obj=@aid|loan; !with=enemy; to` : restrictions separated by semicolons. */
function restrictionsOf(cell: string, classes: Map<string, Set<string>>): Restriction[] {
  if (cell === "") return [];
  return cell.split(";").map((part) => {
    const text = part.trim();
    const negated = text.startsWith("!");
    const [slot, values] = text.slice(negated ? 1 : 0).split("=");
    if (values === undefined) return { slot: slot!, negated, lemmas: null, kinds: [] };
    const lemmas = new Set<string>();
    const kinds: string[] = [];
    for (const value of listOf(values)) {
      if (value.startsWith("%")) kinds.push(value.slice(1));
      else if (value.startsWith("@")) for (const word of classes.get(value.slice(1)) ?? []) lemmas.add(word);
      else lemmas.add(value);
    }
    return { slot: slot!, negated, lemmas, kinds };
  });
}

function specificity(entry: Sense | Operator): number {
  const { before, after } = entry.pattern;
  let sum = 3 * (before.length + after.length);
  for (const { negated, lemmas } of entry.restrictions) sum += negated ? 1 : lemmas === null ? 1 : 2;
  return sum;
}

/** Longer triggers and narrower restrictions first; the file's order between equals (sort is stable). */
function bySpecificity(one: Sense | Operator, other: Sense | Operator): number {
  return specificity(other) - specificity(one);
}
