import type { ValuesOf } from "@headroom/sdk";
import { toNumber } from "@headroom/sdk";
import { ParameterBank, ReadoutBank } from "@headroom/sdk/audio";
import { bench, describe } from "vitest";
import plugin, { gainTrimParams, gainTrimReadouts, type GainTrimParams } from "@headroom/gain-trim";

const SAMPLE_RATE = 48_000;
const FRAMES = 128;

/** Blocks of one iteration: one second of audio, so that times real time = 1 / seconds. */
const BLOCKS = SAMPLE_RATE / FRAMES;

type Values = Partial<ValuesOf<GainTrimParams>>;

const ALL: Values = { gain: -4.2, polarityLeft: true, swap: true, width: 120, pan: 10, dcBlock: true };

/** A stereo instance, behind a function that runs it for one second. @param amplitude - of the noise that goes in. */
function oneSecond(values: Values, amplitude: number, moving = false): () => void {
  const bank = new ParameterBank(gainTrimParams, SAMPLE_RATE, FRAMES);
  for (const [id, value] of Object.entries(values)) {
    bank.jump(bank.ids.indexOf(id), toNumber(gainTrimParams[id as keyof GainTrimParams], value));
  }
  const movable = ["gain", "width", "pan"].map((id) => bank.ids.indexOf(id));
  const { writers } = new ReadoutBank(gainTrimReadouts, new ArrayBuffer(4096), 0);
  const processor = plugin.processor({ sampleRate: SAMPLE_RATE, maxFrames: FRAMES, channels: 2, offline: false, params: bank.readers });
  const input = [0, 1].map((c) => Float32Array.from({ length: FRAMES }, (_, n) => Math.sin((n + c) ** 2)));
  const output = [0, 1].map(() => new Float32Array(FRAMES));
  const context = { input, output, params: bank.readers, changed: true, readouts: writers, frames: FRAMES, position: 0 };
  const run = () => {
    for (let block = 0; block < BLOCKS; block++) {
      if (moving) for (const index of movable) bank.glide(index, block % 2 ? -10 : 20, FRAMES);
      bank.advance(FRAMES);
      processor.process(context);
      context.position += FRAMES;
    }
  };
  // Silence follows a sound: what rings on inside would show here.
  run();
  for (const channel of input) channel.forEach((x, n) => (channel[n] = amplitude * x));
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
