import { describe, expect, it } from "vitest";
import { BiquadCascade } from "../filter/biquad-cascade.js";
import { createSections, SECTION_LENGTH } from "../filter/coefficients.js";
import { MatchedDesigner } from "../filter/matched-designer.js";
import { RealFft } from "../spectrum/real-fft.js";
import { addOversampledResponseDb } from "./oversampled-response.js";
import { Oversampler } from "./oversampler.js";

const SIZE = 8192;

describe.each([2, 4] as const)("addOversampledResponseDb at ×%d", (factor) => {
  it.each([44_100, 48_000])("is what an impulse gives at %d Hz, to 0.001 dB, images near the top included", (rate) => {
    const sections = createSections(2);
    const designer = new MatchedDesigner(22_000);
    designer.design("bell", 12_000, 2, 18, factor * rate, sections, 0);
    designer.design("high-shelf", 6000, Math.SQRT1_2, -12, factor * rate, sections, SECTION_LENGTH);
    const over = new Oversampler(factor, SIZE);
    const cascade = new BiquadCascade(2, 1);
    cascade.set(sections, 2);
    const signal = new Float64Array(SIZE);
    signal[0] = 1;
    over.up(signal, 0, SIZE);
    cascade.process([over.buffer], 0, factor * SIZE);
    over.down(signal, 0, SIZE);
    const fft = new RealFft(SIZE);
    const real = new Float64Array(fft.bins);
    const imaginary = new Float64Array(fft.bins);
    fft.forward(signal, real, imaginary);
    const frequencies = Float64Array.from(real, (_, k) => (k * rate) / SIZE);
    const drawn = new Float64Array(fft.bins);
    addOversampledResponseDb(sections, 2, factor, frequencies, rate, drawn);
    let worst = 0;
    for (let k = 1; k < fft.bins; k++) worst = Math.max(worst, Math.abs(20 * Math.log10(Math.hypot(real[k]!, imaginary[k]!)) - drawn[k]!));
    expect(worst).toBeLessThan(0.001);
  });
});
