import { erbHz, hzToCam } from "./erb-scale.js";

/** Weights below this (−50 dB) are nothing: the ear's filters do not reach further at moderate levels. */
const LEAST_WEIGHT = 1e-5;
/** Bins this much closer than a filter is wide are taken together first. */
const POOLS_PER_CAM = 8;

/**
 * Excitation pattern: the power that each of the ear's filters takes from a spectrum. The filters are rounded exponentials,
 * W(g) = (1 + pg)·e^(−pg) with p = 4f/ERB(f) and g the distance from the centre as a share of it (Glasberg and Moore
 * 1990), of the slopes that they have at 51 dB SPL an ERB, at every level: so a gain of the whole changes no proportion.
 */
export class RoexFilters {
  /** First bin of each pool, and the end of the last; their powers. */
  private readonly edges: Int32Array;
  private readonly pools: Float64Array;
  /** First pool of each filter, its count of pools, and all weights in a row. */
  private readonly starts: Int32Array;
  private readonly counts: Int32Array;
  private readonly weights: Float64Array;

  /**
   * @param sampleRate - Hz.
   * @param bins - of the spectrum, from 0 to half the sample rate.
   * @param centersHz - of the filters.
   */
  constructor(sampleRate: number, bins: number, centersHz: readonly number[]) {
    const binHz = sampleRate / 2 / (bins - 1);
    const edges: number[] = [];
    for (let bin = 0, pool = -1; bin < bins; bin++) {
      const next = Math.floor(hzToCam(bin * binHz) * POOLS_PER_CAM);
      if (next !== pool) edges.push(bin);
      pool = next;
    }
    edges.push(bins);
    this.edges = Int32Array.from(edges);
    this.pools = new Float64Array(edges.length - 1);
    const poolHz = (pool: number) => (((edges[pool] ?? 0) + (edges[pool + 1] ?? 0) - 1) / 2) * binHz;
    const rows = centersHz.map((centerHz) => {
      const p = (4 * centerHz) / erbHz(centerHz);
      const row: number[] = [];
      let start = -1;
      for (let pool = 0; pool < this.pools.length; pool++) {
        const pg = (p * Math.abs(poolHz(pool) - centerHz)) / centerHz;
        const weight = (1 + pg) * Math.exp(-pg);
        if (weight < LEAST_WEIGHT) continue;
        if (start < 0) start = pool;
        row.push(weight);
      }
      return { start: Math.max(0, start), row };
    });
    this.starts = Int32Array.from(rows, ({ start }) => start);
    this.counts = Int32Array.from(rows, ({ row }) => row.length);
    this.weights = Float64Array.from(rows.flatMap(({ row }) => row));
  }

  /**
   * Adds a spectrum's excitation to `into`. `@audioThread`
   * @param power - of each bin.
   * @param into - one value a filter, in the unit of the power.
   */
  add(power: Float64Array, into: Float64Array): void {
    const { starts, counts, weights, edges, pools } = this;
    for (let pool = 0; pool < pools.length; pool++) {
      let sum = 0;
      for (let bin = edges[pool]!; bin < edges[pool + 1]!; bin++) sum += power[bin]!;
      pools[pool] = sum;
    }
    let w = 0;
    for (let filter = 0; filter < starts.length; filter++) {
      const end = starts[filter]! + counts[filter]!;
      let sum = 0;
      for (let pool = starts[filter]!; pool < end; pool++) sum += weights[w++]! * pools[pool]!;
      into[filter] = into[filter]! + sum;
    }
  }
}
