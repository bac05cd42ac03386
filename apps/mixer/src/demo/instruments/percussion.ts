import { AmplitudeEnvelope, Filter, Gain, MembraneSynth, MetalSynth, Panner, Synth } from "tone";
import type { OfflineContext } from "tone";
import type { Kit, Strike } from "../render/kit.js";
import { whiteNoise } from "./noise.js";
import { addRoom } from "./room.js";

/** Seconds of the riser: the two bars of the break. */
const RISER_SECONDS = 4;

type Player = (take: number, at: number) => void;

/** Percussion: shaker, two congas, rim, crash and a riser, spread over the stage. */
export const percussionKit: Kit = {
  sounds: [
    { name: "shaker", seconds: 0.3, takes: 6 },
    { name: "high conga", seconds: 0.7, takes: 3 },
    { name: "low conga", seconds: 0.7, takes: 3 },
    { name: "rim", seconds: 0.5, takes: 3 },
    { name: "crash", seconds: 3, takes: 1 },
    { name: "riser", seconds: RISER_SECONDS + 0.4, takes: 1 },
  ],
  build(context) {
    const room = addRoom(context, { decaySeconds: 0.5, preDelaySeconds: 0.006, brightness: 0.4, wet: 0.2, seed: 501 });
    const players: Readonly<Record<string, Player>> = {
      shaker: shaker(context, room.input),
      "high conga": conga(context, room.input, 262, -0.45),
      "low conga": conga(context, room.input, 196, 0.4),
      rim: rim(context, room.input),
      crash: crash(context, room.input),
      riser: riser(context, room.input),
    };
    const strike: Strike = (sound, take, at) => players[sound]?.(take, at);
    return { output: room.output, strike };
  },
};

function shaker(context: OfflineContext, target: Gain): Player {
  const shape = new AmplitudeEnvelope({ context, attack: 0.018, decay: 0.05, sustain: 0, release: 0.02 });
  whiteNoise(context, 502).chain(
    new Filter({ context, type: "bandpass", frequency: 5200, Q: 1.6 }),
    shape,
    new Gain({ context, gain: 0.8 }),
    new Panner({ context, pan: 0.3, channelCount: 2 }),
    target,
  );
  return (take, at) => {
    shape.attack = 0.012 + (take % 3) * 0.006;
    shape.triggerAttackRelease(0.09, at);
  };
}

function conga(context: OfflineContext, target: Gain, frequencyHz: number, pan: number): Player {
  const skin = new MembraneSynth({
    context,
    volume: -5,
    pitchDecay: 0.012,
    octaves: 0.7,
    oscillator: { type: "triangle" },
    envelope: { attack: 0.001, decay: 0.24, sustain: 0, release: 0.05 },
  });
  skin.chain(new Panner({ context, pan }), target);
  return (take, at) => void skin.triggerAttackRelease(frequencyHz * (1 + take * 0.012), 0.25, at);
}

function rim(context: OfflineContext, target: Gain): Player {
  const stick = new Synth({
    context,
    volume: -7,
    oscillator: { type: "square" },
    envelope: { attack: 0.001, decay: 0.028, sustain: 0, release: 0.01 },
  });
  stick.chain(
    new Filter({ context, type: "bandpass", frequency: 1700, Q: 2.5 }),
    new Panner({ context, pan: -0.2 }),
    target,
  );
  return (take, at) => void stick.triggerAttackRelease(830 + take * 12, 0.04, at);
}

function crash(context: OfflineContext, target: Gain): Player {
  const thin = new Filter({ context, type: "highpass", frequency: 2400, rolloff: -12 }).connect(target);
  const metal = new MetalSynth({
    context,
    volume: -12,
    modulationIndex: 30,
    resonance: 3200,
    envelope: { attack: 0.002, decay: 1.6, release: 0.3 },
  }).connect(thin);
  const wash = new AmplitudeEnvelope({ context, attack: 0.003, decay: 2, sustain: 0, release: 0.3 });
  whiteNoise(context, 503).chain(wash, new Gain({ context, gain: 0.3 }), thin);
  return (_, at) => {
    metal.triggerAttackRelease(176, 1.6, at);
    wash.triggerAttackRelease(2, at);
  };
}

function riser(context: OfflineContext, target: Gain): Player {
  const band = new Filter({ context, type: "bandpass", frequency: 300, Q: 1.4 });
  const swell = new Gain({ context, gain: 0 });
  whiteNoise(context, 504).chain(band, swell, target);
  return (_, at) => {
    band.frequency.setValueAtTime(300, at).exponentialRampToValueAtTime(6500, at + RISER_SECONDS);
    swell.gain.setValueAtTime(0.004, at).exponentialRampToValueAtTime(0.7, at + RISER_SECONDS);
    swell.gain.linearRampToValueAtTime(0, at + RISER_SECONDS + 0.03);
  };
}
