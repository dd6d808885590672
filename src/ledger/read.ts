import type { Document } from "../document/index.ts";
import type { Coding } from "../event/index.ts";
import type { Mentions } from "../mention/index.ts";
import type { Report } from "../report/index.ts";
import { draftsOf } from "./drafts.ts";
import type { Entry, ReportLedger } from "./entry.ts";
import { mediationsOf } from "./mediation.ts";
import { tieAnswers } from "./responses.ts";
import type { Draft, Scope } from "./scope.ts";
import { isSameCountry, isSameSide } from "./sides.ts";
import { setDeadlines } from "./term.ts";
import { ultimatumsOf } from "./ultimatum.ts";

/** What one report puts into the ledger: entries with their answers, ultimatums that join them, and mediations. */
export function readLedger(coding: Coding, mentions: Mentions, doc: Document, report: Report): ReportLedger {
  const scope: Scope = { coding, mentions, doc, report };
  const drafts = withoutRepeats(coding.events.flatMap((act) => draftsOf(scope, act)));
  const answers = tieAnswers(scope, drafts);
  setDeadlines(scope, drafts);
  const ultimatums = ultimatumsOf(scope, drafts);
  const mediations = mediationsOf(scope, ultimatums, answers);
  const entries: Entry[] = [...drafts].sort(inTextOrder);
  return { entries, ultimatums, mediations };
}

function inTextOrder(one: Entry, other: Entry): number {
  return one.from - other.from || one.to - other.to || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}

/** A threat that somebody passes on is the threatener's own, where the report tells that one too. */
function withoutRepeats(drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = [];
  const ids = new Set<string>();
  for (const draft of drafts) {
    if (ids.has(draft.id) || isPassedOn(draft, drafts)) continue;
    ids.add(draft.id);
    kept.push(draft);
  }
  return kept;
}

function isPassedOn(draft: Draft, drafts: readonly Draft[]): boolean {
  if (draft.kind !== "threat" || draft.issuer !== null) return false;
  return drafts.some(
    (other) =>
      other.kind === "threat" &&
      other.issuer !== null &&
      isSameSide(other.issuer, draft.threatener) &&
      isSameCountry(other.addressee, draft.addressee) &&
      (other.consequence === null ||
        draft.consequence === null ||
        other.consequence.type === draft.consequence.type),
  );
}
