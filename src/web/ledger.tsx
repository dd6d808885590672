import type { EntryRecord, PartyRecord, ReadRecord } from "../record/index.ts";
import { reportAddress } from "./address.ts";
import { dateWords } from "./dates.ts";
import { Parties, Party, shortParties, shortParty } from "./party.tsx";
import { kindNames } from "./words.ts";

type Ultimatum = ReadRecord["ultimatums"][number];

/** Demands, threats, offers and promises. With `report`, each leads to the event that puts it on the table. */
export function Entries({ entries, report }: { entries: readonly EntryRecord[]; report: string | null }) {
  return (
    <ul class="entries">
      {entries.map((entry) => (
        <li key={entry.id}>
          <p class="entry-head">
            <b>{kindNames[entry.kind]}</b>
            {entry.addressee !== null && <> to {shortParty(entry.addressee)}</>}
          </p>
          <p class="entry-text">
            {report === null ? (
              <q>{entry.text}</q>
            ) : (
              <a href={reportAddress(report, entry.event)}>
                <q>{entry.text}</q>
              </a>
            )}
          </p>
          <dl class="terms">
            <Term name="Issued by" party={entry.issuer} none="the text does not say" />
            {entry.conveyors.length > 0 && (
              <div>
                <dt>Passed on by</dt>
                <dd>{shortParties(entry.conveyors)}</dd>
              </div>
            )}
            {entry.performer !== null && <Term name="To be done by" party={entry.performer} none="" />}
            {entry.threatener !== null && <Term name="Threat of" party={entry.threatener} none="" />}
            {entry.deadline !== null && <Deadline deadline={entry.deadline} />}
            {entry.responses.map((response) => (
              <div key={`${response.event} ${response.response}`}>
                <dt>Answer</dt>
                <dd>
                  {shortParty(response.party)}: {response.response.replaceAll("-", " ")}
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

/** Ultimatums: what is demanded of whom, or else what, and who would carry it out. */
export function Ultimatums({ record }: { record: ReadRecord }) {
  const entries = new Map(record.ledger.map((entry) => [entry.id, entry]));
  return (
    <ul class="entries ultimatums">
      {record.ultimatums.map((ultimatum) => (
        <li key={ultimatum.id}>
          <p class="entry-head">
            <b>Ultimatum</b>
            {ultimatum.addressee !== null && <> to {shortParty(ultimatum.addressee)}</>}
          </p>
          <ul class="demands">
            {demandsOf(ultimatum).map((id) => (
              <Demand id={id} entry={entries.get(id)} report={record.report} key={id} />
            ))}
          </ul>
          <p class="or-else">
            or else: <q>{threatOf(record, ultimatum)?.text ?? ultimatum.consequence.trigger.text}</q>
          </p>
          <dl class="terms">
            <Term name="Issued by" party={ultimatum.issuer} none="the text does not say" />
            {ultimatum.conveyors.length > 0 && (
              <div>
                <dt>Passed on by</dt>
                <dd>
                  <Parties parties={ultimatum.conveyors} none="" />
                </dd>
              </div>
            )}
            <Term name="Threat of" party={ultimatum.threatener} none="the text does not say" />
            {ultimatum.deadline === null ? (
              <div>
                <dt>Deadline</dt>
                <dd>none given</dd>
              </div>
            ) : (
              <Deadline deadline={ultimatum.deadline} />
            )}
          </dl>
        </li>
      ))}
    </ul>
  );
}

/** The specific demands of an ultimatum, or the general one where it spells out none. */
function demandsOf(ultimatum: Ultimatum): readonly string[] {
  return ultimatum.demands.length > 0 || ultimatum.general === null ? ultimatum.demands : [ultimatum.general];
}

/** The entry that holds the words of an ultimatum's consequence. */
function threatOf(record: ReadRecord, { consequence }: Ultimatum): EntryRecord | undefined {
  const { start, end } = consequence.trigger;
  return record.ledger.find((entry) => entry.kind === "threat" && entry.start <= start && end <= entry.end);
}

/** Entries that an ultimatum shows already, so that the list beside it need not. */
export function entriesInUltimatums(record: ReadRecord): ReadonlySet<string> {
  return new Set(
    record.ultimatums.flatMap((ultimatum) => {
      const others = [ultimatum.general, threatOf(record, ultimatum)?.id].filter(
        (id) => typeof id === "string",
      );
      return [...ultimatum.demands, ...others];
    }),
  );
}

function Demand({ id, entry, report }: { id: string; entry: EntryRecord | undefined; report: string }) {
  if (entry === undefined) return <li class="demand">{id}</li>;
  return (
    <li class="demand">
      <a href={reportAddress(report, entry.event)}>
        <q>{entry.text}</q>
      </a>
      {entry.responses.map(({ party, response, event }) => (
        <a class="answer" href={reportAddress(report, event)} key={event}>
          {shortParty(party)}: {response.replaceAll("-", " ")}
        </a>
      ))}
    </li>
  );
}

function Term({ name, party, none }: { name: string; party: PartyRecord | null; none: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{party === null ? <span class="none">{none}</span> : <Party party={party} />}</dd>
    </div>
  );
}

function Deadline({ deadline }: { deadline: NonNullable<EntryRecord["deadline"]> }) {
  return (
    <div>
      <dt>Deadline</dt>
      <dd>
        {deadline.expires === null ? "open" : instantWords(deadline.expires)} <q>{deadline.text}</q>
      </dd>
    </div>
  );
}

/** `1998-10-27T20:00:00+01:00` as "27 October 1998, 20:00+01:00"; a day as a day. */
function instantWords(instant: string): string {
  const [day = "", time] = instant.split("T");
  if (time === undefined) return dateWords(day);
  return `${dateWords(day)}, ${time.replace(/^(\d{2}:\d{2}):00(?:\.0+)?/, "$1")}`;
}
