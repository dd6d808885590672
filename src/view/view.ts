import type { z } from "zod";

/** A named query: what it may be asked, and a pure function from what the store holds to rows. */
export interface View<P extends z.ZodType, Source, Row> {
  readonly name: string;
  readonly params: P;
  readonly rows: (source: readonly Source[], params: z.output<P>) => Row[];
}
