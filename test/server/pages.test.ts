import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readPages } from "../../src/server/index.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(`${tmpdir()}/demarche-pages-`);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("the built workbench", () => {
  it.each(["", "/"])("is read by address, from a folder whose name ends with “%s”", (end) => {
    mkdirSync(`${folder}/assets`);
    for (const name of ["index.html", "icon.svg", "assets/a.js", "assets/a.css", "notes.txt"]) {
      writeFileSync(`${folder}/${name}`, name);
    }
    const pages = readPages(folder + end);
    expect([...pages.keys()].sort()).toEqual(["/assets/a.css", "/assets/a.js", "/icon.svg", "/index.html"]);
    expect(pages.get("/assets/a.js")?.type).toBe("text/javascript; charset=utf-8");
    expect(new TextDecoder().decode(pages.get("/index.html")?.bytes)).toBe("index.html");
  });
  it("is missed where it was not built", () => {
    expect(() => readPages(`${folder}/none`)).toThrow(/ENOENT/);
  });
});
