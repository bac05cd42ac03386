import { renderOffline } from "@headroom/sdk/testing";
import { describe, expect, it } from "vitest";
import plugin from "../index.js";
import { EQ_QUALITIES } from "../params.js";
import { RATE, sine, type Values } from "./eq-harness.js";

const dynamic = (values: Partial<Values> = {}): Partial<Values> => ({
  "band4.enabled": true, "band4.frequency": 1000, "band4.gain": 0, "band4.dynamic": true, "band4.dynamicThreshold": -30, "band4.dynamicRatio": 4, ...values,
});

/** Level of the last tenth of a second, in dBFS as a sine's peak. */
function endLevelDb(signal: Float32Array): number {
  const end = signal.subarray(signal.length - RATE / 10);
  return 10 * Math.log10((2 * end.reduce((sum, x) => sum + x * x, 0)) / end.length);
}

function gainDb(params: Partial<Values>, hz: number, levelDb: number): number {
  const tone = sine(hz, RATE, 10 ** (levelDb / 20));
  return endLevelDb(renderOffline(plugin, { input: [tone, tone], params }).output[0]!) - levelDb;
}

describe("a dynamic band", () => {
  it.each(EQ_QUALITIES.map((quality) => [quality] as const))("turns what is over its threshold down by the ratio, within 0.3 dB, in %s", (quality) => {
    for (const [levelDb, wantedDb] of [[-50, 0], [-20, -7.5], [-10, -15], [-6, -18]] as const) {
      expect(Math.abs(gainDb(dynamic({ quality }), 1000, levelDb) - wantedDb)).toBeLessThan(0.3);
    }
  });

  it("leaves what is far from its frequency alone", () => {
    expect(Math.abs(gainDb(dynamic({ "band4.q": 4 }), 8000, -6))).toBeLessThan(0.3);
  });

  it("adds to the static gain, turns up below a ratio of 1, and follows the gain scale", () => {
    expect(Math.abs(gainDb(dynamic({ "band4.gain": 6 }), 1000, -10) - (6 - 15))).toBeLessThan(0.4);
    expect(Math.abs(gainDb(dynamic({ "band4.dynamicRatio": 0.5 }), 1000, -20) - 10)).toBeLessThan(0.3);
    expect(Math.abs(gainDb(dynamic({ gainScale: 50 }), 1000, -10) + 7.5)).toBeLessThan(0.3);
  });

  it("works as a shelf on its side of the frequency", () => {
    const shelf = dynamic({ "band4.type": "high-shelf", "band4.frequency": 3000 });
    expect(Math.abs(gainDb(shelf, 12_000, -10) + 15)).toBeLessThan(0.5);
    expect(Math.abs(gainDb(shelf, 200, -10))).toBeLessThan(0.1);
  });

  it("hears the channel that it filters", () => {
    const tone = sine(1000, RATE, 0.3);
    const silent = new Float32Array(RATE);
    const reduced = (channel: "left" | "right" | "side", input: Float32Array[]) =>
      renderOffline(plugin, { input, params: dynamic({ "band4.channel": channel }) }).readout("dynamics")[3]!;
    expect(reduced("left", [tone, silent])).toBeLessThan(-10);
    expect(reduced("right", [tone, silent])).toBe(0);
    expect(reduced("side", [tone, tone])).toBe(0);
    expect(reduced("side", [tone, tone.map((x) => -x)])).toBeLessThan(-10);
  });

  it("takes its attack to go, its release to come back", () => {
    const frames = 2 * RATE;
    const tone = sine(1000, frames, 0.316);
    tone.fill(0, RATE);
    const at = (frame: number) =>
      renderOffline(plugin, { input: [tone.subarray(0, frame)], params: dynamic({ "band4.dynamicAttack": 50, "band4.dynamicRelease": 200 }) }).readout("dynamics")[3]!;
    const full = at(RATE);
    expect(Math.abs(full + 15)).toBeLessThan(0.3);
    // One time constant goes 63 % of the way.
    expect(at(0.05 * RATE) / full).toBeGreaterThan(0.55);
    expect(at(0.05 * RATE) / full).toBeLessThan(0.68);
    expect(at(1.2 * RATE) / full).toBeGreaterThan(0.33);
    expect(at(1.2 * RATE) / full).toBeLessThan(0.45);
  });

  it("says what it adds, and nothing once it is off", () => {
    const tone = sine(1000, RATE, 0.3);
    const events = [{ frame: RATE / 4, values: { "band4.dynamic": false } }];
    const { readout } = renderOffline(plugin, { input: [tone, tone], params: dynamic({ "band4.dynamicRelease": 20 }), events });
    expect(readout("dynamics").every((db) => db === 0)).toBe(true);
  });

  it("does not modulate a low tone within its period: harmonics stay below −50 dB", () => {
    const tone = sine(50, 2 * RATE, 0.5);
    const { output } = renderOffline(plugin, { input: [tone, tone], params: dynamic({ "band4.frequency": 50, "band4.dynamicAttack": 10, "band4.dynamicRelease": 100 }) });
    const end = output[0]!.subarray(RATE);
    const partial = (hz: number) => {
      let [re, im] = [0, 0];
      end.forEach((x, n) => {
        re += x * Math.cos((2 * Math.PI * hz * n) / RATE);
        im += x * Math.sin((2 * Math.PI * hz * n) / RATE);
      });
      return 20 * Math.log10(Math.hypot(re, im) / (end.length / 2));
    };
    for (const hz of [100, 150, 200, 250]) expect(partial(hz) - partial(50)).toBeLessThan(-50);
  });
});
