import type { NumberReader } from "@headroom/sdk";
import { Crossfade } from "./crossfade.js";

/**
 * Swap → polarity → mono sum → width → balance of a stereo signal, as one 2×2 matrix a frame. Switches crossfade;
 * width and balance come smoothed. Where it changes nothing it touches no bit. `@audioThread` after construction.
 */
export class StereoMatrix {
  /** Matrices are left from left, left from right, right from left, right from right. */
  private readonly from = Float64Array.of(1, 0, 0, 1);
  private readonly to = Float64Array.of(1, 0, 0, 1);
  private readonly now = Float64Array.of(1, 0, 0, 1);
  private readonly whole = Float64Array.of(1, 0, 0, 1);
  private readonly fade = new Crossfade();
  private taken = -1;

  /** Whether switches are still on their way. */
  get moving(): boolean {
    return this.fade.moving;
  }

  /** The switches last taken, as bits; −1 before. */
  get switches(): number {
    return this.taken;
  }

  /**
   * Takes the switches.
   * @param fadeFrames - length of the way to them. The first call takes them at once.
   */
  set(swap: boolean, invertLeft: boolean, invertRight: boolean, mono: boolean, fadeFrames: number): void {
    const switches = (swap ? 1 : 0) | (invertLeft ? 2 : 0) | (invertRight ? 4 : 0) | (mono ? 8 : 0);
    if (switches === this.taken) return;
    const { from, to, now } = this;
    for (let i = 0; i < 4; i++) from[i] = now[i]!;
    this.fade.begin(this.taken < 0 ? 0 : fadeFrames);
    this.taken = switches;
    const left = invertLeft ? -1 : 1;
    const right = invertRight ? -1 : 1;
    to[0] = swap ? 0 : left;
    to[1] = swap ? left : 0;
    to[2] = swap ? right : 0;
    to[3] = swap ? 0 : right;
    if (mono) {
      to[0] = to[2] = 0.5 * (to[0] + to[2]);
      to[1] = to[3] = 0.5 * (to[1] + to[3]);
    }
    if (!this.fade.moving) this.step();
  }

  /** Mixes the first `frames` frames in place. */
  process(left: Float32Array, right: Float32Array, width: NumberReader, pan: NumberReader, frames: number): void {
    const { whole } = this;
    if (!this.fade.moving && !width.moving && !pan.moving) {
      this.combine(width.values[0]!, pan.values[0]!);
      const ll = whole[0]!;
      const lr = whole[1]!;
      const rl = whole[2]!;
      const rr = whole[3]!;
      if (ll === 1 && lr === 0 && rl === 0 && rr === 1) return;
      for (let i = 0; i < frames; i++) {
        const x = left[i]!;
        const y = right[i]!;
        left[i] = ll * x + lr * y;
        right[i] = rl * x + rr * y;
      }
      return;
    }
    for (let i = 0; i < frames; i++) {
      if (this.fade.moving) this.step();
      this.combine(width.values[i]!, pan.values[i]!);
      const x = left[i]!;
      const y = right[i]!;
      left[i] = whole[0]! * x + whole[1]! * y;
      right[i] = whole[2]! * x + whole[3]! * y;
    }
  }

  /** Inverts a single channel, in place, where the left is inverted. */
  processMono(channel: Float32Array, frames: number): void {
    const { now } = this;
    if (!this.fade.moving && now[0] === 1) return;
    for (let i = 0; i < frames; i++) {
      if (this.fade.moving) this.step();
      channel[i] = channel[i]! * now[0]!;
    }
  }

  /** Takes the next switches at once. */
  reset(): void {
    this.taken = -1;
  }

  /** The switches' matrix at the next frame. */
  private step(): void {
    const { from, to, now } = this;
    const share = this.fade.next();
    for (let i = 0; i < 4; i++) now[i] = share === 1 ? to[i]! : from[i]! + share * (to[i]! - from[i]!);
  }

  /** The whole matrix: switches, then width as a scale of the difference of the sides, then balance. */
  private combine(width: number, pan: number): void {
    const { now, whole } = this;
    const across = 0.5 - width / 200;
    const straight = 1 - across;
    const left = balanceLeft(pan);
    const right = balanceLeft(-pan);
    whole[0] = left * (straight * now[0]! + across * now[2]!);
    whole[1] = left * (straight * now[1]! + across * now[3]!);
    whole[2] = right * (across * now[0]! + straight * now[2]!);
    whole[3] = right * (across * now[1]! + straight * now[3]!);
  }
}

/**
 * Amplitude of the left side: falls as a cosine when panned right, else 1. The mixer's strips pan by the same law.
 * @param pan - −100…100; 0 gives exactly 1.
 */
function balanceLeft(pan: number): number {
  return pan <= 0 ? 1 : pan >= 100 ? 0 : Math.cos((pan * Math.PI) / 200);
}
