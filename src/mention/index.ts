export type {
  Entity,
  Known,
  KnownOffice,
  Mention,
  MentionKind,
  Mentions,
  Office,
  Quantity,
  Reading,
  TimeMention,
} from "./mention.ts";
