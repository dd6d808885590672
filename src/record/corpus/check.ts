import type { CorpusProblem } from "./read.ts";
import { innerActs } from "./read.ts";
import type { CorpusAct, CorpusItem, CorpusParty, CorpusSpan } from "./shape.ts";

/** The codes that may stand in the corpus, as the ontology and the lists of parties have them. */
export interface CorpusCodes {
  /** Modes of each type. */
  readonly modes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly sectors: ReadonlySet<string>;
  readonly contexts: ReadonlySet<string>;
  /** PLOVER type of each CAMEO code, "" where the map has none. */
  readonly cameo: ReadonlyMap<string, string>;
  /** First and last year of each country code; several rows of one code are several entries. */
  readonly countries: ReadonlyMap<string, readonly YearRange[]>;
}

export interface YearRange {
  readonly from: number;
  readonly until: number;
}

type Report = (code: string, message: string) => void;

/** What is wrong in an item, or in a coding of its text: spans that do not quote it, codes that do not exist, missing sides. */
export function checkItem(
  item: Pick<CorpusItem, "id" | "text" | "year" | "acts">,
  codes: CorpusCodes,
  path: string,
): CorpusProblem[] {
  const problems: CorpusProblem[] = [];
  const report: Report = (code, message) => problems.push({ code, path, id: item.id, message });
  const points = [...item.text];
  const checkSpan = (span: CorpusSpan | null, what: string): void => {
    if (span === null) return;
    const quoted = points.slice(span.start, span.end).join("");
    if (quoted !== span.text) report("span", `${what} says “${span.text}”, the text there has “${quoted}”`);
    else if (span.text.trim() !== span.text) report("span", `${what} “${span.text}” has space at its edge`);
  };
  const walk = (act: CorpusAct, depth: number): void => {
    checkSpans(act, checkSpan);
    checkCodes(act, codes, item.year, report);
    checkParties(act, codes, item.year, report);
    if (depth === 0) checkEvent(act, report);
    for (const inner of innerActs(act)) walk(inner, depth + 1);
  };
  for (const act of item.acts) walk(act, 0);
  checkTriggers(item.acts, report);
  return problems;
}

function checkSpans(act: CorpusAct, check: (span: CorpusSpan | null, what: string) => void): void {
  check(act.trigger, "trigger");
  for (const party of act.actors) check(party, "actor");
  for (const party of act.recipients) check(party, "recipient");
  for (const said of act.attribution) {
    check(said.speaker, "speaker");
    check(said.cue, "cue");
    check(said.addressee, "addressee");
  }
  check(act.hedge, "hedge");
  check(act.condition, "condition");
  check(act.place, "place");
  check(act.date, "date");
  for (const name of ["dead", "injured", "arrested", "size"] as const) check(act[name], name);
}

function checkCodes(act: CorpusAct, codes: CorpusCodes, year: number, report: Report): void {
  for (const mode of act.modes)
    if (codes.modes.get(act.type)?.has(mode) !== true) report("mode", `${act.type} has no mode ${mode}`);
  for (const context of act.contexts)
    if (!codes.contexts.has(context)) report("context", `there is no context ${context}`);
  if (act.cameo !== null) checkCameo(act.cameo, act.type, codes, report);
  if (act.place?.country != null) checkCountry(act.place.country, codes, year, report);
  if (act.condition !== null && !act.condition.text.toLowerCase().includes(act.condition.cue.toLowerCase()))
    report("condition", `the cue “${act.condition.cue}” is not in “${act.condition.text}”`);
  for (const name of ["dead", "injured", "arrested", "size"] as const) {
    const count = act[name];
    if (count?.min != null && count.max !== null && count.min > count.max)
      report("count", `${name} “${count.text}” is from ${count.min} to ${count.max}`);
  }
}

function checkCameo(code: string, type: string, codes: CorpusCodes, report: Report): void {
  const mapped = codes.cameo.get(code);
  if (mapped === undefined) report("cameo", `there is no CAMEO code ${code}`);
  else if (!agrees(mapped, code, type)) report("cameo", `CAMEO ${code} is ${mapped}, not ${type}`);
}

/** Whether a type may carry a CAMEO code: that of the map, or where PLOVER's rules part what CAMEO holds together. */
function agrees(mapped: string, code: string, type: string): boolean {
  if (mapped === "" || mapped === type)
    return code.startsWith("02") ? type === "REQUEST" : mapped !== "" || code < "02";
  const either = (a: string, b: string) => (mapped === a && type === b) || (mapped === b && type === a);
  return (
    either("CONCEDE", "RETREAT") ||
    either("COERCE", "ASSAULT") ||
    (mapped === "SANCTION" && type === "REJECT")
  );
}

function checkParties(act: CorpusAct, codes: CorpusCodes, year: number, report: Report): void {
  const said = act.attribution.flatMap(({ speaker, addressee }) =>
    addressee === null ? [speaker] : [speaker, addressee],
  );
  for (const party of [...act.actors, ...act.recipients, ...said]) checkParty(party, codes, year, report);
}

function checkParty(party: CorpusParty, codes: CorpusCodes, year: number, report: Report): void {
  if (party.code !== null) checkCountry(party.code, codes, year, report);
  for (const sector of [party.sector, ...party.also])
    if (sector !== null && !codes.sectors.has(sector)) report("sector", `there is no sector ${sector}`);
}

function checkCountry(code: string, codes: CorpusCodes, year: number, report: Report): void {
  const ranges = codes.countries.get(code);
  if (ranges === undefined) report("country", `there is no code ${code}`);
  else if (!ranges.some(({ from, until }) => from <= year && year <= until))
    report("country", `${code} is not valid in ${year}`);
}

function checkEvent(act: CorpusAct, report: Report): void {
  if (act.actors.length === 0) report("no-actor", `“${act.trigger.text}” has no actor`);
  if (
    ["COOPERATE", "AID", "SANCTION"].includes(act.type) &&
    act.recipients.length === 0 &&
    act.actors.length < 2
  )
    report("no-recipient", `${act.type} “${act.trigger.text}” has no recipient`);
  if (act.factuality === "Uu" || act.factuality.endsWith("-"))
    report("factuality", `“${act.trigger.text}” is an event and has factuality ${act.factuality}`);
}

function checkTriggers(acts: readonly CorpusAct[], report: Report): void {
  const seen = new Map<string, CorpusAct>();
  for (const act of acts) {
    const key = `${act.trigger.start} ${act.type} ${act.actors[0]?.start} ${act.recipients[0]?.start}`;
    if (seen.has(key)) report("twice", `“${act.trigger.text}” is coded twice as ${act.type}`);
    seen.set(key, act);
  }
}
