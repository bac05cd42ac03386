import { LOUDNESS_CASES, toneOf, TRUE_PEAK_CASES, TRUE_PEAK_TOLERANCE_DB, type LiveReading } from "@headroom/dsp/testing";
import { describe, expect, it } from "vitest";
import type { MeterReadouts } from "../params.js";
import { MeterRig } from "./meter-rig-harness.js";

const READOUT: Readonly<Record<LiveReading, keyof MeterReadouts>> = {
  momentaryLufs: "momentary",
  shortTermLufs: "shortTerm",
  integratedLufs: "integrated",
  rangeLu: "range",
  mostMomentaryLufs: "momentaryMax",
  mostShortTermLufs: "shortTermMax",
};

/** Blocks as a live host cuts them, and as nothing divides them. */
const CUTS = [
  ["128 frames", [128]],
  ["odd blocks", [1, 37, 511, 128, 1023]],
] as const;

// Minutes of audio a case, on a machine that may be busy.
describe.each([44_100, 48_000, 96_000])("live at %d Hz", { timeout: 60_000 }, (sampleRate) => {
  describe.each(CUTS)("in %s", (_, sizes) => {
    it.each(LOUDNESS_CASES)("$name", ({ channels, whole, along, toleranceLu }) => {
      const tones = new Map([...new Set(channels)].map((stretches) => [stretches, toneOf(stretches, sampleRate)]));
      const signal = channels.map((stretches) => tones.get(stretches)!);
      const rig = new MeterRig({ sampleRate, channels: signal.length, maxFrames: 1024 });
      const expectReading = (reading: LiveReading, wanted: number) => {
        const read = rig.value(READOUT[reading]);
        expect(Math.abs(read - wanted), `${reading} ${read.toFixed(3)}, ${wanted} wanted`).toBeLessThanOrEqual(toleranceLu);
      };
      let next = 0;
      rig.stream(signal, sizes, (end) => {
        for (; (along[next]?.seconds ?? Infinity) * sampleRate <= end; next++) expectReading(along[next]!.reading, along[next]!.wanted);
      });
      expect(next).toBe(along.length);
      for (const [reading, wanted] of Object.entries(whole)) expectReading(reading as LiveReading, wanted);
    });

    it.each(TRUE_PEAK_CASES)("$name", ({ signal, wantedDb }) => {
      const quiet = new Float32Array(signal(sampleRate).length);
      for (const observed of [true, false]) {
        const rig = new MeterRig({ sampleRate, maxFrames: 1024 });
        if (observed) rig.observe("truePeak");
        rig.stream([quiet, signal(sampleRate)], sizes);
        const read = rig.read("truePeakMax")[1]!;
        expect(read).toBeGreaterThanOrEqual(wantedDb - TRUE_PEAK_TOLERANCE_DB.low);
        expect(read).toBeLessThanOrEqual(wantedDb + TRUE_PEAK_TOLERANCE_DB.high);
      }
    });
  });
});
