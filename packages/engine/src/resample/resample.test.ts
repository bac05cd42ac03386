import { describe, expect, it } from "vitest";
import { resample } from "./resample.js";

const tone = (hz: number, rate: number, frames: number) => Float32Array.from({ length: frames }, (_, n) => 0.5 * Math.sin((2 * Math.PI * hz * n) / rate));

/** Error against a reference in dB of the reference, without the first and last 20 ms, where a filter meets silence. */
function errorDb(samples: Float32Array, reference: Float32Array, rate: number): number {
  const edge = Math.round(rate * 0.02);
  let error = 0;
  let power = 0;
  for (let i = edge; i < reference.length - edge; i++) {
    error += ((samples[i] ?? 0) - (reference[i] ?? 0)) ** 2;
    power += (reference[i] ?? 0) ** 2;
  }
  return 10 * Math.log10(error / power);
}

describe("resample", () => {
  it.each([
    [44_100, 48_000], [48_000, 44_100], [48_000, 96_000], [96_000, 44_100], [22_050, 48_000],
  ])("takes tones from %d to %d Hz on the same instants: the middle to −100 dB, near the top to −80 dB", async (from, to) => {
    const top = 0.42 * Math.min(from, to);
    const input = [tone(997, from, from), tone(top, from, from)];
    const output = await resample(input, from, to);
    expect(output.map(({ length }) => length)).toEqual([to, to]);
    expect(errorDb(output[0]!, tone(997, to, to), to)).toBeLessThan(-100);
    // 84 % of the lower rate's half: the passband is flat to 0.001 dB there.
    expect(errorDb(output[1]!, tone(top, to, to), to)).toBeLessThan(-80);
  });

  it("lets nothing above the lower rate's half through", async () => {
    const [output] = await resample([tone(30_000, 96_000, 96_000)], 96_000, 44_100);
    expect(Math.max(...output!.subarray(2000, 42_000).map(Math.abs))).toBeLessThan(1e-5);
  });

  it("leaves audio of the same rate as it is, and nothing as nothing", async () => {
    const input = [tone(997, 48_000, 100)];
    expect(await resample(input, 48_000, 48_000)).toBe(input);
    expect(await resample([new Float32Array(0)], 44_100, 48_000)).toEqual([new Float32Array(0)]);
  });

  it("is as long in time as its input, whatever the length of its last block", async () => {
    for (const frames of [1, 8191, 8192, 8193]) {
      const [output] = await resample([tone(997, 44_100, frames)], 44_100, 48_000);
      expect(output).toHaveLength(Math.round((frames * 48_000) / 44_100));
    }
  });

  it("ends when what looks at its progress throws", async () => {
    const stop = () => { throw new Error("enough"); };
    await expect(resample([tone(997, 44_100, 44_100)], 44_100, 48_000, stop)).rejects.toThrow("enough");
  });
});
