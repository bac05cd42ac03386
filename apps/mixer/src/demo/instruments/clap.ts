import { AmplitudeEnvelope, BiquadFilter } from "tone";
import type { Kit } from "../render/kit.js";
import { whiteNoise } from "./noise.js";
import { addRoom } from "./room.js";

/** Seconds between the hands of one clap. */
const HANDS = [0, 0.011, 0.021, 0.033];

/** Clap: four hands in quick succession, wide, in a bright room. */
export const clapKit: Kit = {
  sounds: [{ name: "clap", seconds: 1.1, takes: 3, fadeSeconds: 0.01 }],
  build(context) {
    const room = addRoom(context, { decaySeconds: 0.9, preDelaySeconds: 0.012, brightness: 0.6, wet: 0.35, seed: 301 });
    const tone = new BiquadFilter({ context, type: "highpass", frequency: 500 }).connect(room.input);
    const color = new BiquadFilter({ context, type: "bandpass", frequency: 1250, Q: 1.1 });
    whiteNoise(context, 302).connect(color);
    const hands = HANDS.map((_, index) => {
      const decay = index === HANDS.length - 1 ? 0.16 : 0.018;
      const envelope = new AmplitudeEnvelope({ context, attack: 0.001, decay, sustain: 0, release: 0.01 });
      color.chain(envelope, tone);
      return envelope;
    });
    return {
      output: room.output,
      strike(_, take, at) {
        hands.forEach((hand, index) => {
          hand.triggerAttackRelease(0.17, at + (HANDS[index] ?? 0) * (1 + take * 0.08), 0.7 + index * 0.1);
        });
      },
    };
  },
};
