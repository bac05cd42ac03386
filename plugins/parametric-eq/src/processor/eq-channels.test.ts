import { renderOffline } from "@headroom/sdk/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import plugin from "../index.js";
import { EQ_QUALITIES, type BandChannel } from "../params.js";
import { anyBands, eachBand, noise, worstDifference, type Values } from "./eq-harness.js";

const [left, right] = [noise(4000, 1), noise(4000, 2)];
const band = (channel: BandChannel): Partial<Values> => ({ "band4.enabled": true, "band4.gain": 9, "band4.q": 2, "band4.channel": channel });
const render = (params: Partial<Values>, input = [left, right]) => renderOffline(plugin, { input, params }).output;

/** The mean and half the difference of two signals. */
function midSide([l, r]: readonly Float32Array[]): [Float32Array, Float32Array] {
  return [l!.map((x, n) => (x + r![n]!) / 2), l!.map((x, n) => (x - r![n]!) / 2)];
}

describe.each(EQ_QUALITIES.map((quality) => [quality] as const))("channels in %s", (quality) => {
  it("left filters the left channel alone, right the right", () => {
    const off = render({ quality });
    const stereo = render({ ...band("stereo"), quality });
    const onLeft = render({ ...band("left"), quality });
    const onRight = render({ ...band("right"), quality });
    expect(worstDifference(onLeft[0]!, stereo[0]!)).toBeLessThan(1e-6);
    expect(onLeft[1]).toEqual(off[1]);
    expect(onRight[0]).toEqual(off[0]);
    expect(worstDifference(onRight[1]!, stereo[1]!)).toBeLessThan(1e-6);
  });

  it("mid filters what both share, side what differs", () => {
    const off = midSide(render({ quality }));
    const stereo = midSide(render({ ...band("stereo"), quality }));
    const onMid = midSide(render({ ...band("mid"), quality }));
    const onSide = midSide(render({ ...band("side"), quality }));
    expect(worstDifference(onMid[0], stereo[0])).toBeLessThan(1e-6);
    expect(worstDifference(onMid[1], off[1])).toBeLessThan(1e-6);
    expect(worstDifference(onSide[0], off[0])).toBeLessThan(1e-6);
    expect(worstDifference(onSide[1], stereo[1])).toBeLessThan(1e-6);
  });

  it("the same bands on mid and side, or on left and right, are the bands on stereo", () => {
    fc.assert(
      fc.property(anyBands(2), (bands) => {
        const mild = eachBand(bands, (name, value) => (name === "gain" ? (value as number) / 2 : name === "q" ? Math.min(4, Math.max(0.2, value as number)) : name === "frequency" ? Math.max(100, value as number) : name === "enabled" ? true : value));
        const copies = (first: BandChannel, second: BandChannel): Partial<Values> => {
          const one = eachBand(mild, (name, value) => (name === "channel" ? first : value));
          const two = Object.fromEntries(Object.entries(eachBand(mild, (name, value) => (name === "channel" ? second : value))).map(([id, value]) => [id.replace(/^band(\d+)/, (_, n) => `band${Number(n) + 2}`), value]));
          return { ...one, ...two, quality };
        };
        const stereo = render({ ...eachBand(mild, (name, value) => (name === "channel" ? "stereo" : value)), quality });
        for (const [first, second] of [["mid", "side"], ["left", "right"]] as const) {
          const parted = render(copies(first, second));
          const size = Math.max(1, ...stereo[0]!.map(Math.abs));
          expect(worstDifference(parted[0]!, stereo[0]!) / size).toBeLessThan(2e-6);
          expect(worstDifference(parted[1]!, stereo[1]!) / size).toBeLessThan(2e-6);
        }
      }),
      { numRuns: 10 },
    );
  });
});
