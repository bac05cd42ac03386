import { fromNumber, toNumber } from "@headroom/sdk";
import { describe, expect, it } from "vitest";
import plugin from "./index.js";
import { gainTrimParams, type GainTrimParams } from "./params.js";

describe("the presets", () => {
  it("have names of their own", () => {
    const names = plugin.presets?.map(({ name }) => name) ?? [];
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names).size).toBe(names.length);
  });

  it("set only values that the parameters take as they are, and do not start to listen", () => {
    for (const { values } of plugin.presets ?? []) {
      expect(Object.keys(values)).not.toContain("listen");
      for (const [id, value] of Object.entries(values)) {
        const spec = gainTrimParams[id as keyof GainTrimParams];
        expect(fromNumber(spec, toNumber(spec, value))).toBe(value);
      }
    }
  });
});
