import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { type Container, readContainer, writeContainer } from "./container.ts";
import { LEXICON_NAMES, type LexiconName } from "./schema.ts";
import { joinTables, makeTable, type Table } from "./table.ts";

/**
 * Everything that the engine knows before it reads: lexicons, gazetteer, publication profiles, agencies, ontology and
 * the trained model. Made from bytes by `readResources`; the engine never finds its own data.
 */
export interface Resources {
  /** SHA-256 in hex over the compiled lexicon and the model: the "same lexicon, same version" of a coding. */
  readonly version: string;
  readonly lexicon: Lexicon;
  /** The packed sentence model, as bytes; `parse` reads it. */
  readonly model: Uint8Array;
}

/** The lexicon files of `data/lexicon` and `data/ontology`, by file name without ending. */
export type Lexicon = Readonly<Record<LexiconName, Table>>;

/** The bytes that make `Resources`, and a user's own tables (read with `readTable`) that come before the base's rows. */
export interface ResourceBytes {
  readonly lexicon: Uint8Array;
  readonly model: Uint8Array;
  readonly overlays?: readonly Table[];
}

/** Unpacks the compiled lexicon and puts each overlay's rows before the base rows, which stay as they are. */
export function readResources({ lexicon, model, overlays = [] }: ResourceBytes): Resources {
  const container = readContainer(lexicon, "lexicon");
  const tables: Record<string, Table> = {};
  for (const name of LEXICON_NAMES) {
    let table = readCompiledTable(container, name);
    for (const overlay of overlays.toReversed()) {
      if (overlay.name === name) table = joinTables(overlay, table);
    }
    tables[name] = table;
  }
  return { version: versionOf(container.digest, model, overlays), lexicon: tables as Lexicon, model };
}

/** Packs tables into the bytes that `readResources` takes. */
export function compileLexicon(tables: readonly Table[]): Uint8Array {
  const sections: Record<string, string | Uint32Array> = {};
  for (const table of tables) {
    const rows = Array.from({ length: table.rowCount }, (_, row) => row);
    const cells = rows.map((row) => table.columns.map((column) => table.cell(row, column)).join("\t"));
    sections[`${table.name}.cells`] = [table.columns.join("\t"), ...cells].join("\n");
    sections[`${table.name}.lines`] = Uint32Array.from(rows, (row) => table.line(row));
  }
  return writeContainer({ kind: "lexicon", sections });
}

function readCompiledTable(container: Container, name: string): Table {
  const path = `${name}.tsv`;
  if (!container.has(`${name}.cells`)) return makeTable({ name, path, columns: [], cells: [], lines: [] });
  const [header = "", ...rows] = container.text(`${name}.cells`).split("\n");
  const columns = header === "" ? [] : header.split("\t");
  const cells = rows.map((row) => row.split("\t"));
  return makeTable({ name, path, columns, cells, lines: container.section(`${name}.lines`) });
}

function versionOf(lexiconDigest: string, model: Uint8Array, overlays: readonly Table[]): string {
  const encoder = new TextEncoder();
  const hash = sha256.create().update(encoder.encode(`${lexiconDigest}\n${modelDigest(model)}\n`));
  for (const table of overlays) {
    hash.update(encoder.encode(`${table.name}\t${table.columns.join("\t")}\n`));
    for (let row = 0; row < table.rowCount; row++) {
      const cells = table.columns.map((column) => table.cell(row, column)).join("\t");
      hash.update(encoder.encode(`${table.source(row)}\t${cells}\n`));
    }
  }
  return bytesToHex(hash.digest());
}

/** A model's own digest stands in its header, so that its megabytes need no second pass. */
function modelDigest(model: Uint8Array): string {
  if (model.byteLength === 0) return "none";
  return readContainer(model).digest;
}
