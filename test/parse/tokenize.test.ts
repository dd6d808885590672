import { describe, expect, it } from "vitest";
import { wordLengths } from "../../src/parse/contraction.ts";
import { tokenize } from "../../src/parse/tokenize.ts";

/** Words as they are read from a text; the words of one token are joined by "+". */
function read(text: string): string {
  const tokens = { from: [] as number[], to: [] as number[] };
  tokenize(text, 0, text.length, tokens);
  return tokens.from
    .map((from, i) => {
      let at = from;
      const parts = (wordLengths(text.slice(from, tokens.to[i])) ?? [tokens.to[i]! - from]).map((length) => {
        at += length;
        return text.slice(at - length, at);
      });
      return parts.join("+");
    })
    .join(" ");
}

const CASES: [string, string][] = [
  // Contractions and possessives
  ["They don't talk", "They do+n't talk"],
  ["We cannot agree", "We can+not agree"],
  ["She won’t sign", "She wo+n’t sign"],
  ["I'd've gone", "I+'d+'ve gone"],
  ["the minister's plane", "the minister+'s plane"],
  ["the rebels' camp, the Smiths’ home", "the rebels+' camp , the Smiths+’ home"],
  ["the U.S.'s offer", "the U.S.+'s offer"],
  ["He said 'the talks' were over", "He said ' the talks ' were over"],
  ["O'Malley met Ba'ath officials at ten o'clock", "O'Malley met Ba'ath officials at ten o'clock"],
  ["Gonna? They're gonna.", "Gon+na ? They+'re gon+na ."],
  ["in the '90s and the 1990s", "in the '90s and the 1990s"],
  // Dashes and hyphens
  ["strikes–unless he yields", "strikes – unless he yields"],
  ["the delegation—led by her—left", "the delegation — led by her — left"],
  ["talks--if any--failed", "talks -- if any -- failed"],
  ["a cease-fire, a 15-year-old", "a cease - fire , a 15 - year - old"],
  ["Itar-Tass and al-Rashid", "Itar - Tass and al - Rashid"],
  ["re-elected, non-aligned, ex-president", "re-elected , non-aligned , ex-president"],
  ["anti-tank e-mail", "anti-tank e-mail"],
  ["1998–1999", "1998 – 1999"],
  ["call 555-0143 today", "call 555-0143 today"],
  // Abbreviations, initials, ranks
  ["U.S. troops", "U.S. troops"],
  ["at 5 p.m. local time", "at 5 p.m. local time"],
  ["Gen. J. R. Halvard spoke.", "Gen. J. R. Halvard spoke ."],
  ["Lt. Col. Brandt, Inc. and Co. Ltd.", "Lt. Col. Brandt , Inc. and Co. Ltd."],
  ["on Oct. 5 and Jan. 12", "on Oct. 5 and Jan. 12"],
  ["No. 5 of them said no.", "No. 5 of them said no ."],
  ["It was he and I.", "It was he and I ."],
  ["e.g. water, etc. They left.", "e.g. water , etc. They left ."],
  ["The march. The end.", "The march . The end ."],
  // Numbers, money, times, addresses
  ["$3.5 million, €40, 12%", "$ 3.5 million , € 40 , 12 %"],
  ["1,200 men; 3,4 or 5", "1,200 men ; 3 , 4 or 5"],
  ["at 5pm or 17:30", "at 5 pm or 17:30"],
  ["on 11/28/2000 and 9/11", "on 11/28/2000 and 9/11"],
  ["the 17th and the 1st", "the 17th and the 1st"],
  ["see www.example.org/a-b?c=1.", "see www.example.org/a-b?c=1 ."],
  ["(mail: desk@example.org)", "( mail : desk@example.org )"],
  ["and/or he/she", "and / or he / she"],
  ["AT&T", "AT&T"],
  // Quotes, brackets, runs of marks
  ["“decisive measures”", "“ decisive measures ”"],
  ['"Yes," she said.', '" Yes , " she said .'],
  ["''Yes'' ``no''", "'' Yes '' `` no ''"],
  ["(OSCE) [sic]", "( OSCE ) [ sic ]"],
  ["Wait... what?! No!!!", "Wait ... what ?! No !!!"],
  ["well… no", "well … no"],
  // What news brings along
  ["co\u00adoperate\u00a0now", "co\u00adoperate now"],
  ["the end.The next", "the end . The next"],
  ["👍🏽 👨‍👩‍👧 🇺🇳 ok", "👍🏽 👨‍👩‍👧 🇺🇳 ok"],
  ["Мир 和平 سلام", "Мир 和平 سلام"],
  ["naïve Škoda Łódź", "naïve Škoda Łódź"],
  ["", ""],
  [" \t\n\u200b ", ""],
];

describe("tokens and words", () => {
  for (const [text, expected] of CASES)
    it(JSON.stringify(text), () => {
      expect(read(text)).toBe(expected);
    });
});
