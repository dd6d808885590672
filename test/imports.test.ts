import { dirname, join, normalize } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { filesBelow, read } from "./checkout.ts";

/** A folder may import those above it; `parse` is for the pipeline (and training and bench) alone. */
const core = [
  "time",
  "resource",
  "report",
  "document",
  "parse",
  "mention",
  "event",
  "ledger",
  "record",
  "view",
];
const order = [...core, "pipeline.ts", "store", "intake", "server", "cli"];
/** Files of the root: what they may import of the folders. */
const rootFiles: Record<string, readonly string[]> = {
  "pipeline.ts": core,
  "index.ts": [...core, "pipeline.ts", "version.ts"],
  "node.ts": [...order.filter((name) => name !== "cli"), "index.ts"],
  "version.ts": [],
  "platform.d.ts": [],
};
const corePackages = new Set(["@noble/hashes", "temporal-polyfill", "zod"]);

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const files = filesBelow("src", /\.tsx?$/);
const imports = files.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const literal = importedFrom(node);
    if (literal !== null) {
      const typeOnly =
        (ts.isImportDeclaration(node) && node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) ||
        (ts.isExportDeclaration(node) && node.isTypeOnly);
      found.push({ file, target: resolveTarget(file, literal), typeOnly });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function importedFrom(node: ts.Node): string | null {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier !== undefined) {
    return (node.moduleSpecifier as ts.StringLiteral).text;
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [argument] = node.arguments;
    return argument !== undefined && ts.isStringLiteral(argument) ? argument.text : null;
  }
  return null;
}

function resolveTarget(file: string, literal: string): string {
  return literal.startsWith(".") ? normalize(join(dirname(file), literal)) : literal;
}

/** `event` of `src/event/code.ts`, `pipeline.ts` of `src/pipeline.ts`. */
function folderOf(path: string): string {
  return path.split("/")[1]!;
}

function isInside(target: string): boolean {
  return target.startsWith("src/");
}

describe("imports", () => {
  it("finds the sources", () => {
    expect(files.length).toBeGreaterThan(50);
    for (const file of files) expect([...order, "web", ...Object.keys(rootFiles)]).toContain(folderOf(file));
  });

  it("go to folders above only", () => {
    const wrong = imports.filter(({ file, target, typeOnly }) => {
      const from = folderOf(file);
      const to = folderOf(target);
      if (!isInside(target) || from === to) return false;
      if (from in rootFiles && file.split("/").length === 2) return !rootFiles[from]!.includes(to);
      if (from === "web")
        return !(["index.ts", "view", "record"].includes(to) || (to === "server" && typeOnly));
      if (to === "version.ts") return false;
      if (to === "node.ts") return from !== "cli" && from !== "intake";
      if (to === "parse") return from !== "pipeline.ts";
      return order.indexOf(to) < 0 || order.indexOf(to) >= order.indexOf(from);
    });
    expect(wrong).toEqual([]);
  });

  it("enter a folder by its door", () => {
    const wrong = imports.filter(({ file, target }) => {
      if (!isInside(target) || folderOf(file) === folderOf(target)) return false;
      return target.split("/").length > 2 && target !== `src/${folderOf(target)}/index.ts`;
    });
    expect(wrong).toEqual([]);
  });

  it("make no cycle", () => {
    const graph = new Map<string, string[]>();
    for (const { file, target } of imports)
      if (isInside(target)) graph.set(file, [...(graph.get(file) ?? []), target]);
    const done = new Set<string>();
    const path: string[] = [];
    const visit = (file: string): string[] | null => {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
      if (done.has(file)) return null;
      path.push(file);
      for (const next of graph.get(file) ?? []) {
        const cycle = visit(next);
        if (cycle !== null) return cycle;
      }
      path.pop();
      done.add(file);
      return null;
    };
    for (const file of graph.keys()) expect(visit(file)).toBeNull();
  });

  it("keep Node and its packages out of the core", () => {
    const inCore = ({ file }: Import) =>
      core.includes(folderOf(file)) || file === "src/pipeline.ts" || file === "src/index.ts";
    const packageOf = (target: string) =>
      target
        .split("/")
        .slice(0, target.startsWith("@") ? 2 : 1)
        .join("/");
    const wrong = imports.filter(
      (i) => inCore(i) && !isInside(i.target) && !corePackages.has(packageOf(i.target)),
    );
    expect(wrong).toEqual([]);
  });

  it("say `.ts`", () => {
    const wrong = imports.filter(({ target }) => isInside(target) && !/\.(ts|tsx|css)$/.test(target));
    expect(wrong).toEqual([]);
  });

  it("hold SQL in the store alone", () => {
    const wrong = files.filter(
      (file) => folderOf(file) !== "store" && /\b(SELECT|INSERT INTO|CREATE TABLE)\b/.test(read(file)),
    );
    expect(wrong).toEqual([]);
  });
});
