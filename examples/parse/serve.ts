// Shows the page of this folder: npx tsx examples/parse/serve.ts

import { createServer } from "vite";
import { settings } from "./settings.ts";

const server = await createServer({ ...settings, server: { host: "127.0.0.1", port: 4120 } });
await server.listen();
server.printUrls();
