import { Gain, Panner, Synth, type OfflineContext, type SynthOptions } from "tone";

/** How far out each side sits, 0…1: not quite all the way, so that something is left in mono. */
const PAN = 0.75;

/** A synth of which there are two, out of tune with each other, one on each side. */
export interface SideSynths {
  readonly output: Gain;
  hold(frequencyHz: number, seconds: number, atSeconds: number): void;
}

/** The voice of each synth: a cluster of saws and its envelope. */
export interface SideVoice {
  readonly oscillator: { readonly type: "fatsawtooth"; readonly count: number; readonly spread: number };
  readonly envelope: Partial<SynthOptions["envelope"]>;
}

/**
 * Builds the pair.
 * @param detuneCents - how far each side is off, down on the left and up on the right.
 * @mainThread
 */
export function sideSynths(
  context: OfflineContext,
  detuneCents: number,
  voice: SideVoice,
): SideSynths {
  const output = new Gain({ context });
  const synths = ([-1, 1] as const).map((side) => {
    const detune = side * detuneCents;
    const synth = new Synth({ context, detune, oscillator: voice.oscillator, envelope: voice.envelope });
    synth.chain(new Panner({ context, pan: side * PAN }), output);
    return synth;
  });
  return {
    output,
    hold(frequencyHz, seconds, atSeconds) {
      for (const synth of synths) synth.triggerAttackRelease(frequencyHz, seconds, atSeconds);
    },
  };
}
