import type { ValuesOf } from "@headroom/sdk";
import { renderOffline } from "@headroom/sdk/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import plugin from "../index.js";
import type { GainTrimParams } from "../params.js";
import { noise } from "./signals-harness.js";

type Values = Partial<ValuesOf<GainTrimParams>>;

const FRAMES = 2500;
const input = [noise(FRAMES, 1), noise(FRAMES, 2)] as const;
const [left, right] = input;
const map2 = (f: (l: number, r: number) => number) => left.map((l, i) => f(l, right[i] ?? NaN));
const invert = (signal: Float32Array) => signal.map((x) => -x);
const rendered = (params: Values, signal: readonly Float32Array[] = input) => renderOffline(plugin, { input: signal, params }).output;

const anyPercent = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const anySwitches = fc.record({ swap: fc.boolean(), polarityLeft: fc.boolean(), polarityRight: fc.boolean(), mono: fc.boolean(), dcBlock: fc.boolean() });
const anyValues = fc.tuple(anySwitches, fc.record({ width: anyPercent(0, 200), pan: anyPercent(-100, 100), gain: anyPercent(-60, 24) }))
  .map(([switches, numbers]): Values => ({ ...switches, ...numbers }));

/** Largest difference of two renderings. */
function difference(a: readonly Float32Array[], b: readonly Float32Array[]): number {
  let most = 0;
  a.forEach((channel, c) => channel.forEach((x, i) => (most = Math.max(most, Math.abs(x - b[c]![i]!)))));
  return most;
}

describe("at its defaults", () => {
  it("copies the input bit for bit, negative zeros and subnormals included, whether or not it listens", () => {
    const quiet = Float32Array.of(-0, 1e-42, 3e38, -1, ...left);
    for (const listen of [false, true]) {
      const output = rendered({ listen }, [quiet, invert(quiet)]);
      expect(new Uint32Array(output[0]!.buffer)).toEqual(new Uint32Array(quiet.buffer));
      expect(output[1]).toEqual(invert(quiet));
    }
  });

  it("is a wire again, to the bit, after anything was turned and turned back", () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const defaults = Object.fromEntries(Object.keys(values).map((id) => [id, plugin.params[id as keyof GainTrimParams].default])) as Values;
        const { output } = renderOffline(plugin, { input, events: [{ frame: 0, values }, { frame: 500, values: defaults }] });
        // 20 ms, the longest way of any parameter.
        output.forEach((channel, c) => expect(channel.subarray(500 + 960)).toEqual(input[c]!.subarray(500 + 960)));
      }),
      { numRuns: 40 },
    );
  });
});

describe("each parameter", () => {
  it("gain scales by 10^(dB/20), to 1e-6 of the signal", () => {
    fc.assert(
      fc.property(anyPercent(-60, 24), (gain) => {
        const factor = 10 ** (gain / 20);
        expect(difference(rendered({ gain }), input.map((channel) => channel.map((x) => x * factor)))).toBeLessThan(1e-6 * Math.max(1, factor));
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ["swap", { swap: true }, right, left],
    ["polarityLeft", { polarityLeft: true }, invert(left), right],
    ["polarityRight", { polarityRight: true }, left, invert(right)],
    ["swap then polarityLeft", { swap: true, polarityLeft: true }, invert(right), left],
    ["mono", { mono: true }, map2((l, r) => (l + r) / 2), map2((l, r) => (l + r) / 2)],
    ["width 0", { width: 0 }, map2((l, r) => (l + r) / 2), map2((l, r) => (l + r) / 2)],
    ["width 200", { width: 200 }, map2((l, r) => 1.5 * l - 0.5 * r), map2((l, r) => 1.5 * r - 0.5 * l)],
    ["balance right", { pan: 100 }, left.map(() => 0), right],
    ["balance half left", { pan: -50 }, left, right.map((x) => x * Math.SQRT1_2)],
  ] as const)("%s", (_, params, wantedLeft, wantedRight) => {
    expect(difference(rendered(params), [wantedLeft, wantedRight])).toBeLessThan(1e-6);
  });

  it("on one channel, swap, right polarity, mono, width and balance change nothing", () => {
    const output = rendered({ polarityLeft: true, polarityRight: true, swap: true, mono: true, width: 0, pan: 100 }, [left]);
    expect(output).toEqual([invert(left)]);
  });

  it("takes a value out of its range as the range's end, and what is no number as the default", () => {
    expect(rendered({ gain: 1e9, width: 1e9, pan: -Infinity })).toEqual(rendered({ gain: 24, width: 200, pan: -100 }));
    expect(rendered({ gain: NaN, width: NaN, pan: NaN, target: NaN })).toEqual([...input]);
  });
});

describe("the algebra of the matrix", () => {
  const twice = (first: Values, second: Values) => rendered(second, rendered(first));

  it("swapped twice, or inverted twice, is the input to the bit", () => {
    expect(twice({ swap: true }, { swap: true })).toEqual([...input]);
    expect(twice({ polarityLeft: true, polarityRight: true }, { polarityLeft: true, polarityRight: true })).toEqual([...input]);
  });

  it("polarity commutes with swap when it changes sides, and with gain", () => {
    expect(twice({ swap: true }, { polarityLeft: true })).toEqual(twice({ polarityRight: true }, { swap: true }));
    expect(twice({ polarityLeft: true }, { gain: -7 })).toEqual(twice({ gain: -7 }, { polarityLeft: true }));
  });

  it("width changes nothing of the sum of the sides, and composes as a product", () => {
    fc.assert(
      fc.property(anyPercent(0, 200), anyPercent(0, 200), (a, b) => {
        const [l, r] = rendered({ width: a });
        l!.forEach((x, i) => expect(Math.abs(x + r![i]! - (left[i]! + right[i]!))).toBeLessThan(1e-6));
        if (a * b <= 20_000) expect(difference(twice({ width: a }, { width: b }), rendered({ width: (a * b) / 100 }))).toBeLessThan(1e-6);
      }),
      { numRuns: 10 },
    );
  });

  it("mono has equal sides to the bit, and is the same before and after width", () => {
    fc.assert(
      fc.property(anyPercent(0, 200), (width) => {
        const [l, r] = rendered({ mono: true, width });
        expect(l).toEqual(r);
        expect(difference(twice({ width }, { mono: true }), [l!, r!])).toBeLessThan(1e-6);
      }),
      { numRuns: 10 },
    );
  });

  it("balance never turns a side up, and mirrors when the sides are swapped", () => {
    fc.assert(
      fc.property(anyPercent(-100, 100), (pan) => {
        const output = rendered({ pan });
        output.forEach((channel, c) => channel.forEach((x, i) => expect(Math.abs(x)).toBeLessThanOrEqual(Math.abs(input[c]![i]!))));
        expect(twice({ swap: true, pan }, { swap: true })).toEqual(rendered({ pan: -pan }));
      }),
      { numRuns: 10 },
    );
  });

  it("is linear: a sum goes through as the sum of what goes through", () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const half = input.map((channel) => channel.map((x, i) => (i % 7 < 3 ? x : 0)));
        const rest = input.map((channel, c) => channel.map((x, i) => x - half[c]![i]!));
        const [a, b] = [rendered(values, half), rendered(values, rest)];
        const sum = a.map((channel, c) => channel.map((x, i) => x + b[c]![i]!));
        expect(difference(sum, rendered(values))).toBeLessThan(4e-6 * 10 ** (Math.max(0, values.gain ?? 0) / 20));
      }),
      { numRuns: 20 },
    );
  });
});

describe("in any host", () => {
  it("gives the same samples however the stream is cut, from 1 to 1024 frames, listening or not", () => {
    const events = [
      { frame: 100, values: { gain: -6.3, pan: 30, swap: true, dcBlock: true } },
      { frame: 333, values: { dcBlock: false, polarityLeft: true } },
      { frame: 1333, values: { width: 20, mono: true, gain: 2.7, dcBlock: true } },
      { frame: 2000, values: { pan: -100, swap: false } },
    ];
    const whole = renderOffline(plugin, { input, events, blockSize: 128 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1024 }), fc.boolean(), (blockSize, listen) => {
        const cut = renderOffline(plugin, { input, events, blockSize, params: { listen } });
        expect(cut.output).toEqual(whole.output);
      }),
      { numRuns: 40, examples: [[1, true], [1024, false]] },
    );
  });

  it.each([8000, 11_025, 44_100, 96_000, 192_000, 384_000])("works at %d Hz, mono and stereo", (sampleRate) => {
    fc.assert(
      fc.property(anyValues, fc.boolean(), (values, stereo) => {
        const { output } = renderOffline(plugin, { sampleRate, input: stereo ? input : [left], events: [{ frame: 50, values: { ...values, listen: true } }] });
        // Width doubles at most, gain adds 24 dB, and a fade starts no louder than what it blends.
        for (const channel of output) for (const x of channel) expect(Math.abs(x)).toBeLessThanOrEqual(2.5 * 16);
      }),
      { numRuns: 10 },
    );
  });

  it("forgets on reset: what follows sounds as after creation", () => {
    const twice = input.map((channel, c) => Float32Array.of(...input[1 - c]!, ...channel));
    fc.assert(
      fc.property(anyValues, (params) => {
        const { output } = renderOffline(plugin, { input: twice, params, resetAt: [FRAMES] });
        expect(output.map((channel) => channel.subarray(FRAMES))).toEqual(rendered(params));
      }),
      { numRuns: 20 },
    );
  });

  it("an input that is no finite number leaves nothing behind", () => {
    const bad = input.map((channel) => channel.map((x, i) => (i >= 700 && i < 720 ? [NaN, Infinity, -Infinity][i % 3]! : x)));
    const silent = input.map((channel) => channel.map((x, i) => (i >= 700 && i < 720 ? 0 : x)));
    fc.assert(
      fc.property(anyValues, (values) => {
        const params = { ...values, listen: true };
        const { output, readout } = renderOffline(plugin, { input: bad, params });
        expect(output.map((channel) => channel.subarray(720))).toEqual(rendered(params, silent).map((channel) => channel.subarray(720)));
        for (const id of Object.keys(plugin.readouts)) for (const number of readout(id)) expect(Number.isFinite(number), id).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it("shows the levels before and after", () => {
    const sides = [new Float32Array(96_000).fill(0.5), new Float32Array(96_000).fill(0.25)];
    const { readout } = renderOffline(plugin, { input: sides, params: { gain: 6 } });
    for (const id of ["input", "inputHeld", "inputRms"]) {
      expect(readout(id)[0]).toBeCloseTo(-6.02, 1);
      expect(readout(id)[1]).toBeCloseTo(-12.04, 1);
    }
    for (const id of ["output", "outputHeld", "outputRms"]) expect(readout(id)[0]).toBeCloseTo(-0.02, 1);
  });
});
