import { BLANK, classAt, DIGIT, DOT, isWordClass, LETTER, UPPER } from "./characters.ts";

const words = (list: string) => new Set(list.split(" "));

/** Titles and ranks: a capital letter follows, after which the dot belongs to the title. */
const TITLES = words(
  "Mr Mrs Ms Messrs Mme Mlle Dr Prof Rev Fr Hon St Ste Gen Lt Col Maj Brig Capt Cmdr Cdr Adm Sgt Cpl Pvt Pfc Gov Sen Sens " +
    "Rep Reps Pres Amb Supt Insp Det Atty Mt Ft Sgt Sr Sra Msgr Bros Ltd Inc Corp Co Jr Sr Esq Dept Univ Assn Ave Blvd",
);
/** Months, days and references: a number follows. */
const BEFORE_NUMBER = words(
  "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun No Nos no nos Art art Sec " +
    "sec Vol vol p pp Fig fig Ch ch para paras ca c v",
);
/** Always written with a dot. */
const ALWAYS = words(
  "Mr Mrs Ms Dr Messrs Gen Lt Col Maj Brig Capt Cmdr Sgt Cpl Gov Sen Prof Rev Inc Corp Ltd Bros Jr Sr etc vs al approx incl " +
    "Sept Oct Nov Dec Jan Feb Aug Bros Assn Dept dept govt Govt est Attn attn arrv Arrv Blvd yrs hrs mins Corp Co St Ft Mt Thur Thurs Tues Wed Reps Sens viz cf",
);

/** Whether the dot at `end` belongs to the word text[at, end) and does not close a sentence alone. */
export function endsWithItsDot(text: string, at: number, end: number, from: number): boolean {
  if (end - at > 12 || classAt(text, end + 1) === DOT) return false;
  const word = text.slice(at, end);
  if (word.includes(".")) return /^(?:[A-Za-z]{1,2}\.)+[A-Za-z]{1,2}$/.test(word);
  if (isWordClass(classAt(text, end + 1))) return false;
  if (ALWAYS.has(word)) return true;
  const next = nextVisible(text, end + 1);
  if (TITLES.has(word)) return classAt(text, next) === UPPER;
  if (BEFORE_NUMBER.has(word)) return classAt(text, next) === DIGIT;
  return isInitial(text, at, end, next, from);
}

function nextVisible(text: string, at: number): number {
  let next = at;
  while (next < text.length && next < at + 8 && classAt(text, next) === BLANK) next++;
  return next;
}

/** A single capital before another name ("J. Smith"); "I." and a letter that ends a sentence are none. */
function isInitial(text: string, at: number, end: number, next: number, from: number): boolean {
  if (end - at !== 1 || classAt(text, at) !== UPPER) return false;
  if (classAt(text, next) !== UPPER) return false;
  if (text[at] !== "I") return true;
  return (
    at > from &&
    classAt(text, at - 2) === LETTER &&
    classAt(text, next + 1) === LETTER &&
    text[next + 2] !== " "
  );
}
