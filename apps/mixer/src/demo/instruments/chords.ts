import { Chorus, Filter, Merge, Synth, type OfflineContext } from "tone";
import { chordVoices } from "../composition/chord-part.js";
import { framesToSeconds, pitchToHz } from "../composition/note.js";
import type { Part } from "../render/part.js";
import { addRoom } from "./room.js";

/** How far the two sides are apart in tune, in cents. */
const SIDE_DETUNE_CENTS = 7;

/** Chords: every voice is played twice, out of tune with itself, once on each side. */
export const chordsPart: Part = {
  tailSeconds: 1.6,
  async play(context, pacing) {
    const room = addRoom(context, { decaySeconds: 1.2, preDelaySeconds: 0.015, brightness: 0.35, wet: 0.22, seed: 601 });
    const sides = new Merge({ context, channels: 2 });
    const chorus = new Chorus({ context, frequency: 0.5, delayTime: 4, depth: 0.4, wet: 0.35 }).start(0);
    sides.chain(new Filter({ context, type: "lowpass", frequency: 4200, Q: 0.7 }), chorus, room.input);
    for (const notes of chordVoices()) {
      const left = sideVoice(context, -SIDE_DETUNE_CENTS);
      const right = sideVoice(context, SIDE_DETUNE_CENTS);
      left.connect(sides, 0, 0);
      right.connect(sides, 0, 1);
      for (const note of notes) {
        for (const side of [left, right]) {
          side.triggerAttackRelease(pitchToHz(note.pitch), framesToSeconds(note.frames), framesToSeconds(note.frame), note.velocity);
        }
        await pacing.breathe();
      }
    }
    return room.output;
  },
};

function sideVoice(context: OfflineContext, detuneCents: number): Synth {
  return new Synth({
    context,
    volume: -14,
    detune: detuneCents,
    oscillator: { type: "fatsawtooth", count: 2, spread: 14 },
    envelope: { attack: 0.006, decay: 0.45, sustain: 0.5, release: 0.18 },
  }) as Synth;
}
