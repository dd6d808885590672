import { describe, expect, it } from "vitest";
import { createApp, listen } from "../../src/server/index.ts";
import { memoryStore } from "./fixture.ts";

const app = createApp({
  store: memoryStore([]),
  pool: { addReport: () => Promise.reject(new Error("not asked")) },
  resourcesVersion: "abc",
});

describe("listening", () => {
  it("answers on the address that it names, until it is closed", async () => {
    const server = await listen(app, { host: "127.0.0.1", port: 0 });
    const response = await fetch(`${server.address}/api/health`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ ok: true });
    await server.close();
    await expect(fetch(`${server.address}/api/health`)).rejects.toThrow();
  });
  it("refuses a port that is taken", async () => {
    const server = await listen(app, { host: "127.0.0.1", port: 0 });
    const port = Number(new URL(server.address).port);
    await expect(listen(app, { host: "127.0.0.1", port })).rejects.toMatchObject({ code: "EADDRINUSE" });
    await server.close();
  });
});
