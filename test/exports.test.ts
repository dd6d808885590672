import { describe, expect, it } from "vitest";
import * as library from "../src/index.ts";
import * as node from "../src/node.ts";
import { VERSION } from "../src/version.ts";
import { read } from "./checkout.ts";

// What others may rely on. A name that goes or comes here is a change that the changelog tells.
const anywhere = [
  "DEPREL",
  "UPOS",
  "VERSION",
  "XPOS",
  "actsWithin",
  "analyze",
  "analyzeParsed",
  "codeLines",
  "conlluFromDocument",
  "documentFromConllu",
  "parseGiven",
  "parseReport",
  "readConllu",
  "readCorpus",
  "readRecord",
  "readReport",
  "readResources",
  "writeConllu",
];
const inNode = ["loadResources", "openStore"];

describe("the doors", () => {
  it("of the library", () => expect(Object.keys(library).sort()).toEqual(anywhere));
  it("of the library in Node", () =>
    expect(Object.keys(node).sort()).toEqual([...anywhere, ...inNode].sort()));
  it("have the version of the package", () => expect(VERSION).toBe(JSON.parse(read("package.json")).version));
});
