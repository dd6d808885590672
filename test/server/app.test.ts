import { describe, expect, it } from "vitest";
import type { ReportSource } from "../../src/report/index.ts";
import { type AppOptions, createApp, type Pages, type ReportsSource } from "../../src/server/index.ts";
import { reading } from "../web/reading.ts";
import { memoryStore, recordOf } from "./fixture.ts";

const page = (text: string, type: string) => ({ bytes: new TextEncoder().encode(text), type });
const pages: Pages = new Map([
  ["/index.html", page("<!doctype html><title>Demarche</title>", "text/html; charset=utf-8")],
  ["/assets/index-abc.js", page("export {};", "text/javascript; charset=utf-8")],
]);
const others = ["b", "c", "d"].map((letter, i) =>
  recordOf({ id: letter.repeat(64), text: `Talks in Tessin, day ${i}.`, date: `2031-05-0${i + 1}` }),
);

function appOf(options: Partial<AppOptions> = {}) {
  const added: ReportSource[] = [];
  const pool = {
    async addReport(source: ReportSource) {
      added.push(source);
      return { report: reading.report, added: added.length === 1 };
    },
  };
  const store = memoryStore([reading, ...others]);
  const app = createApp({ store, pool, resourcesVersion: "abc", pages, ...options });
  return { app, added };
}

const get = (path: string, headers: Record<string, string> = {}) => appOf().app.request(path, { headers });
const post = (body: string, headers: Record<string, string> = {}) => {
  const { app, added } = appOf();
  const all = { "content-type": "application/json", ...headers };
  return { response: app.request("/api/reports", { method: "POST", body, headers: all }), added };
};

async function problemOf(response: Response | Promise<Response>) {
  const { status, headers } = await response;
  expect(headers.get("content-type")).toMatch(/^application\/problem\+json/);
  const problem = (await (await response).json()) as { status: number; code: string; message: string };
  expect(problem.status).toBe(status);
  expect(problem.message).not.toBe("");
  return { ...problem, headers };
}

describe("the list of reports", () => {
  it("comes in pages that join without gap or overlap", async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
      const body = (await (await get(`/api/reports?limit=3${query}`)).json()) as {
        reports: { report: string }[];
        next: string | null;
        total: number;
      };
      expect(body.total).toBe(4);
      seen.push(...body.reports.map(({ report }) => report));
      cursor = body.next;
    } while (cursor !== null);
    expect(seen).toEqual([reading, ...others].map(({ report }) => report));
  });
  it("is filtered by words, all of which must be there", async () => {
    const titles = async (q: string) => {
      const body = (await (await get(`/api/reports?q=${encodeURIComponent(q)}`)).json()) as { total: number };
      return body.total;
    };
    expect(await titles("tessin")).toBe(4);
    expect(await titles("Tessin  kerem")).toBe(1);
    expect(await titles("tessin nowhere")).toBe(0);
  });
  it.each(["limit=0", "limit=201", "limit=x", "limit=1.5", `q=${"x".repeat(201)}`, "cursor="])(
    "refuses %s",
    async (query) => {
      const problem = await problemOf(get(`/api/reports?${query}`));
      expect(problem).toMatchObject({ status: 400, code: "bad-request" });
    },
  );
});

describe("a report", () => {
  it("is the stored reading as it is", async () => {
    const response = await get(`/api/reports/${reading.report}`);
    expect(response.headers.get("content-type")).toMatch(/^application\/json/);
    expect(await response.json()).toEqual(reading);
  });
  it.each([
    "f".repeat(64),
    "' OR 1=1 --",
    "1; DROP TABLE report",
    "../../etc/passwd",
    "%00",
    "<script>alert(1)</script>",
  ])("is not found under %s", async (id) => {
    const problem = await problemOf(get(`/api/reports/${encodeURIComponent(id)}`));
    expect(problem).toMatchObject({ status: 404, code: "no-such-report" });
  });
});

describe("an event", () => {
  it("comes with the passage around it", async () => {
    const body = (await (await get("/api/events/event-warned")).json()) as {
      event: { id: string };
      excerpt: { text: string; start: number; end: number };
    };
    expect(body.event.id).toBe("event-warned");
    const { text, start, end } = body.excerpt;
    expect([...reading.text].slice(start, end).join("")).toBe(text);
    expect(text).toContain("🕊 Ministers");
  });
  it("is refused where there is none", async () => {
    expect(await problemOf(get("/api/events/none"))).toMatchObject({ status: 404, code: "no-such-event" });
  });
});

describe("the ledger", () => {
  it("is as of the newest report unless a day is named", async () => {
    expect(await (await get("/api/ledger")).json()).toMatchObject({ as_of: "2031-05-14" });
    expect(await (await get("/api/ledger?as_of=2031-05-02")).json()).toMatchObject({ as_of: "2031-05-02" });
  });
  it.each(["today", "2031-13-01", "2031-02-30", "1' OR '1'='1"])("refuses %s as a day", async (day) => {
    expect(await problemOf(get(`/api/ledger?as_of=${encodeURIComponent(day)}`))).toMatchObject({
      status: 400,
    });
  });
});

describe("adding a report", () => {
  it("hands the text and what is said of it to the coder", async () => {
    const { response, added } = post(
      JSON.stringify({ text: "Talks began.", title: "<script>alert(1)</script>", date: "2031-05-01" }),
    );
    expect((await response).status).toBe(201);
    expect((await response).headers.get("location")).toBe(`/api/reports/${reading.report}`);
    expect(await (await response).json()).toEqual({ report: reading.report, added: true });
    expect(added).toHaveLength(1);
    expect(added[0]).toMatchObject({
      text: "Talks began.",
      title: "<script>alert(1)</script>",
      date: "2031-05-01",
    });
  });
  it("says that a report was there already", async () => {
    const { app } = appOf();
    const send = () =>
      app.request("/api/reports", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ text: "Talks began." }),
      });
    expect((await send()).status).toBe(201);
    const again = await send();
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({ added: false });
  });
  it.each([
    ["broken JSON", "{", 400, "bad-json"],
    ["no text", "{}", 400, "bad-request"],
    ["an empty text", '{"text":""}', 400, "bad-request"],
    ["a text of another kind", '{"text":{"a":1}}', 400, "bad-request"],
    ["a day that is none", '{"text":"Talks began.","date":"yesterday"}', 400, "bad-request"],
    ["a field that nobody knows", '{"text":"Talks began.","language":"en"}', 400, "bad-request"],
    ["NUL in the text", '{"text":"Talks \\u0000 began."}', 400, "not-text"],
    ["half a character", '{"text":"Talks \\ud83d began."}', 400, "not-text"],
    ["a list", "[]", 400, "bad-request"],
    ["null", "null", 400, "bad-request"],
    ["an empty body", "", 400, "bad-json"],
  ])("refuses %s", async (_name, body, status, code) => {
    const { response, added } = post(body);
    expect(await problemOf(response)).toMatchObject({ status, code });
    expect(added).toEqual([]);
  });
  it("names each fault of the data", async () => {
    const problem = await problemOf(post('{"text":"","date":"x"}').response);
    expect(problem).toMatchObject({ problems: [{ path: "text" }, { path: "date" }] });
  });
  it.each([
    ["text of 3 MB", 3_000_000, "a"],
    ["text of little more than 2 MB", 2_000_001, "a"],
    ["fewer letters of more bytes", 1_100_000, "é"],
  ])("refuses %s", async (_name, length, letter) => {
    const { response, added } = post(JSON.stringify({ text: letter.repeat(length) }));
    expect(await problemOf(response)).toMatchObject({ status: 413, code: "too-large" });
    expect(added).toEqual([]);
  });
  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""])(
    "refuses %s, which a form elsewhere could send",
    async (type) => {
      const { response, added } = post(JSON.stringify({ text: "Talks began." }), { "content-type": type });
      expect(await problemOf(response)).toMatchObject({ status: 415, code: "not-json" });
      expect(added).toEqual([]);
    },
  );
  it.each([
    [{ origin: "https://elsewhere.example" }],
    [{ origin: "null" }],
    [{ origin: "http://localhost:9" }],
    [{ "sec-fetch-site": "cross-site" }],
    [{ "sec-fetch-site": "same-site" }],
    [{ "sec-fetch-site": "none" }],
    [{ origin: "http://localhost", "sec-fetch-site": "cross-site" }],
  ])("refuses a page elsewhere: %j", async (headers: Record<string, string>) => {
    const { response, added } = post(JSON.stringify({ text: "Talks began." }), headers);
    expect(await problemOf(response)).toMatchObject({ status: 403, code: "other-site" });
    expect(added).toEqual([]);
  });
  it("takes the workbench's own page", async () => {
    const headers = { origin: "http://localhost", "sec-fetch-site": "same-origin" };
    expect((await post(JSON.stringify({ text: "Talks began." }), headers).response).status).toBe(201);
  });
});

describe("every answer", () => {
  const policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
    "worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  it.each([
    "/",
    "/api/reports",
    "/api/reports/none",
    "/nowhere",
    "/assets/index-abc.js",
    "/api/openapi.json",
  ])("of %s carries the policy", async (path) => {
    const { headers } = await get(path);
    expect(headers.get("content-security-policy")).toBe(policy);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("access-control-allow-origin")).toBeNull();
    expect(headers.get("cache-control")).not.toBeNull();
  });
  it.each([
    "elsewhere.example",
    "elsewhere.example:4110",
    "127.0.0.1.elsewhere.example",
    "localhost.elsewhere.example",
    "10.0.0.5:4110",
  ])("is a refusal under the name %s", async (host) => {
    for (const path of ["/", "/api/reports"]) {
      expect(await problemOf(get(path, { host }))).toMatchObject({ status: 403, code: "wrong-host" });
    }
  });
  it.each(["localhost:4110", "127.0.0.1:4110", "[::1]:4110", "LOCALHOST"])(
    "is given under %s",
    async (host) => {
      expect((await get("/api/health", { host })).status).toBe(200);
    },
  );
  it("is given under a name of the user's choice", async () => {
    const { app } = appOf({ hosts: ["desk.example"] });
    expect((await app.request("/api/health", { headers: { host: "desk.example:80" } })).status).toBe(200);
    expect((await app.request("/api/health", { headers: { host: "localhost" } })).status).toBe(403);
  });
});

describe("faults of the store", () => {
  const failing = (error: Error): ReportsSource => ({
    ...memoryStore([]),
    listReports: () => Promise.reject(error),
  });
  it("that is busy is a matter of waiting", async () => {
    const busy = Object.assign(new Error("held by process 7"), { code: "store-busy" });
    const problem = await problemOf(appOf({ store: failing(busy) }).app.request("/api/reports"));
    expect(problem).toMatchObject({ status: 503, code: "store-busy" });
    expect(problem.headers.get("retry-after")).toMatch(/^\d+$/);
  });
  it("that has no room left is said to be so", async () => {
    const full = Object.assign(new Error("no space"), { code: "disk-full" });
    const problem = await problemOf(appOf({ store: failing(full) }).app.request("/api/reports"));
    expect(problem).toMatchObject({ status: 507, code: "disk-full" });
  });
  it.each([
    [new Error("cannot open /home/user/secret.duckdb"), 500, "internal"],
    [
      Object.assign(new Error("at /home/user/secret.duckdb"), { code: "coder-crashed" }),
      422,
      "coder-crashed",
    ],
  ])("tell nothing of the machine: %s", async (error, status, code) => {
    const { app } = appOf({ store: failing(error) });
    const written: string[] = [];
    const { write } = process.stderr;
    process.stderr.write = (text: string | Uint8Array) => {
      written.push(String(text));
      return true;
    };
    try {
      const problem = await problemOf(app.request("/api/reports"));
      expect(problem).toMatchObject({ status, code });
      expect(JSON.stringify(problem)).not.toContain("secret");
    } finally {
      process.stderr.write = write;
    }
    expect(written.join("")).toContain("secret.duckdb");
  });
});

describe("the workbench's files", () => {
  it.each(["/", "/add", "/reports/abc", "/reports/abc/acts/x%3A1"])("give the page at %s", async (path) => {
    const response = await get(path);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(await response.text()).toContain("<title>Demarche</title>");
  });
  it("are kept by the browser where their names change with them", async () => {
    expect((await get("/assets/index-abc.js")).headers.get("cache-control")).toContain("immutable");
    expect((await get("/")).headers.get("cache-control")).toBe("no-cache");
  });
  it.each([
    "/../package.json",
    "/assets/../../package.json",
    "/assets/..%2f..%2fpackage.json",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/assets/%252e%252e/secret",
    "/assets\\..\\secret",
    "//etc/passwd",
    "/index.html%00.js",
    "/reports/abc/acts/x/y",
    "/.git/config",
  ])("are all that is served: not %s", async (path) => {
    expect((await get(path)).status).toBe(404);
  });
  it("take no posts", async () => {
    expect((await appOf().app.request("/", { method: "POST" })).status).toBe(404);
  });
});

describe("the API", () => {
  it("says what it is", async () => {
    expect(await (await get("/api/health")).json()).toMatchObject({ ok: true, resources: "abc", reports: 4 });
  });
  it.each(["/api", "/api/", "/api/nothing", "/api/reports/a/b"])("has nothing at %s", async (path) => {
    expect(await problemOf(get(path))).toMatchObject({ status: 404 });
  });
  it("describes itself with references that all lead somewhere", async () => {
    const document = (await (await get("/api/openapi.json")).json()) as {
      openapi: string;
      paths: Record<string, object>;
      components: { schemas: Record<string, object> };
    };
    expect(document.openapi).toBe("3.1.0");
    expect(Object.keys(document.paths).sort()).toEqual([
      "/api/events/{id}",
      "/api/health",
      "/api/ledger",
      "/api/reports",
      "/api/reports/{id}",
    ]);
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)].map(([, to]) => to!);
    expect(references).toContain("#/components/schemas/ReadRecord");
    for (const reference of references) {
      expect(reference).toMatch(/^#\/components\/schemas\//);
      expect(Object.keys(document.components.schemas)).toContain(reference.split("/").at(-1));
    }
  });
});

describe("requests that nobody should make", () => {
  it("are answered with what is wrong", async () => {
    const bodiless = await appOf().app.request("/api/reports", { method: "POST" });
    expect(bodiless.status).toBe(400);
    for (const method of ["DELETE", "PUT", "PATCH"]) {
      const response = await appOf().app.request("/api/reports", { method });
      expect(response.status, method).toBe(405);
      expect((await response.json()).code).toBe("no-such-method");
    }
  });
});
