import { bench, describe } from "vitest";
import { BiquadCascade, createKernelBuffers, createSections, MatchedDesigner, preferKernels, processCascades, SECTION_LENGTH, type KernelKind } from "@headroom/dsp";

const SAMPLE_RATE = 48_000;
const FRAMES = 128;
const KINDS: readonly KernelKind[] = ["wasm", "typescript"];

/** Blocks of one iteration: one second of audio, so that times real time = 1 / seconds. */
const BLOCKS = SAMPLE_RATE / FRAMES;

function bells(count: number): Float64Array {
  const designer = new MatchedDesigner();
  const sections = createSections(count);
  for (let n = 0; n < count; n++) designer.design("bell", 60 * 2 ** ((n * 8) / count), 1, n % 2 ? 4 : -4, SAMPLE_RATE, sections, n * SECTION_LENGTH);
  return sections;
}

const noise = (seed: number) => Float64Array.from({ length: FRAMES }, (_, n) => Math.sin((n + seed) ** 2));

describe.each([1, 2, 4, 8, 16, 24])("one second of stereo at 48 kHz in blocks of 128 frames, biquads: %d", (count) => {
  const sections = bells(count);
  const input = [noise(0), noise(1)] as const;
  for (const kind of KINDS) {
    preferKernels(kind);
    const cascade = new BiquadCascade(count, 2);
    cascade.set(sections, count);
    const separate = Array.from({ length: count }, (_, n) => {
      const one = new BiquadCascade(1, 2);
      one.set(sections.subarray(n * SECTION_LENGTH), 1);
      return one;
    });
    const plain = [noise(0), noise(1)];
    const own = createKernelBuffers(2, FRAMES);
    const run = (buffers: readonly Float64Array[], process: (buffers: readonly Float64Array[]) => void) => () => {
      for (let block = 0; block < BLOCKS; block++) {
        buffers.forEach((buffer, c) => buffer.set(input[c] ?? buffer));
        process(buffers);
      }
    };
    bench(`${kind}, one cascade`, run(plain, (buffers) => cascade.process(buffers, 0, FRAMES)));
    if (kind === "wasm") bench("wasm, one cascade, kernel buffers", run(own, (buffers) => cascade.process(buffers, 0, FRAMES)));
    bench(`${kind}, a cascade each, kernel buffers`, run(own, (buffers) => processCascades(separate, buffers, 0, FRAMES)));
  }
  preferKernels("wasm");
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
