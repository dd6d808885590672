import type { EntryState } from "./entry.ts";
import type { ActFacts, EntryFacts, LedgerRow, PartyFacts, ReportFacts, ResponseFacts } from "./facts.ts";
import {
  compare,
  countryKey,
  isOneCountry,
  isOneSide,
  isSameEntry,
  type Utterance,
  utterancesOf,
} from "./identity.ts";
import { type Evidence, historyOf, isFinal, isSameAct, stateOfEvent, stateOfResponse } from "./state.ts";
import { compareTellings } from "./telling.ts";

/** Utterances that are one entry, with what bears on its state. */
interface Group<E extends EntryFacts> {
  readonly utterances: Utterance<E>[];
  readonly responses: ResponseFacts[];
  readonly evidence: Evidence[];
}

/** All groups, and the same by kind and addressee, and by those whose acts bear on them. */
interface Book<E extends EntryFacts> {
  readonly groups: Group<E>[];
  readonly byTarget: Map<string, Group<E>[]>;
  readonly byDoer: Map<string, Group<E>[]>;
}

/**
 * Settles the ledger over several reports: which utterances are one entry, what each report tells of it, how the parties
 * answered, and what became of it. The result is a function of the set of reports, not of their order.
 *
 * @param asOf the day up to which reports count; null means the date of the newest report.
 */
export function settleLedger<E extends EntryFacts>(
  reports: readonly ReportFacts<E>[],
  asOf: string | null = null,
): LedgerRow<E>[] {
  const counted = inOrder(reports).filter(({ date }) => asOf === null || date === null || date <= asOf);
  const day = asOf ?? counted.findLast(({ date }) => date !== null)?.date ?? null;
  const book: Book<E> = { groups: [], byTarget: new Map(), byDoer: new Map() };
  for (const report of counted) {
    const dates = new Map(report.events.map((event) => [event.id, event.date ?? report.date]));
    for (const utterance of utterancesOf(report)) join(book, utterance, dates);
    weigh(book, report);
  }
  return book.groups.map((group) => rowOf(group, day)).sort((one, other) => compare(one.id, other.id));
}

/** Each report once, by date and then by id; those without a date come last. */
function inOrder<E extends EntryFacts>(reports: readonly ReportFacts<E>[]): ReportFacts<E>[] {
  const byId = new Map(reports.map((report) => [report.report, report]));
  return [...byId.values()].sort(
    (one, other) => compare(one.date ?? "9999", other.date ?? "9999") || compare(one.report, other.report),
  );
}

function join<E extends EntryFacts>(
  book: Book<E>,
  utterance: Utterance<E>,
  dates: ReadonlyMap<string, string | null>,
): void {
  const { kind, addressee, responses } = utterance.entry;
  const target = bucket(book.byTarget, `${kind} ${addressee === null ? "" : countryKey(addressee)}`);
  let group = target.findLast(
    (known) => isSameEntry(known.utterances[0]!, utterance) && !isOver(known, utterance.date),
  );
  if (group === undefined) {
    group = { utterances: [], responses: [], evidence: [] };
    book.groups.push(group);
    target.push(group);
    for (const key of doerKeys(utterance)) bucket(book.byDoer, key).push(group);
  }
  group.utterances.push(utterance);
  for (const response of responses) answer(group, response, dates.get(response.event) ?? utterance.date);
}

function bucket<E extends EntryFacts>(buckets: Map<string, Group<E>[]>, key: string): Group<E>[] {
  const known = buckets.get(key) ?? [];
  buckets.set(key, known);
  return known;
}

/** Those whose acts bear on an entry's state. */
function doerKeys({ entry, content }: Utterance): Set<string> {
  const parties = [
    entry.performer,
    entry.addressee,
    entry.threatener,
    entry.issuer,
    ...(content?.actor ?? []),
  ];
  return new Set(parties.flatMap((party) => (party === null ? [] : [countryKey(party)])));
}

/** What was said after an entry was over is a new entry; what tells of an earlier day belongs to the old one. */
function isOver<E extends EntryFacts>(group: Group<E>, date: string | null): boolean {
  const end = stepsOf(group).at(-1);
  if (end === undefined || !isFinal(group.utterances[0]!.entry.kind, end.state)) return false;
  return date !== null && end.date !== null && date > end.date;
}

function answer<E extends EntryFacts>(group: Group<E>, response: ResponseFacts, date: string | null): void {
  const isKnown = group.responses.some(
    (known) => known.event === response.event && known.response === response.response,
  );
  if (isKnown) return;
  group.responses.push(response);
  const state = stateOfAnswer(group, response);
  if (state !== null) group.evidence.push({ date, state, event: response.event });
}

/** The state follows from the addressee's own answer, and from nobody else's. */
function stateOfAnswer<E extends EntryFacts>(
  group: Group<E>,
  { party, response }: ResponseFacts,
): EntryState | null {
  const { kind, addressee } = group.utterances[0]!.entry;
  if (addressee === null || !isOneSide(addressee, party)) return null;
  return stateOfResponse(kind, response);
}

/** What the events of a report say of the entries that were on the table when they happened. */
function weigh<E extends EntryFacts>(book: Book<E>, report: ReportFacts<E>): void {
  for (const event of report.events) {
    const date = event.date ?? report.date;
    const groups = new Set(event.actor.flatMap((party) => book.byDoer.get(countryKey(party)) ?? []));
    for (const group of groups) {
      const first = group.utterances[0]!;
      if (!isLater(first, event, date, report.report)) continue;
      if (group.utterances.some(({ entry }) => entry.event === event.id)) continue;
      const state = stateOfEvent(first, event);
      const refuser = refuserOf(first, event);
      if ((state === null && refuser === null) || isOver(group, date)) continue;
      if (state !== null) group.evidence.push({ date, state, event: event.id });
      if (refuser !== null) answer(group, { party: refuser, response: "refused", event: event.id }, date);
    }
  }
}

/** Whether an event came after an entry was put on the table; on the same day, what stands later in the same report. */
function isLater(first: Utterance, event: ActFacts, date: string | null, report: string): boolean {
  if (event.auxiliary.includes("historical")) return false;
  if (date === null || first.date === null) return false;
  if (date !== first.date) return date > first.date;
  return report !== first.report || event.trigger.start > first.entry.end;
}

/** The addressee who refuses to do what is demanded. */
function refuserOf({ entry, content }: Utterance, event: ActFacts): PartyFacts | null {
  if (entry.kind !== "demand" || content === null || event.event[0] !== "REJECT") return null;
  const doer = entry.performer ?? entry.addressee;
  if (doer === null || content.mode.length === 0) return null;
  if (!event.content.some((refused) => isSameAct(content, refused))) return null;
  return event.actor.find((party) => isOneCountry(party, doer)) ?? null;
}

function stepsOf<E extends EntryFacts>({ utterances, evidence }: Group<E>): ReturnType<typeof historyOf> {
  const [first] = utterances;
  const opened: Evidence = { date: first!.date, state: "open", event: first!.entry.event };
  return historyOf(first!.entry.kind, opened, evidence);
}

function rowOf<E extends EntryFacts>(group: Group<E>, day: string | null): LedgerRow<E> {
  const { entry, report } = group.utterances[0]!;
  const history = stepsOf(group);
  const deadline = latestDeadline(group);
  const tellings = group.utterances.map(({ entry: told, report: by }) => ({
    report: by,
    by: told.conveyor ?? told.issuer,
    text: told.text,
    start: told.start,
    end: told.end,
    ...compareTellings(entry.text, told.text),
  }));
  const { responses: _, deadline: __, ...fields } = entry;
  return {
    ...fields,
    report,
    deadline,
    deadline_passed: isPassed(deadline, day),
    state: history.at(-1)?.state ?? null,
    responses: group.responses,
    tellings,
    history,
  } as unknown as LedgerRow<E>;
}

/** An extension changes the deadline: the last telling that has one holds, where its issuer is the entry's own. */
function latestDeadline<E extends EntryFacts>({ utterances }: Group<E>): E["deadline"] {
  const first = utterances[0]!.entry;
  const later = utterances.findLast(
    ({ entry }) =>
      entry.deadline !== null &&
      (entry === first ||
        (entry.issuer !== null && first.issuer !== null && isOneSide(entry.issuer, first.issuer))),
  );
  return (
    later?.entry.deadline ?? utterances.find(({ entry }) => entry.deadline !== null)?.entry.deadline ?? null
  );
}

/** A day is over when the next begins; a time of day when it has come, as the calendar of its own zone has it. */
function isPassed(deadline: EntryFacts["deadline"], day: string | null): boolean | null {
  const expires = deadline?.expires ?? null;
  if (expires === null || day === null) return null;
  return expires.length === 10 ? expires < day : expires.slice(0, 19) <= `${day}T00:00:00`;
}
