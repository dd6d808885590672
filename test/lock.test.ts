import { describe, expect, it } from "vitest";
import { read } from "./checkout.ts";

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly resolved?: string;
  readonly dependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}

const lock = JSON.parse(read("package-lock.json")) as { packages: Record<string, Locked> };
const manifest = JSON.parse(read("package.json")) as Record<string, Record<string, string>>;
const shippable =
  /^(MIT|ISC|BSD(-[23]-Clause)?|0BSD|Apache-2\.0|Python-2\.0|\(?MIT OR [\w.-]+\)?|BlueOak-1\.0\.0|CC0-1\.0|MIT-0)$/;

/** Where Node would find a package from inside another one. */
function locate(name: string, from: string): string | null {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    const path = at === "" ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (path in lock.packages) return path;
    if (at === "") return null;
  }
}

describe("the lock file", () => {
  it("holds every dependency of every locked package, the optional ones of other platforms too", () => {
    const missing: string[] = [];
    for (const [path, entry] of Object.entries(lock.packages)) {
      for (const name of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })) {
        if (locate(name, path) === null) missing.push(`${path || "the package itself"} wants ${name}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it("names no registry", () => {
    expect(Object.entries(lock.packages).filter(([, entry]) => entry.resolved !== undefined)).toEqual([]);
  });

  it("has a checksum for everything", () => {
    const bare = Object.entries(lock.packages).filter(
      ([path, entry]) => path !== "" && entry.integrity === undefined,
    );
    expect(bare).toEqual([]);
  });

  it("pins exact versions", () => {
    const versions = { ...manifest["dependencies"], ...manifest["devDependencies"] };
    for (const [name, version] of Object.entries(versions))
      expect(`${name} ${version}`).toMatch(/ \d+\.\d+\.\d+(-[\w.]+)?$/);
  });

  it("ships only what may be shipped", () => {
    const wrong = Object.entries(lock.packages).filter(
      ([path, entry]) => path !== "" && entry.dev !== true && !shippable.test(entry.license ?? "none"),
    );
    expect(wrong.map(([path, entry]) => `${path}: ${entry.license}`)).toEqual([]);
  });
});
