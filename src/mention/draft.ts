import type { Holder } from "./holders.ts";
import type { MentionKind, Reading } from "./mention.ts";
import type { NameEntry, RoleEntry } from "./names.ts";

/** How a mention refers: that decides with which others it may be one entity. */
export type DraftShape = "name" | "adjective" | "person" | "role" | "proper" | "pronoun" | "hint";

/** A mention in the making: coreference has not spoken yet. */
export interface Draft {
  readonly start: number;
  readonly end: number;
  readonly head: number;
  readonly sentence: number;
  readonly shape: DraftShape;
  kind: MentionKind;
  readings: readonly Reading[];
  code: string | null;
  sector: string | null;
  /** Standard name, a person's name, or the words of the role. */
  readonly name: string;
  readonly entry: NameEntry | null;
  readonly role: RoleEntry | null;
  /** The office in the text's own words: "Foreign Ministry spokesman"; "" for none. */
  office: string;
  readonly isFormer: boolean;
  /** The tenure by which the lexicon knows the person. */
  readonly holder?: Holder;
  isPlural: boolean;
  readonly isDefinite: boolean;
  /** Whether words of the phrase itself say to which state or body it belongs. */
  readonly isOwned: boolean;
  ethnicity: string | null;
  religion: string | null;
  /** Drafts of the same phrase's owners ("Russian"), by index. */
  readonly owners: readonly number[];
  /** Drafts that a phrase with several owners stands for: "Russian" and "French" of "Russian and French ministers". */
  readonly parts?: readonly Draft[];
  /** The state is not named in the phrase: the sentence or the text gave it. */
  isAdopted?: boolean;
  /** "The ministers": the phrase with an owner before that it takes up. */
  again?: Draft;
  /** Draft that this one stands beside in apposition, or -1. */
  apposed: number;
}
