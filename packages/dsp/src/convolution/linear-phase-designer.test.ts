import { describe, expect, it } from "vitest";
import { AnalogPrototype } from "../filter/prototype.js";
import { RealFft } from "../spectrum/real-fft.js";
import { LinearPhaseDesigner } from "./linear-phase-designer.js";

const RATE = 48_000;

function bellAmplitude(designer: LinearPhaseDesigner, hz: number, q: number, gainDb: number): Float64Array {
  const analog = new AnalogPrototype();
  analog.set("bell", q, gainDb);
  return Float64Array.from({ length: designer.bins }, (_, k) => {
    const u = ((k * RATE) / 2 / (designer.bins - 1) / hz) ** 2;
    return Math.sqrt(analog.numeratorPower(u) / analog.denominatorPower(u));
  });
}

describe("LinearPhaseDesigner", () => {
  it("gives responses that are symmetric to the bit", () => {
    const designer = new LinearPhaseDesigner(1024);
    const response = new Float64Array(designer.taps);
    designer.design(bellAmplitude(designer, 1000, 2, 12), response);
    expect(response[0]).toBe(0);
    for (let n = 1; n < designer.latency; n++) expect(response[designer.latency + n]).toBe(response[designer.latency - n]);
  });

  it("turns magnitude 1 into one impulse, late by the latency", () => {
    const designer = new LinearPhaseDesigner(256);
    const response = new Float64Array(256);
    designer.design(new Float64Array(designer.bins).fill(1), response);
    expect(response.every((x, n) => Math.abs(x - (n === designer.latency ? 1 : 0)) < 1e-15)).toBe(true);
  });

  it.each([
    [100, 1, 12, 0.01],
    [1000, 1, 12, 0.001],
    [10_000, 4, -12, 0.001],
    [20_000, 1, 30, 0.005],
  ])("follows a bell at %d Hz, Q %d, %d dB within %f dB", (hz, q, gainDb, limit) => {
    const designer = new LinearPhaseDesigner(8192);
    const amplitude = bellAmplitude(designer, hz, q, gainDb);
    const response = new Float64Array(designer.taps);
    designer.design(amplitude, response);
    const fft = new RealFft(2 * designer.taps);
    const real = new Float64Array(fft.bins);
    const imaginary = new Float64Array(fft.bins);
    const padded = new Float64Array(fft.size);
    padded.set(response);
    fft.forward(padded, real, imaginary);
    let worst = 0;
    for (let k = 4; k < fft.bins * 0.95; k++) worst = Math.max(worst, Math.abs(20 * Math.log10(Math.hypot(real[k]!, imaginary[k]!) / amplitude[k]!)));
    expect(worst).toBeLessThan(limit);
  });
});
