import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** The format that this program writes and the only one that it reads. */
export const CONTAINER_VERSION = 1;

/** What a section of a container may hold. */
export type SectionArray =
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | Float32Array
  | Float64Array;

/** A file of named sections, as the compiled lexicon and the sentence model are stored. */
export interface Container {
  /** `lexicon` or `model`. */
  readonly kind: string;
  /** SHA-256 in hex of everything after the header, as the writer computed it. */
  readonly digest: string;
  /** What the writer put beside the sections: version of the features, seed, licence … */
  readonly meta: Readonly<Record<string, string | number>>;
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The section's array; where the bytes are aligned it is a view and no copy. Throws `RangeError` for an unknown name. */
  section(name: string): SectionArray;
  /** The section decoded as UTF-8. */
  text(name: string): string;
}

/** What `writeContainer` takes. A string is stored as UTF-8. */
export interface ContainerSource {
  readonly kind: string;
  readonly meta?: Readonly<Record<string, string | number>>;
  readonly sections: Readonly<Record<string, SectionArray | string>>;
}

interface SectionEntry {
  readonly name: string;
  readonly type: string;
  readonly offset: number;
  readonly length: number;
}

interface Header {
  readonly kind: string;
  readonly digest: string;
  readonly meta: Record<string, string | number>;
  readonly sections: readonly SectionEntry[];
}

const MAGIC = "DEMARCHE";
/** Magic, version, header length; the sections begin at the first multiple of 8 after the header. */
const FIXED_LENGTH = 16;

const ARRAYS = {
  u8: Uint8Array,
  i8: Int8Array,
  u16: Uint16Array,
  i16: Int16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f32: Float32Array,
  f64: Float64Array,
} as const;

function align(offset: number): number {
  return (offset + 7) & ~7;
}

function typeOf(array: SectionArray): keyof typeof ARRAYS {
  for (const [type, ArrayType] of Object.entries(ARRAYS)) {
    if (array instanceof ArrayType) return type as keyof typeof ARRAYS;
  }
  throw new TypeError("a section must be a typed array or a string");
}

/** Packs named sections into bytes; the same source gives the same bytes. */
export function writeContainer(source: ContainerSource): Uint8Array {
  const encoder = new TextEncoder();
  const entries: SectionEntry[] = [];
  const parts: Uint8Array[] = [];
  let offset = 0;
  for (const [name, value] of Object.entries(source.sections)) {
    const array = typeof value === "string" ? encoder.encode(value) : value;
    entries.push({ name, type: typeOf(array), offset, length: array.length });
    parts.push(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    offset = align(offset + array.byteLength);
  }
  const body = new Uint8Array(offset);
  for (const [i, part] of parts.entries()) body.set(part, entries[i]!.offset);
  const digest = bytesToHex(sha256(body));
  const header: Header = { kind: source.kind, digest, meta: source.meta ?? {}, sections: entries };
  const headerBytes = encoder.encode(JSON.stringify(header));
  const start = align(FIXED_LENGTH + headerBytes.length);
  const bytes = new Uint8Array(start + body.length);
  bytes.set(encoder.encode(MAGIC), 0);
  const view = new DataView(bytes.buffer);
  view.setUint32(8, CONTAINER_VERSION, true);
  view.setUint32(12, headerBytes.length, true);
  bytes.set(headerBytes, FIXED_LENGTH);
  bytes.set(body, start);
  return bytes;
}

/**
 * Opens a container. Refuses bytes that are none, that were cut short, or that another version of the format wrote, and
 * names both versions then (`RangeError`).
 */
export function readContainer(bytes: Uint8Array, expectedKind?: string): Container {
  const header = readHeader(bytes);
  if (expectedKind !== undefined && header.kind !== expectedKind) {
    throw new RangeError(`these bytes hold a ${header.kind}, not a ${expectedKind}; pass the right file`);
  }
  const start = align(FIXED_LENGTH + new DataView(bytes.buffer, bytes.byteOffset).getUint32(12, true));
  const entries = new Map(header.sections.map((entry) => [entry.name, entry]));
  for (const entry of header.sections) checkEntry(entry, bytes.byteLength - start);
  const section = (name: string): SectionArray => {
    const entry = entries.get(name);
    if (!entry) throw new RangeError(`the ${header.kind} file has no section "${name}"; build it again`);
    return arrayAt(bytes, start + entry.offset, entry);
  };
  return {
    kind: header.kind,
    digest: header.digest,
    meta: header.meta,
    names: header.sections.map((entry) => entry.name),
    has: (name) => entries.has(name),
    section,
    text: (name) => new TextDecoder().decode(section(name)),
  };
}

function readHeader(bytes: Uint8Array): Header {
  if (bytes.byteLength < FIXED_LENGTH || new TextDecoder().decode(bytes.subarray(0, 8)) !== MAGIC) {
    throw new RangeError("these bytes are no data file of this program: they do not begin with DEMARCHE");
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint32(8, true);
  if (version !== CONTAINER_VERSION) {
    throw new RangeError(
      `the data file has format version ${version}, this program reads version ${CONTAINER_VERSION}; build the data again with the same release`,
    );
  }
  const length = view.getUint32(12, true);
  if (FIXED_LENGTH + length > bytes.byteLength)
    throw new RangeError("the data file was cut short; copy it again");
  const text = new TextDecoder().decode(bytes.subarray(FIXED_LENGTH, FIXED_LENGTH + length));
  return JSON.parse(text) as Header;
}

function checkEntry(entry: SectionEntry, available: number): void {
  const ArrayType = ARRAYS[entry.type as keyof typeof ARRAYS];
  if (!ArrayType) throw new RangeError(`section "${entry.name}" has the unknown type ${entry.type}`);
  if (entry.offset + entry.length * ArrayType.BYTES_PER_ELEMENT > available) {
    throw new RangeError(`the data file was cut short in section "${entry.name}"; copy it again`);
  }
}

function arrayAt(bytes: Uint8Array, offset: number, entry: SectionEntry): SectionArray {
  const ArrayType = ARRAYS[entry.type as keyof typeof ARRAYS];
  const at = bytes.byteOffset + offset;
  if (at % ArrayType.BYTES_PER_ELEMENT === 0)
    return new ArrayType(bytes.buffer as ArrayBuffer, at, entry.length);
  const length = entry.length * ArrayType.BYTES_PER_ELEMENT;
  return new ArrayType(bytes.slice(offset, offset + length).buffer as ArrayBuffer, 0, entry.length);
}
