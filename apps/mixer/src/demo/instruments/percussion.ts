import { AmplitudeEnvelope, BiquadFilter, Gain, MembraneSynth, Panner, Synth, type OfflineContext, type ToneAudioNode } from "tone";
import type { Kit, Strike } from "../render/kit.js";
import { metal } from "./metal.js";
import { whiteNoise } from "./noise.js";
import { sumInPairs } from "./sum-in-pairs.js";

/** Seconds of the riser: the two bars of the break. */
const RISER_SECONDS = 4;

interface Voice {
  readonly output: ToneAudioNode;
  play(take: number, at: number): void;
}

/** Percussion: shaker, two congas, rim, crash and a riser, spread over the stage. */
export const percussionKit: Kit = {
  sounds: [
    { name: "shaker", seconds: 0.3, takes: 6, fadeSeconds: 0.01 },
    { name: "high conga", seconds: 0.7, takes: 3, fadeSeconds: 0.01 },
    { name: "low conga", seconds: 0.7, takes: 3, fadeSeconds: 0.01 },
    { name: "rim", seconds: 0.5, takes: 3, fadeSeconds: 0.01 },
    { name: "crash", seconds: 3, takes: 1, fadeSeconds: 0.01 },
    { name: "riser", seconds: RISER_SECONDS + 0.4, takes: 1, fadeSeconds: 0.01 },
  ],
  build(context) {
    const voices: Readonly<Record<string, Voice>> = {
      shaker: shaker(context),
      "high conga": conga(context, 262, -0.45),
      "low conga": conga(context, 196, 0.4),
      rim: rim(context),
      crash: crash(context),
      riser: riser(context),
    };
    const output = sumInPairs(context, Object.values(voices).map((voice) => voice.output));
    const strike: Strike = (sound, take, at) => voices[sound]?.play(take, at);
    return { output, strike };
  },
};

function shaker(context: OfflineContext): Voice {
  const shape = new AmplitudeEnvelope({ context, attack: 0.018, decay: 0.05, sustain: 0, release: 0.02 });
  const output = new Panner({ context, pan: 0.3, channelCount: 2 });
  const band = new BiquadFilter({ context, type: "bandpass", frequency: 5200, Q: 1.6 });
  whiteNoise(context, 502).chain(band, shape, new Gain({ context, gain: 0.8 }), output);
  return {
    output,
    play(take, at) {
      shape.attack = 0.012 + (take % 3) * 0.006;
      shape.triggerAttackRelease(0.09, at);
    },
  };
}

function conga(context: OfflineContext, frequencyHz: number, pan: number): Voice {
  const output = new Panner({ context, pan });
  const skin = new MembraneSynth({
    context,
    volume: -5,
    pitchDecay: 0.012,
    octaves: 0.7,
    oscillator: { type: "triangle" },
    envelope: { attack: 0.001, decay: 0.24, sustain: 0, release: 0.05 },
  }).connect(output);
  return { output, play: (take, at) => void skin.triggerAttackRelease(frequencyHz * (1 + take * 0.012), 0.25, at) };
}

function rim(context: OfflineContext): Voice {
  const output = new Panner({ context, pan: -0.2 });
  const stick = new Synth({
    context,
    volume: -7,
    oscillator: { type: "square" },
    envelope: { attack: 0.001, decay: 0.028, sustain: 0, release: 0.01 },
  });
  stick.chain(new BiquadFilter({ context, type: "bandpass", frequency: 1700, Q: 2.5 }), output);
  return { output, play: (take, at) => void stick.triggerAttackRelease(830 + take * 12, 0.04, at) };
}

function crash(context: OfflineContext): Voice {
  const output = new BiquadFilter({ context, type: "highpass", frequency: 2400, Q: 0 });
  const plate = metal(context, 30);
  plate.output.chain(new Gain({ context, gain: 0.07 }), output);
  const wash = new AmplitudeEnvelope({ context, attack: 0.003, decay: 2, sustain: 0, release: 0.3 });
  whiteNoise(context, 503).chain(wash, new Gain({ context, gain: 0.3 }), output);
  return {
    output,
    play(_, at) {
      plate.strike(176, 1.6, at);
      wash.triggerAttackRelease(2, at);
    },
  };
}

function riser(context: OfflineContext): Voice {
  const band = new BiquadFilter({ context, type: "bandpass", frequency: 300, Q: 1.4 });
  // A slow sweep needs no new filter for each sample.
  band.input.frequency.automationRate = "k-rate";
  const output = new Gain({ context, gain: 0 });
  whiteNoise(context, 504).chain(band, output);
  return {
    output,
    play(_, at) {
      const top = at + RISER_SECONDS;
      band.frequency.setValueAtTime(300, at).exponentialRampToValueAtTime(6500, top);
      output.gain.setValueAtTime(0.004, at).exponentialRampToValueAtTime(0.7, top).linearRampToValueAtTime(0, top + 0.03);
    },
  };
}
