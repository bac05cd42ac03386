import plugin from "@headroom/parametric-eq/processor.js";
import { bellParams, bells, createRun, QUANTUM, SAMPLE_RATE, whiteNoise } from "./processor-run.mjs";

/** Frames after which every moving frequency turns back: a quarter of a second. */
const SWEEP_FRAMES = 94 * QUANTUM;
const SWEEP = 1.5;
/** Filters of another design differ near the top of the band; bells of another frequency, gain or Q differ far more. */
const MOST_DIFFERENCE_DB = -30;

/**
 * Times Parametric EQ and a chain of BiquadFilterNodes with the same bells over the same noise, in turns, so that both meet
 * the same disturbances.
 * @param {{ counts: readonly number[], seconds: number, rounds: number }} settings
 * @returns {Promise<Record<string, { ours: number, native: number }>>} By case, times real time, each the best of all rounds.
 * @throws When both do not sound alike.
 */
export async function compareWithBiquads({ counts, seconds, rounds }) {
  const signal = whiteNoise(seconds);
  const still = counts.map((count) => ({ name: `${count}`, ours: timeOf(signal, bellParams(count)), native: () => renderBiquads(signal, count, false) }));
  const cases = [
    ...still,
    { name: "moving", ours: timeOf(signal, bellParams(8), sweep), native: () => renderBiquads(signal, 8, true) },
    { name: "hq", ours: timeOf(signal, { ...bellParams(8), quality: "hq" }) },
    { name: "linear phase", ours: timeOf(signal, { ...bellParams(8), quality: "linear-phase" }) },
    { name: "nothing", native: () => renderBiquads(signal, 0, false) },
  ];
  await checkLikeness(signal, Math.max(...counts));
  const best = new Map(cases.map(({ name }) => [name, { ours: Infinity, native: Infinity }]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, ours, native } of cases) {
      const times = best.get(name);
      if (ours) times.ours = Math.min(times.ours, ours());
      if (native) times.native = Math.min(times.native, (await native()).milliseconds);
    }
  }
  const timesRealTime = (milliseconds) => (seconds * 1000) / milliseconds;
  return Object.fromEntries([...best].map(([name, times]) => [name, { ours: timesRealTime(times.ours), native: timesRealTime(times.native) }]));
}

function timeOf(signal, params, before) {
  const { instance, run } = createRun(plugin, { params }, signal);
  return () => run(before && ((block) => before(instance, block)));
}

/** Sends all eight frequencies up, or down again, as soon as they have arrived. */
function sweep(instance, block) {
  if ((block * QUANTUM) % SWEEP_FRAMES !== 0) return;
  const isUp = ((block * QUANTUM) / SWEEP_FRAMES) % 2 === 0;
  bells(8).forEach(({ frequency }, n) => instance.glide(`band${n + 1}.frequency`, frequency * (isUp ? SWEEP : 1), SWEEP_FRAMES));
}

async function renderBiquads(signal, count, moving) {
  const length = signal[0].length;
  const context = new OfflineAudioContext(2, length, SAMPLE_RATE);
  const source = new AudioBufferSourceNode(context, { buffer: new AudioBuffer({ numberOfChannels: 2, length, sampleRate: SAMPLE_RATE }) });
  signal.forEach((channel, c) => source.buffer.copyToChannel(channel, c));
  const last = bells(count).reduce((node, { frequency, gain, q }) => {
    const filter = new BiquadFilterNode(context, { type: "peaking", frequency, gain, Q: q });
    if (moving) automate(filter.frequency, frequency, length / SAMPLE_RATE);
    return node.connect(filter);
  }, source);
  last.connect(context.destination);
  source.start();
  const started = performance.now();
  const output = await context.startRendering();
  return { milliseconds: performance.now() - started, output };
}

function automate(parameter, frequency, seconds) {
  parameter.setValueAtTime(frequency, 0);
  for (let n = 1; (n - 1) * SWEEP_FRAMES < seconds * SAMPLE_RATE; n++) {
    parameter.linearRampToValueAtTime(frequency * (n % 2 === 0 ? 1 : SWEEP), (n * SWEEP_FRAMES) / SAMPLE_RATE);
  }
}

/** Two filters that do not filter alike have no speeds to compare. */
async function checkLikeness(signal, count) {
  const { output } = await renderBiquads(signal, count, false);
  const { instance, run } = createRun(plugin, { params: bellParams(count) }, signal);
  run();
  const last = output.getChannelData(0).subarray(-QUANTUM);
  let error = 0;
  let power = 0;
  instance.output[0].forEach((sample, n) => {
    error += (sample - last[n]) ** 2;
    power += last[n] ** 2;
  });
  const differenceDb = 10 * Math.log10(error / power);
  if (!(differenceDb < MOST_DIFFERENCE_DB)) throw new Error(`Parametric EQ and BiquadFilterNode differ by ${differenceDb.toFixed(1)} dB; they do not filter alike.`);
}
