import type { METER_POINTS } from "../shared/engine-memory.js";
import { QUANTUM } from "../shared/quantum.js";
import { SoundCheck } from "./sound-check.js";

/** A point at which a strip is measured. */
export type TapPointName = (typeof METER_POINTS)[number];

/**
 * Hears every boundary of an offline render, quantum by quantum in the order of the signal. The arrays are the renderer's
 * own: they hold 128 frames, are not to be changed, and change with the next call.
 */
export interface RenderTap {
  /** A strip at one of its points. What is no audio comes as silence, as it does in the mix. */
  hear(strip: string, point: TapPointName, left: Float32Array, right: Float32Array): void;
  /** An insert's output, where another insert follows it in the same chain, `hop` later than its latency says. */
  hearInsert(insert: string, left: Float32Array, right: Float32Array): void;
  /** A strip's input as it is after `from` was added to it: the difference to the last call is what `from` gave. */
  hearSum(from: string, to: string, left: Float32Array, right: Float32Array): void;
}

const SILENCE = new Float32Array(QUANTUM);

/** Stands where a meter is live: checks that there is sound, and lets a tap hear it. */
export class TapPoint extends SoundCheck {
  readonly #tap: RenderTap;
  readonly #strip: string;
  readonly #point: TapPointName;

  constructor(tap: RenderTap, strip: string, point: TapPointName) {
    super();
    this.#tap = tap;
    this.#strip = strip;
    this.#point = point;
  }

  override measure(left: Float32Array, right: Float32Array): boolean {
    // What was sound before a gain is sound after it: as without a tap, the two ends are checked.
    const sound = (this.#point !== "source" && this.#point !== "output") || super.measure(left, right);
    this.#tap.hear(this.#strip, this.#point, sound ? left : SILENCE, sound ? right : SILENCE);
    return sound;
  }
}
