import type { Document } from "../document/index.ts";
import { isVerbal } from "./grammar.ts";

/** Past forms and participles by their verb; forms that are verbs of their own ("wound", "bound", "ground") stay out. */
const FORMS = `
beat:beaten become:became begin:began,begun bleed:bled blow:blew,blown break:broke,broken breed:bred bring:brought
build:built buy:bought catch:caught choose:chose,chosen cling:clung come:came creep:crept deal:dealt dig:dug draw:drew,drawn
drive:drove,driven eat:ate,eaten fall:fallen feed:fed fight:fought flee:fled fling:flung fly:flew,flown forbid:forbade,forbidden
forget:forgot,forgotten forgive:forgave,forgiven forgo:forwent,forgone freeze:froze,frozen get:got,gotten give:gave,given
go:went,gone grow:grew,grown hang:hung hear:heard hide:hid,hidden hold:held keep:kept know:knew,known lead:led leave:left
lend:lent lose:lost make:made mean:meant meet:met mislead:misled overcome:overcame overrun:overran oversee:oversaw,overseen
overtake:overtook,overtaken overthrow:overthrew,overthrown pay:paid rebuild:rebuilt ride:rode,ridden ring:rang,rung
rise:rose,risen run:ran say:said seek:sought sell:sold send:sent shake:shook,shaken shoot:shot shrink:shrank,shrunk sing:sang,sung
sink:sank,sunk sit:sat slay:slew,slain sleep:slept sling:slung speak:spoke,spoken spend:spent steal:stole,stolen stand:stood
stick:stuck strike:struck,stricken string:strung strive:strove swear:swore,sworn sweep:swept swim:swam,swum swing:swung
take:took,taken teach:taught tear:tore,torn tell:told think:thought throw:threw,thrown undergo:underwent,undergone
understand:understood undertake:undertook,undertaken uphold:upheld wake:woke,woken wear:wore,worn weave:wove,woven
win:won withdraw:withdrew,withdrawn withhold:withheld withstand:withstood wring:wrung write:wrote,written
`;

const VERBS: ReadonlyMap<string, string> = new Map(
  FORMS.trim()
    .split(/\s+/)
    .flatMap((entry) => {
      const [verb = "", forms = ""] = entry.split(":");
      return forms.split(",").map((form): [string, string] => [form, verb]);
    }),
);

/** Gives irregular verbs their lemma where the lemmatizer left the form as it was ("shot", "overran"). */
export function mendLemmas(doc: Document): Document {
  let lemma: string[] | null = null;
  for (let word = 0; word < doc.wordCount; word++) {
    if (!isVerbal(doc, word)) continue;
    const form = doc.form[word]!.toLowerCase();
    if (doc.lemma[word]!.toLowerCase() !== form) continue;
    const verb = VERBS.get(form);
    if (verb === undefined) continue;
    lemma ??= [...doc.lemma];
    lemma[word] = verb;
  }
  return lemma === null ? doc : { ...doc, lemma };
}
