// Writes docs/lexicon-format.md from the schemas: tsx scripts/build-lexicon-format.ts

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { lexiconFormat } from "./lexicon-format.ts";

writeFileSync(join(import.meta.dirname, "..", "docs", "lexicon-format.md"), lexiconFormat());
