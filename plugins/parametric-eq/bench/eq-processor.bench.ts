import type { ValuesOf } from "@headroom/sdk";
import { OfflineInstance } from "@headroom/sdk/testing";
import { bench, describe } from "vitest";
import plugin, { EQ_BANDS, type EqParams } from "@headroom/parametric-eq";

const SAMPLE_RATE = 48_000;
const FRAMES = 128;

/** Blocks of one iteration: one second of audio, so that times real time = 1 / seconds. */
const BLOCKS = SAMPLE_RATE / FRAMES;

const BELLS = EQ_BANDS.slice(0, 8);
const PARAMS = Object.fromEntries(
  BELLS.flatMap((band) => [[`band${band}.enabled`, true], [`band${band}.type`, "bell"], [`band${band}.gain`, band % 2 ? 4 : -4]]),
) as Partial<ValuesOf<EqParams>>;

/** A stereo instance with eight bells on, behind a function that runs it for one second. */
function oneSecond(moving: boolean): () => void {
  const instance = new OfflineInstance(plugin, { sampleRate: SAMPLE_RATE, maxFrames: FRAMES, offline: false, params: PARAMS });
  instance.input.forEach((channel, c) => channel.forEach((_, n) => (channel[n] = Math.sin((n + c) ** 2))));
  return () => {
    for (let block = 0; block < BLOCKS; block++) {
      if (moving) for (const band of BELLS) instance.glide(`band${band}.frequency`, block % 2 ? 500 : 2000, FRAMES);
      instance.process(FRAMES);
    }
  };
}

describe("one second of stereo at 48 kHz in blocks of 128 frames", () => {
  bench("eight bells, settled", oneSecond(false));
  bench("eight bells, all frequencies moving", oneSecond(true));
});
