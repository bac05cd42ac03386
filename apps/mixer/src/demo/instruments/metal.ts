import { AmplitudeEnvelope, FMOscillator, type OfflineContext } from "tone";
import { sumInPairs } from "./sum-in-pairs.js";

/** Ratios of the six tones: near none that a string would give. */
const RATIOS = [1, 1.47, 1.81, 2.53, 2.69, 3.88];

/** A struck piece of metal. */
export interface Metal {
  readonly output: AmplitudeEnvelope;
  /** Strikes it at a time of the context, in seconds; it falls silent after `decaySeconds`. */
  strike(frequencyHz: number, decaySeconds: number, atSeconds: number): void;
}

/**
 * Six square tones modulated by squares, as in Tone's MetalSynth, whose six-fold sum differs from run to run.
 * @param modulationIndex - how bright and rough it is.
 * @mainThread
 */
export function metal(context: OfflineContext, modulationIndex: number): Metal {
  const tones = RATIOS.map(
    () => new FMOscillator({ context, type: "square", modulationType: "square", harmonicity: 5.1, modulationIndex }),
  );
  const output = new AmplitudeEnvelope({ context, attack: 0.001, decay: 0.1, sustain: 0, release: 0.01 });
  sumInPairs(context, tones).connect(output);
  return {
    output,
    strike(frequencyHz, decaySeconds, atSeconds) {
      tones.forEach((tone, index) => {
        tone.frequency.setValueAtTime(frequencyHz * (RATIOS[index] ?? 1), atSeconds);
        tone.start(atSeconds).stop(atSeconds + decaySeconds);
      });
      output.decay = decaySeconds;
      output.triggerAttackRelease(decaySeconds, atSeconds);
    },
  };
}
