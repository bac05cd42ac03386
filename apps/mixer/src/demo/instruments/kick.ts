import { BiquadFilter, Distortion, Gain, MembraneSynth, Synth } from "tone";
import type { Kit } from "../render/kit.js";

/** Kick: a falling sine with a short click, driven a little. */
export const kickKit: Kit = {
  sounds: [{ name: "kick", seconds: 0.6, takes: 3, fadeSeconds: 0.005 }],
  build(context) {
    const output = new Gain({ context });
    const drive = new Distortion({ context, distortion: 0.12, oversample: "2x" }).connect(output);
    const body = new MembraneSynth({
      context,
      pitchDecay: 0.045,
      octaves: 4.6,
      oscillator: { type: "sine" },
      envelope: { attack: 0.001, decay: 0.36, sustain: 0, release: 0.05 },
    }).connect(drive);
    const clickTone = new BiquadFilter({ context, type: "bandpass", frequency: 3400, Q: 0.8 }).connect(output);
    const click = new Synth({
      context,
      volume: -9,
      oscillator: { type: "triangle" },
      envelope: { attack: 0.001, decay: 0.012, sustain: 0, release: 0.01 },
    }).connect(clickTone);
    return {
      output,
      strike(_, take, at) {
        body.triggerAttackRelease(48.5 + take * 0.3, 0.4, at);
        click.triggerAttackRelease(2900 + take * 180, 0.02, at);
      },
    };
  },
};
