import type { DateRange, IsoDate } from "../time/index.ts";

/** A stretch of the report's text in UTF-16 units, half-open. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * A report as it was handed over: its text, and what the file, the row or the caller says of it. Only these fields make
 * its identity (`input` apart, which says where it was found).
 */
export interface ReportSource {
  readonly input: string;
  readonly text: string;
  readonly title?: string | null;
  readonly publication?: string | null;
  readonly volume?: number | null;
  readonly issue?: number | null;
  /** Publication date as given by the file, the row or an option. */
  readonly date?: IsoDate | null;
  readonly dateGivenBy?: "header" | "option";
  readonly url?: string | null;
  readonly language?: string | null;
}

/** How the publication date is known. */
export type DateBasis = "header" | "option" | "citation" | "profile" | "none";

/** A news agency, or a kind of them ("Russian agencies"), with the date of its dispatch where the text gives one. */
export interface AgencyReference {
  readonly name: string;
  readonly date: IsoDate | null;
}

/** Agencies named in parentheses at the end of the passage that rests on them. */
export interface Citation extends Range {
  readonly agencies: readonly AgencyReference[];
  readonly date: IsoDate | null;
}

/** A pointer to another issue: "(see the Monitor, October 5)". */
export interface CrossReference extends Range {
  readonly publication: string;
  readonly date: IsoDate | null;
}

/** Place, date and agency at the head of a wire report: "ANKARA, March 3 (Reuters) -". */
export interface Dateline extends Range {
  readonly place: string | null;
  readonly date: DateRange | null;
  readonly agency: string | null;
}

/**
 * A report, read but not yet analysed. `text` is the whole text as given, header included: every offset leads into it.
 * `blocks` are the paragraphs of the body in order; `holes` are the stretches inside them (citations, cross-references,
 * datelines, credit lines) that are no part of any sentence.
 */
export interface Report {
  /** SHA-256 in hex of text, publication, volume, issue, date and url as given. */
  readonly id: string;
  readonly input: string;
  readonly text: string;
  readonly title: string | null;
  readonly publication: string | null;
  readonly volume: number | null;
  readonly issue: number | null;
  readonly url: string | null;
  /** BCP 47 tag: `en`, another language that was recognised, or `und`. Only `en` is coded. */
  readonly language: string;
  readonly date: IsoDate | null;
  readonly dateEdtf: string | null;
  readonly dateBasis: DateBasis;
  readonly dateline: Dateline | null;
  readonly blocks: readonly Range[];
  readonly holes: readonly Range[];
  readonly citations: readonly Citation[];
  readonly crossReferences: readonly CrossReference[];
}
