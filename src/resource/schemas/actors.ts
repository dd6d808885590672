import type { Column, FileSchema } from "../column.ts";

const from: Column = {
  name: "from",
  required: false,
  kind: "date",
  meaning: "First day on which the row holds; empty: always has.",
};
const until: Column = {
  name: "until",
  required: false,
  kind: "date",
  meaning: "Last day on which the row holds; empty: still does.",
};
const origin: Column = {
  name: "origin",
  required: true,
  kind: "text",
  meaning: "Where the fact comes from: general-knowledge, or the name of a public document or data set.",
};
const verified: Column = {
  name: "verified",
  required: true,
  kind: "date",
  meaning: "When a person or program last checked the row.",
};
const aliases: Column = {
  name: "aliases",
  required: false,
  kind: "list",
  meaning: "Other names and spellings; matched with capitals as written.",
};
const abbreviations: Column = {
  name: "abbreviations",
  required: false,
  kind: "list",
  meaning: "Abbreviations; matched only in exactly these capitals.",
};
const hints: Column = {
  name: "hints",
  required: false,
  kind: "list",
  meaning: "Common nouns that may take the name up again (the alliance); never a name by themselves.",
};

/** The international codes of PLOVER that may stand where a country's would. */
export const INTERNATIONAL_CODES = ["IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"] as const;

const countries: FileSchema = {
  name: "countries",
  folder: "lexicon",
  meaning: "States, present and former, with the code that PLOVER gives them on each day.",
  key: ["code"],
  columns: [
    { name: "code", required: true, kind: "text", meaning: "PLOVER country code (ISO 3166 alpha-3; KOS)." },
    { name: "name", required: true, kind: "text", meaning: "Standard English name." },
    aliases,
    {
      name: "abbreviations",
      required: false,
      kind: "list",
      meaning: "Abbreviations (U.S.); matched only in exactly these capitals.",
    },
    { name: "adjectives", required: false, kind: "list", meaning: "Adjectives: Russian." },
    { name: "demonyms", required: false, kind: "list", meaning: "Words for its people: Russian, Russians." },
    { name: "capital", required: false, kind: "list", meaning: "City or cities where the government sits." },
    {
      name: "government",
      required: false,
      kind: "list",
      meaning: "Names that stand for its government: the Kremlin, the White House.",
    },
    { name: "cow", required: false, kind: "integer", meaning: "Number in the Correlates of War list." },
    { name: "gw", required: false, kind: "integer", meaning: "Number in the Gleditsch and Ward list." },
    { name: "m49", required: false, kind: "integer", meaning: "Number in the United Nations' M49 list." },
    { name: "iso2", required: false, kind: "text", meaning: "ISO 3166 alpha-2 code." },
    {
      name: "predecessor",
      required: false,
      kind: "text",
      refers: "countries.code",
      meaning: "Code that its names lead to before `from`.",
    },
    {
      name: "successor",
      required: false,
      kind: "text",
      refers: "countries.code",
      meaning: "Code that its names lead to after `until`.",
    },
    from,
    until,
    origin,
    verified,
  ],
};

const contested: FileSchema = {
  name: "contested",
  folder: "lexicon",
  meaning: "Every contested entity with its code by scheme and date; codes say nothing on anybody's status.",
  key: ["name", "scheme", "from"],
  columns: [
    { name: "name", required: true, kind: "text", meaning: "Name as English-language reports have it." },
    aliases,
    { name: "adjectives", required: false, kind: "list", meaning: "Adjectives and words for its people." },
    {
      name: "scheme",
      required: true,
      kind: "text",
      values: ["plover", "cow", "gw", "iso"],
      meaning: "Whose code it is.",
    },
    {
      name: "code",
      required: false,
      kind: "text",
      meaning: "The code in that scheme; empty where the scheme has none.",
    },
    {
      name: "sector",
      required: false,
      kind: "text",
      refers: "plover-sectors.sector",
      meaning: "Sector added to the entity's own actors (PRE), not to the recognised government.",
    },
    { name: "capital", required: false, kind: "text", meaning: "Its seat, where it has one of its own." },
    from,
    until,
    { name: "note", required: false, kind: "text", meaning: "Why the code is what it is." },
    origin,
    verified,
  ],
};

const places: FileSchema = {
  name: "places",
  folder: "lexicon",
  meaning: "Cities, provinces and regions that reports of conflicts name.",
  key: ["name", "country", "kind"],
  columns: [
    { name: "name", required: true, kind: "text", meaning: "Standard English name." },
    aliases,
    {
      name: "adjectives",
      required: false,
      kind: "list",
      meaning: "Adjectives and words for its people: Chechen, Chechens.",
    },
    {
      name: "kind",
      required: true,
      kind: "text",
      values: ["city", "province", "region"],
      meaning: "City; province (part of one state); region (part of none or of several).",
    },
    {
      name: "country",
      required: false,
      kind: "text",
      refers: "countries.code",
      meaning: "Code of the state it lies in today; the day decides through predecessor. Empty: several.",
    },
    { name: "within", required: false, kind: "text", meaning: "Province or region it lies in." },
    { name: "latitude", required: false, kind: "number", meaning: "Degrees north, two decimals." },
    { name: "longitude", required: false, kind: "number", meaning: "Degrees east, two decimals." },
    origin,
    verified,
  ],
};

const organizations: FileSchema = {
  name: "organizations",
  folder: "lexicon",
  meaning: "International organisations, their organs and missions, and non-governmental ones.",
  key: ["name"],
  columns: [
    { name: "name", required: true, kind: "text", meaning: "Standard English name." },
    aliases,
    abbreviations,
    hints,
    {
      name: "code",
      required: true,
      kind: "text",
      refers: "countries.code",
      also: INTERNATIONAL_CODES,
      meaning: "PLOVER code: IGO, UNO, EUR, NGO, ISM, IMG, MNC, or the country of a national body.",
    },
    {
      name: "sector",
      required: false,
      kind: "text",
      refers: "plover-sectors.sector",
      meaning: "Sector, where it has one: JUD for a court, MIL for a force.",
    },
    { name: "parent", required: false, kind: "text", meaning: "Organisation it is part of." },
    { name: "seat", required: false, kind: "text", meaning: "City in which it sits." },
    from,
    until,
    origin,
    verified,
  ],
};

const groups: FileSchema = {
  name: "groups",
  folder: "lexicon",
  meaning: "Armed groups, parties, and ethnic and religious groups.",
  key: ["name", "kind"],
  columns: [
    { name: "name", required: true, kind: "text", meaning: "Standard English name." },
    aliases,
    abbreviations,
    hints,
    {
      name: "kind",
      required: true,
      kind: "text",
      values: ["armed", "party", "movement", "ethnic", "religious"],
      meaning: "What sort of group; ethnic and religious ones are attributes of people.",
    },
    {
      name: "country",
      required: false,
      kind: "text",
      refers: "countries.code",
      also: INTERNATIONAL_CODES,
      meaning: "Code of the state where it acts today; empty: the text decides. IMG: in several.",
    },
    {
      name: "sector",
      required: false,
      kind: "text",
      refers: "plover-sectors.sector",
      meaning: "Sector: REB, PRM, PTY; empty for ethnic and religious groups.",
    },
    from,
    until,
    origin,
    verified,
  ],
};

const roles: FileSchema = {
  name: "roles",
  folder: "lexicon",
  meaning: "Offices, ranks, bodies and kinds of people, with the sector that they give.",
  key: ["role"],
  columns: [
    { name: "role", required: true, kind: "text", meaning: "The word or words, in the singular." },
    { name: "variants", required: false, kind: "list", meaning: "Other spellings and abbreviations." },
    { name: "plural", required: false, kind: "list", meaning: "Plurals, where they are used." },
    {
      name: "kind",
      required: true,
      kind: "text",
      values: ["office", "rank", "spokesman", "envoy", "people", "body", "honorific"],
      meaning: "Office; rank; one who speaks or travels for another; people; a body (army); Mr.",
    },
    {
      name: "sector",
      required: false,
      kind: "text",
      refers: "plover-sectors.sector",
      meaning: "Sector that it gives; empty: that of whom it belongs to.",
    },
    {
      name: "weak",
      required: false,
      kind: "flag",
      meaning: "The sector gives way to that of a modifier: leader is GOV, rebel leader REB.",
    },
    {
      name: "title",
      required: false,
      kind: "flag",
      meaning: "It may stand before a name and makes the name a person's.",
    },
    {
      name: "public",
      required: false,
      kind: "flag",
      meaning: "Whoever holds it is a public person.",
    },
    origin,
    verified,
  ],
};

const holders: FileSchema = {
  name: "holders",
  folder: "lexicon",
  meaning:
    "Who held which public office when: heads of state and government, ministers, heads of organisations.",
  key: ["name", "office", "from"],
  columns: [
    { name: "name", required: true, kind: "text", meaning: "Full name as English-language reports have it." },
    {
      name: "aliases",
      required: false,
      kind: "list",
      meaning:
        "Other full forms and spellings: Bill Clinton, William Clinton. Diacritics need no row of their own.",
    },
    {
      name: "surname",
      required: true,
      kind: "list",
      meaning: "What stands after a title or for the whole name: Clinton; al-Assad and Assad.",
    },
    {
      name: "alone",
      required: false,
      kind: "flag",
      meaning:
        "The surname names the holder without title or first name while in office, if no other holder then has it.",
    },
    {
      name: "gender",
      required: false,
      kind: "text",
      values: ["he", "she"],
      meaning: "The pronoun that reports use.",
    },
    {
      name: "country",
      required: true,
      kind: "text",
      refers: "countries.code",
      also: INTERNATIONAL_CODES,
      meaning: "State or body served; a state's present or past code, read by the report's day.",
    },
    {
      name: "sector",
      required: false,
      kind: "text",
      refers: "plover-sectors.sector",
      meaning: "Sector in office: GOV, MIL, REB; empty for an international body's.",
    },
    {
      name: "office",
      required: true,
      kind: "text",
      meaning: "The office in small letters: foreign minister.",
    },
    from,
    until,
    origin,
    verified,
  ],
};

const discards: FileSchema = {
  name: "discards",
  folder: "lexicon",
  meaning:
    "Phrases that hold the name of a country, a people or a body and mean none: Washington Post, US dollar.",
  key: ["phrase"],
  columns: [
    {
      name: "phrase",
      required: true,
      kind: "text",
      meaning: "The words; one in small letters also matches its plural and with capitals.",
    },
    { name: "reason", required: true, kind: "text", meaning: "What it is instead." },
    origin,
    verified,
  ],
};

/** The files that `mention` reads. */
export const ACTOR_SCHEMAS = {
  countries,
  contested,
  places,
  organizations,
  groups,
  roles,
  holders,
  discards,
};
