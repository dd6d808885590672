import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";

/** A stretch of text in Unicode code points, half-open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** `RUS GOV`, `IGO (NATO)`, `* (Varnia)`: code (null: any), sector and name where the key gives them. */
export interface PartyKey {
  readonly code: string | null;
  readonly sector: string | null;
  readonly name: string | null;
}

/** Parties that all take part; for each a list of alternatives. */
export type PartiesKey = readonly (readonly PartyKey[])[];

/** One act that a careful reader records; `undefined` is not judged, an empty list of parties says that there is none. */
export interface EventKey {
  readonly id: string;
  readonly says: string;
  readonly passages: readonly Span[];
  readonly types: readonly string[];
  readonly mode: string | undefined;
  readonly actor: PartiesKey | undefined;
  readonly recipient: PartiesKey | undefined;
  readonly date: string | undefined;
  readonly enddate: string | undefined;
  readonly reciprocal: boolean;
  readonly optional: boolean;
}

/** One entry of the ledger that a careful reader records. */
export interface EntryKey {
  readonly kind: string;
  readonly says: string;
  readonly passages: readonly Span[];
  readonly issuer: PartiesKey | undefined;
  readonly addressee: PartiesKey | undefined;
  readonly optional: boolean;
}

/** What a careful reader records from one text. */
export interface Key {
  readonly id: string;
  readonly text: string;
  readonly date: string | undefined;
  readonly events: readonly EventKey[];
  readonly contents: readonly EventKey[];
  readonly notEvents: readonly { readonly says: string; readonly passages: readonly Span[] }[];
  readonly ledger: readonly EntryKey[] | undefined;
  /** Whether the text holds an ultimatum; undefined is not judged. */
  readonly ultimatum: boolean | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/** Every place where `says` stands in the text, in code points. */
export function findPassages(text: string, says: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(says); at >= 0; at = text.indexOf(says, at + 1)) {
    const start = [...text.slice(0, at)].length;
    spans.push({ start, end: start + [...says].length });
  }
  return spans;
}

/** Reads `A / B + C`: one of A and B, and C as well. */
export function readParties(value: unknown): PartiesKey | undefined {
  if (value === undefined) return undefined;
  if (value === null) return [];
  if (typeof value !== "string")
    throw new TypeError(`a party is a string or null, not ${JSON.stringify(value)}`);
  return value.split(" + ").map((group) => group.split(" / ").map(readParty));
}

function readParty(value: string): PartyKey {
  const found = /^(\*|[A-Z]{3})(?: ([A-Z]{3}))?(?: \((.+)\))?$/.exec(value.trim());
  if (!found) throw new RangeError(`not a party: ${value}`);
  const [, code, sector, name] = found;
  return { code: code === "*" ? null : (code ?? null), sector: sector ?? null, name: name ?? null };
}

function passagesOf(text: string, says: string, where: string): Span[] {
  const passages = findPassages(text, says);
  if (passages.length === 0) throw new RangeError(`${where}: not in the text: ${says}`);
  return passages;
}

function readEvent(fields: Fields, text: string, where: string): EventKey {
  const says = String(fields["says"] ?? fields["trigger"]);
  const types = (fields["event"] ?? fields["type"] ?? []) as readonly string[];
  const mode = fields["mode"] as string | undefined;
  return {
    id: String(fields["id"] ?? says),
    says,
    passages: passagesOf(text, says, where),
    types,
    mode,
    actor: readParties(fields["actor"]),
    recipient: readParties(fields["recipient"]),
    date: fields["date"] as string | undefined,
    enddate: fields["enddate"] as string | undefined,
    reciprocal:
      fields["reciprocal"] === true || (types.includes("CONSULT") && mode !== undefined && mode !== "visit"),
    optional: fields["optional"] === true || fields["same_as"] !== undefined,
  };
}

function contentsOf(event: Fields): Fields[] {
  const inside = [...((event["content"] as Fields[] | undefined) ?? [])];
  if (event["consequence"]) inside.push(event["consequence"] as Fields);
  return inside.flatMap((content) => [content, ...contentsOf(content)]);
}

function readEntry(fields: Fields, text: string, where: string): EntryKey {
  const says = String(fields["says"]);
  return {
    kind: String(fields["kind"]),
    says,
    passages: passagesOf(text, says, where),
    issuer: readParties(fields["issuer"]),
    addressee: readParties(fields["addressee"]),
    optional: fields["optional"] === true,
  };
}

/** Reads one answer key: the form of `expected.json`, or a line of `sentences.jsonl`. */
export function readKey(id: string, text: string, fields: Fields): Key {
  const events = (fields["events"] ?? []) as readonly Fields[];
  const contents = [...((fields["contents"] ?? []) as readonly Fields[]), ...events.flatMap(contentsOf)];
  const not = (fields["not_events"] ?? []) as readonly (string | Fields)[];
  const notSays = not.map((entry) => (typeof entry === "string" ? entry : String(entry["says"])));
  const report = fields["report"] as Fields | undefined;
  return {
    id,
    text,
    date: (report ? report["given_date"] : fields["date"]) as string | undefined,
    events: events.map((event) => readEvent(event, text, id)),
    contents: contents.map((content) => readEvent(content, text, id)),
    notEvents: notSays.map((says) => ({ says, passages: passagesOf(text, says, id) })),
    ledger: (fields["ledger"] as readonly Fields[] | undefined)?.map((entry) => readEntry(entry, text, id)),
    ultimatum: fields["ultimatum"] === undefined ? undefined : fields["ultimatum"] !== null,
  };
}

function readPair(id: string, textPath: string, keyPath: string): Key {
  return readKey(id, readFileSync(textPath, "utf8"), JSON.parse(readFileSync(keyPath, "utf8")) as Fields);
}

function readLines(path: string): Key[] {
  const rows = readFileSync(path, "utf8").split("\n").filter(Boolean);
  return rows.map((row) => {
    const fields = JSON.parse(row) as Fields;
    return readKey(String(fields["id"]), String(fields["text"]), fields);
  });
}

/**
 * The answer keys at a path: a `.jsonl` of sentences, a folder with `report.txt` and `expected.json`, a folder with texts and
 * `expected/NAME.json`, or a folder of such folders. The id of a key is the name of its folder or text.
 */
export function readKeys(path: string): Key[] {
  if (!statSync(path).isDirectory()) {
    if (path.endsWith(".jsonl")) return readLines(path);
    throw new RangeError(`${path}: an answer key is a .jsonl file or a folder`);
  }
  if (existsSync(join(path, "expected.json"))) {
    return [readPair(basename(path), join(path, "report.txt"), join(path, "expected.json"))];
  }
  if (existsSync(join(path, "expected"))) {
    const names = readdirSync(join(path, "expected")).sort();
    return names.map((name) => {
      const id = name.replace(/\.json$/, "");
      return readPair(id, join(path, `${id}.txt`), join(path, "expected", name));
    });
  }
  const folders = readdirSync(path).sort();
  return folders
    .map((name) => join(path, name))
    .filter((folder) => statSync(folder).isDirectory())
    .flatMap(readKeys);
}
