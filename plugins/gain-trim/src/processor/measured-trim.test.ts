import { LOUDNESS_WEIGHTS, measureLoudness } from "@headroom/dsp";
import type { ValuesOf } from "@headroom/sdk";
import { renderOffline } from "@headroom/sdk/testing";
import { describe, expect, it } from "vitest";
import plugin from "../index.js";
import type { GainTrimParams } from "../params.js";
import { planTrim, type Heard, type Measure } from "../trim-plan.js";
import { noise, sine, speech } from "./signals-harness.js";

type Values = Partial<ValuesOf<GainTrimParams>>;

const SECONDS = 9;
const SIGNALS = ["noise", "tone", "speech"] as const;
const MEASURES: readonly Measure[] = ["RMS", "LUFS", "peak", "true-peak"];
const READOUT = { RMS: "heardRms", LUFS: "heardLoudness", peak: "heardPeak", "true-peak": "heardTruePeak" } as const;

/** A stereo signal and which of its frames belong to a sound. */
function signalOf(kind: (typeof SIGNALS)[number], sampleRate: number) {
  const frames = SECONDS * sampleRate;
  const { signal, sounds } = kind === "speech"
    ? speech(SECONDS, sampleRate, 5)
    : { signal: kind === "tone" ? sine(frames, sampleRate, 440, 0.05) : noise(frames, 3).map((x) => 0.1 * x), sounds: new Uint8Array(frames).fill(1) };
  return { input: [signal, signal.map((x) => 0.7 * x)], sounds };
}

/** What the plugin heard of a signal, as its view reads it. */
function listen(input: readonly Float32Array[], sampleRate: number, params: Values) {
  const { readout } = renderOffline(plugin, { input, sampleRate, params: { ...params, listen: true } });
  return (measure: Measure): Heard => ({
    levelDb: readout(READOUT[measure])[0]!, heardSeconds: readout("heardSeconds")[0]!, soundSeconds: readout("soundSeconds")[0]!,
    outdated: readout("outdated")[0] === 1, listening: true,
  });
}

/** The level of an output by another way than the plugin's. */
function levelOf(output: readonly Float32Array[], sounds: Uint8Array, sampleRate: number, measure: Measure): number {
  if (measure === "RMS") {
    let sum = 0;
    let count = 0;
    for (const channel of output) channel.forEach((x, i) => {
      sum += sounds[i]! * x * x;
      count += sounds[i]!;
    });
    return 10 * Math.log10(sum / count);
  }
  if (measure === "peak") return 20 * Math.log10(Math.max(...output.map((channel) => channel.reduce((most, x) => Math.max(most, Math.abs(x)), 0))));
  const { integratedLufs, truePeakDb } = measureLoudness(output, { sampleRate, weights: LOUDNESS_WEIGHTS.stereo });
  return measure === "LUFS" ? integratedLufs : truePeakDb;
}

describe.each([44_100, 48_000, 96_000])("a measured trim at %d Hz", (sampleRate) => {
  it.each(SIGNALS)("brings %s to the target, to 0.1 dB by each measure, whatever comes before the gain", (kind) => {
    const { input, sounds } = signalOf(kind, sampleRate);
    for (const params of [{}, { width: 140, pan: 20, polarityLeft: true, dcBlock: true }]) {
      const heard = listen(input, sampleRate, params);
      for (const measure of MEASURES) {
        const target = measure === "RMS" || measure === "LUFS" ? -18 : -6;
        const { gainDb = NaN } = planTrim(measure, target, 0, heard(measure));
        const { output } = renderOffline(plugin, { input, sampleRate, params: { ...params, gain: gainDb } });
        expect(Math.abs(levelOf(output, sounds, sampleRate, measure) - target), measure).toBeLessThan(0.1);
      }
    }
  });
});

describe("listening", () => {
  const sampleRate = 48_000;
  const tone = [sine(4 * sampleRate, sampleRate, 997, 0.5), sine(4 * sampleRate, sampleRate, 997, 0.5)];
  const read = (events: readonly { readonly frame: number; readonly values: Values }[], input = tone) => {
    const { readout } = renderOffline(plugin, { input, events });
    return Object.fromEntries(["heardRms", "heardLoudness", "heardPeak", "heardTruePeak", "heardSeconds", "soundSeconds", "outdated"].map((id) => [id, readout(id)[0]!]));
  };
  const second = (n: number) => Math.round(n * sampleRate);

  it("hears nothing until it is told to", () => {
    expect(read([])).toMatchObject({ heardPeak: -200, heardRms: -200, heardLoudness: -200, heardSeconds: 0, soundSeconds: 0, outdated: 0 });
  });

  it("hears from when it is told to until it is told not to, and keeps it", () => {
    const heard = read([{ frame: second(0.5003), values: { listen: true } }, { frame: second(3), values: { listen: false } }]);
    expect(heard["heardSeconds"]).toBeCloseTo(2.5, 2);
    expect(heard["heardRms"]).toBeCloseTo(-9.03, 1);
    expect(heard["heardLoudness"]).toBeCloseTo(-6.02, 1);
    expect(heard["heardPeak"]).toBeCloseTo(-6.02, 1);
    // Begun inside the tone: no peak that is none.
    expect(heard["heardTruePeak"]).toBeCloseTo(-6.02, 1);
    expect(heard["outdated"]).toBe(0);
  });

  it("forgets when it is told to listen again", () => {
    const events = [{ frame: 0, values: { listen: true } }, { frame: second(1), values: { listen: false } }, { frame: second(2), values: { listen: true } }];
    expect(read(events)["heardSeconds"]).toBeCloseTo(2, 5);
  });

  it("does not hear the gain", () => {
    const events = [{ frame: 0, values: { listen: true } }, { frame: second(1), values: { gain: 12 } }];
    expect(read(events)).toEqual(read(events.slice(0, 1)));
  });

  it("starts anew when what comes before the gain changes, and hears it once it arrived", () => {
    for (const values of [{ width: 0 }, { pan: 50 }, { mono: true }, { swap: true }, { polarityLeft: true }, { dcBlock: true }]) {
      const heard = read([{ frame: 0, values: { listen: true } }, { frame: second(2), values }]);
      expect(heard["heardSeconds"]).toBeGreaterThan(1.97);
      expect(heard["heardSeconds"]).toBeLessThan(2);
    }
  });

  it("says that what was heard is outdated while the settings differ", () => {
    const listened = [{ frame: 0, values: { listen: true } }, { frame: second(2), values: { listen: false } }];
    const changed = [...listened, { frame: second(2.5), values: { width: 150 } }];
    expect(read(changed)).toMatchObject({ outdated: 1, heardSeconds: 2 });
    expect(read([...changed, { frame: second(3), values: { width: 100 } }])).toMatchObject({ outdated: 0, heardSeconds: 2 });
    expect(read([{ frame: second(1), values: { width: 150 } }])["outdated"]).toBe(0);
  });

  it("measures a mono channel", () => {
    const heard = read([{ frame: 0, values: { listen: true } }], [tone[0]!]);
    expect(heard["heardRms"]).toBeCloseTo(-9.03, 1);
    expect(heard["heardLoudness"]).toBeCloseTo(-9.03, 1);
  });
});
