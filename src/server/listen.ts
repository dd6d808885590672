import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { OpenAPIHono } from "@hono/zod-openapi";

export interface Listening {
  /** `http://127.0.0.1:4110` */
  readonly address: string;
  /** Answers what has been asked, then stops. */
  close(): Promise<void>;
}

/** Opens a port for an app; port 0 takes a free one. Rejects with Node's own error, `EADDRINUSE` among them. */
export function listen(app: OpenAPIHono, at: { host: string; port: number }): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(at.port, at.host, () => {
      server.off("error", reject);
      const { port } = server.address() as AddressInfo;
      const host = at.host.includes(":") ? `[${at.host}]` : at.host;
      const close = () =>
        new Promise<void>((done) => {
          server.close(() => done());
          if ("closeIdleConnections" in server) server.closeIdleConnections();
        });
      resolve({ address: `http://${host}:${port}`, close });
    });
  });
}
