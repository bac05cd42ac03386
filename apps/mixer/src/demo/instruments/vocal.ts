import { AmplitudeEnvelope, FeedbackDelay, Filter, Gain, LFO, Synth, type OfflineContext } from "tone";
import { framesToSeconds, pitchToHz } from "../composition/note.js";
import { FRAMES_PER_STEP } from "../composition/timeline.js";
import { vocalLine, type SungNote } from "../composition/vocal-line.js";
import type { Part } from "../render/part.js";
import { FORMANTS } from "./formants.js";
import { whiteNoise } from "./noise.js";
import { addRoom } from "./room.js";

/** Time in which the mouth has made most of its way to the next vowel, in seconds. */
const VOWEL_GLIDE_SECONDS = 0.035;

/** Voice: a buzzing throat and some breath through the three formants of each vowel, with chest, echo and room. */
export const vocalPart: Part = {
  tailSeconds: 4,
  async play(context, pacing) {
    const room = addRoom(context, { decaySeconds: 1.7, preDelaySeconds: 0.04, brightness: 0.4, wet: 0.2, seed: 801 });
    const echo = new FeedbackDelay({ context, delayTime: framesToSeconds(FRAMES_PER_STEP * 6), feedback: 0.25, wet: 0.14 });
    echo.connect(room.input);
    const throat = new Synth({
      context,
      oscillator: { type: "sawtooth" },
      portamento: 0.03,
      envelope: { attack: 0.05, decay: 0.3, sustain: 0.8, release: 0.12 },
    });
    const vibrato = new LFO({ context, frequency: 5.3, min: -28, max: 28, amplitude: 0 }).start(0);
    vibrato.connect(throat.detune);
    const breath = new AmplitudeEnvelope({ context, attack: 0.03, decay: 0.15, sustain: 0.35, release: 0.15 });
    whiteNoise(context, 802).chain(new Gain({ context, gain: 0.05 }), breath);
    const source = new Gain({ context });
    throat.connect(source);
    breath.connect(source);
    source.chain(new Filter({ context, type: "lowpass", frequency: 420 }), new Gain({ context, gain: 0.22 }), echo);
    const sing = mouth(context, source, echo);
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
    return room.output;
  },
};

/** Connects the formants between two nodes; what it returns shapes them for a note. */
function mouth(context: OfflineContext, source: Gain, target: FeedbackDelay): (note: SungNote) => void {
  const resonances = FORMANTS.ah.map(() => {
    const filter = new Filter({ context, type: "bandpass" });
    const level = new Gain({ context, gain: 0 });
    source.chain(filter, level, target);
    return { filter, level };
  });
  return (note) => {
    const at = framesToSeconds(note.frame);
    FORMANTS[note.vowel].forEach((formant, index) => {
      const resonance = resonances[index];
      if (!resonance) return;
      // A high note lifts the lowest formant with it, as singers do, or it would fall silent.
      const frequencyHz = index === 0 ? Math.max(formant.frequencyHz, pitchToHz(note.pitch)) : formant.frequencyHz;
      resonance.filter.frequency.setTargetAtTime(frequencyHz, at, VOWEL_GLIDE_SECONDS);
      resonance.filter.Q.setTargetAtTime(frequencyHz / formant.bandwidthHz, at, VOWEL_GLIDE_SECONDS);
      resonance.level.gain.setTargetAtTime(formant.gain, at, VOWEL_GLIDE_SECONDS);
    });
  };
}
