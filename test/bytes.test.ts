import ts from "typescript";
import { describe, expect, it } from "vitest";
import { filesBelow, read } from "./checkout.ts";

// The same report gives the same bytes on every engine. Engines differ in the last digit of exp, log and their like, and
// in locales; the core uses neither.
const core =
  /^src\/(time|resource|report|document|parse|mention|event|ledger|record|view|pipeline\.ts|index\.ts)/;
const allowed = new Set([
  "abs",
  "ceil",
  "floor",
  "round",
  "trunc",
  "sign",
  "min",
  "max",
  "sqrt",
  "fround",
  "imul",
  "clz32",
]);

function faultsOf(file: string): string[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
  const faults: string[] = [];
  const say = (node: ts.Node, what: string) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    faults.push(`${file}:${line + 1}: ${what}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) {
      const object = node.expression.getText(source);
      const name = node.name.text;
      if (object === "Math" && !allowed.has(name)) say(node, `Math.${name}`);
      if (object === "Date" || name.startsWith("toLocale") || name === "localeCompare") say(node, `.${name}`);
      if (object === "Temporal.Now") say(node, "the clock");
    }
    if (ts.isIdentifier(node) && node.text === "Intl") say(node, "Intl");
    if (ts.isNewExpression(node) && node.expression.getText(source) === "Date") say(node, "new Date");
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AsteriskAsteriskToken)
      say(node, "**");
    ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
}

describe("the core", () => {
  it("uses nothing that differs between engines, locales or days", () => {
    const files = filesBelow("src", /\.ts$/).filter((file) => core.test(file));
    expect(files.length).toBeGreaterThan(30);
    expect(files.flatMap(faultsOf)).toEqual([]);
  });
});
