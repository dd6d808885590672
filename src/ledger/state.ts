import type { EntryKind, EntryState, Response } from "./entry.ts";
import type { ActFacts, HistoryStep } from "./facts.ts";
import { compare, isOneCountry, type Utterance } from "./identity.ts";

/** An event that bears on the state of an entry. */
export interface Evidence {
  readonly date: string | null;
  readonly state: EntryState;
  readonly event: string;
}

const FINAL: Readonly<Record<EntryKind, readonly EntryState[]>> = {
  demand: ["complied", "withdrawn", "superseded"],
  threat: ["carried-out", "withdrawn", "superseded"],
  offer: ["accepted", "withdrawn", "superseded"],
  proposal: ["accepted", "withdrawn", "superseded"],
  promise: ["kept", "broken", "superseded"],
  agreement: ["kept", "broken", "superseded"],
  warning: [],
};

/** Whether an entry in this state is over, so that the same words said later are a new one. */
export function isFinal(kind: EntryKind, state: EntryState | null): boolean {
  return state !== null && FINAL[kind].includes(state);
}

/** The state that an addressee's own answer gives; accepting a demand in words is not complying. */
export function stateOfResponse(kind: EntryKind, response: Response): EntryState | null {
  if (response === "welcomed") return null;
  if (kind === "demand") {
    if (response === "complied" || response === "complied-in-part" || response === "refused") return response;
    return null;
  }
  if (kind !== "offer" && kind !== "proposal") return null;
  return response === "complied" || response === "complied-in-part" ? null : response;
}

/** The state that an asserted event gives an entry, by what it is; null where it bears on nothing. */
export function stateOfEvent(utterance: Utterance, event: ActFacts): EntryState | null {
  if (event.factuality !== "CT+" && event.factuality !== "PR+") return null;
  switch (utterance.entry.kind) {
    case "demand":
      return ofDemand(utterance, event);
    case "threat":
      return ofThreat(utterance, event);
    case "promise":
    case "agreement":
      return ofPromise(utterance, event);
    default:
      return null;
  }
}

function ofDemand({ entry, content }: Utterance, event: ActFacts): EntryState | null {
  const doer = entry.performer ?? entry.addressee;
  if (content === null || doer === null) return null;
  if (!event.actor.some((party) => isOneCountry(party, doer))) return null;
  if (!isSpecific(content) || !isSameAct(content, event)) return null;
  return isPartial(event) ? "complied-in-part" : "complied";
}

function ofThreat({ entry }: Utterance, event: ActFacts): EntryState | null {
  const { threatener, consequence } = entry;
  const target = entry.addressee ?? consequence?.recipient[0] ?? null;
  if (threatener === null || target === null) return null;
  if (!event.actor.some((party) => isOneCountry(party, threatener))) return null;
  if (isCalledOff(event)) return calledOff(event);
  if (consequence === null || consequence.event[0] !== event.event[0] || event.event[0] === "THREATEN")
    return null;
  if (!event.recipient.some((party) => isOneCountry(party, target))) return null;
  const isOtherMode = consequence.mode.length > 0 && event.mode.length > 0;
  if (isOtherMode && !consequence.mode.some((mode) => event.mode.includes(mode))) return null;
  return "carried-out";
}

const THREAT_NOUN = /\b(?:threats?|ultimatum|(?:activation )?orders?|deadline)\b/i;

function isCalledOff(event: ActFacts): boolean {
  if (!["CONCEDE", "RETREAT"].includes(event.event[0] ?? "")) return false;
  return calledOff(event) !== null && event.event_text.some((text) => THREAT_NOUN.test(text));
}

function calledOff({ trigger }: ActFacts): EntryState | null {
  if (/\b(?:suspend|postpon|freez|froze|shelv)/i.test(trigger.text)) return "suspended";
  if (/\b(?:withdr[ae]w|lift|revok|rescind|cancel|drop|call\w* off)/i.test(trigger.text)) return "withdrawn";
  return null;
}

function ofPromise({ entry, content }: Utterance, event: ActFacts): EntryState | null {
  const doer = entry.performer ?? content?.actor[0] ?? entry.issuer;
  if (content === null || doer === null || !isSpecific(content)) return null;
  if (!event.actor.some((party) => isOneCountry(party, doer))) return null;
  if (event.event[0] === "REJECT" && event.content.some((refused) => isSameAct(content, refused)))
    return "broken";
  if (!isSameAct(content, event)) return null;
  return isPartial(event) ? "kept-in-part" : "kept";
}

/** Types alone are too wide to tell that one act is the other. */
function isSpecific(content: ActFacts): boolean {
  return content.mode.length > 0 || (content.cameo !== null && !content.cameo.endsWith("0"));
}

/** Whether an act does what another spoke of: type, and mode or code, and place where both have one. */
export function isSameAct(content: ActFacts, event: ActFacts): boolean {
  if (content.event[0] !== event.event[0]) return false;
  const isSameMode =
    content.mode.length > 0
      ? content.mode.some((mode) => event.mode.includes(mode))
      : content.cameo === event.cameo;
  const [wanted, found] = [content.event_loc?.resolved_place, event.event_loc?.resolved_place];
  return isSameMode && (wanted === undefined || found === undefined || wanted === found);
}

/** Whether the sentence says that it has only begun, or was done in part. */
function isPartial(event: ActFacts): boolean {
  return event.event_text.some((text) =>
    /\b(?:beg[aiu]n|begins?|beginning|start(?:ed|s|ing)?|some|part(?:ly|ial|ially)?|half|several|first)\b/i.test(
      text,
    ),
  );
}

/** The steps of an entry's state in order of date; contradicting evidence of one day is `unclear`. */
export function historyOf(kind: EntryKind, opened: Evidence, evidence: readonly Evidence[]): HistoryStep[] {
  if (kind === "warning") return [];
  const steps: HistoryStep[] = [{ date: opened.date, state: "open", event_id: opened.event }];
  const sorted = [...evidence].sort(
    (one, other) =>
      compare(one.date ?? "", other.date ?? "") ||
      compare(one.event, other.event) ||
      compare(one.state, other.state),
  );
  for (const next of sorted) {
    const last = steps.at(-1)!;
    if (isFinal(kind, last.state) && last.date !== next.date) break;
    if (last.state === next.state) continue;
    const isContradicted = steps.length > 1 && last.date === next.date && !isRefined(last.state, next.state);
    if (isContradicted) {
      if (last.state !== "unclear") steps.push({ date: next.date, state: "unclear", event_id: next.event });
    } else steps.push({ date: next.date, state: next.state, event_id: next.event });
  }
  return steps;
}

/** "In part" and "with conditions" say more of one answer, and nothing against it. */
function isRefined(one: EntryState, other: EntryState): boolean {
  return one.startsWith(other) || other.startsWith(one);
}
