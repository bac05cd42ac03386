import { MatchedDesigner } from "@headroom/dsp";
import { BAND_COUNT } from "../params.js";
import { BandDynamics } from "./band-dynamics.js";
import type { BandReaders } from "./band-readers.js";
import { isDynamic } from "./band-target.js";

/** The dynamics of all bands. They listen to the EQ's input, so that no band changes how another reacts. `@audioThread` */
export class EqDynamics {
  /** dB to add to each band's gain. */
  readonly offsetsDb = new Float64Array(BAND_COUNT);
  /** Whether any band listens, or still releases. */
  active = false;
  private readonly bands: readonly BandDynamics[];
  private readonly on = new Uint8Array(BAND_COUNT);

  constructor(sampleRate: number, channels: number, maxFrames: number) {
    const designer = new MatchedDesigner();
    const scratch = Array.from({ length: channels }, () => new Float64Array(maxFrames));
    this.bands = Array.from({ length: BAND_COUNT }, () => new BandDynamics(sampleRate, designer, scratch));
  }

  /** Goes a step of the grid on. */
  step(bands: readonly BandReaders[], frame: number): void {
    this.active = false;
    for (let b = 0; b < bands.length; b++) {
      const readers = bands[b]!;
      const dynamics = this.bands[b]!;
      const on = readers.enabled.value && isDynamic(readers);
      if (on && this.on[b] === 0) dynamics.reset();
      this.on[b] = on ? 1 : 0;
      if (!on && dynamics.offsetDb === 0) continue;
      this.active = true;
      dynamics.step(readers, frame, on);
      this.offsetsDb[b] = dynamics.offsetDb;
    }
  }

  /** Listens to frames of the EQ's input. */
  hear(buffers: readonly Float64Array[], start: number, end: number): void {
    for (let b = 0; b < this.bands.length; b++) if (this.on[b] === 1) this.bands[b]!.hear(buffers, start, end);
  }

  settle(): void {
    for (let b = 0; b < this.bands.length; b++) if (this.on[b] === 1) this.bands[b]!.settle();
  }

  reset(): void {
    for (let b = 0; b < this.bands.length; b++) this.bands[b]!.reset();
    this.offsetsDb.fill(0);
    this.on.fill(0);
    this.active = false;
  }
}
