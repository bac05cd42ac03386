import { GainMatrix } from "./gain-matrix.js";
import { LanePlayer, type Goals } from "./lane-player.js";
import type { StripState } from "./strip-state.js";

/** Four gains between a strip's sides that follow some of its controls, or the lanes of these. `@audioThread` */
export class GainStage {
  readonly matrix = new GainMatrix();
  readonly lanes: LanePlayer;
  readonly #strip: StripState;
  /** Indices in `CONTROLS`. */
  readonly #used: readonly number[];
  readonly #goals: Goals;
  readonly #seen: Float32Array;

  /** @param used - controls that it follows, by their indices. @param goals - the gains that they ask for. */
  constructor(strip: StripState, used: readonly number[], goals: Goals) {
    this.#strip = strip;
    this.#used = used;
    this.#goals = goals;
    this.#seen = new Float32Array(used.length).fill(Number.NaN);
    this.lanes = new LanePlayer(strip.controls, strip.timeline, this.matrix, goals);
  }

  /** After {@link aim}. */
  run(quantum: number): void {
    const { lanes } = this;
    const { left, right, held } = this.#strip;
    if (lanes.active) {
      lanes.run(quantum, held, left, right);
      this.#seen.fill(Number.NaN);
      return;
    }
    this.matrix.run(left, right);
  }

  /** Takes over what the controls say, unless lanes move them. */
  aim(): void {
    if (this.lanes.active) return;
    // Read here, not through a function: a number that a function returns may be put in a box.
    const { controls } = this.#strip;
    const seen = this.#seen;
    const used = this.#used;
    let same = true;
    for (let i = 0; i < used.length; i++) {
      const value = controls[used[i] ?? 0] || 0;
      if (value === seen[i]) continue;
      seen[i] = value;
      same = false;
    }
    if (same) return;
    this.#goals(controls, this.matrix.wanted);
    this.matrix.aim();
  }
}
