import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { GivenFields, Problem, RowReading } from "../report/index.ts";
import { formatOf, type InputFormat, readFileSources } from "./read-file.ts";

export interface ReadOptions extends GivenFields {
  /** Format of the files; without it, by file name, and text where the name does not tell. */
  readonly input?: InputFormat;
}

/**
 * The reports of files and folders, one by one, and what is wrong with them. Folders are read in the order of names, with
 * what is below them; hidden files, READMEs and files of other kinds in them are passed over. `-` is standard input.
 */
export async function* readPaths(
  paths: readonly string[],
  options: ReadOptions = {},
): AsyncGenerator<RowReading> {
  const { input, ...given } = options;
  for (const path of paths) {
    if (path !== "-" && (await isFolder(path))) {
      let found = 0;
      for await (const file of filesOf(path, input)) {
        found++;
        if (typeof file !== "string") yield file;
        else yield* readFileSources(file, input ?? formatOf(file) ?? "text", given);
      }
      if (found === 0) {
        const message = "The folder holds no text, HTML, CSV or JSON lines file.";
        yield { problem: { code: "no-files", path, message } };
      }
    } else yield* readFileSources(path, input ?? (path === "-" ? null : formatOf(path)) ?? "text", given);
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // What is not there is reported by the reader of files.
    return false;
  }
}

async function* filesOf(
  folder: string,
  input: InputFormat | undefined,
): AsyncGenerator<string | { readonly problem: Problem }> {
  const entries = await entriesOf(folder);
  if (!Array.isArray(entries)) {
    yield entries;
    return;
  }
  for (const entry of entries) {
    if (entry.name.startsWith(".")) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesOf(path, input);
    else if (formatOf(path) !== null && (input === undefined || formatOf(path) === input) && !isReadme(path))
      yield path;
  }
}

async function entriesOf(folder: string): Promise<Dirent[] | { readonly problem: Problem }> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    const message = `The folder cannot be read (${code}); check its name and the rights to it.`;
    return { problem: { code: "unreadable", path: folder, message } };
  }
}

function isReadme(path: string): boolean {
  return /^readme\b/i.test(basename(path));
}
