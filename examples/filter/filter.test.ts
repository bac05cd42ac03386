import { curveFrequencies } from "@headroom/sdk";
import { frequencyResponse, noise, processAllocations, renderOffline } from "@headroom/sdk/testing";
import { addAudioMatchers } from "@headroom/sdk/vitest";
import { describe, expect, it } from "vitest";
import filter from "./index.js";
import { filterReadouts } from "./params.js";

addAudioMatchers(expect);
const frequencies = [...curveFrequencies(filterReadouts.response)];

describe.each(["low-pass", "high-pass"] as const)("%s", (type) => {
  const params = { type, cutoff: 1000, resonance: 2 } as const;

  it("shows the response that it has, to 0.01 dB where that is above −60 dB", () => {
    const { readout } = renderOffline(filter, { input: [noise(256)], params, observe: ["response"] });
    const shown = [...readout("response")];
    const [measured = []] = frequencyResponse(filter, frequencies, { params });
    const heard = frequencies.flatMap((_, i) => (measured[i]!.db > -60 ? [Math.abs(measured[i]!.db - shown[i]!)] : []));
    expect(heard.length).toBeGreaterThan(30);
    expect(Math.max(...heard)).toBeLessThan(0.01);
  });

  it("is at its Q where it cuts, and 12 dB an octave steep", () => {
    const [[at, far, further] = []] = frequencyResponse(filter, type === "low-pass" ? [1000, 4000, 8000] : [1000, 100, 50], { params, sampleRate: 192_000 });
    expect(at!.db).toBeCloseTo(20 * Math.log10(2), 2);
    expect(far!.db - further!.db).toBeCloseTo(12.04, 0);
  });
});

it("does not compute its curve while nobody looks", () => {
  const { readout } = renderOffline(filter, { input: [noise(256)], params: { cutoff: 100 } });
  expect([...readout("response")].every((db) => db === 0)).toBe(true);
});

it("gives the same samples whatever the blocks, while its cutoff moves", () => {
  const events = [{ frame: 100, values: { cutoff: 8000 } }];
  const render = (blockSize: number) => renderOffline(filter, { input: [noise(4096)], events, blockSize }).output;
  expect(render(37)).toNull(render(128));
});

it("allocates nothing while it plays", () => {
  expect(processAllocations(filter, { moving: true })).toEqual([]);
});
