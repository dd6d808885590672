import type { Act, Coding, Condition, Count, EventPlace, Hedge, Party, TraceStep } from "../event/index.ts";
import type { Entity } from "../mention/index.ts";
import { codePointOffsets, type Range } from "../report/index.ts";
import type { DateRange } from "../time/index.ts";
import type { Analysis } from "./analysis.ts";
import type { Scale } from "./scale.ts";
import type { EventLine, InnerAct, PartyRecord } from "./shape.ts";

/** What turning one analysis into records needs at hand: offsets, entity ids, scores, and whether to explain. */
export interface Projection {
  readonly analysis: ProjectionSource;
  readonly scale: Scale;
  readonly explain: boolean;
  /** Code point offset of a UTF-16 offset. */
  readonly point: (offset: number) => number;
  /** Ids of the entities, by index. */
  readonly entityIds: readonly string[];
}

export type ProjectionSource = Pick<Analysis, "report" | "doc" | "mentions" | "coding">;

export function projectionOf(analysis: ProjectionSource, scale: Scale, explain: boolean): Projection {
  const point = codePointOffsets(analysis.report.text);
  const entityIds = analysis.mentions.entities.map((entity) => entityId(analysis, entity, point));
  return { analysis, scale, explain, point, entityIds };
}

/** An entity is named by where it is first mentioned, so that its id does not move when others are found. */
function entityId(source: ProjectionSource, entity: Entity, point: (offset: number) => number): string {
  const { doc, mentions } = source;
  const first = mentions.mentions[entity.mentions[0] ?? -1];
  if (first === undefined) return `e-${entity.index}`;
  return `e${point(doc.from[first.start]!)}-${point(doc.to[first.end - 1]!)}`;
}

export function spanRecord(p: Projection, range: Range): { start: number; end: number } {
  return { start: p.point(range.from), end: p.point(range.to) };
}

export function textSpanRecord(p: Projection, range: Range): { text: string; start: number; end: number } {
  return { text: p.analysis.report.text.slice(range.from, range.to), ...spanRecord(p, range) };
}

export function partyRecord(p: Projection, party: Party): PartyRecord {
  const principal = p.entityIds[party.onBehalfOf];
  return {
    code: party.code,
    sector: party.sector,
    entity_text: party.text,
    identifier_text: party.name,
    office: party.office,
    ethnicity: party.ethnicity,
    religion: party.religion,
    ...spanRecord(p, party),
    entity: p.entityIds[party.entity] ?? null,
    ...(party.role === null ? {} : { role: party.role }),
    ...(principal === undefined ? {} : { on_behalf_of: principal }),
  };
}

export function nullableParty(p: Projection, party: Party | null): PartyRecord | null {
  return party === null ? null : partyRecord(p, party);
}

export function conditionRecord(p: Projection, condition: Condition | null): InnerAct["condition"] {
  return condition === null ? null : { cue: condition.cue, ...textSpanRecord(p, condition) };
}

/** An act that stands inside another, in the same shape as an event line less what is said of the report as a whole. */
export function innerActRecord(p: Projection, act: Act): InnerAct {
  return {
    ...actFields(p, act),
    content: act.content.map((inner) => innerActRecord(p, inner)),
    consequence: act.consequence === null ? null : innerActRecord(p, act.consequence),
    purpose: act.purpose.map((inner) => innerActRecord(p, inner)),
  };
}

type ActFields = Omit<InnerAct, "content" | "consequence" | "purpose">;

function actFields(p: Projection, act: Act): ActFields {
  const { report, doc } = p.analysis;
  return {
    id: act.id,
    ...dateFields(act.date),
    date_basis: act.dateBasis,
    actor: act.actors.map((party) => partyRecord(p, party)),
    recipient: act.recipients.map((party) => partyRecord(p, party)),
    event: [act.type],
    mode: [...act.modes],
    context: [...act.contexts],
    auxiliary: [...act.auxiliary],
    factuality: act.factuality,
    quad_code: p.scale.quadOf(act.type),
    event_scale: p.scale.scoreOf(act.type, act.modes),
    cameo: act.cameo,
    event_loc: placeRecord(p, act.place),
    event_text: [textSpanRecord(p, sentenceRange(doc, act.sentence)).text],
    trigger: { text: report.text.slice(act.trigger.from, act.trigger.to), ...spanRecord(p, act.trigger) },
    attribution: act.attribution.map((a) => ({
      speaker: partyRecord(p, a.speaker),
      addressee: nullableParty(p, a.addressee),
      cue: a.cue,
      date: singleDay(a.date),
      ...spanRecord(p, a),
    })),
    hedge: hedgeRecord(act.hedge),
    condition: conditionRecord(p, act.condition),
    cause: act.cause.map((range) => textSpanRecord(p, range)),
    iterated: act.iterated,
    size_info: {
      dead: countRecord(act.sizes.dead),
      injured: countRecord(act.sizes.injured),
      arrested: countRecord(act.sizes.arrested),
      size: countRecord(act.sizes.size),
    },
    confidence: Math.round(act.confidence * 1000) / 1000,
    ...(p.explain ? { trace: act.trace.map((step) => traceRecord(p, step)) } : {}),
  };
}

export interface LineContext {
  readonly coder: string;
  readonly cite: (trigger: Range) => EventLine["cite_info"];
  readonly parts: Coding["parts"];
}

export function eventLine(p: Projection, act: Act, context: LineContext): EventLine {
  const { report, doc } = p.analysis;
  return {
    ...innerActRecord(p, act),
    report: report.id,
    input: report.input,
    part: context.parts[act.sentence] ?? "report",
    same_as: act.sameAs,
    text_info: { sequence: act.sentence + 1, ...spanRecord(p, sentenceRange(doc, act.sentence)) },
    cite_info: context.cite(act.trigger),
    coder: context.coder,
    codebook: "plover-2.0",
    comment: null,
  };
}

export function sentenceRange(doc: ProjectionSource["doc"], sentence: number): Range {
  const first = doc.sentenceStart[sentence]!;
  const last = doc.sentenceStart[sentence + 1]! - 1;
  return { from: doc.from[first]!, to: doc.to[last]! };
}

function dateFields(date: DateRange | null): Pick<InnerAct, "date" | "enddate" | "date_edtf"> {
  if (date === null) return { date: null, enddate: null, date_edtf: null };
  const [first = "", last = first] = date.edtf.split("/");
  return { date: wholeDay(first), enddate: wholeDay(last), date_edtf: date.edtf };
}

/** A bound that is known to the day; months, years and open ends are not. */
function wholeDay(bound: string): string | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(bound) ? bound : null;
}

function singleDay(date: DateRange | null): string | null {
  return date !== null && date.first === date.last ? date.first : null;
}

function hedgeRecord(hedge: Hedge | null): InnerAct["hedge"] {
  return hedge === null ? null : { cue: hedge.cue, scope: hedge.scope };
}

function countRecord(count: Count | null): InnerAct["size_info"]["dead"] {
  return count === null ? null : { min: count.min, max: count.max, text: count.text };
}

function placeRecord(p: Projection, place: EventPlace | null): InnerAct["event_loc"] {
  if (place === null) return null;
  return {
    extracted_place: place.text,
    resolved_place: place.name,
    country_code: place.country,
    lat: place.latitude,
    lon: place.longitude,
    resolution: place.precision,
    ...spanRecord(p, place),
  };
}

function traceRecord(p: Projection, step: TraceStep): NonNullable<InnerAct["trace"]>[number] {
  return { rule: step.rule, source: step.source, detail: step.detail, ...spanRecord(p, step) };
}
