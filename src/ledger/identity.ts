import type { ActFacts, EntryFacts, PartyFacts, ReportFacts } from "./facts.ts";
import { organizationName } from "./sides.ts";

const SHARED = new Set(["IGO", "NGO", "MNC", "REB"]);

/** Whether two parties are of one country or organization, whatever their sectors; names decide where there is no code. */
export function isOneCountry(one: PartyFacts, other: PartyFacts): boolean {
  return countryKey(one) === countryKey(other);
}

/** What parties of one country or organization have in common, as a key. */
export function countryKey(party: PartyFacts): string {
  return party.code !== null && !SHARED.has(party.code) ? party.code : `${party.code ?? ""} ${nameOf(party)}`;
}

/** Whether two parties are one side: one country or organization, and no two different sectors. */
export function isOneSide(one: PartyFacts, other: PartyFacts): boolean {
  if (!isOneCountry(one, other)) return false;
  return one.sector === null || other.sector === null || one.sector === other.sector;
}

function nameOf(party: PartyFacts): string {
  return organizationName(party.identifier_text ?? party.entity_text);
}

function isSameParty(one: PartyFacts | null, other: PartyFacts | null): boolean {
  if (one === null || other === null) return one === other;
  return isOneSide(one, other);
}

/** One utterance of an entry with the report that tells it. */
export interface Utterance<E extends EntryFacts = EntryFacts> {
  readonly entry: E;
  readonly report: string;
  readonly reportDate: string | null;
  /** When it was put on the table: the day of its act, or of the report. */
  readonly date: string | null;
  /** The act that is demanded, offered or promised, where it was coded. */
  readonly content: ActFacts | null;
}

/** The utterances of a report, in text order. */
export function utterancesOf<E extends EntryFacts>(report: ReportFacts<E>): Utterance<E>[] {
  const events = new Map(report.events.map((event) => [event.id, event]));
  return [...report.ledger]
    .sort((one, other) => one.start - other.start || one.end - other.end || compare(one.id, other.id))
    .map((entry) => {
      const event = events.get(entry.event);
      const content = event?.content.find(
        ({ trigger }) => entry.start <= trigger.start && trigger.end <= entry.end,
      );
      return {
        entry,
        report: report.report,
        reportDate: report.date,
        date: event?.date ?? report.date,
        content: content ?? null,
      };
    });
}

/** Orders texts by their code units, the same everywhere. */
export function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Two utterances are one entry if kind, issuer, addressee, performer, act and object agree. */
export function isSameEntry(one: Utterance, other: Utterance): boolean {
  return (
    one.entry.kind === other.entry.kind &&
    hasSameIssuer(one.entry, other.entry) &&
    hasSameAddressee(one.entry, other.entry) &&
    isSameParty(one.entry.performer, other.entry.performer) &&
    isSameObject(one, other)
  );
}

/** An issuer that one report leaves open agrees with the one who, as that report has it, would carry the threat out. */
function hasSameIssuer(one: EntryFacts, other: EntryFacts): boolean {
  if (one.issuer !== null && other.issuer !== null) return isOneSide(one.issuer, other.issuer);
  if (one.issuer === null && other.issuer === null) return true;
  const known = one.issuer ?? other.issuer!;
  const open = one.issuer === null ? one : other;
  return open.threatener !== null && isOneSide(open.threatener, known);
}

/** A government addressed and its country are one; whom a report does not name agrees with nobody. */
function hasSameAddressee(one: EntryFacts, other: EntryFacts): boolean {
  return isSameParty(one.addressee, other.addressee);
}

function isSameObject(one: Utterance, other: Utterance): boolean {
  const [mine, theirs] = [one.entry.consequence, other.entry.consequence];
  if (one.entry.kind === "threat" && mine !== null && theirs !== null) {
    const isModeOpen = mine.mode.length === 0 || theirs.mode.length === 0;
    return (
      mine.event[0] === theirs.event[0] &&
      (isModeOpen || mine.mode.some((mode) => theirs.mode.includes(mode)))
    );
  }
  const [first, second] = [matterParts(one.entry.matter), matterParts(other.entry.matter)];
  if (first === null || second === null) return one.entry.text === other.entry.text;
  if (first.place !== null && second.place !== null && first.place !== second.place) return false;
  const isSameAct = first.act === second.act || isSameContent(one.content, other.content);
  if (!isSameAct) return false;
  if (first.objects.length === 0 && second.objects.length === 0) return true;
  return first.objects.some((object) => second.objects.includes(object));
}

function isSameContent(one: ActFacts | null, other: ActFacts | null): boolean {
  if (one === null || other === null || one.event[0] !== other.event[0]) return false;
  return one.mode.length > 0 && one.mode.join() === other.mode.join();
}

const ACTS: Readonly<Record<string, string>> = {
  pull: "withdraw",
  evacuate: "withdraw",
  withdrawal: "withdraw",
  leave: "withdraw",
  remove: "withdraw",
  halt: "end",
  stop: "end",
  cease: "end",
  cessation: "end",
  terminate: "end",
  suspend: "end",
  free: "release",
  liberate: "release",
  begin: "start",
  launch: "start",
  open: "start",
  initiate: "start",
  resume: "start",
  negotiation: "talk",
  dialogue: "talk",
  dialog: "talk",
  admit: "allow",
  permit: "allow",
  let: "allow",
};
const OBJECTS: Readonly<Record<string, string>> = {
  troop: "force",
  army: "force",
  soldier: "force",
  unit: "force",
  military: "force",
  negotiation: "talk",
  dialogue: "talk",
  dialog: "talk",
  fighting: "hostility",
  attack: "hostility",
  detainee: "prisoner",
  captive: "prisoner",
  hostage: "prisoner",
  monitor: "observer",
  inspector: "observer",
};

function matterParts(matter: string | null): { act: string; objects: string[]; place: string | null } | null {
  const found = /^(\S+) ?(.*?)(?: \(([^()]*)\))?$/.exec(matter ?? "");
  if (found === null) return null;
  const [, act = "", objects = "", place] = found;
  return {
    act: Object.hasOwn(ACTS, act) ? ACTS[act]! : act,
    objects: objects
      .split(", ")
      .filter((object) => object !== "")
      .map((object) => (Object.hasOwn(OBJECTS, object) ? OBJECTS[object]! : object)),
    place: place ?? null,
  };
}
