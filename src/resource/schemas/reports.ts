import type { FileSchema } from "../schema.ts";

const publications: FileSchema = {
  name: "publications",
  folder: "lexicon",
  meaning: "Publications: names, the year of volume 1, how often they appear.",
  key: [],
  columns: [],
};

const agencies: FileSchema = {
  name: "agencies",
  folder: "lexicon",
  meaning: "News agencies and the names they go by in citations and credit lines.",
  key: [],
  columns: [],
};

/** The files that `report` reads. */
export const REPORT_SCHEMAS = { publications, agencies };
