import { createKernelBuffers, gainToDb, KernelBlock, PeakMeter } from "@headroom/dsp";
import type { PrepareContext, ProcessContext, Processor } from "@headroom/sdk";
import { EQ_BANDS, type EqParams, type EqReadouts } from "../params.js";
import { AutoGain } from "./auto-gain.js";
import { bandReaders, type BandReaders, type EqReaders } from "./band-readers.js";
import { EqDynamics } from "./eq-dynamics.js";
import { gridFrames, SETTLE_FRAMES } from "./grid.js";
import { LinearPhasePath } from "./linear-phase-path.js";
import { MinimumPhasePath } from "./minimum-phase-path.js";
import { PathSwitch } from "./path-switch.js";
import { ResponseTap } from "./response-tap.js";
import { SpectrumTap } from "./spectrum-tap.js";
import { tailSeconds } from "./tail.js";

/**
 * Bands in series in float64, in one of three qualities, then the output gain. All that moves, moves on a grid counted in
 * stream frames, so the samples do not depend on how the stream is cut into blocks.
 */
export class EqProcessor implements Processor<EqParams, EqReadouts> {
  tail: number;
  private readonly params: EqReaders;
  private readonly bands: readonly BandReaders[];
  private readonly grid: number;
  private readonly block: KernelBlock;
  private readonly paths: PathSwitch;
  private readonly dynamics: EqDynamics;
  private readonly autoGain: AutoGain;
  private readonly meters: readonly PeakMeter[];
  private readonly tapIn: SpectrumTap;
  private readonly tapOut: SpectrumTap;
  private readonly curve: ResponseTap;
  private fresh = true;
  private still = false;
  private shownDynamics = false;
  private shownGain = false;

  constructor({ sampleRate, channels, maxFrames, params }: PrepareContext<EqParams>) {
    const settings = { sampleRate, channels, maxFrames };
    this.params = params;
    this.bands = EQ_BANDS.map((band) => bandReaders(params, band));
    this.grid = gridFrames(sampleRate);
    this.block = new KernelBlock(channels, maxFrames);
    // In the order of EQ_QUALITIES.
    const paths = [new MinimumPhasePath({ ...settings, hq: false }), new MinimumPhasePath({ ...settings, hq: true }), new LinearPhasePath(settings)];
    this.paths = new PathSwitch(paths, params.quality.index, createKernelBuffers(channels, maxFrames), sampleRate);
    this.dynamics = new EqDynamics(sampleRate, channels, maxFrames);
    this.autoGain = new AutoGain(sampleRate, channels);
    this.meters = Array.from({ length: channels }, () => new PeakMeter({ sampleRate }));
    this.tapIn = new SpectrumTap(channels, sampleRate);
    this.tapOut = new SpectrumTap(channels, sampleRate);
    this.curve = new ResponseTap(sampleRate);
    this.tail = tailSeconds(this.bands, params);
  }

  get latency(): number {
    return this.paths.latency;
  }

  reset(): void {
    this.paths.reset();
    this.dynamics.reset();
    this.autoGain.reset();
    for (let c = 0; c < this.meters.length; c++) this.meters[c]!.reset();
    this.tapIn.reset();
    this.tapOut.reset();
    this.fresh = true;
    this.still = false;
  }

  process(context: ProcessContext<EqParams, EqReadouts>): void {
    const { input, output, readouts, frames, changed } = context;
    const { block, meters } = this;
    block.read(input, frames);
    if (changed) {
      this.still = false;
      this.tail = tailSeconds(this.bands, this.params);
    }
    this.run(context);
    block.write(output, frames);
    if (readouts.output.observed) {
      for (let c = 0; c < meters.length; c++) {
        const meter = meters[c]!;
        meter.processHighest(block.highest(c, 0, frames), frames);
        readouts.output.set(c, gainToDb(meter.peak));
      }
    }
    this.show(readouts);
    this.curve.show(readouts.response, frames, changed || this.dynamics.active, this.params, this.bands, this.dynamics.offsetsDb);
    this.tapIn.write(input, frames, readouts.spectrumIn);
    this.tapOut.write(output, frames, readouts.spectrumOut);
  }

  /** Filters the block in stretches: to the next multiple of the grid while something moves. */
  private run({ input, frames, position, changed }: ProcessContext<EqParams, EqReadouts>): void {
    const { params, bands, dynamics, autoGain, grid } = this;
    const { buffers } = this.block;
    let start = 0;
    while (start < frames) {
      const at = position + start;
      if (at % SETTLE_FRAMES === 0 || this.fresh) {
        this.paths.settle();
        dynamics.settle();
        if (params.autoGain.value || !autoGain.idle) autoGain.aim(params.autoGain.value);
      }
      if (!this.still && (at % grid === 0 || this.fresh)) {
        dynamics.step(bands, start);
        const still = this.paths.update(params.quality.index, start, params, bands, dynamics.offsetsDb);
        if (!still && !dynamics.active) autoGain.forget();
        this.still = still && !dynamics.active && !changed;
        this.fresh = false;
      }
      const stride = this.still ? SETTLE_FRAMES : grid;
      const end = Math.min(frames, start + stride - (at % stride));
      if (dynamics.active) dynamics.hear(buffers, start, end);
      this.paths.process(buffers, start, end);
      this.finish(input, start, end);
      start = end;
    }
  }

  private finish(input: readonly Float32Array[], start: number, end: number): void {
    const { block, autoGain } = this;
    const { gains, moving } = this.params.output;
    if (!autoGain.idle) autoGain.process(input, block.buffers, start, end);
    if (!moving) {
      const gain = gains[0]!;
      if (gain !== 1) block.scale(gain, start, end);
      return;
    }
    for (let c = 0; c < block.buffers.length; c++) {
      const buffer = block.buffers[c]!;
      for (let i = start; i < end; i++) buffer[i] = buffer[i]! * gains[i]!;
    }
  }

  private show(readouts: ProcessContext<EqParams, EqReadouts>["readouts"]): void {
    const { dynamics, autoGain } = this;
    if (dynamics.active || this.shownDynamics) {
      for (let b = 0; b < dynamics.offsetsDb.length; b++) readouts.dynamics.set(b, dynamics.offsetsDb[b]!);
      this.shownDynamics = dynamics.active;
    }
    if (!autoGain.idle || this.shownGain) {
      readouts.autoGain.set(autoGain.gainDb);
      this.shownGain = !autoGain.idle;
    }
  }
}
