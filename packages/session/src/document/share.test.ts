import fc from "fast-check";
import { expect, test } from "vitest";
import { same, share } from "./share.js";

const json = fc.jsonValue({ maxDepth: 4 });

test("sharing changes nothing but identity", () => {
  fc.assert(fc.property(json, json, (previous, next) => {
    const before = structuredClone([previous, next]);
    expect(share(previous, next)).toEqual(before[1]);
    expect([previous, next]).toEqual(before);
  }));
});

test("an equal value is replaced by the previous one, and is the same", () => {
  fc.assert(fc.property(json, (value) => {
    const copy = structuredClone(value);
    expect(share(value, copy)).toBe(value);
    expect(same(value, copy)).toBe(true);
  }));
});

test("equal parts of unequal values are shared", () => {
  const previous = { left: { a: [1] }, right: { b: 2 } };
  const next = share(previous, { left: { a: [1] }, right: { b: 3 } });
  expect(next.left).toBe(previous.left);
  expect(next.right).toEqual({ b: 3 });
  expect(same(previous, next)).toBe(false);
});

test("a list is no object, and a missing field is no undefined one", () => {
  expect(share([], {})).toEqual({});
  expect(same({ a: undefined }, { b: undefined })).toBe(false);
  expect(same([1, 2], [1])).toBe(false);
});
