import { QUANTUM } from "../shared/quantum.js";
import { isSilent } from "./insert-sleep.js";

const BOTH = 0.5;

/** An insert's sidechain in the layout that its plugin takes, for whole blocks and for parts of one. `@audioThread` */
export class SidechainInput {
  readonly channels: number;
  /** This block, the same arrays at every call. */
  readonly whole: readonly Float32Array[];
  readonly #part: readonly Float32Array[];

  readonly #frames: number;

  /** @param channels - 0, 1 or 2. @param frames - of a block. */
  constructor(channels: number, frames = QUANTUM) {
    this.channels = channels;
    const planar = () => Array.from({ length: channels }, () => new Float32Array(frames));
    this.#frames = frames;
    this.whole = planar();
    this.#part = planar();
  }

  get isSilent(): boolean {
    return isSilent(this.whole[0]) && isSilent(this.whole[1]);
  }

  /** Takes in a block of left and right. A copy: what is shared may change while it is read. */
  take(sidechain: readonly Float32Array[]): void {
    const [left, right] = sidechain;
    const [first, second] = this.whole;
    if (!first || !left || !right) return;
    if (second) {
      first.set(left);
      second.set(right);
    } else {
      for (let i = 0; i < this.#frames; i++) first[i] = ((left[i] ?? 0) + (right[i] ?? 0)) * BOTH;
    }
  }

  /** Frames of this block, the same arrays at every call. */
  part(at: number, frames: number): readonly Float32Array[] {
    for (let c = 0; c < this.channels; c++) {
      const from = this.whole[c];
      const to = this.#part[c];
      if (from && to) for (let i = 0; i < frames; i++) to[i] = from[at + i] ?? 0;
    }
    return this.#part;
  }
}
