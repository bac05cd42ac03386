import { createEngine } from "/packages/engine/dist/index.js";
import { createSession, createStrip } from "/packages/session/dist/index.js";

const SAMPLE_RATE = 48_000;
const WARM_UP_SECONDS = 3;

/**
 * Plays noise on channels that are all panned and faded, and looks each second at what the audio thread takes.
 * @param {{ channels: number, seconds: number, fed: "inputs" | "clips" }} settings
 * @returns {Promise<{ loads: number[] }>} Shares of real time.
 */
export async function playChannels({ channels, seconds, fed }) {
  const context = new AudioContext({ sampleRate: SAMPLE_RATE });
  const engine = await createEngine({ context, inputs: channels });
  engine.node.connect(context.destination);
  await context.resume();
  const sides = [noise(1), noise(2)];
  engine.addAudio("noise", { sampleRate: SAMPLE_RATE, channels: sides });
  const clip = { audio: "noise", startSeconds: 0, offsetSeconds: 0, lengthSeconds: seconds + 60, gainDb: -3 };
  const strips = Array.from({ length: channels }, (_, i) => createStrip("channel", {
    id: `c${i}`, faderDb: -20 - i / 10, pan: (2 * i) / channels - 1, ...(fed === "clips" && { clips: [{ ...clip, id: `k${i}` }] }),
  }));
  const all = [createStrip("master", { id: "master" }), ...strips];
  engine.update(createSession({ strips: Object.fromEntries(all.map((strip) => [strip.id, strip])), order: strips.map(({ id }) => id) }));
  if (fed === "inputs") for (const { id } of strips) engine.connectSource(id, source(context, sides));
  else engine.playhead.play(0);
  await wait(WARM_UP_SECONDS);
  const loads = [];
  for (let i = 0; i < seconds; i++) {
    await wait(1);
    loads.push(engine.status().load);
  }
  const reading = { peak: new Float32Array(2), rms: new Float32Array(2), max: new Float32Array(2), clips: 0 };
  engine.readMeter("master", "output", reading);
  if (!(reading.rms[0] > 0)) throw new Error("Nothing was heard, so nothing was measured.");
  await engine.dispose();
  await context.close();
  return { loads };
}

/** @param {AudioContext} context @param {Float32Array[]} sides */
function source(context, sides) {
  const buffer = new AudioBuffer({ length: SAMPLE_RATE, numberOfChannels: 2, sampleRate: SAMPLE_RATE });
  sides.forEach((side, c) => buffer.copyToChannel(Float32Array.from(side.subarray(0, SAMPLE_RATE)), c));
  const node = new AudioBufferSourceNode(context, { buffer, loop: true });
  node.start();
  return node;
}

/** @param {number} seed */
function noise(seed) {
  const samples = new Float32Array(new SharedArrayBuffer(SAMPLE_RATE * 100 * 4));
  let state = seed;
  for (let i = 0; i < samples.length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    samples[i] = state / 2 ** 33;
  }
  return samples;
}

const wait = (/** @type {number} */ seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
