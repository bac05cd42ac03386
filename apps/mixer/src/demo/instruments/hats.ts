import { AmplitudeEnvelope, Filter, Gain, MetalSynth } from "tone";
import type { Kit } from "../render/kit.js";
import { whiteNoise } from "./noise.js";

/** Hi-hats: inharmonic metal and a breath of noise, closed and open. Duller than a good pair: see the planted faults. */
export const hatsKit: Kit = {
  sounds: [
    { name: "closed", seconds: 0.2, takes: 6 },
    { name: "open", seconds: 0.6, takes: 3, chokedBy: "closed" },
  ],
  build(context) {
    const dull = new Filter({ context, type: "highshelf", frequency: 8000, gain: -7 });
    const thin = new Filter({ context, type: "highpass", frequency: 3600, rolloff: -24 }).connect(dull);
    const metal = new MetalSynth({
      context,
      volume: -6,
      harmonicity: 5.1,
      modulationIndex: 24,
      resonance: 4200,
      octaves: 1.2,
      envelope: { attack: 0.001, decay: 0.08, release: 0.02 },
    }).connect(thin);
    const hiss = new AmplitudeEnvelope({ context, attack: 0.001, decay: 0.07, sustain: 0, release: 0.02 });
    whiteNoise(context, 401).chain(hiss, new Gain({ context, gain: 0.35 }), thin);
    return {
      output: dull,
      strike(sound, take, at) {
        const decay = sound === "open" ? 0.42 + take * 0.03 : 0.06 + (take % 3) * 0.012;
        metal.envelope.decay = decay;
        hiss.decay = decay * 0.9;
        metal.triggerAttackRelease(228 + take * 3, decay, at);
        hiss.triggerAttackRelease(decay, at);
      },
    };
  },
};
