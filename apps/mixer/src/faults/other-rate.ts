import { createEngine, type AudioData } from "@headroom/engine";
import { faultAudio } from "./fault-session.js";
import type { Hands } from "./hands.js";
import { pause } from "./pause.js";
import { RATE } from "./run-length.js";
import { PluginCatalog } from "../plugins/plugin-catalog.js";

/** Of the device that takes the place of the first. */
const OTHER_RATE = 44_100;
const STARTED_MS = 1500;

/** Carries the session over to a context of another rate, as an app must whose device changes to one: audio is resampled, plugins start anew. */
export async function otherRate({ document, say }: Hands): Promise<void> {
  const context = new AudioContext({ sampleRate: OTHER_RATE });
  const engine = await createEngine({ context });
  await new PluginCatalog().register(engine);
  for (const [key, audio] of faultAudio()) engine.addAudio(key, await resampled(audio));
  const session = document.snapshot();
  engine.update({ ...session, sampleRate: OTHER_RATE });
  engine.node.connect(new MediaStreamAudioDestinationNode(context));
  await context.resume();
  await pause(STARTED_MS);
  engine.playhead.play(0);
  const from = engine.frameAt(context.currentTime) + engine.status().latencyFrames + OTHER_RATE / 4;
  const output = engine.capture(OTHER_RATE / 2, from);
  while (engine.frameAt(context.currentTime) < from + OTHER_RATE * 0.75) await pause(50);
  const peaks = output.map((side) => side.reduce((most, x) => Math.max(most, Math.abs(x)), 0));
  await engine.dispose();
  await context.close();
  say(peaks.every((peak) => peak > 0.1 && peak < 1) ? `The session plays at ${OTHER_RATE / 1000} kHz too, resampled from ${RATE / 1000} kHz.` : `At ${OTHER_RATE / 1000} kHz the session does not sound: it peaks at ${peaks.join(" and ")}.`);
}

async function resampled({ sampleRate, channels }: AudioData): Promise<AudioData> {
  const frames = channels[0]?.length ?? 0;
  const buffer = new AudioBuffer({ length: frames, numberOfChannels: channels.length, sampleRate });
  for (const [c, samples] of channels.entries()) buffer.copyToChannel(new Float32Array(samples), c);
  const offline = new OfflineAudioContext(channels.length, Math.round((frames * OTHER_RATE) / sampleRate), OTHER_RATE);
  const source = new AudioBufferSourceNode(offline, { buffer });
  source.connect(offline.destination);
  source.start();
  const rendered = await offline.startRendering();
  return { sampleRate: OTHER_RATE, channels: channels.map((_, c) => rendered.getChannelData(c)) };
}
