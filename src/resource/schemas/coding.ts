import type { FileSchema } from "../column.ts";

const trigger =
  "The lemma that fires, with further words where it needs them: `call off`, `state of emergency`, `cease-fire`.";
const pos = "`v` verb, `n` noun, `a` adjective, `m` modal.";
const restrict =
  "What arguments must be, separated by `;`: `obj=@aid|loan`, `to` (must be there), `!with=enemy`, `obj=%actor`, `mod=joint` (an adjective, noun or adverb of it).";
const places =
  "Where it stands, the first that is filled: `subj`, `obj`, `poss`, `name` (a name before a noun) or a preposition; `-` for nowhere.";

const frames: FileSchema = {
  name: "frames",
  folder: "lexicon",
  meaning:
    "Words that report an act, with its event type, mode and CAMEO code and the places of its parties.",
  key: ["trigger", "pos", "restrict"],
  columns: [
    { name: "trigger", required: true, kind: "text", meaning: trigger },
    { name: "pos", required: true, kind: "text", values: ["v", "n", "a"], meaning: pos },
    { name: "restrict", required: false, kind: "text", meaning: restrict },
    {
      name: "type",
      required: false,
      kind: "text",
      refers: "plover-types.type",
      meaning: "The event type; empty where the sense is none (a figure of speech, a market, a match).",
    },
    { name: "mode", required: false, kind: "list", meaning: "The modes of the event type." },
    { name: "cameo", required: false, kind: "text", refers: "cameo.code", meaning: "The CAMEO code." },
    { name: "actor", required: false, kind: "list", meaning: `The doer. ${places} Empty: the usual places.` },
    {
      name: "recipient",
      required: false,
      kind: "list",
      meaning: `The one it is done to. ${places} Empty: the usual places.`,
    },
    {
      name: "layout",
      required: false,
      kind: "text",
      values: ["directed", "reciprocal", "visit", "host"],
      meaning: "How the parties stand to each other; empty is `directed`.",
    },
    { name: "origin", required: false, kind: "text", meaning: "Area or hand that the line comes from." },
  ],
};

const operators: FileSchema = {
  name: "operators",
  folder: "lexicon",
  meaning: "Words that change what an act below them asserts: agree to, refuse, threaten, deny, avert.",
  key: ["trigger", "pos", "restrict"],
  columns: [
    { name: "trigger", required: true, kind: "text", meaning: trigger },
    { name: "pos", required: true, kind: "text", values: ["v", "n", "a", "m"], meaning: pos },
    { name: "restrict", required: false, kind: "text", meaning: restrict },
    {
      name: "family",
      required: true,
      kind: "text",
      values: [
        "commit",
        "refuse",
        "demand",
        "appeal",
        "order",
        "threaten",
        "warn",
        "face",
        "accept",
        "reject",
        "deny",
        "fail",
        "cease",
        "delay",
        "cancel",
        "avert",
        "allow",
        "do",
        "say",
        "hedge",
        "try",
        "plan",
        "want",
        "fear",
        "need",
        "accuse",
        "judge",
        "oppose",
        "back",
        "propose",
        "attribute",
        "discuss",
        "announce",
      ],
      meaning: "What the operator does to its operand.",
    },
    {
      name: "operand",
      required: false,
      kind: "list",
      meaning:
        "Where the act it speaks of stands: `inf`, `that`, `ger`, `obj`, `subj`, `head` (the noun it modifies) or a preposition.",
    },
    {
      name: "performer",
      required: false,
      kind: "text",
      values: ["subj", "addr", "own"],
      meaning:
        "Whose act the operand is where it does not say: the operator's subject, the one addressed, nobody's.",
    },
    {
      name: "actor",
      required: false,
      kind: "list",
      meaning: `The speaker or doer. ${places} Empty: the usual places.`,
    },
    { name: "addressee", required: false, kind: "list", meaning: `The one spoken to. ${places}` },
    {
      name: "type",
      required: false,
      kind: "text",
      refers: "plover-types.type",
      meaning: "The event type where the operand is no coded act; empty where there is none then.",
    },
    { name: "mode", required: false, kind: "list", meaning: "The modes of that event type." },
    {
      name: "cameo",
      required: false,
      kind: "text",
      refers: "cameo.code",
      meaning: "The CAMEO code of that event.",
    },
    { name: "origin", required: false, kind: "text", meaning: "Area or hand that the line comes from." },
  ],
};

const classes: FileSchema = {
  name: "classes",
  folder: "lexicon",
  meaning: "Named sets of nouns for the restrictions of frames and operators: `@aid`, `@troops`, `@talks`.",
  key: ["class", "words"],
  columns: [
    { name: "class", required: true, kind: "text", meaning: "Name of the set; several rows may add to it." },
    {
      name: "words",
      required: true,
      kind: "list",
      meaning: "Lemmas, or `@` and the name of a set defined above whose words belong to this one too.",
    },
  ],
};

const contexts: FileSchema = {
  name: "contexts",
  folder: "lexicon",
  meaning: "Words that give the acts of a sentence a PLOVER context.",
  key: ["context", "words"],
  columns: [
    {
      name: "context",
      required: true,
      kind: "text",
      refers: "plover-contexts.context",
      meaning: "The context.",
    },
    {
      name: "words",
      required: true,
      kind: "list",
      meaning: "Lemmas, or phrases of lemmas, that are clear cues of it.",
    },
  ],
};

/** The files that `event` reads. */
export const CODING_SCHEMAS = { frames, operators, classes, contexts };
