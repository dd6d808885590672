// Words that are frequent in one language and rare in the others; those that several share are left out.
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: "the of and to in is was that for with his her their this from have has had were are been they which would said on at by an it as be not but who will",
  de: "der die und den das von zu mit sich des auf für ist im dem nicht ein eine als auch es werden aus hat dass sie nach wird bei einer um am sind noch wie einem über",
  fr: "le les des et du est une dans que pour qui sur pas par plus avec ce il sont aux ont été mais cette leur ses",
  es: "el los las que y del se por con una para como más pero sus fue este son entre cuando ha su al lo",
  it: "il di che è la per un del della con non sono i gli le dei delle nel alla ha anche più come si da",
  pt: "os que do da em um para com uma não dos das se na por mais as como mas ao foi pelo pela são",
  nl: "het een van en dat op te zijn met voor niet aan er om ook als bij maar uit door naar heeft werd wordt",
  sv: "och att det som en på är av för med den till inte har om ett han men var sig från vi så",
  da: "og det at en den til er som på de med han af for ikke der var mig sig men et har om",
  pl: "i w na z się do nie że jest to o jak ale po co tak za od przez był przy dla są",
  cs: "a se na v je že to s z do o ve i jako pro po za od jsou bylo který podle",
  tr: "ve bir bu da de için ile olarak daha çok gibi ama olan sonra kadar en var ne",
  id: "yang dan di untuk dengan ini dari dalam tidak akan pada itu juga oleh ada tersebut kepada",
  sw: "ya na wa kwa ni katika za la cha kuwa hii huo kama alisema hiyo",
  sq: "dhe të në e për me që nga një se është ka janë si por më",
  hr: "i je u na da se za su od o s kao što nije bi koji iz po",
  ro: "și în de la pe cu că este nu o din care mai pentru au fost sau",
};

const SCRIPTS: readonly (readonly [number, number, string])[] = [
  [0x0370, 0x03ff, "el"],
  [0x0400, 0x052f, "ru"],
  [0x0530, 0x058f, "hy"],
  [0x0590, 0x05ff, "he"],
  [0x0600, 0x06ff, "ar"],
  [0x0900, 0x097f, "hi"],
  [0x0e00, 0x0e7f, "th"],
  [0x10a0, 0x10ff, "ka"],
  [0x3040, 0x30ff, "ja"],
  [0x4e00, 0x9fff, "zh"],
  [0xac00, 0xd7af, "ko"],
];

const SAMPLE = 20_000;
const languagesOf = tableOfWords();

/**
 * The language of a text by its letters and its most frequent words: `en`, another language that was recognised (for
 * other scripts, the one that is most often written in it), or `und` where no letters are. In doubt a text in Latin
 * letters is English: a short one need not hold any frequent word.
 */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const letters = countLetters(sample);
  if (letters.total === 0) return "und";
  const [script, count] = largest(letters.byScript);
  if (script !== null && count * 2 > letters.total) {
    return script === "zh" && letters.byScript.has("ja") ? "ja" : script;
  }
  const counts = new Map<string, number>();
  for (const word of sample.toLowerCase().match(/\p{L}+/gu) ?? []) {
    for (const language of languagesOf.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const english = counts.get("en") ?? 0;
  counts.delete("en");
  const [other, hits] = largest(counts);
  return other !== null && hits >= 3 && hits > english * 1.5 ? other : "en";
}

function tableOfWords(): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>();
  for (const [language, words] of Object.entries(FUNCTION_WORDS)) {
    for (const word of words.split(" ")) table.set(word, [...(table.get(word) ?? []), language]);
  }
  return table;
}

function countLetters(text: string): { total: number; byScript: Map<string, number> } {
  const byScript = new Map<string, number>();
  let total = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if ((unit | 32) >= 97 && (unit | 32) <= 122) total++;
    else if (unit >= 0xc0) {
      total++;
      const script = SCRIPTS.find(([first, last]) => unit >= first && unit <= last);
      if (script !== undefined) byScript.set(script[2], (byScript.get(script[2]) ?? 0) + 1);
    }
  }
  return { total, byScript };
}

function largest(counts: ReadonlyMap<string, number>): [string | null, number] {
  let best: [string | null, number] = [null, 0];
  for (const [name, count] of counts) if (count > best[1]) best = [name, count];
  return best;
}
