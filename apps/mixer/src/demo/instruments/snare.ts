import { AmplitudeEnvelope, BiquadFilter, Gain, MembraneSynth } from "tone";
import type { Kit } from "../render/kit.js";
import { whiteNoise } from "./noise.js";
import { addRoom } from "./room.js";

/** Snare: two drum heads and rattling wires in a short room. */
export const snareKit: Kit = {
  sounds: [{ name: "snare", seconds: 1, takes: 4, fadeSeconds: 0.01 }],
  build(context) {
    const room = addRoom(context, { decaySeconds: 0.7, preDelaySeconds: 0.008, brightness: 0.5, wet: 0.3, seed: 201 });
    const head = new MembraneSynth({
      context,
      volume: -3,
      pitchDecay: 0.02,
      octaves: 1.1,
      oscillator: { type: "triangle" },
      envelope: { attack: 0.001, decay: 0.16, sustain: 0, release: 0.03 },
    }).connect(room.input);
    const wires = new AmplitudeEnvelope({ context, attack: 0.001, decay: 0.19, sustain: 0, release: 0.04 });
    const wiresLevel = new Gain({ context, gain: 0.7 }).connect(room.input);
    whiteNoise(context, 202).chain(
      new BiquadFilter({ context, type: "highpass", frequency: 900 }),
      new BiquadFilter({ context, type: "peaking", frequency: 3200, Q: 0.7, gain: 5 }),
      new BiquadFilter({ context, type: "highshelf", frequency: 7500, gain: -8 }),
      wires,
      wiresLevel,
    );
    return {
      output: room.output,
      strike(_, take, at) {
        head.triggerAttackRelease(182 + take * 1.7, 0.18, at);
        wires.triggerAttackRelease(0.2, at, 0.95 + take * 0.015);
      },
    };
  },
};
