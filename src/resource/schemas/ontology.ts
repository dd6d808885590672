import type { FileSchema } from "../column.ts";

const eventType = "An event type of PLOVER 2.0.";

const ploverTypes: FileSchema = {
  name: "plover-types",
  folder: "ontology",
  meaning: "The sixteen event types of PLOVER 2.0 with quad category and score.",
  key: ["type"],
  columns: [
    { name: "type", required: true, kind: "text", meaning: eventType },
    {
      name: "quad",
      required: true,
      kind: "integer",
      values: ["1", "2", "3", "4"],
      meaning: "1 verbal and 2 material cooperation, 3 verbal and 4 material conflict.",
    },
    { name: "score", required: true, kind: "number", meaning: "Conflict-cooperation score, -10 to 10." },
    {
      name: "requires_recipient",
      required: false,
      kind: "flag",
      meaning: "Whether an event of this type must name a recipient.",
    },
    { name: "meaning", required: true, kind: "text", meaning: "What the type covers, in our words." },
  ],
};

const ploverModes: FileSchema = {
  name: "plover-modes",
  folder: "ontology",
  meaning: "The modes (how it was done) of each event type.",
  key: ["type", "mode"],
  columns: [
    { name: "type", required: true, kind: "text", refers: "plover-types.type", meaning: eventType },
    { name: "mode", required: true, kind: "text", meaning: "Name of the mode." },
    {
      name: "score",
      required: false,
      kind: "number",
      meaning: "Score in place of the type's; empty where the codebook gives none.",
    },
    { name: "meaning", required: true, kind: "text", meaning: "What the mode covers, in our words." },
  ],
};

const ploverContexts: FileSchema = {
  name: "plover-contexts",
  folder: "ontology",
  meaning: "The contexts (what it was about) that an event may carry.",
  key: ["context"],
  columns: [
    { name: "context", required: true, kind: "text", meaning: "Name of the context." },
    { name: "meaning", required: true, kind: "text", meaning: "What it covers, in our words." },
  ],
};

const ploverSectors: FileSchema = {
  name: "plover-sectors",
  folder: "ontology",
  meaning: "The sectors of actors and recipients.",
  key: ["sector"],
  columns: [
    { name: "sector", required: true, kind: "text", meaning: "Three-letter code." },
    { name: "name", required: true, kind: "text", meaning: "A short name for it." },
    { name: "meaning", required: true, kind: "text", meaning: "What it covers, in our words." },
  ],
};

const cameo: FileSchema = {
  name: "cameo",
  folder: "ontology",
  meaning: "CAMEO codes with their Goldstein value and the PLOVER type and mode that foreign rows map to.",
  key: ["code"],
  columns: [
    { name: "code", required: true, kind: "text", meaning: "CAMEO code, a string: 010 and 10 differ." },
    { name: "name", required: true, kind: "text", meaning: "Short name." },
    {
      name: "goldstein",
      required: false,
      kind: "number",
      meaning: "Goldstein value, where one is published.",
    },
    {
      name: "quad",
      required: true,
      kind: "integer",
      values: ["1", "2", "3", "4"],
      meaning: "Quad category of the root code.",
    },
    {
      name: "type",
      required: false,
      kind: "text",
      refers: "plover-types.type",
      meaning: "PLOVER type on import; empty where there is no equivalent.",
    },
    { name: "mode", required: false, kind: "text", meaning: "PLOVER mode on import." },
    {
      name: "published",
      required: false,
      kind: "text",
      refers: "plover-types.type",
      meaning:
        "Type in sets labelled by PLOVER 1, where the manual of 2.0 has another; `relation` prints this one.",
    },
  ],
};

/** The files of codes and scores. */
export const ONTOLOGY_SCHEMAS = {
  "plover-types": ploverTypes,
  "plover-modes": ploverModes,
  "plover-contexts": ploverContexts,
  "plover-sectors": ploverSectors,
  cameo,
};
