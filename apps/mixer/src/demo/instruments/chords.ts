import { BiquadFilter } from "tone";
import { pitchToHz } from "../composition/note.js";
import type { TunedInstrument } from "../render/tuned.js";
import { sideSynths } from "./side-synths.js";

/** Chords: every voice is played twice, out of tune with itself, once on each side. */
export const chords: TunedInstrument = {
  releaseSeconds: 0.22,
  build(context) {
    const { output: sides, hold } = sideSynths(context, 4, {
      oscillator: { type: "fatsawtooth", count: 2, spread: 10 },
      envelope: { attack: 0.006, decay: 0.45, sustain: 0.5, release: 0.005 },
    });
    const output = new BiquadFilter({ context, type: "lowpass", frequency: 4200, Q: 0 });
    sides.connect(output);
    return { output, hold: (pitch, seconds, at) => hold(pitchToHz(pitch), seconds, at) };
  },
  hall: { decaySeconds: 1.2, dampingHz: 4200, wet: 0.09 },
};
