import type { Table } from "../resource/index.ts";
import type { IsoDate } from "../time/index.ts";

interface Span {
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly predecessor: string;
  readonly successor: string;
  readonly name: string;
}

/** Which code a state's names lead to on a day, through its predecessors and successors. */
export interface Countries {
  /** The code valid on the day; without a day, the present one. International codes stay as they are. */
  at(code: string, day: IsoDate | null): string;
  /** Standard name of a code. */
  nameOf(code: string): string | null;
  has(code: string): boolean;
}

/** Reads the validity of each state's code. */
export function compileCountries(table: Table): Countries {
  const spans = new Map<string, Span>();
  for (let row = 0; row < table.rowCount; row++) {
    const code = table.cell(row, "code");
    if (spans.has(code)) continue;
    spans.set(code, {
      from: table.cell(row, "from"),
      until: table.cell(row, "until"),
      predecessor: table.cell(row, "predecessor"),
      successor: table.cell(row, "successor"),
      name: table.cell(row, "name"),
    });
  }
  const at = (code: string, day: IsoDate | null): string => {
    let current = code;
    // Chains are short (KOS, SRB, SCG, YUG); the bound holds where a row of an overlay leads in a circle.
    for (let step = 0; step < 8; step++) {
      const span = spans.get(current);
      if (!span) return current;
      if (day !== null && span.from !== "" && day < span.from && span.predecessor !== "")
        current = span.predecessor;
      else if (span.until !== "" && (day === null || day > span.until) && span.successor !== "")
        current = span.successor;
      else return current;
    }
    return current;
  };
  return { at, nameOf: (code) => spans.get(code)?.name ?? null, has: (code) => spans.has(code) };
}
