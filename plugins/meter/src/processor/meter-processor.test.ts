import { toneOf } from "@headroom/dsp/testing";
import { checkDescriptor, describe as describePlugin } from "@headroom/sdk";
import { renderOffline } from "@headroom/sdk/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import plugin from "../index.js";
import { FIELD_LENGTH, FIELD_POINTS } from "../field.js";
import { historyAt, historyPoints, HistoryValue } from "../history.js";
import type { MeterReadouts } from "../params.js";
import { MeterRig } from "./meter-rig-harness.js";

const RATE = 48_000;
const IDS = Object.keys(plugin.readouts) as (keyof MeterReadouts)[];

function sine(hz: number, peakDb: number, seconds: number, sampleRate = RATE): Float32Array {
  const amplitude = 10 ** (peakDb / 20);
  return Float32Array.from({ length: seconds * sampleRate }, (_, n) => amplitude * Math.sin((2 * Math.PI * hz * n) / sampleRate));
}

function bits(signal: Float32Array): number[] {
  return [...new Uint32Array(signal.slice().buffer)];
}

describe("Meter", () => {
  it("keeps the contract", () => {
    expect(checkDescriptor(describePlugin(plugin))).toEqual([]);
  });

  it("copies any audio bit for bit, without latency", () => {
    fc.assert(
      fc.property(fc.float32Array({ minLength: 1, maxLength: 300, noNaN: true, noDefaultInfinity: true }), (signal) => {
        const { output, latency } = renderOffline(plugin, { input: [signal, signal] });
        expect(latency).toBe(0);
        expect(output.map(bits)).toEqual([bits(signal), bits(signal)]);
      }),
    );
  });

  it("reads a −18 dBFS sine as peak −18.0, RMS −21.0, true peak −18.0, to 0.05 dB", () => {
    const tone = sine(997, -18, 3);
    const { readout } = renderOffline(plugin, { input: [tone, tone], observe: ["truePeak"] });
    for (const c of [0, 1]) {
      for (const id of ["peak", "hold", "max", "truePeak", "truePeakMax"]) expect(Math.abs(readout(id)[c]! + 18), id).toBeLessThan(0.05);
      expect(Math.abs(readout("rms")[c]! + 21.01)).toBeLessThan(0.05);
      expect(Math.abs(readout("average")[c]! + 21.01)).toBeLessThan(0.05);
    }
  });

  it.each([["K-12", -12], ["K-14", -14], ["K-20", -20]] as const)("reads a sine of peak 0 on %s as 0, to 0.05 dB", (scale, peakDb) => {
    const tone = sine(997, peakDb, 3);
    const { readout } = renderOffline(plugin, { input: [tone, tone], params: { scale, integrationMs: 600 } });
    expect(Math.abs(readout("average")[0]!)).toBeLessThan(0.05);
  });

  it("reads 0 VU of a sine whose root mean square is the reference, to 0.05 VU, in 300 ms", () => {
    const tone = (seconds: number) => [sine(997, -18 + 3.0103, seconds), sine(997, -24 + 3.0103, seconds)];
    const steady = renderOffline(plugin, { input: tone(3) }).readout("vu");
    expect(Math.abs(steady[0]!)).toBeLessThan(0.05);
    expect(Math.abs(steady[1]! + 6)).toBeLessThan(0.05);
    expect(Math.abs(renderOffline(plugin, { input: tone(3), params: { vuReference: -24 } }).readout("vu")[1]!)).toBeLessThan(0.05);
    // The needle has come 99 % of its way: −0.087 VU.
    expect(Math.abs(renderOffline(plugin, { input: tone(0.3) }).readout("vu")[0]! + 0.087)).toBeLessThan(0.05);
  });

  it("covers 63 % of a step of power in integrationMs", () => {
    const step = new Float32Array(0.3 * RATE).fill(1);
    const { readout } = renderOffline(plugin, { input: [step, step], params: { integrationMs: 300 } });
    expect(10 ** (readout("rms")[0]! / 10)).toBeCloseTo(1 - Math.exp(-1), 3);
  });

  it("lets the peaks fall at 20 dB/s and the hold stay for holdSeconds", () => {
    const burst = new Float32Array(2 * RATE);
    burst[0] = 1;
    const at = (seconds: number) =>
      renderOffline(plugin, { input: [burst.subarray(0, seconds * RATE), burst.subarray(0, seconds * RATE)], params: { holdSeconds: 1 }, observe: ["truePeak"] });
    expect(at(0.5).readout("peak")[0]).toBeCloseTo(-10, 1);
    expect(at(0.5).readout("truePeak")[0]).toBeCloseTo(-10, 1);
    expect(at(0.99).readout("hold")[0]).toBeCloseTo(0, 3);
    expect(at(1.1).readout("hold")[0]).toBeLessThan(-19);
    expect(at(2).readout("max")[0]).toBe(0);
  });

  it.each([["the same", 1, 1], ["opposite", -1, -1], ["nothing in common", 0, 0]])("correlates %s", (_, wanted, sign) => {
    const left = sine(500, -6, 3);
    const right = sign === 0 ? sine(1307, -6, 3) : left.map((x) => sign * x);
    expect(renderOffline(plugin, { input: [left, right] }).readout("correlation")[0]).toBeCloseTo(wanted, 2);
  });

  it("shows the last frames on the goniometer, oldest first, while somebody looks", () => {
    const ramp = [1, -1].map((sign) => Float32Array.from({ length: 8000 }, (_, n) => (sign * n) / 8000));
    expect(renderOffline(plugin, { input: ramp }).readout("field").every((x) => x === 0)).toBe(true);
    const field = renderOffline(plugin, { input: ramp, observe: ["field"] }).readout("field");
    expect(field).toHaveLength(FIELD_LENGTH);
    const newest = field[FIELD_LENGTH - 2]!;
    expect(newest).toBeGreaterThan((8000 - 1000) / 8000);
    for (let i = 0; i < FIELD_POINTS; i++) {
      expect(field[2 * i + 1]).toBe(-field[2 * i]!);
      // Every other frame at 48 kHz.
      expect(field[2 * i]).toBeCloseTo(newest - ((FIELD_POINTS - 1 - i) * 2) / 8000, 5);
    }
  });

  it("relates the highest true peak to integrated loudness", () => {
    const tone = toneOf([[5, -20]], RATE);
    const { readout } = renderOffline(plugin, { input: [tone, tone] });
    expect(readout("peakToLoudness")[0]).toBeCloseTo(readout("truePeakMax")[0]! - readout("integrated")[0]!, 4);
    expect(renderOffline(plugin, { input: [tone.subarray(0, 1000)] }).readout("peakToLoudness")[0]).toBe(0);
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
});

describe("what is measured since the reset", () => {
  const since = ["max", "truePeakMax", "clips", "integrated", "momentaryMax", "shortTermMax", "range", "measured"] as const;
  const readings = (rig: MeterRig) => since.map((id) => [...rig.read(id)]);

  it("starts anew at the trigger, the history too", () => {
    const rig = new MeterRig();
    const fresh = readings(rig);
    rig.observe("programme");
    const loud = sine(997, 3, 5);
    rig.stream([loud, loud]);
    expect(historyPoints(rig.read("programme"))).toBe(10);
    rig.pressReset();
    expect(rig.value("max")).toBe(-200);
    expect(rig.value("integrated")).toBe(-200);
    expect(rig.value("momentaryMax")).toBe(-200);
    expect([...rig.read("clips"), rig.value("range"), rig.value("measured")]).toEqual(fresh.slice(2, 3).flat().concat([0, 0]));
    expect(historyPoints(rig.read("programme"))).toBe(0);
  });

  it("takes a reset amid a sound for no step: the true peak is that of the sound", () => {
    const tone = sine(997, -6, 2);
    // A quarter of a period in: the tone is at its height there.
    const { readout } = renderOffline(plugin, { input: [tone, tone], events: [{ frame: RATE + 12, values: { reset: true } }] });
    expect(Math.abs(readout("truePeakMax")[0]! + 6)).toBeLessThan(0.05);
  });

  it("stands still in a pause, while momentary and short-term loudness go on", () => {
    const rig = new MeterRig();
    for (const id of ["recent", "programme", "truePeak"] as const) rig.observe(id);
    const quiet = sine(997, -20, 5);
    rig.stream([quiet, quiet]);
    const before = readings(rig);
    rig.set({ paused: true });
    const loud = sine(997, 2, 4);
    rig.stream([loud, loud]);
    expect(readings(rig)).toEqual(before);
    expect(historyPoints(rig.read("recent"))).toBe(50);
    expect(rig.value("momentary")).toBeCloseTo(2, 1);
    expect(rig.value("shortTerm")).toBeCloseTo(2, 1);
    expect(rig.value("truePeak")).toBeCloseTo(2, 1);
    rig.set({ paused: false });
    rig.stream([quiet, quiet]);
    expect(rig.value("integrated")).toBeCloseTo(-20, 1);
    expect(rig.value("momentaryMax")).toBeCloseTo(-20, 1);
    expect(rig.value("truePeakMax")).toBeCloseTo(-20, 1);
    expect(rig.value("measured")).toBeCloseTo(10, 4);
  });

  it("does not depend on who looks, and when", () => {
    const tone = toneOf([[1, -20], [0.4, -3], [2, -30], [0.2, -8], [1, -26]], RATE);
    const played = (look: (rig: MeterRig, end: number) => void) => {
      const rig = new MeterRig();
      rig.stream([tone, tone], [128], (end) => look(rig, end));
      return readings(rig);
    };
    const alone = played(() => undefined);
    let undo: () => void = () => undefined;
    expect(played((rig, end) => {
      if (end % 12_800 !== 0) return;
      undo();
      undo = (end / 12_800) % 2 === 1 ? rig.observe("truePeak") : () => undefined;
    })).toEqual(alone);
  });

  it("is shown to whoever comes later", () => {
    const rig = new MeterRig();
    const tone = sine(997, -20, 3);
    rig.stream([tone, tone]);
    rig.observe("programme");
    rig.play([tone.subarray(0, 1), tone.subarray(0, 1)]);
    const history = rig.read("programme");
    expect(historyPoints(history)).toBe(6);
    expect(historyAt(history, 5, HistoryValue.shortTerm)).toBeCloseTo(-20, 1);
  });

  it("takes no time for silence once it has reached short-term loudness", () => {
    const rig = new MeterRig();
    const tone = sine(997, -20, 2);
    const silence = new Float32Array(20 * RATE);
    rig.stream([silence, silence]);
    expect(rig.value("measured")).toBe(0);
    rig.stream([tone, tone]);
    rig.stream([silence, silence]);
    // Two seconds of sound, the three that short-term loudness takes to fall, and the one point that marks the break.
    expect(rig.value("measured")).toBeGreaterThan(4.9);
    expect(rig.value("measured")).toBeLessThan(5.2);
  });
});

describe("bad input", () => {
  const bad = fc.constantFrom(Number.NaN, Infinity, -Infinity);

  it("recovers from what is no finite number: it counts, and goes on, as silence, and is told", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 2000 }), bad), { minLength: 1, maxLength: 20 }), (faults) => {
        const tone = sine(997, -20, 1);
        const broken = tone.slice(0, 2001);
        for (const [at, value] of faults) broken[at] = value;
        const wanted = broken.map((x) => (Number.isFinite(x) ? x : 0));
        const { output, readout } = renderOffline(plugin, { input: [broken, broken] });
        expect(output[0]).toEqual(wanted);
        expect(readout("invalid")[0]).toBe(2 * new Set(faults.map(([at]) => at)).size);
        for (const id of IDS) expect(readout(id).every(Number.isFinite), id).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it("reads after them what it would read without, to 0.05", () => {
    const tone = sine(997, -20, 10);
    const broken = tone.slice();
    broken.set([Number.NaN, Infinity, -Infinity], 2 * RATE);
    const { readout } = renderOffline(plugin, { input: [broken, broken], observe: IDS });
    const wanted = { peak: -20, max: -20, truePeak: -20, momentary: -20, shortTerm: -20, integrated: -20, correlation: 1, rms: -23.01, vu: -5.01 };
    for (const [id, value] of Object.entries(wanted)) expect(Math.abs(readout(id)[0]! - value), id).toBeLessThan(0.05);
  });

  it.each([8000, 22_050, 44_100, 192_000, 384_000])("reads a tone at %d Hz, in mono and stereo, to 0.1", (sampleRate) => {
    for (const channels of [1, 2]) {
      const tone = sine(997, -20, 4, sampleRate);
      const { readout } = renderOffline(plugin, { input: Array.from({ length: channels }, () => tone), sampleRate, blockSize: 1024, observe: IDS });
      expect(Math.abs(readout("peak")[0]! + 20)).toBeLessThan(0.1);
      expect(Math.abs(readout("truePeakMax")[0]! + 20)).toBeLessThan(0.1);
      // One channel has half the power of two.
      expect(Math.abs(readout("integrated")[0]! + 20 + (channels === 1 ? 3.01 : 0))).toBeLessThan(0.1);
      expect(readout("correlation")[0]).toBeCloseTo(1, 3);
      for (const id of IDS) if (plugin.readouts[id].kind !== "levels") expect(readout(id).every(Number.isFinite), id).toBe(true);
    }
  });

  it("gives the same readouts however the stream is cut", () => {
    const tone = toneOf([[0.15, -1], [0.25, -9]], RATE);
    const cut = (sizes: readonly number[]) => {
      const rig = new MeterRig({ maxFrames: 1024 });
      for (const id of IDS) if (id !== "field") rig.observe(id);
      rig.stream([tone, tone], sizes);
      return IDS.map((id) => [id, [...rig.read(id)]]);
    };
    const whole = cut([128]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1024 }), { minLength: 1, maxLength: 8 }), (sizes) => {
        expect(cut(sizes)).toEqual(whole);
      }),
      { numRuns: 20, examples: [[[1]], [[1024]], [[37]]] },
    );
  });

  it("sounds and reads after a reset of the processor as a new one", () => {
    const hot = sine(313, 2, 1);
    const tone = sine(997, -9, 1);
    const fresh = new MeterRig();
    fresh.stream([tone, tone]);
    const used = new MeterRig();
    used.stream([hot, hot]);
    used.resetProcessor();
    used.stream([tone, tone]);
    for (const id of IDS) expect(used.read(id), id).toEqual(fresh.read(id));
  });
});
