import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** What makes two reports one, in the order in which it is hashed: as given, never as inferred. */
export interface GivenIdentity {
  readonly text: string;
  readonly publication: string | null;
  readonly volume: number | null;
  readonly issue: number | null;
  readonly date: string | null;
  readonly url: string | null;
}

const FIELDS = ["text", "publication", "volume", "issue", "date", "url"] as const;

/**
 * SHA-256 in hex over a version line and, for each field, its name, the length of its UTF-8 bytes (`-` for null) and the
 * bytes; so no field can run into the next, and what is not given differs from what is empty.
 */
export function reportId(given: GivenIdentity): string {
  const encoder = new TextEncoder();
  const hash = sha256.create().update(encoder.encode("demarche report 1\n"));
  for (const field of FIELDS) {
    const value = given[field];
    const bytes = value === null ? null : encoder.encode(String(value));
    hash.update(encoder.encode(`${field}:${bytes?.length ?? "-"}:`));
    if (bytes !== null) hash.update(bytes);
  }
  return bytesToHex(hash.digest());
}
