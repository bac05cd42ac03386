import { lufsToPower, powerToLufs } from "@headroom/dsp";

const BLOCK_STEPS = 4;
const SHORT_TERM_STEPS = 30;
const ABSOLUTE_GATE_LUFS = -70;
/** From the loudness of what passes the absolute gate: −10 LU. */
const RELATIVE_GATE = 0.1;

/**
 * Integrated loudness with both gates of ITU-R BS.1770-5, from K-weighted mean squares of steps of 100 ms. What is shorter
 * than a block of 400 ms counts as one. @returns LUFS, at least `FLOOR_DB`.
 */
export function integratedLufs(power: ArrayLike<number>): number {
  return powerToLufs(gatedPower(power));
}

/** The mean square behind {@link integratedLufs}: 0 where nothing passes the gates. */
export function gatedPower(power: ArrayLike<number>): number {
  const gate = lufsToPower(ABSOLUTE_GATE_LUFS);
  const loud = meanAbove(power, gate);
  return loud === 0 ? 0 : meanAbove(power, Math.max(gate, loud * RELATIVE_GATE));
}

/** Highest loudness of any 3 s that begin with a step; silence follows what is shorter. @returns LUFS. */
export function mostShortTermLufs(power: ArrayLike<number>): number {
  let most = 0;
  let sum = 0;
  for (let i = 0; i < power.length; i++) {
    sum += power[i] ?? 0;
    if (i >= SHORT_TERM_STEPS) sum -= power[i - SHORT_TERM_STEPS] ?? 0;
    if (sum > most) most = sum;
  }
  return powerToLufs(most / SHORT_TERM_STEPS);
}

function meanAbove(power: ArrayLike<number>, gate: number): number {
  const blocks = Math.max(1, power.length - BLOCK_STEPS + 1);
  const length = Math.min(BLOCK_STEPS, power.length);
  let sum = 0;
  let count = 0;
  for (let block = 0; block < blocks; block++) {
    let mean = 0;
    for (let i = 0; i < length; i++) mean += power[block + i] ?? 0;
    mean /= Math.max(1, length);
    if (!(mean > gate)) continue;
    sum += mean;
    count++;
  }
  return count === 0 ? 0 : sum / count;
}
