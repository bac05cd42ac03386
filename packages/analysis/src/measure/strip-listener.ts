import { powerToLufs } from "@headroom/dsp";
import type { BoundaryLevels, StripAnalysis } from "../analysis.js";
import { BoundaryMeter, levelsOf, type RawLevels } from "./boundary-meter.js";
import { gatedPower } from "./gated-loudness.js";
import type { BoundaryPlan, ListeningPlan, StripPlan } from "./listening-plan.js";
import { StripSpectrum } from "./strip-spectrum.js";

/** Frames that are collected before they are measured: kernels are called less often. */
const BLOCK_FRAMES = 4096;

/** Listens at one boundary: measures what it hears, or finds the gain from the boundary that it follows. */
class Listener {
  readonly plan: BoundaryPlan;
  readonly meter: BoundaryMeter | undefined;
  spectrum: StripSpectrum | undefined;
  /** Of the last quantum, both sides. */
  energy = 0;
  gain: number | undefined;
  overs = 0;
  readonly #base: Listener | undefined;
  readonly #left = new Float32Array(BLOCK_FRAMES);
  readonly #right = new Float32Array(BLOCK_FRAMES);
  readonly #frames: number;
  #filled = 0;
  /** Frames of the range that were heard; below 0 while the latency runs. */
  #frame: number;

  constructor(plan: BoundaryPlan, { sampleRate, frames }: ListeningPlan, base: Listener | undefined) {
    this.plan = plan;
    this.#base = base;
    this.#frames = frames;
    this.#frame = -plan.latencyFrames;
    this.meter = base ? undefined : new BoundaryMeter(sampleRate, frames);
  }

  hear(left: Float32Array, right: Float32Array, needsEnergy: boolean): void {
    if (needsEnergy) this.energy = energyOf(left, right);
    const from = Math.max(0, -this.#frame);
    const to = Math.min(left.length, this.#frames - this.#frame);
    this.#frame += left.length;
    if (this.#base) {
      this.#follow(this.#base, left, right, from, to);
      return;
    }
    for (let at = from; at < to; ) {
      const end = Math.min(to, at + BLOCK_FRAMES - this.#filled);
      for (let i = at; i < end; i++, this.#filled++) {
        this.#left[this.#filled] = left[i] ?? 0;
        this.#right[this.#filled] = right[i] ?? 0;
      }
      at = end;
      if (this.#filled === BLOCK_FRAMES) this.flush();
    }
  }

  flush(): void {
    this.meter?.process(this.#left, this.#right, 0, this.#filled);
    this.spectrum?.process(this.#left, this.#right, 0, this.#filled);
    this.#filled = 0;
  }

  #follow(base: Listener, left: Float32Array, right: Float32Array, from: number, to: number): void {
    if (this.gain === undefined && base.energy > 0) this.gain = Math.sqrt(this.energy / base.energy);
    if (this.gain === 1) return;
    for (let i = from; i < to; i++) {
      if (Math.abs(left[i] ?? 0) > 1) this.overs++;
      if (Math.abs(right[i] ?? 0) > 1) this.overs++;
    }
  }
}

/** Listens to a strip at all its boundaries. */
export class StripListener {
  readonly #plan: ListeningPlan;
  readonly #strip: string;
  readonly #listeners: readonly Listener[];
  readonly #byTap: ReadonlyMap<string, Listener>;
  readonly #spectrum: StripSpectrum | undefined;
  #gainsKnown = false;

  constructor(plan: ListeningPlan, { strip, boundaries }: StripPlan) {
    this.#plan = plan;
    this.#strip = strip;
    const listeners: Listener[] = [];
    for (const boundary of boundaries) listeners.push(new Listener(boundary, plan, boundary.follows === undefined ? undefined : listeners[boundary.follows]));
    this.#listeners = listeners;
    this.#byTap = new Map(listeners.map((listener) => [listener.plan.tap, listener]));
    this.#spectrum = plan.detail === "all" ? new StripSpectrum(plan.grid) : undefined;
    const measured = listeners[this.#rootOf(listeners.length - 1)];
    if (measured) measured.spectrum = this.#spectrum;
  }

  /** @param tap - as the strip's plan calls it. */
  hear(tap: string, left: Float32Array, right: Float32Array): void {
    this.#byTap.get(tap)?.hear(left, right, !this.#gainsKnown);
    if (!this.#gainsKnown && tap === "output") this.#gainsKnown = this.#listeners.every(({ meter, gain }) => meter !== undefined || gain !== undefined);
  }

  finish(): StripAnalysis {
    for (const listener of this.#listeners) listener.flush();
    this.#spectrum?.finish();
    const raws = this.#listeners.map(({ meter }) => meter?.finish());
    const { startSeconds, sampleRate } = this.#plan;
    const gains = this.#listeners.map((_, i) => this.#gainFromRoot(i));
    const levels: BoundaryLevels[] = [];
    for (const [i, { plan, gain, overs }] of this.#listeners.entries()) {
      const raw = raws[this.#rootOf(i)] ?? SILENT;
      const same = plan.follows === undefined ? raw : gain === 1 ? levels[plan.follows] : undefined;
      levels.push(levelsOf(plan.boundary, raw, gains[i] ?? 1, same?.overs ?? overs, startSeconds, sampleRate));
    }
    const last = this.#listeners.length - 1;
    const output = raws[this.#rootOf(last)] ?? SILENT;
    const gain = gains[last] ?? 1;
    const power = output.power.map((x) => x * gain * gain);
    return {
      strip: this.#strip,
      boundaries: levels,
      sounds: (raws[0]?.soundSeconds ?? 0) > 0,
      soundSeconds: gain === 0 ? 0 : output.soundSeconds,
      loudnessLufs: powerToLufs(gatedPower(power)),
      power,
      peak: output.peaks.map((x) => x * gain),
      correlation: this.#spectrum?.correlation ?? 1,
      octaves: Float32Array.from(this.#spectrum?.octaves ?? [], (x) => x * gain * gain),
      excitation: (this.#spectrum?.excitation ?? new Float32Array(0)).map((x) => x * gain * gain),
    };
  }

  /** The boundary that is measured, from which a boundary follows. */
  #rootOf(index: number): number {
    const follows = this.#listeners[index]?.plan.follows;
    return follows === undefined ? index : this.#rootOf(follows);
  }

  #gainFromRoot(index: number): number {
    const listener = this.#listeners[index];
    if (listener?.plan.follows === undefined) return 1;
    return (listener.gain ?? 1) * this.#gainFromRoot(listener.plan.follows);
  }
}

const SILENT: RawLevels = { peak: 0, peakFrame: 0, truePeak: 0, rmsPower: 0, soundSeconds: 0, mostVuAmplitude: 0, overs: 0, power: new Float32Array(1), peaks: new Float32Array(1) };

function energyOf(left: Float32Array, right: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < left.length; i++) {
    const l = left[i] ?? 0;
    const r = right[i] ?? 0;
    sum += l * l + r * r;
  }
  return sum;
}
