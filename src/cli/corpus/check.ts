import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  actsWithin,
  agreementOf,
  CORPUS_PARTS,
  type CodedTwice,
  type CorpusCodes,
  type CorpusItem,
  type CorpusPart,
  type CorpusProblem,
  checkItem,
  doubtsOf,
  EVENT_TYPES,
  type FieldAgreement,
} from "../../record/index.ts";
import { loadCodes, readRows } from "./codes.ts";
import { alikePairs, groupsOf, sharedRuns } from "./duplicates.ts";
import { type Corpus, loadCorpus, type PlacedItem } from "./files.ts";
import { auditRotation, type RotationRow } from "./rotation.ts";
import {
  groupBy,
  isFictional,
  PART_SHARES,
  type TallyTable,
  tablesOf,
  textFigures,
  typeOf,
} from "./tally.ts";

/** What `demarche corpus check` found. */
export interface CorpusCheck {
  readonly problems: readonly CorpusProblem[];
  readonly items: number;
  readonly noEvent: number;
  readonly fictional: number;
  readonly second: number;
  /** Items whose two codings are made one by a person, and by rule alone. */
  readonly settled: {
    readonly decided: number;
    readonly byRule: number;
    readonly parts: Readonly<Record<CorpusPart, number>>;
  };
  readonly agreement: readonly FieldAgreement[];
  /** What a coder should look at again, by the guide; no problems. */
  readonly doubts: readonly CorpusProblem[];
  readonly rotation: readonly RotationRow[];
  readonly likeness: Likeness;
  readonly lengths: readonly number[];
  readonly openings: number;
  readonly tables: readonly TallyTable[];
}

/** How alike the items are, names and numbers apart. */
export interface Likeness {
  /** The two most alike items of different parts: common runs of four words as a share of all of theirs. */
  readonly highest: number;
  /** Runs of six words that stand in more than one item, of all there are. */
  readonly sharedRuns: number;
  readonly runs: number;
}

/** Checks a corpus folder: form, spans, codes, parts, duplicates, balance, and whether the parties tell the type. */
export function checkCorpus(folder: string, data: string): CorpusCheck {
  const codes = loadCodes(data, folder);
  const corpus = loadCorpus(folder);
  const parties = readRows(readFileSync(join(folder, "parties.tsv"), "utf8"));
  const states = new Set(parties.filter(({ kind }) => kind === "state").map(({ code }) => code!));
  const names = parties
    .flatMap(({ name, adjective, seat }) => [name!, adjective!, seat!])
    .filter((n) => n !== "");
  const items = corpus.items.map(({ item }) => item);
  const isInvented = (item: CorpusItem) => isFictional(item, states, names);
  const fictional = items.filter(isInvented).length / (items.length || 1);
  const noEvent = items.filter(({ acts }) => acts.length === 0).length / (items.length || 1);
  const rotation = auditRotation(items, names, isInvented);
  const problems = [
    ...corpus.problems,
    ...corpus.items.flatMap(({ item, path }) => checkItem(item, codes, path)),
    ...checkIds(corpus),
    ...checkCodings(corpus, codes),
    ...checkGroups(corpus.items),
    ...checkBalance(corpus.items, codes, noEvent, fictional),
    ...checkRotation(rotation),
  ];
  const { quartiles, openings } = textFigures(corpus.items);
  return {
    problems,
    items: items.length,
    noEvent,
    fictional,
    second: corpus.codings.filter(({ pass }) => pass === "second").length,
    settled: settledOf(corpus),
    agreement: agreementOf(codedTwice(corpus)),
    doubts: corpus.items.flatMap(({ item, path }) => doubtsOf(item, path)),
    rotation,
    likeness: likenessOf(corpus.items),
    lengths: quartiles,
    openings,
    tables: tablesOf(corpus.items, codes),
  };
}

function codedTwice({ codings }: Corpus): CodedTwice[] {
  const second = new Map(
    codings.filter(({ pass }) => pass === "second").map(({ coding }) => [coding.id, coding.acts]),
  );
  return codings
    .filter(({ coding, pass }) => pass === "first" && second.has(coding.id))
    .map(({ coding }) => ({ first: coding.acts, second: second.get(coding.id)! }));
}

function settledOf({ items }: Corpus): CorpusCheck["settled"] {
  const settled = items.filter(({ item }) => item.settler !== null);
  const byRule = settled.filter(({ item }) => item.settler === "rule").length;
  const share = (part: CorpusPart) => {
    const all = items.filter((placed) => placed.part === part).length;
    return settled.filter((placed) => placed.part === part).length / (all || 1);
  };
  const parts = { train: share("train"), dev: share("dev"), test: share("test") };
  return { decided: settled.length - byRule, byRule, parts };
}

function checkIds({ items, codings }: Corpus): CorpusProblem[] {
  const problems: CorpusProblem[] = [];
  for (const [id, same] of groupBy(items, ({ item }) => item.id))
    if (same.length > 1)
      problems.push({ code: "same-id", path: same[1]!.path, id, message: "is there twice" });
  for (const [key, same] of groupBy(codings, ({ coding, pass }) => `${pass} ${coding.id}`))
    if (same.length > 1)
      problems.push({ code: "same-id", path: same[1]!.path, message: `${key} is there twice` });
  return problems;
}

/** Every item has a first coding, in the same part; codings are of items that are there, and sound in themselves. */
function checkCodings({ items, codings }: Corpus, codes: CorpusCodes): CorpusProblem[] {
  const problems: CorpusProblem[] = [];
  const byId = new Map(items.map((placed) => [placed.item.id, placed]));
  const first = new Map<string, string>();
  for (const { coding, pass, part, path } of codings) {
    const placed = byId.get(coding.id);
    if (pass === "first") first.set(coding.id, coding.coder);
    if (placed === undefined) problems.push({ code: "no-item", path, id: coding.id, message: "has no item" });
    else if (placed.part !== part)
      problems.push({ code: "part", path, id: coding.id, message: `is in ${placed.part}` });
    else problems.push(...checkItem({ ...placed.item, acts: coding.acts }, codes, path));
    if (placed?.item.settler === null && pass === "first" && !sameActs(placed.item, coding))
      problems.push({ code: "unsettled", path, id: coding.id, message: "is not the coding of its item" });
  }
  for (const { item, path } of items)
    if (!first.has(item.id))
      problems.push({ code: "no-coding", path, id: item.id, message: "has no first coding" });
  for (const { coding, pass, path } of codings)
    if (pass === "second" && first.get(coding.id) === coding.coder)
      problems.push({
        code: "same-coder",
        path,
        id: coding.id,
        message: `${coding.coder} coded it both times`,
      });
  return problems;
}

function sameActs({ acts }: PlacedItem["item"], coding: { acts: typeof acts }): boolean {
  return JSON.stringify(acts) === JSON.stringify(coding.acts);
}

/** Near-duplicates and items of one template lie in one part; two that are written as one text are told apart. */
function checkGroups(items: readonly PlacedItem[]): CorpusProblem[] {
  const groups = groupsOf(
    items.map(({ item }) => item.text),
    items.map(({ item }) => item.template),
  );
  const problems: CorpusProblem[] = [];
  for (const same of groupBy([...items.keys()], (index) => String(groups[index])).values()) {
    const [first, ...others] = same.map((index) => items[index]!);
    for (const other of others) {
      const at = { path: other.path, id: other.item.id };
      if (other.part !== first!.part)
        problems.push({
          ...at,
          code: "split",
          message: `is like ${first!.item.id}, which is in ${first!.part}`,
        });
      else if (other.item.template === null)
        problems.push({ ...at, code: "duplicate", message: `is nearly ${first!.item.id}` });
    }
  }
  return problems;
}

function checkBalance(
  items: readonly PlacedItem[],
  codes: CorpusCodes,
  noEvent: number,
  fictional: number,
): CorpusProblem[] {
  const problems: CorpusProblem[] = [];
  const report = (message: string) => problems.push({ code: "balance", path: "corpus", message });
  if (noEvent < 0.2) report(`${percent(noEvent)} have no event; a fifth should`);
  if (fictional < 0.25 || fictional > 0.45) report(`${percent(fictional)} are fictional; a third should be`);
  for (const part of CORPUS_PARTS) {
    const mine = items.filter((placed) => placed.part === part);
    const share = mine.length / (items.length || 1);
    if (Math.abs(share - PART_SHARES[part]) > 0.05) report(`${part} has ${percent(share)} of the items`);
    for (const type of EVENT_TYPES)
      if (!mine.some(({ item }) => item.acts.some((act) => act.type === type)))
        report(`${part} has no event of type ${type}`);
  }
  for (const [type, of] of groupBy(items, ({ item }) => typeOf(item)))
    if (of.length >= 20)
      for (const part of CORPUS_PARTS) {
        const share = of.filter((placed) => placed.part === part).length / of.length;
        if (Math.abs(share - PART_SHARES[part]) > 0.1) report(`${part} has ${percent(share)} of ${type}`);
      }
  const acts = items.flatMap(({ item }) => [...actsWithin(item.acts)]);
  for (const [type, modes] of codes.modes)
    for (const mode of modes) {
      const count = acts.filter((act) => act.type === type && act.modes.includes(mode)).length;
      if (count < 2) report(`${type} ${mode} stands ${count} times; at least 2`);
    }
  return problems;
}

/** States may not tell the type. Kinds of organisations may: relief organisations do not shell. */
function checkRotation(rows: readonly RotationRow[]): CorpusProblem[] {
  return rows
    .filter(({ items, sight, low }) => items === "all" && sight === "states" && low > 0)
    .map(({ model, accuracy, base }) => ({
      code: "rotation",
      path: "corpus",
      message: `the states alone tell the type: ${model} is right in ${percent(accuracy)}, base rate ${percent(base)}`,
    }));
}

function likenessOf(items: readonly PlacedItem[]): Likeness {
  const texts = items.map(({ item }) => item.text);
  const apart = alikePairs(texts).filter(({ a, b }) => items[a]!.part !== items[b]!.part);
  const { shared, all } = sharedRuns(texts, 6);
  return {
    highest: apart.reduce((most, { likeness }) => Math.max(most, likeness), 0),
    sharedRuns: shared,
    runs: all,
  };
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
