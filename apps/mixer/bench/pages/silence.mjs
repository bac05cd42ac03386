import gainTrim from "@headroom/gain-trim/processor.js";
import meter from "@headroom/meter/processor.js";
import equalizer from "@headroom/parametric-eq/processor.js";
import { bellParams, createRun, QUANTUM, SAMPLE_RATE, whiteNoise } from "./processor-run.mjs";

/** Filters ring for as long after the noise as they need to fall below the smallest number there is: 6200 dB. */
const SILENCE_SECONDS = 10;
const NOISE_SECONDS = 2;
const STRETCH = Math.round((0.25 * SAMPLE_RATE) / QUANTUM);

/** All that a processor does for a view that looks at it. */
const seen = (plugin) => Object.keys(plugin.readouts);

/** By the names of their packages. */
const CASES = [
  { name: "@headroom/parametric-eq", what: "Parametric EQ", plugin: equalizer, params: bellParams(8) },
  { name: "@headroom/parametric-eq", what: "in HQ", plugin: equalizer, params: { ...bellParams(8), quality: "hq" } },
  { name: "@headroom/parametric-eq", what: "in linear phase", plugin: equalizer, params: { ...bellParams(8), quality: "linear-phase" } },
  {
    name: "@headroom/gain-trim",
    what: "Gain Trim",
    plugin: gainTrim,
    params: { gain: -4.2, polarityLeft: true, swap: true, width: 120, pan: 10, dcBlock: true, listen: true },
    observe: seen(gainTrim),
  },
  { name: "@headroom/meter", what: "Meter", plugin: meter, observe: seen(meter) },
];

/**
 * Times every first-party processor with everything on over noise and the silence that follows it, in stretches of a quarter
 * of a second, the best of all rounds each.
 * @param {{ rounds: number }} settings
 * @returns {{ plugin: string, case: string, ratio: number, worst: number }[]} The silence's time against as much noise, and
 * that of its slowest stretch.
 */
export function timesOfSilence({ rounds }) {
  const sound = whiteNoise(NOISE_SECONDS);
  const frames = SILENCE_SECONDS * SAMPLE_RATE;
  const signal = sound.map((channel) => {
    const whole = new Float32Array(channel.length + frames);
    whole.set(channel);
    return whole;
  });
  const soundStretches = Math.floor(sound[0].length / QUANTUM / STRETCH);
  const stretches = Math.floor(signal[0].length / QUANTUM / STRETCH);
  return CASES.map(({ name, what, plugin, ...options }) => {
    const { run } = createRun(plugin, options, signal);
    const best = new Float64Array(stretches).fill(Infinity);
    for (let round = 0; round < rounds; round++) {
      for (let n = 0; n < stretches; n++) best[n] = Math.min(best[n], run(undefined, n * STRETCH, (n + 1) * STRETCH));
    }
    const mean = (times) => times.reduce((sum, time) => sum + time, 0) / times.length;
    const loud = mean(best.subarray(0, soundStretches));
    const silent = best.subarray(soundStretches);
    return { plugin: name, case: what, ratio: mean(silent) / loud, worst: Math.max(...silent) / loud };
  });
}
