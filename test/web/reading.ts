import type { PartyRecord, ReadRecord } from "../../src/record/index.ts";
import { actOf, entryOf, eventOf, partyOf, recordOf, spanOf } from "../server/fixture.ts";

/** A report that tries the page: code points beyond the first plane, markup as text, several acts on the same words. */
const text = `Publication: The Larkmoor Letter
Date: 2031-05-14

🕊 Ministers of Ostravia and Belmark met in Tessin yesterday and warned the Kerem Front that its funds would be frozen unless it pulls its fighters out of the valley and frees the detained engineers by Friday noon. <script>alert("x")</script> The ministers spoke by telephone with the presidents of Norland and Westmark (Pilot Wire, May 13).

A spokesman for the Front told reporters that it had reportedly refused the terms. It is feared that fighting may resume.

The dispute over the valley began in March, when the Front shelled a border post.

Example text with an invented publication and invented agencies.
`;

const given = { id: "a".repeat(64), text, date: "2031-05-14" };
const party = (words: string, code: string, sector: string | null, fields: Partial<PartyRecord> = {}) =>
  partyOf(text, words, { code, sector, ...fields });

const ministers = party("Ministers of Ostravia and Belmark", "OST", "GOV");
const front = party("the Kerem Front", "BEL", "REB", { identifier_text: "Kerem Front" });
const spokesman = party("A spokesman for the Front", "BEL", "REB", { office: "Spokesman" });
const frontMarch = partyOf(text, "the Front", { code: "BEL", sector: "REB" }, 1);

const withdraw = actOf(text, "inner-withdraw", "pulls", {
  event: ["RETREAT"],
  mode: ["withdraw"],
  actor: [front],
  quad_code: 2,
  event_scale: 7,
  auxiliary: ["hypothetical"],
  factuality: "Uu",
});
const release = actOf(text, "inner-release", "frees", {
  event: ["RETREAT"],
  mode: ["release"],
  actor: [front],
  quad_code: 2,
  auxiliary: ["hypothetical"],
  factuality: "Uu",
});
const freeze = actOf(text, "inner-freeze", "frozen", {
  event: ["SANCTION"],
  mode: ["discontinue"],
  actor: [ministers],
  recipient: [front],
  quad_code: 4,
  auxiliary: ["hypothetical"],
  factuality: "Uu",
});
const condition = {
  cue: "unless",
  text: "unless it pulls its fighters out of the valley",
  ...spanOf(text, "unless it pulls its fighters out of the valley"),
};
const trace = [
  {
    rule: "frame",
    source: "frames.tsv:212",
    detail: "warn: someone warns someone that …",
    ...spanOf(text, "warned"),
  },
  {
    rule: "operator",
    source: "operators.tsv:31",
    detail: "unless turns what follows into a demand",
    ...spanOf(text, "unless"),
  },
  {
    rule: "serious-consequence",
    source: null,
    detail: "a demand under threat of a sanction is THREATEN",
    ...spanOf(text, "its funds would be frozen"),
  },
];
const cite_info = {
  ...eventOf(given, actOf(text, "x", "met")).cite_info,
  publication: "The Larkmoor Letter",
  agencies: [{ name: "Pilot Wire", date: "2031-05-13" }],
};
const yesterday = {
  date: "2031-05-13",
  enddate: "2031-05-13",
  date_edtf: "2031-05-13",
  date_basis: "relative",
} as const;
const call = (id: string, whom: string) =>
  eventOf(
    given,
    actOf(text, id, "spoke by telephone", {
      mode: ["phone"],
      actor: [party("The ministers", "OST", "GOV")],
      recipient: [party(whom, "NRL", "GOV")],
    }),
    { cite_info },
  );

const events = [
  eventOf(
    given,
    actOf(text, "event-met", "met", {
      ...yesterday,
      actor: [ministers],
      mode: ["multilateral"],
      event_loc: {
        extracted_place: "Tessin",
        resolved_place: "Tessin",
        country_code: "OST",
        lat: null,
        lon: null,
        resolution: "city",
        ...spanOf(text, "Tessin"),
      },
      trace: trace.slice(0, 1),
    }),
    { cite_info },
  ),
  eventOf(
    given,
    actOf(text, "event-warned", "warned", {
      ...yesterday,
      event: ["THREATEN"],
      mode: ["restrict"],
      quad_code: 3,
      event_scale: -5.6,
      cameo: "1312",
      actor: [ministers],
      recipient: [front],
      condition,
      content: [withdraw, release],
      consequence: freeze,
      trace,
    }),
    { cite_info },
  ),
  call("event-call-norland", "the presidents of Norland"),
  call("event-call-westmark", "Westmark"),
  eventOf(
    given,
    actOf(text, "event-refused", "refused", {
      event: ["REJECT"],
      mode: ["yield"],
      quad_code: 3,
      event_scale: -4,
      actor: [spokesman],
      factuality: "PR+",
      attribution: [
        {
          speaker: spokesman,
          addressee: party("reporters", "JRN", null),
          cue: "told",
          date: null,
          ...spanOf(text, "told"),
        },
      ],
      hedge: { cue: "reportedly", scope: "event" },
      trace: trace.slice(1, 2),
    }),
  ),
  eventOf(
    given,
    actOf(text, "event-shelled", "shelled", {
      event: ["ASSAULT"],
      mode: ["heavy-weapons"],
      quad_code: 4,
      event_scale: -9,
      cameo: "194",
      actor: [frontMarch],
      recipient: [party("a border post", "OST", "MIL")],
      auxiliary: ["historical"],
      date_edtf: "2031-03",
      date_basis: "stated",
    }),
    { part: "background" },
  ),
];

const deadline = {
  opens: null,
  expires: "2031-05-16T12:00:00",
  zone: null,
  anchor: "speech",
  rule: "by-weekday-noon",
  text: "by Friday noon",
  ...spanOf(text, "by Friday noon"),
};
const sentence = (words: string) => spanOf(text, words);

/** The reading of that report, as the API gives it. */
export const reading: ReadRecord = recordOf(given, {
  publication: "The Larkmoor Letter",
  date_basis: "header",
  title: `Valley dispute: <script>document.title="owned"</script> talks at Tessin`,
  example: true,
  citations: [
    {
      agencies: cite_info.agencies,
      date: "2031-05-13",
      ...spanOf(text, "(Pilot Wire, May 13)"),
      covers: { start: 0, end: spanOf(text, "(Pilot Wire, May 13)").end },
    },
  ],
  sentences: [
    { ...sentence("🕊 Ministers"), part: "report" },
    {
      ...sentence("A spokesman for the Front told reporters that it had reportedly refused the terms."),
      part: "report",
    },
    { ...sentence("It is feared that fighting may resume."), part: "analysis" },
    {
      ...sentence("The dispute over the valley began in March, when the Front shelled a border post."),
      part: "background",
    },
  ],
  entities: [
    {
      id: "e1",
      name: "Kerem Front",
      kind: "group",
      code: "BEL",
      sector: "REB",
      public: true,
      offices: [],
      mentions: [spanOf(text, "the Kerem Front"), spanOf(text, "the Front")],
      members: [],
    },
  ],
  events,
  statements: [
    {
      kind: "position",
      holder: spokesman,
      toward: null,
      matter: "the terms",
      stance: "against",
      was: null,
      changed: null,
      by: null,
      hedge: "reportedly",
      ...spanOf(text, "it had reportedly refused the terms"),
    },
  ],
  ledger: [
    entryOf(text, "entry-1", "pulls its fighters out of the valley", {
      addressee: front,
      conveyors: [ministers],
      event: "event-warned",
      deadline,
      responses: [{ party: spokesman, response: "refused", event: "event-refused" }],
    }),
    entryOf(text, "entry-2", "frees the detained engineers", {
      addressee: front,
      event: "event-warned",
      deadline,
    }),
    entryOf(text, "entry-3", "its funds would be frozen", {
      kind: "threat",
      addressee: front,
      threatener: ministers,
      event: "event-warned",
    }),
  ],
  ultimatums: [
    {
      id: "ultimatum-1",
      demands: ["entry-1", "entry-2"],
      general: null,
      consequence: freeze,
      issuer: null,
      conveyors: [],
      threatener: ministers,
      addressee: front,
      deadline,
    },
  ],
  abstentions: [
    { reason: "not-asserted", ...spanOf(text, "fighting may resume") },
    { reason: "no-actor", ...spanOf(text, "The dispute over the valley began") },
  ],
});
