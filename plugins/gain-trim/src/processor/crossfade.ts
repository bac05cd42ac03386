import { LinearRamp } from "@headroom/dsp";

/**
 * The way from an old state to a new one, from 0 to 1 without a corner at either end (smoothstep): what is blended by
 * it makes no click. `@audioThread`
 */
export class Crossfade {
  private readonly ramp = new LinearRamp(1);

  /** Whether the new state is not reached yet. */
  get moving(): boolean {
    return this.ramp.moving;
  }

  /** Sets out. @param frames - length of the way; 0 for at once. */
  begin(frames: number): void {
    this.ramp.jump(0);
    this.ramp.glide(1, frames);
  }

  /** Share of the new state at the next frame; exactly 1 from the last on. */
  next(): number {
    const position = this.ramp.next();
    return position * position * (3 - 2 * position);
  }
}
