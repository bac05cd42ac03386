import { renderOffline } from "@headroom/sdk/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import plugin from "../index.js";

const RATE = 48_000;

function sine(hz: number, peakDb: number, seconds: number): Float32Array {
  const amplitude = 10 ** (peakDb / 20);
  return Float32Array.from({ length: seconds * RATE }, (_, n) => amplitude * Math.sin((2 * Math.PI * hz * n) / RATE));
}

describe("Meter", () => {
  it("copies any input bit for bit", () => {
    fc.assert(
      fc.property(fc.float32Array({ minLength: 1, maxLength: 300, noNaN: true }), (signal) => {
        const { output } = renderOffline(plugin, { input: [signal, signal] });
        expect(new Uint32Array(output[0]!.buffer)).toEqual(new Uint32Array(new Float32Array(signal).buffer));
      }),
    );
  });

  it("reads a −18 dBFS sine as peak −18.0 and RMS −21.0, to 0.05 dB", () => {
    const tone = sine(997, -18, 3);
    const { readout } = renderOffline(plugin, { input: [tone, tone] });
    for (const c of [0, 1]) {
      expect(Math.abs(readout("peak")[c]! + 18)).toBeLessThan(0.05);
      expect(Math.abs(readout("hold")[c]! + 18)).toBeLessThan(0.05);
      expect(Math.abs(readout("max")[c]! + 18)).toBeLessThan(0.05);
      expect(Math.abs(readout("rms")[c]! + 21.01)).toBeLessThan(0.05);
    }
  });

  it("covers 63 % of a step of power in integrationMs", () => {
    const step = new Float32Array(0.3 * RATE).fill(1);
    const { readout } = renderOffline(plugin, { input: [step, step], params: { integrationMs: 300 } });
    expect(10 ** (readout("rms")[0]! / 10)).toBeCloseTo(1 - Math.exp(-1), 3);
  });

  it("lets the peak fall at 20 dB/s and the hold stay for holdSeconds", () => {
    const burst = new Float32Array(2 * RATE);
    burst[0] = 1;
    const at = (seconds: number) =>
      renderOffline(plugin, { input: [burst.subarray(0, seconds * RATE), burst.subarray(0, seconds * RATE)], params: { holdSeconds: 1 } });
    expect(at(0.5).readout("peak")[0]).toBeCloseTo(-10, 1);
    expect(at(0.99).readout("hold")[0]).toBeCloseTo(0, 3);
    expect(at(1.1).readout("hold")[0]).toBeLessThan(-19);
    expect(at(2).readout("max")[0]).toBe(0);
  });

  it("counts runs at or over full scale, and starts anew at the trigger", () => {
    const hot = new Float32Array(2000);
    hot.set([1, 1.2, 1, 0, -1, 0, 0.999], 100);
    const counted = renderOffline(plugin, { input: [hot, hot] });
    expect(counted.readout("clips")).toEqual(Float32Array.of(2, 2));
    const again = renderOffline(plugin, { input: [hot, hot], events: [{ frame: 1000, values: { reset: true } }] });
    expect(again.readout("clips")).toEqual(Float32Array.of(0, 0));
    expect(again.readout("max")[0]).toBeLessThan(0.5);
  });

  it("gives the same readouts however the stream is cut", () => {
    const tone = sine(313, -1, 0.1);
    const all = (blockSize: number) => {
      const { readout } = renderOffline(plugin, { input: [tone, tone], blockSize });
      return Object.keys(plugin.readouts).map((id) => [...readout(id)]);
    };
    expect(all(1)).toEqual(all(128));
    expect(all(37)).toEqual(all(128));
  });
});
