import { Distortion, Filter, Gain, Synth } from "tone";
import { bassLine } from "../composition/bass-line.js";
import { framesToSeconds, pitchToHz } from "../composition/note.js";
import type { Part } from "../render/part.js";

/**
 * Bass: a clean sine under a driven saw. Its treble is left open and lifted, as a beginner would:
 * it covers the hats (see the planted faults).
 */
export const bassPart: Part = {
  tailSeconds: 0.3,
  async play(context, pacing) {
    const output = new Gain({ context });
    const sub = new Synth({
      context,
      oscillator: { type: "sine" },
      envelope: { attack: 0.006, decay: 0.2, sustain: 0.85, release: 0.05 },
    }).connect(output);
    const grit = new Synth({
      context,
      volume: -8,
      oscillator: { type: "sawtooth" },
      envelope: { attack: 0.003, decay: 0.25, sustain: 0.7, release: 0.05 },
    });
    grit.chain(
      new Distortion({ context, distortion: 0.35, oversample: "4x" }),
      new Filter({ context, type: "highpass", frequency: 90 }),
      new Filter({ context, type: "highshelf", frequency: 5500, gain: 11 }),
      new Filter({ context, type: "lowpass", frequency: 13_000 }),
      new Gain({ context, gain: 0.55 }),
      output,
    );
    for (const note of bassLine()) {
      const at = framesToSeconds(note.frame);
      const seconds = framesToSeconds(note.frames);
      sub.triggerAttackRelease(pitchToHz(note.pitch), seconds, at, note.velocity);
      grit.triggerAttackRelease(pitchToHz(note.pitch), seconds, at, note.velocity);
      await pacing.breathe();
    }
    return output;
  },
};
