import { describe, expect, it } from "vitest";
import { foldForm, foldingOf, Lemmatizer, ruleText } from "../../src/parse/lemmatize.ts";

describe("lemmas", () => {
  const [noun, verb, name] = [0, 1, 2];
  const lemmatizer = new Lemmatizer(
    ["fled\t1\tflee", "council\t0\tCouncil", "Alps\t2\tAlps"].join("\n"),
    ["0\ts\t1,0,", "0\ties\t3,0,y", "0\t\t0,0,", "1\ted\t2,0,", "1\t\t0,0,", "2\ts\t1,0,"].join("\n"),
    ["first", "all", "stay"],
  );

  it("come from exceptions, then from the longest suffix", () => {
    expect(lemmatizer.lemmatize("fled", verb)).toBe("flee");
    expect(lemmatizer.lemmatize("attacked", verb)).toBe("attack");
    expect(lemmatizer.lemmatize("treaties", noun)).toBe("treaty");
    expect(lemmatizer.lemmatize("rebels", noun)).toBe("rebel");
    expect(lemmatizer.lemmatize("peace", noun)).toBe("peace");
  });

  it("have capitals as the tag wants them", () => {
    expect(lemmatizer.lemmatize("Rebels", noun)).toBe("rebel");
    expect(lemmatizer.lemmatize("NGOs", noun)).toBe("NGO");
    expect(lemmatizer.lemmatize("FLED", verb)).toBe("flee");
    expect(lemmatizer.lemmatize("Alps", name)).toBe("Alps");
    expect(lemmatizer.lemmatize("Balkans", name)).toBe("Balkan");
    expect(lemmatizer.lemmatize("council", noun)).toBe("council");
  });

  it("are corrected where the vocabulary has only their neighbour", () => {
    const known = new Set(["time", "smell", "potato", "apply", "shell"]);
    const rules = ["1\ted\t2,0,", "1\telled\t3,0,", "1\tied\t1,0,", "0\ts\t1,0,", "0\t\t0,0,"].join("\n");
    const corrected = new Lemmatizer("", rules, ["first", "all"], (lemma) => known.has(lemma));
    expect(corrected.lemmatize("timed", verb)).toBe("time");
    expect(corrected.lemmatize("smelled", verb)).toBe("smell");
    expect(corrected.lemmatize("applied", verb)).toBe("apply");
    expect(corrected.lemmatize("potatoes", noun)).toBe("potato");
    expect(corrected.lemmatize("zorbed", verb)).toBe("zorb");
    expect(corrected.lemmatize("desk@example.orgs", noun)).toBe("desk@example.orgs");
  });

  it("are of plain characters", () => {
    expect(lemmatizer.lemmatize("reb\u00adels", noun)).toBe("rebel");
  });

  it("are made by rules that can be read back", () => {
    expect(ruleText("treaties", "treaty")).toBe("3,0,y");
    expect(ruleText("Went", "go")).toBeNull();
    expect(ruleText("USED", "use")).toBe("1,1,");
    expect(foldForm("NATO", foldingOf("NOUN"))).toBe("NATO");
    expect(foldForm("Nato", foldingOf("NOUN"))).toBe("nato");
    expect(foldForm("Nato", foldingOf("PROPN"))).toBe("Nato");
    expect(foldForm("I", foldingOf("PRON"))).toBe("I");
  });
});
