import { faderGain } from "./gain-law.js";
import { Gain } from "./gain-matrix.js";
import { GainStage } from "./gain-stage.js";
import { controlIndex, type StripState } from "./strip-state.js";

const TRIM = controlIndex("trimDb");
const INVERT_LEFT = controlIndex("invertLeft");
const INVERT_RIGHT = controlIndex("invertRight");
const SWAP = controlIndex("swap");
const USED = [TRIM, INVERT_LEFT, INVERT_RIGHT, SWAP];

/** Trim, polarity and swap of a strip. */
export function createInputStage(strip: StripState): GainStage {
  return new GainStage(strip, USED, goals);
}

/** Whether a control, by its index, is the input stage's. */
export function isInputControl(control: number): boolean {
  return USED.includes(control);
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
