export {
  addDays,
  addMonths,
  between,
  checkedDate,
  dateOfNumber,
  dayNumber,
  daysInMonth,
  inMonth,
  inYear,
  isoDate,
  onDay,
  parseIsoDate,
  weekdayOf,
  yearless,
} from "./calendar.ts";
export type { DateRange, IsoDate } from "./date.ts";
export { type DeadlineContext, type DeadlinePhrase, findDeadlines } from "./deadline.ts";
export { type DateContext, type ResolvedDate, resolveDate } from "./expression.ts";
export { nearestDay, type Side } from "./expression-point.ts";
export { mayBeginDate, monthNumber } from "./expression-words.ts";
