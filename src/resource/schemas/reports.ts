import type { FileSchema } from "../column.ts";

const publications: FileSchema = {
  name: "publications",
  folder: "lexicon",
  meaning: "Publications: names, the year of volume 1, how often they appear.",
  key: ["name"],
  columns: [
    { name: "name", kind: "text", required: true, meaning: "Standard name." },
    {
      name: "aliases",
      kind: "list",
      required: false,
      meaning: "Other names in headers and cross-references.",
    },
    { name: "first_year", kind: "integer", required: false, meaning: "Year of volume 1." },
    {
      name: "frequency",
      kind: "text",
      required: false,
      values: ["daily", "weekdays", "weekly", "fortnightly", "monthly", "quarterly"],
      meaning: "How often it appears: weekdays is Monday to Friday.",
    },
    { name: "example", kind: "flag", required: false, meaning: "Invented, for the example crisis." },
    { name: "origin", kind: "text", required: true, meaning: "Where the row is from." },
    { name: "verified", kind: "flag", required: false, meaning: "Checked against a source." },
  ],
};

const agencies: FileSchema = {
  name: "agencies",
  folder: "lexicon",
  meaning: "News agencies and the names they go by in citations and credit lines.",
  key: ["name"],
  columns: [
    { name: "name", kind: "text", required: true, meaning: "Standard name." },
    { name: "aliases", kind: "list", required: false, meaning: "Other names in citations and credit lines." },
    {
      name: "kind",
      kind: "text",
      required: true,
      values: ["agency", "newspaper", "broadcaster"],
      meaning: "What it is.",
    },
    {
      name: "country",
      kind: "text",
      required: false,
      refers: "countries.code",
      meaning: "Code of the country that it reports from.",
    },
    { name: "example", kind: "flag", required: false, meaning: "Invented, for the example crisis." },
    { name: "origin", kind: "text", required: true, meaning: "Where the row is from." },
    { name: "verified", kind: "flag", required: false, meaning: "Checked against a source." },
  ],
};

/** The files that `report` reads. */
export const REPORT_SCHEMAS = { publications, agencies };
