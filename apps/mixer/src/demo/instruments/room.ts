import { Convolver, Gain, ToneAudioBuffer, type OfflineContext } from "tone";
import { seededRandom } from "../composition/seeded-random.js";

/** A reverberant room. */
export interface Room {
  /** Time in which the sound falls by 60 dB, in seconds. */
  readonly decaySeconds: number;
  /** Time before the first reflection, in seconds. */
  readonly preDelaySeconds: number;
  /** Share of the treble kept, 0 (dark) … 1 (as bright as noise). */
  readonly brightness: number;
  /** Level of the room beside the dry sound, as a gain. */
  readonly wet: number;
  readonly seed: number;
}

/**
 * A node that adds a room to the short sounds of a kit: decaying seeded noise, convolved.
 * Tone's Reverb makes its noise with Math.random and would differ at every render.
 * @mainThread
 */
export function addRoom(context: OfflineContext, room: Room): { readonly input: Gain; readonly output: Gain } {
  const input = new Gain({ context });
  const output = new Gain({ context });
  const wet = new Gain({ context, gain: room.wet });
  const convolver = new Convolver({ context });
  // Given to the constructor it would be set, and transformed, twice.
  convolver.buffer = impulse(context, room);
  input.connect(output);
  input.chain(convolver, wet, output);
  return { input, output };
}

function impulse(context: OfflineContext, room: Room): ToneAudioBuffer {
  const rate = context.sampleRate;
  const preDelay = Math.round(room.preDelaySeconds * rate);
  const frames = preDelay + Math.round(room.decaySeconds * rate);
  const buffer = context.createBuffer(2, frames, rate);
  const random = seededRandom(room.seed);
  const perFrame = 10 ** (-3 / (room.decaySeconds * rate));
  for (let channel = 0; channel < 2; channel++) {
    const samples = buffer.getChannelData(channel);
    let level = 1;
    let lowPassed = 0;
    for (let i = preDelay; i < frames; i++) {
      lowPassed += room.brightness * (random() * 2 - 1 - lowPassed);
      samples[i] = lowPassed * level;
      level *= perFrame;
    }
  }
  return new ToneAudioBuffer(buffer);
}
