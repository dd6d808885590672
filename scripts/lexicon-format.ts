import { type Column, type FileSchema, LEXICON_NAMES, SCHEMAS } from "../src/resource/index.ts";

const HEAD = `# The lexicon format

Made from \`src/resource/schemas/\` by \`npm run docs\`; a test compares the two. Everything that the program knows of the world
stands in these files, which people edit and a diff shows.

- **TSV**: one row a line, one tab between cells, UTF-8, no quoting. \`#\` lines are comments; the ones at the head state licence
  and origin. The first other line names the columns; optional columns may be left out.
- **Kinds of cells**: *text*; *list* (members with \`|\` between them); *date* (\`YYYY\`, \`YYYY-MM\` or \`YYYY-MM-DD\`); *number*;
  *integer*; *flag* (\`yes\` or empty).
- **Dates**: \`from\` and \`until\` are the first and last day on which a row holds. A state's row holds for its code; its names
  lead to the predecessor's code before \`from\` and to the successor's after \`until\` (Serbia: YUG in 1999, SCG in 2004, SRB today).
- **Checking**: \`npx tsx scripts/build-data.ts\` names each fault as \`file:line: code message\` and packs the files for the program.
- **Overlays**: a folder of files with the same names and columns. Its rows are looked up before the rows here, which stay as they
  are; a coding that rests on one names the overlay's file and line.

`;

/** docs/lexicon-format.md, from the schemas. */
export function lexiconFormat(): string {
  return `${HEAD}${LEXICON_NAMES.map((name) => section(SCHEMAS[name])).join("\n")}`;
}

function section(schema: FileSchema): string {
  const rows = schema.columns.map(
    (column) =>
      `| \`${column.name}\` | ${column.required ? "yes" : ""} | ${kindOf(column)} | ${escaped(column.meaning)} |`,
  );
  const key =
    schema.key.length === 0 ? "" : ` A row is told by ${schema.key.map((name) => `\`${name}\``).join(", ")}.`;
  return [
    `## ${schema.name}`,
    "",
    `\`data/${schema.folder}/${schema.name}.tsv\`. ${escaped(schema.meaning)}${key}`,
    "",
    "| column | required | holds | meaning |",
    "|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}

function kindOf({ kind, values, refers, also }: Column): string {
  if (values) return `${kind}: ${values.map((value) => `\`${value}\``).join(" ")}`;
  if (refers)
    return `${kind}, from \`${refers}\`${also ? ` or ${also.map((value) => `\`${value}\``).join(" ")}` : ""}`;
  return kind;
}

function escaped(text: string): string {
  return text.replaceAll("|", "\\|");
}
