import { fromNumber, fromTravel, type ParameterSpec } from "@headroom/sdk";
import type { Params } from "./subject.js";

/** Numbers from 0 to below 1, the same for the same seed (Marsaglia's xorshift32). */
export function randomNumbers(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** A value for each parameter, anywhere on its travel; the ends are as likely as a tenth of the rest. */
export function randomParams(parameters: readonly (readonly [string, ParameterSpec])[], seed: number): Params {
  const next = randomNumbers(seed);
  return Object.fromEntries(parameters.map(([id, spec]) => [id, fromNumber(spec, fromTravel(spec, next() * 1.1 - 0.05))]));
}
