import { BiquadFilter } from "tone";
import { pitchToHz } from "../composition/note.js";
import type { TunedInstrument } from "../render/tuned.js";
import { sideSynths } from "./side-synths.js";

/** Pad: slow detuned saws behind a low-pass that opens with every chord and closes again, wide and far away. */
export const pad: TunedInstrument = {
  releaseSeconds: 1,
  build(context) {
    const { output: sides, hold } = sideSynths(context, 5, {
      oscillator: { type: "fatsawtooth", count: 2, spread: 22 },
      envelope: { attack: 0.5, decay: 0.6, sustain: 0.8, release: 0.005, attackCurve: "sine" },
    });
    const output = new BiquadFilter({ context, type: "lowpass", frequency: 600, Q: -1 });
    // A slow sweep needs no new filter for each sample.
    output.input.frequency.automationRate = "k-rate";
    sides.connect(output);
    return {
      output,
      hold(pitch, seconds, at) {
        hold(pitchToHz(pitch), seconds, at);
        output.frequency.setValueAtTime(600, at).linearRampToValueAtTime(1500, at + 1.1).linearRampToValueAtTime(700, at + 2.9);
      },
    };
  },
  hall: { decaySeconds: 2.6, dampingHz: 2600, wet: 0.12 },
};
