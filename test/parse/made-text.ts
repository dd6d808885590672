import { Random } from "../../training/random.ts";

// A small grammar with noise: texts that nobody would write, but that every engine must read in the same way.
const NAMES = words(
  "Halvard Marin Okello Brandt Ilves Sørensen Łukasz Nuñez O'Dowd Vance-Roy Țepeș Ōno D’Arcy",
);
const PLACES = words("Norland Sel Kirava Port-Amel Überfeld Tarn Geneva Sao_Vito São-Vito Ḥarran Елово 東港");
const NOUNS = words(
  "envoy minister convoy truce border prisoners air-field cease-fire talks deputy village checkpoint aid hostage naïveté " +
    "co-operation demarche ultimatum rebels' Ministers’ army's 15-year-old passer-by café",
);
const VERBS = words(
  "said accused warned met shelled freed denied re-opened withdrew signed can't won’t cannot isn't dont vetoed",
);
const ADJECTIVES = words(
  "new Norlandic so-called armed anti-tank old ex-prime second-in-command 3rd joint sur­prising ill-fated",
);
const LINKS = words("and but because after that which while - – — -- ; : , although");
const SMALL = words("the a an this their its of in with on to by for from at against");
const ODD = words(
  "$3.5m €40 12% 1,200 3:45 5pm 17:30 2026-11-24 11/28/2000 No.5 U.S. U.N.'s p.m. Lt. Gen. J.R. Inc. e.g. AT&T (sic) [1] " +
    "… ... ?! !!! :-) 👍🏽 👨‍👩‍👧 🇺🇳 http://example.org/a-b?c=1 desk@example.org e\u0301t\u0301 مرحبا שלום 会談 Ⅷ ½ ﬁve \ud83d \udc00 " +
    "x\u200by z\u00adz ＡＢ Ꟙꟙ ẞ İx ǅ ς Σ #tag @who a/b/c ''q'' ``q`` “q” «q» ‹q› \u202eabc\u202c",
);
const GAPS = [" ", " ", " ", " ", " ", " ", " ", "  ", "\n", "\u00a0", "\t", "\u2009", ""];
const ENDS = [".", ".", ".", ".", "?", "!", "...", ".”", ".'", ".)", "", ":", ";"];

function words(list: string): string[] {
  return list.split(" ");
}

/** Texts of a thousand paragraphs and more sentences, the same for the same seed on every engine. */
export function madeText(seed: number, paragraphs = 1000): string {
  const random = new Random(seed);
  return Array.from({ length: paragraphs }, (_, i) => paragraph(random, i)).join("\n\n");
}

function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random.next() * list.length)]!;
}

function paragraph(random: Random, number: number): string {
  const kind =
    number % 250 === 249 ? "long" : number % 10 === 9 ? "capitals" : number % 10 === 8 ? "noise" : "plain";
  if (kind === "long") return sentence(random, 40);
  if (kind === "noise") return noise(random);
  const text = sentence(random, 1 + Math.floor(random.next() * 1.25));
  return kind === "capitals" ? text.toUpperCase() : text;
}

function sentence(random: Random, clauses: number): string {
  const parts = Array.from({ length: clauses }, () => clause(random));
  const text = parts
    .map((part, i) => (i === 0 ? part : `${pick(random, LINKS)}${gap(random)}${part}`))
    .join(gap(random));
  const first = random.next() < 0.9 ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  return first + pick(random, ENDS);
}

function clause(random: Random): string {
  const parts = [...phrase(random), pick(random, VERBS), ...phrase(random)];
  if (random.next() < 0.35) parts.push(pick(random, SMALL), ...phrase(random));
  if (random.next() < 0.25) parts.splice(Math.floor(random.next() * parts.length), 0, pick(random, ODD));
  return parts.map((part, i) => (i === 0 ? part : gap(random) + part)).join("");
}

function phrase(random: Random): string[] {
  const roll = random.next();
  if (roll < 0.25) return [pick(random, NAMES)];
  if (roll < 0.4) return [pick(random, PLACES)];
  const parts = [pick(random, SMALL), pick(random, NOUNS)];
  if (random.next() < 0.4) parts.splice(1, 0, pick(random, ADJECTIVES));
  return parts;
}

function noise(random: Random): string {
  const length = 1 + Math.floor(random.next() * 12);
  return Array.from({ length }, () => {
    if (random.next() < 0.5) return pick(random, ODD) + gap(random);
    const code = Math.floor(random.next() * (random.next() < 0.7 ? 0x250 : 0xffff));
    return String.fromCharCode(code) + gap(random);
  }).join("");
}

function gap(random: Random): string {
  return pick(random, GAPS);
}
