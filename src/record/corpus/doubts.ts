import { type CorpusProblem, innerActs } from "./read.ts";
import type { CorpusAct, CorpusItem, CorpusParty } from "./shape.ts";

/** Words that name a sector, and the sectors that then fit. */
const SECTOR_WORDS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\b(police(men|man|women)?|gendarm\w+|constabulary)\b/i, ["COP", "SPY"]],
  [/\b(courts?|judges?|tribunal|magistrates?|jury)\b/i, ["JUD", "ELI"]],
  [/\b(troops|soldiers|army|navy|air force|battalion|infantry|marines)\b/i, ["MIL", "REB", "PRM"]],
  [/\b(parliament|lawmakers|senate|senators|legislature|congress)\b/i, ["LEG", "OPP", "PTY"]],
  [/\b(rebels?|insurgents?|guerrillas?)\b/i, ["REB", "PRM", "SEP"]],
  [/\b(foreign ministry|the government|cabinet)$/i, ["GOV", "PRE"]],
  [/\b(refugees|displaced)\b/i, ["REF"]],
];

/** What the acts inside an act of these types must be by the guide: auxiliary and factuality. */
const CERTAINTY: Readonly<Record<string, readonly string[]>> = {
  REQUEST: ["hypothetical Uu"],
  AGREE: ["future Uu", "hypothetical Uu"],
  REJECT: ["negation CT-", "hypothetical Uu", "future Uu"],
  ACCUSE: [" PR+", " PS+", " CT+", "future PR+"],
};

type Doubt = (code: string, message: string) => void;

/** What a coder should look at again: not wrong in form, but what coders most often get wrong by the guide. */
export function doubtsOf(item: CorpusItem, path: string): CorpusProblem[] {
  const found: CorpusProblem[] = [];
  const doubt: Doubt = (code, message) => found.push({ code, path, id: item.id, message });
  const walk = (act: CorpusAct, holder: CorpusAct | null): void => {
    doubtAct(act, doubt);
    if (holder === null) doubtEvent(act, item, doubt);
    else if (act !== holder.consequence && !holder.purpose.includes(act)) doubtContent(act, holder, doubt);
    for (const inner of innerActs(act)) walk(inner, act);
  };
  for (const act of item.acts) walk(act, null);
  return found;
}

function doubtAct(act: CorpusAct, doubt: Doubt): void {
  const quoted = `${act.type} “${act.trigger.text}”`;
  if (act.consequence !== null && act.type !== "THREATEN")
    doubt("consequence", `${quoted} has a consequence; only a threat has`);
  if (act.trigger.text.split(/\s+/).length > 6) doubt("long-trigger", `${quoted} is long for a trigger`);
  if (act.contexts.length > 3) doubt("contexts", `${quoted} has ${act.contexts.length} contexts`);
  if (act.type === "MOBILIZE" && new Set(act.actors.map(({ code }) => code)).size > 1)
    doubt("together", `${quoted} has actors of several states; forces moved together are COOPERATE`);
  for (const party of [...act.actors, ...act.recipients]) doubtParty(party, doubt);
}

function doubtEvent(act: CorpusAct, item: CorpusItem, doubt: Doubt): void {
  const quoted = `${act.type} “${act.trigger.text}”`;
  if (act.auxiliary.includes("future") || act.auxiliary.includes("hypothetical"))
    doubt("no-event", `${quoted} is an event and not a fact`);
  if (act.type === "CONSULT" && act.modes.includes("visit") && act.recipients.length === 0)
    doubt("no-host", `${quoted} is a visit without a host`);
  if (act.type === "CONSULT" && act.modes.length === 0 && act.recipients.length > 0)
    doubt("host", `${quoted} is a meeting of equals with a recipient`);
  if (act.type === "CONSULT" && /^(summon|called in|call in|hauled in)/i.test(act.trigger.text))
    doubt("ambassador", `${quoted}: a resident ambassador called in is ACCUSE`);
  if (
    act.type === "CONCEDE" &&
    /\b(freed|released|let go|handed over|withdrew|pulled out|left)\b/i.test(act.trigger.text)
  )
    doubt("in-deed", `${quoted}: ground given in deed is RETREAT`);
  if (act.type === "SANCTION" && act.modes.includes("convict") && jailed(item) && !arrests(item))
    doubt("prison", `${quoted}: a verdict that brings prison is COERCE arrest too`);
}

function jailed({ text }: CorpusItem): boolean {
  return /\b(jailed|prison|behind bars|years in jail|months in jail)\b/i.test(text);
}

function arrests({ acts }: CorpusItem): boolean {
  return acts.some(({ type, modes }) => type === "COERCE" && modes.includes("arrest"));
}

function doubtContent(act: CorpusAct, holder: CorpusAct, doubt: Doubt): void {
  const quoted = `${act.type} “${act.trigger.text}”`;
  const allowed = CERTAINTY[holder.type];
  const certainty = `${act.auxiliary.join(" ")} ${act.factuality}`;
  if (allowed !== undefined && !allowed.includes(certainty))
    doubt("certainty", `${quoted} in ${holder.type} is “${certainty.trim()}”`);
  const touches = (party: CorpusParty) =>
    holder.recipients.some(
      (other) => other.start === party.start || (other.code !== null && other.code === party.code),
    );
  const ownDeed = act.actors.some((party) => holder.actors.some((other) => other.start === party.start));
  if (holder.type === "REQUEST" && holder.recipients.length > 0 && act.actors.length > 0)
    if (!act.actors.some(touches) && !ownDeed)
      doubt("asked", `${quoted}: who would act is not who is asked by “${holder.trigger.text}”`);
}

function doubtParty(party: CorpusParty, doubt: Doubt): void {
  if (/(['’]s|[,;:.])$/.test(party.text) && !/\b[A-Z]\.$|\b(Inc|Co|Ltd|St|Jr|U\.S)\.$/.test(party.text))
    doubt("edge", `“${party.text}” ends with what is not of it`);
  if (/,(?!\d)| (who|which|whose) /.test(party.text))
    doubt("clause", `“${party.text}” holds more than the noun phrase`);
  if (/^(of|in|by|from|with|to|on|at) (?!least|most)/i.test(party.text))
    doubt("edge", `“${party.text}” begins with a preposition`);
  const head = party.text.split(/ (?:of|in|at|from|for|on|near) /)[0]!;
  for (const [words, sectors] of SECTOR_WORDS)
    if (
      words.test(head) &&
      !sectors.includes(party.sector ?? "") &&
      !party.also.some((s) => sectors.includes(s))
    )
      doubt(
        "sector",
        `“${party.text}” has sector ${party.sector ?? "none"}; ${sectors.join(" or ")} would fit`,
      );
}
