import type { EventLine, PartyRecord } from "./shape.ts";

/**
 * One event line as one row of a table, for CSV and Parquet. Lists are joined by `; ` in the order of the record, and
 * parties have parallel columns; what is nested (contents, attribution, trace) stands as JSON in a column of its own.
 * Codes are strings, always: a spreadsheet that reads `010` as a number has lost it.
 */
export type FlatRow = Record<FlatColumn, string | number | boolean | null>;

/** Columns of the table with their SQL types, in order. */
export const FLAT_COLUMNS = {
  id: "VARCHAR",
  report: "VARCHAR",
  input: "VARCHAR",
  date: "DATE",
  enddate: "DATE",
  date_edtf: "VARCHAR",
  date_basis: "VARCHAR",
  event: "VARCHAR",
  mode: "VARCHAR",
  context: "VARCHAR",
  quad_code: "INTEGER",
  event_scale: "DOUBLE",
  cameo: "VARCHAR",
  factuality: "VARCHAR",
  auxiliary: "VARCHAR",
  actor_code: "VARCHAR",
  actor_sector: "VARCHAR",
  actor_text: "VARCHAR",
  actor_name: "VARCHAR",
  actor_office: "VARCHAR",
  actor_role: "VARCHAR",
  recipient_code: "VARCHAR",
  recipient_sector: "VARCHAR",
  recipient_text: "VARCHAR",
  recipient_name: "VARCHAR",
  recipient_office: "VARCHAR",
  recipient_role: "VARCHAR",
  place: "VARCHAR",
  place_country: "VARCHAR",
  latitude: "DOUBLE",
  longitude: "DOUBLE",
  dead_min: "INTEGER",
  dead_max: "INTEGER",
  injured_min: "INTEGER",
  injured_max: "INTEGER",
  arrested_min: "INTEGER",
  arrested_max: "INTEGER",
  size_min: "INTEGER",
  size_max: "INTEGER",
  speakers: "VARCHAR",
  agencies: "VARCHAR",
  hedge: "VARCHAR",
  condition: "VARCHAR",
  iterated: "BOOLEAN",
  part: "VARCHAR",
  same_as: "VARCHAR",
  parent: "VARCHAR",
  confidence: "DOUBLE",
  trigger_text: "VARCHAR",
  trigger_start: "INTEGER",
  trigger_end: "INTEGER",
  sentence: "INTEGER",
  sentence_text: "VARCHAR",
  publication: "VARCHAR",
  volume: "INTEGER",
  issue: "INTEGER",
  url: "VARCHAR",
  content_json: "VARCHAR",
  consequence_json: "VARCHAR",
  attribution_json: "VARCHAR",
  coder: "VARCHAR",
  codebook: "VARCHAR",
} as const;

export type FlatColumn = keyof typeof FLAT_COLUMNS;

/** The row of an event line. */
export function flatRow(line: EventLine): FlatRow {
  const { size_info: sizes, event_loc: place, cite_info: cite } = line;
  return {
    id: line.id,
    report: line.report,
    input: line.input,
    date: line.date,
    enddate: line.enddate,
    date_edtf: line.date_edtf,
    date_basis: line.date_basis,
    event: joined(line.event),
    mode: joined(line.mode),
    context: joined(line.context),
    quad_code: line.quad_code,
    event_scale: line.event_scale,
    cameo: line.cameo,
    factuality: line.factuality,
    auxiliary: joined(line.auxiliary),
    ...partyColumns("actor", line.actor),
    ...partyColumns("recipient", line.recipient),
    place: place?.resolved_place ?? null,
    place_country: place?.country_code ?? null,
    latitude: place?.lat ?? null,
    longitude: place?.lon ?? null,
    dead_min: sizes.dead?.min ?? null,
    dead_max: sizes.dead?.max ?? null,
    injured_min: sizes.injured?.min ?? null,
    injured_max: sizes.injured?.max ?? null,
    arrested_min: sizes.arrested?.min ?? null,
    arrested_max: sizes.arrested?.max ?? null,
    size_min: sizes.size?.min ?? null,
    size_max: sizes.size?.max ?? null,
    speakers: joined(line.attribution.map((a) => a.speaker.identifier_text ?? a.speaker.entity_text)),
    agencies: joined(cite.agencies.map((agency) => agency.name)),
    hedge: line.hedge?.cue ?? null,
    condition: line.condition?.text ?? null,
    iterated: line.iterated,
    part: line.part,
    same_as: line.same_as,
    parent: line.parent ?? null,
    confidence: line.confidence,
    trigger_text: line.trigger.text,
    trigger_start: line.trigger.start,
    trigger_end: line.trigger.end,
    sentence: line.text_info.sequence,
    sentence_text: line.event_text.join(" "),
    publication: cite.publication,
    volume: cite.volume,
    issue: cite.issue,
    url: cite.url,
    content_json: nested(line.content),
    consequence_json: line.consequence === null ? null : JSON.stringify(line.consequence),
    attribution_json: nested(line.attribution),
    coder: line.coder,
    codebook: line.codebook,
  };
}

/** A comma-separated line of a row, quoted as RFC 4180 has it. */
export function csvLine(row: FlatRow): string {
  return (Object.keys(FLAT_COLUMNS) as FlatColumn[]).map((column) => csvCell(row[column])).join(",");
}

export function csvHeader(): string {
  return Object.keys(FLAT_COLUMNS).join(",");
}

function csvCell(value: string | number | boolean | null): string {
  if (value === null) return "";
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

type Side = "actor" | "recipient";
type PartyColumn = `${Side}_${"code" | "sector" | "text" | "name" | "office" | "role"}`;

function partyColumns<S extends Side>(
  side: S,
  parties: readonly PartyRecord[],
): Pick<FlatRow, Extract<PartyColumn, `${S}_${string}`>>;
function partyColumns(side: Side, parties: readonly PartyRecord[]): Partial<FlatRow> {
  return {
    [`${side}_code`]: parallel(parties.map((party) => party.code)),
    [`${side}_sector`]: parallel(parties.map((party) => party.sector)),
    [`${side}_text`]: parallel(parties.map((party) => party.entity_text)),
    [`${side}_name`]: parallel(parties.map((party) => party.identifier_text)),
    [`${side}_office`]: parallel(parties.map((party) => party.office)),
    [`${side}_role`]: parallel(parties.map((party) => party.role ?? null)),
  };
}

function joined(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.join("; ");
}

/** Joined with a place kept for what is missing, so that the nth code belongs to the nth text. */
function parallel(values: readonly (string | null)[]): string | null {
  return values.some((value) => value !== null) ? values.map((value) => value ?? "").join("; ") : null;
}

function nested(values: readonly unknown[]): string | null {
  return values.length === 0 ? null : JSON.stringify(values);
}
