import { LinearRamp } from "@headroom/dsp";

/**
 * The switches of a stereo path (swap, then polarity, then mono sum) as a 2×2 matrix whose elements glide, so that a
 * switch makes no click. `@audioThread` after construction.
 */
export class ChannelMatrix {
  readonly leftFromLeft = new LinearRamp(1);
  readonly leftFromRight = new LinearRamp(0);
  readonly rightFromLeft = new LinearRamp(0);
  readonly rightFromRight = new LinearRamp(1);

  private switches = -1;

  /**
   * Takes the switches.
   * @param fadeFrames - length of the way to a new position. The first call takes it at once.
   */
  set(swap: boolean, invertLeft: boolean, invertRight: boolean, mono: boolean, fadeFrames: number): void {
    const switches = (swap ? 1 : 0) | (invertLeft ? 2 : 0) | (invertRight ? 4 : 0) | (mono ? 8 : 0);
    if (switches === this.switches) return;
    const frames = this.switches < 0 ? 0 : fadeFrames;
    this.switches = switches;
    const left = invertLeft ? -1 : 1;
    const right = invertRight ? -1 : 1;
    const ll = swap ? 0 : left;
    const lr = swap ? left : 0;
    const rl = swap ? right : 0;
    const rr = swap ? 0 : right;
    const half = mono ? 0.5 : 1;
    this.leftFromLeft.glide(mono ? half * (ll + rl) : ll, frames);
    this.leftFromRight.glide(mono ? half * (lr + rr) : lr, frames);
    this.rightFromLeft.glide(mono ? half * (ll + rl) : rl, frames);
    this.rightFromRight.glide(mono ? half * (lr + rr) : rr, frames);
  }

  /** Whether a switch is still on its way. */
  get moving(): boolean {
    return this.leftFromLeft.moving;
  }

  /** Arrives at once, and takes the next switches at once too. */
  reset(): void {
    this.switches = -1;
  }
}
