import { fromNumber, type ParameterSpec } from "@headroom/sdk";
import { complaints, skip, type Check } from "../check.js";
import { measureDelay } from "../measure-delay.js";
import { randomParams } from "../random-params.js";
import type { Params, Subject } from "../subject.js";

const FRAMES = 16_384;
const MOST_DELAY_FRAMES = 16_384;
/** Below this the output is so different from the input that nobody can say how late it is. */
const LEAST_LIKENESS = 0.7;
const RATES_HZ = [44_100, 48_000, 96_000];
const MOST_VARIATIONS = 48;
/** What rings below this no longer counts, relative to the level while it sounds. */
const TAIL_DB = -60;

export const TIMING: readonly Check[] = [
  {
    id: "latency.declared",
    level: 4,
    needs: ["audio.repeatable", "instance.latency"],
    run(subject) {
      const measured = RATES_HZ.map((sampleRate) => compare(subject, {}, sampleRate, `at ${sampleRate} Hz`));
      if (measured.every((each) => each === "unclear")) return skip("At its defaults the output is too different from the input to tell how late it is.");
      return complaints(measured.filter((each) => each !== "unclear" && each !== "right"), "The output comes as late as it says.");
    },
  },
  {
    id: "latency.switched",
    level: 7,
    needs: ["latency.declared"],
    run(subject) {
      const variations = subject.parameters.flatMap(([id, spec]) => switchesOf(spec).map((value) => ({ [id]: value })));
      if (variations.length === 0) return skip("It has no switches.");
      // Evenly over all of them: a plugin of many bands has the same switches again and again.
      const chosen = variations.filter((_, index) => index % Math.ceil(variations.length / MOST_VARIATIONS) === 0);
      const measured = chosen.map((params) => compare(subject, params, 48_000, `with ${JSON.stringify(params)}`));
      return complaints(measured.filter((each) => each !== "unclear" && each !== "right"), `The output comes as late as it says in ${chosen.length} positions of its switches.`);
    },
  },
  {
    id: "tail.declared",
    level: 4,
    needs: ["audio.silence", "instance.tail", "instance.latency"],
    run: (subject) => complaints(tailComplaint(subject, {}), "What it plays after the sound has ended is over when it says."),
  },
  {
    id: "tail.everywhere",
    level: 9,
    needs: ["tail.declared"],
    run(subject) {
      const sets = Array.from({ length: 8 }, (_, seed) => randomParams(subject.parameters, seed + 1));
      return complaints(sets.flatMap((params) => tailComplaint(subject, params)), "The tail holds in 8 random settings.");
    },
  },
];

/** Whether the declared latency is the measured one: "right", "unclear", or a sentence. */
function compare(subject: Subject, params: Params, sampleRate: number, where: string): string {
  const channels = Math.max(...subject.channelCounts);
  const instance = subject.create({ sampleRate, params, channels });
  const input = subject.noise(FRAMES + MOST_DELAY_FRAMES);
  input.forEach((channel) => channel.fill(0, FRAMES));
  const output = subject.render(input, { instance });
  const latency = Number(instance.latency());
  const { frames, likeness } = measureDelay(input[0] ?? new Float32Array(1), output[0] ?? new Float32Array(1), MOST_DELAY_FRAMES);
  if (likeness < LEAST_LIKENESS || (subject.delaysOnPurpose && frames > latency)) return "unclear";
  if (frames === latency) return "right";
  const instead = latency === 0 ? "take the delay out" : `delay by ${latency}`;
  return `It says its latency is ${latency} frames, and the output comes ${frames} frames late ${where}; say ${frames}, or ${instead}.`;
}

function switchesOf(spec: ParameterSpec) {
  const count = spec.kind === "toggle" ? 2 : spec.kind === "choice" ? spec.options.length : 0;
  return Array.from({ length: count }, (_, index) => fromNumber(spec, index)).filter((value) => value !== spec.default);
}

function tailComplaint(subject: Subject, params: Params): string[] {
  const rate = 48_000;
  const instance = subject.create({ params });
  const sounding = subject.noise(rate);
  const level = rms(subject.render(sounding, { instance }), 0);
  const declared = Number(instance.tail());
  const rest = Number(instance.latency()) + Math.ceil(Math.min(declared, 30) * rate);
  const silent = sounding.map(() => new Float32Array(rest + rate / 2));
  const ringing = subject.render(silent, { instance });
  const db = 20 * Math.log10(rms(ringing, rest) / level);
  if (!(db > TAIL_DB)) return [];
  const setting = Object.keys(params).length === 0 ? "" : ` With ${JSON.stringify(params).slice(0, 300)}:`;
  return [`${setting} ${declared} s after the sound has ended, as long as its tail is said to be, the output is only ${Math.abs(db).toFixed(0)} dB down; ${-TAIL_DB} are expected: say a longer tail, which may follow the parameters.`.trim()];
}

/** Over all channels, from a frame on. */
function rms(channels: readonly Float32Array[], from: number): number {
  const sum = channels.reduce((total, channel) => total + channel.subarray(from).reduce((squares, x) => squares + x * x, 0), 0);
  return Math.sqrt(sum / channels.reduce((frames, { length }) => frames + length - from, 0));
}
