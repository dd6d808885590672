// `npm test`: sets up what is missing, then runs every check.

import { needBuild, needNode, needPackages, wantChromium, wantCurrentNode } from "./setup.mjs";

needNode();
needPackages();
wantChromium();
wantCurrentNode();
needBuild();
await import("./check.mjs");
