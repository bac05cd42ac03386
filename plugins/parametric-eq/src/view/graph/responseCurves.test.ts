import { createMemoryHost } from "@headroom/ui";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { BAND_COUNT, EQ_BANDS, EQ_BAND_TYPES, EQ_CHANNELS, EQ_QUALITIES, eqParams, eqReadouts, type BandNumber } from "../../params.js";
import { eqBandResponseDb, eqResponseDb } from "../../response.js";
import { EqModel } from "../bands/eqModel.js";
import { ResponseCurves } from "./responseCurves.js";

const SAMPLE_RATE = 48_000;
let model: EqModel;
let curves: ResponseCurves;
beforeEach(() => {
  model = new EqModel(createMemoryHost({ params: eqParams, readouts: eqReadouts }).host);
  model.attach();
  curves = new ResponseCurves(model, SAMPLE_RATE);
  curves.resize(120);
  model.subscribe((band) => curves.expire(band));
});

const settings = fc.record({
  band: fc.constantFrom<BandNumber>(...EQ_BANDS), type: fc.constantFrom(...EQ_BAND_TYPES), channel: fc.constantFrom(...EQ_CHANNELS),
  frequency: fc.double({ min: 20, max: 20_000, noNaN: true }), gain: fc.double({ min: -30, max: 30, noNaN: true }), dynamic: fc.boolean(),
});

function expectClose(actual: Float64Array, expected: Float64Array): void {
  for (let i = 0; i < expected.length; i++) expect(actual[i]).toBeCloseTo(expected[i]!, 6);
}

describe("curves kept from frame to frame", () => {
  it("are what the whole response is computed to be, whatever was changed in which order", () => {
    const dynamicsDb = Float32Array.from({ length: BAND_COUNT }, (_, n) => 3 * Math.sin(n + 1));
    fc.assert(
      fc.property(fc.array(settings, { minLength: 1, maxLength: 8 }), fc.constantFrom(...EQ_CHANNELS), fc.constantFrom(...EQ_QUALITIES), (changes, channel, quality) => {
        model.host.params.quality.set(quality);
        for (const { band, type, channel: own, frequency, gain, dynamic } of changes) {
          const handles = model.band(band);
          handles.enabled.set(true);
          handles.type.set(type);
          handles.channel.set(own);
          handles.frequency.set(frequency);
          handles.gain.set(gain);
          handles.dynamic.set(dynamic);
          curves.sum("stereo", true);
        }
        curves.follow(dynamicsDb);
        const expected = new Float64Array(curves.frequenciesHz.length);
        eqResponseDb(model.values, SAMPLE_RATE, curves.frequenciesHz, expected, { channel });
        expectClose(curves.sum(channel, false), expected);
        // Types whose gain follows no level ignore the readout.
        const heard = dynamicsDb.map((_, n) => curves.dynamicsDb((n + 1) as BandNumber));
        eqResponseDb(model.values, SAMPLE_RATE, curves.frequenciesHz, expected, { channel, dynamicsDb: heard });
        expectClose(curves.sum(channel, true), expected);
      }),
      { numRuns: 20 },
    );
  });

  it("follow a gain scale, which all bands share", () => {
    model.band(3).enabled.set(true);
    model.band(3).gain.set(6);
    const before = [...curves.band(3)];
    model.host.params.gainScale.set(-100);
    expectClose(curves.band(3), Float64Array.from(before, (db) => -db));
  });

  it("show dynamics of bells and shelves that are on and dynamic alone", () => {
    const loud = new Float32Array(BAND_COUNT).fill(-6);
    model.band(3).enabled.set(true);
    expect(curves.follow(loud)).toBe(false);
    model.band(3).dynamic.set(true);
    expect(curves.follow(loud)).toBe(true);
    expect(curves.isMoving).toBe(true);
    expect(curves.follow(loud)).toBe(false);
    const expected = new Float64Array(curves.frequenciesHz.length);
    eqBandResponseDb(model.values, 3, SAMPLE_RATE, curves.frequenciesHz, expected, { dynamicsDb: loud });
    expectClose(curves.liveBand(3), expected);
    model.band(3).type.set("notch");
    expect(curves.follow(loud)).toBe(true);
    expect(curves.isMoving).toBe(false);
  });

  it("take what is not finite as no dynamics, and come to rest", () => {
    model.band(3).enabled.set(true);
    model.band(3).dynamic.set(true);
    expect(curves.follow(new Float32Array(BAND_COUNT).fill(-Infinity))).toBe(false);
    curves.follow(new Float32Array(BAND_COUNT).fill(-2));
    expect(curves.follow(new Float32Array(BAND_COUNT).fill(0.001))).toBe(true);
    curves.follow(new Float32Array(BAND_COUNT));
    expect(curves.isMoving).toBe(false);
  });

  it("are drawn for channels that have bands of their own which are on", () => {
    expect(curves.channels).toEqual([]);
    model.band(2).channel.set("side");
    expect(curves.channels).toEqual([]);
    model.band(2).enabled.set(true);
    expect(curves.channels).toEqual(["side"]);
  });
});
