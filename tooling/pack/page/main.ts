import { createEngine } from "@headroom/engine";
import gainTrim from "@headroom/gain-trim";
import gainTrimProcessor from "@headroom/gain-trim/processor.js?url";
import { createSession, createStrip, emptySlots, MASTER_ID, type Session } from "@headroom/session";
import type { Heard } from "./heard.js";

const TONE_HZ = 440;
const CHANNEL = "tone";
const INSERT = "trim";
const TRIMMED_AT_MOST = 0.26;

window.playTone = async (): Promise<Heard> => {
  const context = new AudioContext();
  const engine = await createEngine({ context });
  await engine.registerPlugin({ url: gainTrimProcessor });
  const tap = new AnalyserNode(context, { fftSize: 2048 });
  engine.node.connect(tap).connect(context.destination);
  engine.update(sessionWithTrim(context.sampleRate));

  const tone = new OscillatorNode(context, { frequency: TONE_HZ });
  engine.connectSource(CHANNEL, tone);
  await context.resume();
  tone.start();
  engine.playhead.play();
  const samples = new Float32Array(tap.fftSize);
  const peak = () => {
    tap.getFloatTimeDomainData(samples);
    return samples.reduce((highest, sample) => Math.max(highest, Math.abs(sample)), 0);
  };
  // Until the trim is heard: while the worker starts, and on a busy machine, the dry signal stands in.
  let heard = peak();
  for (let tries = 0; tries < 200 && (heard === 0 || heard > TRIMMED_AT_MOST); tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    heard = peak();
  }
  const { isolated, workers } = engine.status();
  const state = engine.insertStatus(INSERT)?.state ?? "unknown";
  await engine.dispose();
  await context.close();
  return { isolated: crossOriginIsolated && isolated, workers, state, peak: heard };
};

/** One channel whose only insert takes 12 dB off. */
function sessionWithTrim(sampleRate: number): Session {
  const insert = { id: INSERT, plugin: gainTrim.id, version: gainTrim.version, bypass: false, mix: 1, params: { gain: -12 } };
  const channel = createStrip("channel", { id: CHANNEL, inserts: [insert, ...emptySlots().slice(1)] });
  const strips = { [MASTER_ID]: createStrip("master", { id: MASTER_ID }), [CHANNEL]: channel };
  return createSession({ sampleRate, strips, order: [CHANNEL] });
}
