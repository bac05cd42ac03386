import { readoutLayout, ReadoutReader } from "@headroom/sdk";
import { ParameterBank, ReadoutBank } from "@headroom/sdk/audio";
import { bench, describe } from "vitest";
import plugin, { meterParams, meterReadouts } from "@headroom/meter";

const SAMPLE_RATE = 48_000;
const FRAMES = 128;

/** Blocks of one iteration: one second of audio, so that times real time = 1 / seconds. */
const BLOCKS = SAMPLE_RATE / FRAMES;

const noise = [0, 1].map((c) => Float32Array.from({ length: SAMPLE_RATE }, (_, n) => 0.5 * Math.sin((n + c) ** 2 * 0.37)));
const silence = [0, 1].map(() => new Float32Array(SAMPLE_RATE));

/** A stereo instance behind a function that plays it one second. @param observed - whether a view looks at it all. */
function oneSecond(signal: readonly Float32Array[], observed: boolean): () => void {
  const bank = new ParameterBank(meterParams, SAMPLE_RATE, FRAMES);
  const memory = new ArrayBuffer(readoutLayout(meterReadouts).bytes);
  const { writers } = new ReadoutBank(meterReadouts, memory, 0);
  const reader = new ReadoutReader(meterReadouts, memory, 0);
  if (observed) for (const id of Object.keys(meterReadouts)) reader.observe(id);
  const processor = plugin.processor({ sampleRate: SAMPLE_RATE, maxFrames: FRAMES, channels: 2, offline: false, params: bank.readers });
  const blocks = Array.from({ length: BLOCKS }, (_, n) => signal.map((channel) => channel.slice(n * FRAMES, (n + 1) * FRAMES)));
  const context = {
    input: blocks[0] ?? [], output: [new Float32Array(FRAMES), new Float32Array(FRAMES)],
    params: bank.readers, changed: true, readouts: writers, frames: FRAMES, position: 0,
  };
  return () => {
    for (const block of blocks) {
      context.input = block;
      bank.advance(FRAMES);
      context.changed = bank.changed;
      processor.process(context);
      context.position += FRAMES;
    }
  };
}

describe("one second of stereo at 48 kHz in blocks of 128 frames", () => {
  bench("steady noise, observed", oneSecond(noise, true));
  bench("steady noise, nobody looks", oneSecond(noise, false));
  bench("silence, observed", oneSecond(silence, true));
  bench("silence, nobody looks", oneSecond(silence, false));
});
