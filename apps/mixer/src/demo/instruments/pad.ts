import { BiquadFilter, LFO } from "tone";
import { pitchToHz } from "../composition/note.js";
import { SONG_SECONDS } from "../composition/timeline.js";
import type { TunedInstrument } from "../render/tuned.js";
import { addHall } from "./hall.js";
import { sideSynths } from "./side-synths.js";

/** Pad: slow detuned saws behind a wandering low-pass, wide and far away. */
export const pad: TunedInstrument = {
  releaseSeconds: 1,
  build(context) {
    const { output, hold } = sideSynths(context, 5, {
      oscillator: { type: "fatsawtooth", count: 2, spread: 22 },
      envelope: { attack: 0.5, decay: 0.6, sustain: 0.8, release: 0.005, attackCurve: "sine" },
    });
    return { output, hold: (pitch, seconds, at) => hold(pitchToHz(pitch), seconds, at) };
  },
  effects: {
    tailSeconds: 3,
    build(context) {
      const hall = addHall(context, { decaySeconds: 2.6, dampingHz: 2600, wet: 0.45 });
      const input = new BiquadFilter({ context, type: "lowpass", frequency: 0, Q: -1 });
      // A filter worked out anew for each sample takes many times as long as one for each quantum.
      input.input.frequency.automationRate = "k-rate";
      // Two turns in one turn of the song, so that the filter meets itself at the loop.
      new LFO({ context, frequency: 2 / SONG_SECONDS, min: 650, max: 1500 }).start(0).connect(input.frequency);
      input.connect(hall.input);
      return { input, output: hall.output };
    },
  },
};
