import { AmplitudeEnvelope, BiquadFilter, FeedbackDelay, Gain, LFO, Mono, Synth, type OfflineContext } from "tone";
import { framesToSeconds, pitchToHz } from "../composition/note.js";
import { FRAMES_PER_STEP } from "../composition/timeline.js";
import { vocalLine, type SungNote } from "../composition/vocal-line.js";
import type { Part } from "../render/part.js";
import { FORMANTS } from "./formants.js";
import { whiteNoise } from "./noise.js";
import { sumInPairs } from "./sum-in-pairs.js";

/** Time in which the mouth has made most of its way to the next vowel, in seconds. */
const VOWEL_GLIDE_SECONDS = 0.035;

/** Voice: a buzzing throat and some breath through the three formants of each vowel, with chest, echo and hall. */
export const vocalPart: Part = {
  tailSeconds: 4,
  hall: { decaySeconds: 1.8, dampingHz: 4500, wet: 0.06 },
  async play(context, pacing) {
    const echo = new FeedbackDelay({ context, delayTime: framesToSeconds(FRAMES_PER_STEP * 6), feedback: 0.25, wet: 0.14 });
    const throat = new Synth({
      context,
      oscillator: { type: "sawtooth" },
      portamento: 0.03,
      envelope: { attack: 0.05, decay: 0.3, sustain: 0.8, release: 0.12 },
    });
    const vibrato = new LFO({ context, frequency: 5.3, min: -28, max: 28, amplitude: 0 }).start(0);
    vibrato.connect(throat.detune);
    const breath = new AmplitudeEnvelope({ context, attack: 0.03, decay: 0.15, sustain: 0.35, release: 0.15 });
    whiteNoise(context, 802).chain(new Mono({ context }), new Gain({ context, gain: 0.05 }), breath);
    const source = new Gain({ context });
    throat.connect(source);
    breath.connect(source);
    const chest = new BiquadFilter({ context, type: "lowpass", frequency: 420, Q: 0 });
    const chestLevel = new Gain({ context, gain: 0.22 });
    source.chain(chest, chestLevel);
    const { resonances, sing } = mouth(context, source);
    sumInPairs(context, [chestLevel, ...resonances]).connect(echo);
    for (const note of vocalLine()) {
      const at = framesToSeconds(note.frame);
      const seconds = framesToSeconds(note.frames);
      sing(note);
      throat.triggerAttackRelease(pitchToHz(note.pitch), seconds, at, note.velocity);
      breath.triggerAttackRelease(seconds, at, note.velocity);
      vibrato.amplitude.setTargetAtTime(0, at, 0.02);
      if (seconds > 0.4) vibrato.amplitude.setTargetAtTime(1, at + 0.22, 0.15);
      await pacing.breathe();
    }
    return echo;
  },
};

/** Three formants, fed by a source; `sing` shapes them for a note. */
function mouth(context: OfflineContext, source: Gain): { resonances: Gain[]; sing: (note: SungNote) => void } {
  const formants = FORMANTS.ah.map(() => {
    const filter = new BiquadFilter({ context, type: "bandpass" });
    // The mouth moves slowly: once a quantum is enough, and many times as fast to work out as once a sample.
    filter.input.frequency.automationRate = "k-rate";
    filter.input.Q.automationRate = "k-rate";
    const level = new Gain({ context, gain: 0 });
    source.chain(filter, level);
    return { filter, level };
  });
  const sing = (note: SungNote): void => {
    const at = framesToSeconds(note.frame);
    FORMANTS[note.vowel].forEach((target, index) => {
      const formant = formants[index];
      if (!formant) return;
      // A high note lifts the lowest formant with it, as singers do, or it would fall silent.
      const frequencyHz = index === 0 ? Math.max(target.frequencyHz, pitchToHz(note.pitch)) : target.frequencyHz;
      formant.filter.frequency.setTargetAtTime(frequencyHz, at, VOWEL_GLIDE_SECONDS);
      formant.filter.Q.setTargetAtTime(frequencyHz / target.bandwidthHz, at, VOWEL_GLIDE_SECONDS);
      formant.level.gain.setTargetAtTime(target.gain, at, VOWEL_GLIDE_SECONDS);
    });
  };
  return { resonances: formants.map(({ level }) => level), sing };
}
