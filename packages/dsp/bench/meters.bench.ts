import { bench, describe } from "vitest";
import { LOUDNESS_WEIGHTS, LoudnessMeter, measureLoudness, Oversampler, preferKernels, RealFft, TruePeakMeter, type KernelKind } from "@headroom/dsp";

const SAMPLE_RATE = 48_000;
const FRAMES = 128;
const KINDS: readonly KernelKind[] = ["wasm", "typescript"];

/** One second of noise that swells and fades. */
const signal = Float32Array.from({ length: SAMPLE_RATE }, (_, n) => Math.sin(n * n * 0.37) * (0.3 + 0.7 * Math.sin((Math.PI * n) / 12_000) ** 2));
/** One second at full level all along, the worst case. */
const steady = Float32Array.from({ length: SAMPLE_RATE }, (_, n) => Math.sin(n * n * 0.37));

function inBlocks(process: (start: number, end: number) => void): () => void {
  return () => {
    for (let at = 0; at < SAMPLE_RATE; at += FRAMES) process(at, at + FRAMES);
  };
}

describe("loudness of one second of stereo at 48 kHz", () => {
  for (const kind of KINDS) {
    preferKernels(kind);
    const meter = new LoudnessMeter({ sampleRate: SAMPLE_RATE, weights: LOUDNESS_WEIGHTS.stereo });
    bench(kind, inBlocks((start, end) => meter.process([signal, signal], start, end)));
  }
  preferKernels("wasm");
});

describe("a stereo file of one second: loudness and true peak", () => {
  const settings = { sampleRate: SAMPLE_RATE, weights: LOUDNESS_WEIGHTS.stereo };
  for (const kind of KINDS) {
    bench(kind, () => {
      preferKernels(kind);
      measureLoudness([signal, signal], settings);
      preferKernels("wasm");
    });
  }
});

describe.each([
  ["swelling noise", signal],
  ["steady noise", steady],
])("true peak of one second of one channel, %s", (_, audio) => {
  for (const kind of KINDS) {
    preferKernels(kind);
    const meter = new TruePeakMeter({ sampleRate: SAMPLE_RATE });
    bench(kind, inBlocks((start, end) => meter.process(audio, start, end)));
  }
  preferKernels("wasm");
});

describe.each([2048, 8192])("one transform of %d frames", (size) => {
  const input = Float64Array.from({ length: size }, (_, n) => Math.sin(n * n));
  for (const kind of KINDS) {
    preferKernels(kind);
    const fft = new RealFft(size);
    const real = new Float64Array(fft.bins);
    const imaginary = new Float64Array(fft.bins);
    bench(kind, () => fft.forward(input, real, imaginary));
  }
  preferKernels("wasm");
});

describe.each([2, 4] as const)("one second of one channel ×%d and back", (factor) => {
  const block = Float64Array.from(steady.subarray(0, FRAMES));
  for (const kind of KINDS) {
    preferKernels(kind);
    const over = new Oversampler(factor, FRAMES);
    bench(kind, inBlocks(() => {
      over.up(block, 0, FRAMES);
      over.down(block, 0, FRAMES);
    }));
  }
  preferKernels("wasm");
});
