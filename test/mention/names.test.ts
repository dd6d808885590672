import { describe, test } from "vitest";
import { checkMarks, type Setting } from "./support.ts";

type Case = readonly [text: string, setting?: Setting];

const NAMES: readonly Case[] = [
  ["[France|state FRA -] closed its border with [Belgium|state BEL -]."],
  ["[Moscow|place RUS GOV] rejected the draft, and [Kiev|place UKR GOV] welcomed it."],
  ["The envoy flew to [Moscow|place RUS -] on Monday."],
  ["Talks were held in [Geneva|place CHE -] and in [Oslo|place NOR -]."],
  ["The [Kremlin|organization RUS GOV] and the [White House|organization USA GOV] kept silent."],
  ["[Downing Street|organization GBR GOV] issued a statement."],
  ["[U.S.|state USA -] aid arrived in [Haiti|state HTI -]."],
  ["The [UN|organization UNO -] condemned the attack."],
  ["[NATO|organization IGO -] and the [European Union|organization EUR -] agreed."],
  ["The [Security Council|organization UNO -] met twice."],
  ["The [World Bank|organization IGO -] lent the money."],
  ["The [Red Cross|organization NGO -] visited the camp."],
  ["[Bosnia-Herzegovina|state BIH -] signed the treaty."],
  ["[Ivory Coast|state CIV -] recalled its ambassador."],
  ["[North Korea|state PRK -] tested a rocket; [South Korea|state KOR -] protested."],
  ["The [Kosovo Liberation Army|group YUG REB] attacked a convoy."],
  ["[FARC|group COL REB] released a hostage."],
  ["[Hezbollah|group LBN REB] fired on the post."],
  ["Fighters of the [Taliban|group AFG REB] took the town.", { date: "2009-06-01" }],
  ["The [Houthis|group YEM REB] seized a ship.", { date: "2023-12-01" }],
];

const DAYS: readonly Case[] = [
  ["[Serbia|state YUG -] refused.", { date: "1999-01-10" }],
  ["[Serbia|state SCG -] refused.", { date: "2004-01-10" }],
  ["[Serbia|state SRB -] refused.", { date: "2010-01-10" }],
  ["[Yugoslavia|state YUG -] accepted.", { date: "1999-01-10" }],
  ["[Yugoslavia|state SCG -] accepted.", { date: "2004-01-10" }],
  ["[Kosovo|state YUG -] is calm.", { date: "1999-01-10" }],
  ["[Kosovo|state KOS -] is calm.", { date: "2009-01-10" }],
  ["[Zaire|state ZAR -] protested.", { date: "1996-11-01" }],
  ["[Zaire|state COD -] protested.", { date: "1999-11-01" }],
  ["[Ukraine|state SUN -] voted.", { date: "1990-03-01" }],
  ["[Ukraine|state UKR -] voted.", { date: "1992-03-01" }],
  ["[East Timor|state IDN -] voted.", { date: "1999-08-30" }],
  ["[East Timor|state TLS -] voted.", { date: "2007-08-30" }],
  ["[Belgrade|place YUG GOV] refused.", { date: "1999-01-10" }],
  ["[Pristina|place YUG -] was calm.", { date: "1999-01-10" }],
  ["[Abkhazia|state GEO PRE] declared a truce.", { date: "1998-05-25" }],
];

const ROLES: readonly Case[] = [
  ["[German Chancellor Anna Berg|person DEU GOV | Chancellor] resigned."],
  ["[UN Secretary General John Doe|person UNO - | Secretary General] arrived."],
  ["[Russian Foreign Ministry spokesman Pavel Orlov|person RUS GOV | Foreign Ministry spokesman] denied it."],
  ["[German Chancellor-elect Karl Vogel|person DEU - | Chancellor-elect] called."],
  ["[U.S. Secretary of State Jane Roe|person USA GOV | Secretary of State] left."],
  ["[Former President John Doe|person - ELI | former President] spoke."],
  ["[Serb forces|role YUG MIL | Serb] shelled the village.", { date: "1998-10-06" }],
  ["[Russian government ministers|role RUS GOV] met."],
  ["[Yugoslav and Serbian authorities|role YUG GOV] welcomed it.", { date: "1998-10-06" }],
  ["[NATO officials|role IGO -] dismissed it."],
  ["[UN peacekeepers|role UNO MIL] were fired upon."],
  ["[Indian soldiers|role IND MIL] crossed the line."],
  ["[Turkish police|role TUR COP] dispersed the crowd."],
  ["[Kosovo's ethnic Albanian majority|role YUG CVL | Albanian] stayed away.", { date: "1998-10-06" }],
  ["[Colombian rebels|role COL REB] freed the mayor."],
  ["[Shiite militants|role - REB | Shia] attacked."],
  ["[Nigerian students|role NGA EDU] marched."],
  ["[South African miners|role ZAF LAB] went on strike."],
  ["[Afghan refugees|role AFG REF] returned."],
  ["[Israel's parliament|role ISR LEG] voted."],
  ["[Egyptian opposition leaders|role EGY OPP] were held."],
  ["[the president of Chad|role TCD GOV] agreed, aides said.".replace("[the", "Today [the")],
  ["[Peruvian army officers|role PER MIL] were tried."],
  ["[The Syrian government|role SYR GOV] denied it."],
  ["[The Rwandan army|role RWA MIL] withdrew."],
  ["[Kenyan truckers|role KEN LAB] blocked the road."],
  ["[Malian growers|role MLI AGR] accused [Chadian customs officers|role TCD GOV]."],
  ["[Chilean prosecutors|role CHL JUD] charged [a Peruvian hijacker|role PER CRM]."],
  ["[Irish trade unionists|role IRL LAB] met [Spanish councillors|role ESP GOV]."],
];

const CONTEXT: readonly Case[] = [
  ["[Rebels|role COD REB] attacked a village near [Bukavu|place COD -].", { date: "2005-01-10" }],
  ["[Protesters|role HTI CVL] blocked the road.", { place: "PORT-AU-PRINCE" }],
  [
    "[Peruvian President Juan Perez|person PER GOV | President] said [the government|role PER GOV] would not yield.",
  ],
  ["Reporters from [Chile|state CHL -] waited. [The minister|role - GOV] did not come."],
  ["In Bolivia, [growers|role BOL AGR] blocked the road."],
  ["[Nurses|role SEN MED] in Dakar downed tools."],
  ["Chad and Sudan signed it, and [the farmers|role - AGR] cheered."],
  ["[Prosecutors|role IGO JUD] in The Hague charged a general."],
  ["[A judge|role NLD JUD] in Utrecht freed a general."],
];

const LEFT_ALONE: readonly Case[] = [
  ["[Georgia|none] Tech won the game."],
  ["[Jordan|none] Smith scored twice."],
  ["[Turkey|none] sandwiches were served."],
  ["He was a bull in a [China|none] shop."],
  ["[Paris|none] Hilton sang."],
  ["The [Washington|none] Post said so."],
  ["The [US|none] dollar fell."],
  ["They told [us|none] nothing."],
  ["It [may|none] rain in the hills."],
  ["He ate roast [turkey|none] at noon."],
  ["The [Swiss|none] franc rose."],
  ["The New [York|none] Times printed it."],
  ["Boats crossed the [Indian|none] Ocean."],
  ["The use of [force|none] was ruled out."],
  ["Michael [Jordan|none] retired."],
  ["He paid in [American|none] dollars."],
  ["The [Berlin|none] Wall fell."],
  ["The [Geneva|none] Conventions apply."],
  ["[Chad|none] Miller wrote the song."],
  ["On the other [side|none] of the river it rained."],
  ["The [Dayton|none] accords held."],
  ["She likes [French|none] fries."],
  ["The minister took [office|none] in May."],
  ["He read the [column|none] twice."],
];

function run(name: string, cases: readonly Case[]): void {
  describe(name, () => {
    for (const [text, setting] of cases)
      test(`${text} ${setting?.date ?? ""}`, () => checkMarks(text, setting));
  });
}

run("names lead to codes", NAMES);
run("codes are those of the day", DAYS);
run("roles take their owner's code", ROLES);
run("people without a state take it from the text", CONTEXT);
run("what only looks like a name is left alone", LEFT_ALONE);
