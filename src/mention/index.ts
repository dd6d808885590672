export { findMentions } from "./find.ts";
export type {
  Entity,
  Known,
  KnownOffice,
  Mention,
  MentionKind,
  Mentions,
  Office,
  PlaceFacts,
  Quantity,
  Reading,
  TimeMention,
} from "./mention.ts";
export { compileNames, type Names } from "./names.ts";
export { readingFor } from "./readings.ts";
