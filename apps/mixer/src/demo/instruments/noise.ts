import { ToneAudioBuffer, ToneBufferSource, type OfflineContext } from "tone";
import { seededRandom } from "../composition/seeded-random.js";

/** Seconds of noise before it repeats. */
const LOOP_SECONDS = 1;

/**
 * White noise that sounds from the context's start, different on the left and on the right.
 * Tone's own Noise draws from Math.random, so no two renders of it are alike.
 * @mainThread
 */
export function whiteNoise(context: OfflineContext, seed: number): ToneBufferSource {
  const random = seededRandom(seed);
  const buffer = context.createBuffer(2, LOOP_SECONDS * context.sampleRate, context.sampleRate);
  for (let channel = 0; channel < 2; channel++) {
    const samples = buffer.getChannelData(channel);
    for (let i = 0; i < samples.length; i++) samples[i] = random() * 2 - 1;
  }
  return new ToneBufferSource({ context, url: new ToneAudioBuffer(buffer), loop: true }).start(0);
}
