import { children, rootOf, sentenceCount, sentenceOf, sentenceRange } from "../document/index.ts";
import { coverage } from "../report/index.ts";
import type { DateRange } from "../time/index.ts";
import type { Act, Party, SentencePart } from "./act.ts";
import { activeSubjects } from "./arguments.ts";
import { dayRange, daysBetween, latestDay } from "./dates.ts";
import { isDefinite } from "./factors.ts";
import { isNominal, isPastTense, REL } from "./grammar.ts";
import { isSameSide, partiesAt } from "./parties.ts";
import { step } from "./trace.ts";
import type { Work } from "./work.ts";

/** What only the whole report tells: whose harm a later sentence speaks of, which acts are one, and when they took place. */
export function settle(work: Work, lines: readonly Act[], parts: readonly SentencePart[]): Act[] {
  const unique = withoutKnownOffers(work, withoutTwins(lines));
  const threatened = inheritHarm(answerProposals(work, unique));
  const met = joinVisits(threatened).map(seatVisit);
  const dated = dateMeetings(met);
  const inherited = inheritDates(
    work,
    linkSame(
      work,
      dated.map((act) => withoutForecast(work, act)),
    ),
  );
  const cited = citedDays(work);
  return inherited.map((act) => finishDate(work, act, parts[act.sentence]!, cited));
}

/** One line a happening: the same words coded twice, or the same act said twice in one sentence. */
function withoutTwins(lines: readonly Act[]): Act[] {
  const kept: Act[] = [];
  const ids = new Set<string>();
  for (const act of lines) {
    if (ids.has(act.id)) continue;
    ids.add(act.id);
    kept.push(act);
  }
  return kept;
}

/** "dismissed his offer": an offer that only its answer tells of is an act of its own, one made before is no second. */
function withoutKnownOffers(work: Work, lines: readonly Act[]): Act[] {
  return lines.filter((act) => {
    const node = work.graph.at.get(act.head);
    if (node === undefined || !isNominal(work.doc, node.word)) return true;
    if (work.standings.of(node).slot !== "content") return true;
    return !lines.some(
      (earlier) =>
        earlier.trigger.from < act.trigger.from &&
        (earlier.type === "AGREE" || earlier.type === "CONCEDE") &&
        earlier.actors.some((maker) => act.actors.some((party) => isSameSide(maker, party))),
    );
  });
}

/** "an attack" in a threat's later sentence is the attack that an earlier one speaks of, by the same hand on the same victim. */
function inheritHarm(lines: readonly Act[]): Act[] {
  let known: Act | null = null;
  return lines.map((act) => {
    const harm = act.consequence;
    if (harm === null) return act;
    if (harm.actors.length > 0) {
      known = harm;
      return act;
    }
    if (known === null || known.type !== harm.type) return act;
    const consequence = {
      ...harm,
      actors: known.actors,
      recipients: harm.recipients.length > 0 ? harm.recipients : known.recipients,
      trace: [...harm.trace, step("earlier-harm", known.trigger, null, "the harm spoken of before")],
    };
    const isOwn = known.actors.some((party) => act.actors.some((actor) => isSameSide(actor, party)));
    const actors = isOwn ? act.actors : act.actors.map((party) => ({ ...party, role: "conveyor" as const }));
    return { ...act, consequence, actors };
  });
}

const ANSWERS: ReadonlySet<string> = new Set(["accept", "reject", "refuse", "oppose", "back", "judge"]);

/** "rejected the proposal": the answer goes to whoever made a proposal or demand in the sentences before. */
function answerProposals(work: Work, lines: readonly Act[]): Act[] {
  return lines.map((act) => {
    const node = work.graph.at.get(act.head);
    if (act.recipients.length > 0) return act;
    const isPlain = act.type === "AGREE" && work.doc.lemma[act.head] === "accept";
    if (!isPlain && !ANSWERS.has(node?.operator?.family ?? "")) return act;
    const answered = node?.operands[0];
    if (answered === undefined ? !isPlain : !isBareAnswer(work, answered.word)) return act;
    const proposal = lines.findLast(
      (earlier) =>
        earlier.trigger.from < act.trigger.from &&
        (isPlain || earlier.sentence < act.sentence) &&
        earlier.sentence >= act.sentence - 2 &&
        (earlier.type === "REQUEST" || isProposing(work, earlier)),
    );
    if (proposal === undefined) return act;
    const makers = proposal.actors.filter((maker) => !act.actors.some((actor) => isSameSide(actor, maker)));
    if (makers.length === 0 || makers.length < proposal.actors.length) return act;
    const trace = [...act.trace, step("answers", proposal.trigger, null, "the proposal spoken of before")];
    return { ...act, recipients: makers, trace };
  });
}

function isProposing(work: Work, act: Act): boolean {
  const family = work.graph.at.get(act.head)?.operator?.family;
  return family === "propose" || family === "demand" || family === "appeal";
}

/** "the proposal", "this demand", with nothing to say whose. */
function isBareAnswer(work: Work, word: number): boolean {
  const { doc } = work;
  if (!isNominal(doc, word) || !isDefinite(doc, word)) return false;
  if (!/^(?:proposal|demand|request|plan|offer|call|appeal|idea|initiative|term)$/.test(doc.lemma[word]!))
    return false;
  for (const child of children(doc, word)) {
    const rel = doc.deprel[child]!;
    if (rel === REL.nmod || rel === REL.poss || rel === REL.acl || rel === REL.relcl) return false;
  }
  return true;
}

/** A meeting between those of whom one travelled to the other is that visit: the guest is the actor, the host the recipient. */
function joinVisits(lines: readonly Act[]): Act[] {
  const visits = lines.filter((act) => act.modes.includes("visit") && act.recipients.length > 0);
  return lines.map((act) => {
    if (act.type !== "CONSULT" || act.modes.length > 0 || act.recipients.length > 0 || act.actors.length < 2)
      return act;
    for (const visit of visits) {
      const guests = act.actors.filter((party) => visit.actors.some((guest) => isSameSide(guest, party)));
      const hosts = act.actors.filter((party) =>
        visit.recipients.some((host) => host.code !== null && host.code === party.code),
      );
      if (guests.length === 0 || hosts.length === 0 || guests.length + hosts.length !== act.actors.length)
        continue;
      const trace = [
        ...act.trace,
        step("same-visit", visit.trigger, null, "one of the parties travelled to the other"),
      ];
      return { ...act, modes: ["visit"], cameo: "042", actors: guests, recipients: hosts, trace };
    }
    return act;
  });
}

/** "the envoy met the president in Damascus": who meets an official of another country in it has come to visit. */
function seatVisit(act: Act): Act {
  const [guest, host] = act.actors;
  if (act.type !== "CONSULT" || act.modes.length > 0 || act.recipients.length > 0) return act;
  if (guest === undefined || host === undefined || act.actors.length !== 2) return act;
  const country = act.place?.country ?? null;
  if (country === null || host.code !== country || host.sector !== "GOV") return act;
  if (guest.code === null || guest.code === country || guest.role !== null) return act;
  const trace = [
    ...act.trace,
    step("seat-of-host", act.trigger, null, "they met in the country of one of them"),
  ];
  return { ...act, modes: ["visit"], cameo: "042", actors: [guest], recipients: [host], trace };
}

const SPOKEN: ReadonlySet<string> = new Set([
  "REQUEST",
  "THREATEN",
  "ACCUSE",
  "REJECT",
  "AGREE",
  "CONCEDE",
  "SUPPORT",
]);

/** What one side told the other in a report that has them meet was told at that meeting. */
function dateMeetings(lines: readonly Act[]): Act[] {
  const meetings = lines.filter(
    (act) => act.type === "CONSULT" && act.date !== null && act.modes[0] !== "phone",
  );
  return lines.map((act) => {
    if (act.date !== null || !SPOKEN.has(act.type)) return act;
    for (const meeting of meetings) {
      const sides = [...meeting.actors, ...meeting.recipients];
      if (!act.actors.every((party) => sides.some((side) => isSameSide(side, party)))) continue;
      if (!listeners(act).some((party) => isAmong(party, sides, act.actors))) continue;
      return { ...act, date: meeting.date, dateBasis: "same-meeting" as const };
    }
    return act;
  });
}

function listeners(act: Act): Party[] {
  const addressee = act.attribution.at(-1)?.addressee ?? null;
  if (addressee !== null) return [addressee];
  return act.type === "REQUEST" || act.type === "THREATEN" ? [...act.recipients] : [];
}

function isAmong(party: Party, sides: readonly Party[], speakers: readonly Party[]): boolean {
  return sides.some(
    (side) => isSameSide(side, party) && !speakers.some((speaker) => isSameSide(speaker, side)),
  );
}

/** A later line is an earlier happening where parties and type agree and it is told as known, or tells of one visit. */
function linkSame(work: Work, lines: readonly Act[]): Act[] {
  const settled: Act[] = [];
  for (const act of lines) {
    const earlier = settled.find((known) => known.sameAs === null && isSameHappening(work, known, act));
    settled.push(earlier === undefined ? act : { ...act, sameAs: earlier.id });
  }
  return settled;
}

function isSameHappening(work: Work, known: Act, act: Act): boolean {
  if (known.type !== act.type || known.sentence === act.sentence) return false;
  if (!haveSameSides(known.actors, act.actors)) return false;
  if (known.date !== null && act.date !== null && known.date.edtf !== act.date.edtf) return false;
  const isVisit = known.modes.includes("visit") && act.modes.includes("visit");
  if (isVisit)
    return (
      known.recipients.length === 0 ||
      act.recipients.length === 0 ||
      sharesCode(known.recipients, act.recipients)
    );
  if (!haveSameSides(known.recipients, act.recipients)) return false;
  const { doc } = work;
  return isNominal(doc, act.head) && isDefinite(doc, act.head) && !isNominal(doc, known.head);
}

/** One happening has one date; and a sentence without a date goes on in the day of the one before, if the same side acts. */
function inheritDates(work: Work, lines: readonly Act[]): Act[] {
  const byId = new Map(lines.map((act) => [act.id, act]));
  return lines.map((act) => {
    if (act.date !== null) return act;
    const earlier = act.sameAs === null ? undefined : byId.get(act.sameAs);
    const date = earlier?.date ?? dayBefore(work, act);
    return date === null ? act : { ...act, date, dateBasis: "inherited" as const };
  });
}

/** The day of the main clause of the sentence before, where its subject is on the side of this act's actors. */
function dayBefore(work: Work, act: Act): DateRange | null {
  const { doc, mentions } = work;
  const sentence = act.sentence - 1;
  if (sentence < 0 || doc.sentenceBlock[sentence] !== doc.sentenceBlock[act.sentence]) return null;
  if (isPerfect(work, act) || isReduced(work, act)) return null;
  const root = rootOf(doc, sentence);
  const time = mentions.times.find(({ head, basis, bound }) => {
    if (sentenceOf(doc, head) !== sentence || basis !== "relative" || bound !== "at") return false;
    const above = doc.head[head]!;
    return above === root || doc.head[above] === root;
  });
  if (time === undefined || time.value.first === null) return null;
  const subjects = activeSubjects(doc, root, 0).flatMap((word) => partiesAt(work, word, "actor"));
  return subjects.some((party) => act.actors.some((actor) => isSameSide(actor, party))) ? time.value : null;
}

/** "strikes threatened by NATO": a participle gives no time of its own. */
function isReduced(work: Work, act: Act): boolean {
  return work.doc.deprel[act.head] === REL.acl;
}

function sharesCode(one: readonly Party[], other: readonly Party[]): boolean {
  return one.some((party) => other.some(({ code }) => code !== null && code === party.code));
}

function haveSameSides(one: readonly Party[], other: readonly Party[]): boolean {
  if (one.length === 0 || other.length === 0) return one.length === other.length;
  return other.every((party) => one.some((known) => isSameSide(known, party)));
}

/** "invited them to a conference on March 15": a day to come is that of what is spoken of. */
function withoutForecast(work: Work, act: Act): Act {
  const day = work.report.date;
  const first = act.date?.first ?? null;
  if (day === null || first === null || daysBetween(day, first) <= 0) return act;
  return { ...act, date: null, dateBasis: null };
}

/** The days of the agency reports that sentences rest on, where they are of the days right before the report. */
function citedDays(work: Work): Map<number, string> {
  const found = new Map<number, string>();
  const { report, doc } = work;
  if (report.date === null || report.citations.length === 0) return found;
  const count = sentenceCount(doc);
  const sentences = Array.from({ length: count }, (_, sentence) => sentenceRange(doc, sentence));
  const covered = coverage(report, sentences).citations;
  report.citations.forEach(({ date }, index) => {
    const range = covered[index];
    if (date === null || range === undefined) return;
    const age = daysBetween(date, report.date!);
    if (age < 1 || age > 3) return;
    sentences.forEach(({ from, to }, sentence) => {
      if (from >= range.from && to <= range.to) found.set(sentence, date);
    });
  });
  return found;
}

/** News without a day of its own is of the report's day; what is told as past keeps its date open. */
function finishDate(work: Work, act: Act, part: SentencePart, cited: ReadonlyMap<number, string>): Act {
  const day = work.report.date;
  let { date, dateBasis, auxiliary } = act;
  if (date === null && day !== null && part === "report" && !isPerfect(work, act) && !isReduced(work, act)) {
    const known = cited.get(act.sentence);
    date = dayRange(known ?? day);
    dateBasis = known === undefined ? "report" : "inherited";
  }
  if (day !== null && date !== null && part === "background") {
    const last = latestDay(date);
    if (last !== null && daysBetween(last, day) > 30 && !auxiliary.includes("historical"))
      auxiliary = [...auxiliary, "historical"];
  }
  return { ...act, date, dateBasis, auxiliary };
}

/** "had refused": done before the time of the report's story. */
function isPerfect(work: Work, act: Act): boolean {
  const { doc } = work;
  if (isPastTense(doc, act.head)) return false;
  for (let i = Math.max(0, act.head - 4); i < act.head; i++)
    if (doc.form[i]!.toLowerCase() === "had") return true;
  return false;
}
