import type { ComponentChildren } from "preact";
import type { EventLine, InnerAct, ReadRecord } from "../record/index.ts";
import { reportAddress } from "./address.ts";
import { datesWords, dateWords } from "./dates.ts";
import { Entries } from "./ledger.tsx";
import type { ActMark } from "./marks.ts";
import { Parties, Party, shortParties } from "./party.tsx";
import {
  auxiliaryNames,
  eventDateBasis,
  factualityNames,
  hedgeScopes,
  listed,
  partNames,
  quadNames,
  quadShapes,
  standingOf,
} from "./words.ts";

type Act = EventLine | InnerAct;

interface CardProps {
  readonly record: ReadRecord;
  readonly mark: ActMark;
  /** Cuts the report's text by code points. */
  readonly cut: (span: { start: number; end: number }) => string;
}

/** Everything coded of one act: who did what to whom, when, on whose word, and why it was coded so. */
export function Card({ record, mark, cut }: CardProps) {
  const { act } = mark;
  return (
    <>
      <CardHead mark={mark} record={record} />
      <dl class="facts">
        <Fact name="Who" swatch="actor">
          <Parties parties={act.actor} none="the text does not say" />
        </Fact>
        {act.recipient.length > 0 && (
          <Fact name="To whom" swatch="recipient">
            <Parties parties={act.recipient} none="" />
          </Fact>
        )}
        <When act={act} />
        {act.event_loc !== null && <Where place={act.event_loc} />}
        <Fact name="On whose word" swatch={act.attribution.length > 0 ? "speaker" : null}>
          <Word mark={mark} record={record} />
        </Fact>
        {act.hedge !== null && (
          <Fact name="Hedged">
            “{act.hedge.cue}”, on {hedgeScopes[act.hedge.scope]}
          </Fact>
        )}
        {act.condition !== null && (
          <Fact name="Condition" swatch="condition">
            <q>{act.condition.text}</q>
          </Fact>
        )}
        <Sizes act={act} />
        {act.cause.length > 0 && (
          <Fact name="Because">
            {act.cause.map((cause) => (
              <q key={cause.start}>{cause.text}</q>
            ))}
          </Fact>
        )}
        {act.iterated && <Fact name="How often">more than once</Fact>}
        {act.auxiliary.length > 0 && (
          <Fact name="Told as">{listed(act.auxiliary.map((name) => auxiliaryNames[name]))}</Fact>
        )}
        {act.context.length > 0 && <Fact name="Context">{listed(act.context.map(spaced))}</Fact>}
        {mark.standing === null && mark.event.part !== "report" && (
          <Fact name="Stands in">{partNames[mark.event.part]}</Fact>
        )}
        {mark.standing === null && mark.event.same_as !== null && (
          <Fact name="Same as">
            <SameAs record={record} id={mark.event.same_as} />
          </Fact>
        )}
      </dl>
      <Inner act={act} record={record} />
      <OnTheTable record={record} mark={mark} />
      <Trace act={act} cut={cut} />
      <p class="small-print">
        Machine-coded, not checked by a person. {mark.event.coder}
        <br />
        PLOVER 2.0 {act.event.join(", ")}
        {act.mode.length > 0 && ` / ${act.mode.join(", ")}`}
        {act.cameo !== null && ` · CAMEO ${act.cameo}`} · score {signed(act.event_scale)} · confidence{" "}
        {act.confidence.toFixed(2)}
      </p>
    </>
  );
}

function CardHead({ mark, record }: { mark: ActMark; record: ReadRecord }) {
  const { act, parent, standing } = mark;
  return (
    <header class={`card-head q${act.quad_code} ${standing === null ? "asserted" : "inner"}`}>
      <h2 id="card-title" tabIndex={-1}>
        <span class="shape" aria-hidden="true">
          {quadShapes[act.quad_code]}
        </span>{" "}
        {act.event.join(", ")}
        {act.mode.length > 0 && <span class="mode"> {act.mode.map(spaced).join(", ")}</span>}
      </h2>
      <p class="quad">{quadNames[act.quad_code]}</p>
      <p class="words">
        <q>{act.trigger.text}</q>
      </p>
      {standing !== null && parent !== null && (
        <p class="standing">
          <strong>Not asserted: {standing}</strong> in{" "}
          <a href={reportAddress(record.report, parent.id)}>
            {parent.event.join(", ")} “{parent.trigger.text}”
          </a>
        </p>
      )}
    </header>
  );
}

function Fact({
  name,
  swatch = null,
  children,
}: {
  name: string;
  swatch?: string | null;
  children: ComponentChildren;
}) {
  return (
    <div class="fact">
      <dt>{swatch === null ? name : <span class={`swatch ${swatch}`}>{name}</span>}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function When({ act }: { act: Act }) {
  const words = datesWords(act);
  return (
    <Fact name="When">
      {words ?? <span class="none">not known</span>}
      {words !== null && act.date_basis !== null && (
        <span class="how"> {eventDateBasis[act.date_basis]}</span>
      )}
    </Fact>
  );
}

function Where({ place }: { place: NonNullable<Act["event_loc"]> }) {
  return (
    <Fact name="Where" swatch="place">
      {place.extracted_place} {place.country_code !== null && <span class="code">{place.country_code}</span>}
      {place.resolved_place !== place.extracted_place && <span class="also"> {place.resolved_place}</span>}
      {place.resolution !== null && <span class="how"> known to the {place.resolution}</span>}
    </Fact>
  );
}

/** Who says so: the speakers that the text names, outermost first, then the agencies that the passage rests on. */
function Word({ mark, record }: { mark: ActMark; record: ReadRecord }) {
  const { act, event, standing } = mark;
  const { agencies, cross_references } = event.cite_info;
  const says = factualityNames[act.factuality];
  return (
    <>
      {act.attribution.length === 0 ? (
        <p>
          {standing === null
            ? `The report itself says so, ${says}.`
            : "The act that speaks of it is all there is."}
        </p>
      ) : (
        <>
          <ol class="speakers">
            {act.attribution.map((attribution) => (
              <li key={attribution.start}>
                <Party party={attribution.speaker} /> <em class="cue-word">{attribution.cue}</em>
                {attribution.addressee !== null && <> {attribution.addressee.entity_text}</>}
                {attribution.date !== null && <span class="how"> {dateWords(attribution.date)}</span>}
              </li>
            ))}
          </ol>
          {standing === null && <p class="how">Reported {says}; the report itself does not vouch for it.</p>}
        </>
      )}
      {agencies.length > 0 && (
        <p>
          Passage credited to{" "}
          {listed(agencies.map(({ name, date }) => (date === null ? name : `${name} (${dateWords(date)})`)))}.
        </p>
      )}
      {cross_references.map(({ publication, date }) => (
        <p key={`${publication} ${date}`}>
          The report refers to <Reference record={record} publication={publication} date={date} />.
        </p>
      ))}
    </>
  );
}

/** An issue referred to, with the way to it where the store has it. */
function Reference(props: { record: ReadRecord; publication: string; date: string | null }) {
  const { record, publication, date } = props;
  const words = date === null ? publication : `${publication}, ${dateWords(date)}`;
  const found = record.cross_references.find((one) => one.publication === publication && one.date === date);
  return found?.report === undefined ? (
    <span>{words}</span>
  ) : (
    <a href={reportAddress(found.report)}>{words}</a>
  );
}

const sizeNames = { dead: "dead", injured: "injured", arrested: "arrested", size: "taking part" } as const;

function Sizes({ act }: { act: Act }) {
  const known = (["dead", "injured", "arrested", "size"] as const).flatMap((name) => {
    const count = act.size_info[name];
    return count === null ? [] : [`“${count.text}” ${sizeNames[name]}`];
  });
  return known.length === 0 ? null : <Fact name="How many">{listed(known)}</Fact>;
}

/** What an act demands, threatens, offers or aims at: none of it is said to have happened. */
function Inner({ act, record }: { act: Act; record: ReadRecord }) {
  const inner = [
    ...act.content.map((of) => ({ of, as: standingOf("content", act, of) })),
    ...(act.consequence === null
      ? []
      : [{ of: act.consequence, as: standingOf("consequence", act, act.consequence) }]),
    ...act.purpose.map((of) => ({ of, as: standingOf("purpose", act, of) })),
  ];
  if (inner.length === 0) return null;
  return (
    <section class="inner-acts">
      <h3>What it speaks of, not said to have happened</h3>
      <ul>
        {inner.map(({ of, as }) => (
          <li key={of.id}>
            <a class={`inner-act q${of.quad_code}`} href={reportAddress(record.report, of.id)}>
              <span class="as">{as}</span> <q>{of.trigger.text}</q>
              <span class="line">
                {of.event.join(", ")}
                {of.mode.length > 0 && ` ${of.mode.map(spaced).join(", ")}`}
                {": "}
                {of.actor.length === 0 ? "by whom is not said" : shortParties(of.actor)}
                {of.recipient.length > 0 && ` → ${shortParties(of.recipient)}`}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function OnTheTable({ record, mark }: { record: ReadRecord; mark: ActMark }) {
  if (mark.standing !== null) return null;
  const entries = record.ledger.filter((entry) => entry.event === mark.id);
  if (entries.length === 0) return null;
  return (
    <section>
      <h3>What it puts on the table</h3>
      <Entries entries={entries} report={null} />
    </section>
  );
}

function Trace({ act, cut }: { act: Act; cut: CardProps["cut"] }) {
  const { trace = [] } = act;
  return (
    <section class="trace">
      <h3>Why it was coded so</h3>
      {trace.length === 0 ? (
        <p class="none">No steps were kept with this coding.</p>
      ) : (
        <ol>
          {trace.map((step, i) => (
            <li class="step" key={i}>
              <b>{step.rule}</b> {step.detail}
              {cut(step) !== "" && cut(step) !== step.detail && (
                <>
                  {" "}
                  <q>{shortened(cut(step))}</q>
                </>
              )}
              {step.source !== null && <code>{step.source}</code>}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function SameAs({ record, id }: { record: ReadRecord; id: string }) {
  const other = record.events.find((event) => event.id === id);
  return (
    <a href={reportAddress(record.report, id)}>
      {other === undefined ? id : `${other.event.join(", ")} “${other.trigger.text}”`}
    </a>
  );
}

function shortened(words: string): string {
  const characters = [...words];
  return characters.length <= 80 ? words : `${characters.slice(0, 77).join("")} …`;
}

function spaced(code: string): string {
  return code.replaceAll("_", " ");
}

function signed(score: number): string {
  return score < 0 ? `−${Math.abs(score)}` : `+${score}`;
}
