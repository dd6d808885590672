import {
  children,
  type Document,
  rangeOf,
  rootOf,
  sentenceCount,
  sentenceWords,
  subtree,
} from "../document/index.ts";
import type { Act, Party, SentencePart, Statement } from "./act.ts";
import { activeSubjects, fillersOf } from "./arguments.ts";
import { trimmed } from "./conditions.ts";
import {
  caseOf,
  childOf,
  coordinated,
  isGerund,
  isInfinitive,
  isNominal,
  isVerbal,
  markOf,
  REL,
} from "./grammar.ts";
import { singular } from "./match.ts";
import { partiesAt } from "./parties.ts";
import type { Work } from "./work.ts";

const STANDING = new Set([
  "ally",
  "partner",
  "friend",
  "enemy",
  "rival",
  "foe",
  "adversary",
  "patron",
  "client",
  "protector",
]);
const TIES = new Set([
  "affinity",
  "kinship",
  "bond",
  "friendship",
  "alliance",
  "enmity",
  "rivalry",
  "solidarity",
]);
const AIMS = new Set(["interest", "aim", "goal", "objective", "motive", "ambition"]);
const EDGES = new Set(["brink", "verge", "edge", "threshold"]);

/** Standing relations, interests, assessments and reasons that a document gives. */
export function judgementsOf(
  work: Work,
  events: readonly Act[],
  parts: readonly SentencePart[],
): Statement[] {
  const found = [...reasonsOf(work, events)];
  const { doc } = work;
  for (let word = 0; word < doc.wordCount; word++) {
    if (!isNominal(doc, word)) continue;
    const lemma = singular(doc.lemma[word]!.toLowerCase());
    if (STANDING.has(lemma)) found.push(...relationOf(work, word));
    else if (TIES.has(lemma)) found.push(...tieOf(work, word));
    else if (EDGES.has(lemma)) found.push(...assessmentOf(work, word));
  }
  return [...found, ...interestsOf(work, parts)];
}

type Draft = Pick<Statement, "kind" | "holder" | "toward" | "matter" | "by" | "hedge">;

function statement(doc: Document, draft: Draft, start: number, end: number): Statement {
  return {
    ...draft,
    stance: null,
    was: null,
    changed: null,
    ...rangeOf(doc, start, trimmed(doc, start, end)),
  };
}

function partyAt(work: Work, words: readonly number[]): Party | null {
  for (const word of words) {
    const [party] = partiesAt(work, word, "actor");
    if (party !== undefined) return party;
    const [suffering] = partiesAt(work, word, "recipient");
    if (suffering !== undefined) return suffering;
  }
  return null;
}

/** "Belgrade is one of Russia's few remaining allies": whose ally, and who is it. */
function relationOf(work: Work, word: number): Statement[] {
  const { doc, mentions } = work;
  const holder = partyAt(
    work,
    ["poss", "of", "name"].flatMap((slot) => fillersOf(doc, mentions, word, slot)),
  );
  let predicate = word;
  while (childOf(doc, predicate, REL.cop) < 0 && doc.deprel[predicate] === REL.nmod)
    predicate = doc.head[predicate]!;
  if (holder === null || predicate < 0 || childOf(doc, predicate, REL.cop) < 0) return [];
  const subject = childOf(doc, predicate, REL.nsubj);
  const toward = subject < 0 ? null : partyAt(work, subjectOrAntecedent(doc, predicate, subject));
  if (toward === null) return [];
  const { end } = subtree(doc, word);
  const matter = doc.lemma[word]!;
  return [statement(doc, { kind: "relation", holder, toward, matter, by: null, hedge: null }, subject, end)];
}

function subjectOrAntecedent(doc: Document, predicate: number, subject: number): number[] {
  return [subject, ...activeSubjects(doc, predicate, 0)];
}

/** "claims an affinity to the Serbs": the tie of a subject to another. */
function tieOf(work: Work, word: number): Statement[] {
  const { doc, mentions } = work;
  const verb = doc.head[word]!;
  if (verb < 0 || !isVerbal(doc, verb)) return [];
  const holder = partyAt(work, activeSubjects(doc, verb, 0));
  const toward = partyAt(
    work,
    ["to", "with", "for"].flatMap((slot) => [
      ...fillersOf(doc, mentions, word, slot),
      ...fillersOf(doc, mentions, verb, slot),
    ]),
  );
  if (holder === null || toward === null) return [];
  const by = work.graph.at.get(verb)?.operator?.family === "say" ? holder : null;
  const matter = doc.text.slice(doc.from[subtree(doc, word).start]!, doc.to[word]!);
  return [
    statement(
      doc,
      { kind: "relation", holder, toward, matter, by, hedge: null },
      verb,
      subtree(doc, verb).end,
    ),
  ];
}

/** "brought NATO to the brink of military action": how close something is held to be. */
function assessmentOf(work: Work, word: number): Statement[] {
  const { doc, mentions } = work;
  const verb = doc.head[word]!;
  if (verb < 0 || !isVerbal(doc, verb)) return [];
  const holder = partyAt(work, [...fillersOf(doc, mentions, verb, "obj"), ...activeSubjects(doc, verb, 0)]);
  const of = fillersOf(doc, mentions, word, "of")[0];
  const { end } = subtree(doc, word);
  const matter =
    of === undefined
      ? null
      : doc.text.slice(doc.from[subtree(doc, of).start + 1]!, doc.to[trimmed(doc, of, end) - 1]!);
  return [
    statement(doc, { kind: "assessment", holder, toward: null, matter, by: null, hedge: null }, verb, end),
  ];
}

/** The author's account of what somebody is after: "its aim is to …", and the sentences that spell interests out. */
function interestsOf(work: Work, parts: readonly SentencePart[]): Statement[] {
  const { doc } = work;
  const found: Statement[] = [];
  let holder: Party | null = null;
  let hedge: string | null = null;
  for (let sentence = 0; sentence < sentenceCount(doc); sentence++) {
    const root = rootOf(doc, sentence);
    const introduced = introducedBy(work, sentence);
    if (introduced !== null) {
      holder = introduced;
      hedge = HEDGING.has(doc.lemma[root]!) ? doc.form[root]! : null;
    } else if (parts[sentence] !== "analysis") holder = null;
    if (holder === null) continue;
    for (const aim of aimsIn(doc, sentence)) {
      const { start, end } = clauseOf(doc, aim);
      const last = trimmed(doc, start, end);
      const matter = doc.text.slice(doc.from[start]!, doc.to[last - 1]!);
      found.push(
        statement(doc, { kind: "interest", holder, toward: null, matter, by: null, hedge }, start, last),
      );
    }
  }
  return found;
}

const HEDGING = new Set(["appear", "seem"]);

/** Whose interests a sentence speaks of: the owner of the word, or the subject of its clause. */
function introducedBy(work: Work, sentence: number): Party | null {
  const { doc, mentions } = work;
  const { start, end } = sentenceWords(doc, sentence);
  for (let word = start; word < end; word++) {
    if (!isNominal(doc, word) || !AIMS.has(singular(doc.lemma[word]!.toLowerCase()))) continue;
    const owner = partyAt(
      work,
      ["poss", "of", "name"].flatMap((slot) => fillersOf(doc, mentions, word, slot)),
    );
    return owner ?? partyAt(work, activeSubjects(doc, rootOf(doc, sentence), 0));
  }
  return null;
}

/** Infinitives and gerunds that say what is aimed at: "One is to keep …", "is aimed at avoiding …". */
function aimsIn(doc: Document, sentence: number): number[] {
  const found: number[] = [];
  const root = rootOf(doc, sentence);
  if (childOf(doc, root, REL.cop) >= 0 && isInfinitive(doc, root)) found.push(root);
  for (const child of children(doc, root))
    if (
      (doc.deprel[child] === REL.ccomp || doc.deprel[child] === REL.xcomp) &&
      doc.lemma[root] === "be" &&
      isInfinitive(doc, child)
    )
      found.push(child);
  const { start, end } = sentenceWords(doc, sentence);
  for (let word = start; word < end; word++) {
    if (doc.lemma[word] !== "aim" && doc.lemma[word] !== "aimed") continue;
    for (const child of children(doc, word))
      for (const gerund of coordinated(doc, child))
        if (isGerund(doc, gerund) && (markOf(doc, gerund) === "at" || caseOf(doc, gerund) === "at"))
          found.push(gerund);
  }
  return [...new Set(found)];
}

/** An aim's clause from its verb on. */
function clauseOf(doc: Document, word: number): { start: number; end: number } {
  let end = subtree(doc, word).end;
  for (const child of children(doc, word))
    if (doc.deprel[child] === REL.conj) end = Math.min(end, subtree(doc, child).start);
  return { start: word, end };
}

/** Why somebody did it, in the text's words: "because …", "citing …". */
function reasonsOf(work: Work, events: readonly Act[]): Statement[] {
  const { doc } = work;
  const found: Statement[] = [];
  for (const act of events) {
    const holder = act.actors[0];
    if (holder === undefined || !isVerbal(doc, act.head)) continue;
    for (const child of children(doc, act.head)) {
      if (!isReason(doc, child)) continue;
      const { start, end } = subtree(doc, child);
      const last = trimmed(doc, start, end);
      const matter = doc.text.slice(doc.from[start]!, doc.to[last - 1]!);
      const by = act.attribution.at(-1)?.speaker ?? null;
      found.push(
        statement(
          doc,
          { kind: "reason", holder, toward: act.recipients[0] ?? null, matter, by, hedge: null },
          start,
          last,
        ),
      );
    }
  }
  return found;
}

function isReason(doc: Document, word: number): boolean {
  const rel = doc.deprel[word]!;
  if (rel === REL.advcl) return markOf(doc, word) === "because" || doc.lemma[word] === "cite";
  return rel === REL.obl && caseOf(doc, word) === "because";
}
