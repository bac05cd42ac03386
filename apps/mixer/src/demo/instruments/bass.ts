import { BiquadFilter, Distortion, Gain, Synth } from "tone";
import { pitchToHz } from "../composition/note.js";
import type { TunedInstrument } from "../render/tuned.js";

/**
 * Bass: a clean sine under a driven saw. Its treble is left open and lifted, as a beginner would:
 * it covers the hats (see the planted faults).
 */
export const bass: TunedInstrument = {
  releaseSeconds: 0.04,
  build(context) {
    const output = new Gain({ context });
    const sub = new Synth({
      context,
      oscillator: { type: "sine" },
      envelope: { attack: 0.006, decay: 0.2, sustain: 0.85, release: 0.005 },
    }).connect(output);
    const grit = new Synth({
      context,
      volume: -4,
      oscillator: { type: "sawtooth" },
      envelope: { attack: 0.003, decay: 0.25, sustain: 0.7, release: 0.005 },
    });
    grit.chain(
      new Distortion({ context, distortion: 0.45, oversample: "4x" }),
      new BiquadFilter({ context, type: "highpass", frequency: 90, Q: 0 }),
      new BiquadFilter({ context, type: "peaking", frequency: 300, Q: 0.8, gain: 10 }),
      new BiquadFilter({ context, type: "highshelf", frequency: 5000, gain: 14 }),
      new BiquadFilter({ context, type: "lowpass", frequency: 13_000, Q: 0 }),
      new Gain({ context, gain: 1.8 }),
      output,
    );
    return {
      output,
      hold(pitch, seconds, at) {
        sub.triggerAttackRelease(pitchToHz(pitch), seconds, at);
        grit.triggerAttackRelease(pitchToHz(pitch), seconds, at);
      },
    };
  },
};
