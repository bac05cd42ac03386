import { BiquadFilter, MonoSynth, PingPongDelay } from "tone";
import { framesToSeconds, pitchToHz } from "../composition/note.js";
import { FRAMES_PER_BAR, FRAMES_PER_STEP } from "../composition/timeline.js";
import type { TunedInstrument } from "../render/tuned.js";

/** Lead: a plucked saw, echoed from side to side, opening towards the groove and again out of the break. */
export const lead: TunedInstrument = {
  releaseSeconds: 0.14,
  build(context) {
    const output = new MonoSynth({
      context,
      oscillator: { type: "fatsawtooth", count: 2, spread: 10 },
      envelope: { attack: 0.003, decay: 0.28, sustain: 0.3, release: 0.005 },
      filter: { type: "lowpass", rolloff: -12, Q: 1.5 },
      filterEnvelope: { attack: 0.002, decay: 0.18, sustain: 0.25, release: 0.1, baseFrequency: 500, octaves: 3.4 },
    });
    return { output, hold: (pitch, seconds, at) => void output.triggerAttackRelease(pitchToHz(pitch), seconds, at) };
  },
  effects: {
    tailSeconds: 3,
    build(context) {
      const bar = framesToSeconds(FRAMES_PER_BAR);
      const input = new BiquadFilter({ context, type: "lowpass", frequency: 700, Q: 0 });
      // A slow sweep needs no new filter for each sample.
      input.input.frequency.automationRate = "k-rate";
      input.frequency.setValueAtTime(700, 0).exponentialRampToValueAtTime(5200, 4 * bar);
      input.frequency.setValueAtTime(5200, 8 * bar).exponentialRampToValueAtTime(1100, 8.5 * bar);
      input.frequency.exponentialRampToValueAtTime(7000, 10 * bar);
      const delayTime = framesToSeconds(FRAMES_PER_STEP * 3);
      const output = new PingPongDelay({ context, delayTime, feedback: 0.32, wet: 0.26 });
      input.connect(output);
      return { input, output };
    },
  },
};
