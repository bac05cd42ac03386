import { isDeepStrictEqual } from "node:util";
import { formatQuantity } from "@headroom/sdk";
import { impulse, peakDbfs, silence } from "@headroom/sdk/testing";
import { complaints, pass, type Check } from "../check.js";
import type { Subject } from "../subject.js";

const RATE = 48_000;
/** Far over what a plugin at its defaults can mean; a host takes +120 dBFS for a fault. */
const MOST_PEAK_DBFS = 60;
const SILENCE_DBFS = -120;
/** The smallest amplitude that is no subnormal number in float32. */
const LEAST_NORMAL = 2 ** -126;
/** A value that no signal has. */
const UNTOUCHED = 12_345.678;

export const AUDIO: readonly Check[] = [
  {
    id: "audio.runs",
    level: 1,
    needs: ["instance.create"],
    run(subject) {
      for (const channels of subject.channelCounts) subject.render(subject.noise(RATE / 2, { channels }));
      return pass("It plays noise in every layout that it takes, without throwing.");
    },
  },
  {
    id: "audio.finite",
    level: 1,
    needs: ["audio.runs"],
    run(subject) {
      const signals = {
        noise: subject.noise(RATE / 2),
        silence: subject.noise(4800).map(({ length }) => silence(length)),
        "an impulse": subject.noise(4800).map(({ length }) => impulse(length, { at: 100 })),
        "a constant": subject.noise(4800).map(({ length }) => new Float32Array(length).fill(1)),
      };
      return complaints(
        Object.entries(signals).flatMap(([name, signal]) => {
          const found = firstInvalid(subject.render(signal));
          return found === undefined ? [] : [`Playing ${name}, it gives ${found}; every sample must be a finite number: look for divisions by zero and for roots and logarithms of what may be negative.`];
        }),
        "Every sample is a finite number.",
      );
    },
  },
  {
    id: "audio.bounded",
    level: 2,
    needs: ["audio.finite"],
    run(subject) {
      const peak = peakDbfs(subject.render(subject.noise(2 * RATE)));
      return complaints(
        peak <= MOST_PEAK_DBFS ? [] : [`Within 2 s of noise at −12 dBFS the output reaches ${formatQuantity(peak, "dBFS")} at its defaults; ${MOST_PEAK_DBFS} is the most: a filter or a feedback path is not stable.`],
        `Playing noise at −12 dBFS, its output peaks at ${formatQuantity(peak, "dBFS")}.`,
      );
    },
  },
  {
    id: "audio.subnormal",
    level: 3,
    needs: ["audio.finite"],
    run(subject) {
      const input = subject.noise(4 * RATE);
      input.forEach((channel) => channel.fill(0, RATE / 4));
      const output = subject.render(input);
      const count = output.reduce((sum, channel) => sum + channel.reduce((found, x) => found + (x !== 0 && Math.abs(x) < LEAST_NORMAL ? 1 : 0), 0), 0);
      return complaints(
        count === 0 ? [] : [`After the sound has ended, ${count} samples are subnormal numbers (below 10^−38), with which processors are slow; set what has died away to 0.`],
        "What dies away becomes 0.",
      );
    },
  },
  {
    id: "audio.silence",
    level: 2,
    needs: ["audio.finite"],
    run(subject) {
      const peak = peakDbfs(subject.render(subject.noise(RATE).map(({ length }) => silence(length))));
      return complaints(
        peak <= SILENCE_DBFS ? [] : [`Playing silence, its output peaks at ${formatQuantity(peak, "dBFS")}; of silence a plugin makes silence (below ${formatQuantity(SILENCE_DBFS, "dBFS")}) at its defaults.`],
        "Of silence it makes silence.",
      );
    },
  },
  {
    id: "audio.complete",
    level: 1,
    needs: ["audio.runs"],
    run: (subject) =>
      complaints(
        watchBlocks(subject).left > 0 ? ["It leaves samples of its output unwritten, where a host has what was there before; write every one of the first `frames` values of every channel in every call."] : [],
        "It writes all of its output.",
      ),
  },
  {
    id: "audio.bounds",
    level: 1,
    needs: ["audio.runs"],
    run: (subject) =>
      complaints(
        watchBlocks(subject).beyond > 0 ? ["It writes into its output beyond the block; only the first `frames` values of a channel belong to a call."] : [],
        "It writes nothing outside its block.",
      ),
  },
  {
    id: "audio.input",
    level: 2,
    needs: ["audio.runs"],
    run: (subject) => complaints(watchBlocks(subject).input ? ["It changes its input, which others read as well; copy what is to be changed."] : [], "It leaves its input alone."),
  },
  {
    id: "audio.repeatable",
    level: 3,
    needs: ["audio.runs"],
    run(subject) {
      const input = subject.noise(RATE / 4);
      return complaints(
        isDeepStrictEqual(subject.render(input), subject.render(input))
          ? []
          : ["Two new instances give other samples for the same input, so a bounce is not what was heard; leave out Math.random and the clock, and start from the same state: noise can come from a seed."],
        "The same input gives the same samples.",
      );
    },
  },
];

function firstInvalid(output: readonly Float32Array[]): string | undefined {
  for (const channel of output) {
    const frame = channel.findIndex((x) => !Number.isFinite(x));
    if (frame >= 0) return `${channel[frame] ?? NaN} at frame ${frame}`;
  }
  return undefined;
}

/** Plays blocks shorter than the buffers, and counts what is left unwritten, written beyond, and changed in the input. */
function watchBlocks(subject: Subject): { left: number; beyond: number; input: boolean } {
  const instance = subject.create();
  const untouched = Math.fround(UNTOUCHED);
  const found = { left: 0, beyond: 0, input: false };
  for (let n = 0; n < 40; n++) {
    const frames = [100, 1, 127, 64][n % 4] ?? 1;
    const given = subject.noise(128, { seed: n + 1 });
    given.forEach((channel, c) => channel.forEach((x, i) => ((instance.input[c] ?? channel)[i] = x)));
    for (const channel of instance.output) for (let i = 0; i < channel.length; i++) channel[i] = UNTOUCHED;
    instance.process(frames);
    for (const channel of instance.output) {
      for (let i = 0; i < channel.length; i++) {
        if (i < frames && channel[i] === untouched) found.left++;
        if (i >= frames && channel[i] !== untouched) found.beyond++;
      }
    }
    if (given.some((channel, c) => channel.some((x, i) => instance.input[c]?.[i] !== x))) found.input = true;
  }
  return found;
}
