import fc from "fast-check";
import { expect, it } from "vitest";
import { checkMessage } from "./check-message.js";

const raw = (value: unknown) => ({ type: "RAW", value });
const call = (name: unknown, ...args: unknown[]) => ({ id: "1", type: "APPLY", path: [name], argumentList: args.map(raw) });

it("makes a sound call anew", () => {
  expect(checkMessage(call("set", "gain", -3))).toEqual(call("set", "gain", -3));
  expect(checkMessage({ ...call("begin", "gain"), more: 1 })).toEqual(call("begin", "gain"));
});

it.each([
  ["another method", call("eval", "1")],
  ["what every object inherits", call("constructor", "1")],
  ["__proto__", call("__proto__")],
  ["a longer path", { id: "1", type: "APPLY", path: ["set", "constructor"], argumentList: [raw("return 1")] }],
  ["an empty path", { id: "1", type: "APPLY", path: [], argumentList: [] }],
  ["construction", { id: "1", type: "CONSTRUCT", path: ["set", "constructor"], argumentList: [raw("return 1")] }],
  ["a property set", { id: "1", type: "SET", path: ["__proto__", "polluted"], value: raw(1) }],
  ["a property read", { id: "1", type: "GET", path: ["set"] }],
  ["another endpoint", { id: "1", type: "ENDPOINT", path: [] }],
  ["release", { id: "1", type: "RELEASE", path: [] }],
  ["a proxied argument", { id: "1", type: "APPLY", path: ["begin"], argumentList: [{ type: "HANDLER", name: "proxy", value: {} }] }],
  ["a number that is none", call("set", "gain", Number.NaN)],
  ["an infinite size", call("resize", Number.POSITIVE_INFINITY, 1)],
  ["an id that is no text", call("set", { toString: "gain" }, 1)],
  ["a very long id", call("begin", "x".repeat(201))],
  ["a list", [1, 2]],
  ["nothing", null],
])("refuses %s", (_, message) => {
  expect(checkMessage(message)).toBeUndefined();
});

it("lets an answer carry a size or an error's message, and nothing else", () => {
  expect(checkMessage({ id: "1", type: "RAW", value: { width: 4, height: 5, more: 6 } })).toEqual({ id: "1", type: "RAW", value: { width: 4, height: 5 } });
  expect(checkMessage({ id: "1", type: "RAW", value: "text" })).toEqual({ id: "1", type: "RAW", value: undefined });
  expect(checkMessage({ id: "1", type: "HANDLER", name: "proxy", value: {} })).toMatchObject({ name: "throw" });
  expect(checkMessage({ id: "1", type: "HANDLER", name: "throw", value: { isError: true, value: { message: "x".repeat(1000), then: 1 } } })).toEqual({
    id: "1",
    type: "HANDLER",
    name: "throw",
    value: { isError: true, value: { name: "Error", message: "x".repeat(300) } },
  });
});

it("never throws, never lets through what it did not make, and changes no prototype, whatever comes", () => {
  const names = fc.constantFrom("begin", "set", "end", "watch", "observe", "resize", "key", "__proto__", "constructor", "toString");
  const message = fc.record(
    { id: fc.anything(), type: fc.constantFrom("APPLY", "RAW", "HANDLER", "SET", "GET"), path: fc.oneof(fc.array(names), fc.anything()), argumentList: fc.anything(), value: fc.anything() },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(message, (value) => {
      const made = checkMessage(value) as Record<string, unknown> | undefined;
      expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
      if (made) expect(["APPLY", "RAW", "HANDLER"]).toContain(made["type"]);
      if (made?.["type"] === "APPLY") expect(made["path"]).toHaveLength(1);
    }),
  );
});
