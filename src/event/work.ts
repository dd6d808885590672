import type { Document } from "../document/index.ts";
import type { Mentions } from "../mention/index.ts";
import type { Report } from "../report/index.ts";
import type { Abstention } from "./act.ts";
import type { SideSource } from "./attribution.ts";
import type { Typed } from "./compose.ts";
import type { TimeIndex } from "./dates.ts";
import type { Frames } from "./frames.ts";
import type { Graph, Node } from "./links.ts";
import type { Standings } from "./standing.ts";

/** What the coding of one document is made from and keeps while it goes on. */
export interface Work {
  readonly doc: Document;
  readonly report: Report;
  readonly mentions: Mentions;
  readonly frames: Frames;
  readonly graph: Graph;
  readonly standings: Standings;
  readonly types: Map<Node, Typed | null>;
  readonly times: TimeIndex;
  readonly sides: readonly SideSource[];
  /** Nodes that hang on another node's act by way of a phrase that is no operand: purposes above all. */
  readonly dependents: ReadonlyMap<Node, readonly Node[]>;
  /** Nodes that repeat another node's happening, and that node. */
  readonly absorbed: ReadonlyMap<Node, Node>;
  readonly contexts: (sentence: number) => readonly string[];
  readonly codePoint: (utf16: number) => number;
  /** Nodes that stand inside an act that was coded. */
  readonly placed: Set<Node>;
  readonly abstentions: Abstention[];
}
