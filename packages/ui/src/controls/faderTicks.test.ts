import { decibels, toTravel } from "@headroom/sdk";
import { describe, expect, it } from "vitest";
import { faderText, faderTicks } from "./faderTicks.js";

const spec = decibels({ min: -120, max: 12, default: 0, taper: "fader" });

describe("faderTicks", () => {
  it("runs from the top down to −∞ and marks unity", () => {
    const ticks = faderTicks(spec);
    expect(ticks[0]?.text).toBe("+12");
    expect(ticks.at(-1)).toEqual({ text: "−∞", travel: 0, isUnity: false });
    expect(ticks.find((tick) => tick.isUnity)).toEqual({ text: "0", travel: toTravel(spec, 0), isUnity: true });
  });

  it.each([0.03, 0.055, 0.1, 0.3])("keeps marks at least %d of the travel apart, unity always among them", (gap) => {
    const ticks = faderTicks(spec, gap);
    for (let i = 1; i < ticks.length; i++) expect(ticks[i - 1]!.travel - ticks[i]!.travel).toBeGreaterThanOrEqual(gap);
    expect(ticks.some((tick) => tick.isUnity)).toBe(true);
  });

  it("writes the bottom of a linear range as it is", () => {
    expect(faderTicks(decibels({ min: -24, max: 0, default: 0 })).at(-1)?.text).toBe("−24");
  });
});

describe("faderText", () => {
  it("reads −∞ at the bottom of a fader taper alone", () => {
    expect(faderText(spec, -120)).toBe("−∞ dB");
    expect(faderText(spec, -119.9)).toBe("−119.9 dB");
    expect(faderText(decibels({ min: -24, max: 0, default: 0 }), -24)).toBe("−24.0 dB");
  });
});
