import { OfflineInstance } from "@headroom/sdk/testing";
import { bench, describe } from "vitest";
import plugin, { meterReadouts } from "@headroom/meter";

const SAMPLE_RATE = 48_000;
const FRAMES = 128;

/** Blocks of one iteration: one second of audio, so that times real time = 1 / seconds. */
const BLOCKS = SAMPLE_RATE / FRAMES;

const noise = [0, 1].map((c) => Float32Array.from({ length: SAMPLE_RATE }, (_, n) => 0.5 * Math.sin((n + c) ** 2 * 0.37)));
const silence = [0, 1].map(() => new Float32Array(SAMPLE_RATE));

/** A stereo instance behind a function that plays it one second. @param observed - whether a view looks at it all. */
function oneSecond(signal: readonly Float32Array[], observed: boolean): () => void {
  const instance = new OfflineInstance(plugin, { sampleRate: SAMPLE_RATE, maxFrames: FRAMES, offline: false });
  if (observed) for (const id of Object.keys(meterReadouts)) instance.observe(id);
  const blocks = Array.from({ length: BLOCKS }, (_, n) => signal.map((channel) => channel.slice(n * FRAMES, (n + 1) * FRAMES)));
  return () => {
    for (const block of blocks) {
      block.forEach((channel, c) => instance.input[c]?.set(channel));
      instance.process(FRAMES);
    }
  };
}

describe("one second of stereo at 48 kHz in blocks of 128 frames", () => {
  bench("steady noise, observed", oneSecond(noise, true));
  bench("steady noise, nobody looks", oneSecond(noise, false));
  bench("silence, observed", oneSecond(silence, true));
  bench("silence, nobody looks", oneSecond(silence, false));
});
