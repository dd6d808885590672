import { type LexiconName, listOf, type Resources, type Table } from "../resource/index.ts";
import type { IsoDate } from "../time/index.ts";
import { type Countries, compileCountries } from "./country.ts";
import { compileHolders, type Holders } from "./holders.ts";
import { pieces } from "./pieces.ts";

/** What a name in the lexicon stands for. */
export type NameKind =
  | "state"
  | "contested"
  | "capital"
  | "government"
  | "place"
  | "organization"
  | "group"
  | "ethnic"
  | "religious"
  | "discard";

/** One way in which a lexicon row is named in a text. */
export interface NameEntry {
  readonly kind: NameKind;
  readonly form: "name" | "abbreviation" | "adjective" | "demonym";
  /** Standard name. */
  readonly name: string;
  /** Code as the row has it (a present state's); `Countries.at` gives that of a day. */
  readonly code: string | null;
  readonly sector: string | null;
  readonly from: IsoDate;
  readonly until: IsoDate;
  /** Kind of place or group as the row has it: `city`, `province`, `armed` … */
  readonly sort: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly hints: readonly string[];
  readonly source: string;
}

/** One office, rank, body or kind of people. */
export interface RoleEntry {
  /** Standard form in the singular, in small letters. */
  readonly role: string;
  readonly isPlural: boolean;
  readonly kind: string;
  readonly sector: string | null;
  readonly isWeak: boolean;
  readonly isTitle: boolean;
  readonly isPublic: boolean;
  readonly source: string;
}

/** A word-by-word tree of phrases. */
export interface Trie<T> {
  next: Map<string, Trie<T>> | null;
  entries: T[] | null;
}

/** The names and roles of the lexicon, ready to be looked up. */
export interface Names {
  readonly names: Trie<NameEntry>;
  /** Keys in small letters. */
  readonly discards: Trie<NameEntry>;
  readonly roles: Trie<RoleEntry>;
  readonly countries: Countries;
  readonly holders: Holders;
  /** Common nouns that may take up an organisation or a group again. */
  readonly hints: ReadonlySet<string>;
}

function put<T>(trie: Trie<T>, path: readonly string[], entry: T): void {
  let node = trie;
  for (const piece of path) {
    node.next ??= new Map();
    let next = node.next.get(piece);
    if (next === undefined) {
      next = { next: null, entries: null };
      node.next.set(piece, next);
    }
    node = next;
  }
  if (path.length === 0) return;
  if (node.entries === null) node.entries = [entry];
  else node.entries.push(entry);
}

interface Row {
  readonly table: Table;
  readonly row: number;
}

const cell = ({ table, row }: Row, column: string): string => table.cell(row, column);
const list = ({ table, row }: Row, column: string): string[] => listOf(table.cell(row, column));

function rowsOf(resources: Pick<Resources, "lexicon">, name: LexiconName): Row[] {
  const table = resources.lexicon[name];
  return Array.from({ length: table.rowCount }, (_, row) => ({ table, row }));
}

/** First and last day that a cell such as `1998` or `1998-02` allows. */
function firstDay(text: string): IsoDate {
  if (text === "") return "";
  return (
    `${text}-01-01`.slice(0, 4) +
    (text.length > 4 ? text.slice(4, 7) : "-01") +
    (text.length > 7 ? text.slice(7) : "-01")
  );
}

function lastDay(text: string): IsoDate {
  if (text === "") return "";
  return (
    text.slice(0, 4) +
    (text.length > 4 ? text.slice(4, 7) : "-12") +
    (text.length > 7 ? text.slice(7) : "-31")
  );
}

function entryOf(row: Row, kind: NameKind, given: Partial<NameEntry>): NameEntry {
  return {
    kind,
    form: "name",
    name: cell(row, "name"),
    code: null,
    sector: null,
    from: firstDay(cell(row, "from")),
    until: lastDay(cell(row, "until")),
    sort: "",
    latitude: null,
    longitude: null,
    hints: [],
    source: row.table.source(row.row),
    ...given,
  };
}

/** "the Netherlands" is looked up as "Netherlands". */
function bare(name: string): string {
  return name.replace(/^[Tt]he /, "");
}

class NameBuilder {
  readonly names: Trie<NameEntry> = { next: null, entries: null };
  readonly discards: Trie<NameEntry> = { next: null, entries: null };
  readonly roles: Trie<RoleEntry> = { next: null, entries: null };

  add(forms: readonly string[], entry: NameEntry): void {
    for (const form of forms) if (form !== "") put(this.names, pieces(bare(form)), entry);
  }

  addCountries(rows: readonly Row[]): void {
    for (const row of rows) {
      const code = cell(row, "code");
      // A name leads to another state's code outside its own dates (predecessor, successor), so the row always holds.
      const common = { code, from: "", until: "" };
      this.add([cell(row, "name"), ...list(row, "aliases")], entryOf(row, "state", common));
      this.add(list(row, "abbreviations"), entryOf(row, "state", { ...common, form: "abbreviation" }));
      this.add(list(row, "adjectives"), entryOf(row, "state", { ...common, form: "adjective" }));
      const adjectives = new Set(list(row, "adjectives"));
      const demonyms = list(row, "demonyms").filter((form) => !adjectives.has(form));
      this.add(demonyms, entryOf(row, "state", { ...common, form: "demonym" }));
      for (const capital of list(row, "capital"))
        this.add([capital], entryOf(row, "capital", { ...common, name: capital }));
      for (const seat of list(row, "government"))
        this.add([seat], entryOf(row, "government", { ...common, name: seat, sector: "GOV" }));
    }
  }

  addContested(rows: readonly Row[]): void {
    for (const row of rows) {
      if (cell(row, "scheme") !== "plover") continue;
      const common = { code: cell(row, "code") || null, sector: cell(row, "sector") || null };
      this.add([cell(row, "name"), ...list(row, "aliases")], entryOf(row, "contested", common));
      this.add(list(row, "adjectives"), entryOf(row, "contested", { ...common, form: "adjective" }));
    }
  }

  addPlaces(rows: readonly Row[]): void {
    for (const row of rows) {
      const number = (column: string) => (cell(row, column) === "" ? null : Number(cell(row, column)));
      const common = {
        code: cell(row, "country") || null,
        sort: cell(row, "kind"),
        latitude: number("latitude"),
        longitude: number("longitude"),
      };
      this.add([cell(row, "name"), ...list(row, "aliases")], entryOf(row, "place", common));
      this.add(list(row, "adjectives"), entryOf(row, "place", { ...common, form: "adjective" }));
    }
  }

  addOrganizations(rows: readonly Row[]): void {
    for (const row of rows) {
      const common = {
        code: cell(row, "code"),
        sector: cell(row, "sector") || null,
        hints: list(row, "hints").map(bare),
      };
      this.add([cell(row, "name"), ...list(row, "aliases")], entryOf(row, "organization", common));
      this.add(list(row, "abbreviations"), entryOf(row, "organization", { ...common, form: "abbreviation" }));
    }
  }

  addGroups(rows: readonly Row[]): void {
    for (const row of rows) {
      const sort = cell(row, "kind");
      const kind = sort === "ethnic" || sort === "religious" ? sort : "group";
      const common = {
        code: cell(row, "country") || null,
        sector: cell(row, "sector") || null,
        sort,
        hints: list(row, "hints").map(bare),
      };
      const name = cell(row, "name");
      this.add([name, ...list(row, "aliases")], entryOf(row, kind, common));
      this.add(list(row, "abbreviations"), entryOf(row, kind, { ...common, form: "abbreviation" }));
    }
  }

  addRoles(rows: readonly Row[]): void {
    for (const row of rows) {
      const role = cell(row, "role");
      const common = {
        role: role.toLowerCase(),
        kind: cell(row, "kind"),
        sector: cell(row, "sector") || null,
        isWeak: cell(row, "weak") === "yes",
        isTitle: cell(row, "title") === "yes",
        isPublic: cell(row, "public") === "yes",
        source: row.table.source(row.row),
      };
      const lower = (form: string) => pieces(form.toLowerCase());
      const plurals = new Set(list(row, "plural"));
      for (const form of [role, ...list(row, "variants")])
        if (!plurals.has(form)) put(this.roles, lower(form), { ...common, isPlural: false });
      for (const form of plurals) put(this.roles, lower(form), { ...common, isPlural: true });
    }
  }

  addDiscards(rows: readonly Row[]): void {
    for (const row of rows) {
      const phrase = cell(row, "phrase");
      const entry = entryOf(row, "discard", { name: phrase });
      const path = pieces(phrase);
      const isCommon = /^\p{Ll}/u.test(path.at(-1) ?? "");
      put(this.discards, isCommon ? path.map((piece) => piece.toLowerCase()) : path, entry);
      if (isCommon) put(this.discards, pieces(`${phrase}s`.toLowerCase()), entry);
      if (isCommon && /(?:ch|sh|s|x)$/.test(phrase))
        put(this.discards, pieces(`${phrase}es`.toLowerCase()), entry);
    }
  }
}

/** Turns the actor lexicons into what `findMentions` looks names up in; done once for `Resources`. */
export function compileNames(resources: Pick<Resources, "lexicon">): Names {
  const builder = new NameBuilder();
  builder.addCountries(rowsOf(resources, "countries"));
  builder.addContested(rowsOf(resources, "contested"));
  builder.addPlaces(rowsOf(resources, "places"));
  builder.addOrganizations(rowsOf(resources, "organizations"));
  builder.addGroups(rowsOf(resources, "groups"));
  builder.addRoles(rowsOf(resources, "roles"));
  builder.addDiscards(rowsOf(resources, "discards"));
  const hints = new Set<string>();
  for (const name of ["organizations", "groups"] as const)
    for (const row of rowsOf(resources, name)) for (const hint of list(row, "hints")) hints.add(bare(hint));
  return {
    names: builder.names,
    discards: builder.discards,
    roles: builder.roles,
    countries: compileCountries(resources.lexicon.countries),
    holders: compileHolders(resources),
    hints,
  };
}
