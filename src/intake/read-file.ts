import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import {
  CsvReader,
  type GivenFields,
  JsonLinesReader,
  LONGEST_TEXT,
  type Problem,
  type RowReading,
  textSources,
} from "../report/index.ts";
import { readHtml } from "./read-html.ts";

/** Formats of files that hold reports. */
export type InputFormat = "text" | "html" | "csv" | "jsonl";

/** The largest page that is looked into; its article may have at most `LONGEST_TEXT`. */
const LARGEST_PAGE = 20_000_000;
/** UTF-8 needs at most three bytes for a UTF-16 unit. */
const LARGEST_TEXT = 3 * LONGEST_TEXT;

const ENDINGS: Readonly<Record<string, InputFormat>> = {
  ".txt": "text",
  ".text": "text",
  ".html": "html",
  ".htm": "html",
  ".xhtml": "html",
  ".csv": "csv",
  ".tsv": "csv",
  ".jsonl": "jsonl",
  ".ndjson": "jsonl",
};

/** The format of a file by the end of its name, or null. */
export function formatOf(path: string): InputFormat | null {
  const dot = path.lastIndexOf(".");
  return dot < 0 ? null : (ENDINGS[path.slice(dot).toLowerCase()] ?? null);
}

/** Reads the reports of one file, or of standard input for `-`, one by one. */
export async function* readFileSources(
  path: string,
  format: InputFormat,
  given: GivenFields,
): AsyncGenerator<RowReading> {
  try {
    const size = path === "-" ? 0 : (await stat(path)).size;
    if (format === "csv" || format === "jsonl") {
      yield* readRows(path, format, given);
      return;
    }
    const largest = format === "html" ? LARGEST_PAGE : LARGEST_TEXT;
    if (size > largest) {
      yield { problem: tooLarge(path, size, largest) };
      return;
    }
    yield* readWhole(path, format, largest, given);
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    const message = `It cannot be read (${code}); check its name and the rights to it.`;
    yield { problem: { code: "unreadable", path, message } };
  }
}

function tooLarge(path: string, size: number, largest: number): Problem {
  const message = `It has ${size} bytes; a file of one report may have ${largest}. Split it, or give many reports as CSV or JSON lines.`;
  return { code: "too-large", path, message };
}

async function* readWhole(
  path: string,
  format: "text" | "html",
  largest: number,
  given: GivenFields,
): AsyncGenerator<RowReading> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytesOf(path)) {
    size += chunk.length;
    if (size > largest) {
      yield { problem: tooLarge(path, size, largest) };
      return;
    }
    chunks.push(chunk);
  }
  const { text, isBroken } = decode(Buffer.concat(chunks), format);
  if (text === null) {
    yield { problem: notText(path) };
    return;
  }
  if (isBroken) yield { problem: brokenText(path) };
  if (format === "html") yield readHtml(text, path, given);
  else yield* textSources(text, path, given);
}

function notText(path: string): Problem {
  const message = "It is neither UTF-8 nor UTF-16 text; save it as UTF-8, or give another file.";
  return { code: "not-text", path, message };
}

function brokenText(path: string): Problem {
  const message =
    "Some bytes are not UTF-8 and were replaced by U+FFFD; save it as UTF-8 to keep them. It was read all the same.";
  return { code: "broken-utf8", path, message };
}

async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  const stream = path === "-" ? process.stdin : createReadStream(path);
  for await (const chunk of stream) yield chunk as Buffer;
}

interface Decoded {
  /** Null where the bytes are no text. */
  readonly text: string | null;
  readonly isBroken: boolean;
}

/** Text of UTF-8 or, with a byte order mark, UTF-16 bytes; a page may name another encoding. */
function decode(bytes: Buffer, format: "text" | "html"): Decoded {
  const utf16 = utf16Of(bytes);
  if (utf16 === null && isUtf8(bytes)) return checked(new TextDecoder().decode(bytes), false);
  const named = utf16 ?? (format === "html" ? namedEncoding(bytes) : null);
  if (named !== null) return checked(new TextDecoder(named).decode(bytes), false);
  const text = new TextDecoder().decode(bytes);
  const broken = text.split("\uFFFD").length - 1;
  return broken * 10 > text.length ? { text: null, isBroken: true } : checked(text, true);
}

function checked(text: string, isBroken: boolean): Decoded {
  return { text: text.includes("\0") ? null : text, isBroken };
}

function utf16Of(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
}

/** The encoding that a page names at its head, where it is one that is known. */
function namedEncoding(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 4096).toString("latin1");
  const label = /charset\s{0,9}=\s{0,9}["']?([\w-]{1,40})/i.exec(head)?.[1];
  if (label === undefined || /^utf-?8$/i.test(label)) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

async function* readRows(
  path: string,
  format: "csv" | "jsonl",
  given: GivenFields,
): AsyncGenerator<RowReading> {
  const lines = format === "csv" ? new CsvReader(path, given) : new JsonLinesReader(path, given);
  const decoder = new TextDecoder(path === "-" ? "utf-8" : await encodingOf(path));
  let isBroken = false;
  for await (const chunk of bytesOf(path)) {
    const text = decoder.decode(chunk, { stream: true });
    if (text.includes("\0")) {
      yield { problem: notText(path) };
      return;
    }
    if (!isBroken && text.includes("\uFFFD")) {
      isBroken = true;
      yield { problem: brokenText(path) };
    }
    yield* lines.push(text);
  }
  yield* lines.push(decoder.decode());
  yield* lines.end();
}

async function encodingOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return utf16Of(buffer) ?? "utf-8";
  } finally {
    await file.close();
  }
}
