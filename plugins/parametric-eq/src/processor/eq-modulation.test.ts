import { RealFft } from "@headroom/dsp";
import { renderOffline } from "@headroom/sdk/testing";
import { describe, expect, it } from "vitest";
import plugin from "../index.js";
import { EQ_QUALITIES } from "../params.js";
import { RATE, sine, type Values } from "./eq-harness.js";

const SIZE = 4096;
const LENGTH = 20_000;
const MIDDLE = 10_000;
const fft = new RealFft(SIZE);
/** Blackman-Harris: what lies three bins away is 92 dB down. */
const window = Float64Array.from({ length: SIZE }, (_, n) => {
  const t = (2 * Math.PI * n) / SIZE;
  return 0.35875 - 0.48829 * Math.cos(t) + 0.14128 * Math.cos(2 * t) - 0.01168 * Math.cos(3 * t);
});

/** Power above a frequency in one window of a signal. */
function powerAbove(signal: Float32Array, from: number, hz: number): number {
  const real = new Float64Array(fft.bins);
  const imaginary = new Float64Array(fft.bins);
  fft.forward(window.map((w, n) => w * (signal[from + n] ?? 0)), real, imaginary);
  return real.reduce((sum, x, k) => ((k * RATE) / SIZE < hz ? sum : sum + x * x + imaginary[k]! ** 2), 0);
}

interface Change {
  readonly before: Partial<Values>;
  readonly after: Partial<Values>;
  readonly frames?: number;
}

const bell = (hz: number): Partial<Values> => ({ "band1.enabled": true, "band1.type": "bell", "band1.q": 1, "band1.frequency": hz, "band1.gain": 12 });

const CHANGES: Readonly<Record<string, (toneHz: number) => Change>> = {
  "frequency swept from 100 Hz to 10 kHz in 50 ms": (hz) => ({ before: { ...bell(hz), "band1.frequency": 100 }, after: { "band1.frequency": 10_000 }, frames: 2400 }),
  "gain from −12 to 12 dB in 5 ms": (hz) => ({ before: { ...bell(hz), "band1.gain": -12 }, after: { "band1.gain": 12 }, frames: 240 }),
  "type from bell to notch": (hz) => ({ before: bell(hz), after: { "band1.type": "notch" } }),
  "type from high shelf to low cut": (hz) => ({ before: { ...bell(hz), "band1.type": "high-shelf" }, after: { "band1.type": "low-cut" } }),
  "slope from 12 to 96 dB/oct": (hz) => ({ before: { ...bell(hz), "band1.type": "low-cut" }, after: { "band1.slope": "96" } }),
  "band off": (hz) => ({ before: bell(hz), after: { "band1.enabled": false } }),
  "band on": (hz) => ({ before: { ...bell(hz), "band1.enabled": false }, after: { "band1.enabled": true } }),
  "channel from stereo to mid": (hz) => ({ before: bell(hz), after: { "band1.channel": "mid" } }),
  "listening to the band": (hz) => ({ before: bell(hz), after: { listen: 1 } }),
};

/**
 * A sine through a change. All that a slow change gives lies about the sine; a click reaches far above it. The reference
 * is the same window of the same change made so slowly that the output is what the settled filters give.
 */
describe.each(EQ_QUALITIES.map((quality) => [quality] as const))("in %s nothing clicks: far above the tone less than −60 dB of it, more than a slow change gives", (quality) => {
  it.each(Object.keys(CHANGES))("%s", (name) => {
    for (const hz of [100, 440, 1000]) {
      const { before, after, frames } = CHANGES[name]!(hz);
      const tone = sine(hz, LENGTH);
      const render = (rampFrames: number | undefined, at: number) =>
        renderOffline(plugin, {
          input: [tone, tone],
          params: { ...before, quality },
          events: [{ frame: at, values: after, ...(rampFrames === undefined ? {} : { rampFrames }) }],
        });
      const fast = render(frames, MIDDLE);
      const slow = render(frames === undefined ? undefined : LENGTH, frames === undefined ? LENGTH : 0);
      const reference = powerAbove(tone, MIDDLE, 0);
      const top = Math.max(8 * hz, 4000);
      for (let from = MIDDLE - SIZE; from + SIZE <= Math.min(LENGTH, MIDDLE + fast.latency + 4 * 2400); from += 256) {
        const residual = powerAbove(fast.output[0]!, from, top) - powerAbove(slow.output[0]!, from, top);
        expect(10 * Math.log10(Math.max(residual, 1e-30) / reference), `${hz} Hz, window from ${from}`).toBeLessThan(-60);
      }
    }
  });
});

describe("changes of quality", () => {
  it.each(EQ_QUALITIES.flatMap((from) => EQ_QUALITIES.filter((to) => to !== from).map((to) => [from, to] as const)))("%s to %s does not click, and says its latency", (from, to) => {
    const length = 60_000;
    const tone = sine(1000, length);
    const { output, latency } = renderOffline(plugin, { input: [tone, tone], params: { ...bell(1000), quality: from }, events: [{ frame: 20_000, values: { quality: to } }] });
    expect(latency).toBe(renderOffline(plugin, { input: [new Float32Array(1)], params: { quality: to } }).latency);
    const reference = powerAbove(tone, MIDDLE, 0);
    for (let at = 16_000; at + SIZE < length; at += 512) expect(10 * Math.log10(powerAbove(output[0]!, at, 8000) / reference)).toBeLessThan(-60);
    for (let n = 0; n < length; n++) expect(Math.abs(output[0]![n]!)).toBeLessThan(2.05);
  });
});
