import { bench, describe } from "vitest";
import { BiquadCascade, createSections, MatchedDesigner, RealFft, SECTION_LENGTH } from "@headroom/dsp";

const SAMPLE_RATE = 48_000;
const FRAMES = 128;
const BANDS = 8;

/** Blocks of one iteration: one second of audio, so that times real time = 1 / seconds. */
const BLOCKS = SAMPLE_RATE / FRAMES;

function eightBells(): Float64Array {
  const designer = new MatchedDesigner();
  const sections = createSections(BANDS);
  for (let n = 0; n < BANDS; n++) designer.design("bell", 60 * 2 ** n, 1, n % 2 ? 4 : -4, SAMPLE_RATE, sections, n * SECTION_LENGTH);
  return sections;
}

const noise = (seed: number) => Float64Array.from({ length: FRAMES }, (_, n) => Math.sin((n + seed) ** 2));

describe("one second of stereo at 48 kHz in blocks of 128 frames", () => {
  const cascade = new BiquadCascade(BANDS, 2);
  cascade.set(eightBells(), BANDS);
  const input = [noise(0), noise(1)] as const;
  const buffers = [noise(0), noise(1)] as const;
  bench("eight biquads", () => {
    for (let block = 0; block < BLOCKS; block++) {
      buffers[0].set(input[0]);
      buffers[1].set(input[1]);
      cascade.process(buffers, 0, FRAMES);
    }
  });
});

describe("one design", () => {
  const designer = new MatchedDesigner();
  const out = createSections(1);
  let hz = 20;
  const next = () => (hz = hz > 19_000 ? 20 : hz * 1.01);
  bench("bell", () => designer.design("bell", next(), 1, 6, SAMPLE_RATE, out, 0));
  bench("high shelf", () => designer.design("high-shelf", next(), 0.7, 6, SAMPLE_RATE, out, 0));
  bench("high cut", () => designer.design("high-cut", next(), 0.7, 0, SAMPLE_RATE, out, 0));
});

describe("one transform", () => {
  const fft = new RealFft(8192);
  const signal = Float64Array.from({ length: 8192 }, (_, n) => Math.sin(n * n));
  const real = new Float64Array(fft.bins);
  const imaginary = new Float64Array(fft.bins);
  bench("8192 frames", () => fft.forward(signal, real, imaginary));
});
