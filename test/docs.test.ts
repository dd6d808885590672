import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { documents } from "../scripts/documents.ts";
import { makeProgram } from "../src/cli/main.ts";
import { filesBelow, read, root } from "./checkout.ts";

const pages = [
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  ...filesBelow("docs", /\.md$/),
];

describe("the documents", () => {
  it("made from the program are up to date (npm run docs)", async () => {
    for (const [path, text] of await documents())
      expect(existsSync(root + path) ? read(path) : null, path).toBe(text);
  });

  it("show no command or option that does not exist", () => {
    const options = new Map(makeProgram().commands.map((c) => [c.name(), c.options.map((o) => o.long)]));
    for (const page of pages) {
      for (const [line, name] of read(page).matchAll(/^\s*(?:\$ )?(?:npx )?demarche ([a-z]+)\b.*$/gm)) {
        expect([...options.keys()], `${page}: ${line}`).toContain(name);
        for (const [option] of line.matchAll(/--[a-z][a-z-]*/g)) {
          expect([...options.get(name!)!, "--help"], `${page}: ${line}`).toContain(option);
        }
      }
    }
  });

  it("link to files that are there", () => {
    for (const page of pages) {
      const folder = page.includes("/") ? page.slice(0, page.lastIndexOf("/") + 1) : "";
      for (const [, target] of read(page).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)) {
        if (!/^https?:/.test(target!))
          expect(existsSync(root + folder + target), `${page} → ${target}`).toBe(true);
      }
    }
  });

  it("name every folder of the tree in the code map", () => {
    const map = read("ARCHITECTURE.md");
    for (const file of filesBelow("src", /\.ts$/)) {
      const [, folder] = file.split("/");
      expect(map, folder).toContain(file.split("/").length > 2 ? `${folder}/` : folder);
    }
  });
});
