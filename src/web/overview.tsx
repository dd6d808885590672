import type { EventLine, ReadRecord } from "../record/index.ts";
import { reportAddress } from "./address.ts";
import { dateWords } from "./dates.ts";
import { Entries, entriesInUltimatums, Ultimatums } from "./ledger.tsx";
import { PartyCode, shortParties, shortParty } from "./party.tsx";
import { abstentionReasons, counted, entityKinds, quadNames, quadShapes } from "./words.ts";

interface OverviewProps {
  readonly record: ReadRecord;
  readonly cut: (span: { start: number; end: number }) => string;
  /** Shows a passage in the text. */
  readonly onSpot: (span: { start: number; end: number }) => void;
}

/** All that was read in a report, beside its text. */
export function Overview({ record, cut, onSpot }: OverviewProps) {
  const { events, ultimatums } = record;
  const shown = entriesInUltimatums(record);
  const ledger = record.ledger.filter((entry) => !shown.has(entry.id));
  return (
    <>
      <section>
        <h2>{events.length === 0 ? "No events" : counted(events.length, "event")}</h2>
        {events.length === 0 ? (
          <p class="none">Nothing in this text was coded as having happened.</p>
        ) : (
          <ol class="events">
            {events.map((event) => (
              <li key={event.id}>
                <EventLink event={event} />
              </li>
            ))}
          </ol>
        )}
      </section>
      {(ledger.length > 0 || ultimatums.length > 0) && (
        <section>
          <h2>On the table</h2>
          {ultimatums.length > 0 && <Ultimatums record={record} />}
          <Entries entries={ledger} report={record.report} />
        </section>
      )}
      <Mediations record={record} />
      <Statements record={record} onSpot={onSpot} cut={cut} />
      <Uncoded record={record} onSpot={onSpot} cut={cut} />
      <Entities record={record} />
    </>
  );
}

function EventLink({ event }: { event: EventLine }) {
  const to = shortParties(event.recipient);
  return (
    <a class={`event q${event.quad_code}`} href={reportAddress(event.report, event.id)}>
      <span class="shape" title={quadNames[event.quad_code]} aria-hidden="true">
        {quadShapes[event.quad_code]}
      </span>
      <span class="line">
        <span class="type">{event.event.join(", ")}</span>
        {event.mode.length > 0 && <span class="mode"> {event.mode.join(", ")}</span>}
        <span class="dyad">
          {shortParties(event.actor)}
          {to !== "" && <> → {to}</>}
        </span>
      </span>
    </a>
  );
}

function Mediations({ record }: { record: ReadRecord }) {
  if (record.mediations.length === 0) return null;
  return (
    <section>
      <h2>Mediation</h2>
      <ul class="entries">
        {record.mediations.map((mediation) => (
          <li key={mediation.acts.join(" ") + mediation.mediator.start}>
            <p class="entry-head">
              <b>{shortParty(mediation.mediator)}</b>
              {mediation.between.length > 0 && <> between {shortParties(mediation.between)}</>}
            </p>
            {mediation.aim !== null && (
              <p class="entry-text">
                aim: <q>{mediation.aim}</q>
              </p>
            )}
            <p class="how">
              {mediation.acts.map((id, i) => (
                <span key={id}>
                  {i > 0 && ", "}
                  <a href={reportAddress(record.report, id)}>{nameOf(record, id)}</a>
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function nameOf(record: ReadRecord, id: string): string {
  const event = record.events.find((one) => one.id === id);
  return event === undefined ? "an act" : `${event.event.join(", ")} “${event.trigger.text}”`;
}

function Statements({ record, onSpot, cut }: OverviewProps) {
  if (record.statements.length === 0) return null;
  return (
    <section>
      <h2>Positions and statements</h2>
      <ul class="entries">
        {record.statements.map((statement, i) => (
          <li key={i}>
            <p class="entry-head">
              <b>{statement.kind}</b>
              {statement.holder !== null && <> of {shortParty(statement.holder)}</>}
              {statement.stance !== null && <> · {statement.stance}</>}
              {statement.matter !== null && <> {statement.matter}</>}
            </p>
            <Passage span={statement} words={cut(statement)} onSpot={onSpot} />
            <p class="how">
              {statement.by === null ? "as the report has it" : `as ${shortParty(statement.by)} has it`}
              {statement.hedge !== null && `, hedged: “${statement.hedge}”`}
              {statement.was !== null && `, before: ${statement.was}`}
              {statement.changed !== null && `, changed ${dateWords(statement.changed)}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Uncoded({ record, onSpot, cut }: OverviewProps) {
  const { abstentions } = record;
  const reasons = [...new Set(abstentions.map(({ reason }) => reason))].sort();
  return (
    <section>
      <h2>Left uncoded</h2>
      {abstentions.length === 0 && <p class="none">Nothing was passed over with a reason.</p>}
      {reasons.map((reason) => {
        const passages = abstentions.filter((abstention) => abstention.reason === reason);
        return (
          <details key={reason}>
            <summary>
              <span>{abstentionReasons[reason]}</span> <b>{passages.length}</b>
            </summary>
            <ul class="passages">
              {passages.map((passage) => (
                <li key={`${passage.start} ${passage.end}`}>
                  <Passage span={passage} words={cut(passage)} onSpot={onSpot} />
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </section>
  );
}

interface PassageProps extends Pick<OverviewProps, "onSpot"> {
  readonly span: { readonly start: number; readonly end: number };
  readonly words: string;
}

/** Words of the text that can be shown in their place. */
function Passage({ span, words, onSpot }: PassageProps) {
  return (
    <button type="button" class="passage" title="Show it in the text" onClick={() => onSpot(span)}>
      <q>{words.replace(/\s+/g, " ")}</q>
    </button>
  );
}

function Entities({ record }: { record: ReadRecord }) {
  const { entities } = record;
  if (entities.length === 0) return null;
  return (
    <section>
      <h2>Who is named</h2>
      <details>
        <summary>
          <span>People, offices, governments, groups</span> <b>{entities.length}</b>
        </summary>
        <ul class="entities">
          {entities.map((entity) => (
            <li class="entity" key={entity.id}>
              <span class="name">{entity.name}</span> <PartyCode code={entity.code} sector={entity.sector} />
              <span class="how">
                {" "}
                {entityKinds[entity.kind]}
                {entity.offices.length > 0 && `, ${entity.offices.map(({ title }) => title).join("; ")}`}
                {entity.mentions.length > 1 && `, ${entity.mentions.length} times`}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
