import { Filter, Gain, MonoSynth, PingPongDelay } from "tone";
import { leadLine } from "../composition/lead-line.js";
import { framesToSeconds, pitchToHz } from "../composition/note.js";
import { FRAMES_PER_BAR, FRAMES_PER_STEP } from "../composition/timeline.js";
import type { Part } from "../render/part.js";

/** Lead: a plucked saw with a little square, echoed from side to side, opening towards the groove. */
export const leadPart: Part = {
  tailSeconds: 3,
  async play(context, pacing) {
    const output = new Gain({ context });
    const echo = new PingPongDelay({
      context,
      delayTime: framesToSeconds(FRAMES_PER_STEP * 3),
      feedback: 0.32,
      wet: 0.26,
    }).connect(output);
    const opening = new Filter({ context, type: "lowpass", frequency: 900, Q: 0.8 }).connect(echo);
    const bar = framesToSeconds(FRAMES_PER_BAR);
    opening.frequency.setValueAtTime(700, 0).exponentialRampToValueAtTime(5200, 4 * bar);
    opening.frequency.setValueAtTime(5200, 8 * bar).exponentialRampToValueAtTime(1100, 8.5 * bar);
    opening.frequency.exponentialRampToValueAtTime(7000, 10 * bar);
    const pluck = new MonoSynth({
      context,
      volume: -6,
      oscillator: { type: "fatsawtooth", count: 2, spread: 10 },
      envelope: { attack: 0.003, decay: 0.28, sustain: 0.3, release: 0.12 },
      filter: { type: "lowpass", rolloff: -12, Q: 1.5 },
      filterEnvelope: { attack: 0.002, decay: 0.18, sustain: 0.25, release: 0.1, baseFrequency: 500, octaves: 3.4 },
    }).connect(opening);
    for (const note of leadLine()) {
      pluck.triggerAttackRelease(pitchToHz(note.pitch), framesToSeconds(note.frames), framesToSeconds(note.frame), note.velocity);
      await pacing.breathe();
    }
    return output;
  },
};
