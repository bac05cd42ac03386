import { readoutLayout } from "@headroom/sdk";
import { ParameterBank, ReadoutBank } from "@headroom/sdk/audio";
import { bench, describe } from "vitest";
import plugin, { EQ_BANDS, eqParams, eqReadouts } from "@headroom/parametric-eq";

const SAMPLE_RATE = 48_000;
const FRAMES = 128;

/** Blocks of one iteration: one second of audio, so that times real time = 1 / seconds. */
const BLOCKS = SAMPLE_RATE / FRAMES;

/** A stereo instance with eight bells on, behind a function that runs it for one second. */
function oneSecond(moving: boolean): () => void {
  const bank = new ParameterBank(eqParams, SAMPLE_RATE, FRAMES);
  for (const band of EQ_BANDS.slice(0, 8)) {
    bank.jump(bank.ids.indexOf(`band${band}.enabled`), 1);
    bank.jump(bank.ids.indexOf(`band${band}.type`), 0);
    bank.jump(bank.ids.indexOf(`band${band}.gain`), band % 2 ? 4 : -4);
  }
  const frequencies = EQ_BANDS.slice(0, 8).map((band) => bank.ids.indexOf(`band${band}.frequency`));
  const { writers } = new ReadoutBank(eqReadouts, new ArrayBuffer(readoutLayout(eqReadouts).bytes), 0);
  const processor = plugin.processor({ sampleRate: SAMPLE_RATE, maxFrames: FRAMES, channels: 2, offline: false, params: bank.readers });
  const input = [0, 1].map((c) => Float32Array.from({ length: FRAMES }, (_, n) => Math.sin((n + c) ** 2)));
  const output = [0, 1].map(() => new Float32Array(FRAMES));
  const context = { input, output, params: bank.readers, changed: true, readouts: writers, frames: FRAMES, position: 0 };
  return () => {
    for (let block = 0; block < BLOCKS; block++) {
      if (moving) for (const index of frequencies) bank.glide(index, block % 2 ? 500 : 2000, FRAMES);
      bank.advance(FRAMES);
      context.changed = bank.changed;
      processor.process(context);
      context.position += FRAMES;
    }
  };
}

describe("one second of stereo at 48 kHz in blocks of 128 frames", () => {
  bench("eight bells, settled", oneSecond(false));
  bench("eight bells, all frequencies moving", oneSecond(true));
});
