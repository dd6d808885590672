export type { Analysis } from "./pipeline.ts";
