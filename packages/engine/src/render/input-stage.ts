import { faderGain } from "./gain-law.js";
import { Gain, GainMatrix } from "./gain-matrix.js";
import { LanePlayer } from "./lane-player.js";
import { controlIndex, type StripState } from "./strip-state.js";

const TRIM = controlIndex("trimDb");
const INVERT_LEFT = controlIndex("invertLeft");
const INVERT_RIGHT = controlIndex("invertRight");
const SWAP = controlIndex("swap");

/** Trim, polarity and swap of a strip. `@audioThread` */
export class InputStage {
  readonly matrix = new GainMatrix();
  readonly #strip: StripState;
  readonly lanes: LanePlayer;
  readonly #seen = new Float32Array(4).fill(Number.NaN);

  constructor(strip: StripState) {
    this.#strip = strip;
    this.lanes = new LanePlayer(strip.controls, strip.timeline, this.matrix, goals);
  }

  run(quantum: number): void {
    const { lanes } = this;
    const { left, right, held } = this.#strip;
    if (lanes.active) {
      lanes.run(quantum, held, left, right);
      this.#seen.fill(Number.NaN);
      return;
    }
    this.#aim();
    this.matrix.run(left, right);
  }

  #aim(): void {
    // Read here, not through a function: a number that a function returns may be put in a box.
    const { controls } = this.#strip;
    const seen = this.#seen;
    const trimDb = controls[TRIM] || 0;
    const invertLeft = controls[INVERT_LEFT] || 0;
    const invertRight = controls[INVERT_RIGHT] || 0;
    const swap = controls[SWAP] || 0;
    if (trimDb === seen[0] && invertLeft === seen[1] && invertRight === seen[2] && swap === seen[3]) return;
    seen[0] = trimDb;
    seen[1] = invertLeft;
    seen[2] = invertRight;
    seen[3] = swap;
    goals(controls, this.matrix.wanted);
    this.matrix.aim();
  }
}

/** Whether a control, by its index, is the input stage's. */
export function isInputControl(control: number): boolean {
  return control === TRIM || control === INVERT_LEFT || control === INVERT_RIGHT || control === SWAP;
}

/** The gains that a strip's controls ask of its input. Switches may be on their way: a polarity goes through silence. */
function goals(controls: Float32Array, wanted: Float64Array): void {
  const trim = faderGain(controls[TRIM] || 0);
  const left = trim * (1 - 2 * Math.min(1, Math.max(0, controls[INVERT_LEFT] || 0)));
  const right = trim * (1 - 2 * Math.min(1, Math.max(0, controls[INVERT_RIGHT] || 0)));
  const crossed = Math.min(1, Math.max(0, controls[SWAP] || 0));
  wanted[Gain.leftLeft] = left * (1 - crossed);
  wanted[Gain.rightLeft] = right * crossed;
  wanted[Gain.leftRight] = left * crossed;
  wanted[Gain.rightRight] = right * (1 - crossed);
}
