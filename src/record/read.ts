import type { Statement } from "../event/index.ts";
import type { Deadline, Entry, Mediation, Ultimatum } from "../ledger/index.ts";
import { coverage, type Range, type Report } from "../report/index.ts";
import type { Resources } from "../resource/index.ts";
import { VERSION } from "../version.ts";
import type { Analysis } from "./analysis.ts";
import {
  conditionRecord,
  eventLine,
  innerActRecord,
  nullableParty,
  type Projection,
  partyRecord,
  projectionOf,
  sentenceRange,
  spanRecord,
} from "./projection.ts";
import { scaleOf } from "./scale.ts";
import type {
  EntryRecord,
  EventLine,
  MediationRecord,
  ReadRecord,
  StatementRecord,
  UltimatumRecord,
} from "./shape.ts";

export interface RecordOptions {
  /** Adds `trace` to every act: rule, lexicon line and spans. */
  readonly explain?: boolean;
}

/** Everything that was read in a report, in the form of `demarche read`. */
export function readRecord(
  analysis: Analysis,
  resources: Resources,
  options: RecordOptions = {},
): ReadRecord {
  const { report, doc, mentions, coding, ledger } = analysis;
  const p = projectionOf(analysis, scaleOf(resources.lexicon), options.explain ?? false);
  const coder = coderName(resources);
  const sentences: Range[] = [];
  for (let i = 0; i + 1 < doc.sentenceStart.length; i++) sentences.push(sentenceRange(doc, i));
  const covers = coverage(report, sentences);
  const cite = (trigger: Range) => citeOf(report, covers, trigger);
  return {
    report: report.id,
    input: report.input,
    title: report.title,
    publication: report.publication,
    volume: report.volume,
    issue: report.issue,
    url: report.url,
    date: report.date,
    date_edtf: report.dateEdtf,
    date_basis: report.dateBasis,
    language: report.language,
    example: isExample(report, resources),
    coder,
    text: report.text,
    citations: report.citations.map((citation, i) => ({
      agencies: citation.agencies.map((agency) => ({ ...agency })),
      date: citation.date,
      ...spanRecord(p, citation),
      covers: spanRecord(p, covers.citations[i]!),
    })),
    cross_references: report.crossReferences.map((reference, i) => ({
      publication: reference.publication,
      date: reference.date,
      ...spanRecord(p, reference),
      covers: spanRecord(p, covers.crossReferences[i]!),
    })),
    sentences: sentences.map((range, i) => ({ ...spanRecord(p, range), part: coding.parts[i] ?? "report" })),
    entities: mentions.entities.map((entity) => ({
      id: p.entityIds[entity.index]!,
      name: entity.name,
      kind: entity.kind,
      code: entity.code,
      sector: entity.sector,
      public: entity.isPublic,
      offices: entity.offices.map((office) => ({ ...office })),
      mentions: entity.mentions.map((index) => {
        const mention = mentions.mentions[index]!;
        return spanRecord(p, { from: doc.from[mention.start]!, to: doc.to[mention.end - 1]! });
      }),
      members: entity.members.map((index) => p.entityIds[index]!),
    })),
    events: coding.events.map((act) => eventLine(p, act, { coder, cite, parts: coding.parts })),
    statements: coding.statements.map((statement) => statementRecord(p, statement)),
    ledger: ledger.entries.map((entry) => entryRecord(p, entry)),
    ultimatums: ledger.ultimatums.map((ultimatum) => ultimatumRecord(p, ultimatum)),
    mediations: ledger.mediations.map((mediation) => mediationRecord(p, mediation)),
    abstentions: coding.abstentions.map((a) => ({ reason: a.reason, ...spanRecord(p, a) })),
  };
}

/** Name of the coder on every row: program, version and the first digits of the lexicon's hash. */
export function coderName(resources: Resources): string {
  return `demarche ${VERSION} (${resources.version.slice(0, 12)})`;
}

function isExample(report: Report, resources: Resources): boolean {
  const table = resources.lexicon.publications;
  for (let row = 0; row < table.rowCount; row++) {
    if (table.cell(row, "name") === report.publication) return table.cell(row, "example") === "yes";
  }
  return false;
}

function citeOf(report: Report, covers: ReturnType<typeof coverage>, trigger: Range): EventLine["cite_info"] {
  const holds = (range: Range) => range.from <= trigger.from && trigger.to <= range.to;
  return {
    publication: report.publication,
    volume: report.volume,
    issue: report.issue,
    title: report.title,
    url: report.url,
    language: report.language,
    agencies: report.citations.flatMap((citation, i) =>
      holds(covers.citations[i]!) ? citation.agencies.map((agency) => ({ ...agency })) : [],
    ),
    cross_references: report.crossReferences.flatMap((reference, i) =>
      holds(covers.crossReferences[i]!) ? [{ publication: reference.publication, date: reference.date }] : [],
    ),
  };
}

function statementRecord(p: Projection, statement: Statement): StatementRecord {
  return {
    kind: statement.kind,
    holder: nullableParty(p, statement.holder),
    toward: nullableParty(p, statement.toward),
    matter: statement.matter,
    stance: statement.stance,
    was: statement.was,
    changed: statement.changed,
    by: nullableParty(p, statement.by),
    hedge: statement.hedge,
    ...spanRecord(p, statement),
  };
}

function deadlineRecord(p: Projection, deadline: Deadline | null): EntryRecord["deadline"] {
  if (deadline === null) return null;
  const { opens, expires, zone, anchor, rule, text } = deadline;
  return { opens, expires, zone, anchor, rule, text, ...spanRecord(p, deadline) };
}

function entryRecord(p: Projection, entry: Entry): EntryRecord {
  return {
    id: entry.id,
    kind: entry.kind,
    issuer: nullableParty(p, entry.issuer),
    conveyor: nullableParty(p, entry.conveyors[0] ?? null),
    conveyors: entry.conveyors.map((party) => partyRecord(p, party)),
    addressee: nullableParty(p, entry.addressee),
    performer: nullableParty(p, entry.performer),
    threatener: nullableParty(p, entry.threatener),
    matter: entry.matter,
    general: entry.general,
    text: entry.text,
    ...spanRecord(p, entry),
    event: entry.act.id,
    condition: conditionRecord(p, entry.condition),
    consequence: entry.consequence === null ? null : innerActRecord(p, entry.consequence),
    deadline: deadlineRecord(p, entry.deadline),
    responses: entry.responses.map(({ party, response, event }) => ({
      party: partyRecord(p, party),
      response,
      event,
    })),
  };
}

function ultimatumRecord(p: Projection, ultimatum: Ultimatum): UltimatumRecord {
  return {
    id: ultimatum.id,
    demands: [...ultimatum.demands],
    general: ultimatum.general,
    consequence: innerActRecord(p, ultimatum.consequence),
    issuer: nullableParty(p, ultimatum.issuer),
    conveyors: ultimatum.conveyors.map((party) => partyRecord(p, party)),
    threatener: nullableParty(p, ultimatum.threatener),
    addressee: nullableParty(p, ultimatum.addressee),
    deadline: deadlineRecord(p, ultimatum.deadline),
  };
}

function mediationRecord(p: Projection, mediation: Mediation): MediationRecord {
  return {
    mediator: partyRecord(p, mediation.mediator),
    between: mediation.between.map((party) => partyRecord(p, party)),
    aim: mediation.aim,
    acts: [...mediation.acts],
    responses: [...mediation.responses],
  };
}
