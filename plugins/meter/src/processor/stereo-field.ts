import { CorrelationMeter } from "@headroom/dsp";
import type { LevelWriter, SeriesWriter } from "@headroom/sdk";
import { FIELD_LENGTH, FIELD_RATE_HZ } from "../field.js";

/** How often the points are shown, Hz. */
const SHOWN_HZ = 60;

/** Correlation, and the points of the goniometer while somebody looks. `@audioThread` after construction. */
export class StereoField {
  private readonly correlation: CorrelationMeter;
  private readonly ring = new Float32Array(FIELD_LENGTH);
  /** Frames from one point to the next. */
  private readonly stride: number;
  private readonly pointsPerShow: number;
  private at = 0;
  private frame = 0;
  private unshown = 0;

  constructor(sampleRate: number) {
    this.correlation = new CorrelationMeter(sampleRate);
    this.stride = Math.max(1, Math.round(sampleRate / FIELD_RATE_HZ));
    this.pointsPerShow = Math.ceil(sampleRate / this.stride / SHOWN_HZ);
  }

  /** Takes the first `frames` frames. */
  process(left: Float32Array, right: Float32Array, frames: number, field: SeriesWriter): void {
    this.correlation.process(left, right, 0, frames);
    if (!field.observed) return;
    const { ring, stride } = this;
    let { at } = this;
    for (let i = (stride - this.frame) % stride; i < frames; i += stride) {
      ring[at] = left[i]!;
      ring[at + 1] = right[i]!;
      at = at + 2 === FIELD_LENGTH ? 0 : at + 2;
      this.unshown++;
    }
    this.at = at;
    this.frame = (this.frame + frames) % stride;
    if (this.unshown >= this.pointsPerShow) this.show(field);
  }

  publish(correlation: LevelWriter): void {
    correlation.set(this.correlation.correlation);
  }

  /** Forgets all audio heard. */
  reset(): void {
    this.correlation.reset();
    this.ring.fill(0);
    this.at = this.frame = this.unshown = 0;
  }

  private show(field: SeriesWriter): void {
    const { ring, at } = this;
    const { data } = field;
    data.set(ring);
    data.copyWithin(0, at);
    for (let i = 0; i < at; i++) data[FIELD_LENGTH - at + i] = ring[i]!;
    field.publish();
    this.unshown = 0;
  }
}
