import { AmplitudeEnvelope, BiquadFilter, Gain } from "tone";
import type { Kit } from "../render/kit.js";
import { metal } from "./metal.js";
import { whiteNoise } from "./noise.js";

/** Hi-hats: inharmonic metal and a breath of noise, closed and open. Duller than a good pair: see the planted faults. */
export const hatsKit: Kit = {
  sounds: [
    { name: "closed", seconds: 0.2, takes: 6, fadeSeconds: 0.004 },
    { name: "open", seconds: 0.6, takes: 3, fadeSeconds: 0.012, chokedBy: "closed" },
  ],
  build(context) {
    const dull = new BiquadFilter({ context, type: "highshelf", frequency: 7500, gain: -12 });
    const thin = new Gain({ context });
    thin.chain(
      new BiquadFilter({ context, type: "highpass", frequency: 3600, Q: 0 }),
      new BiquadFilter({ context, type: "highpass", frequency: 5200, Q: 2 }),
      dull,
    );
    const plate = metal(context, 24);
    plate.output.chain(new Gain({ context, gain: 0.14 }), thin);
    const hiss = new AmplitudeEnvelope({ context, attack: 0.001, decay: 0.07, sustain: 0, release: 0.02 });
    whiteNoise(context, 401).chain(hiss, new Gain({ context, gain: 0.3 }), thin);
    return {
      output: dull,
      strike(sound, take, at) {
        const decay = sound === "open" ? 0.42 + take * 0.03 : 0.06 + (take % 3) * 0.012;
        plate.strike(228 + take * 3, decay, at);
        hiss.decay = decay * 0.9;
        hiss.triggerAttackRelease(decay, at);
      },
    };
  },
};
