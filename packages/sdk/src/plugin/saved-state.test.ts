import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_STATE_LETTERS, readState, stateVersion, writeState, type StateSpec } from "./saved-state.js";

const spec: StateSpec = {
  version: 3,
  migrate: {
    1: ({ level, ...rest }) => ({ ...rest, gain: level }),
    2: (data) => {
      if (typeof data["gain"] !== "number") throw new TypeError("gain is no number");
      return { ...data, gainDb: 20 * Math.log10(data["gain"]) };
    },
  },
};
const saved = (version: number, data: unknown) => ({ version, data: JSON.stringify(data) });

describe("a processor's own data", () => {
  it("come back as they were saved", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string().filter((key) => key !== "__proto__"), fc.jsonValue()), (data) => {
        expect(JSON.stringify(readState(writeState(data, undefined), undefined))).toBe(JSON.stringify(data));
      }),
    );
    expect(writeState({}, spec)).toEqual({ version: 3, data: "{}" });
    expect(stateVersion(undefined)).toBe(1);
  });

  it("are brought up to date step by step", () => {
    expect(readState(saved(1, { level: 1, name: "a" }), spec)).toEqual({ gain: 1, gainDb: 0, name: "a" });
    expect(readState(saved(2, { gain: 10 }), spec)).toEqual({ gain: 10, gainDb: 20 });
    expect(readState(saved(3, { gain: "as it is" }), spec)).toEqual({ gain: "as it is" });
  });

  it.each<[string, () => unknown, string]>([
    ["a newer form", () => readState(saved(4, {}), spec), "a newer version of the plugin saved them (form 4; this one reads up to 3); update the plugin"],
    ["a missing step", () => readState(saved(0, {}), spec), "they have version 0, and the plugin has no step from version 0 to 1"],
    ["a step that throws", () => readState(saved(2, {}), spec), "gain is no number"],
    ["noise", () => readState({ version: 3, data: "\u0000\uffff{" }, spec), "they are damaged: no JSON"],
    ["a list", () => readState(saved(3, [1]), spec), "in form 3 they are a list, and must be an object"],
    ["a list on the way", () => readState(saved(1, { level: 1 }), { version: 2, migrate: { 1: () => [] as never } }), "in form 2 they are an empty list, and must be an object"],
    ["too much", () => readState({ version: 3, data: " ".repeat(MOST_STATE_LETTERS + 1) }, spec), "they are 1,048,577 letters long, and 1,048,576 is the most; keep audio and pictures out of them"],
    ["saving too much", () => writeState({ text: "x".repeat(2_000_000) }, spec), "they are 2,000,011 letters long, and 1,048,576 is the most; keep audio and pictures out of them"],
    ["saving nothing", () => writeState(undefined, spec), "save() gave nothing; it must give an object of plain data"],
    ["saving a number", () => writeState(3, spec), "save() gave 3; it must give an object of plain data"],
  ])("refuses %s", (_, run, reason) => {
    expect(run).toThrow(new RegExp(`^${reason.replaceAll(/[().*]/g, "\\$&")}$`));
  });
});
