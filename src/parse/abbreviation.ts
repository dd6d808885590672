import { BLANK, classAt, DIGIT, DOT, isWordClass, UPPER } from "./characters.ts";

const words = (list: string) => new Set(list.split(" "));

/** Titles and ranks: a capital letter follows, after which the dot belongs to the title. */
const TITLES = words(
  "Mr Mrs Ms Messrs Mme Mlle Dr Prof Rev Fr Hon St Ste Gen Lt Col Maj Brig Capt Cmdr Cdr Adm Sgt Cpl Pvt Pfc Gov Sen Sens " +
    "Rep Reps Pres Amb Supt Insp Det Atty Mt Ft Sgt Sr Sra Msgr Bros Ltd Inc Corp Co Jr Sr Esq Dept Univ Assn Ave Blvd " +
    "Drs Gens Cols Lieut Pvt Cdre Wm Geo Pte Spc",
);
/** Months, days and references: a number follows. */
const BEFORE_NUMBER = words(
  "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun No Nos no nos Art art Sec " +
    "sec Vol vol p pp Fig fig Ch ch para paras ca c v",
);
/** Always written with a dot. */
const ALWAYS = words(
  "Mr Mrs Ms Dr Messrs Gen Lt Col Maj Brig Capt Cmdr Sgt Cpl Gov Sen Prof Rev Inc Corp Ltd Bros Jr Sr etc vs al approx incl " +
    "Sept Oct Nov Dec Jan Feb Aug Bros Assn Dept dept govt Govt est Attn attn arrv Arrv Blvd yrs hrs mins Corp Co St Ft Mt Thur Thurs Tues Wed Reps Sens viz cf ext " +
    "Drs Gens Cols Lieut Pvt Univ Esq Calif Ariz Fla Minn Tenn Okla Colo Wyo Neb Nev Kan Mich Wis",
);

/** Whether the dot at `end` belongs to the word text[at, end) and does not close a sentence alone. */
export function endsWithItsDot(text: string, at: number, end: number, from: number): boolean {
  // "Inc.." has its own dot and the sentence's; three are an ellipsis.
  if (end - at > 12 || (classAt(text, end + 1) === DOT && classAt(text, end + 2) === DOT)) return false;
  const word = text.slice(at, end);
  if (word.includes(".")) return /^(?:[A-Za-z]{1,2}\.)+[A-Za-z]{1,2}$/.test(word);
  if (isWordClass(classAt(text, end + 1))) return false;
  // No sentence ends before a comma.
  if (end - at <= 5 && /[,;]/.test(text[end + 1] ?? "") && /^[A-Za-z]+$/.test(word)) return true;
  const titled = titleCase(word);
  if (ALWAYS.has(titled)) return true;
  const next = nextVisible(text, end + 1);
  if (TITLES.has(titled)) return classAt(text, next) === UPPER;
  if (BEFORE_NUMBER.has(word)) return classAt(text, next) === DIGIT;
  return isInitial(text, at, end, next, from);
}

/** A word in capitals as it is written elsewhere ("GEN."). */
function titleCase(word: string): string {
  return word.length > 1 && /^[A-Z]+$/.test(word) ? word[0] + word.slice(1).toLowerCase() : word;
}

function nextVisible(text: string, at: number): number {
  let next = at;
  let lines = 0;
  while (next < text.length && next < at + 8 && classAt(text, next) === BLANK) {
    if (text[next] === "\n" && ++lines > 1) return text.length;
    next++;
  }
  return next;
}

/** A single capital before another name ("J. Smith"); the "I." that ends a sentence comes after a small word. */
function isInitial(text: string, at: number, end: number, next: number, from: number): boolean {
  if (end - at !== 1 || classAt(text, at) !== UPPER || classAt(text, next) !== UPPER) return false;
  if (text[at] !== "I") return true;
  let before = at - 1;
  while (before > from && isWordClass(classAt(text, before - 1))) before--;
  return before > from ? classAt(text, before) === UPPER : at > from;
}
