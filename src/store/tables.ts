import { FLAT_COLUMNS } from "../record/index.ts";

/** Types of columns that the store uses. */
export type ColumnType = "VARCHAR" | "INTEGER" | "DOUBLE" | "BOOLEAN" | "DATE";

/** A value of a row; dates are `YYYY-MM-DD`. */
export type Cell = string | number | boolean | null;

/** Columns of an entity in a role, under a prefix. */
function party<P extends string>(
  prefix: P,
): Record<`${P}_${"code" | "sector" | "text" | "name"}`, "VARCHAR"> {
  return {
    [`${prefix}_code`]: "VARCHAR",
    [`${prefix}_sector`]: "VARCHAR",
    [`${prefix}_text`]: "VARCHAR",
    [`${prefix}_name`]: "VARCHAR",
  } as Record<`${P}_${"code" | "sector" | "text" | "name"}`, "VARCHAR">;
}

/**
 * The tables. Rows are only ever added. `report` is what was handed over; `coding` is what a version of the coder read in
 * it, and the newest (highest `sequence`) is the one that counts. All other tables but `report_input` and `report_word`
 * are projections of a coding's `record`, written with it in one transaction. Offsets count code points.
 */
export const TABLES = {
  meta: { key: "VARCHAR", value: "VARCHAR" },
  report: { id: "VARCHAR", text: "VARCHAR", given: "VARCHAR" },
  report_input: { report: "VARCHAR", input: "VARCHAR" },
  report_word: { report: "VARCHAR", word: "VARCHAR" },
  coding: {
    sequence: "INTEGER",
    report: "VARCHAR",
    coder: "VARCHAR",
    lexicon: "VARCHAR",
    known: "VARCHAR",
    title: "VARCHAR",
    publication: "VARCHAR",
    volume: "INTEGER",
    issue: "INTEGER",
    url: "VARCHAR",
    date: "DATE",
    date_edtf: "VARCHAR",
    date_basis: "VARCHAR",
    language: "VARCHAR",
    example: "BOOLEAN",
    opening: "VARCHAR",
    events: "INTEGER",
    abstentions: "INTEGER",
    facts: "VARCHAR",
    record: "VARCHAR",
  },
  event: { coding: "INTEGER", ordinal: "INTEGER", ...FLAT_COLUMNS },
  content: { coding: "INTEGER", ordinal: "INTEGER", ...FLAT_COLUMNS },
  entity: {
    coding: "INTEGER",
    report: "VARCHAR",
    id: "VARCHAR",
    name: "VARCHAR",
    kind: "VARCHAR",
    code: "VARCHAR",
    sector: "VARCHAR",
    public: "BOOLEAN",
    mentions: "INTEGER",
  },
  office: {
    coding: "INTEGER",
    report: "VARCHAR",
    entity: "VARCHAR",
    title: "VARCHAR",
    since: "VARCHAR",
    until: "VARCHAR",
  },
  attribution: {
    coding: "INTEGER",
    report: "VARCHAR",
    event: "VARCHAR",
    ordinal: "INTEGER",
    ...party("speaker"),
    ...party("addressee"),
    cue: "VARCHAR",
    date: "DATE",
    start: "INTEGER",
    end: "INTEGER",
  },
  statement: {
    coding: "INTEGER",
    report: "VARCHAR",
    ordinal: "INTEGER",
    kind: "VARCHAR",
    ...party("holder"),
    ...party("toward"),
    matter: "VARCHAR",
    stance: "VARCHAR",
    was: "VARCHAR",
    changed: "DATE",
    ...party("by"),
    hedge: "VARCHAR",
    start: "INTEGER",
    end: "INTEGER",
  },
  ledger_entry: {
    coding: "INTEGER",
    report: "VARCHAR",
    ordinal: "INTEGER",
    id: "VARCHAR",
    kind: "VARCHAR",
    ...party("issuer"),
    ...party("conveyor"),
    ...party("addressee"),
    ...party("performer"),
    ...party("threatener"),
    matter: "VARCHAR",
    general: "VARCHAR",
    text: "VARCHAR",
    event: "VARCHAR",
    expires: "VARCHAR",
    start: "INTEGER",
    end: "INTEGER",
  },
  abstention: {
    coding: "INTEGER",
    report: "VARCHAR",
    reason: "VARCHAR",
    start: "INTEGER",
    end: "INTEGER",
  },
  teaching: {
    coding: "INTEGER",
    report: "VARCHAR",
    date: "DATE",
    word: "VARCHAR",
    name: "VARCHAR",
    title: "VARCHAR",
    code: "VARCHAR",
    sector: "VARCHAR",
  },
} as const satisfies Record<string, Record<string, ColumnType>>;

export type TableName = keyof typeof TABLES;

/** A row of a table, every column present. */
export type Row<T extends TableName> = { readonly [C in keyof (typeof TABLES)[T]]: Cell };

/** Statements that make the tables and views, in order. */
export function schemaStatements(): string[] {
  const keys: Partial<Record<TableName, string>> = {
    meta: "PRIMARY KEY (key)",
    report: "PRIMARY KEY (id)",
    coding: "PRIMARY KEY (sequence)",
  };
  const tables = Object.entries(TABLES).map(([name, columns]) => {
    const lines = Object.entries(columns).map(([column, type]) => `"${column}" ${type}`);
    const key = keys[name as TableName];
    return `CREATE TABLE ${name} (${[...lines, ...(key === undefined ? [] : [key])].join(", ")})`;
  });
  return [
    ...tables,
    `CREATE VIEW current_coding AS SELECT * FROM coding
       WHERE sequence IN (SELECT max(sequence) FROM coding GROUP BY report)`,
    `CREATE VIEW current_event AS SELECT * FROM event WHERE coding IN (SELECT sequence FROM current_coding)`,
  ];
}
