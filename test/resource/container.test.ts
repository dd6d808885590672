import { expect, test } from "vitest";
import { CONTAINER_VERSION, readContainer, writeContainer } from "../../src/resource/index.ts";

const bytes = writeContainer({
  kind: "model",
  meta: { features: 3, licence: "CC BY-SA 4.0" },
  sections: {
    words: "naïve\nword",
    small: Int8Array.of(-1, 2),
    large: Float64Array.of(0.5, -3),
    odd: Uint16Array.of(7),
  },
});

test("sections come back with their types", () => {
  const container = readContainer(bytes, "model");
  expect(container.text("words")).toBe("naïve\nword");
  expect(container.section("small")).toEqual(Int8Array.of(-1, 2));
  expect(container.section("large")).toEqual(Float64Array.of(0.5, -3));
  expect(container.meta).toEqual({ features: 3, licence: "CC BY-SA 4.0" });
  expect(container.names).toEqual(["words", "small", "large", "odd"]);
});

test("bytes at an odd offset are read all the same", () => {
  const shifted = new Uint8Array(bytes.length + 3);
  shifted.set(bytes, 3);
  expect(readContainer(shifted.subarray(3)).section("large")).toEqual(Float64Array.of(0.5, -3));
});

test("another version is refused, and both are named", () => {
  const other = bytes.slice();
  new DataView(other.buffer).setUint32(8, CONTAINER_VERSION + 6, true);
  expect(() => readContainer(other)).toThrow(
    new RegExp(`version ${CONTAINER_VERSION + 6}.*version ${CONTAINER_VERSION}`),
  );
});

test("what is no container, cut short, or of another kind is refused", () => {
  expect(() => readContainer(new Uint8Array(4))).toThrow(RangeError);
  expect(() => readContainer(new TextEncoder().encode("a text file of some length"))).toThrow(RangeError);
  expect(() => readContainer(bytes.subarray(0, bytes.length - 16))).toThrow(/cut short/);
  expect(() => readContainer(bytes, "lexicon")).toThrow(/model, not a lexicon/);
  expect(() => readContainer(bytes).section("none")).toThrow(/no section "none"/);
});

test("the same source gives the same bytes", () => {
  const again = writeContainer({ kind: "model", sections: { a: "x" } });
  expect(writeContainer({ kind: "model", sections: { a: "x" } })).toEqual(again);
  expect(readContainer(again).digest).not.toBe(readContainer(bytes).digest);
});
