import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isoDate } from "../../src/cli/input.ts";
import { keepInputs, openOutput, replaceFile } from "../../src/cli/output.ts";

const folder = mkdtempSync(join(tmpdir(), "demarche-output-"));
const file = (name: string) => join(folder, name);

describe("a command's output", () => {
  it("takes its place only when it is whole", async () => {
    writeFileSync(file("a"), "before");
    const out = await openOutput(file("a"));
    await out.write("after");
    expect(readFileSync(file("a"), "utf8")).toBe("before");
    await out.close();
    expect(readFileSync(file("a"), "utf8")).toBe("after\n");
    expect(existsSync(file("a.part"))).toBe(false);
  });

  it("leaves the old file where writing fails", async () => {
    writeFileSync(file("b"), "before");
    const failing = replaceFile(file("b"), async (part) => {
      writeFileSync(part, "half");
      throw new Error("no room");
    });
    await expect(failing).rejects.toThrow("no room");
    expect(readFileSync(file("b"), "utf8")).toBe("before");
    expect(existsSync(file("b.part"))).toBe(false);
  });

  it("is never what the command reads, by whatever path", () => {
    writeFileSync(file("c"), "report");
    expect(() => keepInputs(join(folder, ".", "c"), [file("c")])).toThrow("name another file");
    expect(() => keepInputs(file("new"), [file("c")])).not.toThrow();
    expect(() => keepInputs("-", ["-"])).not.toThrow();
  });

  it("says what cannot be written", async () => {
    await expect(openOutput(join(folder, "missing", "x"))).rejects.toThrow("cannot be written");
  });
});

describe("a day on the command line", () => {
  it.each(["1998-10-06", "2000-02-29"])("%s", (day) => expect(isoDate(day)).toBe(day));
  it.each(["1998-13-01", "1999-02-29", "0000-01-01", "6 Oct 1998", "1998-10-6", ""])("not %j", (day) =>
    expect(() => isoDate(day)).toThrow("YYYY-MM-DD"),
  );
});
