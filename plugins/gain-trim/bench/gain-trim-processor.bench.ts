import type { ValuesOf } from "@headroom/sdk";
import { OfflineInstance } from "@headroom/sdk/testing";
import { bench, describe } from "vitest";
import plugin, { type GainTrimParams } from "@headroom/gain-trim";

const SAMPLE_RATE = 48_000;
const FRAMES = 128;

/** Blocks of one iteration: one second of audio, so that times real time = 1 / seconds. */
const BLOCKS = SAMPLE_RATE / FRAMES;

type Values = Partial<ValuesOf<GainTrimParams>>;

const ALL: Values = { gain: -4.2, polarityLeft: true, swap: true, width: 120, pan: 10, dcBlock: true };

/** A stereo instance, behind a function that runs it for one second. @param amplitude - of the noise that goes in. */
function oneSecond(params: Values, amplitude: number, moving = false): () => void {
  const instance = new OfflineInstance(plugin, { sampleRate: SAMPLE_RATE, maxFrames: FRAMES, offline: false, params });
  const fill = (size: number) => instance.input.forEach((channel, c) => channel.forEach((_, n) => (channel[n] = size * Math.sin((n + c) ** 2))));
  const run = () => {
    for (let block = 0; block < BLOCKS; block++) {
      if (moving) for (const id of ["gain", "width", "pan"]) instance.glide(id, block % 2 ? -10 : 20, FRAMES);
      instance.process(FRAMES);
    }
  };
  // Silence follows a sound: what rings on inside would show here.
  fill(1);
  run();
  fill(amplitude);
  return run;
}

describe("one second of stereo at 48 kHz in blocks of 128 frames", () => {
  bench("defaults: a wire with meters", oneSecond({}, 1));
  bench("everything on, settled, noise", oneSecond(ALL, 1));
  bench("the same, silence after noise", oneSecond(ALL, 0));
  bench("gain, width and balance moving", oneSecond(ALL, 1, true));
  bench("everything on and listening, noise", oneSecond({ ...ALL, listen: true }, 1));
  bench("the same, silence after noise", oneSecond({ ...ALL, listen: true }, 0));
});
