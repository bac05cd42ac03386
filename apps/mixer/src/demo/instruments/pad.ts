import { Chorus, Filter, LFO, Synth } from "tone";
import { framesToSeconds, pitchToHz } from "../composition/note.js";
import { padVoices } from "../composition/pad-part.js";
import { SONG_SECONDS } from "../composition/timeline.js";
import type { Part } from "../render/part.js";
import { addRoom } from "./room.js";

/** Pad: slow detuned saws behind a wandering low-pass, wide and far away. */
export const padPart: Part = {
  tailSeconds: 4,
  async play(context, pacing) {
    const room = addRoom(context, { decaySeconds: 2.6, preDelaySeconds: 0.03, brightness: 0.25, wet: 0.45, seed: 701 });
    const chorus = new Chorus({ context, frequency: 0.25, delayTime: 6, depth: 0.6, wet: 0.6 }).start(0);
    const filter = new Filter({ context, type: "lowpass", frequency: 900, Q: 0.5, rolloff: -12 });
    filter.chain(chorus, room.input);
    // Two turns in one turn of the song, so that the filter meets itself at the loop.
    new LFO({ context, frequency: 2 / SONG_SECONDS, min: 650, max: 1500 }).start(0).connect(filter.frequency);
    for (const notes of padVoices()) {
      const voice = new Synth({
        context,
        volume: -15,
        oscillator: { type: "fatsawtooth", count: 2, spread: 22 },
        envelope: { attack: 0.5, decay: 0.6, sustain: 0.8, release: 1.1, attackCurve: "sine" },
      }).connect(filter);
      for (const note of notes) {
        voice.triggerAttackRelease(pitchToHz(note.pitch), framesToSeconds(note.frames), framesToSeconds(note.frame), note.velocity);
        await pacing.breathe();
      }
    }
    return room.output;
  },
};
