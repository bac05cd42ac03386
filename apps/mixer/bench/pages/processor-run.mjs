import { OfflineInstance } from "@headroom/sdk/testing";

/** What the processors' benchmarks have in common: stereo at 48 kHz in the quanta of Web Audio. */
export const SAMPLE_RATE = 48_000;
export const QUANTUM = 128;

/**
 * Stereo noise of equal power in every hertz, the same at every call.
 * @param {number} seconds
 * @param {number} [amplitude]
 */
export function whiteNoise(seconds, amplitude = 0.5) {
  const frames = Math.round((seconds * SAMPLE_RATE) / QUANTUM) * QUANTUM;
  const random = seededRandom();
  return [0, 1].map(() => Float32Array.from({ length: frames }, () => amplitude * (2 * random() - 1)));
}

/** Numbers from 0 to 1: the linear congruential generator of Numerical Recipes. */
export function seededRandom() {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Equal bells, as many as asked for, spread over six octaves from 60 Hz, boosting and cutting in turn.
 * @param {number} count
 */
export const bells = (count) =>
  Array.from({ length: count }, (_, n) => ({ frequency: 60 * 2 ** ((n * 6) / count), gain: n % 2 === 0 ? 4 : -4, q: 1 }));

/**
 * The same bells as parameters of Parametric EQ.
 * @param {number} count
 */
export const bellParams = (count) =>
  Object.fromEntries(
    bells(count).flatMap(({ frequency, gain, q }, n) => Object.entries({ enabled: true, type: "bell", frequency, gain, q }).map(([name, value]) => [`band${n + 1}.${name}`, value])),
  );

/**
 * An instance of a plugin as the mixer drives it, behind a function that takes a signal through it, a quantum at a time.
 * @param {import("@headroom/sdk").PluginDefinition} plugin
 * @param {{ params?: Record<string, unknown>, observe?: readonly string[] }} options
 * @param {readonly Float32Array[]} signal - Whole quanta.
 */
export function createRun(plugin, { params = {}, observe = [] }, signal) {
  const instance = new OfflineInstance(plugin, { sampleRate: SAMPLE_RATE, maxFrames: QUANTUM, channels: 2, offline: false, params });
  for (const id of observe) instance.observe(id);
  const blocks = Array.from({ length: (signal[0]?.length ?? 0) / QUANTUM }, (_, n) => signal.map((channel) => channel.subarray(n * QUANTUM, (n + 1) * QUANTUM)));
  return {
    instance,
    /**
     * @param {(block: number) => void} [before] - Called before each block, to change parameters.
     * @param {number} [from] - First block.
     * @param {number} [to] - Block after the last.
     * @returns {number} Milliseconds that it took.
     */
    run(before, from = 0, to = blocks.length) {
      const started = performance.now();
      for (let n = from; n < to; n++) {
        before?.(n);
        for (let c = 0; c < 2; c++) instance.input[c].set(blocks[n][c]);
        instance.process(QUANTUM);
      }
      return performance.now() - started;
    },
  };
}
