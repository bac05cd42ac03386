import { lufsToPower, powerToLufs } from "./loudness-units.js";

/** The absolute gate of BS.1770 and EBU Tech 3342. */
const ABSOLUTE_GATE_LUFS = -70;
const TOP_LUFS = 30;
const BINS_PER_LU = 100;
const BINS = (TOP_LUFS - ABSOLUTE_GATE_LUFS) * BINS_PER_LU;
const GATE_POWER = lufsToPower(ABSOLUTE_GATE_LUFS);

/**
 * Collects the powers of blocks for gated loudness, for any length of programme in constant memory (200 kB).
 *
 * Each bin of 0.01 LU keeps the sum of its powers besides their number, so means are exact; only blocks within
 * 0.01 LU of a relative gate pass or fail together, and percentiles are exact to 0.01 LU. Blocks below −70 LUFS are
 * not taken. Nothing but the constructor allocates (`@audioThread`).
 */
export class LoudnessHistogram {
  private readonly counts = new Uint32Array(BINS);
  private readonly powers = new Float64Array(BINS);
  private lowest = BINS;
  private highest = -1;
  private totalPower = 0;
  private totalCount = 0;

  /** Takes one block. @param power - weighted mean square. */
  add(power: number): void {
    if (!(power >= GATE_POWER)) return;
    const bin = binOf(power);
    this.counts[bin] = this.counts[bin]! + 1;
    this.powers[bin] = this.powers[bin]! + power;
    if (bin < this.lowest) this.lowest = bin;
    if (bin > this.highest) this.highest = bin;
    this.totalPower += power;
    this.totalCount++;
  }

  /**
   * Mean power of the blocks above a gate relative to the mean of all blocks taken.
   * @param gateLu - −10 for integrated loudness.
   * @returns 0 while there are no blocks.
   */
  gatedPower(gateLu: number): number {
    let power = 0;
    let count = 0;
    for (let bin = this.gateBin(gateLu); bin <= this.highest; bin++) {
      power += this.powers[bin]!;
      count += this.counts[bin]!;
    }
    return count === 0 ? 0 : power / count;
  }

  /**
   * Loudness that a share of the blocks above a relative gate do not exceed.
   * @param gateLu - −20 for loudness range.
   * @param share - 0…1.
   * @returns LUFS; that of no power while there are no blocks.
   */
  percentileLufs(gateLu: number, share: number): number {
    const first = this.gateBin(gateLu);
    let count = 0;
    for (let bin = first; bin <= this.highest; bin++) count += this.counts[bin]!;
    let left = Math.round((count - 1) * share) + 1;
    for (let bin = first; bin <= this.highest; bin++) {
      left -= this.counts[bin]!;
      if (left <= 0 && this.counts[bin]! > 0) return powerToLufs(this.powers[bin]! / this.counts[bin]!);
    }
    return powerToLufs(0);
  }

  reset(): void {
    this.counts.fill(0);
    this.powers.fill(0);
    this.lowest = BINS;
    this.highest = -1;
    this.totalPower = this.totalCount = 0;
  }

  private gateBin(gateLu: number): number {
    if (this.totalCount === 0) return BINS;
    const gate = (this.totalPower / this.totalCount) * 10 ** (gateLu / 10);
    return Math.max(this.lowest, gate <= GATE_POWER ? 0 : binOf(gate));
  }
}

function binOf(power: number): number {
  const bin = Math.floor((powerToLufs(power) - ABSOLUTE_GATE_LUFS) * BINS_PER_LU);
  return Math.max(0, Math.min(BINS - 1, bin));
}
