export type { Model } from "./model.ts";
export { readModel } from "./model.ts";
export { parse, parseText, tagAndParse } from "./parse.ts";
