export type { Engine } from "./engine.ts";
export { type Kernel, scalarKernel, simdKernel } from "./kernel.ts";
export { type Model, readModel } from "./model.ts";
export { parse, parseText, tagAndParse } from "./parse.ts";
