/** What the address bar says: every page of the workbench has an address that can be passed on. */
export type Address =
  | { readonly page: "list"; readonly words: string }
  | { readonly page: "report"; readonly report: string; readonly act: string | null }
  | { readonly page: "add" }
  | { readonly page: "nowhere" };

/** Reads an address from its path and its query. */
export function parseAddress(path: string, query: string): Address {
  if (path === "/") return { page: "list", words: new URLSearchParams(query).get("q") ?? "" };
  if (path === "/add") return { page: "add" };
  const parts = /^\/reports\/([^/]+)(?:\/acts\/([^/]+))?$/.exec(path);
  const report = decoded(parts?.[1]);
  const act = decoded(parts?.[2]);
  if (report === null) return { page: "nowhere" };
  return { page: "report", report, act };
}

function decoded(part: string | undefined): string | null {
  if (part === undefined) return null;
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/** The address of the list, with the words that it is filtered by. */
export function listAddress(words = ""): string {
  return words === "" ? "/" : `/?q=${encodeURIComponent(words)}`;
}

/** The address of a report, or of one act in it. */
export function reportAddress(report: string, act: string | null = null): string {
  const path = `/reports/${encodeURIComponent(report)}`;
  return act === null ? path : `${path}/acts/${encodeURIComponent(act)}`;
}
