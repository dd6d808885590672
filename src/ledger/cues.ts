import type { EntryKind, Response } from "./entry.ts";

/** Closed classes of words that tell what an act puts on the table, and how another answers it. */
const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

export const WARNING = words("warn warning caution alert");
const PROPOSING = words(
  "propose proposal suggest suggestion recommend recommendation initiative plan formula",
);
const OFFERING = words("offer invite invitation bid volunteer");
const PROMISING = words(
  "promise pledge vow undertake undertaking commit commitment guarantee assure assurance swear will agree consent",
);
const AGREEING = words("sign conclude initial agreement accord deal pact treaty agree reach ratify strike");

/** What an act of promising, proposing or agreeing is by its own word; null where the word says none of it. */
export function kindOfWord(lemma: string, hasTwoSides: boolean): EntryKind | null {
  if (hasTwoSides && AGREEING.has(lemma)) return "agreement";
  if (PROPOSING.has(lemma)) return "proposal";
  if (OFFERING.has(lemma)) return "offer";
  if (PROMISING.has(lemma)) return "promise";
  return null;
}

const TERMS: Readonly<Record<string, EntryKind>> = {
  proposal: "proposal",
  plan: "proposal",
  initiative: "proposal",
  suggestion: "proposal",
  formula: "proposal",
  compromise: "proposal",
  blueprint: "proposal",
  roadmap: "proposal",
  offer: "offer",
  invitation: "offer",
  bid: "offer",
  demand: "demand",
  ultimatum: "demand",
  request: "demand",
  call: "demand",
  appeal: "demand",
  condition: "demand",
  term: "demand",
  promise: "promise",
  pledge: "promise",
  agreement: "agreement",
  accord: "agreement",
  deal: "agreement",
};

/** The kind of entry that a noun names: "the proposal", "its demands". */
export function kindOfNoun(lemma: string): EntryKind | null {
  return Object.hasOwn(TERMS, lemma) ? TERMS[lemma]! : null;
}

const ACCEPTING = words(
  "accept acceptance embrace agree approve endorse heed bow accede assent consent yield",
);
const REFUSING = words(
  "reject rejection refuse refusal dismiss dismissal decline rebuff spurn turn rule ignore defy veto brush shrug snub",
);
const WELCOMING = words("welcome hail applaud praise");
const COUNTERING = words("counter counterproposal");

/** How an act answers what it speaks of, by its word; null where it is no answer. */
export function responseOfWord(lemma: string): Response | null {
  if (ACCEPTING.has(lemma)) return "accepted";
  if (REFUSING.has(lemma)) return "refused";
  if (WELCOMING.has(lemma)) return "welcomed";
  return COUNTERING.has(lemma) ? "countered" : null;
}

/** Nouns and verbs that leave open what is to be done. */
export const GENERAL_NOUN = words(
  "measure step action move concession something enough everything thing commitment",
);
export const GENERAL_VERB = words("comply cooperate yield relent act give change obey");

/** Verbs by which a condition points back at demands made before. */
export const FULFILLING = words(
  "comply meet fulfil fulfill satisfy obey heed implement accept yield observe respond",
);

/** Verbs that say no inside a condition: "if it fails to withdraw". */
export const FAILING = words("fail refuse decline neglect");

export const AVERTING = words(
  "avert avoid prevent forestall head stave ward escape defuse end stop settle resolve",
);

/** Nouns for what mediators do. */
export const MEDIATING_NOUN = words(
  "mediation mediator intercession shuttle peacemaking good-offices go-between",
);
export const MEDIATING_VERB = words("mediate broker intercede intermediate");

/** Objects of averting that are a conflict between parties and no accident. */
export const CONFLICT_NOUN = words(
  "war conflict crisis dispute fighting attack strike airstrike hostility invasion intervention bombing bloodshed confrontation clash offensive assault escalation standoff",
);
