import { sentenceCount, sentenceRange, subtree } from "../document/index.ts";
import type { Act } from "../event/index.ts";
import type { Range } from "../report/index.ts";
import { type DeadlinePhrase, findDeadlines } from "../time/index.ts";
import type { Deadline } from "./entry.ts";
import { type Draft, isInside, type Scope } from "./scope.ts";

/** How many sentences later "the deadline" may still be that of the demands before. */
const REACH = 3;

/** Gives the entries the deadlines that stand in their own words, in their clause, or in a sentence that names one. */
export function setDeadlines(scope: Scope, drafts: readonly Draft[]): void {
  const bySentence = new Map<number, Draft[]>();
  for (const draft of drafts) {
    const list = bySentence.get(draft.act.sentence) ?? [];
    list.push(draft);
    bySentence.set(draft.act.sentence, list);
  }
  let last: readonly Draft[] = [];
  for (let sentence = 0; sentence < sentenceCount(scope.doc); sentence++) {
    const here = bySentence.get(sentence) ?? [];
    const open = here.filter(({ kind }) => kind !== "threat" && kind !== "warning");
    if (here.length > 0) setIn(scope, sentence, open);
    const demands = open.filter(({ kind }) => kind === "demand");
    if (demands.length > 0) last = demands;
    else if (last.length > 0 && sentence - last[0]!.act.sentence <= REACH) setLater(scope, sentence, last);
  }
}

function phrasesOf(scope: Scope, sentence: number, speech: Act | null): (DeadlinePhrase & Range)[] {
  const range = sentenceRange(scope.doc, sentence);
  const day = speech?.date?.first ?? null;
  const isDay = day !== null && day === speech?.date?.last;
  const context = { report: scope.report.date, speech: isDay && speech?.dateBasis !== "report" ? day : null };
  return findDeadlines(scope.report.text.slice(range.from, range.to), context).map((phrase) => ({
    ...phrase,
    from: phrase.from + range.from,
    to: phrase.to + range.from,
    event:
      phrase.event === null
        ? null
        : { from: phrase.event.from + range.from, to: phrase.event.to + range.from },
  }));
}

function setIn(scope: Scope, sentence: number, drafts: readonly Draft[]): void {
  const acts = [...new Set(drafts.map(({ act }) => act))];
  for (const act of acts) {
    const own = drafts.filter((draft) => draft.act === act);
    for (const phrase of phrasesOf(scope, sentence, act)) {
      const holding = own.filter((draft) => isInside(phrase, draft));
      const targets = holding.length > 0 ? holding : isShared(scope, act, phrase, drafts) ? own : [];
      for (const draft of targets) draft.deadline ??= deadlineOf(scope, phrase);
    }
  }
}

/** A phrase of the act's own clause that stands in nobody's terms and not in the consequence. */
function isShared(scope: Scope, act: Act, phrase: Range, drafts: readonly Draft[]): boolean {
  if (drafts.some((draft) => isInside(phrase, draft))) return false;
  const { doc } = scope;
  if (act.condition !== null && isInside(phrase, act.condition)) return true;
  if (act.consequence !== null) {
    const { start, end } = subtree(doc, act.consequence.head);
    if (isInside(phrase, { from: doc.from[start]!, to: doc.to[end - 1]! })) return false;
  }
  const { start, end } = subtree(doc, act.head);
  return isInside(phrase, { from: doc.from[start]!, to: doc.to[end - 1]! });
}

function setLater(scope: Scope, sentence: number, drafts: readonly Draft[]): void {
  for (const phrase of phrasesOf(scope, sentence, null)) {
    if (!phrase.rule.startsWith("deadline-") && !/\b(?:deadline|ultimatum)\b/i.test(phrase.text)) continue;
    for (const draft of drafts) draft.deadline ??= deadlineOf(scope, phrase);
  }
}

/** The phrase as an entry holds it; where it is counted from an event that was coded, that event's id. */
function deadlineOf(scope: Scope, phrase: DeadlinePhrase): Deadline {
  const { from, to, text, opens, expires, zone, rule, event } = phrase;
  const act =
    event === null ? undefined : scope.coding.events.find(({ trigger }) => isInside(trigger, event));
  return { from, to, text, opens, expires, zone, rule, anchor: act?.id ?? phrase.anchor };
}
