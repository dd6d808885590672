import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { checkCorpus } from "../../src/cli/corpus/check.ts";
import { markdownOf } from "../../src/cli/corpus/markdown.ts";

/** npx tsx training/corpus/tables.ts: writes the figures of the check into data/corpus/README.md, below its last mark. */
const data = fileURLToPath(new URL("../../data/", import.meta.url));
const path = `${data}corpus/README.md`;
const MARK = "<!-- made by training/corpus/tables.ts from here on -->\n";
const [head] = readFileSync(path, "utf8").split(MARK);
writeFileSync(path, `${head}${MARK}\n${markdownOf(checkCorpus(`${data}corpus`, data))}`);
