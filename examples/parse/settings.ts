import { fileURLToPath } from "node:url";
import type { InlineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The page of this folder for Vite, with the package's data beside it. */
export const settings: InlineConfig = {
  configFile: false,
  root: here("."),
  base: "./",
  publicDir: here("../../dist/data"),
};
