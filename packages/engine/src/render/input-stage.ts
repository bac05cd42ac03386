import { faderGain } from "./gain-law.js";
import { Gain, GainMatrix } from "./gain-matrix.js";
import { controlIndex, type StripState } from "./strip-state.js";

const TRIM = controlIndex("trimDb");
const INVERT_LEFT = controlIndex("invertLeft");
const INVERT_RIGHT = controlIndex("invertRight");
const SWAP = controlIndex("swap");

/** Trim, polarity and swap of a strip. `@audioThread` */
export class InputStage {
  readonly matrix = new GainMatrix();
  readonly #strip: StripState;
  readonly #seen = new Float32Array(4).fill(Number.NaN);

  constructor(strip: StripState) {
    this.#strip = strip;
  }

  run(): void {
    this.#aim();
    this.matrix.run(this.#strip.left, this.#strip.right);
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
    const trim = faderGain(trimDb);
    const left = invertLeft >= 0.5 ? -trim : trim;
    const right = invertRight >= 0.5 ? -trim : trim;
    const { wanted } = this.matrix;
    const crossed = swap >= 0.5;
    wanted[Gain.leftLeft] = crossed ? 0 : left;
    wanted[Gain.rightLeft] = crossed ? right : 0;
    wanted[Gain.leftRight] = crossed ? left : 0;
    wanted[Gain.rightRight] = crossed ? 0 : right;
    this.matrix.aim();
  }
}
