import type { ActFacts, EntryFacts, PartyFacts, ReportFacts, ResponseFacts } from "../../src/ledger/index.ts";

/** `RUS GOV`, `IGO (NATO)`: code, sector and name of a party, as the answer keys write them. */
export function party(text: string): PartyFacts {
  const found = /^([A-Z]{3})(?: ([A-Z]{3}))?(?: \((.+)\))?$/.exec(text);
  if (found === null) throw new RangeError(`not a party: ${text}`);
  const [, code = null, sector = null, name = null] = found.map((part) => part ?? null);
  return { code, sector, entity_text: name ?? text, identifier_text: name };
}

const orNull = (text: string | null | undefined): PartyFacts | null => (text == null ? null : party(text));

interface ActSketch {
  readonly id: string;
  readonly by: readonly string[];
  readonly to?: readonly string[];
  readonly does: string;
  readonly date?: string | null;
  readonly at?: number;
  readonly words?: string;
  readonly sentence?: string;
  readonly place?: string;
  readonly factuality?: string;
  readonly auxiliary?: readonly string[];
  readonly content?: readonly ActFacts[];
}

/** An act from "RETREAT withdraw" and its parties. */
export function act(sketch: ActSketch): ActFacts {
  const [type, mode] = sketch.does.split(" ");
  const at = sketch.at ?? 0;
  const words = sketch.words ?? sketch.id;
  return {
    id: sketch.id,
    date: sketch.date ?? null,
    actor: sketch.by.map(party),
    recipient: (sketch.to ?? []).map(party),
    event: [type!],
    mode: mode === undefined ? [] : [mode],
    auxiliary: sketch.auxiliary ?? [],
    factuality: sketch.factuality ?? "CT+",
    cameo: null,
    event_loc: sketch.place === undefined ? null : { resolved_place: sketch.place },
    trigger: { text: words, start: at, end: at + words.length },
    event_text: [sketch.sentence ?? words],
    content: sketch.content ?? [],
  };
}

interface EntrySketch {
  readonly kind?: EntryFacts["kind"];
  readonly issuer?: string | null;
  readonly conveyors?: readonly string[];
  readonly to?: string | null;
  readonly performer?: string;
  readonly threatener?: string;
  readonly matter?: string;
  readonly text?: string;
  readonly at?: number;
  readonly event?: string;
  readonly harm?: EntryFacts["consequence"];
  readonly expires?: string;
  readonly responses?: readonly ResponseFacts[];
}

/** An entry of a report; by default NATO demands of Yugoslavia that it withdraw its army from Kosovo. */
export function entry(id: string, sketch: EntrySketch = {}): EntryFacts {
  const text = sketch.text ?? "withdraw its army from Kosovo";
  const at = sketch.at ?? 0;
  const conveyors = (sketch.conveyors ?? []).map(party);
  return {
    id,
    kind: sketch.kind ?? "demand",
    issuer: orNull(sketch.issuer === undefined ? "IGO (NATO)" : sketch.issuer),
    conveyor: conveyors[0] ?? null,
    conveyors,
    addressee: orNull(sketch.to === undefined ? "YUG GOV" : sketch.to),
    performer: orNull(sketch.performer),
    threatener: orNull(sketch.threatener),
    matter: sketch.matter ?? "withdraw army (Kosovo)",
    text,
    start: at,
    end: at + text.length,
    event: sketch.event ?? `${id}-said`,
    consequence: sketch.harm ?? null,
    deadline: sketch.expires === undefined ? null : { opens: null, expires: sketch.expires },
    responses: sketch.responses ?? [],
  };
}

/** The harm that a threat speaks of. */
export function harm(does: string, by: string, to: string): NonNullable<EntryFacts["consequence"]> {
  const { event, mode, actor, recipient } = act({ id: "harm", by: [by], to: [to], does });
  return { event, mode, actor, recipient };
}

/** An answer to an entry. */
export function response(by: string, how: ResponseFacts["response"], event: string): ResponseFacts {
  return { party: party(by), response: how, event };
}

/** A report with its entries and events. */
export function report(
  id: string,
  date: string | null,
  ledger: readonly EntryFacts[],
  events: readonly ActFacts[] = [],
): ReportFacts {
  return { report: id, date, ledger, events };
}
