/** A calendar day, `YYYY-MM-DD`, in the proleptic Gregorian calendar. */
export type IsoDate = string;

/**
 * What is known of when something was: first and last day included, each null where it is not known to the day, and
 * the whole in EDTF level 1 (`1998-10-05`, `1998-10`, `1998-02/..`, `XXXX-10-05`).
 */
export interface DateRange {
  readonly first: IsoDate | null;
  readonly last: IsoDate | null;
  readonly edtf: string;
}
