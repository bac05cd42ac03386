import { faderGain, panLeft, panRight } from "./gain-law.js";
import { Gain, GainMatrix } from "./gain-matrix.js";
import { LanePlayer } from "./lane-player.js";
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

/** Width, then pan, then fader with its VCAs and mute of a strip. `@audioThread` */
export class FaderStage {
  readonly matrix = new GainMatrix();
  readonly #strip: StripState;
  readonly lanes: LanePlayer;
  readonly #seen = new Float32Array(USED.length).fill(Number.NaN);

  constructor(strip: StripState) {
    this.#strip = strip;
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
    const { controls } = this.#strip;
    const seen = this.#seen;
    let same = true;
    for (let i = 0; i < USED.length; i++) {
      const value = controls[USED[i] ?? 0] || 0;
      if (value === seen[i]) continue;
      seen[i] = value;
      same = false;
    }
    if (same) return;
    goals(controls, this.matrix.wanted);
    this.matrix.aim();
  }
}

/** The gains that a strip's controls ask of its fader. */
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
