import { faderGain, panLeft, panRight } from "./gain-law.js";
import { Gain } from "./gain-matrix.js";
import { GainStage } from "./gain-stage.js";
import { controlIndex, type StripState } from "./strip-state.js";

const FADER = controlIndex("faderDb");
const VCA = controlIndex("vcaDb");
const AUDIBLE = controlIndex("audible");
const WIDTH = controlIndex("width");
const PAN = controlIndex("pan");
const DUAL = controlIndex("dualPan");
const PAN_LEFT = controlIndex("panLeft");
const PAN_RIGHT = controlIndex("panRight");
const LAW = controlIndex("panLawDb");
const USED = [FADER, VCA, AUDIBLE, WIDTH, PAN, DUAL, PAN_LEFT, PAN_RIGHT, LAW];

/** Width, then pan, then fader with its VCAs and mute of a strip. */
export function createFaderStage(strip: StripState): GainStage {
  return new GainStage(strip, USED, goals);
}

/** The gains that a strip's controls ask of its fader. `@audioThread` */
function goals(controls: Float32Array, wanted: Float64Array): void {
  const gain = faderGain(controls[FADER] || 0) * faderGain(controls[VCA] || 0) * Math.min(1, Math.max(0, controls[AUDIBLE] || 0));
  const width = Math.max(0, Math.min(2, controls[WIDTH] || 0));
  const near = ((1 + width) / 2) * gain;
  const far = ((1 - width) / 2) * gain;
  const law = Math.max(-6, Math.min(0, controls[LAW] || 0));
  if ((controls[DUAL] || 0) >= 0.5) {
    const ofLeft = controls[PAN_LEFT] || 0;
    const ofRight = controls[PAN_RIGHT] || 0;
    const leftToLeft = panLeft(ofLeft, law);
    const leftToRight = panRight(ofLeft, law);
    const rightToLeft = panLeft(ofRight, law);
    const rightToRight = panRight(ofRight, law);
    wanted[Gain.leftLeft] = leftToLeft * near + rightToLeft * far;
    wanted[Gain.rightLeft] = leftToLeft * far + rightToLeft * near;
    wanted[Gain.leftRight] = leftToRight * near + rightToRight * far;
    wanted[Gain.rightRight] = leftToRight * far + rightToRight * near;
  } else {
    const pan = controls[PAN] || 0;
    const left = panLeft(pan, law);
    const right = panRight(pan, law);
    wanted[Gain.leftLeft] = left * near;
    wanted[Gain.rightLeft] = left * far;
    wanted[Gain.leftRight] = right * far;
    wanted[Gain.rightRight] = right * near;
  }
}
